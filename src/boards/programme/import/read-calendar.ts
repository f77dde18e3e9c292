/** iCalendar. Lines are read by hand, so that a damaged one is said with its number and the rest is kept. */
import { oneLine } from '../formats/plain-text.ts';
import { asksForPart } from '../formats/entries.ts';
import { UID_HOST } from '../formats/calendar.ts';
import { unescapeValue } from '../formats/content-line.ts';
import { collect, type Collect, ownAddress, slugInAddress } from './collect.ts';
import { type Imported, type Remark, type Texts, Unreadable } from './imported.ts';
import { isZone, onWall, readDuration, readMoment } from './moments.ts';
import { after, optional } from './read-schedule-xml.ts';

interface Line {
  line: number;
  name: string;
  parameters: Record<string, string>;
  value: string;
}

interface Component {
  name: string;
  line: number;
  properties: Line[];
}

const MOST_LINES = 2_000_000;

export function readCalendar(text: string, remarks: Remark[], zone: string | null): Imported {
  const lines = unfold(text);
  const own = lines.some(({ name, value }) => name === 'PRODID' && value.includes('//Everforum//'));
  const into = collect('ics', own, remarks);
  const { file, say } = into;
  const { head, events, closed, zones } = components(lines);
  if (!closed)
    throw new Unreadable({ is: 'malformed', format: 'iCalendar', line: lines.at(-1)?.line ?? null, text: 'it ends before END:VCALENDAR' });
  const property = (name: string) => head.find((one) => one.name === name)?.value.trim() ?? null;
  const named = property('X-WR-TIMEZONE');
  const only = zones.map((one) => zoneNamed(one)).filter((one) => one !== null);
  const known = named && isZone(named) ? named : only.length === 1 ? only[0]! : null;
  Object.assign(file.conference, {
    title: oneLine(unescapeValue(property('X-WR-CALNAME') ?? property('NAME') ?? '')) || null,
    timeZone: known,
  });
  if (own) {
    const source = property('SOURCE');
    ownAddress(file, source, asksForPart);
    if (!/\/schedule\.ics(\?|$)/.test(source ?? '')) file.whole = false;
  }
  if (!known && !zone) say('guess', null, 'zone', 'the calendar names no time zone; its times are kept, its days are counted in UTC');
  for (const event of events) readEvent(into, event, known ?? zone ?? 'UTC');
  return file;
}

/** Lines that begin with a blank go on with the line before (RFC 5545, 3.1). */
function unfold(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  let start = 1;
  let parts: string[] = [];
  const finish = () => {
    const line = parts.length > 0 ? parse(parts.join(''), start) : null;
    if (line) lines.push(line);
    if (lines.length > MOST_LINES)
      throw new Unreadable({ is: 'refused', text: `The file has more than ${MOST_LINES} lines; that is no calendar.` });
  };
  for (let at = 0; at <= text.length;) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const raw = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    at = end + 1;
    number++;
    if (/^[ \t]/.test(raw) && parts.length > 0) parts.push(raw.slice(1));
    else {
      finish();
      parts = [raw];
      start = number;
    }
  }
  finish();
  return lines;
}

function parse(text: string, line: number): Line | null {
  const head = /^[A-Za-z0-9-]{1,60}/.exec(text)?.[0];
  if (!head) return null;
  const parameters: Record<string, string> = {};
  let at = head.length;
  while (text[at] === ';' && at < 4000) {
    const match = /^;([A-Za-z0-9-]{1,60})=("[^"]{0,2000}"|[^;:"]{0,2000})(?:,(?:"[^"]{0,2000}"|[^;:,"]{0,2000}))*/.exec(
      text.slice(at, at + 5000),
    );
    if (!match) return null;
    parameters[match[1]!.toUpperCase()] = match[2]!.replace(/^"|"$/g, '');
    at += match[0].length;
  }
  if (text[at] !== ':') return null;
  return { line, name: head.toUpperCase(), parameters, value: text.slice(at + 1) };
}

function components(lines: readonly Line[]): { head: Line[]; events: Component[]; closed: boolean; zones: string[] } {
  const head: Line[] = [];
  const events: Component[] = [];
  const zones: string[] = [];
  const open: string[] = [];
  let closed = false;
  let event: Component | null = null;
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      const name = line.value.trim().toUpperCase();
      open.push(name);
      if (name === 'VEVENT') event = { name, line: line.line, properties: [] };
    } else if (line.name === 'END') {
      const name = line.value.trim().toUpperCase();
      open.pop();
      if (name === 'VEVENT' && event) events.push(event);
      if (name === 'VEVENT') event = null;
      if (name === 'VCALENDAR') closed = true;
    } else if (event && open.at(-1) === 'VEVENT') event.properties.push(line);
    // Some writers put the calendar's own properties after its events.
    else if (open.length === 1) head.push(line);
    else if (open.at(-1) === 'VTIMEZONE' && line.name === 'TZID') zones.push(line.value.trim());
  }
  return { head, events, closed, zones };
}

/** Zones of the programs that do not name them as everybody else does. */
const WINDOWS: Record<string, string> = {
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'gmt standard time': 'Europe/London',
  'china standard time': 'Asia/Shanghai',
  'tokyo standard time': 'Asia/Tokyo',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  'india standard time': 'Asia/Kolkata',
  'singapore standard time': 'Asia/Singapore',
  'russian standard time': 'Europe/Moscow',
  'aus eastern standard time': 'Australia/Sydney',
  utc: 'UTC',
};

function zoneNamed(name: string): string | null {
  if (isZone(name)) return name;
  const tail = /([A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)$/.exec(name)?.[1];
  if (tail && isZone(tail)) return tail;
  return WINDOWS[name.toLowerCase()] ?? null;
}

function readEvent(into: Collect, { properties, line }: Component, zone: string): void {
  const { file, say } = into;
  const first = (name: string) => properties.find((one) => one.name === name);
  const plain = (name: string) => {
    const found = first(name);
    return found ? unescapeValue(found.value).trim() : undefined;
  };
  const title = oneLine(plain('SUMMARY') ?? '');
  const bad = (text: string) => say('bad', line, 'event', `${title ? `“${title.slice(0, 80)}”` : 'an entry without a title'}: ${text}`);
  const language = (name: string) => (file.own ? '' : (into.language(first(name)?.parameters['LANGUAGE'] ?? null).of ?? ''));
  const moment = (name: string): { at: string; day: boolean } | null | string => {
    const found = first(name);
    if (!found) return null;
    const tzid = found.parameters['TZID'];
    const within = tzid ? zoneNamed(tzid) : null;
    if (tzid && !within) say('guess', found.line, 'tzid', `“${tzid.slice(0, 60)}” is no time zone that is known; ${zone} is used`);
    const value = found.value.trim();
    const read = readMoment(value, within ?? zone);
    if (typeof read === 'string') return read;
    if (read.guess) say('guess', found.line, 'clock', read.guess);
    if (!tzid && !/[Zz]$/.test(value) && value.length > 8) say('guess', found.line, 'floating', `times without a zone are read in ${zone}`);
    if (within && !file.own) into.offset(oneLine(plain('LOCATION') ?? ''), read.at, null);
    return { at: read.at, day: /^\d{8}$/.test(value) };
  };
  const start = moment('DTSTART');
  if (typeof start === 'string') return bad(start);
  if (!start) return bad('it has no start');
  const end = moment('DTEND');
  if (typeof end === 'string') return bad(end);
  const length = plain('DURATION');
  const duration = length === undefined ? null : readDuration(length);
  if (length !== undefined && duration === null) return bad(`“${length.slice(0, 40)}” is no duration`);
  let endsAt = end?.at ?? (duration === null ? start.at : after(start.at, duration));
  if (!end && duration === null) {
    say(
      'guess',
      line,
      'duration',
      `“${title.slice(0, 80)}” has no end; it is taken to ${start.day ? 'last the day' : 'end when it starts'}`,
    );
    if (start.day) endsAt = onWall(Date.parse(start.at) + 86_400_000, 'UTC').at;
  }
  if (Date.parse(endsAt) < Date.parse(start.at)) return bad('it ends before it starts');
  if (first('RRULE') || first('RDATE')) say('guess', line, 'recurrence', `“${title.slice(0, 80)}” repeats; only its first time is taken`);
  const uid = plain('UID') ?? '';
  const recurrence = plain('RECURRENCE-ID');
  const guid = uid.endsWith(`@${UID_HOST}`) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uid) ? uid.replace(/@.*$/, '') : null;
  if (!uid) say('guess', line, 'uid', `“${title.slice(0, 80)}” has no UID; it is known by what it is called`);
  const room = placeOf(
    into,
    file.own ? (plain('LOCATION') ?? '') : oneLine(plain('LOCATION') ?? ''),
    first('DTSTART')?.parameters['TZID'] ?? null,
  );
  const geo = /^(-?\d+(?:\.\d+)?);(-?\d+(?:\.\d+)?)$/.exec(plain('GEO') ?? '');
  if (room && geo && Math.abs(Number(geo[1])) <= 90 && Math.abs(Number(geo[2])) <= 180) {
    Object.assign(into.room(room), { latitude: Number(geo[1]), longitude: Number(geo[2]) });
  }
  const texts = (name: string, prose: boolean): Texts | null | undefined =>
    prose ? into.prose(plain(name), language(name)) : into.line(plain(name), language(name));
  const categories = (first('CATEGORIES')?.value ?? '')
    .split(/(?<!\\),/)
    .map((one) => oneLine(unescapeValue(one)))
    .filter(Boolean);
  const identity = into.identity({
    guid: recurrence ? null : guid,
    key: uid ? `${uid} ${recurrence ?? ''}` : `${title} ${room ?? ''}`,
    line,
  });
  const description = texts('DESCRIPTION', true);
  const page = plain('URL');
  const cancelled = plain('STATUS')?.toUpperCase() === 'CANCELLED';
  into.add({
    line,
    ...identity,
    slug: null,
    ownSlug: file.own ? slugInAddress(page) : null,
    title: into.title(title, language('SUMMARY'), line),
    // One text for what we keep as two: abstract and description, told one after the other.
    more: {
      text: description ? (Object.values(description)[0] ?? null) : null,
      ...(categories.length > 1 ? { board: categories[0]! } : {}),
    },
    startsAt: start.at,
    endsAt,
    room,
    ...(categories.length > 0 ? { track: categories.at(-1)! } : {}),
    ...optional('links', file.own || !page ? undefined : into.link(page, '', 'origin')),
    state: cancelled ? 'cancelled' : 'published',
  });
}

/** Our own calendars tell the path of a place, nearest first. */
function placeOf(into: Collect, location: string, tzid: string | null): string | null {
  if (!location) return null;
  const room = into.room(location);
  const zone = tzid ? zoneNamed(tzid) : null;
  if (zone && !into.file.own) room.timeZone = zone;
  const parts = location.split(', ');
  if (into.file.own && parts.length > 1 && room.parents.length === 0) {
    room.name = parts[0]!;
    room.parents = parts.slice(1).map((name, at, all) => {
      const kind = at === all.length - 1 ? 'site' : at === all.length - 2 ? 'venue' : 'floor';
      const timeZone = kind === 'site' ? (tzid ?? into.file.conference.timeZone) : null;
      return { kind, name, guid: null, slug: null, timeZone, country: null };
    });
  }
  return location;
}
