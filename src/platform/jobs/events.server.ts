/**
 * Carries domain events on to whoever listens afterwards: events of one kind in their order, each at least once, all its listeners in one
 * transaction. Order means: what was written after another had been committed comes after it. An event that fails holds up its kind for
 * growing pauses; after the last attempt it is set aside, told by `everforum doctor`, and the next goes on.
 */
import { type Kysely, sql } from 'kysely';
import { program } from '../actor.ts';
import type { DB } from '../database/schema.ts';
import { listenersAfterwards } from '../events.server.ts';
import { failureTold, pauseAfter, type Work } from './work.ts';

interface RelayOptions {
  db: Kysely<DB>;
  log: { error(message: string): void };
  now(): Date;
}

/** About three and a half hours. */
export const EVENT_ATTEMPTS = 14;
/** Another process carries this kind on; should it die, this one takes over. */
const ELSEWHERE = 5000;

type Step = { is: 'done' } | { is: 'empty' } | { is: 'wait'; until: Date };

export function relayEvents({ db, log, now }: RelayOptions): Work {
  /** Carries on the oldest open event of a kind. Two processes never work on one kind at once. */
  const step = async (type: string): Promise<Step> => {
    let tried: { id: number; attempts: number } | null = null;
    try {
      return await db.transaction().execute(async (tx): Promise<Step> => {
        const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext(${`events ${type}`})) as mine`.execute(tx);
        if (!rows[0]!.mine) return { is: 'wait', until: new Date(now().getTime() + ELSEWHERE) };
        const event = await tx
          .selectFrom('outbox_event')
          .selectAll()
          .where('type', '=', type)
          .where('handled_at', 'is', null)
          .where('given_up_at', 'is', null)
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
        if (!event) return { is: 'empty' };
        if (event.retry_at && new Date(event.retry_at) > now()) return { is: 'wait', until: new Date(event.retry_at) };
        tried = { id: event.id, attempts: event.attempts + 1 };
        const told = { ...(event.payload as object), is: event.type };
        for (const listener of listenersAfterwards(type)) await listener(told, { tx, now: event.at, actor: program });
        await tx.updateTable('outbox_event').set({ handled_at: now().toISOString() }).where('id', '=', event.id).execute();
        return { is: 'done' };
      });
    } catch (error) {
      if (!tried) throw error;
      const { id, attempts } = tried as { id: number; attempts: number };
      const givenUp = attempts >= EVENT_ATTEMPTS;
      const retry = new Date(now().getTime() + pauseAfter(attempts));
      log.error(`Event ${id} (${type}), attempt ${attempts}${givenUp ? ', the last' : ''}: ${failureTold(error)}`);
      await db
        .updateTable('outbox_event')
        .set({
          attempts,
          failure: failureTold(error),
          retry_at: retry.toISOString(),
          given_up_at: givenUp ? now().toISOString() : null,
        })
        .where('id', '=', id)
        .where('handled_at', 'is', null)
        .execute();
      return givenUp ? { is: 'done' } : { is: 'wait', until: retry };
    }
  };

  return {
    name: 'events',
    async run(stop) {
      let next: Date | null = null;
      for (const type of await openTypes(db)) {
        let outcome: Step = { is: 'done' };
        while (outcome.is === 'done' && !stop.aborted) outcome = await step(type);
        if (outcome.is === 'wait' && (!next || outcome.until < next)) next = outcome.until;
      }
      return next;
    },
  };
}

/** The kinds of which something is open: one look into the index for each, however much was handled already. */
async function openTypes(db: Kysely<DB>): Promise<string[]> {
  const open = await db
    .selectFrom('outbox_event')
    .select('type')
    .distinct()
    .where('handled_at', 'is', null)
    .where('given_up_at', 'is', null)
    .orderBy('type')
    .execute();
  return open.map(({ type }) => type);
}
