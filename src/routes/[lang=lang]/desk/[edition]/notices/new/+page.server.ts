import { draftNotice } from '#boards/notices/actions.server.ts';
import { newNotice } from '#boards/notices/views.server.ts';
import { backstageOf, form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ ...(await shown(event, newNotice)), tiles: backstageOf(event).settings.mapTiles });

export const actions: Actions = {
  draft: form(draftNotice, {
    then: ({ id }, { locals, params }) => `/${locals.language}/desk/${(params as { edition: string }).edition}/notices/${id}`,
  }),
};
