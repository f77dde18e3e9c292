/** schedule.json, version 1 and schedule2. */
import type { Link, PersonRole } from '../content.ts';
import { asksForPart } from '../formats/entries.ts';
import { NO_ROOM } from '../formats/place-names.ts';
import { clean, oneLine } from '../formats/plain-text.ts';
import { NOWHERE } from '../formats/schedule2.ts';
import { isUuid } from '../formats/uuid.ts';
import { languageCode } from './codes.ts';
import { type Collect, collect, ownAddress } from './collect.ts';
import { type Imported, type ImportedPerson, type ImportedRoom, type Remark, type Texts, Unreadable } from './imported.ts';
import { isObject, type Json, lineFinder, listAt, objectAt, parseJson, textAt } from './json.ts';
import { isZone, readDay, readDuration, readMoment } from './moments.ts';
import { proseOf } from './prose.ts';
import { after, optional } from './read-schedule-xml.ts';

type Lines = (needle: string) => number | null;

export function readScheduleJson(text: string, remarks: Remark[], zone: string | null): Imported {
  const root = parseJson(text);
  const schedule = objectAt(root, 'schedule') ?? (objectAt(root, 'conference') ? (root as Json) : null);
  if (!schedule) throw new Unreadable({ is: 'unknown-format', looksLike: 'JSON without a schedule in it' });
  const conference = objectAt(schedule, 'conference');
  const generator = objectAt(root, 'generator') ?? objectAt(schedule, 'generator');
  const own = textAt(generator, 'name') === 'everforum';
  const second = Array.isArray(schedule['events']);
  const into = collect(second ? 'schedule2' : 'schedule.json', own, remarks);
  const { file, say } = into;
  if (own) ownAddress(file, textAt(generator, 'url'), asksForPart);
  const named = textAt(conference, 'time_zone_name') || null;
  if (named && !isZone(named)) say('guess', null, 'zone', `“${named.slice(0, 60)}” is no time zone that is known`);
  Object.assign(file.conference, {
    title: oneLine(textAt(conference, 'title') ?? '') || null,
    acronym: textAt(conference, 'acronym') || null,
    start: textAt(conference, 'start') || null,
    end: textAt(conference, 'end') || null,
    timeZone: isZone(named) ? named : null,
    venue: oneLine(textAt(conference, 'venue') ?? '') || null,
    city: oneLine(textAt(conference, 'city') ?? '') || null,
    languages: listAt(conference, 'languages').flatMap((one) => (typeof one === 'string' ? (languageCode(one) ?? []) : [])),
  });
  if (!named) say('note', null, 'zone', 'the file names no time zone');
  const lines = lineFinder(text);
  const within = file.conference.timeZone ?? zone ?? 'UTC';
  const rooms = [...listAt(conference, 'rooms'), ...listAt(schedule, 'rooms')];
  if (second) {
    const keys = readRooms(into, rooms, lines, true);
    for (const event of schedule['events'] as unknown[]) if (isObject(event)) readSecond(into, event, lines, within, conference, keys);
  } else {
    readRooms(into, rooms, lines, false);
    const found = conference?.['days'] ?? schedule['days'];
    for (const day of Array.isArray(found) ? found : []) {
      const date = readDay(textAt(day, 'date'));
      for (const [name, events] of Object.entries(objectAt(day, 'rooms') ?? {})) {
        for (const event of Array.isArray(events) ? events : [])
          if (isObject(event)) readFirst(into, event, clean(name), date, lines, within);
      }
    }
  }
  return file;
}

/** Rooms of the conference; for schedule2 events name them by guid, so those that share a name are told apart. Comes to their keys by guid. */
function readRooms(into: Collect, rooms: unknown[], lines: Lines, second: boolean): Map<string, string> {
  const keys = new Map<string, string>();
  for (const one of rooms) {
    const name = clean(textAt(one, 'name') ?? '');
    const guid = textAt(one, 'guid')?.toLowerCase() ?? null;
    if (!name || guid === NOWHERE) continue;
    const key = second && guid ? guid : name;
    const room = into.room(key);
    room.name = name;
    if (guid) keys.set(guid, key);
    if (guid && isUuid(guid)) room.guid = guid;
    else if (guid) into.say('guess', lines(guid), 'room-guid', `“${guid.slice(0, 60)}” is no UUID`);
    const capacity = isObject(one) ? one['capacity'] : undefined;
    if (typeof capacity === 'number' && capacity >= 0 && capacity <= 2_147_483_647) room.capacity = Math.floor(capacity);
    else if (capacity === null) room.capacity = null;
    const slug = textAt(one, 'slug');
    if (slug) room.slug = slug;
    room.location = oneLine(textAt(one, 'location') ?? '') || null;
    room.parents = parentsOf(one);
  }
  return keys;
}

function parentsOf(room: unknown): ImportedRoom['parents'] {
  const parents: ImportedRoom['parents'] = [];
  for (let at = objectAt(room, 'parent'); at && parents.length < 8; at = objectAt(at, 'parent')) {
    const zone = textAt(at, 'time_zone_name') ?? null;
    const guid = textAt(at, 'guid')?.toLowerCase() ?? null;
    parents.push({
      kind: textAt(at, 'type') ?? null,
      name: oneLine(textAt(at, 'name') ?? '') || (textAt(at, 'slug') ?? ''),
      guid: guid && isUuid(guid) ? guid : null,
      slug: textAt(at, 'slug') ?? null,
      timeZone: isZone(zone) ? zone : null,
      country: textAt(at, 'country') ?? null,
    });
  }
  return parents.filter(({ name }) => name);
}

const label = (title: string) => (title ? `“${title.slice(0, 80)}”` : 'an event without a title');

function readFirst(into: Collect, event: Json, roomName: string, day: string | null, lines: Lines, zone: string): void {
  const { file, say } = into;
  const title = oneLine(textAt(event, 'title') ?? '');
  const line = lines(textAt(event, 'guid') || title);
  const bad = (text: string) => say('bad', line, 'event', `${label(title)}: ${text}`);
  const date = textAt(event, 'date');
  const start = textAt(event, 'start');
  const written = date && /[T ]\d/.test(date) ? date : day || readDay(date) ? `${readDay(date) ?? day}T${start || '00:00'}` : (date ?? '');
  const moment = readMoment(written, zone);
  if (typeof moment === 'string') return bad(moment);
  if (moment.guess) say('guess', line, 'clock', moment.guess);
  const end = textAt(event, 'end');
  const duration = textAt(event, 'duration');
  let endsAt = moment.at;
  const exact = end ? readMoment(end, zone) : null;
  if (exact && typeof exact !== 'string') endsAt = exact.at;
  else if (duration) {
    const length = readDuration(duration);
    if (length === null) return bad(`“${duration.slice(0, 40)}” is no duration`);
    endsAt = after(moment.at, length);
  } else say('guess', line, 'duration', `${label(title)} has no duration; it is taken to end when it starts`);
  if (Date.parse(endsAt) < Date.parse(moment.at)) return bad('it ends before it starts');
  const name = clean(textAt(event, 'room') ?? '') || roomName;
  const known = file.rooms.some(({ key }) => key === name);
  const none = !name || (file.own && !known && (name === NO_ROOM.zh || name === NO_ROOM.en));
  if (!none) {
    into.room(name);
    into.offset(name, moment.at, moment.offset);
  }
  const language = into.language(textAt(event, 'language'));
  const recording = objectAt(event, 'recording');
  const origin = textAt(event, 'origin_url') ?? (file.own ? null : textAt(event, 'url'));
  const references = referencesOf(into, event);
  into.add({
    line,
    ...into.identity({ guid: textAt(event, 'guid') ?? null, id: textAt(event, 'id') ?? null, key: `${title} ${name}`, line }),
    slug: textAt(event, 'slug') || null,
    title: into.title(title, language.of, line),
    ...optional('subtitle', into.line(textAt(event, 'subtitle'), language.of)),
    ...optional('abstract', into.prose(textAt(event, 'abstract'), language.of)),
    ...optional('description', into.prose(textAt(event, 'description'), language.of)),
    startsAt: moment.at,
    endsAt,
    room: none ? null : name,
    ...optional('track', trackAt(textAt(event, 'track'))),
    ...optional('type', textAt(event, 'type') || undefined),
    ...optional('languages', language.spoken),
    people: listAt(event, 'persons').flatMap((one) => personOf(one)),
    links: [
      ...references,
      ...into.link(textAt(recording, 'url') || textAt(event, 'video_download_url'), '', 'recording'),
      ...into.link(textAt(event, 'logo'), '', 'logo'),
      ...into.link(textAt(event, 'feedback_url'), '', 'feedback'),
      ...into.link(origin, '', 'origin'),
    ],
  });
}

const trackAt = (track: string | null | undefined): string | null | undefined =>
  track === undefined ? undefined : oneLine(track ?? '') || null;

const KIND_OF: Record<string, Link['kind']> = { media: 'recording', feedback: 'feedback', origin: 'origin' };

function referencesOf(into: Collect, event: Json): Link[] {
  const read = (key: string, kind: Link['kind']) =>
    listAt(event, key).flatMap((one) => {
      if (typeof one === 'string') return into.link(one, '', kind);
      const type = textAt(one, 'type')?.toLowerCase() ?? '';
      const title = textAt(one, 'title') ?? textAt(one, 'name') ?? '';
      return into.link(textAt(one, 'url') ?? textAt(one, 'href'), title ?? '', key === 'links' ? (KIND_OF[type] ?? kind) : kind);
    });
  const links = read('links', 'link');
  // The kinds stand in one order, whichever list of the file they come from.
  const plain = links.filter(({ kind }) => kind === 'link');
  return [...plain, ...read('attachments', 'attachment'), ...links.filter(({ kind }) => kind !== 'link')];
}

const ROLE_OF: Record<string, PersonRole> = {
  SPEAKER: 'speaker',
  MODERATOR: 'moderator',
  CONTRIBUTOR: 'panellist',
  HOST: 'host',
  GUEST: 'guest-of-honour',
};

function personOf(one: unknown): ImportedPerson[] {
  const name = oneLine(
    (typeof one === 'string' ? one : textAt(one, 'public_name') || textAt(one, 'name') || textAt(one, 'full_public_name')) ?? '',
  );
  if (!name) return [];
  const guid = textAt(one, 'guid')?.toLowerCase() ?? null;
  const role = ROLE_OF[textAt(one, 'role') ?? ''];
  return [
    { guid: guid && isUuid(guid) ? guid : null, code: textAt(one, 'code') ?? textAt(one, 'id') ?? null, name, ...optional('role', role) },
  ];
}

/** A plain text, or a map of languages. */
function textsAt(into: Collect, event: Json, key: string, language: string): Texts | null | undefined {
  const map = objectAt(event, key);
  if (!map) return into.prose(textAt(event, key), language);
  const texts = Object.entries(map).flatMap(([code, text]) => {
    const known = languageCode(code);
    const plain = typeof text === 'string' ? (into.file.own ? clean(text) : proseOf(text)) : '';
    return known && plain ? [[known, plain]] : [];
  });
  return texts.length > 0 ? (Object.fromEntries(texts) as Texts) : null;
}

const STATE_OF = {
  CONFIRMED: 'published',
  CANCELED: 'cancelled',
  CANCELLED: 'cancelled',
  WITHDRAWN: 'cancelled',
  DELETED: 'cancelled',
  REJECTED: 'cancelled',
  DELAYED: 'postponed',
} as const;

function readSecond(into: Collect, event: Json, lines: Lines, zone: string, conference: Json | null, rooms: Map<string, string>): void {
  const { file, say } = into;
  const type = textAt(event, 'type') ?? undefined;
  const title = oneLine(textAt(event, 'title') ?? '');
  const line = lines(textAt(event, 'guid') || title);
  const bad = (text: string) => say('bad', line, 'event', `${label(title)}: ${text}`);
  const moment = readMoment(textAt(event, 'start') ?? '', zone);
  if (typeof moment === 'string') return bad(moment);
  const duration = readDuration(textAt(event, 'duration') ?? '');
  const written = textAt(event, 'end');
  const end = written ? readMoment(written, zone) : null;
  if (typeof end === 'string') return bad(end);
  if (!end && duration === null) say('guess', line, 'duration', `${label(title)} has no end; it is taken to end when it starts`);
  const endsAt = end?.at ?? after(moment.at, duration ?? 0);
  if (Date.parse(endsAt) < Date.parse(moment.at)) return bad('it ends before it starts');
  const reference = objectAt(event, 'room');
  const guid = textAt(reference, 'guid')?.toLowerCase() ?? null;
  const name = clean(textAt(reference, 'name') ?? (typeof event['room'] === 'string' ? event['room'] : ''));
  let key: string | null = null;
  if (guid !== NOWHERE && (guid || name)) {
    key = (guid && rooms.get(guid)) || guid || name;
    const room = into.room(key);
    if (room.name === key && name) room.name = name;
    if (guid && isUuid(guid)) room.guid = guid;
    into.offset(key, moment.at, moment.offset);
  }
  const language = into.language(textAt(event, 'language'));
  const track = objectAt(event, 'track');
  const slug = textAt(track, 'slug');
  const tracks = listAt(conference, 'tracks');
  const named = textAt(tracks.find((one) => textAt(one, 'slug') === slug) ?? track, 'name');
  const state = STATE_OF[(textAt(event, 'state') ?? 'CONFIRMED') as keyof typeof STATE_OF];
  const logo = objectAt(event, 'logo');
  const plain = type === 'BREAK' || type === 'META';
  const page = file.own || plain ? [] : into.link(textAt(event, 'url'), '', 'origin');
  const references = referencesOf(into, event);
  const inOrder = ['link', 'attachment', 'recording'] as const;
  into.add({
    line,
    ...into.identity({ guid: textAt(event, 'guid') ?? null, id: textAt(event, 'code') ?? null, key: `${title} ${name}`, line }),
    slug: textAt(event, 'slug') || null,
    title: into.title(title, language.of, line),
    ...optional('subtitle', into.line(textAt(event, 'subtitle'), language.of)),
    ...optional('abstract', textsAt(into, event, 'abstract', language.of)),
    ...optional('description', textsAt(into, event, 'description', language.of)),
    startsAt: moment.at,
    endsAt,
    room: key,
    ...(track ? { track: oneLine(named ?? slug ?? '') || null } : {}),
    ...optional('type', type || undefined),
    ...optional('languages', language.spoken),
    ...(plain
      ? {}
      : {
          people: listAt(event, 'participants').flatMap((one) => personOf(one)),
          links: [
            ...inOrder.flatMap((kind) => references.filter((one) => one.kind === kind)),
            ...into.link(logo ? textAt(logo, 'url') : textAt(event, 'logo'), '', 'logo'),
            ...references.filter(({ kind }) => kind === 'feedback'),
            ...(references.some(({ kind }) => kind === 'origin') ? references.filter(({ kind }) => kind === 'origin') : page),
          ],
        }),
    state: plain ? 'published' : (state ?? 'published'),
  });
}
