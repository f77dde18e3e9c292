import { Random } from '../random.ts';
import { Construction } from './core/construct.ts';
import { Cooling } from './core/cooling.ts';
import { Moves } from './core/moves.ts';
import type { CoreProblem } from './core/problem.ts';
import { settle } from './core/settle.ts';
import { Timetable } from './core/timetable.ts';

/** How long to search. At least one of `seconds` and `moves`; with `moves` alone the same seed gives the same timetable. */
export interface Limits {
  seconds?: number;
  moves?: number;
  seed: number;
  /** Milliseconds, monotonic; the search never asks for the time otherwise. */
  now: () => number;
  /** Asked a few hundred times a second; true ends the search with the best found so far. */
  isCancelled?: () => boolean;
  /** Told when a better timetable is found, at most some ten times a second, and at the end. */
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** Milliseconds since the search began. */
  elapsed: number;
  moves: number;
  unplaced: number;
  cost: number;
  temperature: number;
}

export interface Found {
  room: Int32Array;
  at: Int32Array;
  /** The parts of each event in their order, for problems with people. */
  parts: Int32Array | null;
  unplaced: number;
  cost: number;
  moves: number;
  elapsed: number;
  startCost: number;
}

/** Moves between two looks at the clock. */
const BATCH = 1000;
const LOGS = 4096;
/** The hottest temperature in spreads of the cost of random timetables, the coldest in the unit in which the cost changes. */
const HOT = 0.12;
const COLD = 0.1;
/** Share of the time for making the constructed timetable better without undoing it: the best there is when time is short. */
const POLISHING = 0.03;
/**
 * The long cooling starts where each event has so much entropy above the frozen state (in natural units): hotter, the quick one was in equilibrium
 * already; colder, the long one could not leave the valley that the quick one fell into.
 */
const ENTROPY = 2;
/** Share of the time for the first, quick cooling: it gives a good timetable early and learns where the long one needs its time. */
const SCOUTING = 0.08;
/**
 * A timetable that costs more than so many temperatures for each event holds something dear that the quick cooling froze in: the long one then
 * starts where all that it costs is worth so many temperatures.
 */
const FROZEN = 20;
const THAW = 100;
/** Share of the long cooling that is spread evenly, whatever was learned. */
const EVENNESS = 0.5;
/** Ticks that may be out of the timetable for a while, and the least price of one in temperatures. */
const MOST_OUT = 6;
const LEAVING = 3;
/** From this fullness on, or where the construction failed, events may be out for a while; in looser problems they need not be. */
const TIGHT = 0.85;

export function search(core: CoreProblem, limits: Limits): Found {
  const random = new Random(limits.seed);
  const table = new Timetable(core);
  const started = limits.now();
  const budget = (limits.seconds ?? Infinity) * 1000;
  const most = limits.moves ?? Infinity;
  let moves = 0;
  const elapsed = () => limits.now() - started;
  const spent = () => Math.max(elapsed() / budget, moves / most);
  const isCancelled = limits.isCancelled ?? (() => false);

  let fewest = Infinity;
  const construction = new Construction(table, random);
  const best = { room: table.room.slice(), at: table.at.slice(), parts: table.people?.parts.slice() ?? null, cost: Infinity };
  const keep = () => {
    best.room.set(table.room);
    best.at.set(table.at);
    if (best.parts && table.people) best.parts.set(table.people.parts);
    best.cost = table.cost;
  };
  let steps = 0;
  const isOver = (left: number) => {
    if (left < fewest) {
      fewest = left;
      keep();
    }
    steps++;
    moves += core.rooms;
    return spent() >= 1 || isCancelled();
  };
  let unplaced = construction.run((left) => isOver(left) || steps > 5 * core.events);
  const isTight = unplaced > 0 || fullness(core) > TIGHT;
  const searchMoves = new Moves(core, table, random);
  if (unplaced > 0) unplaced = settle(table, searchMoves, random, isOver);
  if (unplaced < fewest) {
    fewest = unplaced;
    keep();
  }
  const startCost = table.cost;
  const report = (temperature: number) =>
    limits.onProgress?.({ elapsed: elapsed(), moves, unplaced: fewest, cost: best.cost, temperature });
  report(Infinity);
  if (unplaced === 0 && searchMoves.hasChoice) {
    const logs = new Float64Array(LOGS);
    for (let i = 0; i < LOGS; i++) logs[i] = -Math.log((i + 0.5) / LOGS);
    let price = 0;
    let reported = best.cost;
    let last = 0;
    /** Cools from now until this share of the whole budget is spent. */
    const anneal = (cooling: Cooling, until: number): void => {
      const start = spent();
      for (;;) {
        const now = spent();
        // No cost is negative, so nothing is left to search for at 0.
        if (now >= until || best.cost === 0 || isCancelled()) return;
        const share = (now - start) / (until - start);
        const temperature = cooling.temperature(share);
        if (!table.isPlain) {
          searchMoves.mostOut = isTight ? MOST_OUT : 0;
          price = Math.max(temperature * LEAVING, price * (table.outCount > 0 ? 1.02 : 0.98));
          searchMoves.price = price;
        }
        for (let i = 0; i < BATCH; i++) {
          if (searchMoves.try(temperature * logs[random.next() & (LOGS - 1)]!) && table.cost < best.cost && table.outCount === 0) keep();
        }
        moves += BATCH;
        if (table.outCount === 0) cooling.observe(share, table.cost);
        if (best.cost < reported && elapsed() > last + 100) {
          last = elapsed();
          reported = best.cost;
          report(temperature);
        }
      }
    };
    const rest = 1 - spent();
    const walk = Math.min(SURVEY, Math.ceil(most / 20));
    const { spread, unit } = survey(table, searchMoves, walk);
    moves += walk;
    const cold = unit * COLD;
    restore(table, best);
    anneal(new Cooling(unit, cold), spent() + rest * POLISHING);
    const scout = new Cooling(Math.max(spread * HOT, unit), cold);
    anneal(scout, spent() + rest * SCOUTING);
    const heat = scout.heatOf(core.events * ENTROPY);
    const isFrozen = table.cost > FROZEN * core.events * heat;
    anneal(scout.learned(EVENNESS, isFrozen ? table.cost / THAW : heat), 1);
  }
  report(0);
  return { ...best, unplaced: fewest, moves, elapsed: elapsed(), startCost };
}

/** Puts every event back where a timetable found before has it. */
function restore(table: Timetable, best: { room: Int32Array; at: Int32Array; parts: Int32Array | null }): void {
  const { events } = table.core;
  for (let e = 0; e < events; e++) if (table.room[e]! >= 0) table.remove(e);
  if (table.people && best.parts) table.people.parts.set(best.parts);
  for (let e = 0; e < events; e++) if (best.room[e]! >= 0) table.place(e, best.room[e]!, best.at[e]!);
}

/** Share of the rooms' open ticks that the events need. */
function fullness(core: CoreProblem): number {
  let needed = 0;
  for (let e = 0; e < core.events; e++) if (core.optional?.[e] !== 1) needed += core.length[e]!;
  return needed / core.open.reduce((sum, ticks) => sum + (ticks > 0 ? 1 : 0), 0);
}

const SURVEY = 20_000;

/** Walks at random to learn the spread of the cost and the unit in which it changes. */
function survey(table: Timetable, moves: Moves, walk: number): { spread: number; unit: number } {
  let unit = 0;
  let mean = 0;
  let square = 0;
  let n = 0;
  for (let i = 0; i < walk; i++) {
    const before = table.cost;
    moves.try(Infinity);
    for (let a = Math.abs(table.cost - before), b = unit; ; [a, b] = [b, a % b]) {
      if (b === 0) {
        unit = a;
        break;
      }
    }
    if (i < walk / 2) continue;
    n++;
    const off = table.cost - mean;
    mean += off / n;
    square += off * (table.cost - mean);
  }
  return { spread: Math.sqrt(square / Math.max(1, n)), unit: unit || 1 };
}
