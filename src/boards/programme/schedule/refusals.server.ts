/** What keeps activities from being placed where they were just written: asked by every verb that places, in its transaction. */
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Uuid } from '../content.ts';
import { blocksPlacing, type Clash, openClashes } from './clashes.ts';
import { CLASH_RULES, type DeskActivity, RULES_OF_ONE } from './desk-schedule.ts';
import type { Placed } from './placing/model.ts';
import { levelsOf, readDesk } from './store.server.ts';

/**
 * The clashes that block placing, of the activities changed, as the rows stand now; those that stood there before are left out, so that a
 * step towards better is never refused. Rooms are the database's own affair.
 */
export async function refusals(tx: Transaction<DB>, edition: Uuid, changes: readonly { before: Placed }[]): Promise<Clash[]> {
  const levels = await levelsOf(tx, edition);
  const rules = CLASH_RULES.filter((rule) => rule !== 'room' && levels[rule] === 'blocks-placing');
  if (rules.length === 0) return [];
  const ids = changes.map(({ before }) => before.id);
  const read = await readDesk(tx, edition, rules.every((rule) => RULES_OF_ONE.has(rule)) ? ids : null);
  if (!read) return [];
  const { desk } = read;
  const blocking = (activities: DeskActivity[]) => {
    const index = openClashes({ ...desk, activities });
    return new Map(ids.flatMap((id) => index.of(id).filter(blocksPlacing)).map((clash) => [clash.key, clash]));
  };
  const now = blocking(desk.activities);
  if (now.size === 0) return [];
  const were = new Map(changes.map(({ before }) => [before.id, before]));
  const before = blocking(desk.activities.map((activity) => asItWas(activity, were.get(activity.id))));
  return [...now.values()].filter(({ key, rule }) => rule !== 'room' && !before.has(key));
}

function asItWas(activity: DeskActivity, was: Placed | undefined): DeskActivity {
  if (!was) return activity;
  const sessions = new Map(was.sessions.map((session) => [session.id, session]));
  return {
    ...activity,
    room: was.room,
    startsAt: was.hours?.startsAt ?? null,
    endsAt: was.hours?.endsAt ?? null,
    sessions: activity.sessions.map((session) => ({ ...session, ...sessions.get(session.id) })),
  };
}
