/**
 * Who is signed in. A browser holds a random token in a cookie that no script reads; the database holds its hash, so that a copy of the
 * database signs nobody in. Ended sign-ins stay for their owner to see.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Actor } from '../actor.ts';
import type { DB } from '../database/schema.ts';
import { type Account, accountById, actorOf } from './accounts.server.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Over TLS by a name that browsers keep to this host and to secure connections (RFC 6265bis, 4.1.3.2). */
export const signInCookie = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-everforum' : 'everforum');
/** A sign-in ends after this many days without use. */
export const SIGN_IN_DAYS = 30;
/** `seen_at` is written at most this often. */
const SEEN_MINUTES = 10;

export type SignInMethod = 'code' | 'passkey' | 'openid' | 'persona';

export interface SignedIn {
  signIn: string;
  method: SignInMethod;
  account: Account;
  actor: Actor;
}

const plusDays = (now: Date, days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();

/**
 * Signs an account in; the token goes into the cookie and nowhere else. It is always a new one, and the sign-in that this browser had
 * before is ended: a token that somebody else put there is worth nothing.
 */
export async function startSignIn(
  db: Kysely<DB>,
  { account, method, userAgent, replaces }: { account: string; method: SignInMethod; userAgent: string | null; replaces?: string | null },
  now: Date,
): Promise<string> {
  if (replaces) {
    await db.updateTable('sign_in').set({ ended_at: now.toISOString() }).where('id', '=', replaces).where('ended_at', 'is', null).execute();
  }
  const token = newSecret();
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
    .select(['id', 'account_id', 'seen_at', 'method'])
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
  return { signIn: row.id, method: row.method as SignInMethod, account, actor: await actorOf(db, account) };
}
