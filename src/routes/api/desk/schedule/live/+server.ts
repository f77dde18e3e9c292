import { placedNow } from '#boards/programme/schedule/placing/views.server.ts';
import { eventStream } from '#platform/live/hub.server.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** `?edition=2027`: a stream of what changes and who is there, for whoever may read the schedule. */
export const GET: RequestHandler = async (event) => {
  const { topic } = await shown(event, placedNow, { edition: event.url.searchParams.get('edition') ?? '', activities: '' });
  return eventStream(backstageOf(event).hub, [topic], event.request.signal);
};
