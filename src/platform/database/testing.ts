import { createHash, randomBytes } from 'node:crypto';
import { accessSync, constants, globSync, statfsSync, statSync } from 'node:fs';
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

/** Templates that are kept beside the newest, for other contents and for a second branch tested at the same time. */
const templatesKept = 6;

export interface TestDatabaseOptions {
  /** An empty database, not migrated. */
  empty?: boolean;
  /** What many tests begin with: written once and copied, as long as no file of the program has changed. `as` names it in an identifier. */
  filled?: { as: string; fill(database: Database): Promise<unknown> };
}

/**
 * A database of the test's own, migrated, dropped when the test ends. All test processes share one server, which keeps nothing for
 * ever: it runs without fsync in memory or the system's temporary folder (`quickFolder`), or in TEST_DATA_DIR. Making one takes some tens of
 * milliseconds.
 */
export async function testDatabase(t: Pick<TestContext, 'after'>, { empty = false, filled }: TestDatabaseOptions = {}): Promise<Database> {
  const cluster = await holdCluster(testDataDir(), { durable: false, lingerSeconds });
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await administer(cluster, async (admin) => {
    const source = empty ? 'template1' : await template(cluster, admin, filled);
    // Copying files takes half the work of copying pages through the log; that nothing is flushed to disk makes it safe to do often.
    await admin.query(`create database ${name} template ${source} strategy file_copy`);
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

const SHARED_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 ** 31;

/** Where databases of tests are written: memory, where there is enough of it, since to a disk making one takes ten times as long. */
export function quickFolder(): string {
  try {
    accessSync(SHARED_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(SHARED_MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? SHARED_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

function testDataDir(): string {
  const mine = createHash('sha256').update(`${projectRoot} ${process.getuid?.()}`).digest('hex').slice(0, 8);
  return process.env.TEST_DATA_DIR ?? join(quickFolder(), `everforum-test-${mine}`);
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

/** The name of a database migrated (and filled) once, of which all others are copies; made by whoever needs it first. */
async function template(cluster: Cluster, admin: pg.Client, filled: TestDatabaseOptions['filled']): Promise<string> {
  const migrations = readMigrations();
  const migrated = `template_${schemaFingerprint(migrations).slice(0, 16)}`;
  const name = filled ? `${migrated}_${filled.as}_${programFingerprint()}` : migrated;
  await admin.query("select pg_advisory_lock(hashtext('everforum test template'))");
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^(template|test|making)_' order by oid",
  );
  const names = rows.map((row) => row.datname);
  if (!names.includes(name)) {
    await sweep(admin, names, [migrated, programFingerprint()]);
    const making = `making_${name}`;
    const from = filled && names.includes(migrated) ? migrated : 'template1';
    await admin.query(`create database ${making} template ${from} strategy file_copy`);
    const database = connectPool('embedded', { ...cluster.connection, database: making }, quiet, async () => {});
    const outcome = await migrate(database.pool, { migrations });
    if (outcome.ok) await filled?.fill(database);
    await database.close();
    if (!outcome.ok) throw new Error(describeMigrationProblem(outcome.problem));
    await admin.query(`alter database ${making} rename to ${name}`);
  }
  await admin.query("select pg_advisory_unlock(hashtext('everforum test template'))");
  return name;
}

let fingerprint: string | null = null;

/** Changes with every file of the program and the samples. */
function programFingerprint(): string {
  if (fingerprint) return fingerprint;
  const hash = createHash('sha256');
  for (const file of globSync(['src/**/*.ts', 'samples/**/*.ts'], { cwd: projectRoot }).sort()) {
    const { size, mtimeMs } = statSync(join(projectRoot, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return (fingerprint = hash.digest('hex').slice(0, 12));
}

/** Drops what killed test processes and earlier migrations have left; templates whose names end in one of `current` are in use. */
async function sweep(admin: pg.Client, names: string[], current: readonly string[]): Promise<void> {
  const templates = names.filter((name) => name.startsWith('template_') && !current.some((end) => name.endsWith(end)));
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
