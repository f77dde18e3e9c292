import { type Agenda, NO_ROOM } from './agenda.ts';
import { placeBest } from './construct.ts';
import type { Meeting } from './instance.ts';
import type { Model } from './model.ts';

/** What stands in the way of a wish in one slot, for one pair of delegates. */
export type Obstacle =
  | { is: 'not allowed' }
  | { is: 'away' | 'in a session' | 'limit reached' | 'day full' | 'no pause'; delegate: number }
  | { is: 'in a meeting'; delegate: number; wish: number }
  | { is: 'too far to walk' }
  | { is: 'no free table' }
  | { is: 'out of order' };

export interface SlotReason {
  slot: number;
  delegateA: number;
  delegateB: number;
  /** Empty: nothing stands in the way, the wish could be booked at once. */
  obstacles: Obstacle[];
}

/** A change of the plan that admits a wish. */
export interface Change {
  admits: Meeting;
  /** Where other meetings go instead, none of them lost. */
  moved: { from: Meeting; to: Meeting }[];
  /** Meetings that have to be given up. */
  lost: Meeting[];
  /** Weight of the wish less that of the lost meetings; below 0, the plan is better without the wish. */
  gain: number;
}

export interface Explanation {
  wish: number;
  slots: SlotReason[];
  /** The change that costs least, or null where absence, sessions or allowed slots leave no slot at all. */
  cheapest: Change | null;
}

/** Pairs of delegates looked at for one wish. */
const MOST_PAIRS = 16;

/** Why an unmet wish is not in the plan, slot by slot, and the cheapest change that would admit it. The agenda is as before afterwards. */
export function explain(agenda: Agenda, wish: number): Explanation {
  const m = agenda.model;
  const slots: SlotReason[] = [];
  let cheapest: Change | null = null;
  for (let s = 0; s < m.slots; s++) {
    let reason: SlotReason | null = null;
    for (const [da, db] of pairs(m, wish)) {
      const obstacles = inTheWay(agenda, wish, s, da, db);
      if (!reason || obstacles.length < reason.obstacles.length) reason = { slot: s, delegateA: da, delegateB: db, obstacles };
      if (obstacles.some((x) => x.is === 'not allowed' || x.is === 'away' || x.is === 'in a session')) continue;
      const change = admit(agenda, wish, s, da, db);
      if (
        change &&
        (!cheapest || change.gain > cheapest.gain || (change.gain === cheapest.gain && change.moved.length < cheapest.moved.length))
      )
        cheapest = change;
    }
    if (reason) slots.push(reason);
  }
  return { wish, slots, cheapest };
}

function pairs(m: Model, w: number): [number, number][] {
  const list: [number, number][] = [];
  for (let i = m.startA[w]!; i < m.endA[w]!; i++) {
    for (let j = m.startB[w]!; j < m.endB[w]! && list.length < MOST_PAIRS; j++) {
      if (m.candidates[i] !== m.candidates[j]) list.push([m.candidates[i]!, m.candidates[j]!]);
    }
  }
  return list;
}

function inTheWay(agenda: Agenda, w: number, s: number, da: number, db: number): Obstacle[] {
  const m = agenda.model;
  const found: Obstacle[] = [];
  if (m.allowed && !(m.allowed[w * m.words + (s >> 5)]! & (1 << (s & 31)))) found.push({ is: 'not allowed' });
  for (const d of [da, db]) {
    if (m.blocked[d * m.slots + s]!) {
      found.push({ is: m.instance.delegates[d]!.busy.some(([q]) => q === s) ? 'in a session' : 'away', delegate: d });
      continue;
    }
    const other = agenda.at[d * m.slots + s]!;
    if (other >= 0) {
      found.push({ is: 'in a meeting', delegate: d, wish: other });
      continue;
    }
    if (agenda.count[d]! >= m.limit[d]!) found.push({ is: 'limit reached', delegate: d });
    else if (agenda.countDay[d * m.days + m.day[s]!]! >= m.perDay) found.push({ is: 'day full', delegate: d });
    else if (agenda.runWith(d, s) > m.maxRun) found.push({ is: 'no pause', delegate: d });
  }
  if (!agenda.inOrder(w, s)) found.push({ is: 'out of order' });
  if (!m.remote[da]! && !m.remote[db]!) {
    const halls = agenda.hallsFor(da, s) & agenda.hallsFor(db, s);
    if (halls === 0) found.push({ is: 'too far to walk' });
    else if (agenda.freeTable(w, s, da, db, halls, 0) === NO_ROOM) found.push({ is: 'no free table' });
  }
  return found;
}

/** Plans w in slot s, taking out what must go (the lightest where there is a choice) and finding other places for it; then restores the agenda. */
function admit(agenda: Agenda, w: number, s: number, da: number, db: number): Change | null {
  const m = agenda.model;
  const out: Meeting[] = [];
  const take = (e: number): boolean => {
    if (e < 0) return false;
    out.push([e, agenda.slotOf[e]!, agenda.tableOf[e]!, agenda.delegateA[e]!, agenda.delegateB[e]!]);
    agenda.remove(e);
    return true;
  };
  const lightest = (d: number, from: number, to: number): number => {
    let best = -1;
    for (let q = from; q < to; q++) {
      const e = agenda.at[d * m.slots + q]!;
      if (e >= 0 && (best < 0 || m.weight[e]! < m.weight[best]!)) best = e;
    }
    return best;
  };
  const makeRoom = (): number => {
    for (const d of [da, db]) if (agenda.at[d * m.slots + s]! >= 0) take(agenda.at[d * m.slots + s]!);
    for (const d of [da, db]) {
      while (agenda.countDay[d * m.days + m.day[s]!]! >= m.perDay) if (!take(lightest(d, m.dayStart[s]!, m.dayEnd[s]!))) return NO_ROOM;
      while (agenda.count[d]! >= m.limit[d]!) if (!take(lightest(d, 0, m.slots))) return NO_ROOM;
      while (agenda.runWith(d, s) > m.maxRun) {
        if (!take(lightest(d, Math.max(m.dayStart[s]!, s - m.maxRun), Math.min(m.dayEnd[s]!, s + m.maxRun + 1)))) return NO_ROOM;
      }
    }
    const p = m.precedes;
    if (p) {
      for (const e of p.beforeList.subarray(p.beforeStart[w]!, p.beforeStart[w + 1]!)) if (agenda.slotOf[e]! >= s) take(e);
      for (const e of p.afterList.subarray(p.afterStart[w]!, p.afterStart[w + 1]!))
        if (agenda.slotOf[e]! >= 0 && agenda.slotOf[e]! <= s) take(e);
    }
    if (m.remote[da]! || m.remote[db]!) return -1;
    for (let k = 1; k <= m.reach && (agenda.hallsFor(da, s) & agenda.hallsFor(db, s)) === 0; k++) {
      for (const d of [da, db])
        for (const q of [s - k, s + k]) if (q >= m.dayStart[s]! && q < m.dayEnd[s]!) take(agenda.at[d * m.slots + q]!);
    }
    const halls = agenda.hallsFor(da, s) & agenda.hallsFor(db, s);
    if (halls === 0) return NO_ROOM;
    const free = agenda.freeTable(w, s, da, db, halls, 0);
    if (free !== NO_ROOM) return free;
    let sitting = -1;
    for (let t = 0; t < m.tables; t++) {
      const mine = m.stand[t]! < 0 || m.stand[t] === m.wishA[w] || m.stand[t] === m.wishB[w];
      const e = agenda.atTable[t * m.slots + s]!;
      if (mine && (halls >> m.hall[t]!) & 1 && e >= 0 && (sitting < 0 || m.weight[e]! < m.weight[sitting]!)) sitting = e;
    }
    const t = sitting < 0 ? NO_ROOM : agenda.tableOf[sitting]!;
    take(sitting);
    return t;
  };

  const t = makeRoom();
  let change: Change | null = null;
  if (t !== NO_ROOM) {
    agenda.place(w, s, t, da, db);
    const moved: Change['moved'] = [];
    const lost: Meeting[] = [];
    for (const from of [...out].sort((x, y) => m.weight[y[0]]! - m.weight[x[0]]!)) {
      const e = from[0];
      if (placeBest(agenda, e, 0))
        moved.push({ from, to: [e, agenda.slotOf[e]!, agenda.tableOf[e]!, agenda.delegateA[e]!, agenda.delegateB[e]!] });
      else lost.push(from);
    }
    change = { admits: [w, s, t, da, db], moved, lost, gain: m.weight[w]! - lost.reduce((sum, x) => sum + m.weight[x[0]]!, 0) };
    agenda.remove(w);
    for (const { from } of moved) agenda.remove(from[0]);
  }
  for (const meeting of out) agenda.place(...meeting);
  return change;
}
