import { rowsWhere, type ClashSection, type CoreProblem, type Rows } from './problem.ts';

/** Keeps, for each class and tick, how many events held then are in conflict with the class: a hard rule looked up in one load. */
export class Clash {
  readonly classOf: Int32Array;
  readonly conflict: Uint8Array;
  readonly classes: number;
  readonly ticks: number;
  /** [class * ticks + tick] */
  readonly held: Int32Array;
  readonly #rows: Rows;

  constructor(core: CoreProblem, section: ClashSection) {
    this.classOf = section.classOf;
    this.conflict = section.conflict;
    this.classes = section.classes;
    this.ticks = core.ticks;
    this.held = new Int32Array(section.classes * core.ticks);
    this.#rows = rowsWhere(section.classes, section.classes, section.conflict);
  }

  count(e: number, tick: number, length: number, step: 1 | -1): void {
    const c = this.classOf[e]!;
    const held = this.held;
    const { first, items } = this.#rows;
    const ticks = this.ticks;
    for (let i = first[c]!, end = first[c + 1]!; i < end; i++) {
      const row = items[i]! * ticks;
      for (let t = tick; t < tick + length; t++) held[row + t]! += step;
    }
  }

  isFree(e: number, tick: number, length: number): boolean {
    const row = this.classOf[e]! * this.ticks;
    for (let t = tick; t < tick + length; t++) if (this.held[row + t] !== 0) return false;
    return true;
  }

  /** 1 when the two events must not share a tick. */
  between(e: number, f: number): number {
    return this.conflict[this.classOf[e]! * this.classes + this.classOf[f]!]!;
  }
}
