/** Clashes that a move would bring: of the schedule as it would be, those that it has not now. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { both } from '#registry/text.ts';
import type { Break } from '#registry/rehearsals.server.ts';
import type { EditionContent } from '../content.ts';
import { blocksPublishing, openClashes } from '../schedule/clashes.ts';
import type { DeskSchedule } from '../schedule/desk-schedule.ts';
import { readDesk } from '../schedule/store.server.ts';
import { tellerOf } from '../schedule/words.ts';

export async function clashBreaks(db: Kysely<DB>, after: EditionContent): Promise<Break[]> {
  const read = await readDesk(db, after.edition.id);
  if (!read) return [];
  const moved = moveDesk(read.desk, after);
  const known = new Set(
    openClashes(read.desk)
      .all()
      .map(({ key }) => key),
  );
  const tell = { zh: tellerOf(moved, 'zh'), en: tellerOf(moved, 'en') };
  const titles = new Map(after.activities.map(({ id, title }) => [id, title]));
  return openClashes(moved)
    .all()
    .filter(({ key }) => !known.has(key))
    .map((clash) => {
      const [activity] = clash.activities;
      return {
        key: `clash ${activity} ${clash.key}`,
        kind: 'clashes',
        title: titles.get(activity!) ?? both('日程', 'The schedule'),
        why: both(tell.zh.clash(clash), tell.en.clash(clash)),
        choices: ['accept', 'postpone', 'cancel'],
        mustDecide: blocksPublishing(clash),
      } satisfies Break;
    });
}

/** The desk with the hours and states of the content. */
function moveDesk(desk: DeskSchedule, { edition, activities }: EditionContent): DeskSchedule {
  const by = new Map(activities.map((activity) => [activity.id, activity]));
  return {
    ...desk,
    edition: { ...desk.edition, startsOn: edition.startsOn, endsOn: edition.endsOn },
    activities: desk.activities.map((old) => {
      const now = by.get(old.id);
      if (!now) return old;
      const sessions = new Map(now.sessions.map((session) => [session.id, session]));
      return {
        ...old,
        state: now.state,
        startsAt: now.startsAt,
        endsAt: now.endsAt,
        sessions: old.sessions.map((session) => ({ ...session, ...times(sessions.get(session.id)) })),
      };
    }),
  };
}

const times = (session: { startsAt: string; endsAt: string } | undefined) =>
  session ? { startsAt: session.startsAt, endsAt: session.endsAt } : {};
