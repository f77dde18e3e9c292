import type { Random } from '../../random.ts';
import type { Moves } from './moves.ts';
import { obstaclesAt } from './obstacles.ts';
import type { Timetable } from './timetable.ts';

/** Places looked at for each event that seeks one, and ordinary moves made between. */
const LOOKS = 10;
const SHUFFLES = 40;
/** Temperature in ticks left out: how readily a longer event gives way to a shorter. */
const WARMTH = 0.45;

/**
 * Brings in the events that the construction left out, by annealing on the ticks left out: each in turn takes the place, of a few at random,
 * where least must give way, and ordinary moves shake the rest. Packings too tight for one event at a time are found this way.
 */
export function settle(table: Timetable, moves: Moves, random: Random, isOver: (unplaced: number) => boolean): number {
  const { rooms, ticks, length } = table.core;
  while (table.outCount > 0 && !isOver(table.outCount)) {
    const e = table.out[random.below(table.outCount)]!;
    let bestAt = -1;
    let bestLoss = Infinity;
    for (let look = 0; look < LOOKS; look++) {
      const room = random.below(rooms);
      const tick = random.below(ticks);
      if (!table.isAllowed(e, room, tick)) continue;
      const loss = table.isFree(e, room, tick) ? 0 : lossAt(table, e, room, tick, length);
      if (loss < bestLoss) {
        bestLoss = loss;
        bestAt = room * ticks + tick;
      }
      if (loss === 0) break;
    }
    if (bestAt >= 0 && bestLoss - length[e]! <= -WARMTH * Math.log(random.unit() + 1e-12)) {
      const room = Math.floor(bestAt / ticks);
      const tick = bestAt % ticks;
      for (const { other } of obstaclesAt(table, e, room, tick)) {
        if (other >= 0 && table.room[other]! >= 0) table.remove(other);
      }
      table.place(e, room, tick);
    }
    for (let i = 0; i < SHUFFLES; i++) moves.try(0);
  }
  return table.outCount;
}

function lossAt(table: Timetable, e: number, room: number, tick: number, length: Int32Array): number {
  let loss = 0;
  const seen = new Set<number>();
  for (const { other } of obstaclesAt(table, e, room, tick)) {
    if (other < 0) return Infinity;
    if (!seen.has(other)) loss += length[other]!;
    seen.add(other);
  }
  return loss;
}
