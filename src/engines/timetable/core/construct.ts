import type { Random } from '../../random.ts';
import { obstaclesAt } from './obstacles.ts';
import type { Timetable } from './timetable.ts';

/** Places looked at for an event, and for all of them together; where there are more, a free one among so many is good enough. */
const ENOUGH = 20_000;
const ENOUGH_IN_ALL = 4_000_000;

/**
 * Places every event by iterative forward search with conflict statistics (Müller, Rudová, Barták: "Minimal perturbation problem in course
 * timetabling", 2004): the hardest unplaced event goes where the events in its way have been in the way least; those are taken out
 * and placed anew. Ends when all are placed or `isOver` says so. Then the events unplaced are the best known way to leave few out.
 */
export class Construction {
  readonly #table: Timetable;
  readonly #random: Random;
  readonly #weight: Map<number, number>;
  readonly #hardness: Float64Array;
  readonly #enough: number;
  /** How often each event was tried and found no free place. */
  readonly tried: Int32Array;

  constructor(table: Timetable, random: Random) {
    this.#table = table;
    this.#random = random;
    this.#weight = new Map();
    this.tried = new Int32Array(table.core.events);
    const { events, rooms, ticks, roomAllowed, startAllowed, length } = table.core;
    this.#enough = Math.min(ENOUGH, ENOUGH_IN_ALL / Math.max(1, events));
    this.#hardness = new Float64Array(events);
    for (let e = 0; e < events; e++) {
      let inRooms = 0;
      let starts = 0;
      for (let r = 0; r < rooms; r++) inRooms += roomAllowed[e * rooms + r]!;
      for (let t = 0; t < ticks; t++) starts += startAllowed[e * ticks + t]!;
      this.#hardness[e] = (length[e]! * 10) / (1 + inRooms * starts);
    }
  }

  run(isOver: (unplaced: number) => boolean): number {
    const table = this.#table;
    const { events } = table.core;
    const queue: number[] = [];
    const giveUp = new Set<number>();
    for (let e = 0; e < events; e++) if (table.room[e]! < 0 && table.core.optional?.[e] !== 1) queue.push(e);
    while (queue.length > 0 && !isOver(queue.length + giveUp.size)) {
      let pick = 0;
      for (let k = 0; k < Math.min(queue.length, 24); k++) {
        const at = queue.length <= 24 ? k : this.#random.below(queue.length);
        if (this.#urgency(queue[at]!) > this.#urgency(queue[pick]!)) pick = at;
      }
      const e = queue[pick]!;
      queue[pick] = queue[queue.length - 1]!;
      queue.pop();
      if (!this.#settle(e, queue)) giveUp.add(e);
    }
    return queue.length + giveUp.size;
  }

  #urgency(e: number): number {
    return this.#hardness[e]! * (1 + this.tried[e]!) + this.tried[e]!;
  }

  /** Places e, taking out what is in the way; false when no place is open to it at all. */
  #settle(e: number, queue: number[]): boolean {
    const table = this.#table;
    const { rooms, ticks, roomAllowed, startAllowed, events } = table.core;
    let best = Infinity;
    let bestAt = -1;
    let ties = 0;
    const before = table.cost;
    const offset = rooms * ticks > this.#enough ? this.#random.below(rooms) : 0;
    let looked = 0;
    for (let i = 0; i < rooms && (looked < this.#enough || best >= 1); i++) {
      const r = (i + offset) % rooms;
      if (roomAllowed[e * rooms + r] === 0) continue;
      looked += ticks;
      for (let t = 0; t < ticks; t++) {
        if (startAllowed[e * ticks + t] === 0 || !table.isAllowed(e, r, t)) continue;
        let score = 0;
        if (table.isFree(e, r, t)) {
          table.place(e, r, t);
          score = (table.cost - before) * 1e-9;
          table.remove(e);
        } else {
          const seen = new Set<number>();
          for (const o of obstaclesAt(table, e, r, t)) {
            if (o.other < 0) score = Infinity;
            else if (!seen.has(o.other)) {
              seen.add(o.other);
              score += 1 + (this.#weight.get(e * events + o.other) ?? 0) + 2 * this.#hardness[o.other]!;
            }
            if (score > best) break;
          }
        }
        if (score < best) ties = 0;
        if (score < Infinity && score <= best && this.#random.below(++ties) === 0) {
          best = score;
          bestAt = r * ticks + t;
        }
      }
    }
    if (bestAt < 0) return false;
    const room = Math.floor(bestAt / ticks);
    const tick = bestAt % ticks;
    for (const o of obstaclesAt(table, e, room, tick)) {
      if (o.other < 0 || table.room[o.other]! < 0) continue;
      const key = e * events + o.other;
      this.#weight.set(key, (this.#weight.get(key) ?? 0) + 1);
      table.remove(o.other);
      if (table.core.optional?.[o.other] !== 1) queue.push(o.other);
      this.tried[e]!++;
    }
    table.place(e, room, tick);
    return true;
  }
}
