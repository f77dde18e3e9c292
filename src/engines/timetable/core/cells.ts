import { rowsOf, type CellSection, type CoreProblem, type Rows } from './problem.ts';

/** What holds for a cell (day, room): its track, how many events stand in it, and the cost of tracks being where they are. */
export class Cells {
  readonly section: CellSection;
  readonly #day: Int32Array;
  readonly #days: number;
  readonly #rooms: number;
  /** Events in each cell and its track, -1 where it has none: [day * rooms + room]. */
  readonly held: Int32Array;
  readonly track: Int32Array;
  readonly #inRoom: Int32Array;
  readonly #onDay: Int32Array;
  /** Runs of days one after the other on which each track is held. */
  readonly #runs: Int32Array;
  readonly #rivals: Rows;

  constructor(core: CoreProblem, section: CellSection) {
    this.section = section;
    this.#day = core.day;
    this.#days = core.days;
    this.#rooms = core.rooms;
    this.held = new Int32Array(core.days * core.rooms);
    this.track = new Int32Array(core.days * core.rooms).fill(-1);
    this.#inRoom = new Int32Array(section.tracks * core.rooms);
    this.#onDay = new Int32Array(section.tracks * core.days);
    this.#runs = new Int32Array(section.tracks);
    const { tracks, beside } = section;
    const all = Array.from({ length: tracks }, (_, a) => a);
    this.#rivals = rowsOf(all.map((a) => all.filter((b) => beside[a * tracks + b] || beside[b * tracks + a])));
  }

  admits(e: number, room: number, tick: number): boolean {
    const track = this.track[this.#day[tick]! * this.#rooms + room]!;
    return track < 0 || track === this.section.trackOf[e]!;
  }

  lift(e: number, room: number, tick: number): number {
    const day = this.#day[tick]!;
    const cell = day * this.#rooms + room;
    if (--this.held[cell]! > 0) return 0;
    this.track[cell] = -1;
    return this.#change(this.section.trackOf[e]!, day, room, -1);
  }

  place(e: number, room: number, tick: number): number {
    const day = this.#day[tick]!;
    const cell = day * this.#rooms + room;
    if (this.held[cell]!++ > 0) return 0;
    const track = this.section.trackOf[e]!;
    const change = this.#change(track, day, room, 1);
    this.track[cell] = track;
    return change;
  }

  /**
   * Exchanges the tracks of two cells and gives the change of the cost; the events stay where they are, so that exchanging once more in the
   * reverse order leaves all as it was. Tells in a moment what moving all of the events would bring at least.
   */
  exchange(dayA: number, roomA: number, dayB: number, roomB: number): number {
    const cellA = dayA * this.#rooms + roomA;
    const cellB = dayB * this.#rooms + roomB;
    const a = this.track[cellA]!;
    const b = this.track[cellB]!;
    if (a === b) return 0;
    let change = 0;
    this.track[cellA] = -1;
    if (a >= 0) change += this.#change(a, dayA, roomA, -1);
    this.track[cellB] = -1;
    if (b >= 0) change += this.#change(b, dayB, roomB, -1);
    if (a >= 0) {
      change += this.#change(a, dayB, roomB, 1);
      this.track[cellB] = a;
    }
    if (b >= 0) {
      change += this.#change(b, dayA, roomA, 1);
      this.track[cellA] = b;
    }
    return change;
  }

  /** Cost of `track` taking (step 1) or leaving (step -1) a cell that is marked as empty. */
  #change(track: number, day: number, room: number, step: 1 | -1): number {
    const s = this.section;
    let cost = s.trackDay[track * this.#days + day]! + s.trackRoom[track * this.#rooms + room]! + s.dayRoom[day * this.#rooms + room]!;
    if (this.#hasRival(track, day)) cost += this.#besides(track, day, room);
    const inRoom = track * this.#rooms + room;
    const onDay = track * this.#days + day;
    if (step > 0) {
      if (this.#inRoom[inRoom]!++ === 0) cost += s.roomsPerTrack;
      if (this.#onDay[onDay]! > 0) cost += s.parallel;
      if (this.#onDay[onDay]!++ === 0) cost += this.#presence(track, day, 1);
      return cost;
    }
    if (--this.#inRoom[inRoom]! === 0) cost += s.roomsPerTrack;
    if (--this.#onDay[onDay]! > 0) cost += s.parallel;
    else cost -= this.#presence(track, day, -1);
    return -cost;
  }

  /** Whether a track that would cost something beside this one is held on the day. */
  #hasRival(track: number, day: number): boolean {
    const { first, items } = this.#rivals;
    for (let i = first[track]!, end = first[track + 1]!; i < end; i++) if (this.#onDay[items[i]! * this.#days + day]! > 0) return true;
    return false;
  }

  #besides(track: number, day: number, room: number): number {
    const { tracks, beside } = this.section;
    const row = day * this.#rooms;
    let cost = 0;
    for (let r = 0; r < this.#rooms; r++) {
      const other = this.track[row + r]!;
      if (other >= 0 && r !== room) cost += r < room ? beside[other * tracks + track]! : beside[track * tracks + other]!;
    }
    return cost;
  }

  /** Change of the gap's cost as `day` is taken (step 1) or left (step -1) by the track: it has a gap where its days come in more than one run. */
  #presence(track: number, day: number, step: 1 | -1): number {
    const at = track * this.#days + day;
    const before = day > 0 && this.#onDay[at - 1]! > 0 ? 1 : 0;
    const after = day + 1 < this.#days && this.#onDay[at + 1]! > 0 ? 1 : 0;
    const runs = this.#runs[track]!;
    const now = runs + step * (1 - before - after);
    this.#runs[track] = now;
    return ((now > 1 ? 1 : 0) - (runs > 1 ? 1 : 0)) * this.section.gap;
  }
}
