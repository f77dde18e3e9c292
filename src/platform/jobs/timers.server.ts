/**
 * Things to be done at an hour: a reminder, a notice whose validity begins. A timer is set in the transaction that gives reason for it and
 * survives every restart; what it does and its end are one transaction, so that its effects in the database happen once. One that was due
 * while nothing ran is done at the next start.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../database/schema.ts';
import { failureTold, pauseAfter, type Work } from './work.ts';

export interface Timer {
  /** Which kind of thing, as its handler is registered. */
  kind: string;
  /** Which one of its kind: setting it again replaces it. */
  key: string;
  /** ISO 8601, UTC. */
  at: string;
  payload?: unknown;
}

export interface Rung {
  tx: Transaction<DB>;
  key: string;
  payload: unknown;
  /** The hour it was set for, ISO 8601, UTC. */
  at: string;
  now: string;
}

type Handler = (rung: Rung) => Promise<void>;

const handlers = new Map<string, Handler>();

/** Registered with the listeners of the boards: one handler for each kind. */
export const onTimer = (kind: string, handler: Handler): void => void handlers.set(kind, handler);

export async function setTimer(tx: Kysely<DB>, { kind, key, at, payload = null }: Timer): Promise<void> {
  const values = {
    due_at: at,
    payload: JSON.stringify(payload),
    attempts: 0,
    retry_at: null,
    failure: null,
    given_up_at: null,
  };
  await tx
    .insertInto('timer')
    .values({ kind, key, ...values })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(values))
    .execute();
}

export async function clearTimer(tx: Kysely<DB>, kind: string, key: string): Promise<void> {
  await tx.deleteFrom('timer').where('kind', '=', kind).where('key', '=', key).execute();
}

/** About three and a half hours. */
export const TIMER_ATTEMPTS = 14;

export function ringTimers({ db, log, now }: { db: Kysely<DB>; log: { error(message: string): void }; now(): Date }): Work {
  /** Comes to whether there was one that is due. */
  const step = async (): Promise<boolean> => {
    let tried: { kind: string; key: string; attempts: number } | null = null;
    try {
      return await db.transaction().execute(async (tx) => {
        const timer = await tx
          .selectFrom('timer')
          .selectAll()
          .where('given_up_at', 'is', null)
          .where(sql<string>`coalesce(retry_at, due_at)`, '<=', now().toISOString())
          .orderBy(sql`coalesce(retry_at, due_at)`)
          .limit(1)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst();
        if (!timer) return false;
        const { kind, key, payload } = timer;
        tried = { kind, key, attempts: timer.attempts + 1 };
        const handler = handlers.get(kind);
        if (!handler) throw new Error(`nothing is done at the hour of a "${kind}"`);
        // Gone before its handler runs, which may set it again.
        await tx.deleteFrom('timer').where('kind', '=', kind).where('key', '=', key).execute();
        await handler({ tx, key, payload, at: timer.due_at, now: now().toISOString() });
        return true;
      });
    } catch (error) {
      if (!tried) throw error;
      const { kind, key, attempts } = tried as { kind: string; key: string; attempts: number };
      const givenUp = attempts >= TIMER_ATTEMPTS;
      log.error(`Timer ${kind} ${key}, attempt ${attempts}${givenUp ? ', the last' : ''}: ${failureTold(error)}`);
      await db
        .updateTable('timer')
        .set({
          attempts,
          failure: failureTold(error),
          retry_at: new Date(now().getTime() + pauseAfter(attempts)).toISOString(),
          given_up_at: givenUp ? now().toISOString() : null,
        })
        .where('kind', '=', kind)
        .where('key', '=', key)
        .execute();
      return true;
    }
  };

  return {
    name: 'timers',
    async run(stop) {
      while (!stop.aborted && (await step()));
      const { due } = await db
        .selectFrom('timer')
        .select(sql<string | null>`min(coalesce(retry_at, due_at))`.as('due'))
        .where('given_up_at', 'is', null)
        .executeTakeFirstOrThrow();
      return due === null ? null : new Date(due);
    },
  };
}
