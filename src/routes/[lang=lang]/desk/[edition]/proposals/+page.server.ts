import { proposalSpec } from '#boards/programme/proposals/list.ts';
import { proposals } from '#boards/programme/proposals/views.server.ts';
import { listOf, listQuery } from '#platform/list.ts';
import { shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { rows, ...rest } = await shown(event, proposals, { edition: event.params.edition });
  return { ...rest, listed: listOf(rows, proposalSpec, listQuery(proposalSpec, event.url.searchParams)) };
};
