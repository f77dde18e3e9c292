import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { cleanEnvironment } from './initialise.ts';
import { socketPort, type Place } from './place.ts';
import { CannotStart } from './problem.ts';
import { giveTo, type Runner } from './runner.ts';

/** A running PostgreSQL server and how it ends. */
export interface Server {
  process: ChildProcess;
  /** Resolves when the process is gone, asked or not. */
  gone: Promise<void>;
  /** Ends connections, writes everything down and stops. */
  stop(): Promise<void>;
}

/** Starts the server of the cluster and resolves once it takes connections, after recovery if it was killed before. */
export async function startServer(place: Place, binaries: Binaries, runner: Runner, durable: boolean): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    await endLeftover(place);
    const logStart = sizeOf(place.postgresLog);
    const server = launch(place, binaries, runner, durable);
    if (await becomesReady(server, place)) return server;
    const complaint = readFileSync(place.postgresLog).subarray(logStart).toString();
    // The processes of a killed server notice its death by themselves, and hold its memory until then.
    const memoryHeld = complaint.includes('shared memory block');
    if (!memoryHeld || attempt > 50) {
      const reason = complaint.split('\n').findLast((line) => line.includes('FATAL:')) ?? complaint.trim().split('\n').pop();
      throw new CannotStart(`PostgreSQL did not start: ${reason?.replace(/^.*FATAL: */, '')} (${place.postgresLog} says more)`);
    }
    await wait(200);
  }
}

function launch(place: Place, binaries: Binaries, runner: Runner, durable: boolean): Server {
  const log = openSync(place.postgresLog, 'a', 0o600);
  giveTo(runner.owner, place.postgresLog);
  const args = [
    '-D',
    place.cluster,
    ...Object.entries(configuration(place, durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const environment = { ...cleanEnvironment(), ...binaries.env };
  const child = runner.start(binaries.postgres, args, { cwd: '/', env: environment, stdio: ['ignore', log, log] });
  closeSync(log);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const ended = async (milliseconds: number) => {
    const limit = new AbortController();
    const inTime = await Promise.race([gone.then(() => true), wait(milliseconds, false, limit)]);
    limit.abort();
    return inTime;
  };
  return {
    process: child,
    gone,
    async stop() {
      for (const [signal, patience] of [
        ['SIGINT', 20_000],
        ['SIGQUIT', 10_000],
        ['SIGKILL', 10_000],
      ] as const) {
        child.kill(signal);
        if (await ended(patience)) return;
      }
    },
  };
}

/** What is acknowledged is on disk: fsync and synchronous_commit are off only where the data is thrown away after a test. */
function configuration(place: Place, durable: boolean): Record<string, string> {
  const megabytes = Math.floor(totalmem() / 2 ** 20);
  return {
    listen_addresses: '',
    port: String(socketPort),
    unix_socket_directories: place.sockets,
    unix_socket_permissions: '0700',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // Its workers belong to the superuser, whom the tests' own role may not turn out of a database that it drops.
    autovacuum: durable ? 'on' : 'off',
    shared_buffers: `${Math.min(512, Math.max(64, Math.floor(megabytes / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: durable ? '100' : '300',
    // The files of a small forum need no more at once, and recovery after a crash stays short.
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    log_statement: 'none',
    // A failing statement is logged by its caller; here it would put personal data into a file.
    log_min_error_statement: 'panic',
  };
}

async function becomesReady(server: Server, place: Place): Promise<boolean> {
  let running = true;
  void server.gone.then(() => (running = false));
  while (running) {
    const lines = readPidFile(place);
    if (lines && Number(lines[0]) === server.process.pid && lines[7]?.trim() === 'ready') return true;
    await Promise.race([wait(15), server.gone]);
  }
  return false;
}

/**
 * Makes way: stops a server that outlived its keeper, waits for what is left of a killed one, and takes away the files that they leave
 * behind. PostgreSQL itself would take a dead process that nobody collected, or another with the same number, for a living server.
 * Safe only for the holder of the keeper's lock.
 */
async function endLeftover(place: Place): Promise<void> {
  const pid = Number(readPidFile(place)?.[0]);
  // Elsewhere than on Linux nobody tells whose a process is, and PostgreSQL's own caution has to do.
  if (!pid || process.platform !== 'linux') return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!processesOf(place).includes(pid)) break;
    process.kill(pid, signal);
    for (let tries = 0; tries < 400 && processesOf(place).includes(pid); tries++) await wait(25);
  }
  // The helpers of a killed server notice its death by themselves; until then they may write.
  for (let tries = 0; tries < 400 && processesOf(place).length > 0; tries++) await wait(25);
  const left = processesOf(place);
  if (left.length > 0)
    throw new CannotStart(`Process ${left.join(', ')}, left over from another start, still works on ${place.cluster}; stop it.`);
  const socket = join(place.sockets, `.s.PGSQL.${socketPort}`);
  for (const path of [join(place.cluster, 'postmaster.pid'), socket, `${socket}.lock`]) rmSync(path, { force: true });
}

/** The living processes of a server on this cluster: all of them have its folder as theirs. */
export function processesOf(place: Place): number[] {
  const folder = realpathSync(place.cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && folderOf(name) === folder)
    .map(Number);
}

/** Null for processes of others, and for dead ones. */
function folderOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function readPidFile(place: Place): string[] | null {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
