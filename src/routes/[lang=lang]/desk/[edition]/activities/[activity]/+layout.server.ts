import { hostedActivity } from '#boards/programme/hosting/details/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { LayoutServerLoad } from './$types';

/** Pages below are given the activity they are about. */
export const load: LayoutServerLoad = async (event) => ({ hosted: await shown(event, hostedActivity, event.params) });
