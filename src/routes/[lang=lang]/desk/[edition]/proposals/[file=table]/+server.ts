import { error } from '@sveltejs/kit';
import { csv } from '#boards/programme/formats/csv.ts';
import { xlsx } from '#boards/programme/formats/xlsx.ts';
import { proposalSpec, proposalTable } from '#boards/programme/proposals/list.ts';
import { proposals } from '#boards/programme/proposals/views.server.ts';
import { listOf, listQuery } from '#platform/list.ts';
import { shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

/** The list as its address narrows it, whole. */
export const GET: RequestHandler = async (event) => {
  const { rows, ...rest } = await shown(event, proposals, { edition: event.params.edition });
  const spec = { ...proposalSpec, pageSize: Math.max(1, rows.length) };
  const table = proposalTable(listOf(rows, spec, listQuery(spec, event.url.searchParams)).rows, rest, event.locals.language);
  const format = event.params.file === 'list.xlsx' ? 'xlsx' : event.params.file === 'list.csv' ? 'csv' : error(404, 'not found');
  return new Response(format === 'csv' ? csv(table) : new Uint8Array(xlsx(table)), {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${event.params.edition}-proposals.${format}"`,
    },
  });
};
