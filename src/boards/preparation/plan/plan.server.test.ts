import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from '#platform/actor.ts';
import { testDatabasePrepared } from '../testing.ts';
import { putInPlan, removeFromPlan, tickInPlan } from './actions.server.ts';
import { plan } from './views.server.ts';

test('milestones are put in, wait for each other without a circle, are ticked and removed', async (t) => {
  const { db } = await testDatabasePrepared(t);
  const call = { db, actor: commandLine, now: new Date('2027-01-01T20:00:00Z') };
  const put = (title: string, dueOn: string, waitsFor: string[], known: { milestone?: string; version?: number } = {}) =>
    putInPlan(call, {
      edition: '2027',
      title: { zh: title, en: title },
      owner: { zh: '办', en: 'Office' },
      dueOn,
      days: 5,
      waitsFor,
      ...known,
    });
  const first = await put('first', '2027-01-10', []);
  assert.ok(first.ok);
  const second = await put('second', '2027-01-12', [first.value.id]);
  assert.ok(second.ok);
  const circle = await put('first', '2027-01-10', [second.value.id], { milestone: first.value.id, version: 1 });
  assert.ok(!circle.ok && circle.problem.is === 'circle');
  const seen = async () => {
    const shown = await plan(call, { edition: '2027' });
    assert.ok(shown.ok);
    return shown.value;
  };
  const before = await seen();
  assert.equal(before.today, '2027-01-02', 'the day is the edition’s own');
  assert.deepEqual(
    before.milestones.map(({ waitsFor, standing }) => [waitsFor.length, standing]),
    [
      [0, 'ready'],
      [1, 'waiting'],
    ],
  );
  assert.ok((await tickInPlan(call, { edition: '2027', milestone: first.value.id, version: 1, on: '2027-01-02' })).ok);
  assert.deepEqual(
    (await seen()).milestones.map(({ standing }) => standing),
    ['done', 'ready'],
  );
  assert.equal((await tickInPlan(call, { edition: '2027', milestone: first.value.id, version: 1 })).ok, false, 'somebody was faster');
  assert.ok((await removeFromPlan(call, { edition: '2027', milestone: first.value.id, version: 2 })).ok);
  assert.equal((await seen()).milestones[0]!.waitsFor.length, 0);
});
