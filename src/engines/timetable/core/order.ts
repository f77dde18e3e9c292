import type { CoreProblem, OrderSection } from './problem.ts';

/** Cost of events whose rank within their group is not the wished one; ranks are kept, not counted anew. */
export class Order {
  readonly #section: OrderSection;
  readonly #core: CoreProblem;
  readonly #members: number[][];
  readonly #wishers: Int32Array[];
  readonly #rank: Int32Array;
  readonly #room: Int32Array;
  readonly #at: Int32Array;

  constructor(core: CoreProblem, section: OrderSection, room: Int32Array, at: Int32Array) {
    this.#core = core;
    const isWished = new Set(section.groupOf.filter((_, e) => section.rank[e]! > 0));
    const groupOf = section.groupOf.map((g) => (isWished.has(g) ? g : -1));
    this.#section = { ...section, groupOf, rank: section.rank.map((rank, e) => (groupOf[e]! < 0 ? 0 : rank)) };
    this.#room = room;
    this.#at = at;
    this.#rank = new Int32Array(core.events);
    this.#members = Array.from({ length: section.groups }, () => []);
    for (let e = 0; e < core.events; e++) this.#members[groupOf[e]!]?.push(e);
    this.#wishers = this.#members.map((list) => Int32Array.from(list.filter((e) => this.#section.rank[e]! > 0)));
  }

  #key(room: number, tick: number): number {
    const { day, rooms, ticks } = this.#core;
    return (day[tick]! * rooms + room) * ticks + tick;
  }

  /** Call while e still stands at (room, tick). */
  lift(e: number, room: number, tick: number): number {
    if (this.#section.groupOf[e]! < 0) return 0;
    return this.#shift(e, this.#key(room, tick), -1) - this.#own(e);
  }

  /** Call once e stands at (room, tick). */
  place(e: number, room: number, tick: number): number {
    if (this.#section.groupOf[e]! < 0) return 0;
    const key = this.#key(room, tick);
    const change = this.#shift(e, key, 1);
    if (this.#section.rank[e]! > 0) {
      let rank = 1;
      for (const f of this.#members[this.#section.groupOf[e]!]!)
        if (f !== e && this.#room[f]! >= 0 && this.#key(this.#room[f]!, this.#at[f]!) < key) rank++;
      this.#rank[e] = rank;
    }
    return change + this.#own(e);
  }

  #own(e: number): number {
    const wished = this.#section.rank[e]!;
    return wished > 0 && this.#rank[e] !== wished ? this.#section.cost : 0;
  }

  /** What the wishes of e's group can cost at most. */
  most(e: number): number {
    const group = this.#section.groupOf[e]!;
    return group < 0 ? 0 : this.#wishers[group]!.length * this.#section.cost;
  }

  #shift(e: number, key: number, step: 1 | -1): number {
    let change = 0;
    const group = this.#section.groupOf[e]!;
    const wishers = this.#wishers[group]!;
    for (let i = 0; i < wishers.length; i++) {
      const f = wishers[i]!;
      if (f === e || this.#room[f]! < 0 || this.#key(this.#room[f]!, this.#at[f]!) < key) continue;
      change -= this.#own(f);
      this.#rank[f]! += step;
      change += this.#own(f);
    }
    return change;
  }
}
