import { error } from '@sveltejs/kit';
import { loadActivity } from '#boards/programme/pages/activity-load.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const page = await loadActivity(houseOf(event), published.value, language, event.params.activity);
  return { page: held(page ?? error(404, 'activity')) };
};
