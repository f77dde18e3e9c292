import { hostedActivity } from '#boards/programme/hosting/details/views.server.ts';
import { presentStream } from '#platform/live/presence.server.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** What changes in an activity, and who has it open: for whoever may read it. */
export const GET: RequestHandler = async (event) => {
  const { activity } = await shown(event, hostedActivity, event.params);
  const name = event.locals.signedIn?.account.name ?? '';
  const tab = (event.url.searchParams.get('tab') ?? '').slice(0, 60);
  return presentStream(backstageOf(event), `activity ${activity.id}`, { tab, name }, event.request.signal);
};
