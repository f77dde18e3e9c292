import { editAccount, endOtherSignIns, endSignIn, removePasskey, renamePasskey } from '#platform/identity/account/actions.server.ts';
import { ownAccount } from '#platform/identity/account/views.server.ts';
import { ownRoles } from '#boards/team/views.server.ts';
import { passkeysPossible } from '#platform/identity/passkeys.server.ts';
import { backstageOf, form, ownAccountOf, shown, type Visit } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const own = await shown(event, ownAccount, ownAccountOf(event));
  const roles = await shown(event, ownRoles, ownAccountOf(event));
  return { ...own, roles, passkeysPossible: passkeysPossible(backstageOf(event).settings.publicUrl) };
};

/** What a form says is about one's own account, whatever else it says. */
const mine = (visit: Visit, values: Record<string, unknown>) => ({ ...values, account: ownAccountOf(visit).account });

export const actions: Actions = {
  edit: form(editAccount, { input: mine }),
  rename: form(renamePasskey, { input: mine }),
  remove: form(removePasskey, { input: mine }),
  end: form(endSignIn, { input: mine }),
  others: form(endOtherSignIns, { input: (visit, values) => ({ ...mine(visit, values), except: ownAccountOf(visit).signIn }) }),
};
