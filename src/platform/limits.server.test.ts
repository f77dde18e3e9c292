import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { connectPool } from './database/connect.ts';
import { testDatabase } from './database/testing.ts';
import { forgetSpent, type Limit, spend } from './limits.server.ts';

const limit: Limit = { what: 'knocking', times: 5, seconds: 50 };
const at = (second: number): string => new Date(Date.UTC(2026, 10, 25, 0, 0, second)).toISOString();

/** A second process of this file: counts on the same database when told to, and tells how many it was allowed. */
if (process.send && process.env.LIMITS_CONNECTION) {
  const quiet = { info() {}, warn() {}, debug() {} };
  const database = connectPool('embedded', JSON.parse(process.env.LIMITS_CONNECTION), quiet, async () => {});
  process.once('message', () => {
    void Promise.all(Array.from({ length: 20 }, () => spend(database.db, limit, 'x', at(0)))).then(async (answers) => {
      process.send!(answers.filter((answer) => answer === null).length);
      await database.close();
      process.disconnect();
    });
  });
  process.send('ready');
} else {
  test('a burst is allowed, then one at a time; what is refused is not counted', async (t) => {
    const { db } = await testDatabase(t);
    for (let nth = 0; nth < 5; nth++) assert.equal(await spend(db, limit, 'a', at(0)), null);
    assert.deepEqual(await spend(db, limit, 'a', at(0)), { is: 'too-many', seconds: 10 });
    assert.deepEqual(await spend(db, limit, 'a', at(4)), { is: 'too-many', seconds: 6 });
    assert.equal(await spend(db, limit, 'b', at(4)), null);
    assert.equal(await spend(db, limit, 'a', at(10)), null);
    assert.notEqual(await spend(db, limit, 'a', at(10)), null);
    for (let nth = 0; nth < 5; nth++) assert.equal(await spend(db, limit, 'a', at(3600)), null);
  });

  test('nobody is named in what is kept, and it is kept no longer than it limits', async (t) => {
    const { db } = await testDatabase(t);
    await spend(db, limit, 'somebody@example.org', at(0));
    const [row] = await db.selectFrom('rate_limit').selectAll().execute();
    assert.match(row!.key, /^[\w-]{43}$/);
    await forgetSpent(db, at(9));
    assert.equal((await db.selectFrom('rate_limit').selectAll().execute()).length, 1);
    await forgetSpent(db, at(11));
    assert.equal((await db.selectFrom('rate_limit').selectAll().execute()).length, 0);
  });

  test('two processes share the limit', async (t) => {
    const database = await testDatabase(t);
    const { host, port, user, password } = database.pool.options;
    const name = (await sql<{ name: string }>`select current_database() as name`.execute(database.db)).rows[0]!.name;
    const connection = JSON.stringify({ host, port, user, password, database: name, max: 5 });
    const allowed = await Promise.all(await letGo(t, connection));
    assert.equal(
      allowed.reduce((sum, each) => sum + each, 0),
      limit.times,
    );
  });
}

/** Starts both, waits until both are ready, then lets them go at once. */
async function letGo(t: TestContext, connection: string): Promise<Promise<number>[]> {
  const children = Array.from({ length: 2 }, () => fork(import.meta.filename, { env: { ...process.env, LIMITS_CONNECTION: connection } }));
  t.after(() => children.forEach((child) => child.kill()));
  await Promise.all(children.map((child) => once(child, 'message')));
  const answers = children.map(async (child) => (await once(child, 'message'))[0] as number);
  children.forEach((child) => child.send('go'));
  return answers;
}
