import { answerInvitation, handInSlides, takeBackSlides, tellTravel } from '#boards/programme/hosting/speakers/own-actions.server.ts';
import { myAppearance } from '#boards/programme/hosting/speakers/own-views.server.ts';
import { asSelf, ownPerson } from '#ui/desk/own-person.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  mine: await shown(event, myAppearance, { person: ownPerson(event), edition: event.params.edition, activity: event.params.activity }),
});
export const actions: Actions = {
  answer: form(answerInvitation, { input: asSelf }),
  travel: form(tellTravel, { input: asSelf }),
  slides: form(handInSlides, { input: asSelf, files: { file: 'slides' } }),
  back: form(takeBackSlides, { input: asSelf }),
};
