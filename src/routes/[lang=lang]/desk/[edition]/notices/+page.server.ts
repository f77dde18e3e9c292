import { notices } from '#boards/notices/views.server.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => shown(event, notices);
