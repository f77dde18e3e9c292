import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where an embedded database keeps what, all derived from its data folder, so that every process finds the same. */
export interface Place {
  dataDir: string;
  /** The cluster itself; there once it is complete. */
  cluster: string;
  /** Lock, sockets and links: nothing in it is worth keeping. */
  run: string;
  /** The folder of both sockets: `run`, or a private folder elsewhere when the path is too long for a socket. */
  sockets: string;
  keeperSocket: string;
  lock: string;
  log: string;
  keeperLog: string;
  postgresLog: string;
}

/** The port names the socket file; nothing listens on TCP. */
export const socketPort = 5432;

/** The kernel takes 107 bytes for the path of a socket; the longest name put into the folder has 14. */
const longestSocketFolder = 90;

export function placeOf(dataDir: string): Place {
  const run = join(dataDir, 'run');
  const log = join(dataDir, 'log');
  const sockets = Buffer.byteLength(run) <= longestSocketFolder ? run : shortFolder(dataDir);
  return {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    run,
    sockets,
    keeperSocket: join(sockets, 'keeper.sock'),
    lock: join(run, 'keeper.lock'),
    log,
    keeperLog: join(log, 'keeper.log'),
    postgresLog: join(log, 'postgres.log'),
  };
}

/** Not simply `tmpdir()`: a server and a command with different TMPDIR must come to the same folder. */
function shortFolder(dataDir: string): string {
  const base = existsSync('/tmp') ? '/tmp' : tmpdir();
  return join(base, `everforum-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
}
