import { acceptInvitation, declineInvitation } from '#boards/team/actions.server.ts';
import { invitationBehind } from '#boards/team/views.server.ts';
import { form, ownAccountOf, shown, type Visit } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  invitation: await shown(event, invitationBehind, { token: event.params.token }),
  current: event.locals.signedIn?.account.email ?? null,
});

const mine = (visit: Visit) => ({ ...visit.params, account: ownAccountOf(visit).account });

export const actions: Actions = {
  accept: form(acceptInvitation, { input: mine, then: ({ edition }, { locals }) => `/${locals.language}/desk/${edition}` }),
  decline: form(declineInvitation, { input: mine }),
};
