import { editDetails } from '#boards/programme/hosting/details/actions.server.ts';
import { detailsDesk } from '#boards/programme/hosting/details/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ desk: await shown(event, detailsDesk, event.params) });
export const actions: Actions = { save: form(editDetails) };
