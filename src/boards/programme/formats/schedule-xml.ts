/** schedule.xml, the format of frab and pretalx that schedule apps read (https://c3voc.de/wiki/schedule), valid against its XSD. */
import { withOffset } from '../time.ts';
import { byRoom, durationOf, firstLink, type Schedule, scheduleOf, type Source, type Told, wallTime } from './schedule.ts';

type Attributes = Record<string, string | number | null>;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};
export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (character) => ESCAPES[character]!);
export const escapeAttribute = (text: string): string => text.replace(/[&<>"\n\t\r]/g, (character) => ESCAPES[character]!);

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeAttribute(String(value))}"`))
    .join('');

/** An element with text. */
const leaf = (name: string, text: string | number, attributes: Attributes = {}): string =>
  `<${name}${attributesOf(attributes)}>${escapeText(String(text))}</${name}>`;

/** An element with elements, each on a line of its own. */
const node = (name: string, attributes: Attributes, children: readonly string[]): string => {
  if (children.length === 0) return `<${name}${attributesOf(attributes)}/>`;
  return `<${name}${attributesOf(attributes)}>\n${children.join('\n')}\n</${name}>`;
};

/** The longest duration that the format's pattern can say. */
const LONGEST = 99 * 60 + 59;

export function scheduleXml(source: Source): string {
  const schedule = scheduleOf(source);
  const { edition } = source.index.content;
  const root = node('schedule', {}, [
    node('generator', { name: 'everforum', system: source.publicUrl }, []),
    leaf('url', `${source.publicUrl}/${edition.slug}/schedule.xml${source.query || `?lang=${source.language}`}`),
    leaf('version', source.version),
    node('conference', {}, [
      leaf('title', schedule.title),
      leaf('acronym', schedule.acronym),
      leaf('start', schedule.start),
      leaf('end', schedule.end),
      leaf('days', schedule.days.length),
      leaf('timeslot_duration', '00:05'),
      leaf('base_url', schedule.url),
      leaf('url', schedule.url),
      leaf('time_zone_name', schedule.timeZone),
      ...schedule.tracks.map(({ name, slug }) => leaf('track', name, { name, slug: /^[a-z][a-z0-9-]+$/.test(slug) ? slug : null })),
    ]),
    ...schedule.days.map((day) =>
      node(
        'day',
        { index: day.index, date: day.date, start: day.start, end: day.end },
        byRoom(schedule, day).map(([name, guid, told]) =>
          node(
            'room',
            { name, guid },
            told.map((one) => event(schedule, one)),
          ),
        ),
      ),
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function event({ timeZone }: Schedule, told: Told): string {
  const { entry } = told;
  const optional = (name: string, text: string | null) => (text ? [leaf(name, text)] : []);
  const recording = firstLink(told, 'recording');
  const links = told.links.filter((link) => link.kind === 'link');
  const attachments = told.links.filter((link) => link.kind === 'attachment');
  return node('event', { id: entry.number, guid: entry.guid }, [
    leaf('room', told.roomName),
    leaf('title', told.title),
    leaf('subtitle', told.subtitle),
    leaf('type', entry.type),
    leaf('date', withOffset(entry.startsAt, timeZone)),
    leaf('start', wallTime(entry, timeZone)),
    leaf('duration', durationOf(told, LONGEST)),
    leaf('abstract', told.abstract),
    leaf('slug', told.slug),
    leaf('track', entry.track),
    ...optional('logo', firstLink(told, 'logo')),
    node(
      'persons',
      {},
      told.people.map(({ guid, name }) => leaf('person', name, { guid })),
    ),
    leaf('language', entry.language ?? ''),
    leaf('description', told.description),
    ...(recording ? [node('recording', {}, [leaf('license', ''), leaf('optout', 'false'), leaf('url', recording)])] : []),
    node(
      'links',
      {},
      links.map(({ url, title }) => leaf('link', title, { href: url })),
    ),
    node(
      'attachments',
      {},
      attachments.map(({ url, title }) => leaf('attachment', title, { href: url })),
    ),
    leaf('url', told.url),
    ...optional('feedback_url', firstLink(told, 'feedback')),
    ...optional('origin_url', firstLink(told, 'origin')),
  ]);
}
