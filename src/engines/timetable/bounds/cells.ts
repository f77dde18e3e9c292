import type { Highs } from 'highs';
import type { CoreProblem } from '../core/problem.ts';
import { LinearProgram } from './linear.ts';

/** Larger programmes are left out; the bound is then weaker, never wrong. */
const MOST_VARIABLES = 40_000;

type Term = readonly [variable: number, factor: number];

/**
 * What is seen: tracks and submissions in their cells; all, also gaps, tracks side by side and pairs of events of two tracks held on one day;
 * or cells alone with gaps and tracks side by side, whatever the submissions in them cost.
 */
export type View = 'tracks' | 'all' | 'cells';

/** Events of one track that no cost of days tells apart. */
interface Kind {
  events: number[];
  length: number;
  /** Cost on each day; Infinity where it cannot be. */
  costs: number[];
}

/**
 * A bound for conferences: tracks over the days and the rooms, submissions over the days, without their places within a day. Counts what cells
 * and days cost, rooms and parallel cells of a track, and what the `view` adds.
 * @param below what the search found: the programme then only asks for something better, and a proof that there is none gives `below` itself.
 * @returns for the costs of cells, pairs and starts together as far as they are seen, the rooms of single events aside.
 */
export function cellsBound(highs: Highs, core: CoreProblem, seconds: number, view: View, below = Infinity): number {
  const hasPairs = view === 'all' && core.pairs !== undefined;
  const s = core.cells!;
  const { days } = core;
  const slots = new Int32Array(days);
  for (let t = 0; t < core.ticks; t++) slots[core.day[t]!]!++;
  const classes = roomClasses(core);
  const tracks = [...new Set(s.trackOf.filter((_, e) => core.optional?.[e] !== 1))];
  const kinds = new Map(tracks.map((t) => [t, kindsOf(core, t, hasPairs, view !== 'cells')]));
  const size = tracks.reduce((sum, t) => sum + days * (2 + classes.length + kinds.get(t)!.length), 0);
  if (size > MOST_VARIABLES) return 0;

  const lp = new LinearProgram();
  /** A variable that costs too much to be used by anything better is left out. */
  const variable = (cost: number, most: number) => (cost >= below ? -1 : lp.variable(cost, most, true));
  const terms = (list: Term[]) => list.filter(([x]) => x >= 0);
  const inClass: Term[][] = Array.from({ length: days * classes.length }, () => []);
  const held = new Map<number, number[]>();
  const single = new Map<number, number[]>();
  for (const t of tracks) {
    const cells: Term[][] = Array.from({ length: days }, () => []);
    const roomsUsed: Term[] = [];
    classes.forEach((rooms, g) => {
      const used = lp.variable(0, rooms.length, true);
      roomsUsed.push([used, 1]);
      for (let d = 0; d < days; d++) {
        const inRoom = Math.min(...rooms.map((r) => s.trackRoom[t * core.rooms + r]! + s.dayRoom[d * core.rooms + r]!));
        const k = variable(s.trackDay[t * days + d]! + inRoom, rooms.length);
        if (k < 0) continue;
        cells[d]!.push([k, 1]);
        inClass[d * classes.length + g]!.push([k, 1]);
        lp.row([[used, 1], [k, -1]], '>=', 0); // prettier-ignore
      }
    });
    if (s.roomsPerTrack > 0) lp.row([...roomsUsed, [lp.variable(s.roomsPerTrack, core.rooms, true), -1]], '<=', 1);
    const present = Array.from({ length: days }, () => lp.variable(0, 1, true));
    held.set(t, present);
    const ofDay: Term[][] = Array.from({ length: days }, () => []);
    const longOfDay: Term[][] = Array.from({ length: days }, () => []);
    for (const { events, length, costs } of kinds.get(t)!) {
      const all: Term[] = [];
      const row = costs.map((cost, d) => {
        const y = cost === Infinity || length > slots[d]! ? -1 : variable(cost, events.length);
        if (y < 0) return -1;
        all.push([y, 1]);
        ofDay[d]!.push([y, length]);
        if (2 * length > slots[d]!) longOfDay[d]!.push([y, 1]);
        if (events.length === 1) lp.row([[present[d]!, 1], [y, -1]], '>=', 0); // prettier-ignore
        return y;
      });
      if (all.length === 0) return below;
      lp.row(all, '=', events.length);
      if (events.length === 1) single.set(events[0]!, row);
    }
    const parallel: number[] = [];
    for (let d = 0; d < days; d++) {
      // The cells of a day are one if the track is there at all, and those beyond the first.
      const more = variable(s.parallel, core.rooms);
      parallel.push(more);
      const both = terms([[present[d]!, 1], [more, 1]]); // prettier-ignore
      lp.row([...cells[d]!, ...both.map(([x]) => [x, -1] as const)], '=', 0);
      if (more >= 0) lp.row([[more, 1], [present[d]!, -core.rooms]], '<=', 0); // prettier-ignore
      const bySlots = both.map(([x]) => [x, -slots[d]!] as const);
      if (ofDay[d]!.length > 0) lp.row([...ofDay[d]!, ...bySlots], '<=', 0);
      if (longOfDay[d]!.length > 0) lp.row([...longOfDay[d]!, ...both.map(([x]) => [x, -1] as const)], '<=', 0);
    }
    const need = kinds.get(t)!.reduce((sum, kind) => sum + kind.length * kind.events.length, 0);
    const openDays = cells.map((list) => list.length > 0);
    const least = fewestCells(
      need,
      slots.filter((_, d) => openDays[d]),
      core.rooms,
    );
    lp.row(cells.flat(), '>=', least);
    const gap = view !== 'tracks' && s.gap > 0 ? gaps(lp, present, s.gap) : null;
    // Without a gap the days are a run, so that fewer of them are cells of their own, and more cells stand side by side, in more rooms.
    const all = openDays.filter((isOpen) => isOpen).length;
    const run = gap === null ? all : longestRun(openDays);
    if (run === 0) return below;
    const sideBySide = (spread: number) => Math.max(0, least - spread);
    const inRooms = (spread: number) => Math.ceil(least / spread);
    const unlessGap = (few: number, many: number): Term[] => (gap === null || few === many ? [] : [[gap, many - few]]);
    lp.row([...terms(parallel.map((x) => [x, 1])), ...unlessGap(sideBySide(all), sideBySide(run))], '>=', sideBySide(run));
    lp.row([...roomsUsed, ...unlessGap(inRooms(all), inRooms(run))], '>=', inRooms(run));
  }
  inClass.forEach((list, i) =>
    lp.row(
      list,
      '<=',
      classes[i % classes.length]!.filter((r) => s.dayRoom[Math.floor(i / classes.length) * core.rooms + r]! < below).length,
    ),
  );
  if (view !== 'tracks')
    for (const a of tracks)
      for (const b of tracks) {
        const cost = a < b ? Math.min(s.beside[a * s.tracks + b]!, s.beside[b * s.tracks + a]!) : 0;
        if (cost === 0) continue;
        for (let d = 0; d < days; d++) together(variable(cost, 1), held.get(a)![d]!, held.get(b)![d]!);
      }
  if (hasPairs && core.pairs)
    for (const [e, row] of single)
      for (let i = core.pairs.of.first[e]!; i < core.pairs.of.first[e + 1]!; i++) {
        const f = core.pairs.of.items[i]!;
        const other = f > e && s.trackOf[e] !== s.trackOf[f] ? single.get(f) : undefined;
        if (!other || core.pairs.sessionCost[i] === 0) continue;
        const both = variable(core.pairs.sessionCost[i]!, 1);
        for (let d = 0; d < days; d++) if (row[d]! >= 0 && other[d]! >= 0) together(both, row[d]!, other[d]!);
      }
  return lp.bound(highs, seconds, below) ?? 0;

  /** `both` is 1 where a and b are. */
  function together(both: number, a: number, b: number): void {
    lp.row(terms([[both, -1], [a, 1], [b, 1]]), '<=', 1); // prettier-ignore
  }
}

/** A track has a gap unless its days are one run: all of them then lie in a run that is held from end to end. Gives the gap's variable. */
function gaps(lp: LinearProgram, present: number[], cost: number): number {
  const gap = lp.variable(cost, 1, true);
  const starts: Term[] = [];
  let before = -1;
  for (const p of present) {
    const inRun = lp.variable(0, 1);
    const start = lp.variable(0, 1);
    starts.push([start, 1]);
    lp.row([[start, 1], [inRun, -1], ...(before < 0 ? [] : [[before, 1] as const])], '>=', 0); // prettier-ignore
    lp.row([[inRun, 1], [p, -1]], '<=', 0); // prettier-ignore
    lp.row([[p, 1], [inRun, -1], [gap, -1]], '<=', 0); // prettier-ignore
    before = inRun;
  }
  lp.row([...starts, [gap, 1]], '<=', 1);
  return gap;
}

function longestRun(days: boolean[]): number {
  let longest = 0;
  let run = 0;
  for (const isOpen of days) {
    run = isOpen ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Rooms that no cost of tracks tells apart, taken together: programmes with one variable per room would be lost among their exchanges. */
function roomClasses(core: CoreProblem): number[][] {
  const { trackRoom, dayRoom, tracks } = core.cells!;
  const found = new Map<string, number[]>();
  for (let r = 0; r < core.rooms; r++) {
    const costs: number[] = [];
    for (let t = 0; t < tracks; t++) costs.push(trackRoom[t * core.rooms + r]!);
    for (let d = 0; d < core.days; d++) costs.push(dayRoom[d * core.rooms + r]!);
    const key = costs.join(' ');
    const known = found.get(key);
    if (known) known.push(r);
    else found.set(key, [r]);
  }
  return [...found.values()];
}

function kindsOf(core: CoreProblem, track: number, hasPairs: boolean, hasCosts: boolean): Kind[] {
  const found = new Map<string, Kind>();
  for (let e = 0; e < core.events; e++) {
    if (core.cells!.trackOf[e] !== track || core.optional?.[e] === 1) continue;
    const costs = new Array<number>(core.days).fill(Infinity);
    for (let t = 0; t < core.ticks; t++)
      if (core.startAllowed[e * core.ticks + t])
        costs[core.day[t]!] = Math.min(costs[core.day[t]!]!, hasCosts ? core.startCost[e * core.ticks + t]! : 0);
    // Events in pairs across tracks are told apart.
    const isPaired = hasPairs && hasPartner(core, e);
    const key = isPaired ? `alone ${e}` : `${core.length[e]!} ${costs.join(' ')}`;
    const kind = found.get(key);
    if (kind) kind.events.push(e);
    else found.set(key, { events: [e], length: core.length[e]!, costs });
  }
  return [...found.values()];
}

function hasPartner(core: CoreProblem, e: number): boolean {
  const { of, sessionCost } = core.pairs!;
  const trackOf = core.cells!.trackOf;
  for (let i = of.first[e]!; i < of.first[e + 1]!; i++) if (sessionCost[i]! > 0 && trackOf[of.items[i]!] !== trackOf[e]) return true;
  return false;
}

/** Cells that so many ticks fill at least, the longest taken first. */
function fewestCells(need: number, slots: Int32Array, rooms: number): number {
  let left = need;
  let cells = 0;
  for (const length of slots.toSorted().reverse())
    for (let r = 0; r < rooms && left > 0; r++) {
      left -= length;
      cells++;
    }
  return cells;
}
