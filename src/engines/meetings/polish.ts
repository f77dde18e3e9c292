import type { Agenda } from './agenda.ts';

/**
 * Gives meetings of one slot other tables of the same hall, two by two or into a free one, as long as fewer people change tables between
 * meetings that follow each other. Slots, delegates and halls stay, so every rule that held still holds.
 */
export function polishTables(agenda: Agenda, stop: () => boolean): void {
  const m = agenda.model;
  const same = (w: number, t: number): number => {
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
  };
  for (let better = true; better;) {
    better = false;
    for (let s = 0; s < m.slots; s++) {
      if (stop()) return;
      for (let h = 0; h < m.halls; h++) {
        for (let i = m.sharedStart[h]!; i < m.sharedStart[h + 1]!; i++) {
          for (let j = i + 1; j < m.sharedStart[h + 1]!; j++) {
            const t = m.sharedList[i]!;
            const u = m.sharedList[j]!;
            const atT = agenda.atTable[t * m.slots + s]!;
            const atU = agenda.atTable[u * m.slots + s]!;
            if (atT < 0 && atU < 0) continue;
            if (same(atT, u) + same(atU, t) <= same(atT, t) + same(atU, u)) continue;
            better = true;
            const [wA, wB] = atU >= 0 ? [agenda.delegateA[atU]!, agenda.delegateB[atU]!] : [-1, -1];
            if (atU >= 0) agenda.remove(atU);
            if (atT >= 0) agenda.moveTable(atT, u);
            if (atU >= 0) agenda.place(atU, s, t, wA, wB);
          }
        }
      }
    }
  }
}
