import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../root.ts';
import { databaseName, superuser } from './initialise.ts';
import type { KeeperMessage, KeeperOptions } from './keeper.ts';
import { placeOf, socketPort, type Place } from './place.ts';
import { CannotStart } from './problem.ts';

export interface ClusterOptions {
  /** False: nothing needs to survive a crash (tests). Default true. */
  durable?: boolean;
  /** How long the server is kept after its last user. Default 0. */
  lingerSeconds?: number;
  /** Hears what a slow start is doing: making a new cluster, or starting one. */
  onStep?: (step: 'make' | 'start') => void;
  /** Gives up waiting for a slow start; the keeper, left alone, ends what it has begun and stops. */
  signal?: AbortSignal | undefined;
  /** Hears that the keeper was lost, and that another was found or started. */
  onInterruption?: (what: 'lost' | 'back') => void;
}

/** A use of the embedded PostgreSQL of one data folder, shared with every other process that uses the same folder. */
export interface Cluster {
  /** How node-postgres connects; on a private socket, so there is no password. */
  connection: { host: string; port: number; user: string; database: string };
  /** The name of the role that may do everything, for making and dropping roles. */
  superuser: string;
  /** Ends the use. When it was the last one, the server has stopped when this resolves. */
  release(): Promise<void>;
}

/** How long a start may take: a slow disk makes a cluster in some seconds, and recovery after a crash may take more. */
const startPatience = 120_000;

/** Starts or joins the server of this data folder. Throws CannotStart, with a line for people, when there is none to be had. */
export async function holdCluster(dataDir: string, options: ClusterOptions = {}): Promise<Cluster> {
  const place = placeOf(dataDir);
  prepareFolders(place);
  let released = false;
  let lease = await findKeeper(place, options);

  const watch = () => lease.once('close', () => void regain());
  const regain = async () => {
    if (released) return;
    options.onInterruption?.('lost');
    while (!released) {
      try {
        lease = await findKeeper(place, options);
        break;
      } catch {
        await wait(1000, undefined, { ref: false });
      }
    }
    if (released) return lease.destroy();
    watch();
    options.onInterruption?.('back');
  };
  watch();

  return {
    connection: { host: place.sockets, port: socketPort, user: databaseName, database: databaseName },
    superuser,
    release: () => {
      released = true;
      return endLease(lease);
    },
  };
}

function prepareFolders(place: Place): void {
  try {
    if (!existsSync(place.dataDir)) mkdirSync(place.dataDir, { recursive: true, mode: 0o711 });
    for (const folder of [place.run, place.log]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(place.run, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(`The data folder ${place.dataDir} cannot be used: ${(error as Error).message}`);
  }
}

/** Connects to the keeper, starting one where there is none, and resolves once its server is ready. */
async function findKeeper(place: Place, options: ClusterOptions): Promise<Socket> {
  const deadline = Date.now() + startPatience;
  let ours: { ended: boolean; code: number | null } | null = null;
  while (Date.now() < deadline) {
    options.signal?.throwIfAborted();
    const socket = await connect(place.keeperSocket);
    if (socket) {
      if (await serverReady(socket, options)) return socket;
    } else if (!ours || ours.ended) {
      if (ours?.code) throw new CannotStart(`The database could not be started: ${lastLine(place.keeperLog)}`);
      ours = startKeeper(place, options);
    }
    await wait(25);
  }
  throw new CannotStart(
    `The database of ${place.dataDir} did not start within ${startPatience / 1000} seconds (${place.postgresLog} may say why)`,
  );
}

function connect(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES') reject(new CannotStart(`The database is in use by another user of this machine (${path})`));
      else resolve(null);
    });
  });
}

/** False: the keeper went away before it was ready, because it was just ending or was killed. */
function serverReady(socket: Socket, options: ClusterOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    socket.on('error', () => {});
    socket.once('close', () => resolve(false));
    let settled = false;
    const hear = (message: KeeperMessage) => {
      if (message.is === 'step') options.onStep?.(message.step);
      if (message.is === 'failed') {
        reject(new CannotStart(message.message));
        socket.destroy();
      }
      if (message.is !== 'ready') return;
      // From here on the connection is only a sign of life, which must not keep a finished program running.
      settled = true;
      socket.unref();
      resolve(true);
    };
    options.signal?.addEventListener('abort', () => {
      reject(options.signal!.reason as Error);
      if (!settled) socket.destroy();
    });
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (heard + text).split('\n');
      heard = lines.pop()!;
      for (const line of lines) hear(JSON.parse(line) as KeeperMessage);
    });
  });
}

function startKeeper(place: Place, options: ClusterOptions): { ended: boolean; code: number | null } {
  const { durable = true, lingerSeconds = 0 } = options;
  const keeperOptions: KeeperOptions = { dataDir: place.dataDir, durable, lingerSeconds };
  const log = openSync(place.keeperLog, 'w', 0o600);
  const child = spawn(process.execPath, [join(projectRoot, 'src/platform/database/keeper.ts'), JSON.stringify(keeperOptions)], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', log],
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  closeSync(log);
  child.unref();
  const state = { ended: false, code: null as number | null };
  child.once('exit', (code) => Object.assign(state, { ended: true, code: code ?? 1 }));
  child.once('error', () => Object.assign(state, { ended: true, code: 1 }));
  return state;
}

function endLease(lease: Socket): Promise<void> {
  if (lease.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    lease.ref();
    lease.once('close', () => resolve());
    lease.end('release\n');
  });
}

function lastLine(path: string): string {
  return readFileSync(path, 'utf8').trim().split('\n').pop() || `${path} says why`;
}
