import type { Random } from '../random.ts';
import type { Agenda } from './agenda.ts';

/** Temperatures of the annealing over tables, in table changes. */
const FROM = 0.7;
const TO = 0.08;

/**
 * Gives meetings other tables of the same hall and slot, by annealing over swaps: a meeting goes to the table of the meeting before or after
 * it in one of its delegates' days, and whoever sits there takes its table. Slots, delegates and halls stay, so every rule that held still
 * holds; only table changes become fewer.
 */
export function polishTables(agenda: Agenda, random: Random, moves: number, stop: () => boolean): void {
  const m = agenda.model;
  if (agenda.plannedCount === 0) return;
  for (let i = 0; i < moves; i++) {
    if (i % 1000 === 0 && stop()) return;
    const w = agenda.planned[random.below(agenda.plannedCount)]!;
    const t = agenda.tableOf[w]!;
    const s = agenda.slotOf[w]!;
    const lot = random.next();
    const d = lot & 1 ? agenda.delegateA[w]! : agenda.delegateB[w]!;
    const u = lot & 2 ? agenda.tableBefore(d, s) : agenda.tableAfter(d, s);
    if (t < 0 || u < 0 || u === t || m.hall[u] !== m.hall[t] || m.stand[u]! >= 0 || m.stand[t]! >= 0) continue;
    const other = agenda.atTable[u * m.slots + s]!;
    const fewer = same(agenda, w, u) + same(agenda, other, t) - same(agenda, w, t) - same(agenda, other, u);
    const temperature = FROM * Math.pow(TO / FROM, i / moves);
    if (fewer < 0 && fewer < temperature * Math.log(random.unit() + 1e-300)) continue;
    swap(agenda, w, other, s, t, u);
  }
}

/** At how many of its up to four neighbouring meetings (before and after, of both delegates) table t is used. */
function same(agenda: Agenda, w: number, t: number): number {
  if (w < 0) return 0;
  const s = agenda.slotOf[w]!;
  const da = agenda.delegateA[w]!;
  const db = agenda.delegateB[w]!;
  return (
    (agenda.tableBefore(da, s) === t ? 1 : 0) +
    (agenda.tableAfter(da, s) === t ? 1 : 0) +
    (agenda.tableBefore(db, s) === t ? 1 : 0) +
    (agenda.tableAfter(db, s) === t ? 1 : 0)
  );
}

function swap(agenda: Agenda, w: number, other: number, s: number, t: number, u: number): void {
  if (other < 0) return agenda.moveTable(w, u);
  const da = agenda.delegateA[other]!;
  const db = agenda.delegateB[other]!;
  agenda.remove(other);
  agenda.moveTable(w, u);
  agenda.place(other, s, t, da, db);
}
