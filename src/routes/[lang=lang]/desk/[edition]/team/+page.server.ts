import { endGrant, invite, resendInvitation, restoreGrant, withdrawInvitation } from '#boards/team/actions.server.ts';
import { TEAM_LIST } from '#boards/team/list.ts';
import { team } from '#boards/team/views.server.ts';
import { listOf, listQuery } from '#platform/list.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { rows, offers } = await shown(event, team, { edition: event.params.edition });
  const spec = TEAM_LIST(event.locals.language);
  return { listed: listOf(rows, spec, listQuery(spec, event.url.searchParams)), offers };
};

export const actions: Actions = {
  invite: form(invite),
  resend: form(resendInvitation),
  withdraw: form(withdrawInvitation),
  end: form(endGrant),
  restore: form(restoreGrant),
};
