import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Settings } from '../settings.ts';
import { holdCluster } from './embedded.ts';
import { PatientPool } from './patient-pool.ts';
import { CannotStart } from './problem.ts';
import type { DB } from './schema.ts';
import { columnTypes, sessionOptions } from './types.ts';

/** An open database. Every part of the program is given this one; nobody opens their own. */
export interface Database {
  db: Kysely<DB>;
  /** The same connections, for what Kysely has no words for: COPY, LISTEN, cursors. */
  pool: pg.Pool;
  /** For a client of one's own, outside the pool. */
  poolConfig: pg.PoolConfig;
  kind: 'embedded' | 'server';
  /** Ends all connections; with the embedded server, also our use of it. */
  close(): Promise<void>;
}

/** As much of a log as is needed here; pino has it, and so has a test. */
export interface DatabaseLog {
  info(message: string): void;
  warn(message: string): void;
  debug(details: object, message: string): void;
}

export interface OpenOptions {
  log: DatabaseLog;
  /** Connections of the pool; default 10. */
  connections?: number;
  /** Gives up waiting for the embedded server to start. */
  signal?: AbortSignal;
}

/** Opens the server of DATABASE_URL, or starts the embedded one. Throws CannotStart, with a line for people, when it cannot be reached. */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  { log, connections = 10, signal }: OpenOptions,
): Promise<Database> {
  if (settings.databaseUrl) {
    const database = connectPool('server', { connectionString: settings.databaseUrl, max: connections }, log, async () => {});
    await reach(database);
    return database;
  }
  const cluster = await holdCluster(settings.dataDir, {
    signal,
    onStep: (step) => log.info(step === 'make' ? 'Making the database (first start)' : 'Starting the database'),
    onInterruption: (what) => log.warn(what === 'lost' ? 'The database stopped unexpectedly; starting it again' : 'The database is back'),
  });
  return connectPool('embedded', { ...cluster.connection, max: connections }, log, () => cluster.release());
}

/** Opens a pool with our types and session settings; `release` is called after its last connection has ended. */
export function connectPool(kind: Database['kind'], config: pg.PoolConfig, log: DatabaseLog, release: () => Promise<void>): Database {
  const poolConfig: pg.PoolConfig = { application_name: 'everforum', options: sessionOptions, types: columnTypes, ...config };
  const pool = kind === 'embedded' ? new PatientPool(poolConfig) : new pg.Pool(poolConfig);
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', (error) => log.debug({ error: error.message }, 'An idle database connection was lost'));
  // One that breaks while it is lent out fails the statement or the next one; its own event says no more, and unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    poolConfig,
    kind,
    async close() {
      await db.destroy();
      await release();
    },
  };
}

/** A wrong address should be told at the start, not at the first page. */
async function reach(database: Database): Promise<void> {
  try {
    await database.pool.query('select 1');
  } catch (error) {
    await database.close();
    const { message, code } = error as { message: string; code?: string };
    throw new CannotStart(`The server of DATABASE_URL cannot be used: ${message || code}`);
  }
}
