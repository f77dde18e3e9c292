import { beginProposal } from '#boards/programme/proposals/actions.server.ts';
import { closeCall, openCall } from '#boards/programme/proposals/calls-actions.server.ts';
import { call } from '#boards/programme/proposals/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => shown(event, call);

export const actions: Actions = {
  open: form(openCall),
  close: form(closeCall),
  begin: form(beginProposal, { then: ({ number }, { url }) => url.pathname.replace(/calls\/[^/]+$/, `proposals/${number}/edit`) }),
};
