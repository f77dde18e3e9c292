import type { Random } from '../random.ts';
import { type Agenda, NO_ROOM } from './agenda.ts';

const MOST_TOUCHED = 64;

/** The parts of a move: throwing out what stands in the way, noting what was touched, and taking it all back. */
export class Ejection {
  readonly agenda: Agenda;
  readonly random: Random;
  /** What meetings are compared by in this move: gain or guide. */
  worth: Float64Array;
  readonly touched = new Int32Array(MOST_TOUCHED);
  readonly slot = new Int32Array(MOST_TOUCHED);
  readonly table = new Int32Array(MOST_TOUCHED);
  readonly delegateA = new Int32Array(MOST_TOUCHED);
  readonly delegateB = new Int32Array(MOST_TOUCHED);
  count = 0;
  readonly stamp: Int32Array;
  now = 0;
  /** What may still be lost before the move is hopeless. */
  left = 0;
  chain = false;
  /** Meetings that this move has put somewhere and must not throw out again. */
  readonly locked: Int32Array;

  constructor(agenda: Agenda, random: Random) {
    this.agenda = agenda;
    this.random = random;
    this.stamp = new Int32Array(agenda.model.wishes);
    this.locked = new Int32Array(agenda.model.wishes);
    this.worth = agenda.gain;
  }

  /** Puts wish w, not planned now, into slot s, throwing out what stands in the way; false where that is hopeless. */
  force(w: number, s: number, da: number, db: number, chain: boolean): boolean {
    const { agenda } = this;
    const m = agenda.model;
    const row = da * m.slots + s;
    if (agenda.at[row]! >= 0 && !this.eject(agenda.at[row]!, chain)) return false;
    const other = db * m.slots + s;
    if (agenda.at[other]! >= 0 && !this.eject(agenda.at[other]!, chain)) return false;
    if (!this.makeTime(da, s) || !this.makeTime(db, s) || !this.makeOrder(w, s)) return false;
    const t = m.remote[da]! || m.remote[db]! ? -1 : this.makeTable(w, s, da, db);
    if (t === NO_ROOM) return false;
    this.note(w);
    this.locked[w] = this.now;
    agenda.place(w, s, t, da, db);
    return true;
  }

  note(w: number): void {
    if (this.stamp[w] === this.now) return;
    this.stamp[w] = this.now;
    const { agenda } = this;
    const i = this.count++;
    this.touched[i] = w;
    this.slot[i] = agenda.slotOf[w]!;
    this.table[i] = agenda.tableOf[w]!;
    this.delegateA[i] = agenda.delegateA[w]!;
    this.delegateB[i] = agenda.delegateB[w]!;
  }

  take(w: number): void {
    this.note(w);
    this.agenda.remove(w);
  }

  /** Throws out meeting e; false where that makes the move hopeless. What may return (in a chain) counts as lost only once no other place is found. */
  eject(e: number, mayReturn: boolean): boolean {
    const { agenda } = this;
    if (this.count >= MOST_TOUCHED - 4 || this.locked[e] === this.now) return false;
    const gain = agenda.gain[e]!;
    if (mayReturn) {
      this.take(e);
      return true;
    }
    this.left -= gain;
    if (this.left < 0) return false;
    this.take(e);
    return true;
  }

  /** Throws out meetings of d until limit, perDay and maxRun leave room for one more in slot s. */
  makeTime(d: number, s: number): boolean {
    const { agenda } = this;
    const m = agenda.model;
    if (agenda.countDay[d * m.days + m.day[s]!]! >= m.perDay) {
      const e = this.lightest(d, m.dayStart[s]!, m.dayEnd[s]!);
      if (e < 0 || !this.eject(e, false)) return false;
    }
    if (agenda.count[d]! >= m.limit[d]!) {
      const e = this.lightest(d, 0, m.slots);
      if (e < 0 || !this.eject(e, false)) return false;
    }
    while (agenda.runWith(d, s) > m.maxRun) {
      const row = d * m.slots;
      let from = s;
      let to = s + 1;
      while (from > m.dayStart[s]! && agenda.at[row + from - 1]! >= 0) from--;
      while (to < m.dayEnd[s]! && agenda.at[row + to]! >= 0) to++;
      // Only what leaves both parts short enough helps: between them lies the window around s.
      const e = this.lightest(d, Math.max(from, s - m.maxRun), Math.min(to, s + m.maxRun + 1));
      if (e < 0 || !this.eject(e, false)) return false;
    }
    return true;
  }

  /** The lightest meeting of d in the slots from … to - 1; ties fall to the first from a random start. */
  lightest(d: number, from: number, to: number): number {
    const { agenda } = this;
    const row = d * agenda.model.slots;
    const span = to - from;
    let c = from + this.random.below(span);
    let best = -1;
    for (let i = 0; i < span; i++) {
      const e = agenda.at[row + c]!;
      if (e >= 0 && this.locked[e] !== this.now && (best < 0 || this.worth[e]! < this.worth[best]!)) best = e;
      if (++c === to) c = from;
    }
    return best;
  }

  makeOrder(w: number, s: number): boolean {
    const { agenda } = this;
    const p = agenda.model.precedes;
    if (!p) return true;
    for (let i = p.beforeStart[w]!; i < p.beforeStart[w + 1]!; i++) {
      const e = p.beforeList[i]!;
      if (agenda.slotOf[e]! >= s && !this.eject(e, true)) return false;
    }
    for (let i = p.afterStart[w]!; i < p.afterStart[w + 1]!; i++) {
      const e = p.afterList[i]!;
      if (agenda.slotOf[e]! >= 0 && agenda.slotOf[e]! <= s && !this.eject(e, true)) return false;
    }
    return true;
  }

  /** A table for w in slot s, free or freed. */
  makeTable(w: number, s: number, da: number, db: number): number {
    const { agenda, random } = this;
    const m = agenda.model;
    let halls = agenda.hallsFor(da, s) & agenda.hallsFor(db, s);
    if (halls === 0) {
      const sessions = m.sessionHalls[da * m.slots + s]! & m.sessionHalls[db * m.slots + s]!;
      if (sessions === 0) return NO_ROOM;
      let h = random.below(m.halls);
      while (!((sessions >> h) & 1)) h = h + 1 === m.halls ? 0 : h + 1;
      if (!this.makeWay(da, s, h) || !this.makeWay(db, s, h)) return NO_ROOM;
      halls = agenda.hallsFor(da, s) & agenda.hallsFor(db, s);
    }
    const free = agenda.freeTable(w, s, da, db, halls, random.next());
    if (free !== NO_ROOM) return free;
    let best = -1;
    for (let k = 0; k < 4; k++) {
      const t = m.sharedList.length ? m.sharedList[random.below(m.sharedList.length)]! : -1;
      if (t < 0 || !((halls >> m.hall[t]!) & 1)) continue;
      const e = agenda.atTable[t * m.slots + s]!;
      if (e >= 0 && (best < 0 || this.worth[e]! < this.worth[best]!)) best = e;
    }
    if (best < 0) return NO_ROOM;
    const t = agenda.tableOf[best]!;
    return this.eject(best, this.chain) ? t : NO_ROOM;
  }

  /** Throws out meetings of d too near slot s to walk between them and hall h. */
  makeWay(d: number, s: number, h: number): boolean {
    const { agenda } = this;
    const m = agenda.model;
    for (let k = 0; k < m.reach; k++) {
      const q = s - 1 - k;
      if (q >= m.dayStart[s]!) {
        const e = agenda.at[d * m.slots + q]!;
        if (
          e >= 0 &&
          agenda.tableOf[e]! >= 0 &&
          !((m.after[k * m.halls + m.hall[agenda.tableOf[e]!]!]! >> h) & 1) &&
          !this.eject(e, this.chain)
        )
          return false;
      }
      const p = s + 1 + k;
      if (p < m.dayEnd[s]!) {
        const e = agenda.at[d * m.slots + p]!;
        if (
          e >= 0 &&
          agenda.tableOf[e]! >= 0 &&
          !((m.earlier[k * m.halls + m.hall[agenda.tableOf[e]!]!]! >> h) & 1) &&
          !this.eject(e, this.chain)
        )
          return false;
      }
    }
    return true;
  }

  undo(): void {
    const { agenda } = this;
    for (let i = this.count - 1; i >= 0; i--) if (agenda.slotOf[this.touched[i]!]! >= 0) agenda.remove(this.touched[i]!);
    for (let i = 0; i < this.count; i++) {
      if (this.slot[i]! >= 0) agenda.place(this.touched[i]!, this.slot[i]!, this.table[i]!, this.delegateA[i]!, this.delegateB[i]!);
    }
  }
}
