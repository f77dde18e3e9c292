import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../database/connect.ts';
import { appliedMigrations } from '../database/migrate.ts';
import { formatVersion, type End, type Header, type TableStart } from './format.ts';
import { listSequences, listTables, type Table } from './tables.ts';

export interface BackupSummary {
  tables: number;
  rows: number;
}

export interface BackupOptions {
  /** The version of this program, for the header. */
  program: string;
  onTable?: (name: string, done: number, total: number) => void;
}

const pieceSize = 1 << 16;

/**
 * Writes everything that the database holds, as it is at one instant, into a file; a server may go on working. The file has its name
 * only once it is whole and on disk.
 */
export async function writeBackup({ pool }: Pick<Database, 'pool'>, file: string, options: BackupOptions): Promise<BackupSummary> {
  const unfinished = `${file}.unfinished`;
  const client = await pool.connect();
  try {
    const gzip = createGzip({ level: 6 });
    const written = pipeline(gzip, createWriteStream(unfinished, { mode: 0o600 }));
    written.catch((error: Error) => gzip.destroy(error));
    const summary = await writeAll(client, gzip, options);
    gzip.end();
    await written;
    const handle = await open(unfinished, 'r');
    await handle.sync().finally(() => handle.close());
    await rename(unfinished, file);
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    client.release(true);
  }
}

async function writeAll(client: pg.PoolClient, out: Writable, { program, onTable }: BackupOptions): Promise<BackupSummary> {
  await client.query('begin isolation level repeatable read read only');
  const migrations = await appliedMigrations(client);
  const header: Header = { everforum: 'backup', format: formatVersion, program, madeAt: new Date().toISOString(), migrations };
  await writeLine(out, header);
  const tables = await listTables(client);
  const end: End = { end: true, tables: {}, sequences: {} };
  for (const [index, table] of tables.entries()) {
    onTable?.(table.name, index, tables.length);
    end.tables[table.name] = await writeTable(client, out, table);
  }
  // A sequence is outside any snapshot: read last, it is never behind the rows.
  for (const { name, last, called } of await listSequences(client)) end.sequences[name] = { last, called };
  await writeLine(out, end);
  await client.query('commit');
  return { tables: tables.length, rows: Object.values(end.tables).reduce((sum, { rows }) => sum + rows, 0) };
}

async function writeTable(client: pg.PoolClient, out: Writable, { name, columns }: Table): Promise<{ rows: number; sha256: string }> {
  await writeLine(out, { table: name, columns } satisfies TableStart);
  const hash = createHash('sha256');
  const columnList = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const source = client.query(copyTo(`copy ${pg.escapeIdentifier(name)} (${columnList}) to stdout`));
  let held: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    await write(out, Buffer.concat([Buffer.from(`${size}\n`), ...held]));
    held = [];
    size = 0;
  };
  for await (const chunk of source as AsyncIterable<Buffer>) {
    hash.update(chunk);
    held.push(chunk);
    size += chunk.length;
    if (size >= pieceSize) await flush();
  }
  await flush();
  await write(out, Buffer.from('0\n'));
  return { rows: source.rowCount, sha256: hash.digest('hex') };
}

const writeLine = (out: Writable, value: object) => write(out, Buffer.from(JSON.stringify(value) + '\n'));

async function write(out: Writable, bytes: Buffer): Promise<void> {
  if (out.write(bytes)) return;
  // What has failed never drains.
  if (out.destroyed) throw out.errored ?? new Error('The backup was closed before its end');
  await once(out, 'drain');
}
