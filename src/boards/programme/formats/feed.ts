/** Every file that an edition's address gives out besides its pages, made from what the public may read. */
import { type Localised, textIn } from '#registry/text.ts';
import type { Instant, Uuid } from '../content.ts';
import type { House, Published } from '../house.ts';
import type { Withdrawn } from '../publication.ts';
import { queryOf, select } from '../selection.ts';
import { atom } from './atom.ts';
import { calendar } from './calendar.ts';
import { changeTable } from './change-table.ts';
import { csv } from './csv.ts';
import { type Entry, entriesOf, type Part, partFrom } from './entries.ts';
import { isListName, listTable } from './lists.ts';
import { oneLine } from './plain-text.ts';
import { scheduleJson } from './schedule-json.ts';
import { scheduleXml } from './schedule-xml.ts';
import { schedule2 } from './schedule2.ts';
import type { Source } from './schedule.ts';
import { xlsx } from './xlsx.ts';

export interface FeedFile {
  body: string | Buffer;
  type: string;
  /** What it is saved as. */
  name: string;
  /** The instant of the publication it was made from. */
  lastModified: Instant;
}

/** Earlier versions that a feed of changes goes back to, and a calendar looks for what was called off in. */
const MOST_VERSIONS = 30;

type ReadHouse = Pick<House, 'current' | 'version' | 'versions' | 'publicUrl'>;

/** The language asked for with `?lang=`, otherwise the edition's first. */
export function languageOf({ publication }: Published, parameters: URLSearchParams): string {
  const asked = parameters.get('lang') ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(asked) ? asked : (publication.content.edition.languages[0] ?? 'en');
}

/** The part's query in one fixed order, `''` for the whole. */
function partQuery({ selection, numbers }: Part): string {
  const query = queryOf(selection);
  if (!numbers) return query;
  return `${query ? `${query}&` : '?'}activity=${[...numbers].sort((a, b) => a - b).join(',')}`;
}

const withLanguage = (query: string, language: string): string => `${query ? `${query}&` : '?'}lang=${encodeURIComponent(language)}`;

/** `schedule.xml`, `schedule.json`, `schedule2.json`, `schedule.ics`, `changes.atom` and the lists; `null` where there is no such file or edition. */
export async function feed(house: ReadHouse, edition: string, file: string, parameters: URLSearchParams): Promise<FeedFile | null> {
  const published = await house.current(edition);
  if (!published) return null;
  const language = languageOf(published, parameters);
  const part = partFrom(parameters);
  const query = withLanguage(partQuery(part), language);
  const { publication, index } = published;
  const source: Source = { index, version: publication.number, language, publicUrl: house.publicUrl, part, query };
  const lastModified = publication.publishedAt;
  const address = `${house.publicUrl}/${edition}/${file}`;
  const name = `${edition}-${file}`;
  switch (file) {
    case 'schedule.xml':
      return { body: scheduleXml(source), type: 'application/xml; charset=utf-8', name, lastModified };
    case 'schedule.json':
      return { body: scheduleJson(source), type: 'application/json; charset=utf-8', name, lastModified };
    case 'schedule2.json':
      return { body: schedule2(source), type: 'application/json; charset=utf-8', name, lastModified };
    case 'schedule.ics': {
      const activities = entriesOf(index, language, part, 'activity');
      const label = partLabel(published, part, language);
      const called = [editionName(published, language), label].filter(Boolean).join(' · ');
      const inPart = (one: Published) =>
        new Set(
          part.numbers
            ? entriesOf(one.index, language, part, 'activity').map(({ id }) => id)
            : select(one.index, part.selection).map(({ id }) => id),
        );
      const withdrawn = await calledOff(house, published, (one) => inPart(one));
      return calendarFile(house, published, { language, name, called, source: `${address}${query}`, entries: activities, withdrawn });
    }
    case 'changes.atom': {
      const history = await historyOf(house, published);
      const body = atom({ history, language, publicUrl: house.publicUrl, part, query: partQuery(part), source: `${address}${query}` });
      return { body, type: 'application/atom+xml; charset=utf-8', name, lastModified };
    }
  }
  const [, list, ending] = /^([a-z]+)\.(csv|xlsx)$/.exec(file) ?? [];
  if (!list || (!isListName(list) && list !== 'changes')) return null;
  const table = isListName(list) ? listTable(source, list) : changeTable(await historyOf(house, published), language);
  return ending === 'csv'
    ? { body: csv(table), type: 'text/csv; charset=utf-8', name, lastModified }
    : { body: xlsx(table), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name, lastModified };
}

/** One activity, also after it was called off. */
export async function activityCalendar(
  house: ReadHouse,
  edition: string,
  slug: string,
  parameters: URLSearchParams,
): Promise<FeedFile | null> {
  const published = await house.current(edition);
  if (!published) return null;
  const language = languageOf(published, parameters);
  const activity = published.index.activityBySlug.get(slug);
  const entries = entriesOf(published.index, language, undefined, 'activity').filter((entry) => entry.id === activity?.id);
  const withdrawn = activity
    ? entries.length > 0
      ? []
      : await calledOff(house, published, () => new Set([activity.id]))
    : published.publication.withdrawn.filter((item) => item.activity === null && item.slug === slug);
  if (!activity && withdrawn.length === 0) return null;
  const called = oneLine(textIn(activity?.title ?? withdrawn[0]!.title, language));
  const source = `${house.publicUrl}/${edition}/activities/${encodeURIComponent(slug)}.ics${withLanguage('', language)}`;
  return calendarFile(house, published, { language, name: `${slug}.ics`, called, source, entries, withdrawn });
}

/** Where one person appears: the sessions they are in, and the activities that name them otherwise. */
export async function personCalendar(
  house: ReadHouse,
  edition: string,
  slug: string,
  parameters: URLSearchParams,
): Promise<FeedFile | null> {
  const published = await house.current(edition);
  const person = published?.publication.content.people.find((one) => one.slug === slug);
  if (!published || !person) return null;
  const language = languageOf(published, parameters);
  const entries = appearances(published, person.id, language);
  const withdrawn = await calledOff(house, published, (one) => new Set(appearances(one, person.id, language).map(({ id }) => id)));
  const called = [oneLine(textIn(person.name, language)), editionName(published, language)].join(' · ');
  const source = `${house.publicUrl}/${edition}/people/${encodeURIComponent(slug)}.ics${withLanguage('', language)}`;
  return calendarFile(house, published, { language, name: `${slug}.ics`, called, source, entries, withdrawn });
}

function appearances(published: Published, person: Uuid, language: string): Entry[] {
  const named = ({ people }: Entry) => people.some((role) => role.person === person);
  const sessions = entriesOf(published.index, language).filter(named);
  const within = new Set(sessions.map(({ activity }) => activity.id));
  const activities = entriesOf(published.index, language, undefined, 'activity').filter((entry) => named(entry) && !within.has(entry.id));
  return [...sessions, ...activities];
}

async function calendarFile(
  house: ReadHouse,
  { publication, index }: Published,
  file: { language: string; name: string; called: string; source: string; entries: readonly Entry[]; withdrawn: readonly Withdrawn[] },
): Promise<FeedFile> {
  const first = publication.number === 1 ? null : (await house.versions(publication.content.edition.slug)).at(-1);
  const body = calendar({
    name: file.called,
    source: file.source,
    index,
    language: file.language,
    publicUrl: house.publicUrl,
    publishedAt: publication.publishedAt,
    firstPublishedAt: first?.publishedAt ?? publication.publishedAt,
    revisions: publication.revisions,
    entries: file.entries,
    withdrawn: file.withdrawn,
  });
  return { body, type: 'text/calendar; charset=utf-8', name: file.name, lastModified: publication.publishedAt };
}

const editionName = ({ publication }: Published, language: string): string => oneLine(textIn(publication.content.edition.name, language));

/** What somebody who follows the part was told of and the programme no longer has at any time: left out of it, or without a time now. */
async function calledOff(house: ReadHouse, now: Published, followed: (one: Published) => ReadonlySet<Uuid>): Promise<Withdrawn[]> {
  const { publication, index } = now;
  const untimed = publication.content.activities.filter(
    (activity) => !activity.startsAt && (publication.revisions[activity.id]?.sequence ?? 0) > 0,
  );
  const open = new Set([...publication.withdrawn.map(({ id }) => id), ...untimed.map(({ id }) => id)]);
  const found: Withdrawn[] = [];
  for (let number = publication.number - 1; number > 0 && number > publication.number - 1 - MOST_VERSIONS && open.size > 0; number--) {
    const before = await house.version(publication.content.edition.slug, number);
    if (!before) continue;
    const ids = followed(before);
    for (const activity of before.publication.content.activities) {
      const parts = [{ item: activity, of: null }, ...activity.sessions.map((session) => ({ item: session, of: activity.slug }))];
      for (const { item, of } of parts) {
        if (!open.has(item.id) || !item.startsAt) continue;
        open.delete(item.id);
        if (!ids.has(item.id)) continue;
        const { id, guid, slug, startsAt, endsAt } = item;
        found.push({ id, guid, slug, activity: of, title: index.activity.get(id)?.title ?? item.title, startsAt, endsAt });
      }
    }
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The versions up to the current one, newest first. */
async function historyOf(house: ReadHouse, published: Published): Promise<Published[]> {
  const history = [published];
  const { number, content } = published.publication;
  for (let earlier = number - 1; earlier > 0 && history.length < MOST_VERSIONS; earlier--) {
    const version = await house.version(content.edition.slug, earlier);
    if (version) history.push(version);
  }
  return history;
}

function partLabel({ index }: Published, { selection, numbers }: Part, language: string): string {
  const named = (list: Iterable<{ slug: string; name: Localised }>, slug: string) =>
    oneLine(textIn([...list].find((item) => item.slug === slug)?.name, language)) || slug;
  const parts = Object.entries(selection).map(([view, key]) => {
    if (view === 'focus') return named(index.focus.values(), key);
    if (view === 'topic') return named(index.topic.values(), key);
    if (view === 'venue') return named(index.place.values(), key);
    if (view === 'host') return named(index.organisation.values(), key);
    if (view === 'person') return named(index.person.values(), key);
    return key;
  });
  return [...parts, ...(numbers ? [`${numbers.size}`] : [])].join(' · ');
}
