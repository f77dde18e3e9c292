import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CannotStart } from '#platform/database/problem.ts';
import manifest from '../../package.json' with { type: 'json' };
import { exitCodes, Failure } from './failure.ts';

/** The commands, in the order of the help. Each is a file that is read only when it is needed, so that every command starts quickly. */
const commands: Record<string, { file: string; register: string }> = {
  start: { file: './start.ts', register: 'registerStart' },
  build: { file: './build.ts', register: 'registerBuild' },
  migrate: { file: './migrate.ts', register: 'registerMigrate' },
  import: { file: './import.ts', register: 'registerImport' },
  export: { file: './export.ts', register: 'registerExport' },
  appoint: { file: './appoint.ts', register: 'registerAppoint' },
  publish: { file: './publish.ts', register: 'registerPublish' },
  mirror: { file: './mirror.ts', register: 'registerMirror' },
  timetable: { file: './timetable.ts', register: 'registerTimetable' },
  meetings: { file: './meetings.ts', register: 'registerMeetings' },
  backup: { file: './backup.ts', register: 'registerBackup' },
  restore: { file: './restore.ts', register: 'registerRestore' },
  jobs: { file: './jobs.ts', register: 'registerJobs' },
  doctor: { file: './doctor.ts', register: 'registerDoctor' },
};

const help = `
Settings are read from the environment: PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, SMTP_URL, MAIL_FROM, MAP_TILES,
EVERFORUM_MODE (demo or production), TRUSTED_PROXIES, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET[_FILE],
OIDC_NAME, LOG_LEVEL.
Exit codes: 0 done; 1 failed; 2 the command line or a setting is wrong; 3 refused, nothing was changed.

Examples:
  $ npx everforum start
  $ npx everforum import schedule.xml --into 2027 --yes
  $ npx everforum backup forum.backup`;

/** Runs one command line, without the program's name, and sets the process's exit code. */
export async function run(args: string[]): Promise<void> {
  // Our launcher holds a channel to us: when it is killed, nobody waits for us any more.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  try {
    const program = await makeProgram(args[0]);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
}

async function makeProgram(asked: string | undefined): Promise<Command> {
  const program = new Command('everforum').description(manifest.description).version(manifest.version).addHelpText('after', help);
  // A command may have an option that the program has too: "export --version 2".
  program.enablePositionalOptions();
  program.exitOverride().configureHelp({ showGlobalOptions: false }).showHelpAfterError('(everforum --help shows what there is)');
  const wanted = asked && asked in commands ? [commands[asked]!] : Object.values(commands);
  for (const { file, register } of wanted) {
    const url = new URL(file, import.meta.url);
    if (!existsSync(url)) continue;
    const module = (await import(url.href)) as Record<string, (program: Command) => void>;
    module[register]!(program);
  }
  return program;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const debugging = /^(debug|trace)$/.test(process.env.LOG_LEVEL ?? '');
  const expected = error instanceof Failure || error instanceof CannotStart;
  const hint = expected ? '' : ' (LOG_LEVEL=debug shows where)';
  process.stderr.write(debugging ? `${stack}\n` : `everforum: ${message || 'an error without a message'}${hint}\n`);
  return error instanceof Failure ? error.exitCode : exitCodes.failed;
}

if (import.meta.main) await run(process.argv.slice(2));
