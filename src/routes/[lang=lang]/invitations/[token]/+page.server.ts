import { acceptInvitation, declineInvitation } from '#boards/team/actions.server.ts';
import { invitationBehind } from '#boards/team/views.server.ts';
import { callOf, form, found, ownAccountOf, type Visit } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A link that was cut short, or that a later mail has replaced, is told so to everybody who comes with it. */
export const load: PageServerLoad = async (event) => ({
  invitation: await found(invitationBehind(callOf(event), { token: event.params.token })),
  current: event.locals.signedIn?.account.email ?? null,
});

const mine = (visit: Visit) => ({ ...visit.params, account: ownAccountOf(visit).account });

export const actions: Actions = {
  accept: form(acceptInvitation, { input: mine, then: ({ edition }, { locals }) => `/${locals.language}/desk/${edition}` }),
  decline: form(declineInvitation, { input: mine }),
};
