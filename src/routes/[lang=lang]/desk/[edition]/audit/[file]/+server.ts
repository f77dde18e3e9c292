import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { actorTold, changesTold, lineTold, subjectTold, type Telling } from '#boards/audit/telling.ts';
import { auditVerb } from '#boards/audit/verb-words.ts';
import { auditExport, type TrailEntry } from '#boards/audit/views.server.ts';
import { auditColumns, auditWords } from '#boards/audit/words.ts';
import type { Cell } from '#boards/programme/formats/table.ts';
import { xlsx } from '#boards/programme/formats/xlsx.ts';
import { csvRow } from '#platform/csv.ts';
import { trailWord } from '#ui/desk/trail-words.ts';
import type { PageLanguage } from '#registry/text.ts';
import { fileAnswer } from '#ui/desk/table.server.ts';
import { inputOf, shown } from '#ui/door.server.ts';
import type { RequestHandler } from './$types';

type Entry = TrailEntry & { seal: string };
/** As the trail has it, then the same in words of the page's language. */
const COLUMNS = ['id', 'at', 'actor', 'role', 'verb', 'subject', 'before', 'after', 'seal'] as const;
const IN_WORDS = ['who', 'what', 'about', 'change'] as const;

/** A table is held whole; what is longer is for CSV, which is written as it is read. */
const MOST_IN_XLSX = 50_000;

/** `audit.csv`, and `audit.json` with one entry a line. */
const FORMATS: Record<
  string,
  { type: string; head: string; piece(entries: Entry[], first: boolean, telling: Telling): string; tail: string }
> = {
  'audit.csv': {
    type: 'text/csv; charset=utf-8',
    head: `\ufeff${csvRow([...COLUMNS, ...IN_WORDS])}`,
    piece: (entries, _, telling) =>
      entries.map((entry) => csvRow([...COLUMNS.map((name) => told(entry[name])), ...inWords(entry, telling)])).join(''),
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
const inWords = ({ actor, verb, subject, before, after }: Entry, telling: Telling): string[] => [
  actorTold(actor, telling).text,
  auditVerb(telling.language, verb),
  subjectTold(subject, telling).text,
  lineTold(changesTold(before, after, telling), telling.language),
];

/** A cell holds 32,767 characters; what is longer says that it is cut, and is whole in CSV and JSON. */
const fitting = (text: string): string => (text.length > 32_767 ? `${text.slice(0, 32_700)} […]` : text);

type Pieces = AsyncGenerator<{ entries: Entry[]; names: Telling['names'] }>;

async function workbook(pieces: Pieces, language: PageLanguage, timeZone: string): Promise<Buffer | null> {
  const header = (key: (typeof COLUMNS)[number] | (typeof IN_WORDS)[number]) => ({ key, header: auditColumns(language)(key) });
  const columns = [...COLUMNS, ...IN_WORDS].map(header);
  const rows: Cell[][] = [];
  for await (const { entries, names } of pieces) {
    const telling: Telling = { language, timeZone, names, word: trailWord(language) };
    for (const entry of entries)
      rows.push([
        ...COLUMNS.map((name): Cell =>
          name === 'at' ? { at: entry.at, zone: timeZone } : name === 'id' ? entry.id : fitting(told(entry[name])),
        ),
        ...inWords(entry, telling).map(fitting),
      ]);
    if (rows.length > MOST_IN_XLSX) return null;
  }
  return xlsx({ name: auditWords(language)('audit'), columns, rows });
}

export const GET: RequestHandler = async (event) => {
  const { edition, file, lang: language } = event.params;
  if (file === 'audit.xlsx') {
    const { pieces, timeZone } = await shown(event, auditExport, { ...inputOf(event), edition });
    const book = await workbook(pieces, language, timeZone);
    if (!book) error(422, auditWords(language)('tooMany', { most: MOST_IN_XLSX }));
    return fileAnswer(`${edition}-${file}`, book);
  }
  const format = FORMATS[file] ?? error(404, 'not found');
  const { pieces, timeZone } = await shown(event, auditExport, { ...inputOf(event), edition });
  async function* written() {
    const encoder = new TextEncoder();
    yield encoder.encode(format.head);
    let first = true;
    for await (const { entries, names } of pieces) {
      yield encoder.encode(format.piece(entries, first, { language, timeZone, names, word: trailWord(language) }));
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
