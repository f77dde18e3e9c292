/**
 * Everything that must hold: form, types, rules of the house, and the tests.
 *
 *     npm test                    everything
 *     npm test -- unit            one step by its name; several may be named
 *     npm test -- browser PATTERN tests whose name matches
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '#platform/ensure-built.ts';
import { projectRoot } from '#platform/root.ts';

const bin = (name: string) => join(projectRoot, 'node_modules', '.bin', name);
const node = process.execPath;

const files = (...patterns: string[]): string[] => globSync(patterns, { cwd: projectRoot }).sort();
const isAudit = (file: string) => file.endsWith('-audit.test.ts');
const isSlow = (file: string) => /^tests\/(browser|faults|fuzz)\//.test(file);
const needsDatabase = (file: string) => /\btestDatabase/.test(readFileSync(join(projectRoot, file), 'utf8'));
const quick = () => files('src/**/*.test.ts', 'samples/**/*.test.ts', 'tests/**/*.test.ts').filter((file) => !isSlow(file));

/** Milliseconds after which what hangs is a failure with a name: a test, and a step (a test file whose process does not end). */
const LONGEST_TEST = 5 * 60_000;
const LONGEST_STEP = 15 * 60_000;

/** One process goes through all files: starting one for each, and loading the program into it, takes longer than most of them. */
const testing = (list: () => string[]): Step => ({
  command: (pattern) => [
    node,
    '--test',
    '--test-isolation=none',
    `--test-timeout=${LONGEST_TEST}`,
    '--test-reporter=spec',
    ...(pattern ? [`--test-name-pattern=${pattern}`] : []),
    ...list(),
  ],
});

interface Step {
  command(pattern?: string): string[] | Promise<string[]>;
  /** The step that must have ended first. */
  needs?: string;
}

const tool = (name: string, ...args: string[]): Step => ({ command: () => [bin(name), ...args] });

/** The suite is made for two cores: two steps run side by side, in the order in which they stand here, the longest first. */
const STEPS: Record<string, Step> = {
  build: {
    command: async () => {
      await ensureBuilt(AbortSignal.timeout(600_000));
      return [node, '--version'];
    },
  },
  rules: tool('depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'samples'),
  browser: { ...testing(() => files('tests/browser/**/*.test.ts').filter((file) => !isAudit(file))), needs: 'build' },
  stores: testing(() => quick().filter(needsDatabase)),
  audits: { ...testing(() => files('tests/browser/**/*.test.ts').filter(isAudit)), needs: 'build' },
  faults: { ...testing(() => files('tests/faults/**/*.test.ts')), needs: 'build' },
  unit: testing(() => quick().filter((file) => !needsDatabase(file))),
  pages: { ...tool('svelte-check', '--threshold', 'error', '--output', 'human', '--tsconfig', 'tsconfig.pages.json'), needs: 'build' },
  format: tool('prettier', '--check', '--log-level=warn', '.'),
  lint: tool('eslint', '--max-warnings=0', '.'),
  types: { ...tool('tsc', '--noEmit', '-p', '.'), needs: 'build' },
  fuzz: testing(() => files('tests/fuzz/**/*.test.ts')),
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
  const unfinished = [...waiting, ...running.keys()];
  const next = running.size < 2 ? waiting.find((name) => !unfinished.includes(STEPS[name]!.needs ?? '')) : undefined;
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
