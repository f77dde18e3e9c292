import type { Highs } from 'highs';
import type { CoreProblem } from '../core/problem.ts';
import { LinearProgram } from './linear.ts';

/** Larger linear programs are left out; the bound is then weaker, never wrong. */
const MOST_VARIABLES = 60_000;
/** Likewise where there are more places of events than this to look at one by one. */
const MOST_PLACES = 500_000_000;

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
