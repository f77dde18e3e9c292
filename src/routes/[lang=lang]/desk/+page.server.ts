import { myDesks } from '#boards/programme/desk/views.server.ts';
import { openCalls } from '#boards/programme/proposals/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  desks: await shown(event, myDesks, {}),
  open: await shown(event, openCalls, {}),
  speaks: Boolean(event.locals.signedIn?.account.person),
});
