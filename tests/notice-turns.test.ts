import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { testDatabase } from '#platform/database/testing.ts';
import { both } from '#registry/text.ts';
import { noticesAnswer, noticesOperation, presentNotices } from '#boards/notices/api.ts';
import { bannerLines } from '#boards/notices/banner.ts';
import { openBoard } from '#boards/notices/board.server.ts';
import { addDraft, markIssued, markWithdrawn, type NewDraft } from '#boards/notices/store.server.ts';
import { openApi } from '#boards/programme/api/openapi.ts';
import { smallEdition } from '#boards/programme/pages/small-edition.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { loadNotices2022 } from '../samples/notices.ts';

const SILENT = { warn: (message: string) => assert.fail(message) };

/** A clock that stands until it is set, and calls whoever asked to be woken by then. */
function standingClock(start: string) {
  let at = Date.parse(start);
  const asleep = new Set<{ until: number; call: () => void }>();
  return {
    now: () => new Date(at),
    wake(milliseconds: number, call: () => void) {
      const one = { until: at + milliseconds, call };
      asleep.add(one);
      return () => void asleep.delete(one);
    },
    set(moment: string) {
      at = Date.parse(moment);
      for (const one of [...asleep].filter(({ until }) => until <= at)) if (asleep.delete(one)) one.call();
    },
    sleepers: () => asleep.size,
  };
}

async function stage(t: TestContext) {
  const database = await testDatabase(t);
  const content = smallEdition();
  await database.db.transaction().execute((tx) => writeContent(tx, content));
  const { id, slug } = content.edition;
  const issue = async (number: number, validFrom: string | null, validUntil: string | null) => {
    const draft: NewDraft = {
      ...{ id: randomUUID(), edition: id, kind: 'safety', issuer: both('办公室', 'Office') },
      ...{ title: both('提示', `Safety ${number}`), body: both('文', 'Text'), audience: { is: 'everybody' }, roads: null, replaces: null },
      ...{ validFrom, validUntil },
    };
    await addDraft(database.db, draft, 'test', '2026-11-01T00:00:00Z');
    await markIssued(database.db, draft, number, 'test', '2026-11-01T00:00:00Z');
    return draft.id;
  };
  const open = async (clock: ReturnType<typeof standingClock>) => {
    const board = await openBoard(database, { log: SILENT, ...clock });
    const banner = () => bannerLines(board.of(slug), clock.now().toISOString()).map(({ number }) => number);
    return { board, banner };
  };
  return { db: database.db, id, slug, issue, open };
}

test('a notice begins and ends to hold by itself: pages are made anew and readers told at its hours, and only then', async (t) => {
  const { slug, issue, open } = await stage(t);
  await issue(1, '2026-11-10T08:00:00Z', '2026-11-10T10:00:00Z');
  await issue(2, null, '2026-11-10T09:00:00Z');
  const clock = standingClock('2026-11-09T00:00:00Z');
  const { board, banner } = await open(clock);
  const told: string[] = [];
  board.onSwitch(() => told.push('pages'));
  board.follow(slug, () => told.push('readers'));
  const after = (moment: string) => {
    told.length = 0;
    const before = board.stamp();
    clock.set(moment);
    return { banner: banner(), told: told.join(), anew: board.stamp() !== before };
  };
  const turned = { told: 'pages,readers', anew: true };
  const quiet = { told: '', anew: false };
  assert.deepEqual(banner(), [2]);
  assert.deepEqual(after('2026-11-10T07:59:59Z'), { banner: [2], ...quiet });
  assert.deepEqual(after('2026-11-10T08:00:00Z'), { banner: [2, 1], ...turned });
  assert.deepEqual(after('2026-11-10T09:00:00Z'), { banner: [1], ...turned });
  assert.deepEqual(after('2026-11-10T10:00:00Z'), { banner: [], ...turned });
  assert.equal(clock.sleepers(), 0, 'nothing is to come');
  await board.close();
});

test('after a restart notices stand as the clock says, and turn from there', async (t) => {
  const { issue, open } = await stage(t);
  await issue(1, '2026-11-10T08:00:00Z', '2026-11-10T10:00:00Z');
  const before = standingClock('2026-11-10T07:00:00Z');
  const first = await open(before);
  assert.deepEqual(first.banner(), []);
  const stamp = first.board.stamp();
  await first.board.close();
  assert.equal(before.sleepers(), 0, 'a closed board sleeps on nothing');

  const clock = standingClock('2026-11-10T09:00:00Z');
  const second = await open(clock);
  assert.deepEqual(second.banner(), [1]);
  assert.notEqual(second.board.stamp(), stamp, 'pages stored before the restart are not shown');
  let told = 0;
  second.board.onSwitch(() => told++);
  clock.set('2026-11-10T10:00:00Z');
  assert.deepEqual([second.banner(), told], [[], 1]);
  await second.board.close();
});

test('an hour further away than a timer reaches is still kept', async (t) => {
  const { issue, open } = await stage(t);
  await issue(1, '2027-10-10T08:00:00Z', null);
  const clock = standingClock('2026-11-10T08:00:00Z');
  const { board, banner } = await open(clock);
  let told = 0;
  board.onSwitch(() => told++);
  clock.set('2026-12-05T08:00:00Z');
  assert.deepEqual([clock.sleepers(), told], [1, 0]);
  clock.set('2027-10-10T08:00:00Z');
  assert.deepEqual([banner(), told], [[1], 1]);
  await board.close();
});

test('the interface tells notices in the shape that it describes', async (t) => {
  const { db, id, slug, issue, open } = await stage(t);
  await loadNotices2022(db, id);
  const withdrawn = await issue(3, null, null);
  await markWithdrawn(db, withdrawn, both('有误', 'It was wrong'), 'test', '2026-11-02T00:00:00Z');
  const { board } = await open(standingClock('2022-11-26T00:00:00Z'));
  const answer = presentNotices({ edition: slug, notices: board.of(slug), now: board.now().toISOString() }, 'https://forum.example');
  const plain: unknown = JSON.parse(JSON.stringify(answer));
  assert.deepEqual(noticesAnswer.parse(plain), plain);
  assert.deepEqual(
    answer.items.map(({ number, standing, roads }) => [number, standing, roads?.features.length ?? 0]),
    [
      [3, 'withdrawn', 0],
      [2, 'in-force', 3],
      [1, 'in-force', 0],
    ],
  );
  const described = openApi('https://forum.example', [noticesOperation]) as {
    paths: Record<string, unknown>;
    components: { schemas: Record<string, unknown> };
  };
  assert.ok(described.paths['/editions/{edition}/notices']);
  const schemas = JSON.stringify(described);
  for (const [, name] of schemas.matchAll(/#\/components\/schemas\/(\w+)/g)) assert.ok(described.components.schemas[name!], name);
  await board.close();
});
