/**
 * What would break if something were moved. Whoever moves an edition asks every board; each board knows its own affairs, answers with what
 * would no longer be right, and hears of the decisions within the same transaction (the event `edition-moved`).
 */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from './text.ts';

export interface Days {
  startsOn: string;
  endsOn: string;
}

/** An edition that is to be moved; `null` days are not known (any more, or yet). */
export interface EditionMove {
  edition: { id: string; slug: string; timeZone: string };
  from: Days | null;
  to: Days | null;
  /** The days that it has, or had last; `null` where it never had any. */
  last: Days | null;
  /** Days that whatever is tied to the edition moves by; `null` where either end is not known. */
  shift: number | null;
  /** ISO 8601, UTC. */
  now: string;
}

/** What can be chosen for a break. `accept` keeps it as it is, with a reason. */
export type Choice = 'accept' | 'shift' | 'postpone' | 'cancel' | 'withdraw' | 'ask-again' | 'discard';

export interface Break {
  /** The same break has the same key whenever it is asked for. */
  key: string;
  /** A word for the heading that it stands under. */
  kind: string;
  title: Localised;
  /** One sentence or two: what would no longer be right, and what becomes of it. */
  why: Localised;
  /** What others say as well, with `{count}` (two or more) for their number: they are told in one line and can be decided together. */
  alike?: Localised;
  /** Where it is looked after, below the edition's desk (`plan`, `notices/…`). */
  at?: string;
  /** First what is proposed. */
  choices: [Choice, ...Choice[]];
  /** Whether the proposal may be taken without anybody looking at it. */
  mustDecide: boolean;
}

export interface Decision {
  choose: Choice;
  /** Why it is left as it is, where it is. */
  reason: string;
}

/** Told within the transaction that moves an edition. */
export interface EditionMoved extends EditionMove {
  is: 'edition-moved';
  decisions: Record<string, Decision>;
  notice: { kind: 'postponement' | 'programme-change'; title: Localised; body: Localised } | null;
  [detail: string]: unknown;
}

/** The ids of what was decided so, of the breaks whose key is `of` and an id. */
export const decidedSo = (decisions: EditionMoved['decisions'], of: string, choose: Choice): string[] =>
  Object.entries(decisions).flatMap(([key, decision]) =>
    decision.choose === choose && key.startsWith(`${of} `) ? [key.slice(of.length + 1)] : [],
  );

type Rehearse = (db: Kysely<DB>, move: EditionMove) => Promise<Break[]>;
const rehearsals: Rehearse[] = [];

export const onRehearsal = (rehearse: Rehearse): void => void rehearsals.push(rehearse);

export async function breaksOf(db: Kysely<DB>, move: EditionMove): Promise<Break[]> {
  const found: Break[] = [];
  for (const rehearse of rehearsals) found.push(...(await rehearse(db, move)));
  return found;
}
