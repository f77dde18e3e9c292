import { putInPlan, removeFromPlan, tickInPlan } from '#boards/preparation/plan/actions.server.ts';
import { plan } from '#boards/preparation/plan/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => shown(event, plan, { edition: event.params.edition });

export const actions: Actions = { put: form(putInPlan), tick: form(tickInPlan), remove: form(removeFromPlan) };
