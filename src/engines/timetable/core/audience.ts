import type { AudienceSection, CoreProblem } from './problem.ts';

/** Days of at most this many ticks, so that an audience's day is a bit mask and its lonely ticks a table. */
export const LONGEST_AUDIENCE_DAY = 16;

/** Cost of lonely ticks in the days of audiences. An audience's events must clash with each other, so that a tick is held once at most. */
export class Audience {
  readonly #first: Int32Array;
  readonly #items: Int32Array;
  readonly #days: number;
  readonly #day: Int32Array;
  readonly #bit: Int32Array;
  readonly #mask: Int32Array;
  readonly #lonely: Int32Array;

  constructor(core: CoreProblem, section: AudienceSection) {
    this.#first = section.of.first;
    this.#days = core.days;
    this.#day = core.day;
    this.#items = section.of.items.map((q) => q * core.days);
    this.#bit = new Int32Array(core.ticks);
    let longest = 0;
    for (let t = 0; t < core.ticks; t++) {
      const place = t > 0 && core.day[t] === core.day[t - 1] ? Math.log2(this.#bit[t - 1]!) + 1 : 0;
      this.#bit[t] = 2 ** place;
      longest = Math.max(longest, place + 1);
    }
    if (longest > LONGEST_AUDIENCE_DAY) throw new RangeError(`an audience's day has ${longest} ticks`);
    this.#mask = new Int32Array(section.count * this.#days);
    this.#lonely = new Int32Array(2 ** longest);
    for (let m = 0; m < this.#lonely.length; m++)
      for (let alone = m & ~(m << 1) & ~(m >>> 1); alone !== 0; alone &= alone - 1) this.#lonely[m]! += section.cost;
  }

  /** Lifting and placing are the same: the tick changes from held to free or back. */
  flip(e: number, tick: number): number {
    const bit = this.#bit[tick]!;
    const day = this.#day[tick]!;
    const items = this.#items;
    const mask = this.#mask;
    const lonely = this.#lonely;
    let change = 0;
    for (let i = this.#first[e]!, end = this.#first[e + 1]!; i < end; i++) {
      const at = items[i]! + day;
      const before = mask[at]!;
      const after = before ^ bit;
      mask[at] = after;
      change += lonely[after]! - lonely[before]!;
    }
    return change;
  }
}
