import { placedNow } from '#boards/programme/schedule/placing/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** `?edition=2027&activities=…,…`: where they stand now. */
export const GET: RequestHandler = async (event) =>
  Response.json(await shown(event, placedNow), { headers: { 'cache-control': 'no-store' } });
