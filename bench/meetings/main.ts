/**
 * The tables of the meetings engine: `node bench/meetings/main.ts [--seconds 60] [--seed 1] [--plans FOLDER] [instance.json …]`, and for the
 * small events `--events` (made up, of the literature's sizes) and `--spoilt` (the same with something in them that cannot be). Without
 * instances, those of `../shared/data/meetings`. Seconds are those of the processor. With `--plans`, each plan is written there for a judge.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Instance, Plan } from '../../src/engines/meetings/instance.ts';
import type { Result } from '../../src/engines/meetings/solve.ts';
import type { News } from '../../src/engines/meetings/watch.ts';
import { printEvents, printSpoilt } from './events.ts';
import { print, read, run } from './run.ts';

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    plans: { type: 'string' },
    events: { type: 'boolean', default: false },
    spoilt: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'meetings');

/** What is wanted of each instance: must and aim, as weight / value. */
const asked: Record<string, string> = {
  small: '172 proven; waiting ≤ 33',
  medium: '6,571 / 6,500; aim 6,597 / 6,540',
  large: '48,483 / 47,780; aim 48,727 / 48,300',
};

if (values.events) await printEvents(seconds, seed);
if (values.spoilt) await printSpoilt(seconds, seed);
if (!values.events && !values.spoilt) await printTable();

async function printTable(): Promise<void> {
  const rows: string[][] = [
    ['instance', 'first plan (s)', 'weight', 'bound', 'value', 'waiting', 'table changes', 'moves/s', 'seconds', 'asked'],
  ];
  for (const [name, instance] of given()) {
    const { result, news } = await run(instance, { seed, budget: { seconds } });
    if (result.is === 'impossible') {
      rows.push([name, '', 'infeasible', '', '', '', '', '', result.seconds.toFixed(1), result.reasons[0]!.slice(0, 60)]);
      continue;
    }
    keep(name, result.plan);
    rows.push(line(name, result, news, asked[name] ?? ''));
    if (instance.update.absent.length + instance.update.wishes.length === 0) continue;
    const again = await run(instance, { seed, budget: { seconds: 5 }, before: result.plan });
    if (again.result.is !== 'planned') continue;
    keep(`${name}-after`, again.result.plan);
    const c = again.result.changes!;
    const told = `kept ${c.kept}, other table ${c.otherTable}, moved ${c.moved}, dropped ${c.dropped}, forced ${c.forced}, added ${c.added}`;
    rows.push(line(`${name} after update`, again.result, again.news, told));
  }
  print(rows);
}

function keep(name: string, plan: Plan): void {
  if (values.plans === undefined) return;
  mkdirSync(values.plans, { recursive: true });
  writeFileSync(join(values.plans, `${name}.json`), JSON.stringify(plan));
}

function* given(): Generator<[string, Instance]> {
  const paths = positionals.length > 0 ? positionals : ['small', 'medium', 'large'].map((name) => join(data, `${name}.json`));
  for (const path of paths) {
    if (existsSync(path)) yield [basename(path, '.json'), read(JSON.parse(readFileSync(path, 'utf8')))];
    else process.stderr.write(`${path} is not here: left out\n`);
  }
}

function line(name: string, result: Result & { is: 'planned' }, [first]: News[], note: string): string[] {
  const s = result.score;
  return [
    name,
    first ? `${first.weight} (${first.seconds.toFixed(1)})` : '',
    `${s.weight}`,
    result.bound
      ? `${Math.floor(result.bound.weight)}${result.proven ? ' proven' : ` (${((100 * s.weight) / result.bound.weight).toFixed(2)} %)`}`
      : '',
    s.value.toFixed(1),
    `${s.idle}`,
    `${s.tableChanges}`,
    Math.round(result.moves / result.seconds).toLocaleString('en'),
    result.seconds.toFixed(1),
    note,
  ];
}
