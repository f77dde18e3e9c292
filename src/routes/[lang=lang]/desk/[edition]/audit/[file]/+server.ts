import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { auditExport, type TrailEntry } from '#boards/audit/views.server.ts';
import { csvRow } from '#platform/csv.ts';
import { inputOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

type Entry = TrailEntry & { seal: string };
const COLUMNS = ['id', 'at', 'actor', 'role', 'verb', 'subject', 'before', 'after', 'seal'] as const;

/** `audit.csv`, and `audit.json` with one entry a line. */
const FORMATS: Record<string, { type: string; head: string; piece(entries: Entry[], first: boolean): string; tail: string }> = {
  'audit.csv': {
    type: 'text/csv; charset=utf-8',
    head: `\ufeff${csvRow([...COLUMNS])}`,
    piece: (entries) => entries.map((entry) => csvRow(COLUMNS.map((name) => told(entry[name])))).join(''),
    tail: '',
  },
  'audit.json': {
    type: 'application/json',
    head: '[\n',
    piece: (entries, first) => `${first ? '' : ',\n'}${entries.map((entry) => JSON.stringify(entry)).join(',\n')}`,
    tail: '\n]\n',
  },
};
const told = (value: unknown): string => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

export const GET: RequestHandler = async (event) => {
  const { edition, file } = event.params;
  const format = FORMATS[file] ?? error(404, 'not found');
  const { pieces } = await shown(event, auditExport, { ...inputOf(event), edition });
  async function* written() {
    const encoder = new TextEncoder();
    yield encoder.encode(format.head);
    let first = true;
    for await (const entries of pieces) {
      yield encoder.encode(format.piece(entries, first));
      first = false;
    }
    yield encoder.encode(format.tail);
  }
  return new Response(Readable.toWeb(Readable.from(written())) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': format.type,
      'content-disposition': `attachment; filename="${edition}-${file}"`,
      'cache-control': 'no-store',
    },
  });
};
