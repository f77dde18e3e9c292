import type { CoreProblem } from '../core/problem.ts';

/** Ticks that a topic's events need beyond those there are. */
export function topicsBound(core: CoreProblem): number {
  if (!core.topics) return 0;
  const { count, of, cost } = core.topics;
  const need = new Int32Array(count);
  for (let e = 0; e < core.events; e++)
    if (core.optional?.[e] !== 1) for (let i = of.first[e]!; i < of.first[e + 1]!; i++) need[of.items[i]!]! += core.length[e]!;
  return need.reduce((sum, n, k) => sum + cost[k]! * Math.max(0, n - core.ticks), 0);
}

/** The hours of people far away, each event at its best start, its parts in whatever order where that is free. */
export function peopleBound(core: CoreProblem): number {
  const p = core.people;
  if (!p || p.hourCost.every((c) => c === 0)) return 0;
  let bound = 0;
  for (let e = 0; e < core.events; e++) {
    if (core.optional?.[e] === 1) continue;
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
