/** What grids and lists say of an activity; a pure function of the publication and the page's address. */
import type { Localised } from '#registry/text.ts';
import { pathOfActivity } from '../addresses.ts';
import type { Activity, Board, Instant, PlainDate, Uuid } from '../content.ts';
import type { Published } from '../house.ts';
import { daysOf } from '../selection.ts';
import { localDate, localTime } from '../time.ts';

/** `time` and `room` say what the newest version changed. */
export type Mark = 'live' | 'streamed' | 'interpreted' | 'time' | 'room' | 'new' | 'cancelled' | 'postponed';

export interface Tile {
  number: number;
  /** `null` in an earlier version, where the activity has left the programme since. */
  href: string | null;
  board: Board;
  title: Localised;
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** Days it takes part of, in its own zone. */
  days: PlainDate[];
  /** `09:00–11:30` in its own zone; `''` while it has no time. */
  times: string;
  /** The day and its own zone's clock, where the edition's clock says otherwise. */
  elsewhere: { zone: string; times: string } | null;
  room: Localised | null;
  venue: Localised | null;
  /** Who leads or hosts it. */
  host: Localised | null;
  streamed: boolean;
  off: boolean;
  marks: Mark[];
}

export interface TileContext {
  published: Published;
  /** `/en/2022`; activities are linked below it. */
  base: string;
  /** Slugs that can be read now; all where `null`. */
  readable: ReadonlySet<string> | null;
}

const changed = new WeakMap<object, Map<Uuid, Mark[]>>();

/** What the newest version changed that somebody on the way must know. */
function changeMarks({ publication }: Published): Map<Uuid, Mark[]> {
  let marks = changed.get(publication);
  if (!marks) {
    changed.set(publication, (marks = new Map()));
    for (const change of publication.changes) {
      if (change.subject.type !== 'activity') continue;
      if (change.is === 'added') marks.set(change.subject.id, ['new']);
      if (change.is !== 'changed') continue;
      const fields = change.fields.map(({ field }) => field);
      const found = (['time', 'room'] as const).filter((field) => fields.includes(field));
      if (found.length > 0) marks.set(change.subject.id, found);
    }
  }
  return marks;
}

export function tileOf(activity: Activity, { published, base, readable }: TileContext): Tile {
  const { index } = published;
  const zone = index.zoneOf(activity);
  const home = index.content.edition.timeZone;
  const { startsAt, endsAt } = activity;
  const times = startsAt && endsAt ? timesOf(startsAt, endsAt, zone) : '';
  const atHome = startsAt && endsAt ? timesOf(startsAt, endsAt, home) : '';
  const away = startsAt !== null && (times !== atHome || localDate(startsAt, zone) !== localDate(startsAt, home));
  const lead =
    activity.hosts.find(({ role }) => role === 'lead') ?? activity.hosts.find(({ role }) => role === 'host') ?? activity.hosts[0];
  const off = activity.state === 'cancelled' || activity.state === 'postponed';
  const marks: Mark[] = [];
  if (off) marks.push(activity.state as Mark);
  else {
    if (activity.state === 'live') marks.push('live');
    else if (activity.streamed) marks.push('streamed');
    if (activity.interpretation.length > 0) marks.push('interpreted');
    marks.push(...(changeMarks(published).get(activity.id) ?? []));
  }
  return {
    number: activity.number,
    href: !readable || readable.has(activity.slug) ? base + pathOfActivity(activity) : null,
    board: activity.board,
    title: activity.title,
    startsAt,
    endsAt,
    days: daysOf(index, activity),
    times,
    elsewhere: away ? { zone, times: atHome } : null,
    room: (activity.room && index.place.get(activity.room)?.name) || null,
    venue: venueName(published, activity.room),
    host: (lead && index.organisation.get(lead.organisation)?.name) ?? activity.subtitle,
    streamed: activity.streamed,
    off,
    marks,
  };
}

/** `09:00–11:30`; an end at midnight reads 24:00. */
export function timesOf(startsAt: Instant, endsAt: Instant, zone: string): string {
  const end = localTime(endsAt, zone);
  return `${localTime(startsAt, zone)}–${end === '00:00' ? '24:00' : end}`;
}

function venueName({ index }: Published, room: Uuid | null): Localised | null {
  const venue = room ? index.venueOf(room) : undefined;
  return venue && venue.id !== room ? venue.name : room ? (index.siteOf(room)?.name ?? null) : null;
}
