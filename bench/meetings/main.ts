/**
 * The table of the meetings engine: `node bench/meetings/main.ts [--seconds 60] [--seed 1] [instance.json …]`.
 * Without instances, those of `../shared/data/meetings` where they are there, and made-up small events. One worker thread, one run each.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Instance, Plan } from '../../src/engines/meetings/instance.ts';
import { readInstance } from '../../src/engines/meetings/read.ts';
import { makeSmallEvent } from '../../src/engines/meetings/sample.ts';
import type { Options, Result } from '../../src/engines/meetings/solve.ts';
import type { News } from '../../src/engines/meetings/watch.ts';
import { solveInWorker } from '../../src/engines/meetings/thread.ts';

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'meetings');

/** What the issue asks of each instance: must and aim, as weight / value. */
const asked: Record<string, string> = {
  small: '172 proven; waiting ≤ 33',
  medium: '6,571 / 6,500; aim 6,597 / 6,540',
  large: '48,483 / 47,780; aim 48,727 / 48,300',
};

const rows: string[][] = [
  ['instance', 'first plan (s)', 'weight', 'bound', 'value', 'waiting', 'table changes', 'moves/s', 'seconds', 'asked'],
];
for (const [name, instance] of given()) {
  const { result, first } = await run(instance, { seed, budget: { seconds } });
  if (result.is === 'impossible') {
    rows.push([name, '', 'infeasible', '', '', '', '', '', result.seconds.toFixed(1), result.reasons[0]!.slice(0, 60)]);
    continue;
  }
  rows.push(line(name, result, first, asked[name] ?? ''));
  if (instance.update.absent.length + instance.update.wishes.length === 0) continue;
  const again = await run(instance, { seed, budget: { seconds: 5 }, before: result.plan });
  if (again.result.is !== 'planned') continue;
  const c = again.result.changes!;
  rows.push(
    line(
      `${name} after update`,
      again.result,
      again.first,
      `kept ${c.kept}, other table ${c.otherTable}, moved ${c.moved}, dropped ${c.dropped}, forced ${c.forced}, added ${c.added}`,
    ),
  );
}
print(rows);

if (positionals.length === 0) {
  const small: string[][] = [['small event (sample)', 'meetings held', 'breaks', 'no plan has fewer than', 'spread', 'seconds']];
  for (const [i, [participants, meetings, slots, tables]] of (
    [
      [42, 125, 21, 8],
      [70, 154, 21, 14],
      [47, 180, 21, 10],
      [78, 302, 22, 22],
    ] as const
  ).entries()) {
    const instance = read(makeSmallEvent({ participants, meetings, slots, tables, away: 0.2, precedences: 8, halves: 0.4 }, i + 1));
    const { result } = await run(instance, { seed, budget: { seconds: Math.min(10, seconds) } });
    if (result.is === 'impossible') throw new Error(result.reasons.join('\n'));
    const s = result.score;
    small.push([
      `${participants} people, ${tables} tables`,
      `${s.meetings} of ${meetings}`,
      `${s.breaks}`,
      `${result.leastBreaks}`,
      `${s.breakSpread}`,
      result.seconds.toFixed(1),
    ]);
  }
  print(small);
}

function* given(): Generator<[string, Instance]> {
  const paths = positionals.length > 0 ? positionals : ['small', 'medium', 'large'].map((name) => join(data, `${name}.json`));
  for (const path of paths) {
    if (existsSync(path)) yield [basename(path, '.json'), read(JSON.parse(readFileSync(path, 'utf8')))];
    else process.stderr.write(`${path} is not here: left out\n`);
  }
}

function read(json: unknown): Instance {
  const outcome = readInstance(json);
  if (!outcome.ok) throw new Error(outcome.faults.map((fault) => `${fault.path}: ${fault.reason}`).join('\n'));
  return outcome.value;
}

async function run(instance: Instance, options: Options): Promise<{ result: Result; first: News | null; plan?: Plan }> {
  let first: News | null = null;
  const result = await solveInWorker(instance, options, (news) => (first ??= news)).result;
  return { result, first };
}

function line(name: string, result: Result & { is: 'planned' }, first: News | null, note: string): string[] {
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

function print(table: string[][]): void {
  const widths = table[0]!.map((_, c) => Math.max(...table.map((row) => row[c]!.length)));
  for (const row of table)
    process.stdout.write(
      `${row
        .map((cell, c) => cell.padEnd(widths[c]!))
        .join('  ')
        .trimEnd()}\n`,
    );
  process.stdout.write('\n');
}
