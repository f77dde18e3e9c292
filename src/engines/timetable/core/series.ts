import type { CoreProblem, SeriesSection } from './problem.ts';

/** Cost of series on too few days and in more than one room, kept as counts per series. */
export class Series {
  readonly #section: SeriesSection;
  readonly #day: Int32Array;
  readonly #days: number;
  readonly #rooms: number;
  readonly #onDay: Int32Array;
  readonly #inRoom: Int32Array;
  readonly #daysUsed: Int32Array;

  constructor(core: CoreProblem, section: SeriesSection) {
    this.#section = section;
    this.#day = core.day;
    this.#days = core.days;
    this.#rooms = core.rooms;
    this.#onDay = new Int32Array(section.count * core.days);
    this.#inRoom = new Int32Array(section.count * core.rooms);
    this.#daysUsed = new Int32Array(section.count);
  }

  lift(e: number, room: number, tick: number): number {
    const c = this.#section.seriesOf[e]!;
    if (c < 0) return 0;
    let change = 0;
    if (--this.#onDay[c * this.#days + this.#day[tick]!]! === 0 && --this.#daysUsed[c]! < this.#section.minDays[c]!)
      change = this.#section.dayCost;
    if (--this.#inRoom[c * this.#rooms + room]! === 0) change -= this.#section.roomCost;
    return change;
  }

  place(e: number, room: number, tick: number): number {
    const c = this.#section.seriesOf[e]!;
    if (c < 0) return 0;
    let change = 0;
    if (this.#onDay[c * this.#days + this.#day[tick]!]!++ === 0 && this.#daysUsed[c]!++ < this.#section.minDays[c]!)
      change = -this.#section.dayCost;
    if (this.#inRoom[c * this.#rooms + room]!++ === 0) change += this.#section.roomCost;
    return change;
  }
}
