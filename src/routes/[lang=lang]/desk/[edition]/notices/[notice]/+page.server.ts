import { discardNotice, issueNotice, replaceNotice, saveNotice, withdrawNotice } from '#boards/notices/actions.server.ts';
import { sketchOf } from '#boards/notices/sketch.ts';
import { notice } from '#boards/notices/views.server.ts';
import { backstageOf, form, shown, type Visit } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await shown(event, notice);
  const { roads } = found.notice;
  return { ...found, sketch: roads && sketchOf(roads, found.venues), tiles: backstageOf(event).settings.mapTiles };
};

const list = ({ locals, params }: Visit) => `/${locals.language}/desk/${(params as { edition: string }).edition}/notices`;

export const actions: Actions = {
  save: form(saveNotice),
  issue: form(issueNotice),
  withdraw: form(withdrawNotice),
  discard: form(discardNotice, { then: (_, visit) => list(visit) }),
  replace: form(replaceNotice, { then: ({ id }, visit) => `${list(visit)}/${id}` }),
};
