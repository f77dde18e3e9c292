/**
 * Committees of an edition: members with a time in office, meetings, and decisions that somebody carries out. Days are dates `YYYY-MM-DD`,
 * hours `HH:MM`, both on the wall of the edition. Rules only: no clock.
 */
import type { Localised } from '#registry/text.ts';

export const COMMITTEE_KINDS = ['organising', 'executive', 'other'] as const;
export type CommitteeKind = (typeof COMMITTEE_KINDS)[number];

/** In the order in which they are listed. */
export const MEMBER_ROLES = ['chair', 'vice-chair', 'secretary', 'member'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export interface Member {
  id: string;
  /** Id of the registry's person; `null` where the member is a post. */
  person: string | null;
  /** Of the person, or the post. */
  name: Localised;
  role: MemberRole;
  since: string;
  /** The last day in office. */
  until: string | null;
  sample: boolean;
  version: number;
}

/** No longer holds, since when and why. What is withdrawn stays on record and can be put back. */
export interface Withdrawn {
  on: string;
  why: Localised;
}

/** What can be withdrawn. */
export const WITHDRAWABLE = ['committee', 'meeting', 'decision'] as const;
export type Withdrawable = (typeof WITHDRAWABLE)[number];

export interface Decision {
  id: string;
  said: Localised;
  owner: Localised;
  dueOn: string | null;
  doneOn: string | null;
  withdrawn: Withdrawn | null;
  sample: boolean;
  version: number;
}

export interface Meeting {
  id: string;
  title: Localised;
  on: string;
  at: string | null;
  place: Localised | null;
  state: 'planned' | 'held';
  agenda: Localised | null;
  minutes: Localised | null;
  decisions: Decision[];
  withdrawn: Withdrawn | null;
  sample: boolean;
  version: number;
}

export interface Committee {
  id: string;
  kind: CommitteeKind;
  name: Localised;
  mandate: Localised | null;
  since: string | null;
  until: string | null;
  members: Member[];
  meetings: Meeting[];
  withdrawn: Withdrawn | null;
  sample: boolean;
  version: number;
}

interface Term {
  since: string | null;
  until: string | null;
}

export const endsBeforeItBegins = ({ since, until }: Term): boolean => since !== null && until !== null && until < since;

/** Whether two terms share a day; the days of both ends count. */
export const overlap = (a: Term, b: Term): boolean =>
  (a.until === null || b.since === null || b.since <= a.until) && (b.until === null || a.since === null || a.since <= b.until);

/** Where a day lies against the days of the edition. */
export const against = (day: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }): 'before' | 'during' | 'after' =>
  day < startsOn ? 'before' : day > endsOn ? 'after' : 'during';

/** Somebody sits in a committee once at a time, whatever the role. Posts may send several. */
export const sitsAlready = (
  members: readonly Pick<Member, 'id' | 'person' | 'since' | 'until'>[],
  one: Term & { id: string | null; person: string | null },
): boolean => one.person !== null && members.some((other) => other.person === one.person && other.id !== one.id && overlap(other, one));

export type Sitting = 'sits' | 'to-come' | 'ended';

/** In a committee that is dissolved nobody sits. */
export function sitting(
  { since, until }: Pick<Member, 'since' | 'until'>,
  today: string,
  { withdrawn }: Pick<Committee, 'withdrawn'> = { withdrawn: null },
): Sitting {
  if (withdrawn && withdrawn.on <= today) return 'ended';
  if (until !== null && until < today) return 'ended';
  return since > today ? 'to-come' : 'sits';
}

/** Whoever sits first, by role, then whoever is to come, then those who ended; the longest in office before the others. */
export function inOrder<One extends Pick<Member, 'role' | 'since' | 'until'>>(members: readonly One[], today: string): One[] {
  const place = { sits: 0, 'to-come': 1, ended: 2 };
  return members.toSorted(
    (a, b) =>
      place[sitting(a, today)] - place[sitting(b, today)] ||
      MEMBER_ROLES.indexOf(a.role) - MEMBER_ROLES.indexOf(b.role) ||
      (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
  );
}

/** What has not come yet was not held. */
export const heldTooSoon = ({ state, on }: Pick<Meeting, 'state' | 'on'>, today: string): boolean => state === 'held' && on > today;

export type Carried = 'done' | 'late' | 'open' | 'withdrawn';

/** A decision of a meeting that was withdrawn binds nobody either. */
export function carried(
  { doneOn, dueOn, withdrawn }: Pick<Decision, 'doneOn' | 'dueOn' | 'withdrawn'>,
  meeting: Pick<Meeting, 'withdrawn'>,
  today: string,
): Carried {
  if (withdrawn || meeting.withdrawn) return 'withdrawn';
  return doneOn !== null ? 'done' : dueOn !== null && dueOn < today ? 'late' : 'open';
}

/** Whether every word of `query` stands somewhere in the meeting or its decisions, in either language. */
export function speaksOf(meeting: Meeting, query: string): boolean {
  const texts = [
    meeting.title,
    meeting.place,
    meeting.agenda,
    meeting.minutes,
    ...meeting.decisions.flatMap(({ said, owner }) => [said, owner]),
  ].flatMap((one) => Object.values(one?.texts ?? {}));
  const all = [meeting.on, ...texts].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
