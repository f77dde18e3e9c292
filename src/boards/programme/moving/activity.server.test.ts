import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { type DB } from '#platform/database/schema.ts';
import { actorOf, grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import { sampleContent } from '../content.example.ts';
import { setRules } from '../schedule/actions.server.ts';
import { readDesk } from '../schedule/store.server.ts';
import { currentPublication } from '../versions.server.ts';
import { moveActivity } from './actions.server.ts';
import { actor, closeRoom, now, reason, testDatabasePublished } from './testing.ts';

const firstTo = (day: string, room: string | null = sampleContent().activities[0]!.room) =>
  ({ do: 'reschedule', startsAt: `${day}T00:30:00Z`, endsAt: `${day}T03:30:00Z`, room }) as const;

async function moveFirst(db: Kysely<DB>, more: Omit<Parameters<typeof moveActivity>[1], 'activity' | 'version' | 'reason'>, by = actor) {
  const { id } = sampleContent().activities[0]!;
  const { version } = await db.selectFrom('activity').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return moveActivity({ db, actor: by, now }, { activity: id, version, reason, ...more });
}

test('one activity goes to another time and room, with its sessions; a stale look, a taken room and a draft are refused', async (t) => {
  const { db } = await testDatabasePublished(t);
  const [first, second] = sampleContent().activities;
  const call = { db, actor, now };
  const version = async () =>
    (await db.selectFrom('activity').select('version').where('id', '=', first!.id).executeTakeFirstOrThrow()).version;
  const move = { do: 'reschedule', startsAt: '2022-11-27T01:30:00Z', endsAt: '2022-11-27T04:30:00Z', room: second!.room } as const;
  const stale = await moveActivity(call, { activity: first!.id, version: 99, move, reason });
  assert.deepEqual(stale, { ok: false, problem: { is: 'stale' } });
  const there = { ...move, startsAt: '2022-11-26T05:00:00Z', endsAt: '2022-11-26T07:00:00Z' };
  assert.deepEqual(await moveActivity(call, { activity: first!.id, version: await version(), move: there, reason }), {
    ok: false,
    problem: { is: 'room-taken' },
  });
  const outcome = await moveActivity(call, { activity: first!.id, version: await version(), move, reason, publish: true });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { content, revisions } = (await currentPublication(db, 'example-2022'))!;
  const [moved] = content.activities;
  assert.deepEqual(
    [moved!.startsAt, moved!.room, moved!.firstPlannedStartsAt, moved!.sessions[0]!.startsAt, revisions[moved!.id]!.sequence],
    [move.startsAt, move.room, first!.startsAt, move.startsAt, 1],
  );
});

test('an activity is postponed, called off and on again; unpublished, the public knows nothing of it yet', async (t) => {
  const { db } = await testDatabasePublished(t);
  const [first] = sampleContent().activities;
  const act = async (what: 'postpone' | 'cancel' | 'reinstate', publish: boolean) => {
    const { version } = await db.selectFrom('activity').select('version').where('id', '=', first!.id).executeTakeFirstOrThrow();
    return moveActivity({ db, actor, now }, { activity: first!.id, version, move: { do: what }, reason, publish });
  };
  const state = async () => (await currentPublication(db, 'example-2022'))!.content.activities[0]!.state;
  assert.ok((await act('postpone', false)).ok);
  assert.equal(await state(), 'published');
  assert.ok((await act('cancel', true)).ok);
  assert.equal(await state(), 'cancelled');
  assert.deepEqual(await act('cancel', true), { ok: false, problem: { is: 'nothing-moves' } });
  assert.ok((await act('reinstate', true)).ok);
  assert.equal(await state(), 'published');
});

test('who may schedule may not publish by the way', async (t) => {
  const { db } = await testDatabasePublished(t);
  const content = sampleContent();
  const account = await provideAccount(db, { email: 'board@x.example', name: 'B', language: 'en' }, now.toISOString());
  await grantRole(
    db,
    { account: account.id, role: 'board-manager', scope: { is: 'board', edition: content.edition.id, board: 'forum' }, by: 'test' },
    now.toISOString(),
  );
  const call = { db, actor: await actorOf(db, account), now };
  const input = { activity: content.activities[0]!.id, version: 1, move: { do: 'cancel' }, reason } as const;
  assert.deepEqual(await moveActivity(call, { ...input, publish: true }), { ok: false, problem: { is: 'may-not-publish' } });
  // Nor issue a notice by the way: they may draft one.
  const notice = { title: reason, body: reason };
  assert.deepEqual(await moveActivity(call, { ...input, notice }), { ok: false, problem: { is: 'may-not-issue' } });
  assert.ok((await moveActivity(call, input)).ok);
});

test('one activity is held to the rules of the schedule as an edition is: what blocks publishing needs a reason, which is kept', async (t) => {
  const { db } = await testDatabasePublished(t);
  await closeRoom(db, '2022-11-28');
  const move = firstTo('2022-11-28');
  const refused = await moveFirst(db, { move });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled', JSON.stringify(refused));
  const { key } = refused.problem.breaks.find(({ mustDecide }) => mustDecide)!;
  assert.ok(!(await moveFirst(db, { move, decisions: { [key]: { choose: 'accept' } } })).ok);
  const settled = await moveFirst(db, { move, decisions: { [key]: { choose: 'accept', reason: 'Finished by then' } }, publish: true });
  assert.ok(settled.ok, JSON.stringify(settled));
  const kept = await db.selectFrom('clash_acceptance').select(['rule', 'reason']).execute();
  assert.deepEqual(kept, [{ rule: 'closure', reason: 'Finished by then' }]);
});

test('what the office has set to block placing stops the move of one activity', async (t) => {
  const { db } = await testDatabasePublished(t);
  await closeRoom(db, '2022-11-28');
  const { levels, walking, audiences } = (await readDesk(db, sampleContent().edition.id))!.desk;
  const rules = { edition: 'example-2022', version: 0, levels: { ...levels, closure: 'blocks-placing' as const }, walking, audiences };
  assert.ok((await setRules({ db, actor }, rules)).ok);
  const outcome = await moveFirst(db, { move: firstTo('2022-11-28') });
  assert.ok(!outcome.ok && outcome.problem.is === 'blocked', JSON.stringify(outcome));
  assert.equal(outcome.problem.why.length, 1);
});

test('the people of one moved activity are asked again, unless it is decided otherwise; a room of nowhere is refused', async (t) => {
  const { db } = await testDatabasePublished(t);
  const { activities, people } = sampleContent();
  for (const activity of activities)
    await sql`insert into appearance (id, activity_id, person_id, state, email, invited_at, answered_at)
      values (gen_random_uuid(), ${activity.id}, ${people[0]!.id}, 'confirmed', 's@x.example', ${now.toISOString()}, ${now.toISOString()})`.execute(
      db,
    );
  const states = async () =>
    (await db.selectFrom('appearance').select(['activity_id', 'state']).orderBy('activity_id').execute()).map(({ state }) => state);
  assert.deepEqual(await moveFirst(db, { move: firstTo('2022-11-28', '00000000-0000-4000-8000-00000000dead') }), {
    ok: false,
    problem: { is: 'no-such-room' },
  });
  const decisions = { 'speakers confirmed': { choose: 'accept' } } as const;
  assert.ok((await moveFirst(db, { move: firstTo('2022-11-28'), decisions })).ok);
  assert.deepEqual(await states(), ['confirmed', 'confirmed']);
  assert.ok((await moveFirst(db, { move: firstTo('2022-11-29') })).ok);
  assert.deepEqual(await states(), ['invited', 'confirmed']);
});

test('a mail about one activity tells of that activity and of its rooms; one about a cancellation asks nobody whether they can come', async (t) => {
  const { db } = await testDatabasePublished(t);
  const content = sampleContent();
  await provideAccount(db, { email: 's@x.example', name: 'S', language: 'en', person: content.people[0]!.id }, now.toISOString());
  const mails = async () => (await db.selectFrom('message').select('body').orderBy('due_at').execute()).map(({ body }) => body);
  assert.ok((await moveFirst(db, { move: firstTo('2022-11-28', content.activities[1]!.room) })).ok);
  const [moved] = await mails();
  assert.doesNotMatch(moved!, /Dates not known/);
  assert.match(moved!, /An activity of .* has changed/);
  const rooms = [content.activities[0]!, content.activities[1]!].map(
    ({ room }) => content.places.find(({ id }) => id === room)!.name.texts.en,
  );
  assert.match(moved!, new RegExp(`was: .*${rooms[0]}[^]*now: .*${rooms[1]}`));
  assert.match(moved!, /If you cannot come/);
  await db.deleteFrom('message').execute();
  assert.ok((await moveFirst(db, { move: { do: 'cancel' } })).ok);
  assert.doesNotMatch((await mails())[0]!, /If you cannot come/);
});
