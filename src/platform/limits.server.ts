/**
 * How often somebody may do something, counted in the database so that all processes share the count. After a full burst one more is
 * allowed every `seconds / times`; what is refused is not counted, so that nobody is shut out for longer by trying.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { DB } from './database/schema.ts';

export interface Limit {
  /** What is done: `sign-in code to an address`. */
  what: string;
  times: number;
  seconds: number;
}

export type Limited = { is: 'too-many'; seconds: number };

/** Counts one more by `whom`; comes to `null` where it is allowed, otherwise to the seconds until it is. */
export async function spend(db: Kysely<DB>, { what, times, seconds }: Limit, whom: string, now: string): Promise<Limited | null> {
  const key = createHash('sha256').update(`${what}\n${whom}`).digest('base64url');
  const each = seconds / times;
  const counted = await sql`
    insert into rate_limit as held (key, free_at) values (${key}, ${now}::timestamptz + make_interval(secs => ${each}))
    on conflict (key) do update set free_at = greatest(held.free_at, ${now}::timestamptz) + make_interval(secs => ${each})
      where greatest(held.free_at, ${now}::timestamptz) + make_interval(secs => ${each})
        <= ${now}::timestamptz + make_interval(secs => ${seconds})
    returning key`.execute(db);
  if (counted.rows.length > 0) return null;
  const { free_at } = await db.selectFrom('rate_limit').select('free_at').where('key', '=', key).executeTakeFirstOrThrow();
  return { is: 'too-many', seconds: Math.max(1, Math.ceil((Date.parse(free_at) - Date.parse(now)) / 1000 + each - seconds)) };
}

/** Takes away what nobody is limited by any more. */
export async function forgetSpent(db: Kysely<DB>, now: string): Promise<void> {
  await db.deleteFrom('rate_limit').where('free_at', '<', now).execute();
}
