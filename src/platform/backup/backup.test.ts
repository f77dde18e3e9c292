import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '../database/connect.ts';
import { migrate, type Migration } from '../database/migrate.ts';
import { testDatabase } from '../database/testing.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

const migrations: Migration[] = [
  {
    name: '0001-first',
    checksum: 'a',
    sql: `
      create table parent (id bigint generated always as identity primary key, best_child bigint, name text not null, length int generated always as (length(name)) stored);
      create table child (id bigint generated always as identity primary key, parent_id bigint not null references parent, note jsonb);
      alter table parent add foreign key (best_child) references child deferrable initially deferred;
      create table log (text text);
      create function tell() returns trigger language plpgsql as 'begin insert into log values (new.name); return new; end';
      create trigger tell after insert on parent for each row execute function tell();
      create function never() returns trigger language plpgsql as 'begin raise exception ''immutable''; end';
      create trigger never before update or delete on child for each row execute function never();`,
  },
];
const second: Migration = {
  name: '0002-second',
  checksum: 'b',
  sql: 'alter table child add column later text; update parent set name = upper(name)',
};

async function filled(t: TestContext): Promise<Database> {
  const database = await testDatabase(t, { empty: true });
  await migrate(database.pool, { migrations });
  await database.pool.query(`
    insert into parent (name) values ('one'), (E'tab\\tand\\nline \\\\. 中文，“quoted”'), ('');
    insert into child (parent_id, note) select id, '{"a": [1, null]}' from parent, generate_series(1, 2000);
    insert into child (parent_id) values (1);
    update parent set best_child = 2001 where id = 2`);
  return database;
}

async function contents({ pool }: Database): Promise<unknown> {
  const all = async (table: string) =>
    (await pool.query(`select md5(string_agg(t::text, '|' order by t::text)) as hash, count(*) from ${table} t`)).rows;
  return { parent: await all('parent'), child: await all('child'), log: await all('log') };
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'everforum-backup-'));
  t.after(() => rmSync(path, { recursive: true }));
  return path;
}

async function backedUp(t: TestContext) {
  const source = await filled(t);
  const file = join(folder(t), 'forum.backup');
  const summary = await writeBackup(source, file, { program: 'test' });
  return { source, file, summary };
}

/** Tries to restore changed bytes over a database with data, which must stay as it is. */
async function refusedUnchanged(t: TestContext, bytes: Buffer): Promise<string> {
  const target = await filled(t);
  await target.pool.query("insert into log values ('still here')");
  const before = await contents(target);
  const changed = join(folder(t), 'changed.backup');
  writeFileSync(changed, bytes);
  const outcome = await restoreBackup(target, changed, { migrations, replace: true });
  assert.ok(!outcome.ok);
  assert.equal(outcome.problem.is, 'damaged');
  assert.deepEqual(await contents(target), before);
  return outcome.problem.is === 'damaged' ? outcome.problem.why : '';
}

test('what is restored into a new database is what was backed up, and new rows get new numbers', async (t) => {
  const { source, file, summary } = await backedUp(t);
  assert.deepEqual(summary, { tables: 3, rows: 3 + 6001 + 3 });
  const target = await testDatabase(t, { empty: true });
  const outcome = await restoreBackup(target, file, { migrations });
  assert.ok(outcome.ok);
  assert.equal(outcome.value.rows, summary.rows);
  assert.deepEqual(await contents(target), await contents(source));
  const next = (database: Database) =>
    database.pool.query('insert into child (parent_id) values (1) returning id').then(({ rows }) => rows);
  assert.deepEqual(await next(target), await next(source));
  await assert.rejects(target.pool.query('insert into child (parent_id) values (99)'), /foreign key/);
  await assert.rejects(target.pool.query('delete from child'), /immutable/);
});

test('a backup of an older program is brought up to date in a new database', async (t) => {
  const { file } = await backedUp(t);
  const target = await testDatabase(t, { empty: true });
  assert.ok((await restoreBackup(target, file, { migrations: [...migrations, second] })).ok);
  const { rows } = await target.pool.query(
    'select name, (select count(*) from schema_migration) as migrations from parent order by id limit 1',
  );
  assert.deepEqual(rows, [{ name: 'ONE', migrations: 2 }]);
});

test('a database with data is replaced only when that is asked for', async (t) => {
  const { source, file } = await backedUp(t);
  const target = await filled(t);
  await target.pool.query("insert into parent (name) values ('more')");
  const before = await contents(target);
  assert.deepEqual(await restoreBackup(target, file, { migrations }), { ok: false, problem: { is: 'not-empty', table: 'child' } });
  assert.deepEqual(await contents(target), before);
  assert.ok((await restoreBackup(target, file, { migrations, replace: true })).ok);
  assert.deepEqual(await contents(target), await contents(source));
});

test('a backup does not fit a database that is further, nor a program that is older or another', async (t) => {
  const { file } = await backedUp(t);
  const further = await testDatabase(t, { empty: true });
  await migrate(further.pool, { migrations: [...migrations, second] });
  const empty = await testDatabase(t, { empty: true });
  for (const [target, program] of [
    [further, [...migrations, second]],
    [empty, []],
    [empty, [{ ...migrations[0]!, checksum: 'other' }]],
  ] as const) {
    const outcome = await restoreBackup(target, file, { migrations: [...program], replace: true });
    assert.ok(!outcome.ok);
    assert.equal(outcome.problem.is, 'unfit');
  }
  const { rows } = await empty.pool.query("select count(*) from pg_class where relnamespace = 'public'::regnamespace");
  assert.deepEqual(rows, [{ count: 0 }]);
});

test('a backup that is cut off anywhere changes nothing', async (t) => {
  const { file } = await backedUp(t);
  const whole = readFileSync(file);
  for (const part of [0, 0.01, 0.5, 0.99]) {
    assert.match(await refusedUnchanged(t, whole.subarray(0, Math.floor(whole.length * part))), /ends too early|header|unexpected/);
  }
});

test('a backup whose content was changed changes nothing', async (t) => {
  const { file } = await backedUp(t);
  const whole = readFileSync(file);
  const flipped = Buffer.from(whole);
  flipped[Math.floor(whole.length / 2)]! ^= 0x10;
  await refusedUnchanged(t, flipped);
  const text = gunzipSync(whole).toString('latin1');
  assert.match(
    await refusedUnchanged(t, gzipSync(Buffer.from(text.replace('\tone\n', '\ttwo\n'), 'latin1'))),
    /checksum of the table parent/,
  );
  assert.match(
    await refusedUnchanged(t, gzipSync(Buffer.from(text.replace('{"table":"log"', '{"table":"pg_class"'), 'latin1'))),
    /pg_class is not expected/,
  );
  assert.match(await refusedUnchanged(t, gzipSync(Buffer.from(text + 'more\n', 'latin1'))), /follows its end/);
  assert.match(await refusedUnchanged(t, gzipSync('a'.repeat(3_000_000))), /no end/);
  assert.match(await refusedUnchanged(t, Buffer.from('not compressed')), /header/);
});

test('a backup that cannot be written fails, and does not wait for ever', { timeout: 60_000 }, async (t) => {
  const source = await filled(t);
  await assert.rejects(writeBackup(source, join(folder(t), 'absent', 'forum.backup'), { program: 'test' }), { code: 'ENOENT' });
});
