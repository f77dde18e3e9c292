/** Where an activity, its sessions and its people are, and from when to when. */
import type { Instant, Uuid } from '../content.ts';
import { instant } from '../time.ts';
import type { DeskActivity, Placement } from './desk-schedule.ts';

/** A stretch of time in a room; milliseconds since 1970. */
export interface Stay {
  session: Uuid | null;
  room: Uuid | null;
  from: number;
  to: number;
}

export interface Spot extends Stay {
  activity: DeskActivity;
  /** Every time in a room: the activity's, and those of its sessions elsewhere. */
  bookings: Stay[];
  /** Where each person is needed. */
  presences: Map<Uuid, Stay[]>;
}

/**
 * Half-open: what ends at ten and what begins at ten do not overlap, as in the database. Two that begin at the same moment do, however short
 * they are.
 */
export const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  (a.from < b.to && b.from < a.to) || a.from === b.from;

const OFF: ReadonlySet<DeskActivity['state']> = new Set(['cancelled', 'postponed']);
/** These are there from beginning to end; a speaker only for what they speak at. */
const THROUGHOUT: ReadonlySet<string> = new Set(['chair', 'moderator', 'host', 'judge']);

/** `null` for what takes place nowhere in time: not placed, cancelled, postponed. */
export function spotOf(activity: DeskActivity): Spot | null {
  if (OFF.has(activity.state) || !activity.startsAt || !activity.endsAt) return null;
  const own: Stay = { session: null, room: activity.room, from: Date.parse(activity.startsAt), to: Date.parse(activity.endsAt) };
  const bookings = activity.room ? [own] : [];
  const presences = new Map<Uuid, Stay[]>();
  const present = (person: Uuid, stay: Stay) => {
    const list = presences.get(person);
    if (list) list.push(stay);
    else presences.set(person, [stay]);
  };
  const throughout = new Set(activity.people.filter(({ role }) => THROUGHOUT.has(role)).map(({ person }) => person));
  throughout.forEach((person) => present(person, own));
  for (const session of activity.sessions) {
    if (session.cancelled) continue;
    const stay: Stay = {
      session: session.id,
      room: session.room ?? activity.room,
      from: Date.parse(session.startsAt),
      to: Date.parse(session.endsAt),
    };
    if (session.room && session.room !== activity.room) bookings.push(stay);
    for (const person of new Set(session.people.map(({ person }) => person))) if (!throughout.has(person)) present(person, stay);
  }
  for (const { person } of activity.people) if (!presences.has(person)) present(person, own);
  return { activity, ...own, bookings, presences };
}

/** The activity as it would be; its sessions move by as much as its beginning does, counted from what it kept where it had none. */
export function placed(activity: DeskActivity, { room, startsAt, endsAt, sessions = 'along' }: Placement): DeskActivity {
  const by = startsAt && sessions === 'along' ? shiftOf(activity, startsAt) : 0;
  const later = (at: Instant) => instant(Date.parse(at) + by);
  const had = activity.startsAt && activity.endsAt ? { startsAt: activity.startsAt, endsAt: activity.endsAt } : activity.kept;
  return {
    ...activity,
    room,
    startsAt,
    endsAt,
    kept: startsAt ? null : had,
    sessions:
      by === 0
        ? activity.sessions
        : activity.sessions.map((session) => ({ ...session, startsAt: later(session.startsAt), endsAt: later(session.endsAt) })),
  };
}

/** Milliseconds by which the sessions move when the activity begins at `startsAt`. */
function shiftOf({ startsAt: now, kept, sessions }: DeskActivity, startsAt: Instant): number {
  const known = now ?? kept?.startsAt;
  const from = known
    ? Date.parse(known)
    : Math.min(...sessions.filter(({ cancelled }) => !cancelled).map((session) => Date.parse(session.startsAt)));
  return Number.isFinite(from) ? Date.parse(startsAt) - from : 0;
}

export const minutesOf = (milliseconds: number): number => Math.round(milliseconds / 60_000);
