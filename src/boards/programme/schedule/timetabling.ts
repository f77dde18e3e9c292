/**
 * The schedule desk's state as a problem for the timetable engine, and the engine's answer as placements. What is to stay is no part of the
 * problem but what is in its way: rooms closed and people absent then, so that clashes which are there already never make it unsolvable.
 */
import type { Placed as EnginePlaced, TimetableProblem } from '#engines/timetable/model.ts';
import { BOARDS, type PlainDate, type Uuid } from '../content.ts';
import { onWall } from '../import/moments.ts';
import { instant, wallClock } from '../time.ts';
import { boothsFor, openSpans } from './alone.ts';
import type { DeskActivity, DeskPlace, DeskSchedule, Placement } from './desk-schedule.ts';
import { type Ground, groundOf } from './ground.ts';
import { type Spot, spotOf } from './spots.ts';

/** What is kept beside what is locked: all that is placed; what is public; nothing. */
export const KEEPS = ['placed', 'published', 'nothing'] as const;
export const WEIGHTS = ['none', 'little', 'some', 'much'] as const;
export type Weight = (typeof WEIGHTS)[number];
export const WEIGHT_OF: Record<Weight, number> = { none: 0, little: 1, some: 4, much: 16 };

export interface Asked {
  keep: (typeof KEEPS)[number];
  /** Only activities of these boards are placed or moved. */
  boards: string[];
  /** Hours of the day on the wall of the edition, `08:30`. */
  from: string;
  to: string;
  wishes: Weight;
  audiences: Weight;
  /** How much it counts that what is placed stays where it is. */
  moves: Weight;
  seconds: number;
}
export const USUALLY: Asked = {
  keep: 'published',
  boards: [...BOARDS],
  from: '08:30',
  to: '18:30',
  wishes: 'some',
  audiences: 'little',
  moves: 'some',
  seconds: 30,
};

/** Minutes of the grid: nobody begins at five past. */
const STEP = 15;
const DAY = 86_400_000;
const MINUTE = 60_000;

export interface Posed {
  problem: TimetableProblem;
  movable: DeskActivity[];
}

export function pose(desk: DeskSchedule, asked: Asked): Posed {
  const { timeZone, startsOn, endsOn } = desk.edition;
  const ground = groundOf(desk);
  const rooms = roomsOf(desk, ground);
  const inRooms = new Set(rooms.map(({ id }) => id));
  const dates = startsOn && endsOn ? datesBetween(startsOn, endsOn) : [];
  // What belongs to another city, or whose host asks for places there alone, is left to people.
  const city = rooms[0] ? ground.site(rooms[0].id) : null;
  const elsewhere = new Set([
    ...desk.activities.filter(({ site }) => site !== null && site !== city).map(({ id }) => id),
    ...desk.wishes
      .filter(({ avoid, places }) => !avoid && places.length > 0)
      .filter(({ places }) => !rooms.some(({ id }) => ground.path(id).some((place) => places.includes(place.id))))
      .map(({ activity }) => activity),
  ]);
  const isMovable = (activity: DeskActivity) => !elsewhere.has(activity.id) && mayMove(activity, asked, inRooms, dates, timeZone);
  const movable = desk.activities.filter(isMovable);
  const stays = desk.activities.filter((activity) => !isMovable(activity)).flatMap((activity) => spotOf(activity) ?? []);
  const local = (at: number) => localOf(at, timeZone);

  const busy = new Map<Uuid, { from: string; to: string }[]>();
  const occupied = new Map<Uuid, { from: string; to: string }[]>();
  const put = (map: typeof busy, id: Uuid, from: number, to: number) => {
    if (to <= from) return;
    map.set(id, [...(map.get(id) ?? []), { from: local(from), to: local(to) }]);
  };
  for (const spot of stays) {
    for (const { room, from, to } of spot.bookings) if (spot.activity.sharesRoom === null) put(occupied, room!, from, to);
    for (const [person, list] of spot.presences) {
      for (const { room, from, to } of list) {
        const way = wayFrom(room, rooms, ground) * MINUTE;
        put(busy, person, from - way, to + way);
      }
    }
  }
  for (const { person, from, to } of desk.absences) put(busy, person, Date.parse(from), Date.parse(to));
  for (const { place, from, to } of desk.closures) {
    for (const room of rooms)
      if (ground.path(room.id).some(({ id }) => id === place)) put(occupied, room.id, Date.parse(from), Date.parse(to));
  }

  const equipment = [...new Set(movable.flatMap(neededBy))];
  const most = Math.max(0, ...rooms.map(({ capacity }) => capacity ?? 0));
  const layouts = new Set(rooms.flatMap((room) => room.layouts.map(({ layout }) => layout)));
  const activities = movable.map((activity) => ({
    id: activity.id,
    // What no room can hold is placed in the largest, and told as a clash.
    attendance: Math.min(activity.capacity ?? 0, most),
    ...(activity.need.layout && layouts.has(activity.need.layout) && { layout: activity.need.layout }),
    equipment: neededBy(activity).filter((one) => rooms.some((room) => ground.source(room.id, one).is !== 'none')),
    topics: topicsOf(activity, desk),
    sessions: partsOf(activity),
    order: 'fixed' as const,
    windows: [],
  }));
  const people = [...new Set(activities.flatMap(({ sessions }) => sessions.flatMap((session) => session.people)))];
  const venueOf = (id: Uuid) => ground.path(id).find(({ kind }) => kind === 'venue')?.id ?? id;
  const venues = [...new Set(rooms.map(({ id }) => venueOf(id)))];
  return {
    movable,
    problem: {
      format: 'everforum-timetable-1',
      name: desk.edition.slug,
      timeZone,
      step: STEP,
      days: dates.map((date) => ({ date, from: asked.from, to: asked.to })),
      venues: venues.map((id) => ({ id, site: ground.site(id) ?? id })),
      travel: venues.flatMap((from, at) => venues.slice(at + 1).map((to) => ({ from, to, minutes: ground.minutes(from, to) }))),
      defaultTravel: 0,
      rooms: rooms.map((room) => ({
        id: room.id,
        venue: venueOf(room.id),
        capacity: room.capacity ?? 0,
        layouts: room.layouts.length > 0 ? room.layouts.map(({ layout }) => layout) : [...layouts],
        equipment: equipment.filter((one) => ground.source(room.id, one).is !== 'none'),
        open: openOf(room, dates, ground),
        closed: occupied.get(room.id) ?? [],
      })),
      people: people.map((id) => ({ id, absent: busy.get(id) ?? [] })),
      activities,
      relations: [],
      wishes: wishesOf(desk, movable, rooms, dates, ground, WEIGHT_OF[asked.wishes]),
      topics: [...new Set(activities.flatMap(({ topics }) => topics))].map((id) => ({ id, weight: WEIGHT_OF[asked.audiences] })),
      before: movable.flatMap(({ id, room, startsAt }) =>
        room && startsAt ? [{ activity: id, room, start: local(Math.floor(Date.parse(startsAt) / (STEP * MINUTE)) * STEP * MINUTE) }] : [],
      ),
      weights: { roomMoved: WEIGHT_OF[asked.moves], timeMoved: 2 * WEIGHT_OF[asked.moves], remoteHours: 0 },
    },
  };
}

/** An answer of the engine as what the desk places; it lasts as long as it did. */
export function placementsOf(placed: readonly EnginePlaced[], desk: DeskSchedule): Placement[] {
  const activities = new Map(desk.activities.map((activity) => [activity.id, activity]));
  return placed.flatMap(({ activity, room, start }) => {
    const known = activities.get(activity);
    if (!known) return [];
    const from = Date.parse(onWall(Date.parse(`${start}Z`), desk.edition.timeZone).at);
    return [{ activity, room, startsAt: instant(from), endsAt: instant(from + lengthOf(known)) }];
  });
}

/** Where it is now and where it was proposed, apart from the rounding of the grid. */
export const isMove = (activity: DeskActivity, to: Placement): boolean =>
  activity.room !== to.room ||
  activity.startsAt === null ||
  Math.abs(Date.parse(activity.startsAt) - Date.parse(to.startsAt!)) >= STEP * MINUTE;

/** The rooms of the site that has the most of them: nothing is moved to another city. Halls for many things at once are left to people. */
function roomsOf(desk: DeskSchedule, ground: Ground): DeskPlace[] {
  const rooms = desk.places.filter(({ capacity, parallel, kind }) => capacity !== null && !parallel && kind !== 'site' && kind !== 'venue');
  const sites = Map.groupBy(rooms, ({ id }) => ground.site(id));
  return [...sites.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

function mayMove(activity: DeskActivity, asked: Asked, rooms: ReadonlySet<Uuid>, dates: readonly PlainDate[], zone: string): boolean {
  const { state, locked, room, startsAt, endsAt, kind, sharesRoom, sessions, board } = activity;
  const isPlaced = room !== null && startsAt !== null && endsAt !== null;
  if (locked || sharesRoom !== null || kind === 'exhibition' || kind === 'year-round' || !asked.boards.includes(board)) return false;
  if (sessions.some((session) => !session.cancelled && session.room !== null)) return false;
  if (['cancelled', 'postponed', 'live', 'held'].includes(state)) return false;
  if (!isPlaced) return lengthOf(activity) > 0;
  if (asked.keep === 'placed' || (asked.keep === 'published' && state === 'published')) return false;
  return rooms.has(room) && dates.includes(wallClock(startsAt, zone).date) && Date.parse(endsAt) - Date.parse(startsAt) < DAY / 2;
}

/** What nothing is known of lasts as long as most forums do. */
const USUAL = 180 * MINUTE;
function lengthOf(activity: DeskActivity): number {
  const { startsAt, endsAt } = activity.startsAt ? activity : (activity.kept ?? extentOf(activity));
  return startsAt && endsAt ? Date.parse(endsAt) - Date.parse(startsAt) : USUAL;
}
function extentOf({ sessions }: DeskActivity): { startsAt: string | null; endsAt: string | null } {
  const there = sessions.filter(({ cancelled }) => !cancelled);
  if (there.length === 0) return { startsAt: null, endsAt: null };
  return {
    startsAt: there.map((session) => session.startsAt).reduce((a, b) => (a < b ? a : b)),
    endsAt: there.map((session) => session.endsAt).reduce((a, b) => (a > b ? a : b)),
  };
}

/** The activity cut where people come and go, on the grid from its start. */
function partsOf(activity: DeskActivity): { id: string; minutes: number; people: Uuid[] }[] {
  const length = Math.max(STEP * MINUTE, lengthOf(activity));
  const base = { ...activity, state: 'planned' as const };
  const start = activity.startsAt ?? activity.kept?.startsAt ?? extentOf(activity).startsAt ?? '2000-01-01T00:00:00Z';
  const spot: Spot = spotOf({ ...base, startsAt: start, endsAt: instant(Date.parse(start) + length) })!;
  const steps = Math.ceil(length / (STEP * MINUTE));
  const needed: Set<Uuid>[] = Array.from({ length: steps }, () => new Set());
  for (const [person, stays] of spot.presences) {
    for (const stay of stays) {
      const from = Math.max(0, Math.floor((stay.from - spot.from) / (STEP * MINUTE)));
      const to = Math.min(steps, Math.ceil((stay.to - spot.from) / (STEP * MINUTE)));
      for (let at = from; at < to; at++) needed[at]!.add(person);
    }
  }
  const parts: { id: string; minutes: number; people: Uuid[] }[] = [];
  for (const people of needed) {
    const list = [...people].sort();
    const last = parts.at(-1);
    if (last && last.people.join() === list.join()) last.minutes += STEP;
    else parts.push({ id: `${activity.id} ${parts.length + 1}`, minutes: STEP, people: list });
  }
  return parts;
}

const neededBy = ({ need, interpretation }: DeskActivity): string[] => [
  ...new Set([...need.equipment, ...(boothsFor(interpretation) > 0 ? ['interpretation'] : [])]),
];

const topicsOf = ({ topic }: DeskActivity, desk: DeskSchedule): string[] =>
  topic === null ? [] : [topic, ...desk.audiences.filter(({ a, b }) => a === topic || b === topic).map(({ a, b }) => `${a} ${b}`)];

function wishesOf(
  desk: DeskSchedule,
  movable: readonly DeskActivity[],
  rooms: readonly DeskPlace[],
  dates: readonly PlainDate[],
  ground: Ground,
  weight: number,
): TimetableProblem['wishes'] {
  if (weight === 0) return [];
  const ids = new Set(movable.map(({ id }) => id));
  return desk.wishes
    .filter((wish) => ids.has(wish.activity))
    .flatMap((wish) => {
      const of = { activity: wish.activity, avoid: wish.avoid, weight: weight * wish.weight };
      const inside = rooms.filter((room) => ground.path(room.id).some(({ id }) => wish.places.includes(id))).map(({ id }) => id);
      const days = wish.days.filter((day) => dates.includes(day));
      const spans = dates.flatMap((date) => wish.starts.map(({ from, to }) => ({ from: `${date}T${from}`, to: `${date}T${to}` })));
      return [
        ...(inside.length > 0 ? [{ ...of, id: `${wish.id} place`, rooms: inside }] : []),
        ...(days.length > 0 ? [{ ...of, id: `${wish.id} day`, days }] : []),
        ...(spans.length > 0 ? [{ ...of, id: `${wish.id} start`, spans }] : []),
      ];
    });
}

/** Narrower than the day's where the office has set hours. */
function openOf(room: DeskPlace, dates: readonly PlainDate[], ground: Ground): { from: string; to: string }[] {
  const hours = ground.hours(room.id);
  if (!hours || dates.length === 0) return [];
  const spans = openSpans(hours, Date.parse(dates[0]!), Date.parse(dates.at(-1)!))
    .filter(({ date }) => dates.includes(date))
    .map(({ date, from, to }) => ({ from: wallOf(from, date), to: wallOf(to, date) }));
  // None would mean always: a room that never opens is open for no time at all.
  return spans.length > 0 ? spans : [{ from: `${dates[0]}T00:00`, to: `${dates[0]}T00:01` }];
}

/** `2027-04-17T24:00` for the end of a day. */
function wallOf(at: number, date: PlainDate): string {
  const minutes = Math.round((at - Date.parse(date)) / MINUTE);
  return `${date}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function localOf(at: number, zone: string): string {
  const { date, time } = wallClock(instant(at), zone);
  return `${date}T${time}`;
}

const datesBetween = (first: PlainDate, last: PlainDate): PlainDate[] => {
  const dates: PlainDate[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY) dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
};

/** The nearest way out of a room: nobody is sooner at any other. */
function wayFrom(room: Uuid | null, rooms: readonly DeskPlace[], ground: Ground): number {
  if (!room) return 0;
  return Math.min(60, ...rooms.filter(({ id }) => id !== room).map(({ id }) => ground.minutes(room, id)));
}
