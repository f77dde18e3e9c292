import type { CoreProblem, TopicSection } from './problem.ts';

/** Cost of topics whose events run side by side, counted per tick. */
export class Topics {
  readonly #section: TopicSection;
  readonly #ticks: number;
  readonly #length: Int32Array;
  readonly #held: Int32Array;

  constructor(core: CoreProblem, section: TopicSection) {
    this.#section = section;
    this.#ticks = core.ticks;
    this.#length = core.length;
    this.#held = new Int32Array(section.count * core.ticks);
  }

  lift(e: number, tick: number): number {
    const { first, items } = this.#section.of;
    let change = 0;
    for (let i = first[e]!, end = first[e + 1]!; i < end; i++) {
      const row = items[i]! * this.#ticks;
      for (let t = tick; t < tick + this.#length[e]!; t++) if (--this.#held[row + t]! > 0) change -= this.#section.cost[items[i]!]!;
    }
    return change;
  }

  place(e: number, tick: number): number {
    const { first, items } = this.#section.of;
    let change = 0;
    for (let i = first[e]!, end = first[e + 1]!; i < end; i++) {
      const row = items[i]! * this.#ticks;
      for (let t = tick; t < tick + this.#length[e]!; t++) if (this.#held[row + t]!++ > 0) change += this.#section.cost[items[i]!]!;
    }
    return change;
  }
}
