/**
 * Codes sent by mail. A code is good for ten minutes, for one sign-in and for five tries, and only together with the secret of the browser
 * that asked for it: neither whoever reads the database nor whoever guesses digits elsewhere gets in by it.
 */
import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PageLanguage } from '#registry/text.ts';
import type { DB } from '../database/schema.ts';
import { writeMessages } from '../mail/outbox.server.ts';
import { hashOf, isSame, newSecret } from './secrets.ts';
import { identityWords } from './words.ts';

export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;

const sealed = (secret: string, code: string): Buffer => hashOf(`${secret} ${code}`);

/** Writes the mail and comes to the secret for the browser. Whether the address has an account makes no difference. */
export async function sendCode(
  db: Kysely<DB>,
  { email, language }: { email: string; language: PageLanguage },
  now: string,
): Promise<string> {
  await sweep(db, now);
  const say = identityWords(language);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const batch = await writeMessages(
    db,
    {
      edition: null,
      kind: 'sign-in-code',
      about: 'sign-in',
      title: { source: 'zh', texts: { zh: identityWords('zh')('codeBatch'), en: identityWords('en')('codeBatch') } },
      by: 'everforum',
      held: false,
      messages: [
        {
          to: { address: email, name: '' },
          language,
          subject: say('codeSubject', { code }),
          body: say('codeBody', { code, minutes: CODE_MINUTES }),
        },
      ],
    },
    now,
  );
  const secret = newSecret();
  await db
    .insertInto('sign_in_code')
    .values({
      secret_sha256: hashOf(secret),
      email,
      code_sha256: sealed(secret, code),
      batch_id: batch,
      expires_at: new Date(Date.parse(now) + CODE_MINUTES * 60_000).toISOString(),
    })
    .execute();
  return secret;
}

export type Entered = { is: 'right'; email: string } | { is: 'wrong'; left: number } | { is: 'over' };

/** Tries a code. A wrong one is counted in the transaction, which must therefore commit. */
export async function enterCode(db: Kysely<DB>, { secret, code }: { secret: string; code: string }, now: string): Promise<Entered> {
  const row = await db
    .selectFrom('sign_in_code')
    .selectAll()
    .where('secret_sha256', '=', hashOf(secret))
    .where('expires_at', '>=', now)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return { is: 'over' };
  const left = CODE_TRIES - row.attempts - 1;
  if (isSame(row.code_sha256, sealed(secret, code))) {
    await spent(db, [row]);
    return { is: 'right', email: row.email };
  }
  if (left === 0) await spent(db, [row]);
  else
    await db
      .updateTable('sign_in_code')
      .set({ attempts: row.attempts + 1 })
      .where('secret_sha256', '=', row.secret_sha256)
      .execute();
  return left === 0 ? { is: 'over' } : { is: 'wrong', left };
}

async function sweep(db: Kysely<DB>, now: string): Promise<void> {
  const over = await db.selectFrom('sign_in_code').selectAll().where('expires_at', '<', now).forUpdate().skipLocked().execute();
  if (over.length > 0) await spent(db, over);
}

/** A code that is of no more use is kept nowhere, and neither is its mail. */
async function spent(db: Kysely<DB>, rows: readonly { secret_sha256: Buffer; batch_id: string | null }[]): Promise<void> {
  const secrets = rows.map((row) => row.secret_sha256);
  await db.deleteFrom('sign_in_code').where('secret_sha256', 'in', secrets).execute();
  const batches = rows.flatMap(({ batch_id }) => batch_id ?? []);
  if (batches.length > 0) await db.deleteFrom('message_batch').where('id', 'in', batches).execute();
}
