import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from '#platform/actor.ts';
import { aheadAt } from '#registry/ahead.server.ts';
import { waitingAt } from '#registry/attention.server.ts';
import { putCommitteeDecision, putCommitteeMeeting, putInCommittees, withdrawInCommittees } from './committees/actions.server.ts';
import './overview.server.ts';
import { putInPlan, tickInPlan } from './plan/actions.server.ts';
import { testDatabasePrepared } from './testing.ts';

const pair = (text: string) => ({ zh: text, en: text });

test('what is late waits, what is to come comes in its order, and what is done or withdrawn does neither', async (t) => {
  const { db, edition } = await testDatabasePrepared(t);
  const { slug } = edition;
  // In Shanghai the 15th has come.
  const now = '2027-01-14T20:00:00Z';
  const call = { db, actor: commandLine, now: new Date(now) };
  const put = async (dueOn: string) => {
    const made = await putInPlan(call, { edition: slug, title: pair(dueOn), owner: pair('x'), dueOn, days: 1, waitsFor: [] });
    assert.ok(made.ok);
    return made.value.id;
  };
  await put('2027-01-14');
  const [today, later, done] = [await put('2027-01-15'), await put('2027-03-01'), await put('2027-02-01')];
  assert.ok((await tickInPlan(call, { edition: slug, milestone: done, version: 1, on: '2027-01-15' })).ok);
  const committee = await putInCommittees(call, { edition: slug, kind: 'executive', name: pair('x'), since: '2026-09-01' });
  assert.ok(committee.ok);
  const meet = { edition: slug, committee: committee.value.id, title: pair('x'), on: '2027-02-10', state: 'planned' as const };
  const meeting = await putCommitteeMeeting(call, meet);
  const other = await putCommitteeMeeting(call, meet);
  assert.ok(meeting.ok && other.ok);
  const decide = { edition: slug, committee: committee.value.id, meeting: meeting.value.id, said: pair('x'), owner: pair('x') };
  const [overdue, due] = [
    await putCommitteeDecision(call, { ...decide, dueOn: '2027-01-10' }),
    await putCommitteeDecision(call, { ...decide, dueOn: '2027-02-09' }),
  ];
  assert.ok(overdue.ok && due.ok);
  const off = { edition: slug, committee: committee.value.id, what: 'meeting' as const, item: other.value.id, version: 1, why: pair('x') };
  assert.ok((await withdrawInCommittees(call, off)).ok);

  const waiting = await waitingAt(db, { edition, now }, () => true);
  assert.deepEqual(
    waiting.map(({ key, count, urgent }) => [key, count, urgent]),
    [
      ['milestones', 1, true],
      ['decisions', 1, true],
    ],
  );
  const asked = { edition, today: '2027-01-15' };
  const keys = async (may: (permission: string) => boolean, most: number) =>
    (await aheadAt(db, asked, may, most)).map(({ key, on }) => `${on} ${key}`);
  const coming = [
    `2027-01-15 milestone ${today}`,
    `2027-02-09 decision ${due.value.id}`,
    `2027-02-10 meeting ${meeting.value.id}`,
    `2027-03-01 milestone ${later}`,
  ];
  assert.deepEqual(await keys(() => true, 8), coming);
  assert.deepEqual(await keys(() => true, 2), coming.slice(0, 2));
  assert.deepEqual(await keys((permission) => permission === 'read committee', 8), coming.slice(1, 3));
  assert.deepEqual(await keys(() => false, 8), []);
});
