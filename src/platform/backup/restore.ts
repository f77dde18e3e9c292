import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../database/connect.ts';
import {
  appliedMigrations,
  applyInside,
  compare,
  prepareRecord,
  readMigrations,
  type Migration,
  type MigrationProblem,
} from '../database/migrate.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Damaged, endSchema, formatVersion, headerSchema, parseLine, Reader, tableSchema, type End, type Header } from './format.ts';
import { listForeignKeys, listTables, type Table } from './tables.ts';

export type RestoreProblem =
  /** The file is no backup, or not a whole one, or was changed. */
  | { is: 'damaged'; why: string }
  /** The backup was made by a program with another schema, or in a later format. */
  | { is: 'unfit'; why: string }
  /** There is data already, and nobody said that it is to be replaced. */
  | { is: 'not-empty'; table: string };

export interface RestoreOptions {
  /** Throw away what the database holds. */
  replace?: boolean;
  migrations?: Migration[];
  onTable?: (name: string) => void;
}

export interface RestoreSummary {
  madeAt: string;
  tables: number;
  rows: number;
}

/**
 * Puts a backup into a database: an empty one, never migrated or migrated as far as the backup, or (with `replace`) any of the same
 * schema. Everything happens in one transaction; whatever is refused or goes wrong leaves the database as it was.
 */
export async function restoreBackup(
  { pool }: Pick<Database, 'pool'>,
  file: string,
  options: RestoreOptions = {},
): Promise<Outcome<RestoreSummary, RestoreProblem>> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('everforum migrate'))");
    const outcome = await restoreAll(client, new Reader(unpacked(file)), options);
    await client.query(outcome.ok ? 'commit' : 'rollback');
    return outcome;
  } catch (error) {
    if (error instanceof Damaged) return refused({ is: 'damaged', why: error.message });
    const { code, message } = error as { code?: string; message: string };
    if (/^(22|23|42)\w{3}$/.test(code ?? '')) return refused({ is: 'damaged', why: `PostgreSQL does not take its rows: ${message}` });
    if (/^Z_|^ERR_.*ZLIB/.test(code ?? '')) return refused({ is: 'damaged', why: code === 'Z_BUF_ERROR' ? 'it ends too early' : message });
    throw error;
  } finally {
    // Ending the connection also undoes whatever a thrown error has left open.
    client.release(true);
  }
}

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  yield* source.pipe(gunzip) as AsyncIterable<Buffer>;
}

async function restoreAll(
  client: pg.PoolClient,
  reader: Reader,
  options: RestoreOptions,
): Promise<Outcome<RestoreSummary, RestoreProblem>> {
  const { migrations = readMigrations(), replace = false, onTable } = options;
  const header = parseLine(await reader.line(), headerSchema);
  if (header.format > formatVersion) return unfit(`it is of format ${header.format}, and this program reads up to ${formatVersion}`);
  const prepared = await prepareSchema(client, header, migrations);
  if (!prepared.ok) return prepared;
  const { fresh, later } = prepared.value;
  const tables = await listTables(client);
  const occupied = fresh || replace ? null : await occupiedTable(client, tables);
  if (occupied) return refused({ is: 'not-empty', table: occupied });

  const putBack = await takeChecksAway(client, tables);
  const end = await fill(client, reader, tables, onTable);
  await putBack();
  for (const [name, { last, called }] of Object.entries(end.sequences)) {
    await client.query('select setval($1::regclass, $2, $3)', [pg.escapeIdentifier(name), last, called]);
  }
  for (const migration of later) await applyInside(client, migration);
  const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
  return done({ madeAt: header.madeAt, tables: tables.length, rows });
}

const unfit = (why: string) => refused({ is: 'unfit', why } as const);

/**
 * Brings an unmigrated database as far as the backup is. Comes to whether that was so, and to the migrations that are to follow once
 * the data is in.
 */
async function prepareSchema(
  client: pg.PoolClient,
  header: Header,
  migrations: Migration[],
): Promise<Outcome<{ fresh: boolean; later: Migration[] }, RestoreProblem>> {
  const later = compare(migrations, header.migrations);
  if (!later.ok) return unfit(describeMisfit(later.problem));
  const applied = await appliedMigrations(client);
  if (applied.length === 0) {
    await prepareRecord(client);
    for (const migration of migrations.slice(0, header.migrations.length)) await applyInside(client, migration);
    return done({ fresh: true, later: later.value });
  }
  if (applied.map(({ name }) => name).join() === header.migrations.map(({ name }) => name).join()) return done({ fresh: false, later: [] });
  const last = header.migrations.at(-1)?.name ?? 'nothing';
  return unfit(
    `it goes as far as ${last}, and this database as far as ${applied.at(-1)!.name}; restore it into a new database, which is then brought up to date`,
  );
}

function describeMisfit(problem: MigrationProblem): string {
  if (problem.is === 'newer') return `it was made by a newer program (it has ${problem.names.join(', ')}); install that`;
  const { name } = problem;
  return `it was made by a program whose migration ${name} is another one`;
}

async function occupiedTable(client: pg.PoolClient, tables: Table[]): Promise<string | null> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ full: boolean }>(`select exists (select from ${pg.escapeIdentifier(name)}) as full`);
    if (rows[0]!.full) return name;
  }
  return null;
}

/**
 * Rows come table by table, so that what refers from one to another can be checked only at the end; triggers have had their effect
 * before the backup was made. Foreign keys are put back as they were, which checks every row.
 */
async function takeChecksAway(client: pg.PoolClient, tables: Table[]): Promise<() => Promise<void>> {
  const keys = await listForeignKeys(client);
  for (const { table, name } of keys)
    await client.query(`alter table ${pg.escapeIdentifier(table)} drop constraint ${pg.escapeIdentifier(name)}`);
  for (const { name } of tables) await client.query(`alter table ${pg.escapeIdentifier(name)} disable trigger user`);
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
  return async () => {
    await client.query('set constraints all immediate');
    for (const { name } of tables) await client.query(`alter table ${pg.escapeIdentifier(name)} enable trigger user`);
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${pg.escapeIdentifier(table)} add constraint ${pg.escapeIdentifier(name)} ${definition}`);
    }
  };
}

async function fill(client: pg.PoolClient, reader: Reader, tables: Table[], onTable: RestoreOptions['onTable']): Promise<End> {
  const known = new Map(tables.map((table) => [table.name, table]));
  const found: End['tables'] = {};
  for (;;) {
    const line = await reader.line();
    if (line.startsWith('{"end":')) {
      const end = parseLine(line, endSchema);
      if (!(await reader.atEnd())) throw new Damaged('something follows its end');
      const missing = tables.find(({ name }) => !found[name]);
      if (missing) throw new Damaged(`the table ${missing.name} is missing`);
      const wrong = Object.entries(end.tables).find(
        ([name, { rows, sha256 }]) => found[name]?.rows !== rows || found[name].sha256 !== sha256,
      );
      if (wrong) throw new Damaged(`the checksum of the table ${wrong[0]} is wrong`);
      return end;
    }
    const start = parseLine(line, tableSchema);
    const table = known.get(start.table);
    if (!table || found[table.name] || table.columns.toSorted().join() !== start.columns.toSorted().join())
      throw new Damaged(`the table ${start.table} is not expected there`);
    onTable?.(table.name);
    found[table.name] = await fillTable(client, reader, { name: table.name, columns: start.columns });
  }
}

async function fillTable(client: pg.PoolClient, reader: Reader, { name, columns }: Table): Promise<{ rows: number; sha256: string }> {
  const columnList = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const target = client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${columnList}) from stdin`));
  const written = finished(target);
  written.catch(() => {});
  const hash = createHash('sha256');
  for (let piece = await reader.piece(); piece; piece = await reader.piece()) {
    hash.update(piece);
    if (!target.write(piece)) await Promise.race([once(target, 'drain'), written]);
  }
  target.end();
  await written;
  return { rows: target.rowCount, sha256: hash.digest('hex') };
}
