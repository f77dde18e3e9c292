/** A team asks the office, or the office a team; either answers. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import type { DB } from '#platform/database/schema.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { address, hostedAt, hostedSubject, tellChanged } from '../hosted.server.ts';

const nameOf = async (db: Kysely<DB>, actor: Actor): Promise<string> =>
  (actor.account && (await db.selectFrom('account').select('name').where('id', '=', actor.account).executeTakeFirst())?.name) || actor.name;

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

export const answerQuestion = verb({
  name: 'activity.answer',
  input: z.object({ ...address, id: z.uuid(), answer: z.string().trim().min(1).max(2000) }),
  permission: 'do task',
  subject: hostedSubject,
  async run({ tx, input, actor, now, note }) {
    const activity = (await hostedAt(tx, input))!;
    const answered = await tx
      .updateTable('activity_question')
      .set({ answer: input.answer, answered_by: actor.name, answered_name: await nameOf(tx, actor), answered_at: now })
      .where('id', '=', input.id)
      .where('activity_id', '=', activity.id)
      .where('answer', 'is', null)
      .returning('question')
      .executeTakeFirst();
    if (!answered) return refused({ is: 'answered-already' as const });
    note({ subject: `activity ${activity.id}`, before: { question: answered.question }, after: { answer: input.answer } });
    await tellChanged(tx, activity.id, 'questions', actor.name);
    return done({});
  },
});
