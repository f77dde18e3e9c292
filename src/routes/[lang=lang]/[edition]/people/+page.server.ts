import { listOf, listQuery } from '#platform/list.ts';
import { peopleSpec } from '#boards/programme/pages/lists.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const { index } = published.value;
  const spec = peopleSpec(index, language);
  return { list: held({ spec, listed: listOf(index.content.people, spec, listQuery(spec, event.url.searchParams)) }) };
};
