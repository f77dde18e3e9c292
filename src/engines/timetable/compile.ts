import { axisOf, foreignMinutes, spanTicks, tickAt, type Axis } from './clockwork.ts';
import { rowsOf, runs, type CoreProblem } from './core/problem.ts';
import type { Activity, TimetableProblem, Wish } from './model.ts';
import { clockMinutes } from './parse.ts';

/** A compiled problem with what is needed to speak about it in the office's words. Event i is activity i. */
export interface Compiled {
  core: CoreProblem;
  axis: Axis;
  /** For each wish: 1 for the rooms, or the starts, that meet it; the other is null. */
  wishes: { rooms: Uint8Array | null; starts: Uint8Array | null }[];
  /** Cost of moving from the timetable known before, by room and by start, which `core` has added to its costs. */
  before: Map<number, { room: number; tick: number }>;
  /** Starts within each activity's hours and windows, absences aside: [activity * ticks + tick]. */
  inHours: Uint8Array;
}

const KINDS = ['before', 'same-day', 'same-room', 'other-day', 'apart'] as const;

export function compileProblem(problem: TimetableProblem): Compiled {
  const axis = axisOf(problem);
  const { ticks, day } = axis;
  const R = problem.rooms.length;
  const E = problem.activities.length;
  const roomIndex = new Map(problem.rooms.map((r, i) => [r.id, i]));
  const activityIndex = new Map(problem.activities.map((a, i) => [a.id, i]));
  const steps = (minutes: number) => Math.max(1, Math.ceil(minutes / axis.step));
  const length = Int32Array.from(problem.activities, (a) => a.sessions.reduce((sum, s) => sum + steps(s.minutes), 0));

  const roomAllowed = new Uint8Array(E * R);
  const startAllowed = new Uint8Array(E * ticks);
  const offers = problem.rooms.map((room) => ({ layouts: new Set(room.layouts), equipment: new Set(room.equipment) }));
  problem.activities.forEach((a, e) => {
    for (let r = 0; r < R; r++)
      roomAllowed[e * R + r] =
        problem.rooms[r]!.capacity >= a.attendance &&
        (a.layout === undefined || offers[r]!.layouts.has(a.layout)) &&
        a.equipment.every((item) => offers[r]!.equipment.has(item))
          ? 1
          : 0;
    const window = a.windows.length > 0 ? spanTicks(axis, a.windows, 'within') : null;
    for (let t = 0; t < ticks; t++) {
      const last = t + length[e]! - 1;
      if (last >= ticks || day[last] !== day[t]) continue;
      let inside = 1;
      if (window) for (let k = t; k <= last; k++) inside &= window[k]!;
      startAllowed[e * ticks + t] = inside;
    }
    if (a.fixed) {
      const room = roomIndex.get(a.fixed.room)!;
      const tick = tickAt(axis, a.fixed.start);
      for (let r = 0; r < R; r++) if (r !== room) roomAllowed[e * R + r] = 0;
      for (let t = 0; t < ticks; t++) if (t !== tick) startAllowed[e * ticks + t] = 0;
    }
  });

  const hours = problem.rooms.map((room) => ({
    open: room.open.length > 0 ? spanTicks(axis, room.open, 'within') : null,
    closed: spanTicks(axis, room.closed, 'touched'),
  }));
  const roomCost = new Int32Array(E * R);
  const startCost = new Int32Array(E * ticks);
  const wishes = problem.wishes.map((wish) => wishPlaces(problem, axis, wish));
  problem.wishes.forEach((wish, w) => {
    const e = activityIndex.get(wish.activity)!;
    const { rooms, starts } = wishes[w]!;
    if (rooms) for (let r = 0; r < R; r++) if (!rooms[r]) roomCost[e * R + r]! += wish.weight;
    if (starts) for (let t = 0; t < ticks; t++) if (!starts[t]) startCost[e * ticks + t]! += wish.weight;
  });
  const before = new Map<number, { room: number; tick: number }>();
  for (const known of problem.before) {
    const e = activityIndex.get(known.activity)!;
    const place = { room: roomIndex.get(known.room)!, tick: tickAt(axis, known.start) };
    before.set(e, place);
    for (let r = 0; r < R; r++) if (r !== place.room) roomCost[e * R + r]! += problem.weights.roomMoved;
    for (let t = 0; t < ticks; t++) if (t !== place.tick) startCost[e * ticks + t]! += problem.weights.timeMoved;
  }

  const people = problem.people.length > 0 ? compilePeople(problem, axis, steps) : null;
  const inHours = startAllowed.slice();
  if (people) excludeAbsences(people, length.length, ticks, startAllowed);

  const core: CoreProblem = {
    ticks,
    day,
    days: axis.dates.length,
    rooms: R,
    events: E,
    length,
    roomAllowed,
    startAllowed,
    open: runs(R, ticks, day, (r, t) => hours[r]!.closed[t] === 0 && (hours[r]!.open === null || hours[r]!.open[t] === 1)),
    roomCost,
    startCost,
    ...(people && { people }),
    ...(problem.relations.length > 0 && { relations: compileRelations(problem, activityIndex, axis.step) }),
    ...(problem.topics.length > 0 && { topics: compileTopics(problem) }),
  };
  return { core, axis, wishes, before, inHours };
}

/** Where the order of the sessions is fixed, an absence forbids a start whatever else is placed. */
function excludeAbsences(people: NonNullable<CoreProblem['people']>, events: number, ticks: number, startAllowed: Uint8Array): void {
  for (let e = 0; e < events; e++) {
    if (people.loose[e]) continue;
    for (let t = 0; t < ticks; t++)
      if (startAllowed[e * ticks + t] && absentAt(people, e, t, ticks).size > 0) startAllowed[e * ticks + t] = 0;
  }
}

/** The people of an event, its parts in the order given, who are absent when they are needed if it starts at `tick`. */
export function absentAt(people: NonNullable<CoreProblem['people']>, e: number, tick: number, ticks: number): Set<number> {
  const { partsOf, partLength, peopleOf, present } = people;
  const absent = new Set<number>();
  let t = tick;
  for (let i = partsOf.first[e]!; i < partsOf.first[e + 1]!; i++) {
    const part = partsOf.items[i]!;
    for (let j = peopleOf.first[part]!; j < peopleOf.first[part + 1]!; j++)
      for (let k = t; k < t + partLength[part]!; k++) if (!present[peopleOf.items[j]! * ticks + k]) absent.add(peopleOf.items[j]!);
    t += partLength[part]!;
  }
  return absent;
}

/** Why a room does not suit an activity, whatever the hour: its capacity, layout or equipment. */
export function roomObstacles(problem: TimetableProblem, a: Activity, r: number): ('capacity' | 'layout' | 'equipment')[] {
  const room = problem.rooms[r]!;
  const found: ('capacity' | 'layout' | 'equipment')[] = [];
  if (room.capacity < a.attendance) found.push('capacity');
  if (a.layout !== undefined && !room.layouts.includes(a.layout)) found.push('layout');
  if (a.equipment.some((item) => !room.equipment.includes(item))) found.push('equipment');
  return found;
}

function wishPlaces(problem: TimetableProblem, axis: Axis, wish: Wish): { rooms: Uint8Array | null; starts: Uint8Array | null } {
  const met = (yes: boolean) => (yes !== wish.avoid ? 1 : 0);
  if (wish.rooms ?? wish.venues) {
    const rooms = new Set(wish.rooms);
    const venues = new Set(wish.venues);
    return { rooms: Uint8Array.from(problem.rooms, (r) => met(rooms.has(r.id) || venues.has(r.venue))), starts: null };
  }
  const inside = spanTicks(axis, wish.spans ?? [], 'within');
  const wished = new Set(wish.days);
  const onDay = axis.dates.map((date) => wished.has(date));
  return { rooms: null, starts: inside.map((yes, t) => met(yes === 1 || onDay[axis.day[t]!]!)) };
}

function compilePeople(problem: TimetableProblem, axis: Axis, steps: (minutes: number) => number): NonNullable<CoreProblem['people']> {
  const { ticks } = axis;
  const P = problem.people.length;
  const present = new Uint8Array(P * ticks).fill(1);
  const hourCost = new Int32Array(P * ticks);
  const zones = new Map<string, Int32Array>();
  problem.people.forEach((person, p) => {
    const absent = spanTicks(axis, person.absent, 'touched');
    for (let t = 0; t < ticks; t++) if (absent[t]) present[p * ticks + t] = 0;
    if (!person.remote) return;
    const zone = person.remote.timeZone;
    const local = zones.get(zone) ?? foreignMinutes(axis, problem.timeZone, zone);
    zones.set(zone, local);
    const from = clockMinutes(person.remote.hours.from);
    const to = clockMinutes(person.remote.hours.to);
    for (let t = 0; t < ticks; t++) {
      const at = local[t]!;
      const isAwake = from <= to ? at >= from && at + axis.step <= to : at >= from || at + axis.step <= to;
      if (!isAwake) hourCost[p * ticks + t] = problem.weights.remoteHours;
    }
  });
  const venueIndex = new Map(problem.venues.map((v, i) => [v.id, i]));
  const V = problem.venues.length;
  const travel = new Int32Array(V * V);
  for (let a = 0; a < V; a++)
    for (let b = 0; b < V; b++) {
      const isOneSite = a === b || problem.venues[a]!.site === problem.venues[b]!.site;
      travel[a * V + b] = isOneSite ? 0 : Math.ceil(problem.defaultTravel / axis.step);
    }
  for (const { from, to, minutes } of problem.travel) {
    const a = venueIndex.get(from)!;
    const b = venueIndex.get(to)!;
    travel[a * V + b] = travel[b * V + a] = a === b ? 0 : Math.ceil(minutes / axis.step);
  }
  const personIndex = new Map(problem.people.map((p, i) => [p.id, i]));
  const isRemote = problem.people.map((p) => p.remote !== undefined);
  const sessions = problem.activities.flatMap((a) => a.sessions);
  let next = 0;
  return {
    people: P,
    isRemote: Uint8Array.from(isRemote, (yes) => (yes ? 1 : 0)),
    venues: V,
    venueOf: Int32Array.from(problem.rooms, (r) => venueIndex.get(r.venue)!),
    travel,
    farthest: Math.min(
      ticks,
      travel.reduce((a, b) => Math.max(a, b), 0),
    ),
    parts: sessions.length,
    partsOf: rowsOf(problem.activities.map((a) => a.sessions.map(() => next++))),
    partLength: Int32Array.from(sessions, (s) => steps(s.minutes)),
    peopleOf: rowsOf(sessions.map((s) => [...new Set(s.people)].map((p) => personIndex.get(p)!))),
    loose: Uint8Array.from(problem.activities, (a) => (a.order === 'free' && a.sessions.length > 1 ? 1 : 0)),
    present,
    hourCost,
  };
}

function compileRelations(problem: TimetableProblem, index: Map<string, number>, step: number): NonNullable<CoreProblem['relations']> {
  const a = Int32Array.from(problem.relations, (r) => index.get(r.a)!);
  const b = Int32Array.from(problem.relations, (r) => index.get(r.b)!);
  const of: number[][] = problem.activities.map(() => []);
  problem.relations.forEach((_, i) => {
    of[a[i]!]!.push(i);
    of[b[i]!]!.push(i);
  });
  return {
    kind: Int32Array.from(problem.relations, (r) => KINDS.indexOf(r.kind)),
    a,
    b,
    gap: Int32Array.from(problem.relations, (r) => Math.ceil(r.gap / step)),
    cost: Int32Array.from(problem.relations, (r) => (r.weight === 'must' ? -1 : r.weight)),
    of: rowsOf(of),
  };
}

function compileTopics(problem: TimetableProblem): NonNullable<CoreProblem['topics']> {
  const index = new Map(problem.topics.map((t, i) => [t.id, i]));
  return {
    count: problem.topics.length,
    of: rowsOf(problem.activities.map((a) => [...new Set(a.topics)].map((t) => index.get(t)!))),
    cost: Int32Array.from(problem.topics, (t) => t.weight),
  };
}
