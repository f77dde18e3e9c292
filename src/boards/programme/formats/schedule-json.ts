/** schedule.json v1, the same programme as schedule.xml, valid against its JSON schema. */
import { withOffset } from '../time.ts';
import { byRoom, durationOf, firstLink, type Schedule, scheduleOf, type Source, type Told, wallTime } from './schedule.ts';

/** The only zones that the schemas' pattern knows: area and place, or UTC. */
export const namedZone = (zone: string): { time_zone_name?: string } =>
  /^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/.test(zone) ? { time_zone_name: zone } : {};

export function scheduleJson(source: Source): string {
  const schedule = scheduleOf(source);
  const { edition } = source.index.content;
  const conference = {
    acronym: schedule.acronym,
    title: schedule.title,
    start: schedule.start,
    end: schedule.end,
    daysCount: schedule.days.length,
    timeslot_duration: '00:05',
    ...namedZone(schedule.timeZone),
    url: schedule.url,
    tracks: schedule.tracks,
    rooms: [...schedule.rooms].map(([guid, name]) => ({ name, guid, capacity: source.index.place.get(guid)?.capacity ?? null })),
    days: schedule.days.map((day) => ({
      index: day.index,
      date: day.date,
      day_start: day.start,
      day_end: day.end,
      rooms: Object.fromEntries(
        byRoom(schedule, day).flatMap(([name, , told]) => (told.length === 0 ? [] : [[name, told.map((one) => event(schedule, one))]])),
      ),
    })),
  };
  return `${JSON.stringify(
    {
      $schema: 'https://c3voc.de/schedule/schema.json',
      generator: {
        name: 'everforum',
        url: `${source.publicUrl}/${edition.slug}/schedule.json${source.query || `?lang=${source.language}`}`,
      },
      schedule: { version: String(source.version), base_url: schedule.url, conference },
    },
    null,
    1,
  )}\n`;
}

function event({ timeZone }: Schedule, told: Told) {
  const { entry, people, links } = told;
  const optional = (name: string, url: string | null) => (url ? { [name]: url } : {});
  const reference =
    (type: string) =>
    ({ url, title }: { url: string; title: string }) => ({ type, url, title });
  return {
    guid: entry.guid,
    id: entry.number,
    ...optional('logo', firstLink(told, 'logo')),
    date: withOffset(entry.startsAt, timeZone),
    start: wallTime(entry, timeZone),
    end: withOffset(entry.endsAt, timeZone),
    duration: durationOf(told),
    room: told.roomName,
    slug: told.slug,
    url: told.url,
    title: told.title,
    subtitle: told.subtitle,
    track: entry.track,
    type: entry.type,
    language: entry.language,
    abstract: told.abstract,
    description: told.description,
    persons: people.map(({ guid, name, url }) => ({ guid, name, url })),
    links: [
      ...links.filter(({ kind }) => kind === 'link').map(reference('web')),
      ...links.filter(({ kind }) => kind === 'recording').map(reference('media')),
    ],
    attachments: links.filter(({ kind }) => kind === 'attachment').map(reference('related')),
    ...optional('feedback_url', firstLink(told, 'feedback')),
    ...optional('origin_url', firstLink(told, 'origin')),
  };
}
