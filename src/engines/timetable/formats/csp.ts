import type { CoreProblem } from '../core/problem.ts';
import { rowsOf, runs } from '../core/problem.ts';

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

export function compileConference(problem: ConferenceProblem): CoreProblem {
  const { sessions, submissions } = problem;
  const S = sessions.length;
  const R = problem.rooms.length;
  const T = problem.tracks.length;
  const N = submissions.length;
  const weight = (name: string) => problem.weights[name] ?? 0;
  const table = (name: string, rows: number, columns: number) => {
    const cells = new Int32Array(rows * columns);
    for (const [i, j, value] of problem.penalties[name] ?? []) cells[i * columns + j] = value * weight(name);
    return cells;
  };
  const slots = sessions.map((s) => s.slots);
  const day = Int32Array.from(slots.flatMap((n, s) => Array.from({ length: n }, () => s)));
  const ticks = day.length;
  const length = Int32Array.from(submissions, (s) => s.slots);
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
  for (const [a, b] of problem.conflicts['chairs'] ?? []) {
    const both = new Set([a * T + b, b * T + a]);
    for (const i of both) beside[i]! += weight('chairs');
  }
  const partners = submissions.map(() => new Map<number, { session: number; slot: number }>());
  const pair = (name: string, key: 'session' | 'slot') => {
    const seen = new Set<number>();
    for (const [x, y] of problem.conflicts[name.replace('Slot', '')] ?? []) {
      const id = Math.min(x, y) * N + Math.max(x, y);
      if (x === y || seen.has(id) || weight(name) === 0) continue;
      seen.add(id);
      for (const [from, to] of [
        [x, y],
        [y, x],
      ] as const) {
        const costs = partners[from]!.get(to) ?? { session: 0, slot: 0 };
        costs[key] += weight(name);
        partners[from]!.set(to, costs);
      }
    }
  };
  pair('presenters', 'session');
  pair('attendees', 'session');
  pair('presentersSlot', 'slot');
  pair('attendeesSlot', 'slot');
  const hasPairs = partners.some((p) => p.size > 0);
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
    cells: {
      tracks: T,
      trackOf: Int32Array.from(submissions, (s) => s.track),
      trackDay: table('trackSession', T, S),
      trackRoom: table('trackRoom', T, R),
      dayRoom: table('sessionRoom', S, R),
      beside,
      roomsPerTrack: weight('roomsPerTrack'),
      parallel: weight('parallelTracks'),
      gap: weight('consecutiveTracks'),
    },
    ...(hasPairs && {
      pairs: {
        of: rowsOf(partners.map((p) => [...p.keys()])),
        sessionCost: Int32Array.from(partners.flatMap((p) => [...p.values()].map((c) => c.session))),
        tickCost: Int32Array.from(partners.flatMap((p) => [...p.values()].map((c) => c.slot))),
      },
    }),
    ...(hasOrder && {
      order: {
        groups: T,
        groupOf: Int32Array.from(submissions, (s) => s.track),
        rank: Int32Array.from(submissions, (s) => s.order),
        cost: weight('submissionOrder'),
      },
    }),
  };
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
  return { tracks, submissions };
}
