import { error } from '@sveltejs/kit';
import { changeTable } from '#boards/programme/formats/change-table.ts';
import { csv } from '#boards/programme/formats/csv.ts';
import type { Table } from '#boards/programme/formats/table.ts';
import { xlsx } from '#boards/programme/formats/xlsx.ts';
import { isChangeKind, onlyKind } from '#boards/programme/pages/change-list.ts';
import { publishLists } from '#boards/programme/publishing/views.server.ts';
import { clashFilterOf, narrowed } from '#boards/programme/schedule/clash-filter.ts';
import { clashTable } from '#boards/programme/schedule/clash-table.ts';
import { tellerOf } from '#boards/programme/schedule/words.ts';
import { shown } from '#ui/door.server.ts';
import { tableAnswer } from '#ui/desk/table.server.ts';
import { chosenIn } from '../chosen.ts';
import type { RequestHandler } from './$types';

/** Clashes or changes of what would be published, as the address narrows them. */
export const GET: RequestHandler = async (event) => {
  const { next, clashes, desk } = await shown(event, publishLists, chosenIn(event));
  const { language } = event.locals;
  const query = event.url.searchParams;
  const tables: Record<string, () => Table> = {
    clashes: () => clashTable(narrowed(clashes, clashFilterOf(query), tellerOf(desk, language).clash), desk, language),
    changes: () => {
      const kind = query.get('kind');
      const changes = isChangeKind(kind) ? onlyKind(next.changes, kind) : next.changes;
      return changeTable([{ publication: { ...next, changes } }], language);
    },
  };
  const table = tables[event.params.file.split('.', 1)[0]!] ?? error(404, 'not found');
  return tableAnswer(
    `${event.params.edition}-${event.params.file}`,
    () => csv(table()),
    () => xlsx(table()),
  );
};
