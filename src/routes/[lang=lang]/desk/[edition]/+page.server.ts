import { deskOverview } from '#boards/programme/desk/views.server.ts';
import { backstageOf, shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  overview: await shown(event, deskOverview),
  today: backstageOf(event).now().toISOString().slice(0, 10),
});
