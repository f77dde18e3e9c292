import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { publishProgramme } from '#boards/programme/actions.server.ts';
import { sampleContent } from '#boards/programme/content.example.ts';
import { openHouse } from '#boards/programme/house.server.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import type { Database } from '#platform/database/connect.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { Assets } from '#platform/http/assets.ts';
import { createFront } from '#platform/http/front.ts';
import { createMetrics } from '#platform/http/metrics.ts';
import { PageStore } from '#platform/http/page-store.ts';
import { commandLine } from '#platform/actor.ts';

const actor = { ...commandLine, name: 'test' };
const log = { warn() {}, error() {} };

/** A web process: a house over the database, and a front that answers with the capacity of the first activity, as the public may read it. */
async function webProcess(t: TestContext, database: Database) {
  const house = await openHouse(database, { publicUrl: 'http://forum.example', mode: 'demo', log });
  const pages = new PageStore(null);
  const stamp = () => house.stamp(null);
  house.onSwitch(() => pages.use(stamp()));
  const front = createFront({
    respond: async () => {
      const published = await house.current('example-2022');
      return new Response(String(published?.publication.content.activities[0]?.capacity ?? 'nothing'), {
        headers: { 'content-type': 'text/plain' },
      });
    },
    stamp,
    pages,
    assets: new Assets('/nowhere', () => true),
    metrics: createMetrics(() => pages.size),
    ready: async () => true,
    publicUrl: 'http://forum.example',
    log,
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    front.closeAllConnections();
    await new Promise((resolve) => front.close(resolve));
    await house.close();
  });
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}/en/example-2022`;
  const ask = async () => {
    const response = await fetch(url);
    return { status: response.status, text: await response.text() };
  };
  /** Resolves when the house has switched to another publication. */
  const switched = () => new Promise<void>((resolve) => house.onSwitch(() => resolve()));
  return { ask, switched, house };
}

test('publishing shows in every process and drops no request; a draft shows in none', async (t) => {
  const database = await testDatabase(t);
  const { db } = database;
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  await publishProgramme({ db, actor }, { edition: 'example-2022' });
  const [a, b] = [await webProcess(t, database), await webProcess(t, database)];
  assert.equal((await a.ask()).text, '200');

  content.activities[0]!.capacity = 150;
  await db.transaction().execute((tx) => writeContent(tx, content));
  assert.equal((await b.ask()).text, '200', 'the working state is nobody’s business');

  const seen: { status: number; text: string }[] = [];
  let asking = true;
  const readers = [a, b, a, b].map(async (web) => {
    while (asking) seen.push(await web.ask());
  });
  const both = Promise.all([a.switched(), b.switched()]);
  await publishProgramme({ db, actor }, { edition: 'example-2022' });
  await both;
  const after = [await a.ask(), await b.ask()];
  asking = false;
  await Promise.all(readers);
  assert.deepEqual(
    after.map(({ text }) => text),
    ['150', '150'],
  );
  assert.ok(seen.every(({ status, text }) => status === 200 && (text === '200' || text === '150')));
});

test('a process whose connection was cut finds out what was published meanwhile', async (t) => {
  const database = await testDatabase(t);
  const { db, pool } = database;
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  await publishProgramme({ db, actor }, { edition: 'example-2022' });
  const web = await webProcess(t, database);
  const switched = web.switched();
  // The listener is the only connection whose last words were LISTEN.
  const { rowCount } = await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()",
  );
  assert.equal(rowCount, 1);
  content.activities[0]!.capacity = 150;
  await db.transaction().execute((tx) => writeContent(tx, content));
  await publishProgramme({ db, actor }, { edition: 'example-2022' });
  await switched;
  assert.equal((await web.ask()).text, '150');
});
