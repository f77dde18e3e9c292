/** What the schedule formats (XML, JSON v1, schedule2) share: the conference, its days, and each entry in one language. */
import { textIn } from '#registry/text.ts';
import type { Link } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { localDate, localTime, withOffset } from '../time.ts';
import { type Entry, entriesOf, isBreak, pageLanguage, type Part, WHOLE } from './entries.ts';
import { NO_ROOM, placeNames } from './place-names.ts';
import { clean, oneLine, webAddress } from './plain-text.ts';

/** What every format is made from: one publication, one language, the address of the site. */
export interface Source {
  index: Indexed;
  /** The programme version that is told. */
  version: number;
  language: string;
  /** Without a slash at the end. */
  publicUrl: string;
  part?: Part;
  /** The query of the file's own address, `''` or `?…`. */
  query?: string;
}

export interface Told {
  entry: Entry;
  title: string;
  subtitle: string;
  abstract: string;
  description: string;
  /** Unique within the file: acronym, number and the entry's own slug. */
  slug: string;
  url: string;
  roomName: string;
  people: { guid: string; name: string; url: string; role: string }[];
  links: Link[];
}

export interface Day {
  index: number;
  date: string;
  start: string;
  end: string;
  told: Told[];
}

export interface Schedule {
  acronym: string;
  title: string;
  url: string;
  /** First and last day. */
  start: string;
  end: string;
  timeZone: string;
  days: Day[];
  told: Told[];
  /** Names of the rooms that are used, in the order of the content's places. */
  rooms: Map<string, string>;
  tracks: { name: string; slug: string }[];
}

export function scheduleOf(source: Source, { untimely = false } = {}): Schedule {
  const { index, language, publicUrl, part = WHOLE } = source;
  const { edition, series } = index.content;
  // Formats without a word for it must not show what does not take place.
  const entries = entriesOf(index, language, part).filter((entry) => untimely || entry.state === 'confirmed');
  const used = new Set(entries.flatMap((entry) => entry.room ?? []));
  const rooms = placeNames(
    index,
    index.content.places.flatMap((place) => (used.has(place.id) ? place.id : [])),
    language,
  );
  const acronym = acronymOf(series.slug, edition.slug);
  const at = `${publicUrl}/${pageLanguage(language)}/${edition.slug}`;
  const told = entries.map((entry) => tell(index, entry, language, acronym, at, rooms));
  const zone = edition.timeZone;
  const dates = [...new Set(entries.map((entry) => localDate(entry.startsAt, zone)))];
  if (dates.length === 0) dates.push(edition.startsOn ?? `${edition.year}-01-01`);
  const days = dates.sort().map((date, at) => ({
    index: at + 1,
    date,
    start: wallToOffset(date, '00:00:00', zone),
    end: wallToOffset(date, '23:59:59', zone),
    told: told.filter(({ entry }) => localDate(entry.startsAt, zone) === date),
  }));
  const tracks = [...new Set(entries.map((entry) => entry.track))].map((name) => ({ name, slug: '' }));
  const slugs = new Set<string>();
  for (const track of tracks) {
    const wish = plainSlug(track.name);
    const plain = wish.length > 1 ? wish : `track-${tracks.indexOf(track) + 1}`;
    track.slug = plain;
    for (let number = 2; slugs.has(track.slug); number++) track.slug = `${plain}-${number}`;
    slugs.add(track.slug);
  }
  const [start, end] = edition.startsOn && edition.endsOn ? [edition.startsOn, edition.endsOn] : [days[0]!.date, days.at(-1)!.date];
  return { acronym, title: oneLine(textIn(edition.name, language)), url: at, start, end, timeZone: zone, days, told, rooms, tracks };
}

/** `[a-z0-9_]{4,}`, which fits the patterns of all three formats. */
export function acronymOf(series: string, edition: string): string {
  const text = (edition.startsWith(series) ? edition : `${series}_${edition}`).toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return text.padEnd(4, '_');
}

/** Letters and digits joined by hyphens, from a letter on; empty where the text has none. */
const plainSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

const wallToOffset = (date: string, time: string, zone: string): string => {
  const offset = withOffset(`${date}T12:00:00Z`, zone).slice(19);
  return `${date}T${time}${offset}`;
};

function tell(index: Indexed, entry: Entry, language: string, acronym: string, at: string, rooms: Map<string, string>): Told {
  const { activity, session } = entry;
  const item = session ?? activity;
  const own = item.slug.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const people = new Map<string, Told['people'][number]>();
  for (const { person: id, role } of entry.people) {
    const person = index.person.get(id);
    if (!person || people.has(id)) continue;
    people.set(id, {
      guid: id,
      name: oneLine(textIn(person.name, language)),
      url: `${at}/people/${encodeURIComponent(person.slug)}`,
      role,
    });
  }
  const links = entry.links.flatMap((link) => {
    const url = webAddress(link.url);
    return url ? [{ ...link, url, title: oneLine(link.title) }] : [];
  });
  return {
    entry,
    title: oneLine(textIn(item.title, language)),
    subtitle: session ? '' : oneLine(textIn(activity.subtitle, language)),
    abstract: clean(textIn(item.abstract, language)),
    description: session ? '' : clean(textIn(activity.description, language)),
    // At least four characters must follow the acronym.
    slug: `${acronym}-${`${entry.number}-${own}`.replace(/-+$/, '').padEnd(4, '_')}`,
    url: `${at}/activities/${encodeURIComponent(activity.slug)}${session ? `/${encodeURIComponent(session.slug)}` : ''}`,
    roomName: (entry.room && rooms.get(entry.room)) || NO_ROOM[pageLanguage(language)],
    people: [...people.values()],
    links,
  };
}

/** The entries of a day by room: every room on every day, so that their order is told, and what has no room last. */
export function byRoom({ rooms }: Schedule, { told }: Day): [name: string, guid: string | null, told: Told[]][] {
  const groups: [string, string | null, Told[]][] = [...rooms].map(([guid, name]) => [
    name,
    guid,
    told.filter(({ entry }) => entry.room === guid),
  ]);
  const nowhere = told.filter(({ entry }) => !entry.room || !rooms.has(entry.room));
  if (nowhere.length > 0) groups.push([nowhere[0]!.roomName, null, nowhere]);
  return groups;
}

/** Whole minutes, `HH:MM`, over 24 hours as well; at most `most` minutes where a format has a limit. */
export function durationOf({ entry }: Told, most = Infinity): string {
  const minutes = Math.min(most, Math.round((Date.parse(entry.endsAt) - Date.parse(entry.startsAt)) / 60_000));
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export const wallTime = (entry: Entry, zone: string): string => localTime(entry.startsAt, zone);
export const firstLink = (told: Told, kind: Link['kind']): string | null => told.links.find((link) => link.kind === kind)?.url ?? null;
export { isBreak };
