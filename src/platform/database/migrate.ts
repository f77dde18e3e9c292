import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { done, refused, type Outcome } from '../outcome.ts';
import { projectRoot } from '../root.ts';

/** One file of migrations/, `NNNN-name.sql`; the order of the names is the order they are applied in. */
export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export type MigrationProblem =
  /** A file was changed after it had been applied here. */
  | { is: 'altered'; name: string }
  /** The database has migrations that this program does not know. */
  | { is: 'newer'; names: string[] }
  /** A migration that was not applied comes before one that was. */
  | { is: 'out-of-order'; name: string; before: string }
  /** PostgreSQL refused it; what came before it stays applied. */
  | { is: 'failed'; name: string; line: number | null; message: string };

/** The migrations of a folder, in order. */
export function readMigrations(folder: string = join(projectRoot, 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name: name.slice(0, -'.sql'.length), sql, checksum: checksumOf(sql) };
    });
}

/** Tells schemas apart: equal for equal migrations. */
export function schemaFingerprint(migrations: Migration[]): string {
  return checksumOf(migrations.map((migration) => `${migration.name} ${migration.checksum}\n`).join(''));
}

export interface MigrateOptions {
  migrations?: Migration[];
  onStep?: (migration: Migration) => void;
}

/**
 * Brings the database up to this program: applies what is missing, each file in a transaction of its own, and comes to the names of
 * what was applied. Several processes may call it at once; one works and the others find it done.
 */
export async function migrate(
  pool: pg.Pool,
  { migrations = readMigrations(), onStep }: MigrateOptions = {},
): Promise<Outcome<string[], MigrationProblem>> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('everforum migrate'))");
    await prepareRecord(client);
    const missing = compare(migrations, await appliedMigrations(client));
    if (!missing.ok) return missing;
    for (const migration of missing.value) {
      onStep?.(migration);
      const problem = await apply(client, migration);
      if (problem) return refused(problem);
    }
    return done(missing.value.map((migration) => migration.name));
  } finally {
    // The lock is the session's: ending the connection frees it whatever happened.
    client.release(true);
  }
}

export interface AppliedMigration {
  name: string;
  checksum: string;
}

/** What the database records as applied, in order; empty also for a database that was never migrated. */
export async function appliedMigrations(client: pg.Pool | pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('schema_migration') is not null as there");
  if (!rows[0]!.there) return [];
  return (await client.query<AppliedMigration>('select name, checksum from schema_migration order by name')).rows;
}

/** Which migrations are missing, unless what was applied does not fit this program. */
export function compare(migrations: Migration[], applied: AppliedMigration[]): Outcome<Migration[], MigrationProblem> {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const newer = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length > 0) return refused({ is: 'newer', names: newer });
  const altered = applied.find(({ name, checksum }) => known.get(name)!.checksum !== checksum);
  if (altered) return refused({ is: 'altered', name: altered.name });
  const names = new Set(applied.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !names.has(name));
  const last = applied.at(-1);
  const early = missing.find(({ name }) => last && name < last.name);
  if (early) return refused({ is: 'out-of-order', name: early.name, before: last!.name });
  return done(missing);
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<MigrationProblem | null> {
  await client.query('begin');
  try {
    await applyInside(client, migration);
    await client.query('commit');
    return null;
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as { message: string; position?: string };
    const line = position ? migration.sql.slice(0, Number(position)).split('\n').length : null;
    return { is: 'failed', name: migration.name, line, message };
  }
}

/** Makes the table that records what was applied, where there is none. */
export async function prepareRecord(client: pg.ClientBase): Promise<void> {
  await client.query(
    'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  );
}

/** Applies a migration in the caller's transaction, and records it. */
export async function applyInside(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
}

/** One line for people. */
export function describeMigrationProblem(problem: MigrationProblem): string {
  switch (problem.is) {
    case 'altered':
      return `The migration ${problem.name} was changed after it had been applied to this database; restore the file, and put the change into a new migration.`;
    case 'newer':
      return `The database is newer than this program (it has ${problem.names.join(', ')}); install the newer program.`;
    case 'out-of-order':
      return `The migration ${problem.name} was never applied, but ${problem.before}, which comes after it, was; give it a higher number.`;
    case 'failed':
      return `The migration ${problem.name} failed${problem.line ? ` at line ${problem.line}` : ''}: ${problem.message}`;
  }
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
