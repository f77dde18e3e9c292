import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Actor } from '#platform/actor.ts';
import type { Grant } from '#platform/permissions.ts';
import { content2027 } from '../../../../samples/edition-2027.ts';
import { testDatabase2027 } from '../../../../samples/test-database.ts';
import { noWishes } from '../proposals/wishes.ts';
import { writeWishes } from '../proposals/wishes.server.ts';
import { acceptClash, setPlace, setRules, withdrawClashAcceptance } from './actions.server.ts';
import { type Clash, openClashes } from './clashes.ts';
import { DEFAULT_LEVELS, DEFAULT_WALKING } from './desk-schedule.ts';
import { arrange } from './placing/actions.server.ts';
import { placedNow } from './placing/views.server.ts';
import { schedule } from './views.server.ts';

const content = content2027();
const edition = content.edition.slug;
const actor = (name: string, ...grants: Grant[]): Actor => ({ name, account: null, grants });
const office = actor('office', { role: 'office', scope: { is: 'edition', edition: content.edition.id } });
const FORUM = content.activities.find(({ kind, room, startsAt }) => kind === 'parallel-forum' && room && startsAt)!;

async function stage(t: TestContext) {
  const { db } = await testDatabase2027(t);
  const call = { db, actor: office };
  const read = async (who: Actor = office) => {
    const outcome = await schedule({ db, actor: who }, { edition });
    assert.ok(outcome.ok);
    return outcome.value;
  };
  const clashes = async (rule: Clash['rule']) =>
    openClashes((await read()).desk)
      .all()
      .filter((clash) => clash.rule === rule);
  const closure = (more: object = {}) => ({
    ...{ edition, version: 0, place: FORUM.room!, equipment: [] },
    closures: [{ from: '2027-04-01T00:00', to: '2027-05-01T00:00', reason: 'Painters' }],
    ...more,
  });
  return { db, call, read, clashes, closure };
}
const problemOf = (outcome: { ok: boolean; problem?: unknown }) => {
  assert.equal(outcome.ok, false);
  return outcome.problem as { is: string; clashes: Clash[] };
};

test('the desk is read whole: activities, needs and wishes, and the rules as they are before anybody sets them', async (t) => {
  const { db, read } = await stage(t);
  await db.transaction().execute((tx) =>
    writeWishes(tx, FORUM.id, {
      ...noWishes(),
      parts: ['evening'],
      layout: 'classroom',
      equipment: ['voting'],
      avoidedDays: ['2027-04-16'],
    }),
  );
  const { desk, rulesVersion, may } = await read();
  assert.equal(desk.activities.length, content.activities.length);
  const forum = desk.activities.find(({ id }) => id === FORUM.id)!;
  assert.deepEqual(
    forum.sessions.map(({ id }) => id),
    FORUM.sessions.map(({ id }) => id),
  );
  assert.deepEqual(forum.need, { layout: 'classroom', equipment: ['voting'] });
  assert.deepEqual(
    desk.wishes.map(({ avoid, days, starts }) => [avoid, days, starts.length]),
    [
      [false, [], 1],
      [true, ['2027-04-16'], 0],
    ],
  );
  assert.deepEqual([desk.levels, desk.walking, rulesVersion], [DEFAULT_LEVELS, DEFAULT_WALKING, 0]);
  assert.ok(may.setRules);
});

test('levels and ways are set once for everybody, the audit trail has them, and a stale page changes nothing', async (t) => {
  const { db, call, read } = await stage(t);
  const [a, b] = content.topics.map(({ id }) => id) as [string, string];
  const rules = {
    edition,
    version: 0,
    levels: { travel: 'ignored' as const },
    walking: { ...DEFAULT_WALKING, sameVenue: 10 },
    audiences: [{ a: b, b: a }],
  };
  assert.ok((await setRules(call, rules)).ok);
  const { desk, rulesVersion } = await read();
  assert.deepEqual(
    [desk.levels.travel, desk.levels.person, desk.walking.sameVenue, rulesVersion],
    ['ignored', DEFAULT_LEVELS.person, 10, 1],
  );
  assert.equal(desk.audiences.length, 1);
  assert.equal(problemOf(await setRules(call, { ...rules, levels: {} })).is, 'stale');
  assert.equal((await read()).desk.levels.travel, 'ignored');
  assert.equal(problemOf(await setRules(call, { ...rules, version: 1, levels: { room: 'warns' } })).is, 'bad-input');
  const entries = await db.selectFrom('audit_entry').select(['verb', 'after']).execute();
  assert.deepEqual(
    entries.map(({ verb }) => verb),
    ['schedule.set-rules'],
  );
});

test('whoever may only read sees neither absences nor wishes, and sets nothing', async (t) => {
  const { db, read, closure } = await stage(t);
  const press = actor('press', { role: 'press', scope: { is: 'edition', edition: content.edition.id } });
  await db.transaction().execute((tx) => writeWishes(tx, FORUM.id, { ...noWishes(), parts: ['evening'] }));
  const { desk, editable, may } = await read(press);
  assert.deepEqual([desk.wishes, editable, may.setRules], [[], [], false]);
  assert.equal(problemOf(await setPlace({ db, actor: press }, closure())).is, 'not-allowed');
});

test('a place is closed, on its own wall, and what takes place there is told', async (t) => {
  const { call, read, clashes, closure } = await stage(t);
  const hours = [{ date: '', weekday: '3', from: '08:00', to: '12:00' }];
  assert.ok((await setPlace(call, closure({ hours, stock: [{ equipment: 'interpretation', count: '2' }], equipment: ['voting'] }))).ok);
  const { desk } = await read();
  assert.equal(desk.closures[0]?.from, '2027-03-31T16:00:00Z');
  assert.deepEqual([desk.hours[0]?.weekday, desk.stock[0]?.count], [3, 2]);
  assert.deepEqual(desk.places.find(({ id }) => id === FORUM.room)?.equipment, ['voting']);
  assert.ok((await clashes('closure')).some(({ activities }) => activities.includes(FORUM.id)));
  assert.ok((await setPlace(call, closure({ version: 1, closures: [] }))).ok);
  assert.deepEqual(await clashes('closure'), []);
});

test('a guest who has said to be away is told where the agenda has them', async (t) => {
  const { db, clashes } = await stage(t);
  const session = FORUM.sessions.find(({ people }) => people.length > 0)!;
  const person = session.people[0]!.person;
  await db
    .insertInto('person_absence')
    .values({ id: FORUM.id, person_id: person, starts_at: session.startsAt, ends_at: session.endsAt })
    .execute();
  const found = (await clashes('availability')).find(({ activities }) => activities.includes(FORUM.id));
  assert.deepEqual([found?.people, found?.sessions], [[person], [session.id]]);
});

test('an accepted clash keeps its reason and no longer blocks; it comes back when the clash changes, and when it is withdrawn', async (t) => {
  const { db, call, clashes, closure } = await stage(t);
  await setPlace(call, closure());
  const of = async () => (await clashes('closure')).find(({ activities }) => activities.includes(FORUM.id))!;
  const { key, fingerprint } = await of();
  assert.equal(problemOf(await acceptClash(call, { edition, key, fingerprint: 'otherwise', reason: 'Agreed' })).is, 'changed');
  assert.ok((await acceptClash(call, { edition, key, fingerprint, reason: 'Painters wait' })).ok);
  assert.equal((await of()).accepted?.reason, 'Painters wait');

  const { version } = await db.selectFrom('activity').select('version').where('id', '=', FORUM.id).executeTakeFirstOrThrow();
  const shifted = (at: string) => new Date(Date.parse(at) + 5 * 60_000).toISOString();
  const hours = { startsAt: shifted(FORUM.startsAt!), endsAt: shifted(FORUM.endsAt!) };
  assert.ok((await arrange(call, { edition, arrangements: [{ activity: FORUM.id, version, to: { room: FORUM.room, hours } }] })).ok);
  const later = await of();
  assert.deepEqual([later.key, later.accepted, later.acceptedBefore?.reason], [key, null, 'Painters wait']);

  assert.ok((await acceptClash(call, { edition, key, fingerprint: later.fingerprint, reason: 'Still' })).ok);
  assert.ok((await withdrawClashAcceptance(call, { edition, key })).ok);
  const [now, kept] = [await of(), await db.selectFrom('clash_acceptance').select(['reason', 'withdrawn_by']).orderBy('reason').execute()];
  assert.deepEqual([now.accepted, now.acceptedBefore], [null, null]);
  assert.deepEqual(kept, [
    { reason: 'Painters wait', withdrawn_by: 'office' },
    { reason: 'Still', withdrawn_by: 'office' },
  ]);
});

test('the manager of a board accepts clashes of that board alone', async (t) => {
  const { db, call, clashes, closure } = await stage(t);
  await setPlace(call, closure());
  const clash = (await clashes('closure')).find(({ activities }) => activities.includes(FORUM.id))!;
  const manager = (board: string) => actor(board, { role: 'board-manager', scope: { is: 'board', edition: content.edition.id, board } });
  const input = { edition, key: clash.key, fingerprint: clash.fingerprint, reason: 'Agreed' };
  assert.equal(problemOf(await acceptClash({ db, actor: manager('contest') }, input)).is, 'not-allowed');
  assert.ok((await acceptClash({ db, actor: manager('forum') }, input)).ok);
});

test('what blocks placing is refused by the verb that places, and nothing is written; a step towards better is not', async (t) => {
  const { db, call, closure } = await stage(t);
  const other = content.activities.find(
    ({ kind, room, id }) => kind === 'parallel-forum' && room && room !== FORUM.room && id !== FORUM.id,
  )!;
  const row = (id: string) => db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const move = async (id: string, room: string, minutes: number) => {
    const { version } = await row(id);
    const base = Date.parse('2027-04-17T18:00:00Z') + minutes * 60_000;
    const hours = { startsAt: new Date(base).toISOString(), endsAt: new Date(base + 3_600_000).toISOString() };
    return arrange(call, { edition, arrangements: [{ activity: id, version, to: { room, hours } }] });
  };
  await setPlace(call, closure());
  const rules = { edition, version: 1, levels: { closure: 'warns' as const }, walking: DEFAULT_WALKING };
  await setRules(call, rules);
  assert.ok((await move(other.id, FORUM.room!, 0)).ok, 'a warning refuses nothing');
  assert.ok((await setRules(call, { ...rules, version: 2, levels: { closure: 'blocks-placing' } })).ok);
  assert.ok((await move(other.id, FORUM.room!, 5)).ok, 'it stood there before');
  const third = content.activities.find(
    ({ kind, room, id }) => kind === 'parallel-forum' && room && room !== FORUM.room && id !== other.id,
  )!;
  const before = await row(third.id);
  const problem = problemOf(await move(third.id, FORUM.room!, 120));
  assert.deepEqual([problem.is, problem.clashes.map(({ rule }) => rule)], ['clashes', ['closure']]);
  assert.deepEqual(await row(third.id), before);
});

test('a host reads where its own activities are and what is public, and nothing that other hosts prepare', async (t) => {
  const { db, read } = await stage(t);
  const own = content.activities.find(({ hosts, room }) => room && hosts.some(({ role }) => role === 'lead'))!;
  const { organisation } = own.hosts.find(({ role }) => role === 'lead')!;
  const host = actor('host', { role: 'host-assistant', scope: { is: 'organisation', organisation, edition: content.edition.id } });
  const hosting = ({ hosts }: (typeof content.activities)[number]) =>
    hosts.some((one) => one.organisation === organisation && ['lead', 'host', 'co-host'].includes(one.role));
  const [open] = content.activities.filter((activity) => activity.room && !hosting(activity));
  await db.updateTable('activity').set({ state: 'published' }).where('id', '=', open!.id).execute();
  const expected = content.activities.filter((activity) => hosting(activity) || activity.id === open!.id).map(({ id }) => id);

  const { desk } = await read(host);
  assert.deepEqual(new Set(desk.activities.map(({ id }) => id)), new Set(expected));
  assert.ok(desk.people.length < content.people.length / 2);
  const now = await placedNow({ db, actor: host }, { edition });
  assert.ok(now.ok);
  assert.deepEqual(new Set(now.value.placed.map(({ id }) => id)), new Set(expected));
  assert.equal((await read()).desk.activities.length, content.activities.length);
});
