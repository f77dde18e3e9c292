/** What a way in remembers between its two halves. Each is good once and for some minutes, and for whoever holds its secret. */
import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.ts';
import { hashOf, newSecret } from './secrets.ts';

const MINUTES = 10;
type Kind = 'passkey' | 'new-passkey' | 'openid';

/** Comes to the secret that takes it out again. */
export async function keepChallenge(
  db: Kysely<DB>,
  { kind, account = null, detail }: { kind: Kind; account?: string | null; detail: unknown },
  now: string,
): Promise<string> {
  const secret = newSecret();
  await db.deleteFrom('sign_in_challenge').where('expires_at', '<', now).execute();
  await db
    .insertInto('sign_in_challenge')
    .values({
      secret_sha256: hashOf(secret),
      kind,
      account_id: account,
      detail: JSON.stringify(detail),
      expires_at: new Date(Date.parse(now) + MINUTES * 60_000).toISOString(),
    })
    .execute();
  return secret;
}

/** What was kept under the secret, for the same kind and account; `null` where it is over, taken or somebody else's. */
export async function takeChallenge<Detail>(
  db: Kysely<DB>,
  { kind, account = null, secret }: { kind: Kind; account?: string | null; secret: string },
  now: string,
): Promise<Detail | null> {
  const row = await db
    .deleteFrom('sign_in_challenge')
    .where('secret_sha256', '=', hashOf(secret))
    .where('kind', '=', kind)
    .where('account_id', account === null ? 'is' : '=', account)
    .where('expires_at', '>=', now)
    .returning('detail')
    .executeTakeFirst();
  return row ? (row.detail as Detail) : null;
}
