import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from '#platform/actor.ts';
import { grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import { ringTimers } from '#platform/jobs/timers.server.ts';
import type { GrantedRole } from '#platform/permissions.ts';
import { testDatabasePrepared } from '../testing.ts';
import { putInPlan, removeFromPlan, tickInPlan } from './actions.server.ts';

test('whoever answers for a milestone is told before its day and after it, once each, of the day that it has then', async (t) => {
  const { db, edition } = await testDatabasePrepared(t);
  let clock = new Date('2027-01-01T00:00:00Z');
  const account = async (name: string, role: GrantedRole) => {
    const made = await provideAccount(db, { email: `${name}@example.org`, name, language: 'en' }, clock.toISOString());
    await grantRole(db, { account: made.id, role, scope: { is: 'edition', edition: edition.id }, by: 'test' }, clock.toISOString());
    return made.id;
  };
  await account('office', 'office');
  const press = await account('press', 'press');
  const stranger = (await provideAccount(db, { email: 'x@example.org', name: 'x', language: 'en' }, clock.toISOString())).id;
  const call = () => ({ db, actor: commandLine, now: clock });
  const put = (title: string, dueOn: string, more: object = {}) =>
    putInPlan(call(), {
      edition: '2027',
      title: { zh: title, en: title },
      owner: { zh: '办', en: 'Press office' },
      dueOn,
      days: 1,
      ...more,
    });
  const work = ringTimers({ db, log: { error: (line) => assert.fail(line) }, now: () => clock });
  /** What is written up to a moment, and not before it. */
  const until = async (at: string) => {
    const before = await db.selectFrom('message').select('id').execute();
    clock = new Date(at);
    await work.run(AbortSignal.timeout(60_000));
    const known = new Set(before.map((one) => one.id));
    const messages = await db.selectFrom('message').select(['id', 'to_name', 'subject', 'body', 'state']).orderBy('to_name').execute();
    return messages.filter((one) => !known.has(one.id)).map(({ to_name, subject }) => `${to_name}: ${subject}`);
  };

  const unknown = await put('Briefing', '2027-03-10', { answerable: stranger });
  assert.deepEqual(unknown.ok || unknown.problem, { is: 'not-in-team' });
  const briefing = await put('Briefing', '2027-03-10', { answerable: press });
  assert.ok(briefing.ok);
  assert.ok((await put('Venues', '2027-03-10', { waitsFor: [briefing.value.id] })).ok);
  assert.deepEqual(await until('2027-03-03T00:59:00Z'), [], 'nine o’clock is that of the edition');
  assert.deepEqual(await until('2027-03-03T01:00:00Z'), [
    'office: Due soon: Venues (10 March 2027)',
    'press: Due soon: Briefing (10 March 2027)',
  ]);
  const { body, state } = await db.selectFrom('message').selectAll().where('to_name', '=', 'office').executeTakeFirstOrThrow();
  assert.match(body, /Still open before it: Briefing/);
  assert.equal(state, 'queued');

  // Its day is another now: told of that day, and not of the one before.
  assert.ok((await put('Briefing', '2027-03-20', { answerable: press, milestone: briefing.value.id, version: 1 })).ok);
  assert.deepEqual(await until('2027-03-09T02:00:00Z'), ['office: Due soon: Venues (10 March 2027)']);
  assert.deepEqual(await until('2027-03-11T02:00:00Z'), ['office: Overdue: Venues (10 March 2027)']);
  assert.deepEqual(await until('2027-03-13T02:00:00Z'), ['press: Due soon: Briefing (20 March 2027)']);
  // Nothing ran for a while: what was missed and is said by a later one is not said.
  assert.deepEqual(await until('2027-03-22T02:00:00Z'), ['press: Overdue: Briefing (20 March 2027)']);
  assert.deepEqual(await until('2027-06-01T02:00:00Z'), [], 'once each');

  const waiting = async () => (await db.selectFrom('timer').select('key').execute()).length;
  const last = await put('Opening', '2027-07-01');
  assert.ok(last.ok);
  assert.equal(await waiting(), 3);
  const milestone = last.value.id;
  assert.ok((await tickInPlan(call(), { edition: '2027', milestone, version: 1, on: '2027-06-01' })).ok);
  assert.equal(await waiting(), 0, 'what is done is not told of');
  assert.ok((await tickInPlan(call(), { edition: '2027', milestone, version: 2, on: '' })).ok);
  assert.equal(await waiting(), 3, 'until it is not, after all');
  assert.ok((await removeFromPlan(call(), { edition: '2027', milestone, version: 3 })).ok);
  assert.equal(await waiting(), 0);
});
