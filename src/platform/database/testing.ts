import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { projectRoot } from '../root.ts';
import { connectPool, type Database } from './connect.ts';
import { holdCluster, type Cluster } from './embedded.ts';
import { describeMigrationProblem, migrate, readMigrations, schemaFingerprint } from './migrate.ts';

/** Ten seconds are enough for the next test process to find the server of the last one still running. */
const lingerSeconds = 10;

const quiet = { info() {}, warn() {}, debug() {} };

/** Templates of other migrations that are kept, for a second branch tested at the same time. */
const templatesKept = 3;

export interface TestDatabaseOptions {
  /** An empty database, not migrated. */
  empty?: boolean;
}

/**
 * A database of the test's own, migrated, dropped when the test ends. All test processes share one server, which keeps nothing for
 * ever: it runs without fsync in the system's temporary folder, or in TEST_DATA_DIR. Making one takes some tens of milliseconds.
 */
export async function testDatabase(t: Pick<TestContext, 'after'>, { empty = false }: TestDatabaseOptions = {}): Promise<Database> {
  const cluster = await holdCluster(testDataDir(), { durable: false, lingerSeconds });
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await administer(cluster, async (admin) => {
    const source = empty ? 'template1' : await template(cluster, admin);
    await admin.query(`create database ${name} template ${source}`);
  });
  const database = connectPool('embedded', { ...cluster.connection, database: name, max: 10 }, quiet, async () => {});
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await database.close();
    await administer(cluster, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    await cluster.release();
  };
  t.after(close);
  return { ...database, close };
}

function testDataDir(): string {
  const mine = createHash('sha256').update(`${projectRoot} ${process.getuid?.()}`).digest('hex').slice(0, 8);
  return process.env.TEST_DATA_DIR ?? join(tmpdir(), `everforum-test-${mine}`);
}

async function administer(cluster: Cluster, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client(cluster.connection);
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** The name of a database migrated once, of which all others are copies; made by whoever needs it first. */
async function template(cluster: Cluster, admin: pg.Client): Promise<string> {
  const migrations = readMigrations();
  const name = `template_${schemaFingerprint(migrations).slice(0, 16)}`;
  await admin.query("select pg_advisory_lock(hashtext('everforum test template'))");
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^(template|test|making)_' order by oid",
  );
  const names = rows.map((row) => row.datname);
  if (!names.includes(name)) {
    await sweep(admin, names);
    const making = `making_${name}`;
    await admin.query(`create database ${making}`);
    const database = connectPool('embedded', { ...cluster.connection, database: making }, quiet, async () => {});
    const outcome = await migrate(database.pool, { migrations });
    await database.close();
    if (!outcome.ok) throw new Error(describeMigrationProblem(outcome.problem));
    await admin.query(`alter database ${making} rename to ${name}`);
  }
  await admin.query("select pg_advisory_unlock(hashtext('everforum test template'))");
  return name;
}

/** Drops what killed test processes and earlier migrations have left. */
async function sweep(admin: pg.Client, names: string[]): Promise<void> {
  const templates = names.filter((name) => name.startsWith('template_'));
  const dead = names.filter((name) => name.startsWith('test_') && !isAlive(Number(name.split('_')[1])));
  const unfinished = names.filter((name) => name.startsWith('making_'));
  for (const name of [...templates.slice(0, -templatesKept), ...dead, ...unfinished]) {
    await admin.query(`drop database if exists ${name} with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
