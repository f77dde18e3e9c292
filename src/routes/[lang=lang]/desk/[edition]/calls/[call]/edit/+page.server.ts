import { error } from '@sveltejs/kit';
import { editCall } from '#boards/programme/proposals/calls-actions.server.ts';
import { call } from '#boards/programme/proposals/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await shown(event, call);
  if (!found.mayOpen) error(403, 'not allowed');
  return found;
};

export const actions: Actions = {
  default: form(editCall, { then: (_, { url }) => url.pathname.replace(/\/edit$/, '') }),
};
