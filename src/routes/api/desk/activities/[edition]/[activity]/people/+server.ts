import { findPeople } from '#boards/programme/hosting/speakers/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { people } = await shown(event, findPeople, { ...event.params, q: event.url.searchParams.get('q') ?? '' });
  return Response.json({ people }, { headers: { 'cache-control': 'no-store' } });
};
