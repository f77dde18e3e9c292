import { changesBetween } from '#boards/audit/model.ts';
import { auditChain, auditTrail } from '#boards/audit/views.server.ts';
import { inputOf, shown } from '#ui/door.server.ts';
import type { PageServerLoad } from './$types';

const NAMES = ['q', 'actor', 'verb', 'subject', 'from', 'to'] as const;

export const load: PageServerLoad = async (event) => {
  const { entries, ...rest } = await shown(event, auditTrail, { ...inputOf(event), edition: event.params.edition });
  const { searchParams } = event.url;
  return {
    ...rest,
    entries: entries.map(({ before, after, ...entry }) => ({ ...entry, changes: changesBetween(before, after) })),
    chain: searchParams.has('chain') ? await shown(event, auditChain, { edition: event.params.edition }) : null,
    asked: Object.fromEntries(NAMES.map((name) => [name, searchParams.get(name) ?? ''])) as Record<(typeof NAMES)[number], string>,
  };
};
