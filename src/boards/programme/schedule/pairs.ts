/** Rules between two activities. */
import type { Uuid } from '../content.ts';
import { common } from './alone.ts';
import { found, type Found } from './clash.ts';
import type { DeskActivity, DeskSchedule } from './desk-schedule.ts';
import type { Ground } from './ground.ts';
import { minutesOf, overlap, type Spot, type Stay } from './spots.ts';

export interface Pairs {
  ground: Ground;
  /** Topics that share an audience with each topic, itself among them. */
  audience: Map<Uuid, Set<Uuid>>;
}

export function pairsOf(desk: DeskSchedule, ground: Ground): Pairs {
  const audience = new Map(desk.topics.map(({ id }) => [id, new Set([id])]));
  for (const { a, b } of desk.audiences) {
    audience.get(a)?.add(b);
    audience.get(b)?.add(a);
  }
  return { ground, audience };
}

/** The same whichever way round. `shared` are the people that both need. */
export function between(one: Spot, other: Spot, shared: readonly Uuid[], by: Pairs): Found[] {
  const [a, b] = one.activity.id < other.activity.id ? [one, other] : [other, one];
  const all: Found[] = [];
  if (reach(a, b)) {
    const room = together(a, b, by.ground);
    if (room) all.push(room);
    const topics = audience(a, b, by);
    if (topics) all.push(topics);
  }
  if (shared.length > 0) all.push(...people(a, b, shared, by.ground));
  return all;
}

/** Whether any of their times can overlap at all: sessions may lie outside their activity. */
const reach = (a: Spot, b: Spot): boolean => {
  const [x, y] = [extentOf(a), extentOf(b)];
  return overlap(x, y);
};

const extents = new WeakMap<Spot, { from: number; to: number }>();
function extentOf(spot: Spot): { from: number; to: number } {
  let found = extents.get(spot);
  if (!found) {
    found = { from: spot.from, to: spot.to };
    for (const { from, to } of spot.bookings) found = { from: Math.min(found.from, from), to: Math.max(found.to, to) };
    extents.set(spot, found);
  }
  return found;
}

/** Stands and posters are meant for many at once; others may have been told to share. */
function together(a: Spot, b: Spot, ground: Ground): Found | null {
  if (a.activity.sharesRoom !== null || b.activity.sharesRoom !== null) return null;
  const meetings: { x: Stay; y: Stay }[] = [];
  for (const x of a.bookings)
    for (const y of b.bookings) if (x.room === y.room && overlap(x, y) && !ground.place(x.room!)?.parallel) meetings.push({ x, y });
  return meetings.length === 0
    ? null
    : found(
        'room',
        [a.activity.id, b.activity.id],
        { minutes: Math.max(...meetings.map(({ x, y }) => minutesOf(common(x, y).to - common(x, y).from))) },
        { ...concerned(a, b, meetings), room: meetings[0]!.x.room },
      );
}

function people(a: Spot, b: Spot, shared: readonly Uuid[], ground: Ground): Found[] {
  const met: { person: Uuid; x: Stay; y: Stay }[] = [];
  const late: { person: Uuid; x: Stay; y: Stay; gap: number; way: number }[] = [];
  for (const person of shared) {
    for (const x of a.presences.get(person) ?? []) {
      for (const y of b.presences.get(person) ?? []) {
        if (overlap(x, y)) met.push({ person, x, y });
        else if (x.room && y.room && x.room !== y.room) {
          const gap = Math.max(x.from, y.from) - Math.min(x.to, y.to);
          if (gap >= ground.farthest * 60_000) continue;
          const way = ground.minutes(x.room, y.room);
          if (gap < way * 60_000) late.push({ person, x, y, gap, way });
        }
      }
    }
  }
  const all: Found[] = [];
  const of = [a.activity.id, b.activity.id];
  if (met.length > 0) {
    const minutes = Math.max(...met.map(({ x, y }) => minutesOf(common(x, y).to - common(x, y).from)));
    all.push(found('person', of, { minutes }, { ...concerned(a, b, met), people: unique(met.map(({ person }) => person)), room: a.room }));
  }
  // Who is at both at once has no way to be late on.
  const torn = new Set(met.map(({ person }) => person));
  const walking = late.filter(({ person }) => !torn.has(person));
  if (walking.length > 0) {
    const worst = walking.reduce((most, one) => (one.way - minutesOf(one.gap) > most.way - minutesOf(most.gap) ? one : most));
    all.push(
      found(
        'travel',
        of,
        { gap: minutesOf(worst.gap), minutes: worst.way },
        {
          activities: of,
          sessions: unique(walking.flatMap(({ x, y }) => [x.session, y.session]).filter((id) => id !== null)),
          people: unique(walking.map(({ person }) => person)),
          room: a.from < b.from ? b.room : a.room,
          span: {
            from: Math.min(...walking.map(({ x, y }) => Math.min(x.to, y.to))),
            to: Math.max(...walking.map(({ x, y }) => Math.max(x.from, y.from))),
          },
        },
      ),
    );
  }
  return all;
}

function concerned(a: Spot, b: Spot, meetings: readonly { x: Stay; y: Stay }[]) {
  return {
    activities: [a.activity.id, b.activity.id],
    sessions: unique(meetings.flatMap(({ x, y }) => [x.session, y.session]).filter((id) => id !== null)),
    span: {
      from: Math.min(...meetings.map(({ x, y }) => common(x, y).from)),
      to: Math.max(...meetings.map(({ x, y }) => common(x, y).to)),
    },
  };
}

const unique = (ids: readonly Uuid[]): Uuid[] => [...new Set(ids)].sort();

const DAY = 86_400_000;
/** A show open all day is for everybody. */
const drawsAudience = (spot: Spot): boolean => spot.activity.kind !== 'exhibition' && spot.to - spot.from < DAY;

function audience(a: Spot, b: Spot, { ground, audience }: Pairs): Found | null {
  const [x, y] = [a.activity.topic, b.activity.topic];
  if (!x || !y || !audience.get(x)?.has(y) || !overlap(a, b) || !drawsAudience(a) || !drawsAudience(b)) return null;
  // Nobody chooses between two cities at the door.
  if (a.room && b.room && ground.site(a.room) !== ground.site(b.room)) return null;
  const span = common(a, b);
  return found(
    'audience',
    [a.activity.id, b.activity.id],
    { topics: unique([x, y]), minutes: minutesOf(span.to - span.from) },
    { activities: [a.activity.id, b.activity.id], span },
  );
}

/** For each activity the others that need somebody it needs, with whom. It does not change with room or hour. */
export function sharedPeople(activities: readonly DeskActivity[]): Map<Uuid, Map<Uuid, Uuid[]>> {
  const where = new Map<Uuid, Set<Uuid>>();
  for (const activity of activities) {
    for (const { person } of [...activity.people, ...activity.sessions.flatMap((session) => session.people)]) {
      where.set(person, (where.get(person) ?? new Set()).add(activity.id));
    }
  }
  const shared = new Map<Uuid, Map<Uuid, Uuid[]>>();
  for (const [person, ids] of where) {
    for (const a of ids) {
      for (const b of ids) {
        if (a === b) continue;
        const row = shared.get(a) ?? new Map<Uuid, Uuid[]>();
        shared.set(a, row.set(b, [...(row.get(b) ?? []), person]));
      }
    }
  }
  return shared;
}
