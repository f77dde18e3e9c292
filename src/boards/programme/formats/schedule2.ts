/** schedule2 (alpha-3): texts in every language, rooms with their parents, and events that are delayed or cancelled. Valid against its schema. */
import type { Localised } from '#registry/text.ts';
import type { Place, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { withOffset } from '../time.ts';
import { clean, oneLine } from './plain-text.ts';
import { NO_ROOM } from './place-names.ts';
import { pageLanguage } from './entries.ts';
import { namedZone } from './schedule-json.ts';
import { firstLink, isBreak, scheduleOf, type Schedule, type Source, type Told } from './schedule.ts';

/** The room of what has none, as every event must name one. */
export const NOWHERE = '00000000-0000-0000-0000-000000000000';

export const TYPES = ['TALK', 'WORKSHOP', 'HANDS-ON', 'MEETING', 'DISCUSSION', 'PERFORMANCE', 'CONCERT', 'GAME', 'LIGHTNING_TALK', 'OTHER'];
const TYPE_OF: Record<string, string> = {
  talk: 'TALK',
  keynote: 'TALK',
  panel: 'DISCUSSION',
  pitch: 'LIGHTNING_TALK',
  'parallel-forum': 'MEETING',
};
const ROLE_OF: Record<string, string> = {
  speaker: 'SPEAKER',
  chair: 'MODERATOR',
  moderator: 'MODERATOR',
  panellist: 'CONTRIBUTOR',
  judge: 'CONTRIBUTOR',
  'guest-of-honour': 'GUEST',
  host: 'HOST',
};
const STATE_OF = { confirmed: 'CONFIRMED', cancelled: 'CANCELED', postponed: 'DELAYED' } as const;

export function schedule2(source: Source): string {
  const { index, language, publicUrl } = source;
  const schedule = scheduleOf(source, { untimely: true });
  const { edition } = index.content;
  const rooms = [...schedule.rooms].map(([guid, name]) => ({
    name,
    ...slugged(index.place.get(guid)!.slug),
    guid,
    capacity: index.place.get(guid)!.capacity,
    ...parentOf(index, guid, language),
  }));
  const nowhere = schedule.told.find(({ entry }) => !entry.room);
  const two = edition.languages.filter((code) => /^[a-z]{2}$/.test(code));
  const conference = {
    acronym: schedule.acronym,
    title: schedule.title,
    description: localised(edition.about),
    start: withOffset(schedule.told[0]?.entry.startsAt ?? `${schedule.start}T00:00:00Z`, schedule.timeZone),
    end: withOffset(lastEnd(schedule) ?? `${schedule.end}T00:00:00Z`, schedule.timeZone),
    timeslot_duration: 'PT5M',
    ...namedZone(schedule.timeZone),
    url: schedule.url,
    languages: two,
    ...(/^[a-z]{2}$/.test(language) ? { defaults: { language } } : {}),
    tracks: schedule.tracks,
    rooms: nowhere ? [...rooms, { name: nowhere.roomName, guid: NOWHERE }] : rooms,
    days: schedule.days.map(({ index: at, date, start, end }) => ({ index: at, date, start, end })),
  };
  return `${JSON.stringify(
    {
      $schema: 'https://c3voc.de/schema/schedule2',
      generator: { name: 'everforum', url: `${publicUrl}/${edition.slug}/schedule2.json${source.query || `?lang=${language}`}` },
      schedule: { version: String(source.version), conference, events: schedule.told.map((told) => event(source, schedule, told)) },
    },
    null,
    1,
  )}\n`;
}

const slugged = (slug: string): { slug?: string } => (/^[a-z0-9_-]+[a-z0-9]$/.test(slug) ? { slug } : {});
const lastEnd = ({ told }: Schedule): string | null =>
  told.reduce<string | null>((last, { entry }) => (last && Date.parse(last) >= Date.parse(entry.endsAt) ? last : entry.endsAt), null);

interface Parent {
  type: string;
  name: string;
  slug?: string;
  guid: Uuid;
  time_zone_name?: string;
  country?: string;
  parent?: Parent;
}

function parentOf(index: Indexed, place: Uuid, language: string): { parent?: Parent } {
  let made: Parent | undefined;
  for (const at of index.pathOf(place).slice(1).reverse()) made = grouping(at, language, made);
  return made ? { parent: made } : {};
}

const grouping = (at: Place, language: string, parent: Parent | undefined): Parent => ({
  type: at.kind,
  name: oneLine(at.name.texts[language] || at.name.texts[at.name.source] || ''),
  // The schema wants one of every grouping.
  slug: slugged(at.slug).slug ?? `place-${at.id.slice(0, 8)}`,
  guid: at.id,
  ...(at.timeZone ? { time_zone_name: at.timeZone } : {}),
  ...(at.country ? { country: at.country } : {}),
  ...(parent ? { parent } : {}),
});

/** The source's language first; languages that the schema cannot name are left out, and one text alone is a plain string. */
export function localised(text: Localised | null): string | Record<string, string> | null {
  if (!text) return null;
  const codes = [text.source, ...Object.keys(text.texts).sort()].filter((code, at, all) => all.indexOf(code) === at);
  const told = codes.flatMap((code) => (text.texts[code] && /^[a-z]{2}$/.test(code) ? [[code, clean(text.texts[code])]] : []));
  if (told.length === 0) return clean(text.texts[text.source] ?? '') || null;
  return Object.fromEntries(told) as Record<string, string>;
}

function event({ index, language }: Source, schedule: Schedule, told: Told) {
  const { entry, people, links } = told;
  const item = entry.session ?? entry.activity;
  const zone = (entry.room && index.pathOf(entry.room).find((place) => place.timeZone)?.timeZone) || schedule.timeZone;
  const room = entry.room ? { name: told.roomName, guid: entry.room } : { name: NO_ROOM[pageLanguage(language)], guid: NOWHERE };
  const common = { guid: entry.guid, start: withOffset(entry.startsAt, zone), end: withOffset(entry.endsAt, zone), title: told.title };
  // Breaks are told in few words; one with more to say is an event like any other.
  const plain = !told.abstract && !told.description && people.length === 0 && links.length === 0 && entry.state === 'confirmed';
  if (isBreak(entry) && plain) return { ...common, type: 'BREAK', subtitle: told.subtitle, room };
  const logo = firstLink(told, 'logo');
  const ofKind = (kind: string, type: string) => links.filter((link) => link.kind === kind).map(({ url, title }) => ({ type, url, title }));
  return {
    ...common,
    code: String(entry.number),
    ...(logo ? { logo: { url: logo } } : {}),
    room,
    slug: told.slug,
    url: told.url,
    subtitle: told.subtitle,
    track: { slug: schedule.tracks.find(({ name }) => name === entry.track)!.slug },
    type: TYPES.includes(entry.type) ? entry.type : (TYPE_OF[entry.type] ?? 'OTHER'),
    language: [entry.language, language, ...index.content.edition.languages].find((code) => code && /^[a-z]{2}$/.test(code)) ?? 'en',
    abstract: localised(item.abstract),
    description: entry.session ? null : localised(entry.activity.description),
    participants: people.map(({ guid, name, role }) => ({ guid, name, role: ROLE_OF[role] ?? 'SPEAKER' })),
    links: [...ofKind('link', 'WEB'), ...ofKind('recording', 'MEDIA'), ...ofKind('feedback', 'FEEDBACK'), ...ofKind('origin', 'ORIGIN')],
    attachments: ofKind('attachment', 'RELATED'),
    state: STATE_OF[entry.state],
  };
}
