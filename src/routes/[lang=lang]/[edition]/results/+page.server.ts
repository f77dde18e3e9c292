import { listOf, listQuery } from '#platform/list.ts';
import { resultsSpec } from '#boards/programme/pages/lists.ts';
import { held } from '#ui/held.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { published, language } = await event.parent();
  const { index } = published.value;
  const spec = resultsSpec(index, language);
  return { list: held({ spec, listed: listOf(index.content.results, spec, listQuery(spec, event.url.searchParams)) }) };
};
