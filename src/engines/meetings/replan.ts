import type { Agenda } from './agenda.ts';
import { NO_ROOM } from './agenda.ts';
import type { Instance, Plan } from './instance.ts';

/**
 * Loads a plan people were told of into an agenda of the instance after its update. Every meeting that no absent delegate was to take part
 * in and nobody refused is noted as told and planned where it still fits; what no longer fits counts as dropped until it finds another place.
 */
export function loadTold(agenda: Agenda, given: Instance, before: Plan): void {
  const m = agenda.model;
  const gone = new Set(given.update.absent);
  const refused = new Set(given.update.refused);
  for (const meeting of before.meetings) {
    const [w, s, t, da, db] = meeting;
    if (gone.has(da) || gone.has(db) || refused.has(w) || agenda.slotOf[w]! >= 0) continue;
    if (agenda.toldSlot[w]! < 0) agenda.tell(meeting);
    if (stillFits(agenda, w, s, t, da, db)) agenda.place(w, s, t, da, db);
  }
  function stillFits(a: Agenda, w: number, s: number, t: number, da: number, db: number): boolean {
    const bit = 1 << (s & 31);
    const word = s >> 5;
    const open = a.open[da * m.words + word]! & a.open[db * m.words + word]! & bit;
    const rightTeam = (from: number, to: number, d: number) => m.candidates.subarray(from, to).includes(d);
    if (!open || (m.allowed && !(m.allowed[w * m.words + word]! & bit))) return false;
    if (!rightTeam(m.startA[w]!, m.endA[w]!, da) || !rightTeam(m.startB[w]!, m.endB[w]!, db) || da === db) return false;
    const online = m.remote[da]! + m.remote[db]! > 0;
    if (online !== (t === -1) || a.room(w, s, da, db, 0) === NO_ROOM) return false;
    if (online) return true;
    const owner = m.stand[t]!;
    const halls = a.hallsFor(da, s) & a.hallsFor(db, s);
    return (
      a.atTable[t * m.slots + s]! < 0 && ((halls >> m.hall[t]!) & 1) === 1 && (owner < 0 || owner === m.wishA[w] || owner === m.wishB[w])
    );
  }
}
