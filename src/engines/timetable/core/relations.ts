import type { CoreProblem, RelationSection } from './problem.ts';

/** Order, same day, same room and the like between two events, hard (cost -1) or soft. Holds while either event is not placed. */
export class Relations {
  readonly section: RelationSection;
  readonly #core: CoreProblem;
  readonly #room: Int32Array;
  readonly #at: Int32Array;

  constructor(core: CoreProblem, section: RelationSection, room: Int32Array, at: Int32Array) {
    this.#core = core;
    this.section = section;
    this.#room = room;
    this.#at = at;
  }

  /** Whether relation i holds with event e at (room, tick) and the other event where it stands. */
  holds(i: number, e: number, room: number, tick: number): boolean {
    const { a, b, kind, gap } = this.section;
    const { day, length } = this.#core;
    const isFirst = a[i] === e;
    const other = isFirst ? b[i]! : a[i]!;
    const otherRoom = this.#room[other]!;
    if (otherRoom < 0) return true;
    const otherTick = this.#at[other]!;
    switch (kind[i]) {
      case 0:
        return isFirst ? otherTick >= tick + length[e]! + gap[i]! : tick >= otherTick + length[other]! + gap[i]!;
      case 1:
        return day[tick] === day[otherTick];
      case 2:
        return room === otherRoom;
      case 3:
        return day[tick] !== day[otherTick];
      default:
        return tick >= otherTick + length[other]! || otherTick >= tick + length[e]!;
    }
  }

  /** The first hard relation of e that would be broken at (room, tick), or -1. */
  broken(e: number, room: number, tick: number): number {
    const { first, items } = this.section.of;
    for (let k = first[e]!, end = first[e + 1]!; k < end; k++) {
      const i = items[k]!;
      if (this.section.cost[i]! < 0 && !this.holds(i, e, room, tick)) return i;
    }
    return -1;
  }

  /** The cost of soft relations between e at (room, tick) and what is placed. */
  cost(e: number, room: number, tick: number): number {
    const { first, items } = this.section.of;
    let cost = 0;
    for (let k = first[e]!, end = first[e + 1]!; k < end; k++) {
      const i = items[k]!;
      const weight = this.section.cost[i]!;
      if (weight > 0 && !this.holds(i, e, room, tick)) cost += weight;
    }
    return cost;
  }
}
