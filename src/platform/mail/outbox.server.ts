/**
 * Messages are written in the transaction that gives reason for them, so that nobody is told of what did not happen. `held` ones wait for a
 * person's eye in the edition's outbox; `queued` ones go out. `letter` in `letter.ts` sets a body so that all mails look alike.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.ts';
import { nameIn, type Localised, type PageLanguage } from '#registry/text.ts';

export interface Written {
  to: { address: string; name: string; account?: string | null };
  language: PageLanguage;
  subject: string;
  /** Plain text. `{site}` stands for the address of the site (`{site}/en/2027`), put in by `withSite` when it is shown or sent. */
  body: string;
  attachments?: { name: string; type: string; text: string }[];
}

export interface Batch {
  /** Id of the edition; `null` for what belongs to none, such as a code to sign in. */
  edition: string | null;
  /** `invitation`, `nudge`, `programme-change` … */
  kind: string;
  /** What it is about, as the audit trail names it: `edition 2022`, `activity 5f…`. */
  about: string;
  title: Localised;
  by: string;
  /** Waits until somebody has read and released it. */
  held: boolean;
  /** Not before this moment; by default at once. */
  dueAt?: string;
  messages: readonly Written[];
}

/** A verb knows no addresses: whoever shows or sends a message, its attachments included, puts the site's in. */
export const withSite = (text: string, publicUrl: string): string => text.replaceAll('{site}', publicUrl);

/** Comes to the id of the batch, or `null` where there was nobody to write to. */
export async function writeMessages(db: Kysely<DB>, batch: Batch, now: string): Promise<string | null> {
  if (batch.messages.length === 0) return null;
  const id = randomUUID();
  await db
    .insertInto('message_batch')
    .values({
      id,
      edition_id: batch.edition,
      kind: batch.kind,
      about: batch.about,
      title: JSON.stringify(batch.title),
      written_by: batch.by,
      written_at: now,
    })
    .execute();
  for (let at = 0; at < batch.messages.length; at += 500) {
    await db
      .insertInto('message')
      .values(
        batch.messages.slice(at, at + 500).map((message) => ({
          id: randomUUID(),
          batch_id: id,
          account_id: message.to.account ?? null,
          to_address: message.to.address.toLowerCase(),
          to_name: nameIn(message.to.name, message.language),
          language: message.language,
          subject: message.subject.replace(/\s+/g, ' ').slice(0, 400),
          body: message.body,
          attachments: JSON.stringify(message.attachments ?? []),
          state: batch.held ? 'held' : 'queued',
          due_at: batch.dueAt ?? now,
        })),
      )
      .execute();
  }
  return id;
}
