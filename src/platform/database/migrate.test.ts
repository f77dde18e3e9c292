import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedMigrations, compare, describeMigrationProblem, migrate, readMigrations, type Migration } from './migrate.ts';
import { testDatabase } from './testing.ts';

const migration = (name: string, sql = 'select 1', checksum = name): Migration => ({ name, sql, checksum });
const first = migration('0001-first', 'create table first (id int)');
const second = migration('0002-second', 'create table second (id int)');

test('the migrations of this program apply to an empty database, and then there is nothing left to do', async (t) => {
  const { pool } = await testDatabase(t, { empty: true });
  const migrations = readMigrations();
  assert.deepEqual(await migrate(pool), { ok: true, value: migrations.map(({ name }) => name) });
  assert.deepEqual(await migrate(pool), { ok: true, value: [] });
});

test('processes that migrate at the same time apply each migration once', async (t) => {
  const { pool } = await testDatabase(t, { empty: true });
  const outcomes = await Promise.all([1, 2, 3].map(() => migrate(pool, { migrations: [first, second] })));
  assert.deepEqual(outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : [])).sort(), [first.name, second.name]);
});

test('a failing migration leaves nothing of itself and keeps what came before', async (t) => {
  const { pool } = await testDatabase(t, { empty: true });
  const broken = migration('0002-broken', 'create table half (id int);\nselect\n  nothing;');
  const outcome = await migrate(pool, { migrations: [first, broken] });
  assert.ok(!outcome.ok);
  assert.match(describeMigrationProblem(outcome.problem), /0002-broken failed at line 3: /);
  const { rows } = await pool.query("select to_regclass('first') is not null as first, to_regclass('half') is not null as half");
  assert.deepEqual(rows, [{ first: true, half: false }]);
  assert.deepEqual(
    (await appliedMigrations(pool)).map(({ name }) => name),
    [first.name],
  );
});

test('what was applied must fit the program', () => {
  const applied = [first, second];
  assert.deepEqual(compare([first, second], applied), { ok: true, value: [] });
  assert.deepEqual(compare([first], applied), { ok: false, problem: { is: 'newer', names: [second.name] } });
  assert.deepEqual(compare([first, { ...second, checksum: 'other' }], applied), {
    ok: false,
    problem: { is: 'altered', name: second.name },
  });
  const between = migration('0001-later');
  assert.deepEqual(compare([first, between, second], applied), {
    ok: false,
    problem: { is: 'out-of-order', name: between.name, before: second.name },
  });
});
