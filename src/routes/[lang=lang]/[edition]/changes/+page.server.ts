import { changeList, isChangeKind } from '#boards/programme/pages/change-list.ts';
import { difference } from '#boards/programme/difference.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

/** What a reader who last saw version `since` reads differently now: one difference, whatever happened in between. */
export const load: PageServerLoad = async (event) => {
  const { published } = await event.parent();
  const { publication } = published.value;
  const house = houseOf(event);
  const versions = await house.versions(event.params.edition);
  const asked = event.url.searchParams.get('since');
  const since = asked === null ? publication.number - 1 : /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
  const known = versions.find(({ number }) => number === since);
  const kindAsked = event.url.searchParams.get('kind');
  const kind = isChangeKind(kindAsked) ? kindAsked : null;
  const before = known && known.number < publication.number ? await house.version(event.params.edition, known.number) : null;
  const changes = before ? difference(before.publication.content, publication.content) : [];
  return { page: held({ publication, versions, asked, since: known ?? null, kind, list: changeList(changes, kind) }) };
};
