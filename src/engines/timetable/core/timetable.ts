import { Audience } from './audience.ts';
import { Cells } from './cells.ts';
import { Clash } from './clash.ts';
import { Order } from './order.ts';
import { Pairs } from './pairs.ts';
import { People } from './people.ts';
import type { CoreProblem } from './problem.ts';
import { Relations } from './relations.ts';
import { Series } from './series.ts';
import { Topics } from './topics.ts';

/** The most events that one move may displace. */
export const LARGEST_MOVE = 512;

/** Moves of up to so many events have their people looked at before anything is lifted. */
const FEW = 4;

/**
 * A timetable being changed: where each event stands, and the cost, kept exact after every change. A move is staged (`clear`, `stage`) and
 * then attempted: it is carried out only when every hard rule holds and the cost rises by no more than a limit. Nothing is allocated.
 */
export class Timetable {
  readonly core: CoreProblem;
  /** Room and start of each event; -1 while it is not placed. */
  readonly room: Int32Array;
  readonly at: Int32Array;
  /** The event in each (room, tick), -1 for none: [room * ticks + tick]. */
  readonly held: Int32Array;
  cost: number;
  /** The events that are not placed though they must be, in no order, how many they are, and their ticks. */
  readonly out: Int32Array;
  outCount: number;
  outTicks: number;
  readonly #outAt: Int32Array;
  /** Ticks that an event leaves missing when out: its length, or 0 where it may stay out. */
  readonly #due: Int32Array;
  /** The staged move: events and where they go. */
  staged = 0;
  readonly event = new Int32Array(LARGEST_MOVE);
  readonly toRoom = new Int32Array(LARGEST_MOVE);
  readonly toTick = new Int32Array(LARGEST_MOVE);
  readonly #fromRoom = new Int32Array(LARGEST_MOVE);
  readonly #fromTick = new Int32Array(LARGEST_MOVE);
  readonly clash: Clash | null;
  readonly people: People | null;
  readonly relations: Relations | null;
  readonly cells: Cells | null;
  readonly #series: Series | null;
  readonly #audience: Audience | null;
  readonly #pairs: Pairs | null;
  readonly #order: Order | null;
  readonly #topics: Topics | null;
  /** Every event one tick long and no hard rule but rooms and clashes: moves of one or two events can be checked without lifting. */
  readonly isPlain: boolean;
  /** No hard rule among events but that rooms and cells hold one thing at a time. */
  readonly hasOnlyRooms: boolean;

  constructor(core: CoreProblem) {
    this.core = core;
    this.room = new Int32Array(core.events).fill(-1);
    this.at = new Int32Array(core.events).fill(-1);
    this.held = new Int32Array(core.rooms * core.ticks).fill(-1);
    this.clash = core.clash ? new Clash(core, core.clash) : null;
    this.people = core.people ? new People(core, core.people, this.room) : null;
    this.relations = core.relations ? new Relations(core, core.relations, this.room, this.at) : null;
    this.cells = core.cells ? new Cells(core, core.cells) : null;
    this.#series = core.series ? new Series(core, core.series) : null;
    this.#audience = core.audience ? new Audience(core, core.audience) : null;
    this.#pairs = core.pairs ? new Pairs(core, core.pairs, this.room, this.at) : null;
    this.#order = core.order ? new Order(core, core.order, this.room, this.at) : null;
    this.#topics = core.topics ? new Topics(core, core.topics) : null;
    this.isPlain = !core.people && !core.relations && !core.cells && core.length.every((length) => length === 1);
    this.hasOnlyRooms = !core.clash && !core.people && !core.relations;
    this.cost = constantCost(core);
    this.out = new Int32Array(core.events);
    this.#outAt = new Int32Array(core.events);
    this.#due = core.length.map((length, e) => (core.optional?.[e] === 1 ? 0 : length));
    this.outCount = 0;
    this.outTicks = 0;
    for (let e = 0; e < core.events; e++) this.#leave(e);
  }

  /** Whether e may be at (room, tick) as far as rooms, hours and the event itself are concerned. */
  isAllowed(e: number, room: number, tick: number): boolean {
    const { roomAllowed, startAllowed, open, length, rooms, ticks } = this.core;
    return roomAllowed[e * rooms + room] === 1 && startAllowed[e * ticks + tick] === 1 && open[room * ticks + tick]! >= length[e]!;
  }

  /** Whether every hard rule among events holds for e at (room, tick), e not being placed now. */
  isFree(e: number, room: number, tick: number): boolean {
    const length = this.core.length[e]!;
    const row = room * this.core.ticks;
    for (let t = tick; t < tick + length; t++) if (this.held[row + t]! >= 0) return false;
    if (this.clash !== null && !this.clash.isFree(e, tick, length)) return false;
    if (this.cells !== null && !this.cells.admits(e, room, tick)) return false;
    if (this.people !== null && !this.people.isFree(e, room, tick)) return false;
    return this.relations === null || this.relations.broken(e, room, tick) < 0;
  }

  /** Puts an event that is not placed where it may stand. */
  place(e: number, room: number, tick: number): void {
    this.#holdHard(e, room, tick);
    this.cost += this.#placeSoft(e, room, tick);
    this.#enter(e);
  }

  remove(e: number): void {
    const room = this.room[e]!;
    const tick = this.at[e]!;
    this.cost += this.#liftSoft(e, room, tick);
    this.#releaseHard(e, room, tick);
    this.#leave(e);
  }

  #enter(e: number): void {
    if (this.#due[e] === 0) return;
    const at = this.#outAt[e]!;
    const last = this.out[--this.outCount]!;
    this.out[at] = last;
    this.#outAt[last] = at;
    this.outTicks -= this.#due[e]!;
  }

  #leave(e: number): void {
    if (this.#due[e] === 0) return;
    this.#outAt[e] = this.outCount;
    this.out[this.outCount++] = e;
    this.outTicks += this.#due[e]!;
  }

  clear(): void {
    this.staged = 0;
  }

  /** Stages a place for e; room -1 takes it out of the timetable. */
  stage(e: number, room: number, tick: number): void {
    const n = this.staged++;
    this.event[n] = e;
    this.toRoom[n] = room;
    this.toTick[n] = tick;
  }

  /**
   * Carries out the staged move if it is allowed and changes the cost by at most `limit`; else leaves everything as it was. Each tick that
   * leaves the timetable counts as `price`, and each that comes in as -`price`.
   */
  attempt(limit: number, price: number): boolean {
    return this.isStagedAllowed() && this.#attemptAny(limit, price);
  }

  isStagedAllowed(): boolean {
    for (let i = 0; i < this.staged; i++)
      if (this.toRoom[i]! >= 0 && !this.isAllowed(this.event[i]!, this.toRoom[i]!, this.toTick[i]!)) return false;
    return true;
  }

  /**
   * The commonest move of plain problems, checked without lifting anything: e, which is placed, goes to (room, tick), where it is allowed as
   * far as e and its rooms and starts are concerned; the event there, if any, goes where e was.
   */
  attemptPlain(e: number, room: number, tick: number, limit: number): boolean {
    const ticks = this.core.ticks;
    const fromRoom = this.room[e]!;
    const from = this.at[e]!;
    const f = this.held[room * ticks + tick]!;
    const clash = this.clash;
    if (f === e) return false;
    if (clash !== null && from !== tick) {
      const between = f < 0 ? 0 : clash.between(e, f);
      if (clash.held[clash.classOf[e]! * ticks + tick] !== between) return false;
      if (f >= 0 && clash.held[clash.classOf[f]! * ticks + from] !== between) return false;
    }
    if (this.core.open[room * ticks + tick] === 0) return false;
    if (f >= 0 && !this.isAllowed(f, fromRoom, from)) return false;
    let change = this.#liftSoft(e, fromRoom, from);
    if (f >= 0) change += this.#liftSoft(f, room, tick);
    change += this.#placeSoft(e, room, tick);
    if (f >= 0) change += this.#placeSoft(f, fromRoom, from);
    if (change > limit) {
      this.#liftSoft(e, room, tick);
      if (f >= 0) this.#liftSoft(f, fromRoom, from);
      this.#placeSoft(e, fromRoom, from);
      if (f >= 0) this.#placeSoft(f, room, tick);
      return false;
    }
    this.held[fromRoom * ticks + from] = f;
    this.held[room * ticks + tick] = e;
    if (clash !== null && from !== tick) {
      clash.count(e, from, 1, -1);
      clash.count(e, tick, 1, 1);
      if (f >= 0) {
        clash.count(f, tick, 1, -1);
        clash.count(f, from, 1, 1);
      }
    }
    this.cost += change;
    return true;
  }

  /**
   * As `attempt`, for a staged move of placed events that is known to keep every hard rule: each goes to a place that is allowed, and free
   * of whatever does not move too.
   */
  attemptSafe(limit: number): boolean {
    const n = this.staged;
    let change = 0;
    for (let i = 0; i < n; i++) {
      const e = this.event[i]!;
      this.#fromRoom[i] = this.room[e]!;
      this.#fromTick[i] = this.at[e]!;
      change += this.#liftSoft(e, this.#fromRoom[i]!, this.#fromTick[i]!);
    }
    for (let i = 0; i < n; i++) change += this.#placeSoft(this.event[i]!, this.toRoom[i]!, this.toTick[i]!);
    if (change > limit) {
      for (let i = 0; i < n; i++) this.#liftSoft(this.event[i]!, this.toRoom[i]!, this.toTick[i]!);
      for (let i = 0; i < n; i++) this.#placeSoft(this.event[i]!, this.#fromRoom[i]!, this.#fromTick[i]!);
      return false;
    }
    for (let i = 0; i < n; i++) this.#releaseHard(this.event[i]!, this.#fromRoom[i]!, this.#fromTick[i]!);
    for (let i = 0; i < n; i++) this.#holdHard(this.event[i]!, this.toRoom[i]!, this.toTick[i]!);
    this.cost += change;
    return true;
  }

  #attemptAny(limit: number, price: number): boolean {
    const n = this.staged;
    if (this.people !== null && n <= FEW && this.#someoneIsElsewhere(this.people)) return false;
    let change = 0;
    let ticks = 0;
    for (let i = 0; i < n; i++) {
      const e = this.event[i]!;
      const room = this.room[e]!;
      const tick = this.at[e]!;
      this.#fromRoom[i] = room;
      this.#fromTick[i] = tick;
      if (room < 0) ticks -= this.#due[e]!;
      else {
        change += this.#liftSoft(e, room, tick);
        this.#releaseHard(e, room, tick);
      }
    }
    let done = 0;
    for (; done < n; done++) {
      const e = this.event[done]!;
      const room = this.toRoom[done]!;
      const tick = this.toTick[done]!;
      if (room < 0) {
        ticks += this.#due[e]!;
        continue;
      }
      if (!this.isFree(e, room, tick)) break;
      this.#holdHard(e, room, tick);
      change += this.#placeSoft(e, room, tick);
    }
    if (done === n && change + price * ticks <= limit) {
      for (let i = 0; i < n; i++) {
        if (this.#fromRoom[i]! < 0) this.#enter(this.event[i]!);
        if (this.toRoom[i]! < 0) this.#leave(this.event[i]!);
      }
      this.cost += change;
      return true;
    }
    for (let i = 0; i < done; i++) {
      if (this.toRoom[i]! < 0) continue;
      this.#liftSoft(this.event[i]!, this.toRoom[i]!, this.toTick[i]!);
      this.#releaseHard(this.event[i]!, this.toRoom[i]!, this.toTick[i]!);
    }
    for (let i = 0; i < n; i++) {
      if (this.#fromRoom[i]! < 0) continue;
      this.#holdHard(this.event[i]!, this.#fromRoom[i]!, this.#fromTick[i]!);
      this.#placeSoft(this.event[i]!, this.#fromRoom[i]!, this.#fromTick[i]!);
    }
    return false;
  }

  /** Whether a person of the staged events is absent, or held by an event that is not staged: a quick no before anything is lifted. */
  #someoneIsElsewhere(people: People): boolean {
    for (let i = 0; i < this.staged; i++)
      if (this.toRoom[i]! >= 0 && people.obstacles(this.event[i]!, this.toRoom[i]!, this.toTick[i]!, this.#isOutside)) return true;
    return false;
  }

  readonly #isOutside = (_person: number, other: number): boolean => {
    for (let i = 0; i < this.staged; i++) if (this.event[i] === other) return false;
    return true;
  };

  /** At most so much would the cost fall if e, which is placed, cost nothing anywhere, its cell's track aside. */
  most(e: number): number {
    const { roomCost, startCost, rooms, ticks } = this.core;
    const room = this.room[e]!;
    const tick = this.at[e]!;
    let cost = roomCost[e * rooms + room]! + startCost[e * ticks + tick]!;
    if (this.#pairs !== null) cost += this.#pairs.cost(e, room, tick);
    if (this.#order !== null) cost += this.#order.most(e);
    return cost;
  }

  /** Exchanges two parts (places in the rows of `partsOf`) of one event under the same conditions. */
  attemptExchange(e: number, i: number, j: number, limit: number): boolean {
    const people = this.people!;
    const tick = this.at[e]!;
    const before = people.cost(e, tick);
    people.mark(e, tick, 0);
    people.exchange(i, j);
    const change = people.cost(e, tick) - before;
    const isDone = change <= limit && people.isFree(e, this.room[e]!, tick);
    if (isDone) this.cost += change;
    else people.exchange(i, j);
    people.mark(e, tick, e + 1);
    return isDone;
  }

  #holdHard(e: number, room: number, tick: number): void {
    const length = this.core.length[e]!;
    for (let i = room * this.core.ticks + tick, end = i + length; i < end; i++) this.held[i] = e;
    if (this.clash !== null) this.clash.count(e, tick, length, 1);
    if (this.people !== null) this.people.mark(e, tick, e + 1);
  }

  #releaseHard(e: number, room: number, tick: number): void {
    const length = this.core.length[e]!;
    for (let i = room * this.core.ticks + tick, end = i + length; i < end; i++) this.held[i] = -1;
    if (this.clash !== null) this.clash.count(e, tick, length, -1);
    if (this.people !== null) this.people.mark(e, tick, 0);
  }

  #liftSoft(e: number, room: number, tick: number): number {
    const core = this.core;
    let change = -core.roomCost[e * core.rooms + room]! - core.startCost[e * core.ticks + tick]!;
    if (this.#series !== null) change += this.#series.lift(e, room, tick);
    if (this.#audience !== null) change += this.#audience.flip(e, tick);
    if (this.cells !== null) change += this.cells.lift(e, room, tick);
    if (this.#topics !== null) change += this.#topics.lift(e, tick);
    if (this.#order !== null) change += this.#order.lift(e, room, tick);
    this.room[e] = -1;
    if (this.#pairs !== null) change -= this.#pairs.cost(e, room, tick);
    if (this.relations !== null) change -= this.relations.cost(e, room, tick);
    if (this.people !== null) change -= this.people.cost(e, tick);
    this.at[e] = -1;
    return change;
  }

  #placeSoft(e: number, room: number, tick: number): number {
    const core = this.core;
    let change = core.roomCost[e * core.rooms + room]! + core.startCost[e * core.ticks + tick]!;
    if (this.#pairs !== null) change += this.#pairs.cost(e, room, tick);
    if (this.relations !== null) change += this.relations.cost(e, room, tick);
    if (this.people !== null) change += this.people.cost(e, tick);
    this.room[e] = room;
    this.at[e] = tick;
    if (this.#series !== null) change += this.#series.place(e, room, tick);
    if (this.#audience !== null) change += this.#audience.flip(e, tick);
    if (this.cells !== null) change += this.cells.place(e, room, tick);
    if (this.#topics !== null) change += this.#topics.place(e, tick);
    if (this.#order !== null) change += this.#order.place(e, room, tick);
    return change;
  }
}

/** What the empty timetable costs, so that a full one costs what the terms say: rooms "beyond the first", days "below the least". */
function constantCost(core: CoreProblem): number {
  let cost = 0;
  if (core.series) {
    for (const least of core.series.minDays) cost += least * core.series.dayCost;
    const used = new Set(core.series.seriesOf);
    used.delete(-1);
    cost -= used.size * core.series.roomCost;
  }
  if (core.cells) cost -= new Set(core.cells.trackOf.filter((_, e) => core.optional?.[e] !== 1)).size * core.cells.roomsPerTrack;
  return cost;
}
