/**
 * Everything that must hold, in the order in which a mistake is found soonest: form, types, rules of the house, then the tests.
 *
 *     npm test                    everything
 *     npm test -- unit            one step by its name; several may be named
 *     npm test -- browser PATTERN tests whose name matches
 */
import { spawn } from 'node:child_process';
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

/** Named steps; each is a command line. */
const STEPS: Record<string, (pattern?: string) => string[] | Promise<string[]>> = {
  format: () => [bin('prettier'), '--check', '--log-level=warn', '.'],
  lint: () => [bin('eslint'), '--max-warnings=0', '.'],
  rules: () => [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'src', 'samples'],
  build: async () => {
    await ensureBuilt(AbortSignal.timeout(600_000));
    return [node, '--version'];
  },
  types: () => [bin('tsc'), '--noEmit', '-p', '.'],
  pages: () => [bin('svelte-check'), '--threshold', 'error', '--output', 'human', '--tsconfig', 'tsconfig.pages.json'],
  unit: testing(2, () => files('src/**/*.test.ts', 'samples/**/*.test.ts', 'tests/**/*.test.ts').filter((file) => !slow(file))),
  fuzz: testing(2, () => files('tests/fuzz/**/*.test.ts')),
  faults: testing(1, () => files('tests/faults/**/*.test.ts')),
  browser: testing(2, () => files('tests/browser/**/*.test.ts')),
};

const [first, ...rest] = process.argv.slice(2);
const named = [first, ...rest].filter((name): name is string => name !== undefined && name in STEPS);
const pattern = [first, ...rest].find((name) => name !== undefined && !(name in STEPS));
const failed: string[] = [];
for (const name of named.length > 0 ? named : Object.keys(STEPS)) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const [command, ...args] = await STEPS[name]!(pattern);
  const code = await new Promise<number>((resolve, reject) => {
    // A file whose process does not end is named by the runner when that is asked to stop.
    const child = spawn(command!, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'], timeout: LONGEST_STEP });
    child.on('error', reject);
    child.on('exit', (status, signal) => resolve(signal ? 1 : (status ?? 1)));
  });
  console.log(`── ${name} ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
