import type { Random } from '../../random.ts';
import { Chains } from './chains.ts';
import type { CoreProblem } from './problem.ts';
import { rowsOf, rowsWhere, type Rows } from './problem.ts';
import { LARGEST_MOVE, type Timetable } from './timetable.ts';

/** Kinds of move, each a way to change several events at once that single changes would not find. */
export type MoveKind = 'relocate' | 'within-track' | 'swap-cells' | 'swap-days' | 'swap-rooms' | 'change-rooms' | 'dissolve' | 'reorder';

/** How many events of its track an event without a slot looks beside. */
const SIBLINGS = 6;
/** Of 64 moves of a plain problem, how many are chains, and how many are chains of two events side by side. */
const CHAINS = 6;
const PAIRS = 3;

/** Proposes random moves on a timetable and attempts each under a limit on the cost's rise. */
export class Moves {
  readonly #core: CoreProblem;
  readonly #table: Timetable;
  readonly #random: Random;
  readonly #chains: Chains;
  readonly #rooms: Rows;
  readonly #starts: Rows;
  readonly #movable: Int32Array;
  readonly #optional: Int32Array;
  /** Events of each track, first tick and length of each day (problems with cells only). */
  readonly #ofTrack: Rows;
  readonly #dayStart: Int32Array;
  readonly #loose: Int32Array;
  /** Cells to be exchanged: day and room of one and of the other for each pair. */
  readonly #paired: Int32Array;
  #pairs = 0;
  readonly #chosen: Uint8Array;
  /** Whether something staged found no slot where its cell goes. */
  #isOverfull = false;
  /** What a tick out of the timetable counts for, and how many may be out at once (0: every move keeps all in). */
  price = 0;
  mostOut = 0;
  /** Kind of move for each of 64 equally likely draws. */
  readonly #mix: MoveKind[];

  constructor(core: CoreProblem, table: Timetable, random: Random) {
    this.#core = core;
    this.#table = table;
    this.#random = random;
    this.#chains = new Chains(core, table);
    const range = (n: number) => Array.from({ length: n }, (_, i) => i);
    this.#rooms = rowsWhere(core.events, core.rooms, core.roomAllowed);
    this.#starts = rowsWhere(core.events, core.ticks, core.startAllowed);
    const choices = (e: number) =>
      (this.#rooms.first[e + 1]! - this.#rooms.first[e]!) * (this.#starts.first[e + 1]! - this.#starts.first[e]!);
    const isOptional = (e: number) => core.optional?.[e] === 1;
    this.#movable = Int32Array.from(range(core.events).filter((e) => choices(e) > 1 && !isOptional(e)));
    this.#optional = Int32Array.from(range(core.events).filter((e) => choices(e) > 1 && isOptional(e)));
    this.#dayStart = new Int32Array(core.days + 1).fill(core.ticks);
    for (let t = core.ticks - 1; t >= 0; t--) this.#dayStart[core.day[t]!] = t;
    for (let d = core.days - 1; d >= 0; d--) this.#dayStart[d] = Math.min(this.#dayStart[d]!, this.#dayStart[d + 1]!);
    const tracks: number[][] = Array.from({ length: core.cells?.tracks ?? 0 }, () => []);
    if (core.cells) for (let e = 0; e < core.events; e++) tracks[core.cells.trackOf[e]!]!.push(e);
    this.#ofTrack = rowsOf(tracks);
    this.#paired = new Int32Array(core.cells ? 4 * Math.max(core.days, core.rooms) : 0);
    this.#chosen = new Uint8Array(core.days);
    const people = core.people;
    this.#loose = Int32Array.from(
      people ? range(core.events).filter((e) => people.loose[e] && people.partsOf.first[e + 1]! - people.partsOf.first[e]! > 1) : [],
    );
    const shares: [MoveKind, number][] = core.cells
      ? [
          ['relocate', 20],
          ['within-track', 22],
          ['swap-cells', 20],
          ['change-rooms', 6],
          ['swap-days', 2],
          ['swap-rooms', 2],
          ['dissolve', 1],
        ]
      : [['relocate', this.#movable.length === 0 ? 0 : this.#loose.length > 0 ? 48 : 64]];
    this.#mix = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
    while (this.#mix.length < 64 && this.#loose.length > 0) this.#mix.push('reorder');
  }

  get hasChoice(): boolean {
    return this.#movable.length > 0 || this.#loose.length > 0;
  }

  /** Proposes and attempts one move; true when it was carried out. */
  try(limit: number): boolean {
    if (this.#table.outCount > 0 && this.mostOut > 0 && (this.#random.next() & 3) === 0) return this.#bringIn(limit);
    if (this.#mix.length === 64 && this.#core.cells === undefined && this.#loose.length === 0) return this.#relocate(limit);
    switch (this.#mix[this.#random.below(this.#mix.length)]) {
      case 'within-track':
        return this.#withinTrack(limit);
      case 'swap-cells':
        return this.#swapCells(limit);
      case 'swap-days':
        return this.#swapDays(limit);
      case 'swap-rooms':
        return this.#swapRooms(limit);
      case 'change-rooms':
        return this.#changeRooms(limit);
      case 'dissolve':
        return this.#dissolve(limit);
      case 'reorder':
        return this.#reorder(limit);
      default:
        return this.#relocate(limit);
    }
  }

  #relocate(limit: number): boolean {
    const e = this.#pick();
    if (this.#table.isPlain) {
      const draw = this.#random.next() & 63;
      if (draw < CHAINS) return this.#table.room[e]! >= 0 && this.#chains.attempt(e, this.#anyStart(e), limit);
      if (draw < CHAINS + PAIRS) return this.#table.room[e]! >= 0 && this.#pairChain(e, limit);
    }
    return this.#toAnywhere(e, limit);
  }

  #anyStart(e: number): number {
    const { first, items } = this.#starts;
    return items[first[e]! + this.#random.below(first[e + 1]! - first[e]!)]!;
  }

  /** An event to move; one that may stay out only now and then. */
  #pick(): number {
    const random = this.#random;
    const list = this.#optional.length > 0 && (random.next() & 15) === 0 ? this.#optional : this.#movable;
    return list[random.below(list.length)]!;
  }

  #toAnywhere(e: number, limit: number): boolean {
    const random = this.#random;
    const rooms = this.#rooms;
    const room = rooms.items[rooms.first[e]! + random.below(rooms.first[e + 1]! - rooms.first[e]!)]!;
    return this.#exchange(e, room, this.#anyStart(e), limit);
  }

  /** Moves e and an event that clashes with it right before or after, together: neither would be lonely where it comes, nor leave the other so. */
  #pairChain(e: number, limit: number): boolean {
    const { ticks, rooms, day, startAllowed } = this.#core;
    const random = this.#random;
    const table = this.#table;
    const from = table.at[e]!;
    const step = random.next() & 1 ? 1 : -1;
    const near = from + step;
    if (near < 0 || near >= ticks || day[near] !== day[from] || table.clash === null) return false;
    const offset = random.below(rooms);
    let f = -1;
    for (let i = 0; i < rooms && f < 0; i++) {
      const r = i + offset < rooms ? i + offset : i + offset - rooms;
      const g = table.held[r * ticks + near]!;
      if (g >= 0 && table.clash.between(e, g)) f = g;
    }
    if (f < 0) return false;
    const to = this.#anyStart(e);
    const beside = to + step;
    if (to === from || beside < 0 || beside >= ticks || day[beside] !== day[to] || startAllowed[f * ticks + beside] === 0) return false;
    const before = table.cost;
    if (!this.#chains.attempt(e, to, Infinity)) return false;
    if (table.at[f] === beside ? table.cost - before <= limit : this.#chains.attempt(f, beside, limit + before - table.cost)) return true;
    this.#chains.attempt(e, from, Infinity);
    return false;
  }

  /** Moves e to (room, tick); what stands there goes where e was, in the same order. */
  #exchange(e: number, room: number, tick: number, limit: number): boolean {
    const { ticks, length, open, day } = this.#core;
    const table = this.#table;
    const fromRoom = table.room[e]!;
    if (table.isPlain) return fromRoom >= 0 && table.attemptPlain(e, room, tick, limit);
    const from = table.at[e]!;
    if (fromRoom === room && from === tick) return false;
    const long = length[e]!;
    if (open[room * ticks + tick]! < long) return false;
    table.clear();
    table.stage(e, room, tick);
    const row = room * ticks;
    for (let t = tick; t < tick + long;) {
      const f = table.held[row + t]!;
      if (f < 0) {
        t++;
        continue;
      }
      const at = table.at[f]!;
      const end = at + length[f]!;
      if (f !== e) {
        if (fromRoom < 0 || at < tick || end > tick + long || (fromRoom === room && Math.abs(tick - from) < long)) {
          if (!this.#takeOut(f)) return false;
        } else table.stage(f, fromRoom, from + at - tick);
      }
      t = end;
    }
    const cells = table.cells;
    if (cells !== null) {
      const cell = day[tick]! * this.#core.rooms + room;
      const track = cells.track[cell]!;
      if (track >= 0 && track !== cells.section.trackOf[e]! && cells.held[cell] !== table.staged - 1) return false;
    }
    return table.attempt(limit, this.price);
  }

  /** Stages f to leave the timetable, where some may be out for a while. */
  #takeOut(f: number): boolean {
    const table = this.#table;
    if (this.#core.optional?.[f] === 1) {
      table.stage(f, -1, -1);
      return true;
    }
    let ticks = table.outTicks + this.#core.length[f]!;
    for (let i = 0; i < table.staged; i++)
      if (table.toRoom[i]! < 0 && this.#core.optional?.[table.event[i]!] !== 1) ticks += this.#core.length[table.event[i]!]!;
    if (ticks > this.mostOut) return false;
    table.stage(f, -1, -1);
    return true;
  }

  /** Brings an event that is out to a random place, or beside one of its track. */
  #bringIn(limit: number): boolean {
    const e = this.#table.out[this.#random.below(this.#table.outCount)]!;
    return this.#core.cells && this.#random.next() & 1 ? this.#toTrack(e, limit) : this.#toAnywhere(e, limit);
  }

  /** Moves an event to where another of its track stands, or beside it. */
  #withinTrack(limit: number): boolean {
    const e = this.#pick();
    if (this.#core.optional?.[e] === 1 && this.#table.room[e]! >= 0) {
      this.#table.clear();
      this.#table.stage(e, -1, -1);
      return this.#table.attempt(limit, this.price);
    }
    return this.#toTrack(e, limit);
  }

  #toTrack(e: number, limit: number): boolean {
    const random = this.#random;
    const table = this.#table;
    const track = this.#core.cells!.trackOf[e]!;
    const first = this.#ofTrack.first[track]!;
    const f = this.#ofTrack.items[first + random.below(this.#ofTrack.first[track + 1]! - first)]!;
    if (e === f || table.room[f]! < 0) return false;
    const day = this.#core.day[table.at[f]!]!;
    const start = this.#dayStart[day]!;
    const tick = random.next() & 1 ? table.at[f]! : start + random.below(this.#dayStart[day + 1]! - start);
    return this.#exchange(e, table.room[f]!, tick, limit);
  }

  #swapCells(limit: number): boolean {
    const { days, rooms } = this.#core;
    const random = this.#random;
    const dayA = random.below(days);
    const dayB = random.next() & 1 ? dayA : random.below(days);
    const roomA = random.below(rooms);
    const roomB = random.next() & 1 && dayA !== dayB ? roomA : random.below(rooms);
    this.#pairs = 0;
    this.#pair(dayA, roomA, dayB, roomB);
    return this.#exchangeCells(limit);
  }

  #swapDays(limit: number): boolean {
    const { days, rooms } = this.#core;
    const a = this.#random.below(days);
    const b = this.#random.below(days);
    if (a === b) return false;
    this.#pairs = 0;
    for (let r = 0; r < rooms; r++) this.#pair(a, r, b, r);
    return this.#exchangeCells(limit);
  }

  /** Exchanges two rooms from one day to another. */
  #swapRooms(limit: number): boolean {
    const { days, rooms } = this.#core;
    const random = this.#random;
    const a = random.below(rooms);
    const b = random.below(rooms);
    if (a === b) return false;
    const from = random.below(days);
    const to = from + random.below(days - from);
    this.#pairs = 0;
    for (let d = from; d <= to; d++) this.#pair(d, a, d, b);
    return this.#exchangeCells(limit);
  }

  /**
   * Brings all that a track has in one room into another, in exchange for what stands there on those days; half of the time the tracks
   * that give way take all they have in the two rooms along, and so on (a chain as Kempe's), so that none comes to use more rooms.
   */
  #changeRooms(limit: number): boolean {
    const { days, rooms } = this.#core;
    const random = this.#random;
    const cells = this.#table.cells!;
    const day = random.below(days);
    const a = random.below(rooms);
    const b = random.below(rooms);
    const track = cells.track[day * rooms + a]!;
    if (a === b || track < 0) return false;
    const isChain = (random.next() & 1) === 0;
    const chosen = this.#chosen;
    chosen.fill(0);
    chosen[day] = 1;
    for (let grows = true; grows;) {
      grows = false;
      for (let d = 0; d < days; d++) {
        if (chosen[d] === 1) continue;
        const inA = cells.track[d * rooms + a]!;
        const inB = cells.track[d * rooms + b]!;
        if (isChain ? this.#isTaken(inA, a, b) || this.#isTaken(inB, a, b) : inA === track) grows = true;
        else continue;
        chosen[d] = 1;
      }
      if (!isChain) break;
    }
    this.#pairs = 0;
    for (let d = 0; d < days; d++) if (chosen[d] === 1) this.#pair(d, a, d, b);
    return this.#exchangeCells(limit);
  }

  /** Whether a track is in one of the rooms on a chosen day. */
  #isTaken(track: number, a: number, b: number): boolean {
    if (track < 0) return false;
    const { days, rooms } = this.#core;
    const held = this.#table.cells!.track;
    for (let d = 0; d < days; d++)
      if (this.#chosen[d] === 1 && (held[d * rooms + a] === track || held[d * rooms + b] === track)) return true;
    return false;
  }

  #pair(dayA: number, roomA: number, dayB: number, roomB: number): void {
    const at = 4 * this.#pairs++;
    this.#paired[at] = dayA;
    this.#paired[at + 1] = roomA;
    this.#paired[at + 2] = dayB;
    this.#paired[at + 3] = roomB;
  }

  /** Exchanges the cells paired, unless their tracks alone show that the cost would rise too far. */
  #exchangeCells(limit: number): boolean {
    const table = this.#table;
    const cells = table.cells!;
    const p = this.#paired;
    const end = 4 * this.#pairs;
    let change = 0;
    for (let i = 0; i < end; i += 4) change += cells.exchange(p[i]!, p[i + 1]!, p[i + 2]!, p[i + 3]!);
    for (let i = end - 4; i >= 0; i -= 4) cells.exchange(p[i]!, p[i + 1]!, p[i + 2]!, p[i + 3]!);
    for (let i = 0; i < end && change > limit; i += 4) change -= this.#most(p[i]!, p[i + 1]!) + this.#most(p[i + 2]!, p[i + 3]!);
    if (change > limit) return false;
    table.clear();
    this.#isOverfull = false;
    for (let i = 0; i < end; i += 4)
      if (!this.#stageCell(p[i]!, p[i + 1]!, p[i + 2]!, p[i + 3]!) || !this.#stageCell(p[i + 2]!, p[i + 3]!, p[i]!, p[i + 1]!))
        return false;
    if (this.#isOverfull || !table.hasOnlyRooms) return this.#attemptSome(limit);
    return table.staged > 0 && table.isStagedAllowed() && table.attemptSafe(limit);
  }

  /** At most so much would the cost fall if the events of a cell cost nothing, their track aside. */
  #most(day: number, room: number): number {
    const { ticks, length } = this.#core;
    const table = this.#table;
    let cost = 0;
    for (let t = this.#dayStart[day]!; t < this.#dayStart[day + 1]!;) {
      const e = table.held[room * ticks + t]!;
      if (e >= 0) cost += table.most(e);
      t += e < 0 ? 1 : length[e]!;
    }
    return cost;
  }

  /** Empties a cell: each of its events goes into a free slot of another cell of the track, or out. */
  #dissolve(limit: number): boolean {
    const { rooms, ticks, length, days } = this.#core;
    const table = this.#table;
    const day = this.#random.below(days);
    const room = this.#random.below(rooms);
    table.clear();
    for (let t = this.#dayStart[day]!; t < this.#dayStart[day + 1]!;) {
      const e = table.held[room * ticks + t]!;
      if (e >= 0 && !this.#stageBeside(e, day, room) && !this.#takeOut(e)) return false;
      t += e < 0 ? 1 : length[e]!;
    }
    return this.#attemptSome(limit);
  }

  #attemptSome(limit: number): boolean {
    return this.#table.staged > 0 && this.#table.attempt(limit, this.price);
  }

  /** Stages all of one cell into another, close together from its first tick on; false where that cannot be. */
  #stageCell(day: number, room: number, toDay: number, toRoom: number): boolean {
    if (day === toDay && room === toRoom) return false;
    const { ticks, length } = this.#core;
    const table = this.#table;
    const shift = this.#dayStart[toDay]! - this.#dayStart[day]!;
    const isRoomy = this.#dayStart[toDay + 1]! - this.#dayStart[toDay]! >= this.#dayStart[day + 1]! - this.#dayStart[day]!;
    let next = this.#dayStart[toDay]!;
    for (let t = this.#dayStart[day]!; t < this.#dayStart[day + 1]!;) {
      const e = table.held[room * ticks + t]!;
      if (e < 0) {
        t++;
        continue;
      }
      if (table.staged === LARGEST_MOVE) return false;
      const to = isRoomy ? t + shift : next;
      if (to + length[e]! <= this.#dayStart[toDay + 1]!) {
        table.stage(e, toRoom, to);
        next += length[e]!;
      } else {
        this.#isOverfull = true;
        if (!this.#stageBeside(e, day, room) && !this.#takeOut(e)) return false;
      }
      t += length[e]!;
    }
    return true;
  }

  /** Stages an event that its cell's new place has no slot for into a free slot of another cell of its track. */
  #stageBeside(e: number, day: number, room: number): boolean {
    const { ticks, length, cells } = this.#core;
    const table = this.#table;
    const track = cells!.trackOf[e]!;
    const first = this.#ofTrack.first[track]!;
    const count = this.#ofTrack.first[track + 1]! - first;
    for (let look = 0; look < SIBLINGS; look++) {
      const f = this.#ofTrack.items[first + this.#random.below(count)]!;
      const toRoom = table.room[f]!;
      if (toRoom < 0) continue;
      const toDay = this.#core.day[table.at[f]!]!;
      if (toDay === day && toRoom === room) continue;
      let free = 0;
      for (let t = this.#dayStart[toDay]!; t < this.#dayStart[toDay + 1]!; t++) {
        free = table.held[toRoom * ticks + t]! < 0 ? free + 1 : 0;
        if (free < length[e]!) continue;
        table.stage(e, toRoom, t - free + 1);
        return true;
      }
    }
    return false;
  }

  #reorder(limit: number): boolean {
    const random = this.#random;
    const e = this.#loose[random.below(this.#loose.length)]!;
    const { first } = this.#core.people!.partsOf;
    const i = first[e]! + random.below(first[e + 1]! - first[e]!);
    const j = first[e]! + random.below(first[e + 1]! - first[e]!);
    return i !== j && this.#table.room[e]! >= 0 && this.#table.attemptExchange(e, i, j, limit);
  }
}
