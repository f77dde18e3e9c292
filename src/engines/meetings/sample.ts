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
  /** Meetings that are bound to the one slot in which the hidden plan has them; none where left out. */
  fixed?: number;
}

/** A small event in the form that `readInstance` reads. */
export interface SmallEventFile {
  name: string;
  slots: number;
  dayOf: number[];
  halls: number;
  travel: number[][];
  organisations: number;
  delegates: { org: number; remote: boolean; away: number[]; busy: [number, number][] }[];
  tables: { hall: number; stand: null }[];
  wishes: [number, number, number][];
  allowed: (number[] | null)[];
  precedences: [number, number][];
  idleCountsAway: boolean;
}

/**
 * Makes a small event like those of the literature (one person per organisation, every meeting to be held, slots and tables scarce) around a
 * hidden plan, so that it can be held. For tests and the bench; marked as sample, and nobody in it is real.
 */
export function makeSmallEvent(size: SmallEvent, seed: number): SmallEventFile {
  const random = new Random(seed);
  const { participants: P, slots: S, tables: T, fixed = 0 } = size;
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
    allowed: hidden.map(({ s }, w) => {
      const halved = random.unit() < size.halves;
      if (w < fixed) return [s];
      return halved ? Array.from({ length: S }, (_, q) => q).filter((q) => half(q) === half(s)) : null;
    }),
    precedences,
    idleCountsAway: true,
  };
}

/** What makes a small event one that no plan can hold whole. */
export const spoilings = [
  'more meetings than free slots',
  'precedences in a circle',
  'a chain longer than the day',
  'fixed meetings collide',
  'a team of wishes in too few slots',
  'too few tables',
  'too few tables in the morning',
  'three who meet in two slots',
  'fixed before its precedence allows',
] as const;

/** The same event with one thing in it that cannot be. */
export function spoil(event: SmallEventFile, how: (typeof spoilings)[number], seed: number): SmallEventFile {
  const random = new Random(seed);
  const out = structuredClone(event);
  const S = out.slots;
  const of = out.delegates.map((_, d) => out.wishes.flatMap(([a, b], w) => (a === d || b === d ? [w] : [])));
  const busy = [...of.keys()].filter((d) => of[d]!.length >= 4);
  const d = busy[random.below(busy.length)]!;
  const mine = of[d]!;
  random.shuffle(mine);
  switch (how) {
    case 'more meetings than free slots': {
      const order = Array.from({ length: S }, (_, s) => s);
      random.shuffle(order);
      out.delegates[d]!.away = order.slice(mine.length - 1).sort((x, y) => x - y);
      break;
    }
    case 'precedences in a circle':
      mine.slice(0, 4).forEach((w, i, four) => out.precedences.push([w, four[(i + 1) % four.length]!]));
      break;
    case 'a chain longer than the day':
      for (let w = 0; w < S; w++) out.precedences.push([w, w + 1]);
      break;
    case 'fixed meetings collide':
      out.allowed[mine[0]!] = out.allowed[mine[1]!] = [random.below(S)];
      break;
    case 'a team of wishes in too few slots': {
      const from = random.below(S - 3);
      for (const w of mine.slice(0, 4)) out.allowed[w] = [from, from + 1, from + 2];
      break;
    }
    case 'too few tables':
      out.tables.length = Math.ceil(out.wishes.length / S) - 1;
      break;
    case 'too few tables in the morning': {
      // Half the tables are enough in all, but not for those who can only come early.
      const early = Math.ceil(S / 3);
      const many = Array.from(out.wishes.keys());
      random.shuffle(many);
      for (const w of many.slice(0, out.tables.length * early + 1)) out.allowed[w] = Array.from({ length: early }, (_, s) => s);
      break;
    }
    case 'three who meet in two slots': {
      // Three fresh people who meet each other: two slots would do for each alone.
      const n = out.organisations;
      out.organisations += 3;
      for (const k of [0, 1, 2]) {
        out.delegates.push({ org: n + k, remote: false, away: Array.from({ length: S }, (_, s) => s).slice(2), busy: [] });
        out.wishes.push([n + k, n + ((k + 1) % 3), 1]);
        out.allowed.push(null);
      }
      break;
    }
    case 'fixed before its precedence allows': {
      const [x, y, z] = mine as [number, number, number];
      out.allowed[z] = [1];
      out.precedences.push([x, y], [y, z]);
      break;
    }
  }
  return out;
}
