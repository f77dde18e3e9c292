import type { Highs } from 'highs';
import { loadHighs } from './highs.ts';
import type { CoreProblem } from './core/problem.ts';
import { LinearProgram } from './linear.ts';

/** Lower bounds: no timetable that keeps the hard rules costs less. Each term's holds alone; `total` for their sum. */
export interface Bounds {
  total: number;
  places: number;
  series: number;
  audience: number;
  cells: number;
  topics: number;
  people: number;
}

/** Larger linear programs are left out; the bound is then weaker, never wrong. */
const MOST_VARIABLES = 60_000;
/** Likewise where there are more places of events than this to look at one by one. */
const MOST_PLACES = 500_000_000;

/** @param seconds for each of the solver's runs, and for all of them together ten times that. */
export async function lowerBounds(core: CoreProblem, seconds: number, now: () => number): Promise<Bounds> {
  const highs = await loadHighs();
  const started = now();
  const isLate = () => now() - started > seconds * 10_000;
  const places = placesBound(highs, core, core.roomCost, core.startCost, seconds);
  const series = seriesBound(core);
  const both = core.audience && core.clash ? audienceBound(highs, core, seconds, isLate) : { audience: 0, together: series };
  const whole = core.cells ? cellsBound(highs, core, seconds) : 0;
  const topics = topicsBound(core);
  const people = peopleBound(core);
  const apart = places + both.together + topics + people;
  return { total: Math.max(apart, whole), places, series, audience: both.audience, cells: Math.max(0, whole - places), topics, people };
}

/** Events share the rooms' open ticks and the days' ticks: two transport problems over events that are alike, added up. */
export function placesBound(highs: Highs, core: CoreProblem, roomCost: Int32Array, startCost: Int32Array, seconds: number): number {
  const inRoom = new Int32Array(core.rooms);
  const onDay = new Int32Array(core.days);
  for (let r = 0; r < core.rooms; r++)
    for (let t = 0; t < core.ticks; t++)
      if (core.open[r * core.ticks + t]! > 0) {
        inRoom[r]!++;
        onDay[core.day[t]!]!++;
      }
  const inRooms = transport(
    highs,
    core,
    [...inRoom],
    (e, r) => (core.roomAllowed[e * core.rooms + r] ? roomCost[e * core.rooms + r]! : Infinity),
    seconds,
  );
  const dayOf: number[][] = Array.from({ length: core.days }, () => []);
  for (let t = 0; t < core.ticks; t++) dayOf[core.day[t]!]!.push(t);
  const onDays = transport(
    highs,
    core,
    [...onDay],
    (e, d) =>
      dayOf[d]!.reduce(
        (least, t) => (core.startAllowed[e * core.ticks + t] ? Math.min(least, startCost[e * core.ticks + t]!) : least),
        Infinity,
      ),
    seconds,
  );
  return Math.max(inRooms + onDays, placesApart(core, roomCost, startCost));
}

/** Every event at the cheapest of its own places, others aside. */
function placesApart(core: CoreProblem, roomCost: Int32Array, startCost: Int32Array): number {
  if (core.events * core.rooms * core.ticks > MOST_PLACES) return 0;
  let sum = 0;
  for (let e = 0; e < core.events; e++) {
    if (core.optional?.[e] === 1) continue;
    let least = Infinity;
    for (let r = 0; r < core.rooms; r++) {
      if (!core.roomAllowed[e * core.rooms + r]) continue;
      for (let t = 0; t < core.ticks; t++)
        if (core.startAllowed[e * core.ticks + t] && core.open[r * core.ticks + t]! >= core.length[e]!)
          least = Math.min(least, roomCost[e * core.rooms + r]! + startCost[e * core.ticks + t]!);
    }
    if (least < Infinity) sum += least;
  }
  return sum;
}

/** The cheapest way to share out events over bins of so many ticks, events taken as divisible. */
function transport(highs: Highs, core: CoreProblem, capacity: number[], cost: (e: number, bin: number) => number, seconds: number): number {
  const groups = new Map<string, { costs: number[]; length: number; count: number }>();
  for (let e = 0; e < core.events; e++) {
    if (core.optional?.[e] === 1) continue;
    const costs = capacity.map((_, bin) => cost(e, bin));
    const key = `${core.length[e]!} ${costs.join(' ')}`;
    const group = groups.get(key) ?? { costs, length: core.length[e]!, count: 0 };
    group.count++;
    groups.set(key, group);
  }
  let simple = 0;
  for (const { costs, count } of groups.values()) simple += Math.min(...costs) * count;
  if (simple === Infinity || groups.size * capacity.length > MOST_VARIABLES) return simple === Infinity ? 0 : simple;
  if ([...groups.values()].every(({ costs }) => new Set(costs).size === 1)) return simple;
  const lp = new LinearProgram();
  const rows = capacity.map(() => [] as [number, number][]);
  for (const { costs, length, count } of groups.values()) {
    const terms: [number, number][] = [];
    costs.forEach((c, bin) => {
      if (c === Infinity) return;
      const x = lp.variable(c, count);
      terms.push([x, 1]);
      rows[bin]!.push([x, length]);
    });
    lp.row(terms, '=', count);
  }
  rows.forEach((terms, bin) => terms.length > 0 && lp.row(terms, '<=', capacity[bin]!));
  return Math.max(simple, lp.bound(highs, seconds) ?? 0);
}

function daysOpen(core: CoreProblem, e: number): Set<number> {
  const days = new Set<number>();
  for (let t = 0; t < core.ticks; t++) if (core.startAllowed[e * core.ticks + t]) days.add(core.day[t]!);
  return days;
}

function seriesBound(core: CoreProblem): number {
  if (!core.series) return 0;
  const { count, seriesOf, minDays, dayCost } = core.series;
  let bound = 0;
  for (let c = 0; c < count; c++) {
    const events = [...seriesOf.keys()].filter((e) => seriesOf[e] === c);
    if (events.length === 0) continue;
    const days = new Set(events.flatMap((e) => [...daysOpen(core, e)]));
    bound += dayCost * Math.max(0, minDays[c]! - Math.min(events.length, days.size));
  }
  return bound;
}

/**
 * For each audience an exact little timetable of its own (its series' days, its lonely ticks, rooms aside); audiences without a series in
 * common add up (a partition, as Hao and Benlic 2011), so the dearest such are taken greedily.
 */
function audienceBound(highs: Highs, core: CoreProblem, seconds: number, isLate: () => boolean): { audience: number; together: number } {
  const { count, of, cost } = core.audience!;
  const { classes, classOf, conflict } = core.clash!;
  const members: Map<number, number[]>[] = Array.from({ length: count }, () => new Map());
  for (let e = 0; e < core.events; e++)
    for (let i = of.first[e]!; i < of.first[e + 1]!; i++) {
      const group = members[of.items[i]!]!;
      group.set(classOf[e]!, [...(group.get(classOf[e]!) ?? []), e]);
    }
  const single = (withDays: boolean, group: Map<number, number[]>): number => {
    const lp = new LinearProgram();
    const at: [number, number][][] = Array.from({ length: core.ticks }, () => []);
    for (const [c, events] of group) {
      const e = events[0]!;
      const all: [number, number][] = [];
      const onDay = new Map<number, [number, number][]>();
      for (let t = 0; t < core.ticks; t++) {
        if (!core.startAllowed[e * core.ticks + t]) continue;
        const x = lp.variable(0, 1, true);
        all.push([x, 1]);
        at[t]!.push([x, 1]);
        onDay.set(core.day[t]!, [...(onDay.get(core.day[t]!) ?? []), [x, 1]]);
      }
      lp.row(all, '=', events.length);
      const series = core.series?.seriesOf[e] ?? -1;
      if (!withDays || series < 0) continue;
      const used = [...onDay.values()].map((terms) => {
        const y = lp.variable(0, 1);
        lp.row([...terms, [y, -1]], '>=', 0);
        return [y, 1] as [number, number];
      });
      const short = lp.variable(core.series!.dayCost, core.series!.minDays[series]!);
      lp.row([...used, [short, 1]], '>=', core.series!.minDays[series]!);
      if (conflict[c * classes + c] !== 1) return 0;
    }
    for (let t = 0; t < core.ticks; t++) {
      if (at[t]!.length === 0) continue;
      lp.row(at[t]!, '<=', 1);
      const lonely = lp.variable(cost, 1);
      const near = [t - 1, t + 1].filter((n) => n >= 0 && n < core.ticks && core.day[n] === core.day[t]).flatMap((n) => at[n]!);
      lp.row([[lonely, 1], ...near, ...at[t]!.map(([x]) => [x, -1] as [number, number])], '>=', 0);
    }
    return lp.bound(highs, Math.min(seconds, 2)) ?? 0;
  };
  const worth = members
    .map((group, q) => ({ q, worth: isLate() || group.size === 0 ? 0 : single(true, group), group }))
    .sort((a, b) => b.worth - a.worth);
  const taken = new Set<number>();
  let together = 0;
  for (const { worth: value, group } of worth) {
    const series = [...group.values()].flat().map((e) => core.series?.seriesOf[e] ?? -1);
    if (series.some((c) => taken.has(c))) continue;
    together += value;
    for (const c of series) taken.add(c);
  }
  if (core.series) {
    const { seriesOf, minDays, dayCost } = core.series;
    for (let c = 0; c < core.series.count; c++) {
      const events = [...seriesOf.keys()].filter((e) => seriesOf[e] === c);
      if (taken.has(c) || events.length === 0) continue;
      const days = new Set(events.flatMap((e) => [...daysOpen(core, e)]));
      together += dayCost * Math.max(0, minDays[c]! - Math.min(events.length, days.size));
    }
  }
  let audience = 0;
  for (const { group } of worth) audience += isLate() || group.size === 0 ? 0 : single(false, group);
  return { audience, together };
}

/** Tracks over cells and submissions over sessions, with rooms and parallel cells of each track counted: the relaxation, then the whole programme. */
function cellsBound(highs: Highs, core: CoreProblem, seconds: number): number {
  const s = core.cells!;
  const { days, rooms, events } = core;
  if (s.tracks * days * rooms + events * days > MOST_VARIABLES) return 0;
  const lp = new LinearProgram();
  const slots = new Int32Array(days);
  for (let t = 0; t < core.ticks; t++) slots[core.day[t]!]!++;
  const firstTick = Int32Array.from({ length: days }, (_, d) => core.day.indexOf(d));
  const inCell: [number, number][][] = Array.from({ length: days * rooms }, () => []);
  const tracks = [...new Set(s.trackOf.filter((_, e) => core.optional?.[e] !== 1))];
  for (const t of tracks) {
    const onDay: [number, number][][] = Array.from({ length: days }, () => []);
    const roomTerms: [number, number][] = [];
    for (let r = 0; r < rooms; r++) {
      const u = lp.variable(s.roomsPerTrack, 1, true);
      roomTerms.push([u, 1]);
      for (let d = 0; d < days; d++) {
        const z = lp.variable(s.trackDay[t * days + d]! + s.trackRoom[t * rooms + r]! + s.dayRoom[d * rooms + r]!, 1, true);
        inCell[d * rooms + r]!.push([z, 1]);
        onDay[d]!.push([z, 1]);
        lp.row(
          [
            [u, 1],
            [z, -1],
          ],
          '>=',
          0,
        );
      }
    }
    lp.row(roomTerms, '>=', 1);
    lp.constant -= s.roomsPerTrack;
    const mine = [...s.trackOf.keys()].filter((e) => s.trackOf[e] === t && core.optional?.[e] !== 1);
    const inDay: [number, number][][] = Array.from({ length: days }, () => []);
    const kinds = new Map<string, { e: number; count: number }>();
    const dayCost = (e: number, d: number) => core.startCost[e * core.ticks + firstTick[d]!]!;
    for (const e of mine) {
      const key = `${core.length[e]!} ${Array.from({ length: days }, (_, d) => dayCost(e, d)).join(' ')}`;
      const kind = kinds.get(key) ?? { e, count: 0 };
      kind.count++;
      kinds.set(key, kind);
    }
    for (const { e, count } of kinds.values()) {
      const all: [number, number][] = [];
      for (let d = 0; d < days; d++) {
        if (slots[d]! < core.length[e]!) continue;
        const y = lp.variable(dayCost(e, d), count, true);
        all.push([y, 1]);
        inDay[d]!.push([y, core.length[e]!]);
      }
      lp.row(all, '=', count);
    }
    for (let d = 0; d < days; d++) {
      const room: [number, number][] = onDay[d]!.map(([z]) => [z, -slots[d]!]);
      lp.row([...inDay[d]!, ...room], '<=', 0);
      const parallel = lp.variable(s.parallel, rooms);
      lp.row([...onDay[d]!, [parallel, -1]], '<=', 1);
    }
  }
  for (const terms of inCell) lp.row(terms, '<=', 1);
  return lp.bound(highs, seconds * 5) ?? 0;
}

/** Ticks that a topic's events need beyond those there are. */
function topicsBound(core: CoreProblem): number {
  if (!core.topics) return 0;
  const { count, of, cost } = core.topics;
  const need = new Int32Array(count);
  for (let e = 0; e < core.events; e++) for (let i = of.first[e]!; i < of.first[e + 1]!; i++) need[of.items[i]!]! += core.length[e]!;
  return need.reduce((sum, n, k) => sum + cost[k]! * Math.max(0, n - core.ticks), 0);
}

/** The hours of people far away, each event at its best start, its parts in whatever order where that is free. */
export function peopleBound(core: CoreProblem): number {
  const p = core.people;
  if (!p || p.hourCost.every((c) => c === 0)) return 0;
  let bound = 0;
  for (let e = 0; e < core.events; e++) {
    const cost = (part: number, t: number) => {
      let sum = 0;
      for (let j = p.peopleOf.first[part]!; j < p.peopleOf.first[part + 1]!; j++)
        for (let k = t; k < Math.min(core.ticks, t + p.partLength[part]!); k++) sum += p.hourCost[p.peopleOf.items[j]! * core.ticks + k]!;
      return sum;
    };
    const parts = p.partsOf.items.subarray(p.partsOf.first[e], p.partsOf.first[e + 1]);
    let best = Infinity;
    for (let t = 0; t < core.ticks; t++) {
      if (!core.startAllowed[e * core.ticks + t]) continue;
      let at = t;
      let sum = 0;
      for (const part of parts) {
        if (p.loose[e]) {
          let least = Infinity;
          for (let k = t; k + p.partLength[part]! <= t + core.length[e]!; k++) least = Math.min(least, cost(part, k));
          sum += least;
        } else sum += cost(part, at);
        at += p.partLength[part]!;
      }
      best = Math.min(best, sum);
    }
    if (best < Infinity) bound += best;
  }
  return bound;
}
