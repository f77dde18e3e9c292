/** schedule.xml as frab, pretalx, Pentabarf and we write it. */
import { asksForPart } from '../formats/entries.ts';
import { NO_ROOM } from '../formats/place-names.ts';
import { clean, oneLine } from '../formats/plain-text.ts';
import { isUuid } from '../formats/uuid.ts';
import { type Collect, collect, ownAddress } from './collect.ts';
import { type Imported, Unreadable, type Remark } from './imported.ts';
import { isZone, readDay, readDuration, readMoment } from './moments.ts';
import { childOf, childrenOf, type Element, parseXml, textOf } from './xml.ts';

export function readScheduleXml(text: string, remarks: Remark[], zone: string | null): Imported {
  const root = parseXml(text);
  if (root.name !== 'schedule') {
    throw new Unreadable({ is: 'unknown-format', looksLike: `XML whose first element is <${root.name.slice(0, 60)}>` });
  }
  const own = childOf(root, 'generator')?.attributes['name'] === 'everforum';
  const into = collect('schedule.xml', own, remarks);
  const { file, say } = into;
  const conference = childOf(root, 'conference');
  if (own) ownAddress(file, textOf(root, 'url'), asksForPart);
  const named = textOf(conference, 'time_zone_name') || null;
  if (named && !isZone(named))
    say('guess', childOf(conference, 'time_zone_name')!.line, 'zone', `“${named.slice(0, 60)}” is no time zone that is known`);
  Object.assign(file.conference, {
    title: oneLine(textOf(conference, 'title') ?? '') || null,
    acronym: textOf(conference, 'acronym') || null,
    start: textOf(conference, 'start') || null,
    end: textOf(conference, 'end') || null,
    timeZone: isZone(named) ? named : null,
    venue: oneLine(textOf(conference, 'venue') ?? '') || null,
    city: oneLine(textOf(conference, 'city') ?? '') || null,
  });
  for (const day of childrenOf(root, 'day')) {
    const date = readDay(day.attributes['date']) ?? readDay(day.attributes['start']);
    for (const room of childrenOf(day, 'room')) {
      const name = clean(room.attributes['name'] ?? '');
      // A room may be named without anything in it.
      const nowhere = file.own && !room.attributes['guid'] && (name === NO_ROOM.zh || name === NO_ROOM.en);
      if (name && !nowhere) into.room(name).guid ??= isUuid(room.attributes['guid'] ?? '') ? room.attributes['guid']!.toLowerCase() : null;
      for (const event of childrenOf(room, 'event'))
        readEvent(into, event, name, room.attributes['guid'] ?? null, date, file.conference.timeZone ?? zone ?? 'UTC');
    }
  }
  if (!file.conference.timeZone && file.events.length > 0) say('note', null, 'zone', 'the file names no time zone');
  return file;
}

function readEvent(into: Collect, event: Element, roomName: string, roomGuid: string | null, day: string | null, zone: string): void {
  const { file, say } = into;
  const { line } = event;
  const title = oneLine(textOf(event, 'title') ?? '');
  const bad = (text: string) => say('bad', line, 'event', `${title ? `“${title.slice(0, 80)}”` : 'an event without a title'}: ${text}`);
  const date = textOf(event, 'date');
  const start = textOf(event, 'start');
  const written = date && /[T ]\d/.test(date) ? date : day || readDay(date) ? `${readDay(date) ?? day}T${start || '00:00'}` : (date ?? '');
  const moment = readMoment(written, zone);
  if (typeof moment === 'string') return bad(moment);
  if (moment.guess) say('guess', line, 'clock', moment.guess);
  const told = textOf(event, 'duration');
  const duration = told ? readDuration(told) : 0;
  if (duration === null) return bad(`“${told!.slice(0, 40)}” is no duration`);
  if (!told) say('guess', line, 'duration', `“${title.slice(0, 80)}” has no duration; it is taken to end when it starts`);
  const name = clean(textOf(event, 'room') ?? '') || roomName;
  const none = !name || (file.own && (name === NO_ROOM.zh || name === NO_ROOM.en) && !roomGuid);
  if (!none) {
    into.room(name);
    into.offset(name, moment.at, moment.offset);
  }
  const language = into.language(textOf(event, 'language'));
  const links = childrenOf(childOf(event, 'links'), 'link');
  const attachments = childrenOf(childOf(event, 'attachments'), 'attachment');
  const recording = childOf(event, 'recording');
  const page = textOf(event, 'url');
  const origin = textOf(event, 'origin_url') ?? (file.own ? undefined : page);
  into.add({
    line,
    ...into.identity({ guid: event.attributes['guid'] ?? null, id: event.attributes['id'] ?? null, key: `${title} ${name}`, line }),
    slug: textOf(event, 'slug') || null,
    title: into.title(title, language.of, line),
    ...optional('subtitle', into.line(textOf(event, 'subtitle'), language.of)),
    ...optional('abstract', into.prose(textOf(event, 'abstract'), language.of)),
    ...optional('description', into.prose(textOf(event, 'description'), language.of)),
    startsAt: moment.at,
    endsAt: after(moment.at, duration),
    room: none ? null : name,
    track: oneLine(textOf(event, 'track') ?? '') || null,
    ...optional('type', textOf(event, 'type') || undefined),
    ...optional('languages', language.spoken),
    people: childrenOf(childOf(event, 'persons'), 'person').flatMap((person) => {
      const called = oneLine(person.text);
      if (!called) return [];
      return [
        {
          guid: person.attributes['guid']?.toLowerCase() ?? null,
          code: person.attributes['code'] ?? person.attributes['id'] ?? null,
          name: called,
        },
      ];
    }),
    links: [
      ...links.flatMap((link) => into.link(link.attributes['href'], link.text, 'link')),
      ...attachments.flatMap((one) => into.link(one.attributes['href'], one.text, 'attachment')),
      ...into.link(textOf(recording, 'url') || textOf(recording, 'link') || textOf(event, 'video_download_url'), '', 'recording'),
      ...into.link(textOf(event, 'logo'), '', 'logo'),
      ...into.link(textOf(event, 'feedback_url'), '', 'feedback'),
      ...into.link(origin, '', 'origin'),
    ],
  });
}

export const after = (at: string, milliseconds: number): string =>
  new Date(Date.parse(at) + milliseconds).toISOString().replace('.000Z', 'Z');

/** A property that is there only where there is a value. */
export const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { [Name in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: Value };
