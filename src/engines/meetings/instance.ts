/**
 * What the meetings engine is given and what it gives back, in the form of the files (`docs/meetings.md` explains each word).
 * All numbers count from 0. One wish is at most one meeting; one meeting takes one slot.
 */

/** [organisation a, organisation b, weight, delegate of a or -1, delegate of b or -1]; the last two may be left out. */
export type Wish = readonly [a: number, b: number, weight: number, namedA?: number, namedB?: number];

export interface Delegate {
  org: number;
  /** Takes part online: every meeting of this delegate is online, without a table. */
  remote: boolean;
  /** Most meetings in all; without it, as many as fit. */
  limit?: number;
  /** Slots in which the delegate is not there. */
  away: number[];
  /** [slot, hall]: sessions of the programme the delegate speaks at or wants to hear. */
  busy: [slot: number, hall: number][];
}

export interface Table {
  hall: number;
  /** The organisation whose stand it is, or null where anybody may sit. */
  stand: number | null;
}

/** The factors of the objective: value = weight − shortfall·Σ shortfall − idle·Σ idle slots − tableChange·Σ table changes. */
export interface Penalty {
  shortfall: number;
  idle: number;
  tableChange: number;
}

export interface Update {
  absent: number[];
  /** Wishes refused by the other side or taken back: they are not met any more. */
  refused: number[];
  wishes: Wish[];
}

export interface Instance {
  name: string;
  slots: number;
  dayOf: number[];
  halls: number;
  /** travel[h][g]: free slots needed between a commitment in hall h and a later one of the same day in hall g. */
  travel: number[][];
  perDay: number;
  maxRun: number;
  fairShare: number;
  penalty: Penalty;
  organisations: number;
  delegates: Delegate[];
  tables: Table[];
  wishes: Wish[];
  /** The slots a wish may take; null or missing: any. */
  allowed: (number[] | null | undefined)[];
  /** [x, y]: where both are planned, wish x comes before wish y. */
  precedences: [before: number, after: number][];
  /** Whether absence between two meetings counts as waiting. */
  idleCountsAway: boolean;
  /** [organisation, least number of meetings]: minima that were sold and are kept before anything else. */
  minima: [organisation: number, meetings: number][];
  /**
   * The small-event case (Bofill et al., JAIR 2022): every wish is a meeting that has to be held, with the fewest breaks, nobody having
   * more than two breaks above another. Taken from the file's `holdAll`; without that, true where the file has `allowed`,
   * `precedences` or `idleCountsAway`, which only that case uses, or where it has no `penalty` and all weights are the same.
   */
  holdAll: boolean;
  update: Update;
}

/** [wish, slot, table or -1 for online, delegate of a, delegate of b]. */
export type Meeting = [wish: number, slot: number, table: number, delegateA: number, delegateB: number];

export interface Plan {
  meetings: Meeting[];
}

/** What is wrong with a file: where (a path such as `wishes[3][0]`) and why. */
export interface Fault {
  path: string;
  reason: string;
}

/** The instance once its `update` has happened: absent delegates are away always and in no session, refused wishes may take no slot, new ones are appended. */
export function afterUpdate(instance: Instance): Instance {
  const gone = new Set(instance.update.absent);
  const refused = new Set(instance.update.refused);
  const always = Array.from({ length: instance.slots }, (_, slot) => slot);
  return {
    ...instance,
    delegates: instance.delegates.map((delegate, d) => (gone.has(d) ? { ...delegate, away: always, busy: [] } : delegate)),
    wishes: [...instance.wishes, ...instance.update.wishes],
    allowed: refused.size === 0 ? instance.allowed : instance.wishes.map((_, w) => (refused.has(w) ? [] : instance.allowed[w])),
  };
}
