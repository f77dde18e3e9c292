import type { CoreProblem, PairSection } from './problem.ts';

/** Cost of pairs of events held on one day, or in one tick, in different rooms. */
export class Pairs {
  readonly #first: Int32Array;
  readonly #items: Int32Array;
  readonly #sessionCost: Int32Array;
  readonly #tickCost: Int32Array;
  readonly #day: Int32Array;
  readonly #length: Int32Array;
  readonly #room: Int32Array;
  readonly #at: Int32Array;

  constructor(core: CoreProblem, section: PairSection, room: Int32Array, at: Int32Array) {
    this.#first = section.of.first;
    this.#items = section.of.items;
    this.#sessionCost = section.sessionCost;
    this.#tickCost = section.tickCost;
    this.#day = core.day;
    this.#length = core.length;
    this.#room = room;
    this.#at = at;
  }

  /** Cost between event e at (room, tick) and all others where they stand; e itself need not stand there yet. */
  cost(e: number, room: number, tick: number): number {
    let cost = 0;
    const day = this.#day[tick]!;
    for (let i = this.#first[e]!, end = this.#first[e + 1]!; i < end; i++) {
      const f = this.#items[i]!;
      const other = this.#room[f]!;
      if (other < 0 || other === room) continue;
      const start = this.#at[f]!;
      if (this.#day[start] !== day) continue;
      cost += this.#sessionCost[i]!;
      const weight = this.#tickCost[i]!;
      if (weight === 0) continue;
      const shared = Math.min(start + this.#length[f]!, tick + this.#length[e]!) - Math.max(start, tick);
      if (shared > 0) cost += weight * shared;
    }
    return cost;
  }
}
