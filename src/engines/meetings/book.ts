import { Agenda, NO_ROOM } from './agenda.ts';
import type { Instance, Meeting, Plan } from './instance.ts';
import { compile } from './model.ts';

/** A plan laid open, so that many can look at it and book in it one after the other (`offers`, `book`, `explain`). */
export function agendaOf(instance: Instance, plan: Plan): Agenda {
  const agenda = new Agenda(compile(instance));
  agenda.load(plan.meetings);
  return agenda;
}

/** A place where a wish can be held at once, beside everything that is planned. */
export interface Offer {
  meeting: Meeting;
  /** Slots of waiting it adds to (or takes from) the two delegates' days. */
  waiting: number;
  /** Table changes it adds to the two delegates' days. */
  tableChanges: number;
}

/**
 * The free places of a wish that is not planned yet, best first: least waiting, then fewest table changes, then earliest. Wishes that wait
 * for an answer hold no slot: only what is planned counts. A table is offered per slot and pair of delegates, the one that suits them best.
 */
export function offers(agenda: Agenda, wish: number): Offer[] {
  const m = agenda.model;
  if (wish < 0 || wish >= m.wishes || agenda.slotOf[wish]! >= 0) return [];
  const found: Offer[] = [];
  for (let i = m.startA[wish]!; i < m.endA[wish]!; i++) {
    for (let j = m.startB[wish]!; j < m.endB[wish]!; j++) {
      const da = m.candidates[i]!;
      const db = m.candidates[j]!;
      if (da === db) continue;
      for (let s = 0; s < m.slots; s++) {
        const bit = 1 << (s & 31);
        const word = s >> 5;
        if (!(agenda.open[da * m.words + word]! & agenda.open[db * m.words + word]! & bit)) continue;
        if (m.allowed && !(m.allowed[wish * m.words + word]! & bit)) continue;
        const t = agenda.room(wish, s, da, db, 0);
        if (t === NO_ROOM) continue;
        const { idle, tableChanges } = agenda;
        agenda.place(wish, s, t, da, db);
        found.push({ meeting: [wish, s, t, da, db], waiting: agenda.idle - idle, tableChanges: agenda.tableChanges - tableChanges });
        agenda.remove(wish);
      }
    }
  }
  return found.sort((x, y) => x.waiting - y.waiting || x.tableChanges - y.tableChanges || x.meeting[1] - y.meeting[1]);
}

/**
 * Books an offer at once and says what was booked, or null where it is no longer free: somebody else was quicker. Any free table of the slot
 * will do for an offer whose own table has gone meanwhile.
 */
export function book(agenda: Agenda, offer: Offer): Meeting | null {
  const [wish, s, t, da, db] = offer.meeting;
  const still = offers(agenda, wish).filter(({ meeting }) => meeting[1] === s && meeting[3] === da && meeting[4] === db);
  const same = still.find(({ meeting }) => meeting[2] === t) ?? still[0];
  if (!same) return null;
  agenda.place(...same.meeting);
  return same.meeting;
}

/** Gives a booked or planned meeting back, so that its slot is free again at once. */
export function giveBack(agenda: Agenda, wish: number): void {
  if (agenda.slotOf[wish]! >= 0) agenda.remove(wish);
}
