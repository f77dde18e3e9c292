/** A team asks the office, or the office a team; the other side answers. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import type { DB } from '#platform/database/schema.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { grantFor } from '#platform/permissions.ts';
import { address, hostedAt, hostedSubject, tellChanged } from '../hosted.server.ts';
import type { Side } from './store.server.ts';

const nameOf = async (db: Kysely<DB>, actor: Actor): Promise<string> =>
  (actor.account && (await db.selectFrom('account').select('name').where('id', '=', actor.account).executeTakeFirst())?.name) || actor.name;

/** Whoever sets tasks is on the office's side. */
const sideOf = async (db: Kysely<DB>, actor: Actor, input: { edition: string; activity: string }): Promise<Side> =>
  grantFor(actor.grants, 'set task', (await hostedSubject(db, input))!) ? 'office' : 'team';

export const askQuestion = verb({
  name: 'activity.ask',
  input: z.object({ ...address, question: z.string().trim().min(1).max(2000) }),
  permission: 'do task',
  subject: hostedSubject,
  async run({ tx, input, actor, now, note }) {
    const activity = (await hostedAt(tx, input))!;
    const id = randomUUID();
    await tx
      .insertInto('activity_question')
      .values({
        id,
        activity_id: activity.id,
        question: input.question,
        asked_side: await sideOf(tx, actor, input),
        asked_by: actor.name,
        asked_name: await nameOf(tx, actor),
        asked_at: now,
      })
      .execute();
    note({ subject: `activity ${activity.id}`, after: { question: input.question } });
    await tellChanged(tx, activity.id, 'questions', actor.name);
    return done({ id });
  },
});

export type AnswerProblem =
  | { is: 'answered-already' }
  /** Whoever asked, and their side, wait for the other one. */
  | { is: 'own-question' };

export const answerQuestion = verb({
  name: 'activity.answer',
  input: z.object({ ...address, id: z.uuid(), answer: z.string().trim().min(1).max(2000) }),
  permission: 'do task',
  subject: hostedSubject,
  async run({ tx, input, actor, now, note }) {
    const activity = (await hostedAt(tx, input))!;
    const asked = await tx
      .selectFrom('activity_question')
      .select('asked_side')
      .where('id', '=', input.id)
      .where('activity_id', '=', activity.id)
      .executeTakeFirst();
    if (asked?.asked_side === (await sideOf(tx, actor, input))) return refused<AnswerProblem>({ is: 'own-question' });
    const answered = await tx
      .updateTable('activity_question')
      .set({ answer: input.answer, answered_by: actor.name, answered_name: await nameOf(tx, actor), answered_at: now })
      .where('id', '=', input.id)
      .where('activity_id', '=', activity.id)
      .where('answer', 'is', null)
      .returning('question')
      .executeTakeFirst();
    if (!answered) return refused<AnswerProblem>({ is: 'answered-already' });
    note({ subject: `activity ${activity.id}`, before: { question: answered.question }, after: { answer: input.answer } });
    await tellChanged(tx, activity.id, 'questions', actor.name);
    return done({});
  },
});
