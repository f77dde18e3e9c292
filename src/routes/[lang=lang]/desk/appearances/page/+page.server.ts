import { addAbsence, removeAbsence, writeMyPage } from '#boards/programme/hosting/speakers/own-actions.server.ts';
import { myPage } from '#boards/programme/hosting/speakers/own-views.server.ts';
import { asSelf, ownPerson } from '#ui/desk/own-person.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => shown(event, myPage, { person: ownPerson(event) });
export const actions: Actions = {
  write: form(writeMyPage, { input: asSelf, files: { portrait: 'portrait' } }),
  absent: form(addAbsence, { input: asSelf }),
  present: form(removeAbsence, { input: asSelf }),
};
