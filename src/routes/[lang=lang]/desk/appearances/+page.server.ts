import { myAppearances } from '#boards/programme/hosting/speakers/own-views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const person = event.locals.signedIn?.account.person;
  return { appearances: person ? (await shown(event, myAppearances, { person })).appearances : null };
};
