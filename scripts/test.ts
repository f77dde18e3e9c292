/**
 * Everything that must hold: form, types, rules of the house, and the tests.
 *
 *     npm test                    everything
 *     npm test -- unit            one step by its name; several may be named
 *     npm test -- browser PATTERN tests whose name matches
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '#platform/ensure-built.ts';
import { projectRoot } from '#platform/root.ts';

const bin = (name: string) => join(projectRoot, 'node_modules', '.bin', name);
const node = process.execPath;

const files = (...patterns: string[]): string[] => globSync(patterns, { cwd: projectRoot }).sort();
const slow = (file: string) => /^tests\/(browser|faults|fuzz)\//.test(file);

/** Milliseconds after which what hangs is a failure with a name: a test, and a step (a test file whose process does not end). */
const LONGEST_TEST = 5 * 60_000;
const LONGEST_STEP = 15 * 60_000;

const testing = (concurrency: number, list: () => string[]) => (pattern?: string) => [
  node,
  '--test',
  `--test-concurrency=${concurrency}`,
  `--test-timeout=${LONGEST_TEST}`,
  '--test-reporter=spec',
  ...(pattern ? [`--test-name-pattern=${pattern}`] : []),
  ...list(),
];

interface Step {
  command(pattern?: string): string[] | Promise<string[]>;
  /** Of the two cores that the suite is made for, how many it keeps busy. */
  cores: 1 | 2;
  /** The step that must have ended first. */
  needs?: string;
}

const tool = (name: string, ...args: string[]): Step => ({ command: () => [bin(name), ...args], cores: 1 });

/** In the order in which they are begun; two that keep one core busy run side by side. */
const STEPS: Record<string, Step> = {
  build: {
    command: async () => {
      await ensureBuilt(AbortSignal.timeout(600_000));
      return [node, '--version'];
    },
    cores: 1,
  },
  format: tool('prettier', '--check', '--log-level=warn', '.'),
  rules: tool('depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'samples'),
  faults: { command: testing(1, () => files('tests/faults/**/*.test.ts')), cores: 1, needs: 'build' },
  types: { ...tool('tsc', '--noEmit', '-p', '.'), needs: 'build' },
  lint: tool('eslint', '--max-warnings=0', '.'),
  pages: { ...tool('svelte-check', '--threshold', 'error', '--output', 'human', '--tsconfig', 'tsconfig.pages.json'), needs: 'build' },
  fuzz: { command: testing(1, () => files('tests/fuzz/**/*.test.ts')), cores: 1 },
  unit: {
    command: testing(2, () => files('src/**/*.test.ts', 'samples/**/*.test.ts', 'tests/**/*.test.ts').filter((file) => !slow(file))),
    cores: 2,
  },
  browser: { command: testing(2, () => files('tests/browser/**/*.test.ts')), cores: 2, needs: 'build' },
};

const words = process.argv.slice(2);
const named = words.filter((word) => word in STEPS);
const pattern = words.find((word) => !(word in STEPS));
if (named.length === 0 && pattern !== undefined) {
  console.error(`There is no step “${pattern}”; the steps are ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}
const failed: string[] = [];
const waiting = Object.keys(STEPS).filter((name) => named.length === 0 || named.includes(name));
const running = new Map<string, Promise<void>>();
while (waiting.length > 0 || running.size > 0) {
  const free = 2 - [...running.keys()].reduce((busy, name) => busy + STEPS[name]!.cores, 0);
  const unfinished = [...waiting, ...running.keys()];
  const next = waiting.find((name) => STEPS[name]!.cores <= free && !unfinished.includes(STEPS[name]!.needs ?? ''));
  if (next === undefined) await Promise.race(running.values());
  else {
    waiting.splice(waiting.indexOf(next), 1);
    running.set(
      next,
      run(next).finally(() => running.delete(next)),
    );
  }
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

/** What a step says is told at once where it runs alone, otherwise when it has ended, so that two do not speak at once. */
async function run(name: string): Promise<void> {
  const started = Date.now();
  const alone = named.length === 1;
  let said = '';
  const code = await (async () => {
    const [command, ...args] = await STEPS[name]!.command(pattern);
    // A file whose process does not end is named by the runner when that is asked to stop.
    const child = spawn(command!, args, {
      cwd: projectRoot,
      stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
      timeout: LONGEST_STEP,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [status] = (await once(child, 'close')) as [number | null];
    return status ?? 1;
  })().catch((error: unknown) => {
    said += String(error);
    return 1;
  });
  console.log(`\n── ${name}\n${said}── ${name} ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (code !== 0) failed.push(name);
}
