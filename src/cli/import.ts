import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { publishProgramme } from '#boards/programme/actions.server.ts';
import { describeChange } from '#boards/programme/describe.ts';
import type { Change } from '#boards/programme/difference.ts';
import { importInput, type ImportProblem, importSchedule, previewImport } from '#boards/programme/import/actions.server.ts';
import { problemTold, type Remark } from '#boards/programme/import/imported.ts';
import { MOST_BYTES } from '#boards/programme/import/read-file.ts';
import { commandLine } from '#platform/actor.ts';
import { withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

interface Options {
  into: string;
  yes?: boolean;
  publish?: boolean;
  all?: boolean;
  json?: boolean;
  keepGoing?: boolean;
  dryRun?: boolean;
  gone?: string;
  series?: string;
  timeZone?: string;
}

/** Lines of one sort that are printed without --all. */
const SHOWN = 10;

export function registerImport(program: Command): void {
  program
    .command('import')
    .summary('import a schedule into an edition')
    .description(
      'Reads schedule.xml (also Pentabarf), schedule.json, schedule2, iCalendar, CSV or XLSX, whatever the file is called, shows what is new, changed and gone, and asks before anything is written. ' +
        'All or nothing: one bad row stops it, unless --keep-going leaves the bad ones out. Makes the edition where there is none. What the format cannot say is kept; importing a file twice changes nothing.',
    )
    .argument('<file>', 'the file, or - for what comes in')
    .requiredOption('--into <edition>', 'the edition, by the name in its address')
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'only show what would be done')
    .option('--publish', 'publish the edition afterwards')
    .option('--keep-going', 'leave bad rows out and take the others')
    .option(
      '--gone <what>',
      'what becomes of what the file no longer holds: keep, cancel or remove. Without it, a whole schedule cancels what was published and removes what never was; a table or a part of a schedule keeps it',
    )
    .option('--series <slug>', 'the series a new edition belongs to; otherwise one called like the conference')
    .option('--time-zone <zone>', 'where times without a zone are read, such as Asia/Shanghai')
    .option('--all', 'print every change and remark')
    .option('--json', 'print the preview as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx everforum import schedule.xml --into 2027\n  $ npx everforum import programme.xlsx --into 2027 --time-zone Asia/Shanghai --yes --publish\n\nExit codes: 0 imported (or nothing to change), 3 refused, nothing was changed.',
    )
    .action((path: string, options: Options) => run(path, options));
}

async function run(path: string, options: Options): Promise<void> {
  const bytes = await bytesOf(path);
  const parsed = importInput.safeParse({
    edition: options.into,
    base64: bytes.toString('base64'),
    gone: options.gone ?? null,
    series: options.series ?? null,
    timeZone: options.timeZone ?? null,
    keepGoing: options.keepGoing ?? false,
  });
  if (!parsed.success) {
    const names: Record<string, string> = { edition: '--into', gone: '--gone', series: '--series', timeZone: '--time-zone' };
    const lines = parsed.error.issues.map(({ path: [name], message }) => `${names[String(name)] ?? String(name)}: ${message}`);
    throw new Failure(lines.join('\n'), exitCodes.usage);
  }
  const input = parsed.data;
  await withDatabase(async ({ database, progress, settings }) => {
    progress.step(`Reading ${basename(path)}`);
    const preview = await previewImport(database.db, input, new Date().toISOString());
    progress.clear();
    if (!preview.ok) return refuse(preview.problem, options);
    const { content, makes, changes, remarks, gone } = preview.value;
    if (options.json) {
      console.log(
        JSON.stringify({ edition: input.edition, makes, activities: content.activities.length, gone, changes, remarks }, null, 1),
      );
    } else {
      showRemarks(remarks, options.all ?? false);
      showChanges(changes, options.all ?? false);
      console.log(summary(changes, makes, input.edition, content.activities.length));
    }
    if (options.dryRun) return;
    if (makes || changes.length > 0) {
      if (!options.yes && !(await agreed(makes ? `Make the edition ${input.edition}?` : `Change the edition ${input.edition}?`))) {
        throw new Failure('Nothing was changed.', exitCodes.refused);
      }
      progress.step('Writing');
      const outcome = await importSchedule({ db: database.db, actor: commandLine }, input).catch((error: unknown) => {
        throw databaseFailure(error);
      });
      progress.clear();
      if (!outcome.ok) {
        if (
          outcome.problem.is === 'bad-input' ||
          outcome.problem.is === 'not-found' ||
          outcome.problem.is === 'not-allowed' ||
          outcome.problem.is === 'key-used-otherwise'
        ) {
          throw new Failure(`Refused: ${outcome.problem.is}; nothing was changed.`, exitCodes.refused);
        }
        return refuse(outcome.problem, options);
      }
      if (!options.json) console.log(`Imported into the working state of ${input.edition}.`);
    }
    if (!options.publish) {
      if (!options.json && (makes || changes.length > 0))
        console.log(`The public does not see it yet: run "npx everforum publish ${input.edition}".`);
      return;
    }
    const published = await publishProgramme({ db: database.db, actor: commandLine }, { edition: input.edition });
    if (!published.ok && published.problem.is !== 'unchanged') throw new Failure(`Imported, but not published: ${published.problem.is}.`);
    if (options.json) return;
    const number = published.ok ? published.value.number : published.problem.is === 'unchanged' ? published.problem.number : 0;
    console.log(
      published.ok
        ? `Published as version ${number}: ${settings.publicUrl}/en/${input.edition}`
        : `Nothing the public reads is different from version ${number}.`,
    );
  });
}

async function bytesOf(path: string): Promise<Buffer> {
  if (path === '-') {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of process.stdin) {
      parts.push(part as Buffer);
      size += (part as Buffer).length;
      if (size > MOST_BYTES) break;
    }
    return Buffer.concat(parts);
  }
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}`, exitCodes.usage);
  });
}

async function agreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Failure('Nothing was changed: there is nobody to ask. Say --yes to go on without asking.', exitCodes.refused);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`${question} [y/N] `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}

function refuse(problem: ImportProblem, { all = false }: Options): never {
  switch (problem.is) {
    case 'unreadable':
      throw new Failure(`${problemTold(problem.problem)} Nothing was changed.`, exitCodes.refused);
    case 'no-series':
      throw new Failure(`There is no series “${problem.series}”; nothing was changed.`, exitCodes.refused);
    case 'nothing':
      showRemarks(problem.remarks, all);
      throw new Failure('There is no event in the file that can be imported; nothing was changed.', exitCodes.refused);
    case 'bad-rows': {
      const bad = problem.remarks.filter(({ level }) => level === 'bad');
      showRemarks(bad, all);
      throw new Failure(
        `${bad.length} ${bad.length === 1 ? 'row is' : 'rows are'} bad; nothing was changed. Mend ${bad.length === 1 ? 'it' : 'them'}, or say --keep-going to leave ${bad.length === 1 ? 'it' : 'them'} out.`,
        exitCodes.refused,
      );
    }
  }
}

/** Remarks of one sort together, bad rows first. */
function showRemarks(remarks: readonly Remark[], all: boolean): void {
  const heads = { bad: 'Bad', guess: 'Guessed', note: 'Note' };
  for (const level of ['bad', 'guess', 'note'] as const) {
    for (const group of Map.groupBy(
      remarks.filter((one) => one.level === level),
      ({ code }) => code,
    ).values()) {
      for (const { line, text } of all ? group : group.slice(0, level === 'bad' ? SHOWN : 3)) {
        console.log(`${heads[level]}${line === null ? '' : `, line ${line}`}: ${text}`);
      }
      const left = all ? 0 : group.length - (level === 'bad' ? SHOWN : 3);
      if (left > 0) console.log(`${heads[level]}: … and ${left} more of this sort (--all shows them)`);
    }
  }
}

function showChanges(changes: readonly Change[], all: boolean): void {
  for (const kind of ['added', 'changed', 'gone'] as const) {
    const group = changes.filter(({ is }) => is === kind);
    for (const change of all ? group : group.slice(0, SHOWN)) console.log(`  ${describeChange(change, 'en')}`);
    if (!all && group.length > SHOWN)
      console.log(`  … and ${group.length - SHOWN} more ${kind === 'added' ? 'new' : kind} (--all shows them)`);
  }
}

function summary(changes: readonly Change[], makes: boolean, edition: string, activities: number): string {
  const count = (is: Change['is']) => changes.filter((change) => change.is === is).length;
  if (!makes && changes.length === 0) return `Nothing in ${edition} would change.`;
  const of = changes.filter(({ subject }) => subject.type === 'activity').length;
  return `${makes ? `New edition ${edition}` : `Edition ${edition}`}: ${count('added')} new, ${count('changed')} changed, ${count('gone')} gone (${of} of them activities); ${activities} activities in all.`;
}

/** What the database itself refused, in words. */
function databaseFailure(error: unknown): unknown {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  if (constraint === 'room_never_double_booked') {
    return new Failure('The database refused it: a room would be booked twice. Nothing was changed.', exitCodes.refused);
  }
  if (code?.startsWith('23'))
    return new Failure(`The database refused it (${constraint ?? message}); nothing was changed.`, exitCodes.refused);
  return error;
}
