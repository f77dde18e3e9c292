/** Tables (CSV, XLSX): our own lists of activities and sessions in either language, and those that people make, by what their columns are called. */
import { parse } from 'csv-parse/sync';
import { dayAt } from '#registry/days.ts';
import { withoutApostrophe } from '../formats/csv.ts';
import { clean, oneLine } from '../formats/plain-text.ts';
import { HEADERS } from '../formats/table.ts';
import { languageCode } from './codes.ts';
import { collect, type Collect, slugInAddress } from './collect.ts';
import { type Imported, type ImportedPerson, type ImportFormat, type Remark, type Texts, Unreadable } from './imported.ts';
import { isZone, readDay, readDuration, readMoment } from './moments.ts';
import { after, optional } from './read-schedule-xml.ts';
import { MOST_COLUMNS, type Row } from './sheet.ts';

/** Other names that columns go by. */
const SYNONYMS: Record<string, string> = {
  id: 'number', 'no.': 'number', 'session number': 'number', '序号': 'number', guid: 'guid', uid: 'guid', uuid: 'guid', 'session title': 'title', 'talk title': 'title', 'proposal title': 'title',
  event: 'title', talk: 'title', summary: 'title', subject: 'title', '题目': 'title', '名称': 'title', '活动': 'title', '活动名称': 'title', titel: 'title', date: 'date', day: 'date', '日期': 'date', datum: 'date',
  'start time': 'start', begin: 'start', 'starts at': 'start', starts: 'start', from: 'start', time: 'start', '开始时间': 'start', '时间': 'start', beginn: 'start', 'start date': 'start', dtstart: 'start',
  'end time': 'end', ends: 'end', 'ends at': 'end', to: 'end', until: 'end', '结束时间': 'end', ende: 'end', 'end date': 'end', dtend: 'end', duration: 'duration', length: 'duration', '时长': 'duration', dauer: 'duration',
  location: 'room', venue: 'room', place: 'room', where: 'room', hall: 'room', '地点': 'room', raum: 'room', ort: 'room', track: 'topic', stream: 'topic', category: 'topic', '分类': 'topic',
  speaker: 'people', speakers: 'people', 'speaker names': 'people', persons: 'people', presenters: 'people', '嘉宾': 'people', '演讲嘉宾': 'people', '讲者': 'people', '主讲人': 'people', language: 'languages', lang: 'languages', sprache: 'languages',
  'session type': 'type', format: 'type', notes: 'description', details: 'description', '简介': 'abstract', beschreibung: 'description', '描述': 'description', link: 'website', timezone: 'timeZone',
}; // prettier-ignore

const BY_HEADER = new Map<string, string>();
for (const [key, { zh, en }] of Object.entries(HEADERS))
  for (const name of [zh, en]) if (!BY_HEADER.has(name.toLowerCase())) BY_HEADER.set(name.toLowerCase(), key);

/** `title:zh` for “Title (zh)”, `title` for “Talk title”; `null` for a column that is not known. */
function columnKey(header: string): string | null {
  const plain = oneLine(header).toLowerCase();
  const [, name = plain, language] = /^(.*?)\s*[(（[]([a-z]{2}(?:-[a-z]+)?|中文|英文)[)）\]]$/.exec(plain) ?? [];
  const key = BY_HEADER.get(name) ?? SYNONYMS[name] ?? null;
  const code = language ? languageCode(language) : null;
  return key && code ? `${key}:${code}` : key;
}

export function rowsOfCsv(text: string, remarks: Remark[]): Row[] {
  const first = text.slice(0, 4000).split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((delimiter) => [delimiter, first.split(delimiter).length] as const).sort((a, b) => b[1] - a[1]);
  const [delimiter] = counts[0]!;
  if (delimiter !== ',')
    remarks.push({
      level: 'guess',
      line: null,
      code: 'delimiter',
      text: `columns are taken to be set apart by ${delimiter === '\t' ? 'tabs' : `“${delimiter}”`}`,
    });
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 4_000_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let line = 1;
    return records.map(({ record, info }) => {
      const row = { line, cells: record.slice(0, MOST_COLUMNS).map(withoutApostrophe) };
      line = info.lines + 1;
      return row;
    });
  } catch (error) {
    const { message, lines, code } = error as Error & { lines?: number; code?: string };
    if (code === 'CSV_MAX_RECORD_SIZE')
      throw new Unreadable({ is: 'unknown-format', looksLike: 'text with a line of millions of characters' });
    throw new Unreadable({ is: 'malformed', format: 'CSV', line: lines ?? null, text: message.slice(0, 160) });
  }
}

export function readTable(format: ImportFormat, rows: Row[], remarks: Remark[], zone: string | null): Imported {
  const [head, ...body] = rows;
  const keys = (head?.cells ?? []).map(columnKey);
  const has = (key: string) => keys.some((one) => one === key || one?.startsWith(`${key}:`));
  if (!head || !has('title')) {
    throw new Unreadable({
      is: 'unknown-format',
      looksLike: has('name')
        ? 'a list of people, organisations or places; only activities and sessions are imported'
        : 'a table without a column “Title”',
    });
  }
  const into = collect(format, has('guid') && has('number'), remarks);
  // A table is taken for some rows of a programme: what it does not hold is kept.
  into.file.whole = false;
  const seen = new Set<string>();
  for (const [at, key] of keys.entries()) {
    if (!key && head.cells[at]?.trim())
      into.say('guess', head.line, 'column', `the column “${oneLine(head.cells[at]).slice(0, 60)}” is not known and is left out`);
    if (key && seen.has(key))
      into.say('guess', head.line, 'column', `the column “${oneLine(head.cells[at]!)}” stands there twice; the first counts`);
    if (key) seen.add(key);
  }
  const titles = keys.filter((key) => key?.startsWith('title:')).map((key) => key!.slice(6));
  into.file.conference.languages = titles;
  for (const { line, cells } of body) {
    const row = new Map<string, string>();
    for (const [at, key] of keys.entries()) if (key && !row.has(key)) row.set(key, (cells[at] ?? '').trim());
    if ([...row.values()].some(Boolean)) readRow(into, line, row, zone);
  }
  return into.file;
}

/** Columns that are kept as they stand and understood when they are merged. */
const MORE = [
  'board',
  'kind',
  'state',
  'access',
  'capacity',
  'streamUrl',
  'hosts',
  'people',
  'languages',
  'interpretation',
  'focus',
  'fields',
  'cancelled',
  'results',
  'activity',
  'activityNumber',
  'sample',
];

function readRow(into: Collect, line: number, row: Map<string, string>, zone: string | null): void {
  const { say, file } = into;
  const cell = (key: string) => row.get(key);
  const texts = (key: string): Texts | null | undefined => {
    const found = [...row].filter(([name]) => name === key || name.startsWith(`${key}:`));
    if (found.length === 0) return undefined;
    const told = found.filter(([, text]) => text).map(([name, text]) => [name.slice(key.length + 1), clean(text)]);
    return told.length > 0 ? (Object.fromEntries(told) as Texts) : null;
  };
  const title = texts('title');
  const name = Object.values(title ?? {})[0] ?? '';
  const bad = (text: string) => say('bad', line, 'row', `${name ? `“${oneLine(name).slice(0, 80)}”` : 'a row without a title'}: ${text}`);
  if (!title) return bad('it has no title');
  const told = cell('timeZone');
  if (told && !isZone(told)) return bad(`“${told.slice(0, 60)}” is no time zone`);
  const within = told || file.conference.timeZone || zone || 'UTC';
  if (told) file.conference.timeZone ??= told;
  const date = cell('date');
  const moment = (key: 'start' | 'end', day: string | null): { at: string } | null | undefined | string => {
    const text = cell(key);
    if (text === undefined && !(key === 'start' && date)) return undefined;
    if (!text && !(key === 'start' && date)) return null;
    const read = readMoment(written(text ?? '', day ?? (date ? isoDate(date) : null)), within);
    if (typeof read !== 'string' && read.guess) say('guess', line, 'clock', read.guess);
    return read;
  };
  const start = moment('start', null);
  if (typeof start === 'string') return bad(start);
  let end = moment('end', start ? dayAt(start.at, within) : null);
  if (typeof end === 'string') return bad(end);
  const length = cell('duration');
  if (!end && start && length) {
    const duration =
      readDuration(/^\d{1,4}$/.test(length) ? `0:${length.padStart(2, '0')}` : length) ??
      (/^\d{1,4}$/.test(length) ? Number(length) * 60_000 : null);
    if (duration === null) return bad(`“${length.slice(0, 40)}” is no duration`);
    end = { at: after(start.at, duration) };
  }
  if (start && !end) {
    say('guess', line, 'duration', `“${oneLine(name).slice(0, 80)}” has no end; it is taken to end when it starts`);
    end = { at: start.at };
  }
  if (!start && end) return bad('it has an end but no start');
  if (start && end && Date.parse(end.at) < Date.parse(start.at)) return bad('it ends before it starts');
  if (start && !told && !zone && !file.conference.timeZone)
    say('guess', line, 'zone', 'no column tells the time zone; times are read in UTC (say --time-zone)');
  const room = cell('room');
  if (room) into.room(oneLine(room)).timeZone ??= told || null;
  const people = cell('people');
  const website = cell('website');
  into.add({
    line,
    ...into.identity({ guid: cell('guid') || null, id: cell('number') ?? null, key: `${oneLine(name)} ${cell('activity') ?? ''}`, line }),
    slug: null,
    ownSlug: slugInAddress(cell('url')),
    title,
    ...optional('subtitle', texts('subtitle')),
    ...optional('abstract', texts('abstract')),
    ...optional('description', texts('description')),
    ...optional('startsAt', start === undefined ? undefined : (start?.at ?? null)),
    ...optional('endsAt', start === undefined ? undefined : (end?.at ?? null)),
    ...optional('room', room === undefined ? undefined : oneLine(room) || null),
    ...optional('track', cell('topic') === undefined ? undefined : oneLine(cell('topic')!) || null),
    ...optional('type', cell('type') || undefined),
    ...optional('people', people === undefined ? undefined : peopleOf(people, file.own)),
    ...optional(
      'languages',
      cell('languages') === undefined
        ? undefined
        : cell('languages')!
            .split(/[;,、/]/)
            .flatMap((one) => languageCode(one) ?? []),
    ),
    ...(website ? { links: into.link(website, '', 'link') } : {}),
    more: Object.fromEntries(MORE.flatMap((key) => (row.has(key) ? [[key, row.get(key) || null]] : []))),
  });
}

/** `Name (role); Name` — commas part names only where nothing else does. */
function peopleOf(text: string, own: boolean): ImportedPerson[] {
  const times = new Map<string, number>();
  const parts = own || /[;；、\n]/.test(text) ? text.split(/[;；、\n]/) : text.split(/,|，/);
  return parts.flatMap((part) => {
    const name = oneLine(part.replace(/\s*[(（][^()（）]*[)）]\s*$/, ''));
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    // Two of one name in one place are two people.
    return name ? [{ guid: null, code: time > 1 ? `${name} ${time}` : null, name }] : [];
  });
}

/** Dates as people write them, where only one reading makes sense: 2022/11/26, 26.11.2022, 2022年11月26日. */
function isoDate(text: string): string | null {
  const plain = text.trim();
  const year = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(plain);
  if (year) return `${year[1]}-${year[2]!.padStart(2, '0')}-${year[3]!.padStart(2, '0')}`;
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(plain);
  return european ? `${european[3]}-${european[2]!.padStart(2, '0')}-${european[1]!.padStart(2, '0')}` : readDay(plain);
}

function written(text: string, day: string | null): string {
  const time = /^(\d{1,2})[:：](\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (time) return day ? `${day}T${time[1]!.padStart(2, '0')}:${time[2]}${time[3] ? `:${time[3]}` : ''}` : text;
  const date = isoDate(text);
  if (!date) return text.trim() || (day ?? '');
  const rest = /(\d{1,2})[:：](\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/i.exec(text.slice(8));
  return rest ? `${date}T${rest[1]!.padStart(2, '0')}:${rest[2]}${rest[3] ? `:${rest[3]}` : ''}${rest[4] ?? ''}` : date;
}
