/** One day as venues × hours: rooms are rows, hours columns, and what overlaps in a room is laid in lanes. */
import type { Localised } from '#registry/text.ts';
import type { Activity, Place, PlainDate } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { localDate, offsetMinutes } from '../time.ts';
import { inLanes } from './lanes.ts';
import { tileOf, type Tile, type TileContext } from './tile.ts';

export interface DayGrid {
  date: PlainDate;
  /** First and last hour shown, on the edition's clock. */
  from: number;
  to: number;
  /** The instants of the axis' two ends, in milliseconds. */
  fromAt: number;
  toAt: number;
  /** Narrowest width of an hour, in rem, at which the shorter half of the tiles can still be read. */
  hourWidth: number;
  groups: GridGroup[];
}

export interface GridGroup {
  /** `null` gathers the sub-venues, or what has no place yet. */
  place: Place | null;
  is: 'venue' | 'sub-venues' | 'nowhere';
  /** Minutes from the main venue, where known. */
  travel: number | null;
  site: Localised | null;
  rows: GridRow[];
}

export interface GridRow {
  key: string;
  room: Place | null;
  /** The city, in front of rooms of sub-venues. */
  site: Place | null;
  /** Hours ahead of the edition's clock (negative behind); 0 where it is the same. */
  ahead: number;
  lanes: number;
  tiles: GridTile[];
}

export interface GridTile {
  tile: Tile;
  lane: number;
  /** Start and end in percent of the axis. */
  start: number;
  end: number;
  /** It began before, or goes on after, what is shown. */
  opens: 'before' | 'after' | 'both' | null;
}

/** What is always shown, on the edition's clock. */
const USUAL = { from: 8, to: 19 };
const HOUR = 3_600_000;
/** An hour wider than this, in rem, makes a day wider than a screen. */
const SCROLLS = 7;
/** A tile is never narrower than this part of an hour, so that it can be hit and read. */
const SHORTEST = 0.4;

interface Placed {
  activity: Activity;
  start: number;
  end: number;
  opens: GridTile['opens'];
}

export function dayGrid(activities: readonly Activity[], date: PlainDate, context: TileContext): DayGrid {
  const { index } = context.published;
  const zone = index.content.edition.timeZone;
  const midnight = startOfDay(date, zone);
  const hours = activities.flatMap((activity) => {
    if (!activity.startsAt || !activity.endsAt) return [];
    const start = (Date.parse(activity.startsAt) - midnight) / HOUR;
    const end = (Date.parse(activity.endsAt) - midnight) / HOUR;
    return [{ activity, start, end: Math.max(end, start + SHORTEST) }];
  });
  // What lasts for days fills the axis it finds; what happens on this day makes the axis as long as it needs.
  const today = hours.filter(({ start, end }) => end - start < 24 && start >= 0 && start < 24);
  const width = hourWidth(today.map(({ start, end }) => end - start));
  // Where hours are so wide that the day must be scrolled, no empty ones are shown.
  const usual = width > SCROLLS && today.length > 0 ? { from: Infinity, to: -Infinity } : USUAL;
  const from = Math.min(usual.from, ...today.map(({ start }) => Math.floor(start)));
  const to = Math.min(27, Math.max(usual.to, ...today.map(({ end }) => Math.ceil(end))));
  const placed = hours.map(({ activity, start, end }) => clipped(activity, start, end, from, to));
  return {
    date,
    from,
    to,
    fromAt: midnight + from * HOUR,
    toAt: midnight + to * HOUR,
    hourWidth: width,
    groups: groupsOf(placed, { from, to }, midnight, context),
  };
}

function clipped(activity: Activity, start: number, end: number, from: number, to: number): Placed {
  const before = start < from;
  const after = end > to;
  const opens = before && after ? 'both' : before ? 'before' : after ? 'after' : null;
  // What lies wholly outside is kept at the edge rather than lost.
  const shown = Math.min(Math.max(start, from), to - 1.5);
  return { activity, start: shown, end: Math.max(Math.min(end, to), shown + (start >= to || end <= from ? 1.5 : 0)), opens };
}

/** The instant at which a day begins in a zone, in milliseconds. */
export function startOfDay(date: PlainDate, zone: string): number {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const guess = utc - offsetMinutes(new Date(utc).toISOString(), zone) * 60_000;
  // Where the clocks change in between, the second look finds the offset that holds at that midnight.
  return utc - offsetMinutes(new Date(guess).toISOString(), zone) * 60_000;
}

/** A quarter of the tiles may be cut short; the others have 5 rem or more. */
function hourWidth(durations: number[]): number {
  if (durations.length === 0) return 4;
  const quarter = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 4)] ?? 1;
  return Math.min(15, Math.max(4, Math.round((6 / quarter) * 10) / 10));
}

function groupsOf(placed: Placed[], axis: { from: number; to: number }, midnight: number, context: TileContext): GridGroup[] {
  const { index } = context.published;
  const rows = new Map<string, Placed[]>();
  for (const item of placed) {
    const key = item.activity.room ?? '';
    const row = rows.get(key);
    if (row) row.push(item);
    else rows.set(key, [item]);
  }
  const order = new Map(index.content.places.map((place, position) => [place.id, position]));
  const groups = new Map<string, GridGroup>();
  const main = mainVenue(index);
  for (const [room, items] of [...rows].sort(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity))) {
    const place = index.place.get(room) ?? null;
    const site = (place && index.siteOf(place.id)) ?? null;
    const venue = (place && index.venueOf(place.id)) ?? null;
    const is = !place ? 'nowhere' : site?.role === 'sub-venue' ? 'sub-venues' : 'venue';
    const key = is === 'venue' ? (venue?.id ?? '') : is;
    let group = groups.get(key);
    if (!group)
      groups.set(
        key,
        (group = {
          place: is === 'venue' ? venue : null,
          is,
          travel: is === 'venue' && venue && main && venue !== main ? travelBetween(index, main, venue) : null,
          site: is === 'venue' && site !== venue ? (site?.name ?? null) : null,
          rows: [],
        }),
      );
    group.rows.push(rowOf(room, place, is === 'sub-venues' ? site : null, items, axis, midnight, context));
  }
  const last = { venue: 0, 'sub-venues': 1, nowhere: 2 };
  return [...groups.values()].sort((a, b) => last[a.is] - last[b.is]);
}

function rowOf(
  key: string,
  room: Place | null,
  site: Place | null,
  items: Placed[],
  axis: { from: number; to: number },
  midnight: number,
  context: TileContext,
): GridRow {
  const { index } = context.published;
  const first = items[0]?.activity;
  const at = new Date(midnight + axis.from * HOUR).toISOString();
  const ahead = first ? (offsetMinutes(at, index.zoneOf(first)) - offsetMinutes(at, index.content.edition.timeZone)) / 60 : 0;
  const percent = (hour: number) => Math.round(((hour - axis.from) / (axis.to - axis.from)) * 100_000) / 1000;
  const laid = inLanes(items);
  return {
    key,
    room,
    site,
    ahead,
    lanes: Math.max(1, ...laid.map(({ lane }) => lane + 1)),
    tiles: laid.map(({ item, lane }) => ({
      tile: tileOf(item.activity, context),
      lane,
      start: percent(item.start),
      end: percent(item.end),
      opens: item.opens,
    })),
  };
}

/** The venue that the others are measured from: the first of the main site. */
export const mainVenue = (index: Indexed): Place | undefined =>
  index.content.places.find((place) => place.kind === 'venue' && place.role === 'main') ??
  index.content.places.find((place) => place.kind === 'venue' && index.siteOf(place.id)?.role === 'main');

/** Minutes from door to door between two places, by their venues or else their sites; `null` where nothing is known. */
export function travelBetween(index: Indexed, a: Place, b: Place): number | null {
  const path = (place: Place) => index.pathOf(place.id).map(({ id }) => id);
  const from = path(a);
  const to = path(b);
  const found = index.content.travel.find(
    (way) => (from.includes(way.from) && to.includes(way.to)) || (from.includes(way.to) && to.includes(way.from)),
  );
  return found?.minutes ?? null;
}

export const dayOf = (activity: Activity, index: Indexed): PlainDate | null =>
  activity.startsAt && localDate(activity.startsAt, index.zoneOf(activity));
