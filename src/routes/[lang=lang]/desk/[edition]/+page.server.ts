import { deskOverview } from '#boards/programme/desk/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ overview: await shown(event, deskOverview) });
