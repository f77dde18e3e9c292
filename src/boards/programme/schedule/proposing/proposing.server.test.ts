import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Actor } from '#platform/actor.ts';
import { content2027 } from '../../../../../samples/edition-2027.ts';
import { testDatabase2027 } from '../../../../../samples/test-database.ts';
import { arrange } from '../placing/actions.server.ts';
import { placedOf } from '../placing/store.server.ts';
import { USUALLY } from '../timetabling.ts';
import { endProposal, proposeTimetable, takeBackProposal, takeOverProposal } from './actions.server.ts';
import { claimRun, SILENCE } from './store.server.ts';
import { proposals } from './views.server.ts';
import { workOutTimetables } from './work.server.ts';

const content = content2027();
const edition = content.edition.slug;
const office: Actor = {
  name: 'office',
  account: null,
  grants: [{ role: 'office', scope: { is: 'edition', edition: content.edition.id } }],
};
const asked = { ...USUALLY, keep: 'placed' as const, boards: ['forum' as const], seconds: 5 };

async function stage(t: TestContext) {
  const { db } = await testDatabase2027(t);
  const call = { db, actor: office };
  const begin = async () => {
    const outcome = await proposeTimetable(call, { edition, asked });
    assert.ok(outcome.ok);
    return outcome.value.run;
  };
  const log = { error: (message: string) => assert.fail(message) };
  const work = () => workOutTimetables({ db, log, now: () => new Date(), every: 50 });
  const look = async () => {
    const outcome = await proposals(call, { edition });
    assert.ok(outcome.ok);
    return outcome.value.run!;
  };
  return { db, call, begin, work, look };
}
const problemOf = (outcome: { ok: boolean; problem?: unknown }) => {
  assert.equal(outcome.ok, false);
  return outcome.problem as { is: string };
};

test('a timetable is worked out, compared, taken over through the same guards, and taken back', async (t) => {
  const { db, call, begin, work, look } = await stage(t);
  const before = await placedOf(db, content.edition.id);
  const run = await begin();
  assert.equal(problemOf(await proposeTimetable(call, { edition, asked })).is, 'running', 'one at a time');
  await work().run(new AbortController().signal);
  const shown = await look();
  assert.equal(shown.state, 'done');
  assert.ok(shown.progress.length > 0);
  assert.ok(shown.moves && shown.moves.length > 0);
  assert.deepEqual(shown.unplaced, []);
  const chosen = shown.moves.map(({ id }) => id);
  const places = new Map(shown.moves.map(({ id, to }) => [id, to]));

  assert.equal(problemOf(await takeOverProposal(call, { edition, run, activities: [] })).is, 'nothing-chosen');
  assert.ok((await takeOverProposal(call, { edition, run, activities: chosen })).ok);
  for (const { id, room, hours } of await placedOf(db, content.edition.id)) {
    const to = places.get(id);
    if (to) assert.deepEqual([room, hours?.startsAt, hours?.endsAt], [to.room, to.startsAt, to.endsAt]);
  }
  assert.deepEqual((await look()).moves, [], 'nothing is left to take over');
  assert.ok((await takeBackProposal(call, { edition, run })).ok);
  const unversioned = (list: typeof before) => list.map(({ version: _, ...placed }) => placed);
  assert.deepEqual(unversioned(await placedOf(db, content.edition.id)), unversioned(before));
  assert.equal(problemOf(await takeBackProposal(call, { edition, run })).is, 'no-such-run');
});

test('what somebody changed since the search began is not overwritten', async (t) => {
  const { call, begin, work, look, db } = await stage(t);
  const run = await begin();
  await work().run(new AbortController().signal);
  const [one, other] = (await look()).moves!;
  const { version } = await db.selectFrom('activity').select('version').where('id', '=', one!.id).executeTakeFirstOrThrow();
  const hours = { startsAt: '2027-04-17T18:00:00Z', endsAt: '2027-04-17T19:00:00Z' };
  assert.ok((await arrange(call, { edition, arrangements: [{ activity: one!.id, version, to: { room: one!.to.room, hours } }] })).ok);
  assert.equal(problemOf(await takeOverProposal(call, { edition, run, activities: [one!.id, other!.id] })).is, 'stale');
  assert.ok((await takeOverProposal(call, { edition, run, activities: [other!.id] })).ok);
});

test('ended early it keeps the best it had; a process that stops leaves it to the next; one that falls silent loses it', async (t) => {
  const { db, call, begin, work, look } = await stage(t);
  const first = await begin();
  const stop = new AbortController();
  const running = work().run(stop.signal);
  stop.abort();
  await running;
  assert.equal((await look()).state, 'running');

  const claimed = await claimRun(db, new Date());
  assert.equal(claimed?.id, first, 'another takes it up at once');
  assert.equal(await claimRun(db, new Date()), null, 'and nobody else meanwhile');
  const later = new Date(Date.now() + SILENCE + 1000);
  assert.equal((await claimRun(db, later))?.id, first, 'until it falls silent');
  await db.updateTable('timetable_run').set({ heard_at: '1970-01-01T00:00:00Z' }).execute();

  assert.ok((await endProposal(call, { edition, run: first })).ok);
  await work().run(new AbortController().signal);
  const ended = await look();
  assert.equal(ended.state, 'cancelled');
  assert.ok(ended.moves, 'whatever it had is shown');
  assert.equal(problemOf(await endProposal(call, { edition, run: first })).is, 'no-such-run');
});
