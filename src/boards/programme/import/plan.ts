/** What importing a file would do: worked out wholly before anything is written. Pure but for the time it takes. */
import type { EditionContent, Series, Uuid } from '../content.ts';
import { type Change, difference } from '../difference.ts';
import { calendar } from '../formats/calendar.ts';
import { csv } from '../formats/csv.ts';
import { entriesOf, WHOLE } from '../formats/entries.ts';
import { listTable } from '../formats/lists.ts';
import { scheduleJson } from '../formats/schedule-json.ts';
import { scheduleXml } from '../formats/schedule-xml.ts';
import { schedule2 } from '../formats/schedule2.ts';
import type { Source } from '../formats/schedule.ts';
import { xlsx } from '../formats/xlsx.ts';
import { indexOf } from '../index-of.ts';
import { publicView } from '../versions.ts';
import { freshContent } from './fresh.ts';
import type { Imported, Remark } from './imported.ts';
import type { Gone } from './gone.ts';
import { merge } from './merge.ts';
import { readFile } from './read-file.ts';

export interface ImportPlan {
  /** The edition as it would be. */
  content: EditionContent;
  /** There is no such edition yet. */
  makes: boolean;
  changes: Change[];
  remarks: Remark[];
  /** Entries that the file no longer holds and that are called off or taken out. */
  gone: number;
}

export interface ImportInput {
  file: Imported;
  /** Slug of the edition. */
  into: string;
  existing: EditionContent | null;
  series: Series | null;
  known: readonly EditionContent[];
  published: ReadonlySet<Uuid>;
  gone: Gone | null;
  /** ISO instant. */
  now: string;
  zone: string | null;
}

export async function planImport({ file, into, existing, series, known, published, gone, now, zone }: ImportInput): Promise<ImportPlan> {
  const early: Remark[] = [];
  const start = existing ?? freshContent(file, into, series, now, zone, early);
  const baseline = existing ? await baselineOf(existing, file) : null;
  const { content, remarks, gone: lost } = merge(start, file, { baseline, gone, published, known });
  if (existing && baseline && file.conference.title && file.conference.title !== baseline.conference.title) {
    early.push({
      level: 'note',
      line: null,
      code: 'edition',
      text: `the file calls the conference “${file.conference.title}”; the edition keeps its name and dates`,
    });
  }
  const changes = difference(start, content);
  return { content, makes: existing === null, changes, remarks: [...file.remarks, ...early, ...remarks], gone: lost };
}

/** What our own file of the same format and language says of the edition, read back. Tables do not say their language, so the one that fits best is taken. */
export async function baselineOf(existing: EditionContent, file: Imported): Promise<Imported> {
  const content = publicView(existing);
  const index = indexOf(content);
  const first = content.edition.languages[0] ?? 'en';
  const table = file.format === 'csv' || file.format === 'xlsx';
  const languages = file.language
    ? [file.language]
    : table && file.own
      ? [...new Set([first, ...content.edition.languages, 'zh', 'en', 'und'])]
      : [first];
  let best: { baseline: Imported; fits: number; language: string } | null = null;
  for (const language of languages) {
    const source: Source = { index, version: 1, language, publicUrl: 'https://everforum.invalid' };
    const outcome = await readFile(Buffer.from(written(source, file)), { zone: content.edition.timeZone });
    if (!outcome.ok) throw new Error(`our own ${file.format} could not be read back: ${JSON.stringify(outcome.problem)}`);
    const fits = fitting(outcome.value, file);
    if (!best || fits > best.fits) best = { baseline: outcome.value, fits, language };
    if (fits === file.events.length) break;
  }
  if (table && file.own) file.language = best!.language;
  return best!.baseline;
}

/** How many events of the file are told alike. */
function fitting(baseline: Imported, file: Imported): number {
  const plain = ({ line: _line, ownSlug: _ownSlug, links: _links, ...event }: Imported['events'][number]) => JSON.stringify(event);
  const known = new Map(baseline.events.map((event) => [event.guid, plain(event)]));
  return file.events.filter((event) => known.get(event.guid) === plain(event)).length;
}

function written(source: Source, file: Imported): string | Buffer {
  const { index, language } = source;
  switch (file.format) {
    case 'schedule.xml':
      return scheduleXml(source);
    case 'schedule.json':
      return scheduleJson(source);
    case 'schedule2':
      return schedule2(source);
    case 'ics':
      return calendar({
        name: '',
        source: `${source.publicUrl}/schedule.ics`,
        index,
        language,
        publicUrl: source.publicUrl,
        publishedAt: '2000-01-01T00:00:00Z',
        firstPublishedAt: '2000-01-01T00:00:00Z',
        revisions: {},
        entries: entriesOf(index, language, WHOLE, 'activity'),
        withdrawn: [],
      });
    case 'csv':
    case 'xlsx': {
      const sessions = file.events.some((event) => event.more && ('activityNumber' in event.more || 'activity' in event.more));
      const table = listTable(source, sessions ? 'sessions' : 'activities');
      return file.format === 'csv' ? csv(table) : xlsx(table);
    }
  }
}
