import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Actor } from '#platform/actor.ts';
import type { Grant } from '#platform/permissions.ts';
import { content2027 } from '../../../../samples/edition-2027.ts';
import { loadPersonas, personaEmail } from '../../../../samples/personas.ts';
import { testDatabase2027 } from '../../../../samples/test-database.ts';
import { activityData } from '../formats/json-ld.ts';
import { indexOf } from '../index-of.ts';
import { acceptClash, setPlace } from '../schedule/actions.server.ts';
import { arrange } from '../schedule/placing/actions.server.ts';
import { currentPublication, publishEdition } from '../versions.server.ts';
import { publishFromDesk } from './actions.server.ts';
import { markPublished } from './store.server.ts';
import { publishReview } from './views.server.ts';

const content = content2027();
const edition = content.edition.slug;
const actor = (name: string, ...grants: Grant[]): Actor => ({ name, account: null, grants });
const office = actor('office', { role: 'office', scope: { is: 'edition', edition: content.edition.id } });
const SCHEDULED = content.activities.filter(({ state }) => state === 'scheduled');
const [FORUM, OTHER] = SCHEDULED.filter(({ kind, room }) => kind === 'parallel-forum' && room) as [
  (typeof SCHEDULED)[number],
  (typeof SCHEDULED)[number],
];

async function stage(t: TestContext) {
  const { db } = await testDatabase2027(t);
  await loadPersonas(db, content);
  let clock = Date.parse('2027-03-01T00:00:00Z');
  const call = () => ({ db, actor: office, now: new Date((clock += 60_000)) });
  const look = async (activities: number[] | null = null) => {
    const outcome = await publishReview(call(), { edition, activities });
    assert.ok(outcome.ok);
    return outcome.value;
  };
  const publish = async (activities: number[], digest?: string) =>
    publishFromDesk(call(), { edition, activities, digest: digest ?? (await look(activities)).digest });
  const move = async (id: string, room: string, minutes: number) => {
    const row = await db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const later = (at: string | null) => new Date(Date.parse(at!) + minutes * 60_000).toISOString();
    const hours = { startsAt: later(row.starts_at), endsAt: later(row.ends_at) };
    const outcome = await arrange(call(), { edition, arrangements: [{ activity: id, version: row.version, to: { room, hours } }] });
    assert.ok(outcome.ok, JSON.stringify(outcome));
  };
  const states = async () =>
    Object.fromEntries((await db.selectFrom('activity').select(['number', 'state']).execute()).map(({ number, state }) => [number, state]));
  return { db, call, look, publish, move, states };
}
const problemOf = (outcome: { ok: boolean; problem?: unknown }) => {
  assert.equal(outcome.ok, false);
  return outcome.problem as { is: string };
};

test('a first version: the chosen activities go public, the others stay drafts, their people are written to and nothing is sent', async (t) => {
  const { db, look, publish, states } = await stage(t);
  const review = await look();
  assert.equal(review.number, 1);
  assert.equal(review.waiting.length, SCHEDULED.length);
  assert.deepEqual(await db.selectFrom('publication').select('number').execute(), [], 'looking publishes nothing');
  const outcome = await publish([FORUM.number]);
  assert.ok(outcome.ok);
  const after = await states();
  assert.deepEqual([after[FORUM.number], after[OTHER.number]], ['published', 'scheduled']);
  const publication = (await currentPublication(db, edition))!;
  assert.deepEqual(
    publication.content.activities.map(({ number }) => number),
    [FORUM.number],
  );
  const messages = await db.selectFrom('message').select(['to_address', 'state', 'body']).execute();
  const told = (await look([])).before;
  assert.equal(told?.number, 1);
  assert.equal(messages.length, outcome.value.messages);
  assert.ok(messages.every(({ state }) => state === 'held'));
  assert.ok(!messages.some(({ to_address }) => to_address === personaEmail('office')), 'the office knows');
});

test('those of changed activities alone are told, of what changed', async (t) => {
  const { db, look, publish, move } = await stage(t);
  const all = (await look()).chosen;
  await publish(all);
  await db.deleteFrom('message').execute();
  const persona = (await look()).told;
  assert.deepEqual(persona, [], 'nothing has changed');
  assert.equal((await look()).isUnchanged, true);
  assert.equal(problemOf(await publish([])).is, 'unchanged');

  const hosted = content.activities.find(({ id }) => id === FORUM.id)!;
  await move(hosted.id, hosted.room!, 5);
  const review = await look();
  assert.deepEqual(
    review.changes.activities.map(({ id, movedAlong }) => [id, movedAlong]),
    [[FORUM.id, FORUM.sessions.length]],
  );
  const outcome = await publish(review.chosen);
  assert.ok(outcome.ok);
  const messages = await db.selectFrom('message').select(['to_name', 'subject']).execute();
  assert.equal(messages.length, review.told.length);
  assert.ok(messages.every(({ subject }) => subject.includes('2')));
});

test('a clash that blocks publishing keeps its activities out, and a version that would hold it is refused, until it is accepted', async (t) => {
  const { call, look, publish } = await stage(t);
  const closures = [{ from: '2027-04-01T00:00', to: '2027-05-01T00:00', reason: 'Painters' }];
  await setPlace(call(), { edition, version: 0, place: FORUM.room!, closures });
  const { chosen, leftOut } = await look();
  assert.ok(!chosen.includes(FORUM.number) && chosen.includes(OTHER.number));
  assert.ok(leftOut.some(({ activities }) => activities.includes(FORUM.id)));
  assert.equal(problemOf(await publish([FORUM.number])).is, 'blocked');
  const [clash] = (await look([FORUM.number])).blocks;
  await acceptClash(call(), { edition, key: clash!.key, fingerprint: clash!.fingerprint, reason: 'Agreed with the painters' });
  const accepted = await look([FORUM.number]);
  assert.deepEqual(accepted.blocks, []);
  assert.equal(accepted.warns.find(({ key }) => key === clash!.key)?.accepted?.reason, 'Agreed with the painters');
  assert.ok((await publish([FORUM.number])).ok);
});

test('an activity that the public knew and the schedule moved keeps the start first announced, once the move is published', async (t) => {
  const { db, look, publish, move } = await stage(t);
  const shown = async () => {
    const publication = (await currentPublication(db, edition))!;
    const activity = publication.content.activities.find(({ id }) => id === FORUM.id)!;
    const index = indexOf(publication.content);
    return { publication, activity, data: activityData({ index, publicUrl: 'https://x.example', language: 'en' }, activity) };
  };
  await move(FORUM.id, FORUM.room!, 5);
  assert.ok((await publish([FORUM.number])).ok);
  const first = await shown();
  assert.equal(first.activity.firstPlannedStartsAt, null, 'a draft that moves has told nobody of a time');
  assert.equal(first.data['eventStatus'], 'https://schema.org/EventScheduled');

  await move(FORUM.id, FORUM.room!, 30);
  await move(FORUM.id, FORUM.room!, -60);
  assert.equal((await shown()).activity.firstPlannedStartsAt, null, 'nothing is said before it is published');
  const { digest } = await look([]);
  assert.ok((await publish([], digest)).ok, 'what was reviewed is what is published');
  const second = await shown();
  assert.equal(second.activity.firstPlannedStartsAt, first.activity.startsAt);
  assert.equal(second.data['eventStatus'], 'https://schema.org/EventRescheduled');
  assert.equal([second.data['previousStartDate']].flat().length, 1);
  assert.equal(Date.parse(String([second.data['previousStartDate']].flat()[0])), Date.parse(first.activity.startsAt!));
  const change = second.publication.changes.find(({ subject }) => subject.id === FORUM.id)!;
  assert.deepEqual(change.is === 'changed' && change.fields.map(({ field }) => field), ['time'], 'told once');

  await move(FORUM.id, FORUM.room!, 15);
  assert.ok((await publish([])).ok);
  assert.equal((await shown()).activity.firstPlannedStartsAt, first.activity.startsAt, 'the first, and not the one before');
});

test('what somebody else changed after the review is not published unseen', async (t) => {
  const { look, publish, move } = await stage(t);
  const { digest } = await look([FORUM.number]);
  await move(FORUM.id, FORUM.room!, 5);
  assert.equal(problemOf(await publish([FORUM.number], digest)).is, 'meanwhile');
  assert.ok((await publish([FORUM.number])).ok);
});

test('two publishers: without the digest the later version holds what its publisher never saw; with it they are told to look again', async (t) => {
  const { db, look, publish } = await stage(t);
  const unguarded = (id: string, minute: number) =>
    db.transaction().execute(async (tx) => {
      await markPublished(tx, content.edition.id, [id]);
      return publishEdition(tx, edition, `2027-03-01T00:0${minute}:00Z`);
    });
  const [mine, theirs] = [await look([FORUM.number]), await look([OTHER.number])];
  await unguarded(OTHER.id, 0);
  await unguarded(FORUM.id, 1);
  const both = (await currentPublication(db, edition))!;
  assert.deepEqual(
    [both.number, both.content.activities.length, mine.activities],
    [2, 2, 1],
    'reviewed with one activity, published with two',
  );

  const third = SCHEDULED.find(({ id, room }) => room && id !== FORUM.id && id !== OTHER.id)!;
  const fourth = SCHEDULED.find(({ id, room }) => room && ![FORUM.id, OTHER.id, third.id].includes(id))!;
  const reviews = [await look([third.number]), await look([fourth.number])] as const;
  const outcomes = await Promise.all([publish([third.number], reviews[0].digest), publish([fourth.number], reviews[1].digest)]);
  assert.deepEqual(outcomes.map(({ ok }) => ok).sort(), [false, true]);
  assert.equal(problemOf(outcomes.find(({ ok }) => !ok)!).is, 'meanwhile');
  assert.equal((await currentPublication(db, edition))!.number, 3);
  assert.notEqual(theirs.digest, mine.digest);
});

test('only who may publish sees the review', async (t) => {
  const { db } = await stage(t);
  const manager = actor('forums', { role: 'board-manager', scope: { is: 'board', edition: content.edition.id, board: 'forum' } });
  assert.equal(problemOf(await publishReview({ db, actor: manager }, { edition })).is, 'not-allowed');
  assert.equal(problemOf(await publishFromDesk({ db, actor: manager }, { edition, digest: '0'.repeat(64) })).is, 'not-allowed');
});
