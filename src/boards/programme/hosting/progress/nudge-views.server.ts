import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import type { Subject } from '#platform/permissions.ts';
import type { Written } from '#platform/mail/outbox.server.ts';
import { view } from '#platform/view.server.ts';
import type { PageLanguage, Localised } from '#registry/text.ts';
import type { Board, Uuid } from '../../content.ts';
import { isOpen, todosOf } from '../tasks/model.ts';
import { readTasks } from '../tasks/store.server.ts';
import { nudgeMail } from './nudge.ts';
import { readProgress } from './store.server.ts';
import { teamsOf } from './teams.server.ts';

export const nudgeInput = {
  edition: z.string(),
  activities: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(z.uuid()).max(500).default([]),
  ),
  zh: z.string().trim().max(2000).default(''),
  en: z.string().trim().max(2000).default(''),
};

/** The edition; its board too where all of the activities are of one, so that its manager may. */
export async function nudgeSubject(db: Kysely<DB>, input: { edition: string; activities: string[] }): Promise<Subject | null> {
  const edition = await db.selectFrom('edition').select(['id', 'series_id']).where('slug', '=', input.edition).executeTakeFirst();
  if (!edition) return null;
  const boards =
    input.activities.length === 0
      ? []
      : await db.selectFrom('activity').select('board').distinct().where('id', 'in', input.activities).execute();
  return { series: edition.series_id, edition: edition.id, ...(boards.length === 1 ? { board: boards[0]!.board } : {}) };
}

export interface NudgeDraft {
  activity: { id: Uuid; slug: string; title: Localised; board: Board; openTasks: number };
  messages: Written[];
}

/** One mail for each of a team, of each activity that has something open. */
export async function draftNudges(
  db: Kysely<DB>,
  input: { edition: string; activities: string[]; zh: string; en: string },
  now: string,
): Promise<NudgeDraft[]> {
  const edition = await db
    .selectFrom('edition')
    .select(['id', 'time_zone', 'slug'])
    .where('slug', '=', input.edition)
    .executeTakeFirstOrThrow();
  const [tasks, all, team] = await Promise.all([readTasks(db, edition.id), readProgress(db, edition.id), teamsOf(db, input.activities)]);
  return all
    .filter(({ id }) => input.activities.includes(id))
    .map((activity) => {
      const todos = todosOf(tasks, activity, now);
      const messages = team
        .filter((member) => member.activity === activity.id)
        .map(({ account, name, email, language }): Written => {
          const mail = nudgeMail(
            { activity, edition: edition.slug, name, todos, zone: edition.time_zone, words: input[language] },
            language as PageLanguage,
          );
          return { to: { address: email, name, account }, language, ...mail };
        });
      const { id, slug, title, board } = activity;
      const openTasks = todos.filter(isOpen).length;
      return { activity: { id, slug, title, board, openTasks }, messages: openTasks > 0 ? messages : [] };
    });
}

/** The mails as they would be written, before anybody writes them. */
export const nudgePreview = view({
  name: 'nudge.preview',
  input: z.object(nudgeInput),
  permission: 'write message',
  subject: nudgeSubject,
  run: async ({ db, input, now }) => ({ drafts: await draftNudges(db, input, now), zh: input.zh, en: input.en }),
});
