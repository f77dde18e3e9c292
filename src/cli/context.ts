import '#boards/listeners.server.ts';
import { openDatabase, type Database } from '#platform/database/connect.ts';
import { describeMigrationProblem, migrate } from '#platform/database/migrate.ts';
import { makeLog, type Log } from '#platform/log.ts';
import { readSettings, unknownSettings, type Settings } from '#platform/settings.ts';
import { exitCodes, Failure } from './failure.ts';
import { makeProgress, type Progress } from './progress.ts';

/** What every command works with. */
export interface Context {
  settings: Settings;
  log: Log;
  progress: Progress;
}

/** The settings of the environment; every wrong one is a line of the failure. */
export function settingsOrFail(): Settings {
  const outcome = readSettings(process.env);
  if (!outcome.ok) throw new Failure(outcome.problem.map(({ line }) => line).join('\n'), exitCodes.usage);
  return outcome.value;
}

export function makeContext(): Context {
  const settings = settingsOrFail();
  const log = makeLog(settings);
  for (const line of unknownSettings(process.env)) log.warn(line);
  return { settings, log, progress: makeProgress() };
}

/**
 * Runs a command's work with the database, migrated to this program unless told otherwise, and closes it afterwards. Works beside a
 * running server and without one.
 */
export async function withDatabase<Result>(
  work: (context: Context & { database: Database }) => Promise<Result>,
  { migrated = true }: { migrated?: boolean } = {},
): Promise<Result> {
  const context = makeContext();
  const { log, progress } = context;
  const quietly = { info: (text: string) => progress.step(text), warn: (text: string) => log.warn(text), debug: log.debug.bind(log) };
  const database = await openDatabase(context.settings, { log: quietly });
  try {
    if (migrated) await migrateOrFail(database, (name) => progress.step(`Migrating the database: ${name}`));
    return await work({ ...context, database });
  } finally {
    progress.clear();
    await database.close();
  }
}

/** Brings the database up to this program; comes to the names of the migrations applied. */
export async function migrateOrFail(database: Database, onStep: (name: string) => void): Promise<string[]> {
  const outcome = await migrate(database.pool, { onStep: ({ name }) => onStep(name) });
  if (outcome.ok) return outcome.value;
  throw new Failure(describeMigrationProblem(outcome.problem), outcome.problem.is === 'failed' ? exitCodes.failed : exitCodes.refused);
}
