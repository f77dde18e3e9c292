import type { Meeting, Plan, Update } from './instance.ts';

/** How many meetings people were told of stand as they were, and how many do not. */
export interface Changes {
  /** Meetings of delegates who do not come, or refused: they could not stay. */
  forced: number;
  kept: number;
  otherTable: number;
  /** Another slot or another delegate. */
  moved: number;
  dropped: number;
  added: number;
}

/** What became of one meeting, and which delegates have to be told so. */
export interface Change {
  wish: number;
  is: keyof Changes;
  /** As people knew it; null where it is new. */
  was: Meeting | null;
  /** As it is now; null where it is no more. */
  now: Meeting | null;
  tell: number[];
}

/** Compares two plans meeting by meeting, in the order of the old plan, then what is new. Nobody is told of what is kept; who does not come need not be told. */
export function compare(before: Plan, after: Plan, update: Update): Change[] {
  const gone = new Set(update.absent);
  const refused = new Set(update.refused);
  const fresh = new Map(after.meetings.map((meeting) => [meeting[0], meeting]));
  const told = new Set(before.meetings.map((meeting) => meeting[0]));
  const concerned = (...meetings: (Meeting | null)[]) =>
    [...new Set(meetings.flatMap((meeting) => (meeting ? [meeting[3], meeting[4]] : [])))].filter((d) => !gone.has(d));
  const list = before.meetings.map((was): Change => {
    const now = fresh.get(was[0]) ?? null;
    const is = whatBecame(was, now, gone, refused);
    return { wish: was[0], is, was, now, tell: is === 'kept' ? [] : concerned(was, now) };
  });
  for (const now of after.meetings) if (!told.has(now[0])) list.push({ wish: now[0], is: 'added', was: null, now, tell: concerned(now) });
  return list;
}

function whatBecame(was: Meeting, now: Meeting | null, gone: Set<number>, refused: Set<number>): keyof Changes {
  const [w, s, t, da, db] = was;
  if (gone.has(da) || gone.has(db) || refused.has(w)) return 'forced';
  if (!now) return 'dropped';
  if (now[1] !== s || now[3] !== da || now[4] !== db) return 'moved';
  return now[2] === t ? 'kept' : 'otherTable';
}

export function count(list: readonly Change[]): Changes {
  const changes: Changes = { forced: 0, kept: 0, otherTable: 0, moved: 0, dropped: 0, added: 0 };
  for (const { is } of list) changes[is]++;
  return changes;
}
