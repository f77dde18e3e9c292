/**
 * Who is signed in. A browser holds a random token in a cookie that no script reads; the database holds its hash, so that a copy of the
 * database signs nobody in. Ended sign-ins stay for their owner to see.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Actor } from '../actor.ts';
import type { DB } from '../database/schema.ts';
import { type Account, accountById, actorOf } from './accounts.server.ts';

export const SIGN_IN_COOKIE = 'everforum';
/** A sign-in ends after this many days without use. */
export const SIGN_IN_DAYS = 30;
/** `seen_at` is written at most this often. */
const SEEN_MINUTES = 10;

export type SignInMethod = 'code' | 'passkey' | 'openid' | 'persona';

export interface SignedIn {
  signIn: string;
  account: Account;
  actor: Actor;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const plusDays = (now: Date, days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();

/** Signs an account in; the token goes into the cookie and nowhere else. */
export async function startSignIn(
  db: Kysely<DB>,
  { account, method, userAgent }: { account: string; method: SignInMethod; userAgent: string | null },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('sign_in')
    .values({
      id: randomUUID(),
      account_id: account,
      token_sha256: hashOf(token),
      method,
      user_agent: userAgent?.slice(0, 400) ?? null,
      created_at: now.toISOString(),
      seen_at: now.toISOString(),
      expires_at: plusDays(now, SIGN_IN_DAYS),
    })
    .execute();
  return token;
}

/** Who holds this token; `null` where it was never given, has ended or is too old. */
export async function signedInBy(db: Kysely<DB>, token: string | undefined, now: Date): Promise<SignedIn | null> {
  if (!token || token.length > 100) return null;
  const row = await db
    .selectFrom('sign_in')
    .select(['id', 'account_id', 'seen_at'])
    .where('token_sha256', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  if (!row) return null;
  const account = await accountById(db, row.account_id);
  if (!account) return null;
  if (now.getTime() - Date.parse(row.seen_at) > SEEN_MINUTES * 60_000) {
    await db
      .updateTable('sign_in')
      .set({ seen_at: now.toISOString(), expires_at: plusDays(now, SIGN_IN_DAYS) })
      .where('id', '=', row.id)
      .execute();
  }
  return { signIn: row.id, account, actor: await actorOf(db, account) };
}

/** Ends a sign-in of this account; its next request is a stranger's. */
export async function endSignIn(db: Kysely<DB>, { signIn, account }: { signIn: string; account: string }, now: Date): Promise<void> {
  await db
    .updateTable('sign_in')
    .set({ ended_at: now.toISOString() })
    .where('id', '=', signIn)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
}
