import { activityHistory } from '#boards/programme/hosting/history/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ desk: await shown(event, activityHistory, event.params) });
