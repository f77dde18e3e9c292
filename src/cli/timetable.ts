import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { TimetableSolution } from '../engines/timetable/model.ts';
import { LIMITS } from '../engines/timetable/parse.ts';
import { FORMS, readProblem, type Form } from '../engines/timetable/read.ts';
import type { Progress } from '../engines/timetable/search.ts';
import type { Solved } from '../engines/timetable/solve.ts';
import { solveInWorker } from '../engines/timetable/thread.ts';
import { exitCodes, Failure } from './failure.ts';

const help = `
Forms: native (docs/timetable.md), csp (a conference of CSPLib as JSON), ctt (ITC-2007 track 3).
Progress goes to stderr, the timetable to the file given by -o (or stdout). Ctrl-C ends the search and keeps the best timetable so far.

Exit codes: 0 a timetable that keeps every hard rule was written; 1 it could not be written; 2 the command line or the file is wrong;
3 infeasible: what could be placed was written, and the reasons are on stderr.

Examples:
  $ npx everforum timetable solve problem.json -o solution.json --seconds 60 --seed 1
  $ npx everforum timetable solve GECCO19.json -o solution.json --format csp
  $ npx everforum timetable solve comp01.ctt -o comp01.out --format ctt --seconds 10
  $ npx everforum timetable solve problem.json -o solution.json --moves 5000000    (the same timetable on every machine)`;

interface Flags {
  output?: string;
  seconds: number;
  moves?: number;
  seed: number;
  format: Form;
}

export function registerTimetable(program: Command): void {
  const timetable = program.command('timetable').description('place activities in rooms and hours');
  const number = (least: number, isWhole: boolean) => (text: string) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least) || value > Number.MAX_SAFE_INTEGER || (isWhole && !Number.isInteger(value)))
      throw new InvalidArgumentError(`must be a ${isWhole ? 'whole ' : ''}number of at least ${least}.`);
    return value;
  };
  timetable
    .command('solve')
    .description('make a timetable for a problem file')
    .argument('<problem>', 'the problem')
    .option('-o, --output <solution>', 'where to write the timetable; stdout without it')
    .option('--seconds <n>', 'how long to search', number(0.1, false), 60)
    .option('--moves <n>', 'how many moves to make instead: the result then depends on the seed alone', number(1, true))
    .option('--seed <n>', 'seed of the random numbers', number(0, true), 1)
    .addOption(new Option('--format <form>', 'form of the files').choices([...FORMS]).default('native'))
    .addHelpText('after', help)
    .action(solveFile);
}

async function solveFile(path: string, flags: Flags): Promise<void> {
  const read = readProblem(flags.format, readText(path));
  if (!read.ok) {
    const lines = read.errors.map(({ path: at, reason }) => (at ? `${at}: ${reason}` : reason));
    throw new Failure(`${path} cannot be used:\n  ${lines.join('\n  ')}`, exitCodes.usage);
  }
  const limits = {
    seed: flags.seed,
    ...(flags.moves === undefined ? { seconds: Math.max(0.1, flags.seconds - process.uptime()) } : { moves: flags.moves }),
  };
  const running = solveInWorker(read.value, limits, showProgress());
  const stop = () => {
    process.stderr.write('Stopping; the best timetable so far is kept.\n');
    running.cancel();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const solved = await running.solved.finally(() => process.off('SIGINT', stop).off('SIGTERM', stop));
  const text = typeof solved.solution === 'string' ? solved.solution : `${JSON.stringify(solved.solution)}\n`;
  if (flags.output === undefined) process.stdout.write(text);
  else writeWhole(flags.output, text);
  conclude(solved);
}

function conclude(solved: Solved): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const native = typeof solved.solution === 'object' && 'format' in solved.solution ? solved.solution : null;
  const least = solved.bound === solved.cost ? 'proved to be the least there is' : `no timetable costs less than ${solved.bound}`;
  say(`Cost ${solved.cost}${solved.feasible ? ` (${least})` : ''} after ${solved.moves} moves in ${(solved.elapsed / 1000).toFixed(1)} s.`);
  if (native) tellTerms(native, say);
  else for (const part of solved.parts) if (part.cost > 0) say(`  ${part.name}: ${part.cost}, at least ${part.bound}`);
  if (solved.feasible) return;
  for (const reason of solved.contradictions) say(`Cannot be: ${reason}.`);
  if (native && solved.contradictions.length === 0)
    for (const { activity, reasons } of native.unplaced.slice(0, 20))
      say(`Not placed: ${activity}; ${reasons.map((r) => r.words).join('; ')}.`);
  const proof = solved.contradictions.length > 0 ? 'no timetable keeps every hard rule' : 'none found that keeps every hard rule';
  throw new Failure(`infeasible: ${proof}; ${solved.unplaced} not placed`, exitCodes.refused);
}

function tellTerms(solution: TimetableSolution, say: (line: string) => void): void {
  for (const term of solution.terms) if (term.cost > 0) say(`  ${term.name}: ${term.cost}, at least ${term.bound}`);
  for (const { wish, activity, why, reasons, at, costsMore } of solution.unmet.slice(0, 20)) {
    const place = at ? ` in ${at.room} at ${at.start}` : '';
    const detail =
      why === 'outweighed' ? `possible${place} for ${costsMore} more` : `${why}${place}: ${reasons.map((r) => r.words).join('; ')}`;
    say(`  unmet: ${wish} of ${activity}, ${detail}`);
  }
}

/** A line for each better timetable, at most one a second. */
function showProgress(): (progress: Progress) => void {
  let last = -Infinity;
  return ({ elapsed, moves, unplaced, cost, temperature }) => {
    if (elapsed - last < 1000 && temperature !== 0) return;
    last = elapsed;
    process.stderr.write(
      `${(elapsed / 1000).toFixed(1)} s  cost ${cost}${unplaced > 0 ? `, ${unplaced} not placed` : ''}, ${moves} moves\n`,
    );
  };
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > LIMITS.bytes) throw new Error(`has ${size} bytes; at most ${LIMITS.bytes} are accepted`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(`${path}: ${(error as Error).message}`, exitCodes.usage);
  }
}

/** Never leaves half a timetable behind. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    throw new Failure(`${path} could not be written: ${(error as Error).message}`);
  }
}
