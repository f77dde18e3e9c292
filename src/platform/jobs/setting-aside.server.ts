/** What was set aside after its last attempt: events and things to be done at an hour. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '../database/schema.ts';

export interface SetAside {
  /** `event programme-published 512`, `timer notice-begins 2027-3`. */
  what: string;
  /** Since when, ISO 8601, UTC. */
  since: string;
  failure: string;
}

export async function listSetAside(db: Kysely<DB>): Promise<SetAside[]> {
  const { rows } = await sql<SetAside>`
    select 'event ' || type || ' ' || id as what, given_up_at as since, failure from outbox_event where given_up_at is not null
    union all select 'timer ' || kind || ' ' || key, given_up_at, failure from timer where given_up_at is not null
    order by since, what`.execute(db);
  return rows;
}

/** Takes everything up again, as if it had never been tried; comes to how many. */
export async function takeUpAgain(db: Kysely<DB>): Promise<number> {
  const fresh = { attempts: 0, retry_at: null, given_up_at: null };
  return db.transaction().execute(async (tx) => {
    const events = await tx.updateTable('outbox_event').set(fresh).where('given_up_at', 'is not', null).executeTakeFirst();
    const timers = await tx.updateTable('timer').set(fresh).where('given_up_at', 'is not', null).executeTakeFirst();
    for (const work of ['events', 'timers']) await sql`select pg_notify('jobs', ${work})`.execute(tx);
    return Number(events.numUpdatedRows + timers.numUpdatedRows);
  });
}
