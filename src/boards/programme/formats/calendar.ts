/**
 * iCalendar (RFC 5545, with RFC 7986 for names and sources). One entry for each activity; for a person or a single session, the sessions
 * they are in. UIDs are made of our own guids and never change; what was called off stays, as CANCELLED with a higher SEQUENCE, also when
 * the programme no longer knows it. What is postponed does not take place at the time that stood there, so it is CANCELLED as well until
 * it has a new time; then the same UID comes back CONFIRMED.
 */
import { textIn } from '#registry/text.ts';
import type { Instant, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { boardName } from '../names.ts';
import type { Revision, Withdrawn } from '../publication.ts';
import { escapeValue, fold, utc } from './content-line.ts';
import { type Entry, pageLanguage } from './entries.ts';
import { pathNames } from './place-names.ts';
import { clean, oneLine, webAddress } from './plain-text.ts';
import { vtimezone, wallStamp } from './vtimezone.ts';

export interface Calendar {
  name: string;
  /** The address that the calendar is subscribed at. */
  source: string;
  index: Indexed;
  language: string;
  publicUrl: string;
  publishedAt: Instant;
  /** When the first version was published: what has never changed since was last modified then at the latest. */
  firstPublishedAt: Instant;
  revisions: Record<Uuid, Revision>;
  entries: readonly Entry[];
  /** Called off and no longer in the programme. */
  withdrawn: readonly Withdrawn[];
}

export const UID_HOST = 'everforum';

export function calendar(told: Calendar): string {
  const { language, entries } = told;
  const zoneOf = (entry: Entry) =>
    (entry.room && told.index.pathOf(entry.room).find((place) => place.timeZone)?.timeZone) || told.index.content.edition.timeZone;
  const spans = new Map<string, [number, number]>();
  for (const entry of entries) {
    const zone = zoneOf(entry);
    const [from, to] = [Date.parse(entry.startsAt), Date.parse(entry.endsAt)];
    const span = spans.get(zone) ?? [from, to];
    spans.set(zone, [Math.min(from, span[0]), Math.max(to, span[1])]);
  }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Everforum//Programme//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${language}:${escapeValue(told.name)}`,
    `X-WR-CALNAME:${escapeValue(told.name)}`,
    `X-WR-TIMEZONE:${told.index.content.edition.timeZone}`,
    `SOURCE;VALUE=URI:${told.source}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    `LAST-MODIFIED:${utc(told.publishedAt)}`,
    ...[...spans].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([zone, [from, to]]) => (zone === 'UTC' ? [] : vtimezone(zone, from, to))),
    ...entries.flatMap((entry) => event(told, entry, zoneOf(entry))),
    ...told.withdrawn.flatMap((item) => gone(told, item)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function event(told: Calendar, entry: Entry, zone: string): string[] {
  const { index, language } = told;
  const { activity, session } = entry;
  const item = session ?? activity;
  const text = (name: string, value: string) => (value ? [`${name};LANGUAGE=${language}:${escapeValue(value)}`] : []);
  const path = entry.room ? index.pathOf(entry.room) : [];
  const point = path.find((place) => place.latitude !== null && place.longitude !== null);
  const description = [item.abstract, session ? null : activity.description].map((one) => clean(textIn(one, language))).filter(Boolean);
  const board = boardName(pageLanguage(language))(activity.board);
  const categories = [...new Set([board, entry.track])].map(escapeValue).join(',');
  const page = `/${pageLanguage(language)}/${index.content.edition.slug}/activities/${encodeURIComponent(activity.slug)}`;
  const stream = activity.streamUrl && webAddress(activity.streamUrl);
  return [
    'BEGIN:VEVENT',
    ...stamps(told, entry.id, entry.guid),
    ...when('DTSTART', entry.startsAt, zone),
    ...when('DTEND', entry.endsAt, zone),
    `STATUS:${entry.state === 'confirmed' ? 'CONFIRMED' : 'CANCELLED'}`,
    `TRANSP:${entry.state === 'confirmed' ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...text('SUMMARY', oneLine(textIn(item.title, language))),
    ...text('DESCRIPTION', description.join('\n\n')),
    ...text('LOCATION', entry.room ? pathNames(index, entry.room, language).join(', ') : ''),
    ...(point ? [`GEO:${point.latitude};${point.longitude}`] : []),
    `CATEGORIES;LANGUAGE=${language}:${categories}`,
    `URL:${told.publicUrl}${page}${session ? `/${encodeURIComponent(session.slug)}` : ''}`,
    ...(stream ? [`CONFERENCE;VALUE=URI;FEATURE=VIDEO:${stream}`] : []),
    'END:VEVENT',
  ];
}

function gone(told: Calendar, item: Withdrawn): string[] {
  if (!item.startsAt) return [];
  return [
    'BEGIN:VEVENT',
    ...stamps(told, item.id, item.guid),
    ...when('DTSTART', item.startsAt, 'UTC'),
    ...when('DTEND', item.endsAt ?? item.startsAt, 'UTC'),
    'STATUS:CANCELLED',
    'TRANSP:TRANSPARENT',
    `SUMMARY;LANGUAGE=${told.language}:${escapeValue(oneLine(textIn(item.title, told.language)))}`,
    'END:VEVENT',
  ];
}

function stamps({ publishedAt, firstPublishedAt, revisions }: Calendar, id: Uuid, guid: Uuid): string[] {
  const revision = revisions[id];
  return [
    `UID:${guid}@${UID_HOST}`,
    `DTSTAMP:${utc(publishedAt)}`,
    `LAST-MODIFIED:${utc(revision?.at ?? firstPublishedAt)}`,
    `SEQUENCE:${revision?.sequence ?? 0}`,
  ];
}

const when = (name: string, at: Instant, zone: string): string[] => [
  zone === 'UTC' ? `${name}:${utc(at)}` : `${name};TZID=${zone}:${wallStamp(at, zone)}`,
];
