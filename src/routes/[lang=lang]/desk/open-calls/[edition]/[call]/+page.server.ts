import { beginProposal } from '#boards/programme/proposals/actions.server.ts';
import { askToAct } from '#boards/programme/proposals/calls-actions.server.ts';
import { openCall } from '#boards/programme/proposals/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => shown(event, openCall);

export const actions: Actions = {
  ask: form(askToAct, { input: (visit, values) => ({ ...values, ...visit.params, account: visit.locals.signedIn?.account.id }) }),
  begin: form(beginProposal, {
    then: ({ number }, { locals, params }) =>
      `/${locals.language}/desk/${(params as { edition: string }).edition}/proposals/${number}/edit`,
  }),
};
