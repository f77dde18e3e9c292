import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { quickFolder } from '#platform/database/testing.ts';
import { projectRoot } from '#platform/root.ts';

/** A program of ours that runs as its own process, as a user would start it. */
export interface Running {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** Resolves with the first line of stdout or stderr that matches; rejects when the process ends without one. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/** What was started on a data folder, to be ended with it. */
const children = new Map<string, ChildProcess[]>();

/** A data folder that is removed, with whatever still runs on it, when the test ends. */
export function dataFolder(t: TestContext): string {
  const folder = mkdtempSync(join(quickFolder(), 'everforum-fault-'));
  t.after(async () => {
    for (const child of children.get(folder) ?? []) child.kill('SIGKILL');
    for (const { pid } of processesOf(folder)) killNow(pid);
    await nothingRuns(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

export function run(args: string[], env: Record<string, string>, command: string = process.execPath): Running {
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...ours } = process.env;
  const child = spawn(command, args, { cwd: tmpdir(), env: { ...ours, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  if (env.DATA_DIR) children.set(env.DATA_DIR, [...(children.get(env.DATA_DIR) ?? []), child]);
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const hear = () => listeners.forEach((listener) => listener());
  child.stdout!.setEncoding('utf8').on('data', (text: string) => ((stdout += text), hear()));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => ((stderr += text), hear()));
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals);
  const says = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = `${stdout}\n${stderr}`.match(pattern);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then((how) => reject(new Error(`It ended (${how}) without ${pattern}:\n${stdout}${stderr}`)));
    });
  return { child, stdout: () => stdout, stderr: () => stderr, says, ended };
}

const commandLine = join(projectRoot, 'src/cli/main.ts');

/** Starts the server on a free port. Demo mode fills an empty database with the samples. */
export function startServer(dataDir: string, env: Record<string, string> = {}): Running {
  return run([commandLine, 'start'], { DATA_DIR: dataDir, PORT: '0', EVERFORUM_MODE: 'demo', ...env });
}

/** The address that a server of `startServer` listens on, once it is ready. */
export async function addressOf(server: Running): Promise<string> {
  return (await server.says(/listening on (http:\/\/\S+?)\)/))[1]!;
}

export function runCommand(dataDir: string, ...args: string[]): Running {
  return run([commandLine, ...args], { DATA_DIR: dataDir });
}

export interface Process {
  pid: number;
  command: string;
}

/** Every process that works on this data folder, whoever started it. Only Linux tells. */
export function processesOf(dataDir: string): Process[] {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        // The processes of a PostgreSQL server have its folder as theirs, and rename themselves.
        const works = command.includes(dataDir) || readlinkSync(`/proc/${name}/cwd`).startsWith(dataDir);
        const parent = Number(readFileSync(`/proc/${name}/status`, 'utf8').match(/^PPid:\s+(\d+)/m)![1]);
        return works && command !== '' ? [{ pid: Number(name), parent, command }] : [];
      } catch {
        return [];
      }
    });
  // One that was forked a moment ago still bears the name of its parent: it is not a second of that kind.
  return found.filter(({ parent, command }) => !found.some((other) => other.pid === parent && other.command === command));
}

export const isKeeper = ({ command }: Process): boolean => command.includes('keeper.ts');
export const isPostmaster = ({ command }: Process): boolean => / -D \S+\/postgres( |$)/.test(command) && !command.includes('--single');

/** Resolves when no process works on the folder any more; rejects, naming them, when they do not go away. */
export function nothingRuns(dataDir: string): Promise<void> {
  return until(
    () => processesOf(dataDir).length === 0,
    () =>
      processesOf(dataDir)
        .map(({ command }) => command.slice(0, 200))
        .join('\n'),
  );
}

export async function until(
  holds: () => boolean | Promise<boolean>,
  otherwise: () => string = () => 'It never came to hold',
): Promise<void> {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline; await wait(20)) if (await holds()) return;
  throw new Error(otherwise());
}

export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
