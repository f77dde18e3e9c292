import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { Grant } from '#platform/permissions.ts';
import { content2027 } from '../../../../../samples/edition-2027.ts';
import { testDatabase2027 } from '../../../../../samples/test-database.ts';
import { arrange, lockActivities, placeSession, type PlacingProblem, setSite } from './actions.server.ts';
import { arranged, hoursFrom, move, type Placed } from './model.ts';
import { placedOf, writePlaced } from './store.server.ts';

const content = content2027();
const edition = content.edition;
const actor = (name: string, ...grants: Grant[]): Actor => ({ name, account: null, grants });
const office = actor('office', { role: 'office', scope: { is: 'edition', edition: edition.id } });

async function desk(t: TestContext) {
  const database = await testDatabase2027(t);
  const { db } = database;
  const get = async (id: string): Promise<Placed> => (await placedOf(db, edition.id, [id]))[0]!;
  /** Two forums in different rooms on the same day, with sessions. */
  const forums = (await placedOf(db, edition.id)).filter(
    ({ board, hours, room, sessions }) => board === 'forum' && hours && room && sessions.length > 0,
  );
  const day = forums[0]!.hours!.startsAt.slice(0, 10);
  const [one, other] = forums.filter(({ hours }) => hours!.startsAt.startsWith(day));
  assert.ok(one && other && one.room !== other.room);
  const waiting = (await placedOf(db, edition.id)).find(({ hours, sessions }) => !hours && sessions.length > 0)!;
  return { database, db, get, one, other, waiting };
}

const shift = ({ room, hours }: Placed, minutes: number) => ({
  room,
  hours: hoursFrom(Date.parse(hours!.startsAt) + minutes * 60_000, Date.parse(hours!.endsAt) - Date.parse(hours!.startsAt)),
});
/** An hour at which no room of the samples is in use. */
const night = (placed: Placed, minutes = 0) =>
  hoursFrom(
    Date.parse('2027-04-17T16:00:00Z') + minutes * 60_000,
    Date.parse((placed.hours ?? placed.kept)!.endsAt) - Date.parse((placed.hours ?? placed.kept)!.startsAt),
  );
const problemOf = (outcome: { ok: boolean; problem?: unknown }): PlacingProblem => {
  assert.equal(outcome.ok, false);
  return outcome.problem as PlacingProblem;
};

test('a moved activity takes its sessions along, and both are at their new times', async (t) => {
  const { db, get, one } = await desk(t);
  const to = { room: one.room, hours: night(one) };
  const outcome = await arrange(
    { db, actor: office },
    { edition: edition.slug, arrangements: [{ activity: one.id, version: one.version, to }] },
  );
  assert.ok(outcome.ok);
  const after = await get(one.id);
  assert.deepEqual(after.hours, to.hours);
  const by = Date.parse(to.hours.startsAt) - Date.parse(one.hours!.startsAt);
  assert.deepEqual(
    after.sessions.map(({ startsAt }) => Date.parse(startsAt)),
    one.sessions.map(({ startsAt }) => Date.parse(startsAt) + by),
  );
  assert.ok(after.version > one.version);
});

test('what waits is placed and taken out again, with its state, and keeps its length', async (t) => {
  const { db, get, one, waiting } = await desk(t);
  const state = async () => (await db.selectFrom('activity').select('state').where('id', '=', waiting.id).executeTakeFirstOrThrow()).state;
  assert.equal(await state(), 'planned');
  const to = { room: one.room, hours: night(waiting) };
  const placed = await arrange(
    { db, actor: office },
    { edition: edition.slug, arrangements: [{ activity: waiting.id, version: waiting.version, to }] },
  );
  assert.ok(placed.ok);
  assert.equal(await state(), 'scheduled');
  const { version } = await get(waiting.id);
  await arrange(
    { db, actor: office },
    { edition: edition.slug, arrangements: [{ activity: waiting.id, version, to: { room: null, hours: null } }] },
  );
  const after = await get(waiting.id);
  assert.equal(await state(), 'planned');
  assert.deepEqual([after.room, after.hours, after.kept], [null, null, to.hours]);
});

test('a room that is taken is refused with what takes it, and nothing of the whole is done', async (t) => {
  const { db, get, one, other, waiting } = await desk(t);
  const outcome = await arrange(
    { db, actor: office },
    {
      edition: edition.slug,
      arrangements: [
        { activity: waiting.id, version: waiting.version, to: { room: one.room, hours: night(waiting) } },
        { activity: one.id, version: one.version, to: { room: other.room, hours: other.hours } },
      ],
    },
  );
  const problem = problemOf(outcome);
  assert.ok(problem.is === 'room-taken');
  assert.deepEqual(
    problem.taken.map(({ activity, room, by }) => [activity, room, by.activity, by.hours]),
    [[one.id, other.room, other.id, other.hours]],
  );
  assert.deepEqual(
    [await get(waiting.id), await get(one.id)].map(({ version }) => version),
    [waiting.version, one.version],
  );
});

test('two change places in one transaction, though each room is taken until both have gone', async (t) => {
  const { db, get, one, other } = await desk(t);
  const outcome = await arrange(
    { db, actor: office },
    {
      edition: edition.slug,
      arrangements: [
        { activity: one.id, version: one.version, to: { room: other.room, hours: other.hours } },
        { activity: other.id, version: other.version, to: { room: one.room, hours: one.hours } },
      ],
    },
  );
  assert.ok(outcome.ok, JSON.stringify(outcome));
  assert.deepEqual([(await get(one.id)).room, (await get(other.id)).room], [other.room, one.room]);
});

test('what is locked stays until it is unlocked', async (t) => {
  const { db, get, one } = await desk(t);
  const call = { db, actor: office };
  await lockActivities(call, { edition: edition.slug, activities: [{ activity: one.id, version: one.version }], locked: true });
  const locked = await get(one.id);
  const to = { room: one.room, hours: night(one) };
  const refusal = await arrange(call, { edition: edition.slug, arrangements: [{ activity: one.id, version: locked.version, to }] });
  assert.deepEqual(problemOf(refusal), { is: 'locked', activities: [one.id] });
  await lockActivities(call, { edition: edition.slug, activities: [{ activity: one.id, version: locked.version }], locked: false });
  const { version } = await get(one.id);
  assert.ok((await arrange(call, { edition: edition.slug, arrangements: [{ activity: one.id, version, to }] })).ok);
});

test('a session goes to a room of its own, within its activity’s hours, and not into one that is taken', async (t) => {
  const { db, get, one, other } = await desk(t);
  const session = one.sessions.find(({ startsAt, endsAt }) => startsAt < other.hours!.endsAt && endsAt > other.hours!.startsAt);
  const call = { db, actor: office };
  const input = { edition: edition.slug, activity: one.id, version: one.version };
  if (session) {
    const taken = await placeSession(call, { ...input, session: session.id, room: other.room, hours: session });
    assert.equal(problemOf(taken).is, 'room-taken');
  }
  const first = one.sessions[0]!;
  const late = { startsAt: first.startsAt, endsAt: hoursFrom(Date.parse(one.hours!.endsAt), 60_000).endsAt };
  assert.equal(problemOf(await placeSession(call, { ...input, session: first.id, room: null, hours: late })).is, 'outside-activity');
  const used = new Set((await placedOf(db, edition.id)).map(({ room }) => room));
  const free = content.places.find(({ id, kind }) => kind === 'floor' && !used.has(id))!;
  assert.ok((await placeSession(call, { ...input, session: first.id, room: free.id, hours: first })).ok);
  assert.equal((await get(one.id)).sessions[0]!.room, free.id);
});

test('the manager of a board places its activities and no others; whoever only reads places none', async (t) => {
  const { db, get, one } = await desk(t);
  const forums = actor('forums', { role: 'board-manager', scope: { is: 'board', edition: edition.id, board: 'forum' } });
  const contest = actor('contest', { role: 'board-manager', scope: { is: 'board', edition: edition.id, board: 'contest' } });
  const auditor = actor('auditor', { role: 'auditor', scope: { is: 'all' } });
  const input = {
    edition: edition.slug,
    arrangements: [{ activity: one.id, version: one.version, to: { room: one.room, hours: night(one) } }],
  };
  for (const who of [contest, auditor])
    assert.equal((problemOf(await arrange({ db, actor: who }, input)) as { is: string }).is, 'not-allowed');
  assert.equal((await get(one.id)).version, one.version);
  assert.ok((await arrange({ db, actor: forums }, input)).ok);
});

test('every change stands in the audit trail, before and after', async (t) => {
  const { db, one } = await desk(t);
  const to = { room: one.room, hours: night(one) };
  await arrange({ db, actor: office }, { edition: edition.slug, arrangements: [{ activity: one.id, version: one.version, to }] });
  const [entry] = await db.selectFrom('audit_entry').selectAll().execute();
  assert.deepEqual([entry?.verb, entry?.subject, entry?.actor], ['schedule.arrange', `activity ${one.id}`, 'office']);
  assert.equal((entry?.before as { startsAt: string }).startsAt, one.hours!.startsAt);
  assert.equal((entry?.after as { startsAt: string }).startsAt, to.hours.startsAt);
});

// Two editors at once. Each race is first made without its guard, to show that there is something to guard.

/** Both read, then both write: the first is done before the second goes on. */
test('two editors move the same activity: without the version the later one overwrites unseen, with it they are told', async (t) => {
  const { db, get, one } = await desk(t);
  const [mine, theirs] = [shift(one, 5), { room: one.room, hours: night(one, 60) }];

  const [seenByMe, seenByThem] = [await get(one.id), await get(one.id)];
  const unguarded = (seen: Placed, to: typeof mine) =>
    db.transaction().execute((tx) => writePlaced(tx, [{ before: seen, after: arranged(seen, move(seen.id, to)) }]));
  await unguarded(seenByThem, theirs);
  await unguarded(seenByMe, mine);
  assert.deepEqual((await get(one.id)).hours, mine.hours, 'their move is gone, and nobody knows');

  const seen = await get(one.id);
  const save = (to: typeof mine) =>
    arrange({ db, actor: office }, { edition: edition.slug, arrangements: [{ activity: one.id, version: seen.version, to }] });
  const outcomes = await Promise.all([save(theirs), save({ room: one.room, hours: night(one, 600) })]);
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
  const problem = problemOf(outcomes.find(({ ok }) => !ok)!);
  assert.ok(problem.is === 'stale');
  assert.deepEqual(problem.present[0]!.hours, (await get(one.id)).hours, 'the refusal tells how it is now');
});

test('two editors place two activities in one room: without the constraint both stand there, with it the later one is told', async (t) => {
  const { database, db, get, one, other, waiting } = await desk(t);
  const to = (placed: Placed) => ({ room: one.room, hours: night(placed) });
  const save = (placed: Placed) =>
    arrange(
      { db, actor: office },
      { edition: edition.slug, arrangements: [{ activity: placed.id, version: placed.version, to: to(placed) }] },
    );
  const outcomes = await Promise.all([save(other), save(waiting)]);
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
  assert.equal(problemOf(outcomes.find(({ ok }) => !ok)!).is, 'room-taken');

  const [late] = [other, waiting].filter((_, at) => !outcomes[at]!.ok);
  await database.pool.query('alter table booking drop constraint room_never_double_booked');
  await db.transaction().execute((tx) => writePlaced(tx, [{ before: late!, after: arranged(late!, move(late!.id, to(late!))) }]));
  const standing = await Promise.all([get(other.id), get(waiting.id)]);
  assert.deepEqual(
    standing.map(({ room, hours }) => [room, hours?.startsAt]),
    standing.map(() => [one.room, night(one).startsAt]),
  );
});

test('what is sent twice is done once', async (t) => {
  const { db, get, one } = await desk(t);
  const input = {
    edition: edition.slug,
    arrangements: [{ activity: one.id, version: one.version, to: { room: one.room, hours: night(one) } }],
  };
  const first = await arrange({ db, actor: office, key: 'drop 1' }, input);
  const again = await arrange({ db, actor: office, key: 'drop 1' }, input);
  assert.deepEqual(again, JSON.parse(JSON.stringify(first)));
  assert.equal((await get(one.id)).version, (first as unknown as { value: { activities: Placed[] } }).value.activities[0]!.version);
  const { rows } = await sql<{ count: string }>`select count(*) from audit_entry`.execute(db);
  assert.equal(Number(rows[0]!.count), 1);
});

test('what belongs to one city is refused a room in another, until it is said to belong there', async (t) => {
  const { db, get, one } = await desk(t);
  const sub = content.places.find(({ role, kind }) => role === 'sub-venue' && kind === 'site')!;
  const room = content.places.find(({ kind, parent }) => kind === 'room' && isBelow(parent, sub.id))!;
  const to = { room: room.id, hours: night(one) };
  const place = async () =>
    arrange(
      { db, actor: office },
      { edition: edition.slug, arrangements: [{ activity: one.id, version: (await get(one.id)).version, to }] },
    );
  const problem = problemOf(await place());
  assert.ok(problem.is === 'clashes');
  assert.deepEqual(
    problem.clashes.map(({ rule }) => rule),
    ['site'],
  );
  assert.equal((await get(one.id)).room, one.room);

  const say = (site: string, version: number) => setSite({ db, actor: office }, { edition: edition.slug, activity: one.id, version, site });
  assert.equal(problemOf(await say(room.id, one.version)).is, 'no-such-room', 'a room is no city');
  assert.equal(problemOf(await say(sub.id, one.version + 7)).is, 'stale');
  assert.ok((await say(sub.id, one.version)).ok);
  assert.ok((await place()).ok);
  const back = await arrange(
    { db, actor: office },
    {
      edition: edition.slug,
      arrangements: [{ activity: one.id, version: (await get(one.id)).version, to: { room: one.room, hours: one.hours } }],
    },
  );
  assert.equal(problemOf(back).is, 'clashes', 'its city does not follow the room');
});

const isBelow = (parent: string | null, site: string): boolean =>
  parent === site || (parent !== null && isBelow(content.places.find(({ id }) => id === parent)!.parent, site));
