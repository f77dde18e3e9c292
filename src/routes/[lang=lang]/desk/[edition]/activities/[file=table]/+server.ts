import { csv } from '#boards/programme/formats/csv.ts';
import { xlsx } from '#boards/programme/formats/xlsx.ts';
import { progressSpec, progressTable } from '#boards/programme/hosting/progress/list.ts';
import { progressDesk } from '#boards/programme/hosting/progress/views.server.ts';
import { tableAnswer } from '#ui/desk/table.server.ts';
import { listOf, listQuery } from '#platform/list.ts';
import { shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** The overview as it is filtered and sorted. */
export const GET: RequestHandler = async (event) => {
  const { lines, tasks, zone } = await shown(event, progressDesk, { edition: event.params.edition });
  const language = event.locals.language;
  const spec = { ...progressSpec(language), pageSize: lines.length || 1 };
  const { rows } = listOf(lines, spec, listQuery(spec, event.url.searchParams));
  const table = progressTable(rows, tasks, zone, language);
  return tableAnswer(
    event.params.file,
    () => csv(table),
    () => xlsx(table),
  );
};
