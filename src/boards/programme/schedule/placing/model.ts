/**
 * Placing: where an activity stands in the schedule and what becomes of it when it is placed, moved, made longer, swapped or taken out.
 * Pure; the server decides by it and the browser paints by it.
 */
import type { Instant, Uuid } from '../../content.ts';
import { instant } from '../../time.ts';

export interface Hours {
  startsAt: Instant;
  endsAt: Instant;
}

export interface Spot {
  room: Uuid | null;
  /** `null` where it has none yet. */
  hours: Hours | null;
}

export interface PlacedSession extends Hours {
  id: Uuid;
  /** A room other than the activity's. */
  room: Uuid | null;
}

/** What of an activity the schedule decides. */
export interface Placed extends Spot {
  id: Uuid;
  version: number;
  locked: boolean;
  /** While it has no hours: those it had or is to have, from which the times of its sessions are counted; `null` where nothing is known. */
  kept: Hours | null;
  sessions: PlacedSession[];
}

/** One activity to another spot. `along`: its sessions keep their times relative to its start; `stay`: they keep their hours. */
export interface Arrangement {
  activity: Uuid;
  to: Spot;
  sessions: 'along' | 'stay';
  /** With no hours in `to`: what it keeps; by default the hours that it has now. */
  kept?: Hours | null;
}

/** Hours of an activity of which nothing is known. */
export const USUAL_LENGTH = 180 * 60_000;

const ms = (at: Instant): number => Date.parse(at);
export const lengthOf = (hours: Hours): number => ms(hours.endsAt) - ms(hours.startsAt);
export const hoursFrom = (start: number, length: number): Hours => ({ startsAt: instant(start), endsAt: instant(start + length) });
export const shifted = (hours: Hours, by: number): Hours => hoursFrom(ms(hours.startsAt) + by, lengthOf(hours));
const sameHours = (a: Hours | null, b: Hours | null): boolean => a?.startsAt === b?.startsAt && a?.endsAt === b?.endsAt;

/** From the first to the last of them; `null` for none. */
export function spanOf(sessions: readonly Hours[]): Hours | null {
  if (sessions.length === 0) return null;
  return {
    startsAt: instant(Math.min(...sessions.map(({ startsAt }) => ms(startsAt)))),
    endsAt: instant(Math.max(...sessions.map(({ endsAt }) => ms(endsAt)))),
  };
}

/** How long it lasts, placed or not, in milliseconds. */
export function durationOf({ hours, kept, sessions }: Placed): number {
  const known = hours ?? kept ?? spanOf(sessions);
  return known ? lengthOf(known) : USUAL_LENGTH;
}

export const isPlaced = ({ room, hours }: Spot): boolean => room !== null && hours !== null;

/** The activity as it is after the arrangement. */
export function arranged(present: Placed, { to, sessions, kept }: Arrangement): Placed {
  const from = present.hours ?? present.kept ?? spanOf(present.sessions);
  const keeps = to.hours ? null : kept === undefined ? from : kept;
  const base = to.hours ?? keeps;
  const by = sessions === 'along' && from && base ? ms(base.startsAt) - ms(from.startsAt) : 0;
  return {
    ...present,
    room: to.room,
    hours: to.hours,
    kept: keeps,
    sessions: by === 0 ? present.sessions : present.sessions.map((session) => ({ ...session, ...shifted(session, by) })),
  };
}

/** What puts an activity that was `before` back there. */
export const inverse = (before: Placed, { sessions }: Pick<Arrangement, 'sessions'>): Arrangement => ({
  activity: before.id,
  to: { room: before.room, hours: before.hours },
  sessions,
  ...(before.hours ? {} : { kept: before.kept ?? spanOf(before.sessions) }),
});

/** Whole again at another time, or in another room: sessions come along. */
export const move = (activity: Uuid, to: Spot): Arrangement => ({ activity, to, sessions: 'along' });
/** Longer or shorter: sessions keep their hours. */
export const resize = ({ id, room }: Placed, hours: Hours): Arrangement => ({ activity: id, to: { room, hours }, sessions: 'stay' });
export const takeOut = ({ id }: Placed): Arrangement => ({ activity: id, to: { room: null, hours: null }, sessions: 'along' });
/** Each takes the other's room and start, and lasts as long as before. */
export function swap(one: Placed, other: Placed): [Arrangement, Arrangement] {
  const at = (who: Placed, { room, hours }: Placed): Arrangement =>
    move(who.id, { room, hours: hours && hoursFrom(ms(hours.startsAt), durationOf(who)) });
  return [at(one, other), at(other, one)];
}

/** The same room, hours and lock: whatever else may have changed, the schedule is the same. */
export const sameSpot = (a: Placed, b: Placed): boolean => a.room === b.room && sameHours(a.hours, b.hours) && a.locked === b.locked;

/** Sessions that lie outside of their activity's hours: what shortening it can leave behind. */
export const outside = ({ hours, sessions }: Placed): PlacedSession[] =>
  hours ? sessions.filter((session) => ms(session.startsAt) < ms(hours.startsAt) || ms(session.endsAt) > ms(hours.endsAt)) : [];
