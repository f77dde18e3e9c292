import { Random } from '../random.ts';

/** The size of a made-up small event. */
export interface SmallEvent {
  participants: number;
  meetings: number;
  slots: number;
  tables: number;
  /** Share of a participant's slots without a meeting in the hidden plan in which it is away. */
  away: number;
  precedences: number;
  /** Share of the meetings that are bound to the half of the day in which the hidden plan has them. */
  halves: number;
}

/**
 * Makes a small event like those of the literature (one person per organisation, every meeting to be held, slots and tables scarce) around a
 * hidden plan, so that it can be held. For tests and the bench; marked as sample, and nobody in it is real.
 */
export function makeSmallEvent(size: SmallEvent, seed: number): Record<string, unknown> {
  const random = new Random(seed);
  const { participants: P, slots: S, tables: T } = size;
  const at = new Uint8Array(P * S);
  const used = new Int32Array(S);
  const pairs = new Set<number>();
  const hidden: { a: number; b: number; s: number }[] = [];
  for (let tries = 0; hidden.length < size.meetings && tries < 400_000; tries++) {
    // Some are wanted by many, as in any fair.
    const a = Math.floor(P * Math.pow(random.unit(), 1.6));
    const b = random.below(P);
    const s = random.below(S);
    if (a === b || at[a * S + s] || at[b * S + s] || used[s]! >= T || pairs.has(Math.min(a, b) * P + Math.max(a, b))) continue;
    pairs.add(Math.min(a, b) * P + Math.max(a, b));
    at[a * S + s] = at[b * S + s] = 1;
    used[s]!++;
    hidden.push({ a, b, s });
  }
  const half = (s: number) => (s < S / 2 ? 0 : 1);
  const precedences: [number, number][] = [];
  for (let tries = 0; precedences.length < size.precedences && tries < 10_000; tries++) {
    const x = random.below(hidden.length);
    const y = random.below(hidden.length);
    if (hidden[x]!.s < hidden[y]!.s && hidden[x]!.a === hidden[y]!.a) precedences.push([x, y]);
  }
  return {
    name: `sample small event ${seed}`,
    slots: S,
    dayOf: Array<number>(S).fill(0),
    halls: 1,
    travel: [[0]],
    organisations: P,
    delegates: Array.from({ length: P }, (_, d) => ({
      org: d,
      remote: false,
      away: Array.from({ length: S }, (_, s) => s).filter((s) => !at[d * S + s] && random.unit() < size.away),
      busy: [],
    })),
    tables: Array.from({ length: T }, () => ({ hall: 0, stand: null })),
    wishes: hidden.map(({ a, b }) => [a, b, 1]),
    allowed: hidden.map(({ s }) =>
      random.unit() < size.halves ? Array.from({ length: S }, (_, q) => q).filter((q) => half(q) === half(s)) : null,
    ),
    precedences,
    idleCountsAway: true,
  };
}
