import { importGuests, removeGuest, writeGuest } from '#boards/programme/hosting/guests/actions.server.ts';
import { guestDesk } from '#boards/programme/hosting/guests/views.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ desk: await shown(event, guestDesk, event.params) });
export const actions: Actions = { write: form(writeGuest), remove: form(removeGuest), table: form(importGuests) };
