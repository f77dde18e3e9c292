import type { Random } from '../random.ts';
import { type Agenda, NO_ROOM } from './agenda.ts';

/** Most pairs of delegates looked at for one wish, so that two very large teams cannot hold up the plan. */
const MOST_PAIRS = 24;

/**
 * The first plan: heaviest wish first, each into the slot that adds the least waiting. Orders of equal weight are mixed by the seed; wishes
 * of organisations that were sold a minimum come first while it is not reached.
 */
export function construct(agenda: Agenda, random: Random, stop: () => boolean = () => false): void {
  const m = agenda.model;
  const order = Int32Array.from(agenda.unplanned.subarray(0, agenda.unplannedCount));
  random.shuffle(order);
  const rank = new Float64Array(m.wishes);
  for (const w of order) {
    rank[w] = agenda.gain[w]! + agenda.fairness(w) + agenda.owed(w);
  }
  order.sort((x, y) => rank[y]! - rank[x]!);
  for (let i = 0; i < order.length; i++) {
    if ((i & 63) === 0 && stop()) return;
    placeBest(agenda, order[i]!, random.next());
  }
}

/** Plans wish w where it adds the least waiting without disturbing anything; false where there is no such place. */
export function placeBest(agenda: Agenda, w: number, lot: number, except = -1): boolean {
  const m = agenda.model;
  let best = Infinity;
  let slot = -1;
  let delegateA = -1;
  let delegateB = -1;
  let pairs = 0;
  for (let i = m.startA[w]!; i < m.endA[w]! && pairs < MOST_PAIRS; i++) {
    const da = m.candidates[i]!;
    if (agenda.count[da]! >= m.limit[da]!) continue;
    for (let j = m.startB[w]!; j < m.endB[w]! && pairs < MOST_PAIRS; j++) {
      const db = m.candidates[j]!;
      if (agenda.count[db]! >= m.limit[db]! || da === db) continue;
      pairs++;
      for (let k = 0; k < m.words; k++) {
        let bits = agenda.open[da * m.words + k]! & agenda.open[db * m.words + k]!;
        if (m.allowed) bits &= m.allowed[w * m.words + k]!;
        for (; bits !== 0; bits &= bits - 1) {
          const s = (k << 5) + 31 - Math.clz32(bits & -bits);
          if (s === except) continue;
          const cost = agenda.waitWith(da, s) + agenda.waitWith(db, s);
          if (cost >= best || agenda.room(w, s, da, db, lot) === NO_ROOM) continue;
          best = cost;
          slot = s;
          delegateA = da;
          delegateB = db;
        }
      }
    }
  }
  if (slot < 0) return false;
  agenda.place(w, slot, agenda.room(w, slot, delegateA, delegateB, lot), delegateA, delegateB);
  return true;
}
