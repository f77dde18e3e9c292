import { once } from 'node:events';
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { CannotStart } from './problem.ts';
import { giveTo, type Runner } from './runner.ts';

/** The name of both the role that the program uses and its database. */
export const databaseName = 'everforum';
export const superuser = 'postgres';

const unfinishedPrefix = 'postgres.new-';

/**
 * Makes the cluster where there is none. It is made under another name and renamed when it is whole, so that being killed half-way
 * leaves only a folder that the next start throws away.
 */
export async function initialise(place: Place, binaries: Binaries, runner: Runner, durable: boolean): Promise<void> {
  removeUnfinished(place);
  if (existsSync(place.cluster)) return refuseOtherVersion(place, binaries);
  const unfinished = mkdtempSync(join(place.dataDir, unfinishedPrefix));
  giveTo(runner.maker, unfinished);
  const command = ['-D', unfinished, `--username=${superuser}`, '--auth=trust', '--encoding=UTF8', '--no-instructions'];
  const locale = ['--locale-provider=icu', '--icu-locale=und', '--locale=C'];
  await run(runner, binaries, binaries.initdb, [...command, ...locale, ...(durable ? [] : ['--no-sync'])], '');
  const grants = `CREATE ROLE ${databaseName} LOGIN CREATEDB;\nCREATE DATABASE ${databaseName} OWNER ${databaseName};\n`;
  await run(runner, binaries, binaries.postgres, ['--single', '-D', unfinished, '-c', 'log_min_messages=fatal', 'postgres'], grants);
  giveTo(runner.owner, unfinished);
  renameSync(unfinished, place.cluster);
  if (durable) syncFolder(place.dataDir);
}

function removeUnfinished({ dataDir }: Place): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith(unfinishedPrefix))) {
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Somebody else began it, and it takes nothing but space.
    }
  }
}

function refuseOtherVersion(place: Place, binaries: Binaries): void {
  const version = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === binaries.major) return;
  throw new CannotStart(
    `${place.cluster} was made by PostgreSQL ${version}, and this installation brings ${binaries.major}: ` +
      'back up with the version that made it, then restore into an empty DATA_DIR.',
  );
}

async function run(runner: Runner, binaries: Binaries, program: string, args: string[], input: string): Promise<void> {
  const user = runner.maker ?? {};
  const child = runner.start(program, args, {
    cwd: '/',
    env: { ...cleanEnvironment(), ...binaries.env },
    stdio: ['pipe', 'ignore', 'pipe'],
    ...user,
  });
  child.stdin!.on('error', () => {}).end(input);
  const [complaint, [code, signal]] = await Promise.all([
    text(child.stderr!),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  if (code === 0) return;
  const last = complaint.trim().split('\n').pop() ?? '';
  throw new CannotStart(`The database could not be made (${program.split('/').pop()} ended with ${code ?? signal}): ${last}`);
}

/** Nothing of ours reaches PostgreSQL by accident: PGDATA, PGPORT and the like would change what it does. */
export function cleanEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
