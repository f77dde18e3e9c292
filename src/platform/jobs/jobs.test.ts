import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../database/connect.ts';
import { testDatabase } from '../database/testing.ts';
import { onAfterwards } from '../events.server.ts';
import { EVENT_ATTEMPTS, relayEvents } from './events.server.ts';
import { startJobs } from './jobs.server.ts';
import { listSetAside, takeUpAgain } from './setting-aside.server.ts';
import { onTimer, ringTimers, setTimer } from './timers.server.ts';
import { pauseAfter, type Work } from './work.ts';

const quiet = { warn() {}, error() {} };
const never = new AbortController().signal;

const emit = ({ db }: Pick<Database, 'db'>, type: string, payload: unknown = {}) =>
  db
    .insertInto('outbox_event')
    .values({ at: '2026-11-01T00:00:00Z', type, payload: JSON.stringify(payload) })
    .execute();

/** A table that listeners of these tests write to. */
const wrote = async ({ db }: Pick<Database, 'db'>): Promise<string[]> =>
  (await db.selectFrom('idempotency').select('key').orderBy('at').orderBy('key').execute()).map(({ key }) => key);

test('pauses grow up to an hour', () => {
  assert.deepEqual([1, 2, 3, 10, 50].map(pauseAfter), [5000, 10_000, 20_000, 2_560_000, 3_600_000]);
});

test('events of a kind are carried on in their order, each once, by however many processes', async (t) => {
  const database = await testDatabase(t);
  const heard: number[] = [];
  const kind = 'test-order';
  onAfterwards(kind, async (event) => {
    heard.push(event.number as number);
  });
  for (let number = 1; number <= 40; number++) await emit(database, kind, { number });
  const works = [1, 2, 3].map(() => relayEvents({ db: database.db, log: quiet, now: () => new Date() }));
  await Promise.all(works.map((work) => work.run(never)));
  // Whoever found the kind in another's hands looks again.
  await works[0]!.run(never);
  assert.deepEqual(
    heard,
    Array.from({ length: 40 }, (_, at) => at + 1),
  );
});

test('an event that fails undoes what its listeners did, holds up its kind only, and is set aside in the end', async (t) => {
  const database = await testDatabase(t);
  let now = new Date('2026-11-01T00:00:00Z');
  let broken = true;
  const heard: string[] = [];
  onAfterwards('test-fails', async ({ name }, { tx, now: at }) => {
    await tx
      .insertInto('idempotency')
      .values({ actor: 'x', key: String(name), verb: 'x', input_sha256: Buffer.alloc(32), answer: '{}', at })
      .execute();
  });
  onAfterwards('test-fails', async ({ name }) => {
    if (broken && name !== 'second') throw new Error('the printer is on fire');
    heard.push(String(name));
  });
  onAfterwards('test-other', async ({ name }) => void heard.push(String(name)));
  await emit(database, 'test-fails', { name: 'first' });
  await emit(database, 'test-fails', { name: 'second' });
  await emit(database, 'test-other', { name: 'other' });
  const relay = relayEvents({ db: database.db, log: quiet, now: () => now });
  const next = await relay.run(never);
  assert.deepEqual(heard, ['other']);
  assert.deepEqual(await wrote(database), []);
  assert.equal(next?.toISOString(), '2026-11-01T00:00:05.000Z');

  broken = false;
  await relay.run(never);
  assert.deepEqual(heard, ['other'], 'before the pause is over nothing is tried');
  now = next!;
  assert.equal(await relay.run(never), null);
  assert.deepEqual(heard, ['other', 'first', 'second']);

  broken = true;
  await emit(database, 'test-fails', { name: 'third' });
  for (let attempt = 1; attempt <= EVENT_ATTEMPTS; attempt++) now = (await relay.run(never)) ?? now;
  const aside = await database.db.selectFrom('outbox_event').selectAll().where('given_up_at', 'is not', null).execute();
  assert.deepEqual(
    aside.map(({ attempts, failure }) => [attempts, failure]),
    [[EVENT_ATTEMPTS, 'the printer is on fire']],
  );
  assert.deepEqual(
    (await listSetAside(database.db)).map(({ what, failure }) => [what, failure]),
    [[`event test-fails ${aside[0]!.id}`, 'the printer is on fire']],
  );

  broken = false;
  assert.equal(await takeUpAgain(database.db), 1);
  await relay.run(never);
  assert.deepEqual(heard, ['other', 'first', 'second', 'third']);
});

test('a timer rings at its hour and not before, once, also when it was due while nothing ran', async (t) => {
  const { db } = await testDatabase(t);
  let now = new Date('2026-11-25T08:59:59Z');
  const rung: unknown[] = [];
  onTimer('test-rings', async ({ key, payload, at }) => void rung.push([key, payload, at]));
  const timers = () => ringTimers({ db, log: quiet, now: () => now });
  await setTimer(db, { kind: 'test-rings', key: 'a', at: '2026-11-25T09:00:00Z', payload: { first: true } });
  await setTimer(db, { kind: 'test-rings', key: 'a', at: '2026-11-25T09:30:00Z', payload: { first: false } });
  await setTimer(db, { kind: 'test-rings', key: 'b', at: '2026-11-25T09:00:00Z' });
  assert.equal((await timers().run(never))?.toISOString(), '2026-11-25T09:00:00.000Z');
  assert.deepEqual(rung, []);
  now = new Date('2026-11-25T12:00:00Z');
  await Promise.all([timers().run(never), timers().run(never)]);
  assert.deepEqual(rung.toSorted(), [
    ['a', { first: false }, '2026-11-25T09:30:00Z'],
    ['b', null, '2026-11-25T09:00:00Z'],
  ]);
  assert.deepEqual(await db.selectFrom('timer').selectAll().execute(), []);
});

test('a timer without a handler is kept, with the reason', async (t) => {
  const { db } = await testDatabase(t);
  await setTimer(db, { kind: 'test-unheard', key: 'a', at: '2026-11-25T09:00:00Z' });
  const next = await ringTimers({ db, log: quiet, now: () => new Date('2026-11-25T09:00:00Z') }).run(never);
  assert.equal(next?.toISOString(), '2026-11-25T09:00:05.000Z');
  const { attempts, failure } = await db.selectFrom('timer').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([attempts, failure], [1, 'nothing is done at the hour of a "test-unheard"']);
});

/** A work that tells each of its runs, and how to wait for the next. */
function told(name: string, next: () => Date | null): Work & { ran(): Promise<void> } {
  let waiting: (() => void) | null = null;
  let unseen = 0;
  return {
    name,
    async run() {
      if (waiting) waiting();
      else unseen += 1;
      waiting = null;
      return next();
    },
    ran: () => (unseen > 0 ? Promise.resolve(void (unseen -= 1)) : new Promise((resolve) => (waiting = resolve))),
  };
}

test('jobs run at the start, when a transaction has committed, and at the hour that they named', async (t) => {
  const database = await testDatabase(t);
  let next: Date | null = null;
  const events = told('events', () => null);
  const timers = told('timers', () => next);
  const jobs = await startJobs({ database, works: [events, timers], log: quiet, now: () => new Date() });
  t.after(() => jobs.close());
  await Promise.all([events.ran(), timers.ran()]);
  await emit(database, 'test-wakes');
  await events.ran();
  next = new Date(Date.now() + 50);
  await setTimer(database.db, { kind: 'test-wakes', key: 'a', at: next.toISOString() });
  await timers.ran();
  next = null;
  await timers.ran();
});

test('jobs that are closed begin nothing more, and wait for what is under way', async (t) => {
  const database = await testDatabase(t);
  let finished = false;
  let release = () => {};
  let begun = () => {};
  const started = new Promise<void>((resolve) => (begun = resolve));
  const slow: Work = {
    name: 'events',
    async run() {
      begun();
      await new Promise<void>((resolve) => (release = resolve));
      finished = true;
      return new Date(0);
    },
  };
  const jobs = await startJobs({ database, works: [slow], log: quiet, now: () => new Date() });
  await started;
  const closed = jobs.close();
  release();
  await closed;
  assert.ok(finished);
});
