/** Moving one activity that the public knows of: another time or room, a time to be announced, called off, or on again. */
import { done, type Outcome, refused } from '#platform/outcome.ts';
import type { Activity, Instant, Uuid } from '../content.ts';
import { shifted } from './model.ts';

export type ActivityMove =
  | { do: 'reschedule'; startsAt: Instant; endsAt: Instant; room: Uuid | null }
  | { do: 'postpone' }
  | { do: 'cancel' }
  /** On again at the time and in the room that it had. */
  | { do: 'reinstate' };

export type ActivityMoveProblem =
  /** Nobody was told of it yet: the schedule places it. */
  { is: 'draft' } | { is: 'held' } | { is: 'ends-before-start' } | { is: 'nothing-moves' };

/** The activity after the move. What has been held is not moved any more. */
export function moveOne(activity: Activity, move: ActivityMove, zone: string): Outcome<Activity, ActivityMoveProblem> {
  const { state } = activity;
  if (state === 'planned' || state === 'scheduled') return refused({ is: 'draft' });
  if (state === 'held') return refused({ is: 'held' });
  switch (move.do) {
    case 'postpone':
      return state === 'postponed' ? refused({ is: 'nothing-moves' }) : done({ ...activity, state: 'postponed' });
    case 'cancel':
      return state === 'cancelled' ? refused({ is: 'nothing-moves' }) : done({ ...activity, state: 'cancelled' });
    case 'reinstate':
      return state === 'cancelled' || state === 'postponed' ? done({ ...activity, state: 'published' }) : refused({ is: 'nothing-moves' });
    case 'reschedule': {
      const { startsAt, endsAt, room } = move;
      if (endsAt <= startsAt) return refused({ is: 'ends-before-start' });
      const same = startsAt === activity.startsAt && endsAt === activity.endsAt && room === activity.room && state === 'published';
      if (same) return refused({ is: 'nothing-moves' });
      const on = { ...activity, room };
      const moved = activity.startsAt
        ? shifted(on, { to: { startsAt, endsAt }, state: 'published' }, zone)
        : { ...on, startsAt, endsAt, state: 'published' as const };
      return done(moved);
    }
  }
}
