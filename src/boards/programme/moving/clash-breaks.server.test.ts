import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { both } from '#registry/text.ts';
import type { EditionContent } from '../content.ts';
import { sampleContent } from '../content.example.ts';
import { acceptClash, withdrawClashAcceptance } from '../schedule/actions.server.ts';
import { openClashes } from '../schedule/clashes.ts';
import { readDesk } from '../schedule/store.server.ts';
import type { Days } from '#registry/rehearsals.server.ts';
import { noWishes, type Wishes } from '../proposals/wishes.ts';
import { readWishes, writeWishes } from '../proposals/wishes.server.ts';
import { moveEdition } from './actions.server.ts';
import { editionMovePreview } from './views.server.ts';
import { actor, closeRoom, December, now, reason, testDatabasePublished } from './testing.ts';

test('a closed room on a new day is a clash that must be settled', async (t) => {
  const { db } = await testDatabasePublished(t);
  await closeRoom(db, '2022-12-03');
  const refused = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled');
  const [found] = refused.problem.breaks;
  assert.equal(found!.kind, 'clashes');
  assert.equal(found!.alike!.texts.en, '{count} activities would be in a place that is closed');
  // Part of the name of a field, whatever clashes with how much else.
  assert.match(found!.key, /^clash \S+ closure [\w-]{22}$/);
  const decisions = { [found!.key]: { choose: 'accept', reason: 'The works end earlier' } } as const;
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason, decisions })).ok);
  // Whoever publishes next is not asked for the reason once more.
  const kept = await db.selectFrom('clash_acceptance').select(['rule', 'reason', 'accepted_by']).execute();
  assert.deepEqual(kept, [{ rule: 'closure', reason: 'The works end earlier', accepted_by: 'test' }]);
});

/** Somebody is needed in both activities at once; accepted by somebody else than who moves. */
async function acceptedDouble(t: TestContext) {
  const content = sampleContent();
  Object.assign(content.activities[1]!, { startsAt: '2022-11-26T01:00:00Z', endsAt: '2022-11-26T03:00:00Z' });
  for (const activity of content.activities) activity.people.push({ person: content.people[0]!.id, role: 'chair' });
  const { db } = await testDatabasePublished(t, content);
  const double = async () =>
    openClashes((await readDesk(db, content.edition.id))!.desk)
      .all()
      .find(({ rule }) => rule === 'person');
  const { key, fingerprint } = (await double())!;
  const input = { edition: 'example-2022', key, fingerprint, reason: 'She chairs one from the hall' };
  const by = { ...actor, name: 'planner' };
  assert.ok((await acceptClash({ db, actor: by, now: new Date('2022-09-01T00:00:00Z') }, input)).ok);
  const accepted = { reason: input.reason, by: 'planner', at: '2022-09-01T00:00:00Z' };
  assert.deepEqual((await double())!.accepted, accepted);
  return { db, double, accepted };
}

test('an accepted clash keeps its reason when the whole edition moves, also by way of days not known', async (t) => {
  const { db, double, accepted } = await acceptedDouble(t);
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason })).ok);
  assert.deepEqual((await double())!.accepted, accepted);
  const { after } = await db.selectFrom('audit_entry').select('after').where('verb', '=', 'edition.move').executeTakeFirstOrThrow();
  assert.deepEqual(
    (after as { stillAccepted: { rule: string; reason: string }[] }).stillAccepted.map(({ rule, reason }) => [rule, reason]),
    [['person', accepted.reason]],
  );
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: null, reason })).ok);
  assert.equal(await double(), undefined);
  const back = await moveEdition(
    { db, actor, now },
    { edition: 'example-2022', to: { startsOn: '2023-04-01', endsOn: '2023-04-02' }, reason },
  );
  assert.ok(back.ok, JSON.stringify(back));
  assert.deepEqual((await double())!.accepted, accepted);
});

test('an edition that comes back from days not known is asked of clashes that are new, not of all that it had', async (t) => {
  const { db, double } = await acceptedDouble(t);
  const withdrawn = await withdrawClashAcceptance({ db, actor, now }, { edition: 'example-2022', key: (await double())!.key });
  assert.ok(withdrawn.ok);
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: null, reason })).ok);
  await closeRoom(db, '2022-12-03');
  const back = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!back.ok && back.problem.is === 'unsettled');
  assert.deepEqual(
    back.problem.breaks.map(({ key }) => key.split(' ')[2]),
    ['closure'],
  );
});

test('what is not the same after the move, but for the days, is asked again: other hours, or a closure that is of days', async (t) => {
  const { db, double } = await acceptedDouble(t);
  await sql`update activity set ends_at = '2022-11-26T02:30:00Z' where number = 2`.execute(db);
  await closeRoom(db, '2022-11-20', '2022-12-20');
  const closed = openClashes((await readDesk(db, sampleContent().edition.id))!.desk)
    .all()
    .find(({ rule }) => rule === 'closure')!;
  const input = { edition: 'example-2022', key: closed.key, fingerprint: closed.fingerprint, reason: 'That day the works rest' };
  assert.ok((await acceptClash({ db, actor, now }, input)).ok);
  const refused = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled', JSON.stringify(refused));
  assert.deepEqual(
    refused.problem.breaks.map(({ key }) => key.split(' ')[2]),
    ['closure'],
  );
  const decisions = { [refused.problem.breaks[0]!.key]: { choose: 'accept', reason: 'Then too' } } as const;
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason, decisions })).ok);
  assert.equal((await double())!.accepted, null);
});

async function proposed(db: Kysely<DB>, { edition, organisations }: EditionContent, wishes: Wishes): Promise<string> {
  const [call, id] = [crypto.randomUUID(), crypto.randomUUID()];
  const of = { edition_id: edition.id, board: 'forum', kind: 'parallel-forum', state: 'open' };
  const title = JSON.stringify(both('征集', 'Call'));
  await db
    .insertInto('call')
    .values({ id: call, slug: 'call', title, ...of, closes_at: '2022-10-01T00:00:00Z' })
    .execute();
  const from = { edition_id: edition.id, call_id: call, organisation_id: organisations[0]!.id };
  await db
    .insertInto('proposal')
    .values({ id, ...from, number: 1, state: 'draft', content: JSON.stringify({ wishes }), created_at: '2022-09-01T00:00:00Z' })
    .execute();
  return id;
}

test('days that hosts wish for are of the edition and come along, once, also by way of days not known', async (t) => {
  const content = sampleContent();
  const { db } = await testDatabasePublished(t, content);
  const [first, other] = content.activities;
  const wish = { ...noWishes(), days: ['2022-11-26', '2022-11-27'], avoidedDays: ['2022-11-27'] };
  await db.transaction().execute((tx) => writeWishes(tx, first!.id, wish));
  // Not on the day it is wished for, and never was: nothing new.
  await db.transaction().execute((tx) => writeWishes(tx, other!.id, { ...noWishes(), days: ['2022-11-28'] }));
  const wished = async () => [...(await readWishes(db, content.edition.id)).values()].map(({ days, avoidedDays }) => [days, avoidedDays]);
  const unmet = async () =>
    openClashes((await readDesk(db, content.edition.id))!.desk)
      .all()
      .filter(({ rule }) => rule === 'wish');
  const [known, ...none] = await unmet();
  assert.ok(known);
  assert.deepEqual([known.activities, none], [[other!.id], []]);
  const taken = { edition: 'example-2022', key: known.key, fingerprint: known.fingerprint, reason: 'The hall is free that day alone' };
  assert.ok((await acceptClash({ db, actor, now }, taken)).ok);
  const proposal = await proposed(db, content, { ...noWishes(), days: ['2022-11-27'] });
  const move = (to: Days | null) => moveEdition({ db, actor, now }, { edition: 'example-2022', to, reason });
  const preview = await editionMovePreview({ db, actor, now }, { edition: 'example-2022', to: December });
  assert.ok(preview.ok);
  assert.equal(preview.value.wishes, 2);
  assert.deepEqual(
    preview.value.breaks.filter(({ kind }) => kind === 'clashes'),
    [],
  );
  assert.ok((await move(null)).ok);
  assert.deepEqual(await wished(), [
    [wish.days, wish.avoidedDays],
    [['2022-11-28'], []],
  ]);
  assert.ok((await move(December)).ok);
  assert.deepEqual(await wished(), [
    [['2022-12-03', '2022-12-04'], ['2022-12-04']],
    [['2022-12-05'], []],
  ]);
  const { content: told, version } = await db
    .selectFrom('proposal')
    .select(['content', 'version'])
    .where('id', '=', proposal)
    .executeTakeFirstOrThrow();
  assert.deepEqual([(told as unknown as { wishes: Wishes }).wishes.days, version], [['2022-12-04'], 2], 'and whoever writes it is told');
  const [still, ...others] = await unmet();
  assert.deepEqual([still?.key, still?.accepted?.reason, others], [known.key, taken.reason, []]);
});
