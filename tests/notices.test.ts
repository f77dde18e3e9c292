import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { tellWithin } from '#platform/events.server.ts';
import { commandLine, program } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { both } from '#registry/text.ts';
import '#boards/notices/listeners.server.ts';
import {
  addDraft,
  holdNumbers,
  issuedOf,
  markIssued,
  markWithdrawn,
  nextNumber,
  type NewDraft,
  standingOfMove,
  venuesOf,
} from '#boards/notices/store.server.ts';
import { moveActivity, moveEdition } from '#boards/programme/moving/actions.server.ts';
import { smallEdition } from '#boards/programme/pages/small-edition.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { content2027 } from '../samples/edition-2027.ts';

const AT = '2026-11-01T00:00:00Z';

async function stage(t: TestContext) {
  const { db } = await testDatabase(t);
  const content = smallEdition();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const edition = content.edition.id;
  const draft = (more: Partial<NewDraft> = {}): NewDraft => ({
    ...{
      id: randomUUID(),
      edition,
      kind: 'announcement',
      issuer: both('办公室', 'Office'),
      title: both('题', 'Title'),
      body: both('文', 'Text'),
    },
    ...{ validFrom: null, validUntil: null, audience: { is: 'everybody' }, roads: null, replaces: null },
    ...more,
  });
  /** Issues as the verb does; `guarded: false` without taking turns. */
  const issue = async (guarded: boolean, more: Partial<NewDraft> = {}, meet: () => Promise<void> = async () => {}) => {
    const one = draft(more);
    await db.transaction().execute(async (tx) => {
      await addDraft(tx, one, 'test', AT);
      if (guarded) await holdNumbers(tx, edition);
      const number = await nextNumber(tx, edition);
      await meet();
      await markIssued(tx, one, number, 'test', AT);
    });
    return one.id;
  };
  return { db, edition, draft, issue };
}

/** Lets nobody go on before `count` have come. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++come === count) open();
    return opened;
  };
}

test('issuers at once: without taking turns one is refused by the database, with it all have numbers without gaps', async (t) => {
  const { db, edition, issue } = await stage(t);
  const meet = meeting(2);
  const unguarded = await Promise.allSettled([issue(false, {}, meet), issue(false, {}, meet)]);
  assert.deepEqual(unguarded.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  await Promise.all(Array.from({ length: 6 }, () => issue(true)));
  assert.deepEqual(
    (await issuedOf(db, edition)).map(({ number }) => number),
    [7, 6, 5, 4, 3, 2, 1],
  );
});

test('the database refuses to edit, delete or bring back what was issued, and numbers with gaps', async (t) => {
  const { db, edition, draft, issue } = await stage(t);
  const id = await issue(true);
  for (const change of [
    { title: JSON.stringify(both('改', 'Changed')) },
    { valid_until: '2027-01-01T00:00:00Z' },
    { state: 'draft', number: null, issued_at: null, issued_by: null },
    { kind: 'safety' },
  ])
    await assert.rejects(db.updateTable('notice').set(change).where('id', '=', id).execute(), /issued notice/);
  await assert.rejects(db.deleteFrom('notice').where('id', '=', id).execute(), /stays/);
  const gap = draft();
  await addDraft(db, gap, 'test', AT);
  await assert.rejects(markIssued(db, gap, 3, 'test', AT), /no gaps/);
  await markWithdrawn(db, id, both('有误', 'It was wrong'), 'test', AT);
  await assert.rejects(db.updateTable('notice').set({ state: 'issued' }).where('id', '=', id).execute(), /replaced or withdrawn/);
  assert.deepEqual(
    (await issuedOf(db, edition)).map(({ state, number }) => [state, number]),
    [['withdrawn', 1]],
  );
});

test('a notice is replaced by one, and each names the other', async (t) => {
  const { db, edition, issue } = await stage(t);
  const first = await issue(true);
  await issue(true, { replaces: first });
  assert.deepEqual(
    (await issuedOf(db, edition)).map(({ number, state, replaces, replacedBy }) => [number, state, replaces, replacedBy]),
    [
      [2, 'issued', 1, null],
      [1, 'replaced', null, 2],
    ],
  );
  await assert.rejects(issue(true, { replaces: first }));
});

test('a move with a notice issues it in its own transaction', async (t) => {
  const { db, edition } = await stage(t);
  const notice = { kind: 'postponement', title: both('延期公告', 'Postponed'), body: both('另行公告。', 'To be announced.') };
  const tell = (fails: boolean) =>
    db.transaction().execute(async (tx) => {
      const moved = { edition: { id: edition, slug: 'x', timeZone: 'UTC' }, from: null, to: null, shift: null, now: AT, decisions: {} };
      await tellWithin({ is: 'edition-moved', ...moved, notice }, { tx, now: AT, actor: program });
      await tellWithin({ is: 'activity-moved', edition, activity: randomUUID(), notice: null }, { tx, now: AT, actor: program });
      if (fails) throw new Error('undone');
    });
  await assert.rejects(tell(true), /undone/);
  assert.deepEqual(await issuedOf(db, edition), []);
  await tell(false);
  const [issued, ...more] = await issuedOf(db, edition);
  assert.deepEqual([issued?.number, issued?.kind, issued?.title.texts.en, more.length], [1, 'postponement', 'Postponed', 0]);
});

test('roads are drawn where most of the edition takes place, wherever else it has venues', async (t) => {
  const { db } = await testDatabase(t);
  const content = content2027();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const venues = await venuesOf(db, content.edition.id);
  assert.equal(venues[0]!.name.texts['en'], 'National Convention Centre');
  assert.equal(new Set(venues.map(({ name }) => name.texts['en'])).size, venues.length);
});

test('the notice of a move takes the place of that of the move before, of the edition and of one activity, and of nothing else', async (t) => {
  const { db, edition, issue } = await stage(t);
  const content = smallEdition();
  await issue(true);
  const words = (en: string) => ({ zh: '公告', en });
  const [reason, call] = [words('Reason'), { db, actor: commandLine }];
  const move = async (to: { startsOn: string; endsOn: string } | null, at: string) => {
    const notice = { title: words(at), body: words('Text') };
    const outcome = await moveEdition({ ...call, now: new Date(at) }, { edition: content.edition.slug, to, reason, notice });
    assert.ok(outcome.ok, JSON.stringify(outcome));
  };
  await move(null, '2022-09-15T01:00:00Z');
  await move({ startsOn: '2022-11-25', endsOn: '2022-11-30' }, '2022-11-16T01:00:00Z');
  const { id } = content.activities.find(({ state }) => state === 'published')!;
  for (const [hour, what] of [
    ['02', 'cancel'],
    ['03', 'reinstate'],
  ] as const) {
    const { version } = await db.selectFrom('activity').select('version').where('id', '=', id).executeTakeFirstOrThrow();
    const notice = { title: words(what), body: words('Text') };
    const now = new Date(`2022-11-16T${hour}:00:00Z`);
    assert.ok((await moveActivity({ ...call, now }, { activity: id, version, move: { do: what }, reason, notice })).ok);
  }
  assert.deepEqual(
    (await issuedOf(db, edition)).map(({ number, kind, state, replaces }) => [number, kind, state, replaces]),
    [
      [5, 'programme-change', 'issued', 4],
      [4, 'programme-change', 'replaced', null],
      [3, 'programme-change', 'issued', 2],
      [2, 'postponement', 'replaced', null],
      [1, 'announcement', 'issued', null],
    ],
  );
  // Reworded by hand it still tells of the same move.
  const [, , third] = await issuedOf(db, edition);
  const reworded = { ...third!, id: randomUUID(), replaces: third!.id };
  await addDraft(db, reworded, 'test', AT);
  await markIssued(db, reworded, 6, 'test', AT);
  assert.equal(await standingOfMove(db, edition), reworded.id);
});
