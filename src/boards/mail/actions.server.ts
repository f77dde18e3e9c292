/** What people do with messages that wait: read, they are let go or not. */
import { z } from 'zod';
import { joinLetter, sharedText, splitLetter } from '#platform/mail/letter.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import type { Deed } from './model.ts';
import { batchSubject, decide, heldTexts } from './store.server.ts';

const chosen = z.object({
  batch: z.uuid(),
  /** All of the batch where it is left out. */
  messages: z.array(z.uuid()).max(5000).optional(),
});

const deciding = (deed: Deed) =>
  verb({
    name: `message.${deed}`,
    input: chosen,
    permission: 'release message',
    subject: batchSubject,
    async run({ tx, input: { batch, messages = null }, actor, now, note }) {
      const before = await decide(tx, { batch, messages, deed, by: actor.name, now });
      const count = Object.values(before).reduce((sum, one) => sum + one, 0);
      if (count === 0) return refused({ is: 'nothing-to-do' as const });
      note({ subject: `messages ${batch}`, before, after: { [deed]: count } });
      return done({ count });
    },
  });

/** Held messages go out. */
export const releaseMessages = deciding('release');
/** Messages that have not gone do not go. */
export const discardMessages = deciding('discard');
/** What could not be delivered is tried anew. */
export const retryMessages = deciding('retry');

/** Forms send line ends of their own; a header has none. */
const text = z.string().transform((value) => value.replace(/\r\n?/g, '\n'));
const subject = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .refine((value) => !/[\r\n]/.test(value));
const body = text.refine((value) => value.trim() !== '').refine((value) => value.length <= 100_000);
/** The text as it was when somebody began to change it. */
const was = z.object({ subject: z.string(), body: text });

const same = (a: { subject: string; body: string }, b: { subject: string; body: string }) =>
  a.subject === b.subject && a.body.trim() === b.body.trim();

export type EditProblem = { is: 'not-found' } | { is: 'not-held' } | { is: 'stale' };

/** Changes one held message. */
export const editMessage = verb({
  name: 'message.edit',
  input: z.object({ batch: z.uuid(), message: z.uuid(), subject, body, was }),
  permission: 'write message',
  subject: batchSubject,
  async run({ tx, input, note }) {
    const found = await tx
      .selectFrom('message')
      .select(['subject', 'body', 'state'])
      .where('id', '=', input.message)
      .where('batch_id', '=', input.batch)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return refused<EditProblem>({ is: 'not-found' });
    if (found.state !== 'held') return refused<EditProblem>({ is: 'not-held' });
    if (!same(found, input.was)) return refused<EditProblem>({ is: 'stale' });
    const change = { subject: input.subject, body: `${input.body.trimEnd()}\n` };
    await tx.updateTable('message').set(change).where('id', '=', input.message).execute();
    note({ subject: `message ${input.message}`, before: { subject: found.subject, body: found.body }, after: change });
    return done({ count: 1 });
  },
});

/** Changes what all held messages of a batch in one language share; their greetings stay. */
export const editBatch = verb({
  name: 'message.edit-all',
  input: z.object({ batch: z.uuid(), language: z.enum(['zh', 'en']), subject, body, was }),
  permission: 'write message',
  subject: batchSubject,
  async run({ tx, input, note }) {
    const held = await heldTexts(tx, input.batch, input.language).forUpdate().execute();
    const shared = sharedText(held);
    if (held.length === 0) return refused<EditProblem>({ is: 'not-held' });
    if (!shared || !same(shared, input.was)) return refused<EditProblem>({ is: 'stale' });
    const change = { subject: input.subject, body: `${input.body.trimEnd()}\n` };
    for (const message of held)
      await tx
        .updateTable('message')
        .set({ subject: change.subject, body: joinLetter(splitLetter(message.body).greeting, change.body) })
        .where('id', '=', message.id)
        .execute();
    note({
      subject: `messages ${input.batch}`,
      before: { language: input.language, ...shared },
      after: { messages: held.length, ...change },
    });
    return done({ count: held.length });
  },
});
