import { error } from '@sveltejs/kit';
import { saveProposal, submitProposal } from '#boards/programme/proposals/actions.server.ts';
import { proposal } from '#boards/programme/proposals/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await shown(event, proposal);
  if (!found.may.write) error(403, 'not allowed');
  return found;
};

export const actions: Actions = {
  save: form(saveProposal),
  // What is handed in is no longer edited: it is shown where it is read.
  submit: form(submitProposal, { then: ({ submitted }, { url }) => (submitted ? url.pathname.replace(/\/edit$/, '') : null) }),
};
