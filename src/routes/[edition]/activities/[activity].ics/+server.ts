import { activityCalendar } from '#boards/programme/formats/feed.ts';
import { fileResponse, preflight } from '#boards/programme/formats/response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ platform, params, url }) =>
  fileResponse(await activityCalendar(platform!.house, params.edition, params.activity, url.searchParams));

export const OPTIONS: RequestHandler = preflight;
