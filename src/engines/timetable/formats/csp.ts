import { z } from 'zod';
import { runs, type CoreProblem, type PairSection } from '../core/problem.ts';
import { DEAREST, LIMITS, wrong, type Read } from '../parse.ts';

/** A conference of the CSPLib (Kheiri, Pylyavskyy, Jacko 2024), as `data/csp` writes it. Indices from 0. */
export interface ConferenceProblem {
  sessions: { name: string; slots: number }[];
  rooms: string[];
  tracks: string[];
  submissions: { name: string; track: number; slots: number; order: number }[];
  weights: Record<string, number>;
  penalties: Record<string, [number, number, number][]>;
  conflicts: Record<string, [number, number][]>;
}

export interface ConferenceSolution {
  tracks: number[][];
  submissions: number[][][];
}

/** Events of each track that only hold a place. */
const HOLDERS = 2;

/** A cell may hold a track without any submission, which closes a gap: so each track has events that may also stay out. Gives their tracks. */
function placeHolders(problem: ConferenceProblem): number[] {
  if (!problem.weights['consecutiveTracks']) return [];
  return [...new Set(problem.submissions.map((s) => s.track))].flatMap((t) => Array.from({ length: HOLDERS }, () => t));
}

export function compileConference(problem: ConferenceProblem): CoreProblem {
  const { sessions, submissions } = problem;
  const S = sessions.length;
  const R = problem.rooms.length;
  const T = problem.tracks.length;
  const holders = placeHolders(problem);
  const N = submissions.length + holders.length;
  const weight = (name: string) => problem.weights[name] ?? 0;
  const table = (name: string, rows: number, columns: number) => {
    const cells = new Int32Array(rows * columns);
    for (const [i, j, value] of problem.penalties[name] ?? []) cells[i * columns + j] = value * weight(name);
    return cells;
  };
  const slots = sessions.map((s) => s.slots);
  const day = Int32Array.from(slots.flatMap((n, s) => Array.from({ length: n }, () => s)));
  const ticks = day.length;
  const length = Int32Array.from([...submissions.map((s) => s.slots), ...holders.map(() => 1)]);
  const inSession = table('submissionSession', N, S);
  const zones = table('timezones', N, S);
  const inRoom = table('submissionRoom', N, R);
  const startCost = new Int32Array(N * ticks);
  const startAllowed = new Uint8Array(N * ticks);
  for (let x = 0; x < N; x++)
    for (let t = 0; t < ticks; t++) {
      startAllowed[x * ticks + t] = t + length[x]! <= ticks && day[t + length[x]! - 1] === day[t] ? 1 : 0;
      startCost[x * ticks + t] = length[x]! * (inSession[x * S + day[t]!]! + zones[x * S + day[t]!]!);
    }
  const roomCost = inRoom.map((cost, i) => cost * length[Math.floor(i / R)]!);
  const beside = table('similarTracks', T, T);
  for (let a = 0; a < T; a++) beside[a * T + a] = 0;
  for (const i of new Set((problem.conflicts['chairs'] ?? []).flatMap(([a, b]) => [a * T + b, b * T + a]))) beside[i]! += weight('chairs');
  const pairs = pairsOf(problem, N);
  const hasOrder = weight('submissionOrder') !== 0 && submissions.some((s) => s.order !== 0);
  return {
    ticks,
    day,
    days: S,
    rooms: R,
    events: N,
    length,
    roomAllowed: new Uint8Array(N * R).fill(1),
    startAllowed,
    open: runs(R, ticks, day, () => true),
    roomCost,
    startCost,
    optional: Uint8Array.from({ length: N }, (_, x) => (x < submissions.length ? 0 : 1)),
    cells: {
      tracks: T,
      trackOf: Int32Array.from([...submissions.map((s) => s.track), ...holders]),
      trackDay: table('trackSession', T, S),
      trackRoom: table('trackRoom', T, R),
      dayRoom: table('sessionRoom', S, R),
      beside,
      roomsPerTrack: weight('roomsPerTrack'),
      parallel: weight('parallelTracks'),
      gap: weight('consecutiveTracks'),
    },
    ...(pairs.of.items.length > 0 && { pairs }),
    ...(hasOrder && {
      order: {
        groups: T,
        groupOf: Int32Array.from([...submissions.map((s) => s.track), ...holders.map(() => -1)]),
        rank: Int32Array.from([...submissions.map((s) => s.order), ...holders.map(() => 0)]),
        cost: weight('submissionOrder'),
      },
    }),
  };
}

/** Terms of pairs of submissions, in the order of their numbers in a code. */
const PAIR_TERMS = ['presenters', 'attendees', 'presentersSlot', 'attendeesSlot'] as const;

/** Pairs in conflict with what they cost; each counts once, however often and in whatever order the file has it. */
function pairsOf(problem: ConferenceProblem, events: number): PairSection {
  const terms = PAIR_TERMS.map((name) => ({
    weight: problem.weights[name] ?? 0,
    list: problem.weights[name] ? (problem.conflicts[name.replace('Slot', '')] ?? []) : [],
  }));
  // (from, to, term) as one number, so that sorting brings together what belongs together.
  const codes = new Float64Array(2 * terms.reduce((sum, { list }) => sum + list.length, 0));
  let n = 0;
  terms.forEach(({ list }, term) => {
    for (const [x, y] of list) {
      if (x === y) continue;
      codes[n++] = (x * events + y) * terms.length + term;
      codes[n++] = (y * events + x) * terms.length + term;
    }
  });
  const sorted = codes.subarray(0, n).sort();
  const first = new Int32Array(events + 1);
  const items = new Int32Array(n);
  const sessionCost = new Int32Array(n);
  const tickCost = new Int32Array(n);
  let last = -1;
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    const pair = Math.floor(sorted[i]! / terms.length);
    const term = sorted[i]! % terms.length;
    if (pair !== last) {
      items[count++] = pair % events;
      first[Math.floor(pair / events) + 1] = count;
      last = pair;
    }
    (term < 2 ? sessionCost : tickCost)[count - 1]! += terms[term]!.weight;
  }
  for (let e = 0; e < events; e++) first[e + 1] = Math.max(first[e]!, first[e + 1]!);
  return { of: { first, items: items.slice(0, count) }, sessionCost: sessionCost.slice(0, count), tickCost: tickCost.slice(0, count) };
}

/** The file's form of a timetable; submissions that are not placed are absent from it. */
export function conferenceSolution(problem: ConferenceProblem, room: Int32Array, at: Int32Array): ConferenceSolution {
  const first: number[] = [];
  let next = 0;
  for (const s of problem.sessions) {
    first.push(next);
    next += s.slots;
  }
  const tracks = problem.sessions.map(() => problem.rooms.map(() => -1));
  const submissions = problem.sessions.map((s) => problem.rooms.map(() => Array.from({ length: s.slots }, () => -1)));
  problem.submissions.forEach((sub, x) => {
    if (room[x]! < 0) return;
    const s = first.findLastIndex((start) => start <= at[x]!);
    tracks[s]![room[x]!] = sub.track;
    for (let k = 0; k < sub.slots; k++) submissions[s]![room[x]!]![at[x]! - first[s]! + k] = x;
  });
  const holders = placeHolders(problem);
  for (let x = problem.submissions.length; x < room.length; x++) {
    if (room[x]! < 0) continue;
    const s = first.findLastIndex((start) => start <= at[x]!);
    tracks[s]![room[x]!] = holders[x - problem.submissions.length]!;
  }
  return { tracks, submissions };
}

const count = z.int().min(0).max(1_000_000);
const name = z.string().max(2_000);
const penalty = z
  .array(z.tuple([count, count, count]))
  .max(2_000_000)
  .default([]);
const pairs = z
  .array(z.tuple([count, count]))
  .max(2_000_000)
  .default([]);
const schema = z.object({
  sessions: z.array(z.object({ name: name.default(''), slots: z.int().min(1).max(500) })).max(1_000),
  rooms: z.array(name).max(LIMITS.rooms),
  tracks: z.array(name).max(2_000),
  submissions: z
    .array(z.object({ name: name.default(''), track: count, slots: z.int().min(1).max(500), order: count.default(0) }))
    .max(20_000),
  weights: z.record(z.string().max(100), count),
  penalties: z.record(z.string().max(100), penalty).default({}),
  conflicts: z.record(z.string().max(100), pairs).default({}),
});

const TABLES = {
  trackSession: ['tracks', 'sessions'],
  trackRoom: ['tracks', 'rooms'],
  sessionRoom: ['sessions', 'rooms'],
  similarTracks: ['tracks', 'tracks'],
  timezones: ['submissions', 'sessions'],
  submissionSession: ['submissions', 'sessions'],
  submissionRoom: ['submissions', 'rooms'],
} as const;

const TERMS = [...Object.keys(TABLES), ...PAIR_TERMS, 'roomsPerTrack', 'parallelTracks', 'consecutiveTracks', 'submissionOrder', 'chairs'];

/** Checks a file's data; each error names the path. */
export function parseConference(data: unknown): Read<ConferenceProblem> {
  const read = schema.safeParse(data);
  if (!read.success)
    return { ok: false, errors: read.error.issues.slice(0, 20).map((i) => ({ path: i.path.join('.'), reason: i.message })) };
  const problem = read.data as ConferenceProblem;
  const sizes = {
    sessions: problem.sessions.length,
    rooms: problem.rooms.length,
    tracks: problem.tracks.length,
    submissions: problem.submissions.length,
  };
  const ticks = problem.sessions.reduce((sum, s) => sum + s.slots, 0);
  const events = sizes.submissions + HOLDERS * sizes.tracks;
  if ((events + sizes.rooms) * ticks > LIMITS.cells || events * sizes.rooms > LIMITS.cells)
    return wrong('submissions', 'too many for so many slots and rooms');
  for (const [term, weight] of Object.entries(problem.weights))
    if (weight > 0 && !TERMS.includes(term)) return wrong(`weights.${term}`, 'there is no such term');
  for (const [i, s] of problem.submissions.entries())
    if (s.track >= sizes.tracks) return wrong(`submissions.${i}.track`, `there is no track ${s.track}`);
  for (const [table, [rows, columns]] of Object.entries(TABLES))
    for (const [k, [i, j, value]] of (problem.penalties[table] ?? []).entries()) {
      if (i >= sizes[rows] || j >= sizes[columns])
        return wrong(`penalties.${table}.${k}`, `there is no ${rows} ${i} or no ${columns} ${j}`);
      const times = rows === 'submissions' ? problem.submissions[i]!.slots : 1;
      if (value * (problem.weights[table] ?? 0) * times > DEAREST)
        return wrong(`penalties.${table}.${k}`, 'penalty times weight is too large to count with');
    }
  for (const [kind, list] of Object.entries(problem.conflicts)) {
    const size = kind === 'chairs' ? sizes.tracks : sizes.submissions;
    for (const [k, [i, j]] of list.entries())
      if (i >= size || j >= size) return wrong(`conflicts.${kind}.${k}`, `there is no ${Math.max(i, j)}`);
  }
  return { ok: true, value: problem };
}
