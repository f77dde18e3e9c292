/** People who take part in an activity: what they were asked, what they answered, and when and where they are to be. */
import type { Localised } from '#registry/text.ts';
import type { Instant, PersonRole, SessionKind, Uuid } from '../../content.ts';

export const APPEARANCE_STATES = ['added', 'invited', 'confirmed', 'declined'] as const;
export type AppearanceState = (typeof APPEARANCE_STATES)[number];

/** What somebody does in an activity: in one session, or in all of it (`session` null). */
export interface Part {
  role: PersonRole;
  session: { id: Uuid; kind: SessionKind; title: Localised; startsAt: Instant; endsAt: Instant } | null;
}

export interface Travel {
  arrives?: Instant | null;
  leaves?: Instant | null;
  from?: string;
  visa?: boolean;
  hotel?: boolean;
  diet?: string;
  access?: string;
}

export interface Slides {
  id: Uuid;
  file: { id: Uuid; name: string; bytes: number };
  session: Uuid | null;
  uploadedAt: Instant;
}

export interface Absence {
  id: Uuid;
  startsAt: Instant;
  endsAt: Instant;
  note: string | null;
}

/** Whose word a portrait is, or that there is to be none; `null` where nobody has said anything. */
export type PortraitBy = 'speaker' | 'host' | null;

export type HostsPortraitProblem = { is: 'speakers-own' } | { is: 'stale' };

/** Why a host, who saw the portrait `seen`, leaves it as it is: the speaker's own word is the last, and what came meanwhile is seen before it goes. */
export function hostsPortraitProblem(now: { portrait: Uuid | null; by: PortraitBy }, seen: Uuid | null): HostsPortraitProblem | null {
  if (now.by === 'speaker') return { is: 'speakers-own' };
  return now.portrait === seen ? null : { is: 'stale' };
}

/** Days that an invitation's link can be used. */
export const LINK_DAYS = 30;

type Hours = { startsAt: Instant; endsAt: Instant };

/** When somebody is to be there: from the beginning of their first session to the end of their last; the activity's hours without one. */
export function hoursOf(parts: readonly Part[], activity: { startsAt: Instant | null; endsAt: Instant | null }): Hours | null {
  const sessions = parts.flatMap(({ session }) => (session ? [session] : []));
  const whole = parts.length === 0 || parts.some(({ session }) => session === null);
  if (whole) return activity.startsAt && activity.endsAt ? { startsAt: activity.startsAt, endsAt: activity.endsAt } : null;
  return {
    startsAt: sessions.map(({ startsAt }) => startsAt).reduce((a, b) => (a < b ? a : b)),
    endsAt: sessions.map(({ endsAt }) => endsAt).reduce((a, b) => (a > b ? a : b)),
  };
}

/** Absences in which somebody should be there. */
export const missedIn = (hours: Hours | null, absences: readonly Absence[]): Absence[] =>
  hours
    ? absences.filter(
        ({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(hours.endsAt) && Date.parse(endsAt) > Date.parse(hours.startsAt),
      )
    : [];
