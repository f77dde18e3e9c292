import { tellNeeds } from '#boards/programme/hosting/needs/actions.server.ts';
import { needsDesk } from '#boards/programme/hosting/needs/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ desk: await shown(event, needsDesk, event.params) });
export const actions: Actions = { save: form(tellNeeds) };
