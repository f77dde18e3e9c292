import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { exitCodes, Failure } from './failure.ts';
import { compare } from '../engines/meetings/changes.ts';
import type { Instance, Plan } from '../engines/meetings/instance.ts';
import { readInstance } from '../engines/meetings/read.ts';
import type { Options, Result } from '../engines/meetings/solve.ts';
import type { News } from '../engines/meetings/watch.ts';
import { solveInWorker } from '../engines/meetings/thread.ts';
import { registerExplain } from './meetings-explain.ts';
import { readFeasible, readFile, writeWhole } from './meetings-files.ts';

const help = `
The files' form is described in docs/meetings.md. Progress goes to stderr, the plan to the file given by -o (or stdout).
Ctrl-C ends the search and keeps the best plan found so far.

Exit codes: 0 a plan was written; 1 it could not be written; 2 the command line or a file is wrong;
3 infeasible: no plan can keep the rules (or hold all that must be held), with the reasons; or the plan
written leaves something owed (a meeting to be held, a sold minimum, fair breaks), with what and why.

Examples:
  $ npx everforum meetings solve large.json -o plan.json
  $ npx everforum meetings solve large.json -o plan.json --seconds 300 --seed 7
  $ npx everforum meetings solve large.json -o new.json --before plan.json --seconds 5 --told changes.json
  $ npx everforum meetings solve large.json -o plan.json --moves 5000000    (the same plan on every machine)`;

export function registerMeetings(program: Command): void {
  const meetings = program.command('meetings').description('plan who meets whom, when, at which table');
  const number = (least: number) => (text: string) => {
    const x = Number(text);
    if (text.trim() === '' || !Number.isFinite(x) || x < least) throw new InvalidArgumentError(`must be a number of at least ${least}.`);
    return x;
  };
  const whole = (least: number) => (text: string) => {
    const x = number(least)(text);
    if (!Number.isSafeInteger(x)) throw new InvalidArgumentError('must be a whole number.');
    return x;
  };
  meetings
    .command('solve')
    .description('make a plan for an instance, or re-plan after its update')
    .argument('<instance>', 'the instance (JSON)')
    .option('-o, --output <plan>', 'where to write the plan (JSON); stdout without it')
    .option('--seconds <n>', 'how long to search', number(0), 60)
    .option('--moves <n>', 'how many moves to make instead: the result then depends on the seed alone', whole(1))
    .option('--seed <n>', 'seed of the random numbers', whole(0), 1)
    .option('--before <plan>', 'the plan people were told of: apply the update and move few')
    .option('--told <changes>', 'with --before: where to write what became of each meeting and whom to tell (JSON)')
    .addHelpText('after', help)
    .action(solveFile);
  registerExplain(meetings, number, whole);
}

interface Flags {
  output?: string;
  seconds: number;
  moves?: number;
  seed: number;
  before?: string;
  told?: string;
}

async function solveFile(path: string, flags: Flags): Promise<void> {
  const instance = readFile(path, readInstance);
  if (flags.told !== undefined && flags.before === undefined) throw new Failure('--told needs --before', exitCodes.usage);
  const before = flags.before === undefined ? undefined : readFile(flags.before, (json) => readFeasible(json, instance));
  const options: Options = {
    seed: flags.seed,
    budget: flags.moves === undefined ? { seconds: Math.max(0.05, flags.seconds - process.uptime()) } : { moves: flags.moves },
    ...(before ? { before } : {}),
  };
  const running = solveInWorker(instance, options, showNews());
  let asked = false;
  const stop = () => {
    if (!asked) process.stderr.write('Stopping; the best plan so far is kept.\n');
    asked = true;
    running.cancel();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const result = await running.result.finally(() => process.off('SIGINT', stop).off('SIGTERM', stop));
  conclude(result, flags, instance, before);
}

function conclude(result: Result, flags: Flags, instance: Instance, before?: Plan): void {
  if (result.is === 'impossible') {
    const hint = instance.holdAll ? '\n  (every wish has to be held here; "holdAll": false in the file plans as many as fit)' : '';
    throw new Failure(`infeasible: ${result.reasons.join('\n  ')}${hint}`, exitCodes.refused);
  }
  const text = `${JSON.stringify(result.plan)}\n`;
  if (flags.output === undefined) process.stdout.write(text);
  else writeWhole(flags.output, text);
  if (flags.told !== undefined && before) {
    const list = compare(before, result.plan, instance.update).filter(({ is }) => is !== 'kept');
    writeWhole(flags.told, `${JSON.stringify({ changes: list })}\n`);
  }
  const s = result.score;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(
    `Weight ${s.weight}${result.bound ? ` of at most ${Math.floor(result.bound.weight * 100) / 100} (${result.proven ? 'proven best' : `${((100 * s.weight) / Math.max(1, result.bound.weight)).toFixed(2)} %`}, by ${result.bound.by})` : ''}, value ${s.value}: ${s.meetings} meetings, shortfall ${s.shortfall}, ${s.idle} slots of waiting in ${s.breaks} breaks (${result.leastBreaks === null ? '' : result.leastBreaks === s.breaks ? 'proven fewest, ' : `no plan has fewer than ${result.leastBreaks}, `}spread ${s.breakSpread}), ${s.tableChanges} table changes.`,
  );
  if (result.changes) {
    const c = result.changes;
    say(
      `Of what people were told: ${c.kept} kept, ${c.otherTable} at another table, ${c.moved} moved, ${c.dropped} dropped, ${c.forced} lost with absent delegates or refused; ${c.added} added.`,
    );
  }
  for (const line of result.missing) say(line);
  if (result.missing.length > 0) process.exitCode = exitCodes.refused;
}

/** A line when something happens, and about every second of searching. */
function showNews(): (news: News) => void {
  let last = -Infinity;
  return (news) => {
    if (news.phase === 'search' && news.seconds - last < 1 && news.done < 1) return;
    last = news.seconds;
    const bound = news.bound === null ? '' : ` of at most ${Math.floor(news.bound)}`;
    process.stderr.write(
      `${news.seconds.toFixed(1)} s  ${news.phase}: weight ${news.weight}${bound}, value ${news.value.toFixed(1)}, ${news.meetings} meetings, ${news.breaks} breaks\n`,
    );
  };
}
