/** What a move of one activity would come to, without anything being changed. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import type { Break } from '#registry/rehearsals.server.ts';
import type { Localised } from '#registry/text.ts';
import type { Activity, EditionContent } from '../content.ts';
import { indexOf } from '../index-of.ts';
import { blocksPlacing } from '../schedule/clashes.ts';
import { type ActivityMove, type ActivityMoveProblem, moveOne } from './activity.ts';
import { clashBreaks } from './clash-breaks.server.ts';
import { confirmedBreaks } from './confirmed.server.ts';
import { roomsTaken, type Taken } from './store.server.ts';

export interface ActivityRehearsal {
  moved: Activity;
  after: EditionContent;
  /** Rooms that others have then: the database would refuse it. */
  taken: Taken[];
  /** New clashes that the office has set to block placing. */
  blocked: Localised[];
  breaks: Break[];
}

export async function rehearseActivity(
  db: Kysely<DB>,
  content: EditionContent,
  activity: Activity,
  move: ActivityMove,
): Promise<Outcome<ActivityRehearsal, ActivityMoveProblem>> {
  const outcome = moveOne(activity, move, { zone: indexOf(content).zoneOf(activity), edition: content.edition });
  if (!outcome.ok) return outcome;
  const moved = outcome.value;
  const after = { ...content, activities: content.activities.map((one) => (one.id === moved.id ? moved : one)) };
  if (move.do === 'postpone' || move.do === 'cancel') return done({ moved, after, taken: [], blocked: [], breaks: [] });
  const { id, room, startsAt, endsAt, sharesRoom } = moved;
  const taken = room && startsAt && endsAt && !sharesRoom ? await roomsTaken(db, [{ activity: id, room, startsAt, endsAt }], [id]) : [];
  // A room booked twice is told by whom; that it also stands among the rules says nothing more.
  const clashes = (await clashBreaks(db, { before: content, after, shift: null, choices: ['accept'] })).filter(
    ({ clash }) => clash.rule !== 'room',
  );
  const another = startsAt !== activity.startsAt || endsAt !== activity.endsAt;
  return done({
    moved,
    after,
    taken,
    blocked: clashes.filter(({ clash }) => blocksPlacing(clash)).map(({ is }) => is.why),
    breaks: [
      ...clashes.filter(({ clash }) => !blocksPlacing(clash)).map(({ is }) => is),
      ...(another ? await confirmedBreaks(db, { edition: content.edition.id, activity: id }) : []),
    ],
  });
}
