/** Moving one activity that the public knows of: another time or room, a time to be announced, called off, or on again. */
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { type Dated, waitsWithEdition } from '#registry/takes-place.ts';
import type { Activity, Instant, Uuid } from '../content.ts';
import { fromWall, inState, shifted } from './model.ts';

export type ActivityMove =
  | { do: 'reschedule'; startsAt: Instant; endsAt: Instant; room: Uuid | null }
  | { do: 'postpone' }
  | { do: 'cancel' }
  /** On again at the time and in the room that it had. */
  | { do: 'reinstate' };

export type ActivityMoveProblem =
  /** Nobody was told of it yet: the schedule places it. */
  { is: 'draft' } | { is: 'held' } | { is: 'ends-before-start' } | { is: 'nothing-moves' };

export const WAYS = ['reschedule', 'postpone', 'cancel', 'reinstate'] as const satisfies ActivityMove['do'][];

/** A public text is no longer in any language. */
export const MOST_CHARACTERS = 4000;

/** A move as a form says it, its times on the wall of the activity's place. */
export interface AskedMove {
  do: ActivityMove['do'];
  startsAt: string;
  endsAt: string;
  room: Uuid | null;
}

/** `null` where a time is missing. */
export function moveAsked({ do: what, startsAt, endsAt, room }: AskedMove, zone: string): ActivityMove | null {
  if (what !== 'reschedule') return { do: what };
  const [from, until] = [fromWall(startsAt, zone), fromWall(endsAt, zone)];
  return from && until ? { do: what, startsAt: from, endsAt: until, room } : null;
}

/**
 * The activity after the move. What has been held is not moved any more. Where the edition has no days, what is on again waits for them
 * with the others, and what waits with them can still be put off by itself.
 */
export function moveOne(
  activity: Activity,
  move: ActivityMove,
  { zone, edition }: { zone: string; edition: Dated },
): Outcome<Activity, ActivityMoveProblem> {
  const { state } = activity;
  const waits = waitsWithEdition(edition, activity);
  if (state === 'planned' || state === 'scheduled') return refused({ is: 'draft' });
  if (state === 'held') return refused({ is: 'held' });
  switch (move.do) {
    case 'postpone':
      return state === 'postponed' && !waits ? refused({ is: 'nothing-moves' }) : done(inState(activity, 'postponed', true));
    case 'cancel':
      return state === 'cancelled' ? refused({ is: 'nothing-moves' }) : done(inState(activity, 'cancelled'));
    case 'reinstate':
      if ((state !== 'cancelled' && state !== 'postponed') || waits) return refused({ is: 'nothing-moves' });
      return done(inState(activity, waitsWithEdition(edition, inState(activity, 'postponed')) ? 'postponed' : 'published'));
    case 'reschedule': {
      const { startsAt, endsAt, room } = move;
      if (endsAt <= startsAt) return refused({ is: 'ends-before-start' });
      const same = startsAt === activity.startsAt && endsAt === activity.endsAt && room === activity.room && state === 'published';
      if (same) return refused({ is: 'nothing-moves' });
      const on = { ...activity, room };
      const moved = activity.startsAt
        ? shifted(on, { to: { startsAt, endsAt }, state: 'published', alone: false }, zone)
        : { ...inState(on, 'published'), startsAt, endsAt };
      return done(moved);
    }
  }
}
