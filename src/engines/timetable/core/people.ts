import type { CoreProblem, PeopleSection } from './problem.ts';

/** Where each person is at each tick: at most one event at a time, and time to walk or travel between two venues of one day. */
export class People {
  readonly section: PeopleSection;
  readonly #core: CoreProblem;
  /** The event each person is at, plus one; 0 for none: [person * ticks + tick]. */
  readonly at: Int32Array;
  /** The parts of each event in the order they now stand; rows as `partsOf.first`. */
  readonly parts: Int32Array;
  readonly #room: Int32Array;
  /** 1 for events with somebody to whom some hours cost something. */
  readonly #hasHours: Uint8Array;

  constructor(core: CoreProblem, section: PeopleSection, room: Int32Array) {
    this.#core = core;
    this.section = section;
    this.#room = room;
    this.at = new Int32Array(section.people * core.ticks);
    this.parts = section.partsOf.items.slice();
    const costs = Array.from({ length: section.people }, (_, p) =>
      section.hourCost.subarray(p * core.ticks, (p + 1) * core.ticks).some((c) => c > 0),
    );
    const { partsOf, peopleOf } = section;
    this.#hasHours = Uint8Array.from({ length: core.events }, (_, e) => {
      const parts = partsOf.items.subarray(partsOf.first[e], partsOf.first[e + 1]);
      return parts.some((part) => peopleOf.items.subarray(peopleOf.first[part], peopleOf.first[part + 1]).some((p) => costs[p])) ? 1 : 0;
    });
  }

  mark(e: number, tick: number, value: number): void {
    const { partsOf, partLength, peopleOf } = this.section;
    let t = tick;
    for (let i = partsOf.first[e]!, end = partsOf.first[e + 1]!; i < end; i++) {
      const part = this.parts[i]!;
      const length = partLength[part]!;
      for (let j = peopleOf.first[part]!, last = peopleOf.first[part + 1]!; j < last; j++) {
        const row = peopleOf.items[j]! * this.#core.ticks;
        for (let k = t; k < t + length; k++) this.at[row + k] = value;
      }
      t += length;
    }
  }

  /** The cost of hours that its people do not wish for. */
  cost(e: number, tick: number): number {
    if (this.#hasHours[e] === 0) return 0;
    const { partsOf, partLength, peopleOf, hourCost } = this.section;
    let cost = 0;
    let t = tick;
    for (let i = partsOf.first[e]!, end = partsOf.first[e + 1]!; i < end; i++) {
      const part = this.parts[i]!;
      const length = partLength[part]!;
      for (let j = peopleOf.first[part]!, last = peopleOf.first[part + 1]!; j < last; j++) {
        const row = peopleOf.items[j]! * this.#core.ticks;
        for (let k = t; k < t + length; k++) cost += hourCost[row + k]!;
      }
      t += length;
    }
    return cost;
  }

  /** Why event e (not marked now) cannot be at (room, tick); calls `found(person, other)`, other -1 for an absence, until it answers true. */
  obstacles(e: number, room: number, tick: number, found: (person: number, other: number) => boolean): boolean {
    const { partsOf, partLength, peopleOf, present, venueOf, travel, venues, farthest, isRemote } = this.section;
    const { ticks, day } = this.#core;
    const venue = venueOf[room]!;
    let t = tick;
    for (let i = partsOf.first[e]!, end = partsOf.first[e + 1]!; i < end; i++) {
      const part = this.parts[i]!;
      const stop = t + partLength[part]!;
      for (let j = peopleOf.first[part]!, last = peopleOf.first[part + 1]!; j < last; j++) {
        const person = peopleOf.items[j]!;
        const row = person * ticks;
        const around = isRemote[person] === 1 ? 0 : farthest;
        const from = Math.max(0, t - around);
        const to = Math.min(ticks, stop + around);
        for (let k = from; k < to; k++) {
          if (k >= t && k < stop && present[row + k] === 0 && found(person, -1)) return true;
          const other = this.at[row + k]! - 1;
          if (other < 0 || other === e || day[k] !== day[t]) continue;
          const apart = k < t ? t - k - 1 : k >= stop ? k - stop : -1;
          if ((apart < 0 || apart < travel[venueOf[this.#room[other]!]! * venues + venue]!) && found(person, other)) return true;
        }
      }
      t = stop;
    }
    return false;
  }

  isFree(e: number, room: number, tick: number): boolean {
    return !this.obstacles(e, room, tick, always);
  }

  /** Exchanges two parts in the order of their event. */
  exchange(i: number, j: number): void {
    const held = this.parts[i]!;
    this.parts[i] = this.parts[j]!;
    this.parts[j] = held;
  }
}

const always = (): boolean => true;
