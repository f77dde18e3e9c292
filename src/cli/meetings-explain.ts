import { type Command, Option } from 'commander';
import type { PageLanguage } from '#registry/text.ts';
import { slotsInWords, termInWords, unmetInWords } from '../boards/exchange/meetings/describe.ts';
import { planWords } from '../boards/exchange/meetings/words.ts';
import { agendaOf } from '../engines/meetings/book.ts';
import { explain } from '../engines/meetings/explain.ts';
import { afterUpdate, type Instance, type Plan } from '../engines/meetings/instance.ts';
import { compile } from '../engines/meetings/model.ts';
import { readInstance } from '../engines/meetings/read.ts';
import { score } from '../engines/meetings/score.ts';
import { withMoreTables } from '../engines/meetings/tables.ts';
import { termsOf } from '../engines/meetings/terms.ts';
import { boundInTime } from '../engines/meetings/timed.ts';
import { exitCodes, Failure } from './failure.ts';
import { readFeasible, readFile } from './meetings-files.ts';

const help = `
Prints the terms of the plan's value, then the unmet wishes, heaviest first, each with the cheapest change that would admit it.

Exit codes: 0 explained; 2 the command line or a file is wrong, or the plan breaks a rule of the instance (named).

Examples:
  $ npx everforum meetings explain large.json plan.json --wish 17
  $ npx everforum meetings explain large.json plan.json --more-tables 10 --seconds 30 --language zh
  $ npx everforum meetings explain large.json plan.json --prove 1800`;

interface Flags {
  wish?: number;
  most: number;
  moreTables?: number;
  seconds: number;
  seed: number;
  afterUpdate?: boolean;
  prove?: number;
  language: PageLanguage;
}

type Check = (least: number) => (text: string) => number;

export function registerExplain(meetings: Command, number: Check, whole: Check): void {
  meetings
    .command('explain')
    .description('say what a plan is worth, why wishes are unmet and what would admit them')
    .argument('<instance>', 'the instance (JSON)')
    .argument('<plan>', 'a plan for it (JSON)')
    .option('--wish <n>', 'one wish, slot by slot', whole(0))
    .option('--most <n>', 'how many unmet wishes', whole(0), 20)
    .option('--more-tables <n>', 'what so many more shared tables would bring', whole(1))
    .option('--seconds <n>', 'how long to search for that', number(0), 10)
    .option('--seed <n>', 'seed of the random numbers', whole(0), 1)
    .option('--prove <seconds>', 'look so long for a lower bound of the weight, one that counts hours and halls', number(0))
    .option('--after-update', "the plan is one of after the instance's update")
    .addOption(new Option('--language <language>', 'language of the words').choices(['en', 'zh']).default('en'))
    .addHelpText('after', help)
    .action(explainFiles);
}

async function explainFiles(path: string, planPath: string, flags: Flags): Promise<void> {
  const given = readFile(path, readInstance);
  const instance = flags.afterUpdate ? afterUpdate(given) : given;
  const plan = readFile(planPath, (json) => readFeasible(json, instance));
  const lines = flags.wish === undefined ? ofPlan(instance, plan, flags) : ofWish(instance, plan, flags.wish, flags.language);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (flags.moreTables !== undefined) process.stdout.write(`${await ofTables(instance, plan, flags.moreTables, flags)}\n`);
  if (flags.prove !== undefined) process.stdout.write(`${await ofBound(instance, flags.prove, flags.language)}\n`);
}

function ofPlan(instance: Instance, plan: Plan, { language, most }: Flags): string[] {
  const scored = score(instance, plan);
  const agenda = agendaOf(instance, plan);
  const { weight } = agenda.model;
  const unmet = Array.from(agenda.unplanned.subarray(0, agenda.unplannedCount)).sort((x, y) => weight[y]! - weight[x]! || x - y);
  return [
    ...termsOf(scored, instance.penalty).map((term) => termInWords(language, term)),
    `${planWords(language)('value')}${language === 'zh' ? '：' : ': '}${scored.value}`,
    ...unmet.slice(0, most).map((wish) => unmetInWords(language, instance, explain(agenda, wish))),
  ];
}

function ofWish(instance: Instance, plan: Plan, wish: number, language: PageLanguage): string[] {
  if (wish >= instance.wishes.length) throw new Failure(`--wish: there are ${instance.wishes.length} wishes`, exitCodes.usage);
  const agenda = agendaOf(instance, plan);
  if (agenda.slotOf[wish]! >= 0) throw new Failure(`--wish: wish ${wish} is planned`, exitCodes.usage);
  const found = explain(agenda, wish);
  return [unmetInWords(language, instance, found), ...slotsInWords(language, found).map((line) => `  ${line}`)];
}

async function ofBound(instance: Instance, seconds: number, language: PageLanguage): Promise<string> {
  const bound = await boundInTime(compile(instance), seconds);
  const say = planWords(language);
  return bound === null ? say('boundless') : say('bound', { bound: String(Math.round(bound * 100) / 100) });
}

async function ofTables(instance: Instance, plan: Plan, extra: number, { seconds, seed, language }: Flags): Promise<string> {
  const more = await withMoreTables(instance, plan, extra, { seed, budget: { seconds } }, { now: () => performance.now() });
  return planWords(language)('tables', {
    extra,
    weight: String(more.weight),
    value: String(Math.round(more.value * 100) / 100),
    bound: String(more.bound === null ? '?' : Math.floor(more.bound)),
  });
}
