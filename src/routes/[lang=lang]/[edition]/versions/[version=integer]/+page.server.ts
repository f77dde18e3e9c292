import { changeList, isChangeKind } from '#boards/programme/pages/change-list.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

/** The layout gives the version in the address as `published`. */
export const load: PageServerLoad = async (event) => {
  const { published } = await event.parent();
  const { publication } = published.value;
  const asked = event.url.searchParams.get('kind');
  const kind = isChangeKind(asked) ? asked : null;
  const [newest] = await houseOf(event).versions(event.params.edition);
  return {
    page: held({ publication, kind, newest: newest?.number ?? publication.number, list: changeList(publication.changes, kind) }),
  };
};
