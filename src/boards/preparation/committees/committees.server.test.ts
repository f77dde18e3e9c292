import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine, nobody } from '#platform/actor.ts';
import { testDatabasePrepared } from '../testing.ts';
import {
  putBackInCommittees,
  putCommitteeDecision,
  putCommitteeMeeting,
  putInCommittees,
  seatMember,
  withdrawInCommittees,
} from './actions.server.ts';
import { putMember } from './store.server.ts';
import { committees } from './views.server.ts';

const pair = (text: string) => ({ zh: text, en: text });

test('committees are established, seated, meet and decide; what is stale or cannot be is refused', async (t) => {
  const { db } = await testDatabasePrepared(t);
  const person = crypto.randomUUID();
  const name = JSON.stringify({ source: 'en', texts: { en: 'Percy Sample' } });
  await db.insertInto('person').values({ id: person, slug: 'p', name }).execute();
  const call = { db, actor: commandLine, now: new Date('2027-01-14T20:00:00Z') };
  const edition = '2027';
  const seen = async (asked: { q?: string; person?: string } = {}) => {
    const shown = await committees(call, { edition, ...asked });
    assert.ok(shown.ok);
    return shown.value;
  };
  const problemOf = (outcome: { ok: boolean; problem?: { is: string } }) => outcome.problem?.is;
  assert.deepEqual((await seen()).committees, []);

  const made = await putInCommittees(call, { edition, kind: 'executive', name: pair('Executive'), since: '2026-09-01' });
  assert.ok(made.ok);
  const committee = made.value.id;
  const again = { edition, id: committee, version: 1, kind: 'executive' as const, name: pair('Renamed') };
  assert.ok((await putInCommittees(call, again)).ok);
  assert.equal(problemOf(await putInCommittees(call, { ...again, name: pair('Too late') })), 'stale');

  const seat = { edition, committee, person, role: 'chair' as const, since: '2026-09-01' };
  const member = await seatMember(call, seat);
  assert.ok(member.ok);
  assert.equal(problemOf(await seatMember(call, { ...seat, role: 'member' })), 'sits-already');
  assert.equal(problemOf(await seatMember(call, { ...seat, post: pair('Both') })), 'person-or-post');
  assert.equal(problemOf(await seatMember(call, { ...seat, id: member.value.id, version: 1, until: '2026-08-01' })), 'ends-before');
  const twice = { person, post: null, role: 'member', since: '2026-10-01', until: null } as const;
  await assert.rejects(
    db.transaction().execute((tx) => putMember(tx, committee, twice, null)),
    /member_sits_once_at_a_time/,
    'the database refuses it too',
  );
  assert.ok((await seatMember(call, { ...seat, id: member.value.id, version: 1, until: '2026-12-31' })).ok);
  assert.ok((await seatMember(call, { edition, committee, post: pair('A post'), role: 'secretary', since: '2026-09-01' })).ok);
  const { members } = (await seen()).committees[0]!;
  assert.deepEqual(
    members.map(({ role, sitting }) => [role, sitting]),
    [
      ['secretary', 'sits'],
      ['chair', 'ended'],
    ],
    'whoever ended stays on record',
  );
  assert.deepEqual(
    (await seen({ person: 'percy' })).found.map((one) => one.id),
    [person],
  );

  const meet = {
    edition,
    committee,
    title: pair('Plenary'),
    on: '2027-01-15',
    at: '09:30',
    state: 'held' as const,
    minutes: { en: 'Adopted' },
  };
  const meeting = await putCommitteeMeeting(call, meet);
  assert.ok(meeting.ok, 'the day is the edition’s own');
  assert.equal(problemOf(await putCommitteeMeeting(call, { ...meet, on: '2027-01-16' })), 'held-too-soon');
  const decide = { edition, committee, meeting: meeting.value.id, said: pair('Contracts'), owner: pair('Venues'), dueOn: '2027-01-14' };
  assert.ok((await putCommitteeDecision(call, decide)).ok);
  const found = (await seen({ q: 'adopted contracts' })).committees[0]!.meetings;
  assert.deepEqual([found[0]?.at, found[0]?.decisions[0]?.carried], ['09:30', 'late']);
  assert.equal((await seen({ q: 'nowhere' })).committees[0]!.meetings.length, 0);

  assert.equal(problemOf(await putCommitteeMeeting({ ...call, actor: nobody }, meet)), 'not-allowed');
  const trail = await db.selectFrom('audit_entry').select('verb').where('verb', 'like', 'committee.%').execute();
  assert.equal(trail.length, 7, 'each change once, nothing refused');

  // What no longer holds stays on record with its reason, and can be put back.
  const decision = (await seen()).committees[0]!.meetings[0]!.decisions[0]!;
  const one = { edition, committee, what: 'decision' as const, item: decision.id, version: decision.version };
  assert.equal(problemOf(await withdrawInCommittees(call, one)), 'no-reason');
  const another = { ...one, committee: crypto.randomUUID() };
  assert.equal(problemOf(await withdrawInCommittees(call, { ...another, why: pair('x') })), 'no-such-committee');
  assert.ok((await withdrawInCommittees(call, { ...one, why: pair('Superseded') })).ok);
  assert.equal(problemOf(await withdrawInCommittees(call, { ...one, why: pair('Twice') })), 'stale');
  const standing = async () => {
    const [shown] = (await seen()).committees;
    const { withdrawn, version, carried } = shown!.meetings[0]!.decisions[0]!;
    return { withdrawn: withdrawn && [withdrawn.on, withdrawn.why.texts['en']], version, carried };
  };
  assert.deepEqual(await standing(), { withdrawn: ['2027-01-15', 'Superseded'], version: 2, carried: 'withdrawn' });
  assert.equal(problemOf(await putCommitteeDecision(call, { ...decide, id: decision.id, version: 2 })), 'withdrawn');
  assert.ok((await putBackInCommittees(call, { ...one, version: 2 })).ok);
  assert.deepEqual(await standing(), { withdrawn: null, version: 3, carried: 'late' });

  const whole = { edition, committee, what: 'committee' as const, item: committee, version: 2 };
  assert.ok((await withdrawInCommittees(call, { ...whole, why: pair('Its work is done') })).ok);
  assert.deepEqual(
    (await seen()).committees[0]!.members.map(({ sitting }) => sitting),
    ['ended', 'ended'],
  );
  assert.equal(problemOf(await putCommitteeMeeting(call, meet)), 'withdrawn');
  assert.equal(problemOf(await seatMember(call, { ...seat, person: '', post: pair('Another') })), 'withdrawn');
  assert.ok((await putBackInCommittees(call, { ...whole, version: 3 })).ok);
  assert.ok((await putCommitteeMeeting(call, { ...meet, id: meeting.value.id, version: 1, minutes: {} })).ok);
});
