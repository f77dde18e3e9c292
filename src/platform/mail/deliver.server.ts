/**
 * Delivers queued messages that are due. A message is locked while the mail server takes it, so that no two processes send it; it is marked
 * in the same transaction. Only a process that dies between the server's acceptance and the mark leaves a message to be sent again, and then
 * under the same Message-ID, by which mailboxes know it for the same.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import nodemailer, { type SMTPPoolOptions } from 'nodemailer';
import type { DB } from '../database/schema.ts';
import { failureTold, pauseAfter, type Work } from '../jobs/work.ts';
import type { Settings } from '../settings.ts';
import { mailOf, type StoredMessage } from './mail-of.ts';

/** After about eleven hours of being put off, a message has failed. */
export const MAIL_ATTEMPTS = 20;
/** Messages under way at once. */
const LANES = 2;

interface DeliverOptions {
  db: Kysely<DB>;
  settings: Pick<Settings, 'mode' | 'smtpUrl' | 'mailFrom' | 'publicUrl'>;
  log: { warn(message: string): void };
  now(): Date;
}

/** What the mail server's refusal is about: this message for ever, this message for now, or the server itself. */
export type Refusal = 'for-ever' | 'for-now' | 'server';

export function refusalOf(error: unknown): Refusal {
  const { code, responseCode = 0, command = '' } = error as { code?: string; responseCode?: number; command?: string };
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'server';
  if (command === 'MAIL FROM' || responseCode === 421) return 'server';
  return responseCode >= 400 && responseCode < 500 ? 'for-now' : 'for-ever';
}

export function deliverMail({ db, settings, log, now }: DeliverOptions): Work & { close(): void } {
  const { smtpUrl, mode } = settings;
  const transport = smtpUrl
    ? nodemailer.createTransport({
        url: smtpUrl,
        pool: true,
        maxConnections: LANES,
        connectionTimeout: 15_000,
        greetingTimeout: 15_000,
        socketTimeout: 60_000,
      } satisfies SMTPPoolOptions & { pool: true })
    : null;

  const due = (tx: Transaction<DB>): Promise<StoredMessage | undefined> =>
    tx
      .selectFrom('message')
      .select(['id', 'to_address', 'to_name', 'language', 'subject', 'body', 'attachments', 'attempts'])
      .where('state', '=', 'queued')
      .where(sql<string>`coalesce(retry_at, due_at)`, '<=', now().toISOString())
      .orderBy(sql`coalesce(retry_at, due_at)`)
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst() as Promise<StoredMessage | undefined>;

  /** Comes to whether there was one to send. Throws, leaving the message as it was, where the server takes none at all. */
  const step = (send: NonNullable<typeof transport>): Promise<boolean> =>
    db
      .transaction()
      .execute(async (tx) => {
        const message = await due(tx);
        if (!message) return false;
        const attempts = message.attempts + 1;
        const change = await send.sendMail(mailOf(message, settings, now())).then(
          () => ({ state: 'sent', sent_at: now().toISOString(), failure: null, retry_at: null }),
          (error: unknown) => {
            const refusal = refusalOf(error);
            if (refusal === 'server') throw new ServerAway(message.id, error);
            log.warn(`Message ${message.id}, attempt ${attempts}: ${failureTold(error)}`);
            return refusal === 'for-now' && attempts < MAIL_ATTEMPTS
              ? { failure: failureTold(error), retry_at: new Date(now().getTime() + pauseAfter(attempts)).toISOString() }
              : { state: 'failed', failure: failureTold(error), retry_at: null };
          },
        );
        await tx
          .updateTable('message')
          .set({ ...change, attempts })
          .where('id', '=', message.id)
          .execute();
        return true;
      })
      .catch(async (error: unknown) => {
        // Shown beside the message; it is no attempt of its own.
        if (error instanceof ServerAway) {
          const failure = failureTold(error.cause);
          await db.updateTable('message').set({ failure }).where('id', '=', error.message).where('state', '=', 'queued').execute();
          throw error.cause;
        }
        throw error;
      });

  return {
    name: 'mail',
    async run(stop) {
      // In production they wait until there is a mail server; the outbox and `everforum doctor` say so.
      if (!transport && mode === 'production') return null;
      if (!transport) await keepDue(db, now());
      else {
        const lane = async () => {
          while (!stop.aborted && (await step(transport)));
        };
        const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
        for (const end of ends) if (end.status === 'rejected') throw end.reason;
      }
      const { next } = await db
        .selectFrom('message')
        .select(sql<string | null>`min(coalesce(retry_at, due_at))`.as('next'))
        .where('state', '=', 'queued')
        .executeTakeFirstOrThrow();
      return next === null ? null : new Date(next);
    },
    close: () => transport?.close(),
  };
}

/** A demonstration without a mail server: what is due would have gone. */
async function keepDue(db: Kysely<DB>, now: Date): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: 'kept', sent_at: now.toISOString(), failure: null })
    .where('state', '=', 'queued')
    .where('due_at', '<=', now.toISOString())
    .execute();
}

class ServerAway extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}
