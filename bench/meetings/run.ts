import type { Instance } from '../../src/engines/meetings/instance.ts';
import { readInstance } from '../../src/engines/meetings/read.ts';
import { type Options, type Result, solve } from '../../src/engines/meetings/solve.ts';
import type { News } from '../../src/engines/meetings/watch.ts';

export function read(json: unknown): Instance {
  const outcome = readInstance(json);
  if (!outcome.ok) throw new Error(outcome.faults.map((fault) => `${fault.path}: ${fault.reason}`).join('\n'));
  return outcome.value;
}

/** Milliseconds this thread has spent on a processor. */
const processorTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Solves in this thread; seconds are those of the processor, so that other programs on the machine do not count against the search. */
export async function run(instance: Instance, options: Options): Promise<{ result: Result; news: News[] }> {
  const news: News[] = [];
  const result = await solve(instance, options, { now: processorTime, tell: (x) => news.push(x) });
  return { result, news };
}

export function print(table: string[][]): void {
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
