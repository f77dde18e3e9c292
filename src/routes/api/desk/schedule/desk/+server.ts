import { schedule } from '#boards/programme/schedule/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** `?edition=2027`: all that the desk works on, as it is now. */
export const GET: RequestHandler = async (event) =>
  Response.json(await shown(event, schedule), { headers: { 'cache-control': 'no-store' } });
