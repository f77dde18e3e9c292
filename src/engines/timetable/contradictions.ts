import type { CoreProblem } from './core/problem.ts';
import { Timetable } from './core/timetable.ts';

/** A set of events that cannot all be placed, and why. */
export interface Contradiction {
  is: 'nowhere' | 'people' | 'two' | 'rooms' | 'class' | 'person' | 'circle';
  events: number[];
  /** Rooms, the class or the person concerned. */
  of: number[];
  needed: number;
  there: number;
}

/** Pairs of places tried for a pair of events, and pairs tried in all. */
const MOST_TRIES = 20_000;
const MOST_FOUND = 20;

/**
 * Proofs that no timetable keeps the hard rules: an event without a place; two fixed so tightly that they always collide; events that only fit
 * rooms with fewer open ticks; a class or a person needed for longer than there is; a circle of events each before the next. An empty list proves nothing.
 */
export function contradictions(core: CoreProblem): Contradiction[] {
  const found: Contradiction[] = [];
  const add = (one: Contradiction) => found.length < MOST_FOUND && found.push(one);
  const table = new Timetable(core);
  const places = Array.from({ length: core.events }, (_, e) => placesOf(table, e));
  places.forEach((list, e) => {
    if (core.optional?.[e] === 1) return;
    if (list.count === 0) add({ is: 'nowhere', events: [e], of: [], needed: 1, there: 0 });
    else if (
      core.people &&
      list.few &&
      !list.few.some((at) => table.isFree(e, Math.floor(at / core.ticks), at % core.ticks)) &&
      core.people.loose[e] !== 1
    )
      add({ is: 'people', events: [e], of: absentOf(core, e), needed: 1, there: 0 });
  });
  if (found.length > 0) return found;
  findPairs(core, table, places, add);
  findRooms(core, places, add);
  findClasses(core, places, add);
  findPeople(core, add);
  findCircle(core, add);
  return found;
}

interface Places {
  count: number;
  /** The rooms and starts it may have; no fewer, but perhaps more, where the places are too many to be listed. */
  rooms: number[];
  ticks: Uint8Array;
  /** Every place (room * ticks + tick), where they are few. */
  few: number[] | null;
}

/** Places of an event that are listed; of one with more no proof would come. */
const MOST_PLACES = 2_000;

function placesOf(table: Timetable, e: number): Places {
  const { rooms, ticks, roomAllowed, startAllowed } = table.core;
  const few: number[] = [];
  const found = { rooms: [] as number[], ticks: new Uint8Array(ticks) };
  for (let r = 0; r < rooms; r++) {
    if (roomAllowed[e * rooms + r] === 0) continue;
    const before = few.length;
    for (let t = 0; t < ticks; t++) {
      if (!table.isAllowed(e, r, t)) continue;
      found.ticks[t] = 1;
      if (few.push(r * ticks + t) > MOST_PLACES) return widely(few.length);
    }
    if (few.length > before) found.rooms.push(r);
  }
  return { ...found, count: few.length, few };

  function widely(count: number): Places {
    const suits = Array.from({ length: rooms }, (_, r) => r).filter((r) => roomAllowed[e * rooms + r] === 1);
    return { count, rooms: suits, ticks: startAllowed.slice(e * ticks, (e + 1) * ticks), few: null };
  }
}

/** People of e who are absent at some tick of every place. */
function absentOf(core: CoreProblem, e: number): number[] {
  const p = core.people!;
  const people = new Set<number>();
  for (let i = p.partsOf.first[e]!; i < p.partsOf.first[e + 1]!; i++)
    for (let j = p.peopleOf.first[p.partsOf.items[i]!]!; j < p.peopleOf.first[p.partsOf.items[i]! + 1]!; j++)
      people.add(p.peopleOf.items[j]!);
  return [...people].filter((person) => p.present.subarray(person * core.ticks, (person + 1) * core.ticks).includes(0));
}

function findPairs(core: CoreProblem, table: Timetable, places: Places[], add: (one: Contradiction) => void): void {
  let tries = 0;
  const tight = Array.from({ length: core.events }, (_, e) => e).filter(
    (e) => core.optional?.[e] !== 1 && places[e]!.few && places[e]!.count <= 60,
  );
  for (const e of tight)
    for (const f of tight) {
      if (f <= e || core.people?.loose[e] === 1 || core.people?.loose[f] === 1) continue;
      if ((tries += places[e]!.count * places[f]!.count) > MOST_TRIES * 20) return;
      const isPossible = places[e]!.few!.some((at) => {
        table.place(e, Math.floor(at / core.ticks), at % core.ticks);
        const fits = places[f]!.few!.some((other) => table.isFree(f, Math.floor(other / core.ticks), other % core.ticks));
        table.remove(e);
        return fits;
      });
      if (!isPossible) add({ is: 'two', events: [e, f], of: [], needed: 2, there: 1 });
    }
}

/** Events confined to a set of rooms need more ticks than the rooms are open. Looks at the sets that some event is confined to. */
function findRooms(core: CoreProblem, places: Places[], add: (one: Contradiction) => void): void {
  const sets = new Map<string, number[]>();
  for (const [e, p] of places.entries()) if (core.optional?.[e] !== 1) sets.set(p.rooms.join(' '), p.rooms);
  const openTicks = new Int32Array(core.rooms);
  for (let r = 0; r < core.rooms; r++) for (let t = 0; t < core.ticks; t++) if (core.open[r * core.ticks + t]! > 0) openTicks[r]!++;
  for (const rooms of [...sets.values()].slice(0, 300)) {
    const allowed = new Set(rooms);
    const isConfined = (p: Places) => p.rooms.length <= rooms.length && p.rooms.every((r) => allowed.has(r));
    const events = places.flatMap((p, e) => (core.optional?.[e] !== 1 && isConfined(p) ? [e] : []));
    const needed = events.reduce((sum, e) => sum + core.length[e]!, 0);
    const there = rooms.reduce((sum, r) => sum + openTicks[r]!, 0);
    if (needed > there) add({ is: 'rooms', events, of: rooms, needed, there });
  }
}

/** Events of one class that clash with each other need more ticks than they may stand at. */
function findClasses(core: CoreProblem, places: Places[], add: (one: Contradiction) => void): void {
  if (!core.clash) return;
  const { classes, classOf, conflict } = core.clash;
  const eventsOf: number[][] = Array.from({ length: classes }, () => []);
  for (let e = 0; e < core.events; e++) if (core.optional?.[e] !== 1) eventsOf[classOf[e]!]!.push(e);
  for (let c = 0; c < classes; c++) {
    if (!conflict[c * classes + c]) continue;
    const events = eventsOf[c]!;
    const needed = events.reduce((sum, e) => sum + core.length[e]!, 0);
    const open = new Set<number>();
    for (const e of events)
      places[e]!.ticks.forEach((yes, t) => {
        if (yes) for (let k = 0; k < core.length[e]!; k++) open.add(t + k);
      });
    if (needed > open.size) add({ is: 'class', events, of: [c], needed, there: open.size });
  }
}

function findPeople(core: CoreProblem, add: (one: Contradiction) => void): void {
  const p = core.people;
  if (!p) return;
  const needed = new Int32Array(p.people);
  const events: Set<number>[] = Array.from({ length: p.people }, () => new Set());
  for (let e = 0; e < core.events; e++)
    for (let i = p.partsOf.first[e]!; i < p.partsOf.first[e + 1]!; i++) {
      const part = p.partsOf.items[i]!;
      for (let j = p.peopleOf.first[part]!; j < p.peopleOf.first[part + 1]!; j++) {
        needed[p.peopleOf.items[j]!]! += p.partLength[part]!;
        events[p.peopleOf.items[j]!]!.add(e);
      }
    }
  for (let person = 0; person < p.people; person++) {
    const there = p.present.subarray(person * core.ticks, (person + 1) * core.ticks).reduce((a, b) => a + b, 0);
    if (needed[person]! > there) add({ is: 'person', events: [...events[person]!], of: [person], needed: needed[person]!, there });
  }
}

function findCircle(core: CoreProblem, add: (one: Contradiction) => void): void {
  const r = core.relations;
  if (!r) return;
  const after: number[][] = Array.from({ length: core.events }, () => []);
  for (let i = 0; i < r.kind.length; i++) if (r.kind[i] === 0 && r.cost[i]! < 0) after[r.a[i]!]!.push(r.b[i]!);
  const state = new Uint8Array(core.events);
  for (let start = 0; start < core.events; start++) {
    if (state[start]) continue;
    const path: { e: number; next: number }[] = [{ e: start, next: 0 }];
    state[start] = 1;
    while (path.length > 0) {
      const top = path.at(-1)!;
      const f = after[top.e]![top.next++];
      if (f === undefined) {
        state[top.e] = 2;
        path.pop();
      } else if (state[f] === 0) {
        state[f] = 1;
        path.push({ e: f, next: 0 });
      } else if (state[f] === 1) {
        const circle = path.slice(path.findIndex(({ e }) => e === f)).map(({ e }) => e);
        add({ is: 'circle', events: circle, of: [], needed: circle.length, there: circle.length - 1 });
        return;
      }
    }
  }
}
