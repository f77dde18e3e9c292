/** A clash: what stands against what, with the numbers and ids that a page makes words of (`words.ts`). */
import type { Instant, PlainDate, Uuid } from '../content.ts';
import { instant } from '../time.ts';
import type { ClashRule, Level } from './desk-schedule.ts';

/** What each rule tells, in numbers and ids; minutes are whole. */
export interface Details {
  /** Two in one room for so many minutes. */
  room: { minutes: number };
  /** It belongs to the city `site`; the room is in another. */
  site: { site: Uuid };
  /** People needed at two places at once, at most for so many minutes. */
  person: { minutes: number };
  /** So many are expected; the room seats so many, in the layout asked for where there is one. */
  capacity: { needed: number; seats: number; layout: string | null };
  /** What is open on the days concerned, local; empty where the place is closed. */
  hours: { open: { date: PlainDate; from: string; to: string }[] };
  closure: { closure: Uuid };
  /** People have `gap` minutes for a way of `minutes`; the worst of them. */
  travel: { gap: number; minutes: number };
  layout: { layout: string; there: string[] };
  /** `there` of `needed` pieces, at `place` where they are shared. */
  equipment: { equipment: string; needed: number; there: number; place: Uuid | null };
  /** Booths. */
  interpretation: { needed: number; there: number; place: Uuid | null };
  availability: { absence: Uuid };
  /** The topics whose audience is the same. */
  audience: { topics: Uuid[]; minutes: number };
  /** `avoided`: the wish is against it. */
  wish: { wish: string; of: 'place' | 'day' | 'start'; avoided?: true };
}

interface Common<Rule extends ClashRule> {
  /** The same clash has the same key, whatever its numbers are. */
  key: string;
  /** Of all that an acceptance was given for; where it differs, the acceptance no longer holds. */
  fingerprint: string;
  rule: Rule;
  level: Exclude<Level, 'ignored'>;
  activities: Uuid[];
  sessions: Uuid[];
  people: Uuid[];
  room: Uuid | null;
  from: Instant | null;
  to: Instant | null;
  detail: Details[Rule];
  accepted: Accepted | null;
  /** An acceptance of this clash as it was before something in it changed. */
  acceptedBefore: Accepted | null;
}
export type ClashOf<Rule extends ClashRule> = Common<Rule>;
export type Clash = { [Rule in ClashRule]: Common<Rule> }[ClashRule];

export interface Accepted {
  reason: string;
  by: string;
  at: Instant;
}

/** A clash as a rule finds it, before level and acceptance. */
export type Found = { [Rule in ClashRule]: FoundOf<Rule> }[ClashRule];
type FoundOf<Rule extends ClashRule> = Omit<Common<Rule>, 'fingerprint' | 'level' | 'accepted' | 'acceptedBefore'>;

/** `of` are the ids that make the key, beside the rule. */
export const found = <Rule extends ClashRule>(
  rule: Rule,
  of: readonly string[],
  detail: Details[Rule],
  more: Partial<Pick<Common<Rule>, 'activities' | 'sessions' | 'people' | 'room'>> & { span?: { from: number; to: number } },
): FoundOf<Rule> => ({
  key: `${rule} ${of.join(' ')}`,
  rule,
  activities: more.activities ?? [],
  sessions: more.sessions ?? [],
  people: more.people ?? [],
  room: more.room ?? null,
  from: more.span ? instant(more.span.from) : null,
  to: more.span ? instant(more.span.to) : null,
  detail,
});

/** 53 bits of what the clash says (after cyrb53), so that a change shows. */
export function fingerprintOf(clash: Found): string {
  const text = JSON.stringify([clash.activities, clash.sessions, clash.people, clash.room, clash.from, clash.to, clash.detail]);
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
