/** The outbox as it is read: batches, their messages, one message as it will arrive. Whoever sees no whole edition sees what they wrote. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import type { DB } from '#platform/database/schema.ts';
import { sharedText } from '#platform/mail/letter.ts';
import { grantFor, roleMay } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { editionSubject, reachingInto } from '#registry/subjects.server.ts';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import { MESSAGE_STATES, withoutKeys } from './model.ts';
import { batchesOf, batchOf, heldTexts, messageOf, messagesOf } from './store.server.ts';

export const BATCHES_SHOWN = 40;
export const MESSAGES_SHOWN = 100;

const slug = z.string();
const state = z.enum(MESSAGE_STATES).nullable().catch(null).default(null);
const q = z.string().trim().max(200).catch('').default('');
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1);

/** The edition, whether all of its outbox is read, or only what the actor wrote; `null`: none of it. */
async function reach(db: Kysely<DB>, actor: Actor, edition: string) {
  const subject = await editionSubject(db, { edition });
  if (!subject) return null;
  const grants = await reachingInto(db, actor.grants, { id: subject.edition, series: subject.series! });
  if (!grants.some(({ role }) => roleMay(role, 'read message'))) return null;
  return { id: subject.edition, subject, writtenBy: grantFor(actor.grants, 'read message', subject) ? null : actor.name };
}

async function batchIn(db: Kysely<DB>, actor: Actor, { edition, batch }: { edition: string; batch: string }) {
  const at = await reach(db, actor, edition);
  const found = at && (await batchOf(db, at.id, batch));
  return found && (at.writtenBy === null || found.by === at.writtenBy) ? { at, batch: found } : null;
}

export const outbox = view({
  name: 'messages',
  input: z.object({ edition: slug, q, state, page }),
  permission: 'read message',
  subject: 'own',
  async run({ db, input, actor }) {
    const at = await reach(db, actor, input.edition);
    if (!at) return null;
    const { batches, total } = await batchesOf(db, {
      edition: at.id,
      writtenBy: at.writtenBy,
      q: input.q,
      state: input.state,
      limit: BATCHES_SHOWN,
      offset: (input.page - 1) * BATCHES_SHOWN,
    });
    return { batches, total, query: { q: input.q, state: input.state, page: input.page } };
  },
});

export const batch = view({
  name: 'messages.batch',
  input: z.object({ edition: slug, batch: z.uuid(), q, state, page }),
  permission: 'read message',
  subject: 'own',
  async run({ db, input, actor, may }) {
    const found = await batchIn(db, actor, input);
    if (!found) return null;
    const { messages, total } = await messagesOf(db, {
      batch: input.batch,
      q: input.q,
      state: input.state,
      limit: MESSAGES_SHOWN,
      offset: (input.page - 1) * MESSAGES_SHOWN,
    });
    const shared = [];
    for (const language of PAGE_LANGUAGES) {
      const held = await heldTexts(db, input.batch, language).execute();
      const text = sharedText(held);
      if (text) shared.push({ language, count: held.length, ...text });
    }
    return {
      batch: found.batch,
      messages,
      total,
      shared,
      query: { q: input.q, state: input.state, page: input.page },
      may: { release: may('release message', found.at.subject), write: may('write message', found.at.subject) },
    };
  },
});

/** Everybody in a batch, for a file of who was told. */
export const toldOf = view({
  name: 'messages.told',
  input: z.object({ edition: slug, batch: z.uuid() }),
  permission: 'read message',
  subject: 'own',
  async run({ db, input, actor }) {
    const found = await batchIn(db, actor, input);
    if (!found) return null;
    return { batch: found.batch, ...(await messagesOf(db, { batch: input.batch, q: '', state: null, limit: null, offset: 0 })) };
  },
});

export const message = view({
  name: 'messages.message',
  input: z.object({ edition: slug, batch: z.uuid(), message: z.uuid() }),
  permission: 'read message',
  subject: 'own',
  async run({ db, input, actor, may }) {
    const found = await batchIn(db, actor, input);
    const read = found && (await messageOf(db, input.batch, input.message));
    if (!found || !read) return null;
    return {
      batch: found.batch,
      message: { ...read, body: withoutKeys(read.body) },
      may: { release: may('release message', found.at.subject), write: may('write message', found.at.subject) },
    };
  },
});
