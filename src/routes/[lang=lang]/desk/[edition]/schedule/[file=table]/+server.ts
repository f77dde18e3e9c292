import { error } from '@sveltejs/kit';
import { csv } from '#boards/programme/formats/csv.ts';
import { xlsx } from '#boards/programme/formats/xlsx.ts';
import { clashFilterOf, narrowed, onDay } from '#boards/programme/schedule/clash-filter.ts';
import { clashTable } from '#boards/programme/schedule/clash-table.ts';
import { openClashes } from '#boards/programme/schedule/clashes.ts';
import { schedule } from '#boards/programme/schedule/views.server.ts';
import { tellerOf } from '#boards/programme/schedule/words.ts';
import { shown } from '#ui/door.server.ts';
import { tableAnswer } from '#ui/desk/table.server.ts';
import type { RequestHandler } from './$types';

/** `clashes.csv?rule=&state=&q=&day=`: the clashes that the reader's desk has, as saved. */
export const GET: RequestHandler = async (event) => {
  if (!event.params.file.startsWith('clashes.')) error(404, 'not found');
  const { desk } = await shown(event, schedule, { edition: event.params.edition });
  const { language } = event.locals;
  const query = event.url.searchParams;
  const day = query.get('day');
  const index = openClashes(desk);
  const all = day ? onDay(index.all(), desk, index.ground, day) : index.all();
  const table = () => clashTable(narrowed(all, clashFilterOf(query), tellerOf(desk, language).clash), desk, language);
  return tableAnswer(
    `${event.params.edition}-${event.params.file}`,
    () => csv(table()),
    () => xlsx(table()),
  );
};
