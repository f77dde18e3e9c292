import { Ledger } from './ledger.ts';

/** Returned by `room` where a wish does not fit into a slot as things stand. */
export const NO_ROOM = -2;

/** A plan in the making (`Ledger`), and what it has room for: every hard rule is asked here. */
export class Agenda extends Ledger {
  /** How much less shortfall there would be were wish w planned too (0 or more), times its factor. */
  fairness(w: number): number {
    const { model: m, got } = this;
    const fair = m.instance.fairShare;
    if (fair === 0) return 0;
    const a = m.wishA[w]!;
    const b = m.wishB[w]!;
    const v = m.weight[w]!;
    let less = 0;
    if (got[a]! < fair * m.could[a]!) less += Math.min(v, fair * m.could[a]! - got[a]!) / m.could[a]!;
    if (got[b]! < fair * m.could[b]!) less += Math.min(v, fair * m.could[b]! - got[b]!) / m.could[b]!;
    return this.factors.shortfall * less;
  }

  /** What wish w would bring to minima sold and not reached, times its factor. */
  owed(w: number): number {
    const { model: m, held } = this;
    const a = m.wishA[w]!;
    const b = m.wishB[w]!;
    return this.factors.minimum * ((held[a]! < m.minimum[a]! ? 1 : 0) + (held[b]! < m.minimum[b]! ? 1 : 0));
  }

  /** Halls in which delegate d can be in slot s, between sessions and meetings, as bits. */
  hallsFor(d: number, s: number): number {
    const { model: m, at, tableOf } = this;
    let halls = m.sessionHalls[d * m.slots + s]!;
    for (let k = 0; k < m.reach; k++) {
      const q = s - 1 - k;
      if (q >= m.dayStart[s]!) {
        const w = at[d * m.slots + q]!;
        if (w >= 0 && tableOf[w]! >= 0) halls &= m.after[k * m.halls + m.hall[tableOf[w]!]!]!;
      }
      const p = s + 1 + k;
      if (p < m.dayEnd[s]!) {
        const w = at[d * m.slots + p]!;
        if (w >= 0 && tableOf[w]! >= 0) halls &= m.earlier[k * m.halls + m.hall[tableOf[w]!]!]!;
      }
    }
    return halls;
  }

  /** Meetings in a row that delegate d would have with one more in slot s. */
  runWith(d: number, s: number): number {
    const { model: m, at } = this;
    const row = d * m.slots;
    let n = 1;
    for (let q = s - 1; q >= m.dayStart[s]! && at[row + q]! >= 0; q--) n++;
    for (let q = s + 1; q < m.dayEnd[s]! && at[row + q]! >= 0; q++) n++;
    return n;
  }

  /** Whether delegate d could take one more meeting in the open slot s, by limit, perDay and maxRun. */
  hasTime(d: number, s: number): boolean {
    const m = this.model;
    return this.count[d]! < m.limit[d]! && this.countDay[d * m.days + m.day[s]!]! < m.perDay && this.runWith(d, s) <= m.maxRun;
  }

  /** How much idle time and how many breaks (each times its factor) one more meeting in slot s would add for delegate d. */
  waitWith(d: number, s: number): number {
    const p = this.meetingBefore(d, s);
    const n = this.meetingAfter(d, s);
    let idle = 0;
    let breaks = 0;
    if (p >= 0) {
      idle += this.waiting(d, p, s);
      if (idle > 0) breaks++;
    }
    if (n >= 0) {
      const wait = this.waiting(d, s, n);
      idle += wait;
      if (wait > 0) breaks++;
    }
    if (p >= 0 && n >= 0) {
      const wait = this.waiting(d, p, n);
      idle -= wait;
      if (wait > 0) breaks--;
    }
    return idle * this.factors.idle + breaks * this.factors.breaks;
  }

  /** Whether the precedences let wish w take slot s as things stand. */
  inOrder(w: number, s: number): boolean {
    const p = this.model.precedes;
    if (!p) return true;
    for (let i = p.beforeStart[w]!; i < p.beforeStart[w + 1]!; i++) if (this.slotOf[p.beforeList[i]!]! >= s) return false;
    for (let i = p.afterStart[w]!; i < p.afterStart[w + 1]!; i++) {
      const q = this.slotOf[p.afterList[i]!]!;
      if (q >= 0 && q <= s) return false;
    }
    return true;
  }

  /**
   * Where wish w, not planned now, could be held in slot s by da and db without disturbing anything: a table, -1 for online, or NO_ROOM.
   * The slot must be open to both (`open`) and allowed. `lot` (32 random bits) settles ties.
   */
  room(w: number, s: number, da: number, db: number, lot: number): number {
    if (!this.hasTime(da, s) || !this.hasTime(db, s) || !this.inOrder(w, s)) return NO_ROOM;
    if (this.model.remote[da]! || this.model.remote[db]!) return -1;
    const halls = this.hallsFor(da, s) & this.hallsFor(db, s);
    return halls === 0 ? NO_ROOM : this.freeTable(w, s, da, db, halls, lot);
  }

  /** A free table in one of `halls` for w in slot s: own stands first, then one where a neighbouring meeting is held, then any; or NO_ROOM. */
  freeTable(w: number, s: number, da: number, db: number, halls: number, lot: number): number {
    const m = this.model;
    const told = this.toldSlot[w]! === s ? this.toldTable[w]! : -1;
    if (told >= 0 && this.atTable[told * m.slots + s]! < 0 && (halls >> m.hall[told]!) & 1) return told;
    const beforeA = this.tableBefore(da, s);
    const afterA = this.tableAfter(da, s);
    const beforeB = this.tableBefore(db, s);
    const afterB = this.tableAfter(db, s);
    let best = NO_ROOM;
    let most = -1;
    for (let side = 0; side < 2; side++) {
      const o = side ? m.wishB[w]! : m.wishA[w]!;
      for (let i = m.standStart[o]!; i < m.standStart[o + 1]!; i++) {
        const t = m.standList[i]!;
        if (this.atTable[t * m.slots + s]! >= 0 || !((halls >> m.hall[t]!) & 1)) continue;
        const same = 1 + (t === beforeA ? 1 : 0) + (t === afterA ? 1 : 0) + (t === beforeB ? 1 : 0) + (t === afterB ? 1 : 0);
        if (same > most) {
          most = same;
          best = t;
        }
      }
    }
    if (best >= 0) return best;
    for (let k = 0; k < 4; k++) {
      const t = k === 0 ? beforeA : k === 1 ? afterA : k === 2 ? beforeB : afterB;
      if (t < 0 || m.stand[t]! >= 0 || this.freeAt[t * m.slots + s]! < 0 || !((halls >> m.hall[t]!) & 1)) continue;
      const same = (t === beforeA ? 1 : 0) + (t === afterA ? 1 : 0) + (t === beforeB ? 1 : 0) + (t === afterB ? 1 : 0);
      if (same > most) {
        most = same;
        best = t;
      }
    }
    if (best >= 0) return best;
    let total = 0;
    for (let h = 0; h < m.halls; h++) if ((halls >> h) & 1) total += this.freeCount[s * m.halls + h]!;
    if (total === 0) return NO_ROOM;
    let i = ((lot >>> 0) * total * 2.3283064365386963e-10) | 0;
    for (let h = 0; h < m.halls; h++) {
      if (!((halls >> h) & 1)) continue;
      const n = this.freeCount[s * m.halls + h]!;
      if (i < n) return this.free[s * this.sharedCount + m.sharedStart[h]! + i]!;
      i -= n;
    }
    return NO_ROOM;
  }

  /** Table of the last meeting of d before slot s on its day (-1: online), or NO_ROOM. */
  tableBefore(d: number, s: number): number {
    const q = this.meetingBefore(d, s);
    return q < 0 ? NO_ROOM : this.tableOf[this.at[d * this.model.slots + q]!]!;
  }

  /** Table of the next meeting of d after slot s on its day (-1: online), or NO_ROOM. */
  tableAfter(d: number, s: number): number {
    const q = this.meetingAfter(d, s);
    return q < 0 ? NO_ROOM : this.tableOf[this.at[d * this.model.slots + q]!]!;
  }
}
