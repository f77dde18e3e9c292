import { createCall } from '#boards/programme/proposals/calls-actions.server.ts';
import { newCall } from '#boards/programme/proposals/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => shown(event, newCall);

export const actions: Actions = {
  default: form(createCall, { then: ({ call }, { url }) => url.pathname.replace(/new$/, call) }),
};
