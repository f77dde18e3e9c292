import { json } from '@sveltejs/kit';
import { myDayData } from '#boards/programme/grid/my-day.ts';
import { publishedOf } from '#ui/load.server.ts';
import type { RequestHandler } from './$types';

/** What the device needs to plan a day; the scripts of the pages read it. */
export const GET: RequestHandler = async (event) => json(myDayData(await publishedOf(event), event.params.lang));
