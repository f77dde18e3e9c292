import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type pg from 'pg';
import { firstGap, type Gap } from './audit.server.ts';
import { buildState } from './build.ts';
import { openDatabase } from './database/connect.ts';
import { takeLock } from './database/lock.ts';
import { appliedMigrations, compare, describeMigrationProblem, readMigrations } from './database/migrate.ts';
import { placeOf } from './database/place.ts';
import { processesOf } from './database/server.ts';
import { missingFiles } from './files/copies.server.ts';
import { filesOf, folderStore } from './files/store.ts';
import { unknownSettings, type Settings } from './settings.ts';

/** One thing that was looked at: as it should be, worth a look, or to be mended. */
export interface Finding {
  is: 'fine' | 'doubtful' | 'wrong';
  what: string;
}

const fine = (what: string): Finding => ({ is: 'fine', what });
const doubtful = (what: string): Finding => ({ is: 'doubtful', what });
const wrong = (what: string): Finding => ({ is: 'wrong', what });

/** Looks at everything that an installation needs, and changes nothing but starting the database for a moment. */
export async function* examine(settings: Settings, env: Record<string, string | undefined> = process.env): AsyncGenerator<Finding> {
  yield fine(`Node ${process.version}`);
  yield* examineSettings(settings, env);
  yield* examineFolder(settings);
  yield* examineLeftovers(settings);
  yield* examineInstallation(settings);
  yield* examineDatabase(settings);
}

function* examineSettings(settings: Settings, env: Record<string, string | undefined>): Generator<Finding> {
  yield fine(
    `Settings: ${settings.mode} mode, ${settings.publicUrl}, ${settings.databaseUrl ? 'the server of DATABASE_URL' : 'embedded database'}`,
  );
  for (const line of unknownSettings(env)) yield doubtful(line);
  if (settings.mode === 'production' && !env.PUBLIC_URL)
    yield doubtful('PUBLIC_URL is not set: feeds, calendars and mails would point at this machine only');
}

function* examineFolder({ dataDir }: Settings): Generator<Finding> {
  let existing = dataDir;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.R_OK | constants.W_OK | constants.X_OK);
    yield fine(`The data folder ${dataDir} ${existing === dataDir ? 'can be written' : 'is not there yet and can be made'}`);
  } catch {
    return yield wrong(`The data folder ${dataDir} cannot be written by this user`);
  }
  const { bavail, bsize } = statfsSync(existing);
  const megabytes = Math.floor((bavail * bsize) / 2 ** 20);
  const what = `${megabytes} MB are free there`;
  yield megabytes < 200 ? wrong(`${what}; PostgreSQL stops when the disk is full`) : megabytes < 2000 ? doubtful(what) : fine(what);
}

/** A server without its keeper belongs to nobody. */
function* examineLeftovers({ dataDir, databaseUrl }: Settings): Generator<Finding> {
  const place = placeOf(dataDir);
  if (databaseUrl || process.platform !== 'linux' || !existsSync(place.cluster) || !existsSync(place.lock)) return;
  const lock = takeLock(place.lock);
  lock?.release();
  const processes = processesOf(place);
  if (!lock) yield fine('The database is in use by another process of Everforum, and is shared');
  else if (processes.length === 0) yield fine('No process is left over');
  else yield doubtful(`Process ${processes.join(', ')} is left over from another start; the next start ends it`);
}

function* examineInstallation({ mode }: Settings): Generator<Finding> {
  const state = buildState();
  if (state === 'current') yield fine('The pages are built');
  else if (mode === 'demo') yield doubtful(`The build of the pages is ${state}; the next start makes it`);
  else
    yield state === 'missing'
      ? wrong('The pages are not built; run "npx everforum build"')
      : doubtful('The pages were built from other sources; "npx everforum build" makes them anew');
  const { resolve } = createRequire(import.meta.url);
  for (const fonts of [
    '@expo-google-fonts/noto-serif-sc',
    '@fontsource-variable/noto-serif-sc',
    '@fontsource-variable/source-serif-4',
    '@fontsource-variable/source-sans-3',
  ]) {
    try {
      resolve(`${fonts}/package.json`);
    } catch {
      return yield wrong(`The fonts ${fonts} are not installed; run "npm install"`);
    }
  }
  yield fine('The fonts are installed');
}

async function* examineDatabase(settings: Settings): AsyncGenerator<Finding> {
  let database;
  try {
    database = await openDatabase(settings, { log: { info() {}, warn() {}, debug() {} } });
  } catch (error) {
    return yield wrong((error as Error).message);
  }
  try {
    yield* examineServer(database.pool);
    const missing = compare(readMigrations(), await appliedMigrations(database.pool));
    if (!missing.ok) return yield wrong(describeMigrationProblem(missing.problem));
    if (missing.value.length > 0)
      return yield doubtful(`Migrations to apply at the next start: ${missing.value.map(({ name }) => name).join(', ')}`);
    yield fine('The database is up to date');
    yield* examinePublications(database.pool);
    const gap = await firstGap(database.db);
    yield gap ? wrong(gapTold(gap)) : fine('The audit trail is unbroken');
    const lost = await missingFiles(database.db, folderStore(filesOf(settings)));
    yield lost > 0
      ? wrong(`${lost} files that people handed in are not in ${filesOf(settings)}; restore them from a backup`)
      : fine('Every file that people handed in is there');
    yield* examineJobs(database.pool, settings);
  } finally {
    await database.close();
  }
}

function gapTold(gap: Gap): string {
  if (gap.is === 'broken') return `The audit trail was changed at entry ${gap.id} or before it`;
  return gap.until === null
    ? 'The audit trail has lost the record of its end'
    : `The audit trail was cut off: the last entry is ${gap.id}, and was ${gap.until}`;
}

async function* examineServer(pool: pg.Pool): AsyncGenerator<Finding> {
  const { rows } = await pool.query<{ version: string; number: number; encoding: string; extensions: string | null }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding, (select string_agg(extname || ' ' || extversion, ', ' order by extname) from pg_extension) as extensions`,
  );
  const { version, number, encoding, extensions } = rows[0]!;
  yield number < 150_000
    ? wrong(`PostgreSQL ${version} is too old; 15 or later is needed`)
    : fine(`PostgreSQL ${version} with ${extensions ?? 'no extensions'}`);
  if (encoding !== 'UTF8') yield wrong(`The database keeps text as ${encoding}; it must be UTF8`);
}

/** Every publication is what it was when it was published: its content still has the checksum that was recorded then. */
async function* examinePublications(pool: pg.Pool): AsyncGenerator<Finding> {
  const { rows } = await pool.query<{ id: string }>('select id from publication order by id');
  const unpack = promisify(gunzip);
  let changed = 0;
  for (const { id } of rows) {
    const { rows: found } = await pool.query<{ body: Buffer; body_sha256: Buffer; number: number }>(
      'select body, body_sha256, number from publication where id = $1',
      [id],
    );
    const { body, body_sha256, number } = found[0]!;
    const json = await unpack(body).catch(() => null);
    if (json && createHash('sha256').update(json).digest().equals(body_sha256)) continue;
    changed += 1;
    yield wrong(`Version ${number} (${id}) is not what was published; restore it from a backup`);
  }
  if (changed === 0) yield fine(`${rows.length} published versions are as they were published`);
}

/** What was to be carried on and was not: mails, domain events, things to be done at an hour. */
async function* examineJobs(pool: pg.Pool, { smtpUrl, mode }: Settings): AsyncGenerator<Finding> {
  const { rows } = await pool.query<{ waiting: number; failed: number; tired: number; aside: number }>(
    `select (select count(*) from message where state = 'queued' and due_at <= now()) as waiting,
            (select count(*) from message where state = 'failed') as failed,
            (select count(*) from outbox_event where handled_at is null and given_up_at is null and attempts > 2) as tired,
            (select count(*) from outbox_event where given_up_at is not null) + (select count(*) from timer where given_up_at is not null) as aside`,
  );
  const { waiting, failed, tired, aside } = rows[0]!;
  if (smtpUrl) yield fine('Mails go out by the server of SMTP_URL');
  else if (mode === 'demo') yield fine('SMTP_URL is not set: in this demonstration no mail leaves');
  else
    yield (waiting > 0 ? wrong : doubtful)(
      `SMTP_URL is not set: no mail leaves${waiting > 0 ? `, and ${waiting} are waiting to` : ''}; nobody can sign in by a code from a mail`,
    );
  if (failed > 0) yield doubtful(`${failed} mails could not be delivered; the outbox of each edition says which and why`);
  if (tired > 0) yield doubtful(`${tired} events are being tried again; the log says why`);
  if (aside > 0) yield wrong(`${aside} events or hours were set aside after their last attempt; "npx everforum jobs" says which and why`);
}
