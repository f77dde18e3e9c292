import type { CoreProblem } from './problem.ts';
import { LARGEST_MOVE, type Timetable } from './timetable.ts';

/**
 * Kempe chains of plain problems: an event goes to another tick in its own room, whatever clashes with it there comes back to its tick, what
 * clashes with that goes there in turn, and so on until no hard rule is broken. As each room then exchanges what it holds at the two ticks,
 * a chain is a set of rooms, and moving it twice leaves all as it was.
 */
export class Chains {
  readonly #core: CoreProblem;
  readonly #table: Timetable;
  readonly #rooms: Int32Array;
  readonly #isIn: Uint8Array;
  #count = 0;

  constructor(core: CoreProblem, table: Timetable) {
    this.#core = core;
    this.#table = table;
    this.#rooms = new Int32Array(core.rooms);
    this.#isIn = new Uint8Array(core.rooms);
  }

  /** Carries out the chain that e, which is placed, sets off by going to `tick`, if every event of it may and the cost rises by at most `limit`. */
  attempt(e: number, tick: number, limit: number): boolean {
    const table = this.#table;
    const from = table.at[e]!;
    if (from === tick) return false;
    this.#count = 0;
    this.#add(table.room[e]!);
    table.clear();
    let isWhole = true;
    for (let i = 0; i < this.#count && isWhole; i++)
      isWhole = this.#stage(this.#rooms[i]!, from, tick) && this.#stage(this.#rooms[i]!, tick, from);
    for (let i = 0; i < this.#count; i++) this.#isIn[this.#rooms[i]!] = 0;
    return isWhole && table.attemptSafe(limit);
  }

  #add(room: number): void {
    this.#isIn[room] = 1;
    this.#rooms[this.#count++] = room;
  }

  /** Stages what a room holds at `from` to go to `to`, and adds the rooms of what it clashes with there; false where it may not go. */
  #stage(room: number, from: number, to: number): boolean {
    const table = this.#table;
    const { ticks, open, startAllowed } = this.#core;
    const e = table.held[room * ticks + from]!;
    if (e < 0) return true;
    if (startAllowed[e * ticks + to] === 0 || open[room * ticks + to] === 0 || table.staged === LARGEST_MOVE) return false;
    table.stage(e, room, to);
    const clash = table.clash;
    if (clash === null) return true;
    const c = clash.classOf[e]!;
    let left = clash.held[c * ticks + to]!;
    for (let r = 0; left > 0; r++) {
      const f = table.held[r * ticks + to]!;
      if (f < 0 || clash.conflict[c * clash.classes + clash.classOf[f]!] === 0) continue;
      left--;
      if (this.#isIn[r] === 0) this.#add(r);
    }
    return true;
  }
}
