/** What tests of signing in share. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { nobody } from '../actor.ts';
import type { DB } from '../database/schema.ts';
import { askForCode, enterCode } from './sign-in/actions.server.ts';

export const CLIENT = { client: '203.0.113.9' };

/** The code in the newest mail to an address. */
export async function codeSentTo(db: Kysely<DB>, address: string): Promise<string> {
  const { rows } = await sql<{ body: string }>`
    select m.body from message m join message_batch b on b.id = m.batch_id
    where m.to_address = ${address} and b.kind = 'sign-in-code' order by b.written_at desc limit 1`.execute(db);
  return rows[0]?.body.match(/\d{6}/)?.[0] ?? '';
}

export async function askedFor(db: Kysely<DB>, email: string, now: Date): Promise<string> {
  const outcome = await askForCode({ db, actor: nobody, now }, { email, language: 'en', ...CLIENT });
  if (!outcome.ok) throw new Error(outcome.problem.is);
  return outcome.value.secret;
}

/** What entering a code comes to, `is` of the value or of the problem. */
export async function entered(db: Kysely<DB>, given: { secret: string; code: string; replaces?: string }, now: Date): Promise<string> {
  const outcome = await enterCode({ db, actor: nobody, now }, { language: 'en', ...CLIENT, ...given });
  return outcome.ok ? outcome.value.is : outcome.problem.is;
}
