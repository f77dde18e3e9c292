import type { Meeting } from './instance.ts';
import type { Model } from './model.ts';

/** What the search weighs; the first three as in the instance's penalty, the others for sold minima and the small-event case. */
export interface Factors {
  shortfall: number;
  idle: number;
  tableChange: number;
  /** Per break, however long. */
  breaks: number;
  /** Per break of a delegate with meetings below `breakFloor` or above `breakCap`. */
  unfair: number;
  /** Per meeting missing to a sold minimum. */
  minimum: number;
  /** Per meeting that people were told of and that is moved or dropped. */
  disturbance: number;
}

/**
 * A plan in the making: who meets whom in each cell, with every term of the objective kept up to date as meetings come and go. `place` and
 * `remove` keep the terms; they trust that the place is feasible, which `Agenda.room` says. Nothing is allocated after construction.
 */
export class Ledger {
  readonly model: Model;
  /** What a planned wish is worth to the search: its weight, unless a caller sets otherwise. */
  readonly gain: Float64Array;
  readonly factors: Factors;
  /** Set before anything is planned. */
  breakFloor = 0;
  breakCap = 2;
  /** Wish in a cell (delegate × slot), or -1. */
  readonly at: Int32Array;
  /** Wish at a table in a slot (table × slots), or -1. */
  readonly atTable: Int32Array;
  readonly slotOf: Int32Array;
  readonly tableOf: Int32Array;
  readonly delegateA: Int32Array;
  readonly delegateB: Int32Array;
  /** Slots in which a delegate could take one more meeting (delegate × words). */
  readonly open: Int32Array;
  readonly count: Int32Array;
  readonly countDay: Int32Array;
  readonly breaksOf: Int32Array;
  readonly got: Float64Array;
  readonly held: Int32Array;
  /** Planned and unplanned wishes, each a list; `listed[w]` is the position of w in its list. */
  readonly planned: Int32Array;
  readonly unplanned: Int32Array;
  plannedCount = 0;
  unplannedCount: number;
  weight = 0;
  gained = 0;
  shortfall = 0;
  idle = 0;
  breaks = 0;
  unfair = 0;
  tableChanges = 0;
  missing = 0;
  disturbed = 0;
  /** What people were told of each wish: slot (-1: nothing), table, delegates. */
  readonly toldSlot: Int32Array;
  readonly toldTable: Int32Array;
  readonly #toldA: Int32Array;
  readonly #toldB: Int32Array;
  readonly #listed: Int32Array;
  /** Free shared tables of slot s and hall h: free[s * shared + sharedStart[h] …], freeCount of them. */
  readonly free: Int32Array;
  readonly freeAt: Int32Array;
  readonly freeCount: Int32Array;
  readonly sharedCount: number;

  constructor(model: Model, factors: Partial<Factors> = {}) {
    this.model = model;
    const { slots: S, delegates: D, tables: T, wishes: W, organisations: O, penalty } = { ...model, penalty: model.instance.penalty };
    this.factors = { ...penalty, breaks: 0, unfair: 0, minimum: 1000, disturbance: 0, ...factors };
    this.gain = model.weight.slice();
    this.at = new Int32Array(D * S).fill(-1);
    this.atTable = new Int32Array(T * S).fill(-1);
    this.slotOf = new Int32Array(W).fill(-1);
    this.tableOf = new Int32Array(W).fill(-1);
    this.delegateA = new Int32Array(W).fill(-1);
    this.delegateB = new Int32Array(W).fill(-1);
    this.open = model.available.slice();
    this.count = new Int32Array(D);
    this.countDay = new Int32Array(D * Math.max(1, model.days));
    this.breaksOf = new Int32Array(D);
    this.got = new Float64Array(O);
    this.held = new Int32Array(O);
    this.planned = new Int32Array(W);
    this.toldSlot = new Int32Array(W).fill(-1);
    this.toldTable = new Int32Array(W).fill(-1);
    this.#toldA = new Int32Array(W);
    this.#toldB = new Int32Array(W);
    this.unplanned = Int32Array.from({ length: W }, (_, w) => w);
    this.#listed = this.unplanned.slice();
    this.unplannedCount = W;
    const fair = model.instance.fairShare;
    for (let o = 0; o < O; o++) {
      if (model.could[o]! > 0) this.shortfall += fair;
      this.missing += model.minimum[o]!;
    }
    this.sharedCount = model.sharedList.length;
    this.free = new Int32Array(S * this.sharedCount);
    this.freeAt = new Int32Array(T * S).fill(-1);
    this.freeCount = new Int32Array(S * model.halls);
    for (let s = 0; s < S; s++) {
      for (let h = 0; h < model.halls; h++) {
        for (let i = model.sharedStart[h]!; i < model.sharedStart[h + 1]!; i++) {
          const t = model.sharedList[i]!;
          this.free[s * this.sharedCount + i] = t;
          this.freeAt[t * S + s] = i - model.sharedStart[h]!;
        }
        this.freeCount[s * model.halls + h] = model.sharedStart[h + 1]! - model.sharedStart[h]!;
      }
    }
  }

  /** What the search maximises. */
  objective(): number {
    const f = this.factors;
    return (
      this.gained -
      f.shortfall * this.shortfall -
      f.idle * this.idle -
      f.tableChange * this.tableChanges -
      f.breaks * this.breaks -
      f.unfair * this.unfair -
      f.minimum * this.missing -
      f.disturbance * this.disturbed
    );
  }

  /** The objective of the instance: weight less its three penalties. */
  value(): number {
    const p = this.model.instance.penalty;
    return this.weight - p.shortfall * this.shortfall - p.idle * this.idle - p.tableChange * this.tableChanges;
  }

  /** Notes that people know of a meeting, which is not planned now. From then on, having it otherwise or not at all counts as disturbance. */
  tell([w, s, t, da, db]: Meeting): void {
    this.toldSlot[w] = s;
    this.toldTable[w] = t;
    this.#toldA[w] = da;
    this.#toldB[w] = db;
    this.disturbed++;
  }

  #isAsTold(w: number): boolean {
    return this.toldSlot[w]! === this.slotOf[w]! && this.#toldA[w]! === this.delegateA[w]! && this.#toldB[w]! === this.delegateB[w]!;
  }

  place(w: number, s: number, t: number, da: number, db: number): void {
    const m = this.model;
    this.slotOf[w] = s;
    this.tableOf[w] = t;
    this.delegateA[w] = da;
    this.delegateB[w] = db;
    if (t >= 0) {
      this.atTable[t * m.slots + s] = w;
      if (m.stand[t]! < 0) this.#takeTable(t, s);
    }
    this.#join(da, s, t, w);
    this.#join(db, s, t, w);
    if (this.toldSlot[w]! >= 0 && this.#isAsTold(w)) this.disturbed--;
    this.weight += m.weight[w]!;
    this.gained += this.gain[w]!;
    this.#credit(m.wishA[w]!, m.weight[w]!, 1);
    this.#credit(m.wishB[w]!, m.weight[w]!, 1);
    const i = this.#listed[w]!;
    const last = this.unplanned[--this.unplannedCount]!;
    this.unplanned[i] = last;
    this.#listed[last] = i;
    this.planned[this.plannedCount] = w;
    this.#listed[w] = this.plannedCount++;
  }

  remove(w: number): void {
    const m = this.model;
    const s = this.slotOf[w]!;
    const t = this.tableOf[w]!;
    this.#leave(this.delegateA[w]!, s, t);
    this.#leave(this.delegateB[w]!, s, t);
    if (t >= 0) {
      this.atTable[t * m.slots + s] = -1;
      if (m.stand[t]! < 0) this.#giveTable(t, s);
    }
    if (this.toldSlot[w]! >= 0 && this.#isAsTold(w)) this.disturbed++;
    this.slotOf[w] = -1;
    this.weight -= m.weight[w]!;
    this.gained -= this.gain[w]!;
    this.#credit(m.wishA[w]!, -m.weight[w]!, -1);
    this.#credit(m.wishB[w]!, -m.weight[w]!, -1);
    const i = this.#listed[w]!;
    const last = this.planned[--this.plannedCount]!;
    this.planned[i] = last;
    this.#listed[last] = i;
    this.unplanned[this.unplannedCount] = w;
    this.#listed[w] = this.unplannedCount++;
  }

  /** Moves a planned wish to another table of its slot. The table must be free. */
  moveTable(w: number, t: number): void {
    const { slotOf, delegateA, delegateB } = this;
    const s = slotOf[w]!;
    const da = delegateA[w]!;
    const db = delegateB[w]!;
    this.remove(w);
    this.place(w, s, t, da, db);
  }

  meetings(): Meeting[] {
    const out: Meeting[] = [];
    for (let w = 0; w < this.model.wishes; w++) {
      if (this.slotOf[w]! >= 0) out.push([w, this.slotOf[w]!, this.tableOf[w]!, this.delegateA[w]!, this.delegateB[w]!]);
    }
    return out;
  }

  /** Replaces what is planned by the meetings of a feasible plan. */
  load(meetings: readonly Meeting[]): void {
    while (this.plannedCount > 0) this.remove(this.planned[this.plannedCount - 1]!);
    for (const [w, s, t, da, db] of meetings) this.place(w, s, t, da, db);
  }

  /** Makes wishes worth something else to the search. */
  revalue(gain: ArrayLike<number>): void {
    this.gain.set(gain);
    this.gained = 0;
    for (let i = 0; i < this.plannedCount; i++) this.gained += this.gain[this.planned[i]!]!;
  }

  waiting(d: number, from: number, to: number): number {
    const row = d * (this.model.slots + 1);
    return this.model.waitingBefore[row + to]! - this.model.waitingBefore[row + from + 1]!;
  }

  meetingBefore(d: number, s: number): number {
    const { at, model: m } = this;
    const first = d * m.slots + m.dayStart[s]!;
    for (let c = d * m.slots + s - 1; c >= first; c--) if (at[c]! >= 0) return c - d * m.slots;
    return -1;
  }

  meetingAfter(d: number, s: number): number {
    const { at, model: m } = this;
    const end = d * m.slots + m.dayEnd[s]!;
    for (let c = d * m.slots + s + 1; c < end; c++) if (at[c]! >= 0) return c - d * m.slots;
    return -1;
  }

  #join(d: number, s: number, t: number, w: number): void {
    const m = this.model;
    const before = this.#unfairTo(d);
    this.#around(d, s, t, 1);
    this.at[d * m.slots + s] = w;
    this.open[d * m.words + (s >> 5)]! &= ~(1 << (s & 31));
    this.count[d]!++;
    this.unfair += this.#unfairTo(d) - before;
    this.countDay[d * m.days + m.day[s]!]!++;
  }

  #leave(d: number, s: number, t: number): void {
    const m = this.model;
    const before = this.#unfairTo(d);
    this.at[d * m.slots + s] = -1;
    this.open[d * m.words + (s >> 5)]! |= 1 << (s & 31);
    this.count[d]!--;
    this.countDay[d * m.days + m.day[s]!]!--;
    this.#around(d, s, t, -1);
    this.unfair += this.#unfairTo(d) - before;
  }

  #unfairTo(d: number): number {
    const breaks = this.breaksOf[d]!;
    return breaks > this.breakCap ? breaks - this.breakCap : breaks < this.breakFloor && this.count[d]! > 0 ? this.breakFloor - breaks : 0;
  }

  /** Adds (sign 1) or takes off (sign -1) what a meeting in slot s at table t changes for d between the meetings before and after it. */
  #around(d: number, s: number, t: number, sign: number): void {
    const row = d * this.model.slots;
    const p = this.meetingBefore(d, s);
    const n = this.meetingAfter(d, s);
    let idle = 0;
    let breaks = 0;
    let changes = 0;
    if (p >= 0) {
      const wait = this.waiting(d, p, s);
      idle += wait;
      if (wait > 0) breaks++;
      if (this.tableOf[this.at[row + p]!]! !== t) changes++;
    }
    if (n >= 0) {
      const wait = this.waiting(d, s, n);
      idle += wait;
      if (wait > 0) breaks++;
      if (this.tableOf[this.at[row + n]!]! !== t) changes++;
    }
    if (p >= 0 && n >= 0) {
      const wait = this.waiting(d, p, n);
      idle -= wait;
      if (wait > 0) breaks--;
      if (this.tableOf[this.at[row + p]!]! !== this.tableOf[this.at[row + n]!]!) changes--;
    }
    this.idle += sign * idle;
    this.tableChanges += sign * changes;
    this.breaksOf[d]! += sign * breaks;
    this.breaks += sign * breaks;
  }

  #credit(o: number, weight: number, meetings: number): void {
    const m = this.model;
    const could = m.could[o]!;
    const before = this.got[o]!;
    this.got[o] = before + weight;
    const due = m.instance.fairShare * could;
    if (could > 0 && (before < due || before + weight < due)) {
      this.shortfall += (Math.max(0, due - before - weight) - Math.max(0, due - before)) / could;
    }
    const held = this.held[o]!;
    this.held[o] = held + meetings;
    if (m.minimum[o]! > 0) this.missing += Math.max(0, m.minimum[o]! - held - meetings) - Math.max(0, m.minimum[o]! - held);
  }

  #takeTable(t: number, s: number): void {
    const m = this.model;
    const cell = s * m.halls + m.hall[t]!;
    const base = s * this.sharedCount + m.sharedStart[m.hall[t]!]!;
    const i = this.freeAt[t * m.slots + s]!;
    const last = this.free[base + --this.freeCount[cell]!]!;
    this.free[base + i] = last;
    this.freeAt[last * m.slots + s] = i;
    this.freeAt[t * m.slots + s] = -1;
  }

  #giveTable(t: number, s: number): void {
    const m = this.model;
    const cell = s * m.halls + m.hall[t]!;
    const base = s * this.sharedCount + m.sharedStart[m.hall[t]!]!;
    const i = this.freeCount[cell]!++;
    this.free[base + i] = t;
    this.freeAt[t * m.slots + s] = i;
  }
}
