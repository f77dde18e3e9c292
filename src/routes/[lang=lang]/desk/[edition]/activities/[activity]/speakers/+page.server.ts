import { addSpeaker, inviteSpeaker, removeSpeaker } from '#boards/programme/hosting/speakers/actions.server.ts';
import { handInPortrait, removePortrait } from '#boards/programme/hosting/speakers/portrait-actions.server.ts';
import { findPeople, speakersDesk } from '#boards/programme/hosting/speakers/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const desk = await shown(event, speakersDesk, event.params);
  const q = event.url.searchParams.get('q')?.slice(0, 100) ?? '';
  const found = desk.mayEdit && q ? (await shown(event, findPeople, { ...event.params, q })).people : null;
  return { desk, q, found };
};
export const actions: Actions = {
  add: form(addSpeaker),
  invite: form(inviteSpeaker),
  remove: form(removeSpeaker),
  portrait: form(handInPortrait, { files: { portrait: 'portrait' } }),
  'no-portrait': form(removePortrait),
};
