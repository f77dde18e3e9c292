import { error } from '@sveltejs/kit';
import { dataBlock, placeData } from '#boards/programme/formats/json-ld.ts';
import { locatorOf, placeDays, placeTree, travelFrom, type PlaceNode } from '#boards/programme/pages/place-page.ts';
import type { Uuid } from '#boards/programme/content.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const { index } = published.value;
  const { content } = index;
  const place = content.places.find(({ slug }) => slug === event.params.place) ?? error(404, 'place');
  const path = index.pathOf(place.id);
  const inside = content.places.filter((one) => one !== place && index.pathOf(one.id).includes(place));
  return {
    page: held({
      place,
      path,
      inside: nodeOf(placeTree(index, [place, ...inside]), place.id)?.children ?? [],
      zone: path.find(({ timeZone }) => timeZone)?.timeZone ?? content.edition.timeZone,
      days: placeDays(index, place.id),
      travel: travelFrom(index, place.id),
      locator: place.kind === 'site' ? null : locatorOf(index, place.id),
      block: dataBlock(placeData({ index, language, publicUrl: houseOf(event).publicUrl }, place)),
    }),
  };
};

function nodeOf(nodes: PlaceNode[], id: Uuid): PlaceNode | undefined {
  for (const node of nodes) {
    const found = node.place.id === id ? node : nodeOf(node.children, id);
    if (found) return found;
  }
  return undefined;
}
