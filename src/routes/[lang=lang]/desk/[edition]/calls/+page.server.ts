import { decideOnClaim } from '#boards/programme/proposals/calls-actions.server.ts';
import { calls } from '#boards/programme/proposals/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => shown(event, calls);

export const actions: Actions = { decide: form(decideOnClaim) };
