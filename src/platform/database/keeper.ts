/**
 * The keeper: one small process per data folder that runs its PostgreSQL server for as long as anybody uses it. Users (a server, a
 * command) hold a connection to its socket; the kernel closes that however a user ends, and when the last one is gone the keeper stops
 * the server and ends too. Started by `holdCluster` in embedded.ts, never by hand.
 */
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { findBinaries, type Binaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { takeLock } from './lock.ts';
import { placeOf, type Place } from './place.ts';
import { CannotStart } from './problem.ts';
import { chooseRunner, giveTo, type Runner } from './runner.ts';
import { startServer, type Server } from './server.ts';

/** How the keeper is started: JSON in its first argument. */
export interface KeeperOptions {
  dataDir: string;
  /** False: nothing needs to survive a crash (tests). */
  durable: boolean;
  /** How long the server is kept after its last user, so that many short users in a row share it. */
  lingerSeconds: number;
}

/** What the keeper tells its users, one JSON line each. */
export type KeeperMessage =
  { is: 'step'; step: 'make' | 'start' } | { is: 'ready' } | { is: 'failed'; message: string } | { is: 'released' };

/** A user that starts the keeper and dies before it connects must not leave it waiting for ever. */
const firstUserPatience = 10_000;

const restartsAllowed = 5;

class Keeper {
  readonly users = new Set<Socket>();
  /** Users that are done and wait to hear that the server has stopped. */
  readonly leaving = new Set<Socket>();
  readonly door = createServer({ allowHalfOpen: true }, (user) => this.welcome(user));
  readonly place: Place;
  readonly options: KeeperOptions;
  last: KeeperMessage = { is: 'step', step: 'start' };
  server: Promise<Server> | null = null;
  stopping: Promise<void> | null = null;
  timer: NodeJS.Timeout | undefined;

  constructor(options: KeeperOptions) {
    this.options = options;
    this.place = placeOf(options.dataDir);
  }

  /** Serves until the last user is gone; throws CannotStart when there is no server to be had. */
  async run(): Promise<void> {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void this.stop());
    const { place, options } = this;
    const binaries = findBinaries(join(place.dataDir, 'lib'));
    const runner = chooseRunner(place, binaries);
    prepareFolders(place, runner);
    await new Promise<void>((resolve) => this.door.listen(place.keeperSocket, resolve));
    if (runner.owner) chownSync(place.keeperSocket, runner.owner.uid, runner.owner.gid);
    this.stopWhenUnused(firstUserPatience);
    this.server = this.make(binaries, runner);
    for (let restarts = 0; ; restarts++) {
      await (
        await this.server
      ).gone;
      if (this.stopping) return;
      this.tell({ is: 'step', step: 'start' });
      if (restarts === restartsAllowed)
        throw new CannotStart(`PostgreSQL ended by itself again and again (${place.postgresLog} says more)`);
      this.server = startServer(place, binaries, runner, options.durable);
      await this.server;
      this.tell({ is: 'ready' });
    }
  }

  private async make(binaries: Binaries, runner: Runner): Promise<Server> {
    if (!existsSync(this.place.cluster)) this.tell({ is: 'step', step: 'make' });
    await initialise(this.place, binaries, runner, this.options.durable);
    this.tell({ is: 'step', step: 'start' });
    const server = await startServer(this.place, binaries, runner, this.options.durable);
    this.tell({ is: 'ready' });
    return server;
  }

  private welcome(user: Socket): void {
    // Whoever was still let in while the server was being stopped tries again, with a keeper of its own.
    if (this.stopping) return void user.destroy();
    this.users.add(user);
    send(user, this.last);
    user.on('error', () => {});
    user.on('close', () => this.leave(user));
    user.on('end', () => this.leaving.has(user) || user.end());
    // The only thing that a user ever says is that it is done.
    user.once('data', () => {
      const isLast = this.users.size === 1 && this.options.lingerSeconds === 0;
      if (isLast) this.leaving.add(user);
      else user.end(line({ is: 'released' }));
      this.leave(user);
    });
  }

  private leave(user: Socket): void {
    if (this.users.delete(user)) this.stopWhenUnused(this.options.lingerSeconds * 1000);
  }

  private stopWhenUnused(patience: number): void {
    clearTimeout(this.timer);
    if (this.users.size === 0) this.timer = setTimeout(() => this.users.size === 0 && void this.stop(), patience);
  }

  private tell(message: KeeperMessage): void {
    this.last = message;
    for (const user of this.users) send(user, message);
  }

  private stop(): Promise<void> {
    return (this.stopping ??= this.stopNow());
  }

  private async stopNow(): Promise<void> {
    this.door.close();
    const server = await this.server?.catch(() => null);
    await server?.stop();
    if (this.place.sockets !== this.place.run) rmSync(this.place.sockets, { recursive: true, force: true });
    for (const user of [...this.leaving, ...this.users]) user.end(line({ is: 'released' }));
    process.exit(0);
  }

  /** Tells the users why there is no server, also those who come just now; later ones start a keeper of their own. */
  fail(error: unknown): void {
    if (!(error instanceof CannotStart)) console.error(error);
    const { message } = error as Error;
    console.error(message);
    this.tell({ is: 'failed', message });
    setTimeout(() => process.exit(1), 100);
  }
}

/** The folders belong to the cluster's owner alone; one made in a folder open to all must not be somebody's trap. */
function prepareFolders(place: Place, runner: Runner): void {
  mkdirSync(place.sockets, { recursive: true, mode: 0o700 });
  const allowed = [0, process.getuid?.(), runner.owner?.uid];
  const found = statSync(place.sockets);
  if (!found.isDirectory() || !allowed.includes(found.uid)) throw new CannotStart(`${place.sockets} belongs to somebody else; remove it.`);
  chmodSync(place.sockets, 0o700);
  rmSync(place.keeperSocket, { force: true });
  for (const folder of new Set([place.sockets, place.run, place.log])) giveTo(runner.owner, folder);
}

const line = (message: KeeperMessage) => JSON.stringify(message) + '\n';

function send(user: Socket, message: KeeperMessage): void {
  if (user.writable) user.write(line(message));
}

async function main(options: KeeperOptions): Promise<void> {
  process.umask(0o077);
  const lock = takeLock(placeOf(options.dataDir).lock);
  // Another keeper is there, or about to go; the user that started us finds out which.
  if (!lock) return;
  const keeper = new Keeper(options);
  await keeper.run().catch((error: unknown) => keeper.fail(error));
}

main(JSON.parse(process.argv[2]!) as KeeperOptions).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
