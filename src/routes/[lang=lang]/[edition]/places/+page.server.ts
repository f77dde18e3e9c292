import { listOf, listQuery } from '#platform/list.ts';
import { placesSpec } from '#boards/programme/pages/lists.ts';
import { placeTree } from '#boards/programme/pages/place-page.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published } = await event.parent();
  const { index } = published.value;
  const spec = placesSpec(index);
  const listed = listOf(index.content.places, spec, listQuery(spec, event.url.searchParams));
  const sites = placeTree(index, listed.rows);
  return {
    list: held({
      spec,
      listed,
      main: sites.filter(({ place }) => place.role !== 'sub-venue'),
      subVenues: sites.filter(({ place }) => place.role === 'sub-venue'),
    }),
  };
};
