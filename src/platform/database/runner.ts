import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { CannotStart } from './problem.ts';

/**
 * As whom the PostgreSQL programs run. PostgreSQL refuses the superuser, so a superuser hands the cluster to another user: whoever owns
 * the data folder, or else a number that belongs to nobody. Where that user could not reach the folder or the programs (below /root, for
 * example), the programs keep the one ability to pass by file permissions.
 */
export interface Runner {
  /** Who owns the cluster and its sockets; null: whoever runs us. */
  owner: { uid: number; gid: number } | null;
  /** Starts the server or another program as the owner. The process ends when we do, also when we are killed. */
  start(program: string, args: string[], options: SpawnOptions): ChildProcess;
  /** As `start`, but as a user with a name, which initdb insists on; null: the owner will do. */
  maker: { uid: number; gid: number } | null;
}

/** Between the ranges that Debian and systemd give out, and within what a container maps. */
const nobodysNumber = 61_000;

export function chooseRunner(place: Place, binaries: Binaries): Runner {
  const tools = setprivAbilities();
  if (process.getuid?.() !== 0) {
    const wrap = tools.has('--pdeathsig') ? ['setpriv', '--pdeathsig=INT'] : [];
    return { owner: null, maker: null, start: (program, args, options) => startWrapped(wrap, program, args, options) };
  }
  const owner = ownerOf(place);
  const maker = namedUser();
  const reachable = [owner, maker].every((user) => mayReach(place.dataDir, user) && mayRead(binaries.native, user));
  if (!reachable && !tools.has('--ambient-caps')) {
    throw new CannotStart(
      `PostgreSQL does not run as root, and user ${owner.uid} can reach ${place.dataDir} or ${binaries.native} only with setpriv (util-linux), ` +
        'which is not here; set DATA_DIR to a folder that everybody may pass through, or start as an ordinary user.',
    );
  }
  const abilities = reachable ? [] : passEverywhere;
  return {
    owner,
    maker,
    start(program, args, options) {
      const user = options.uid === undefined ? owner : { uid: options.uid, gid: options.gid ?? options.uid };
      if (!tools.has('--pdeathsig')) return startWrapped([], program, args, { ...options, ...user });
      const wrap = ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--pdeathsig=INT', ...abilities];
      const { uid: _uid, gid: _gid, ...rest } = options;
      return startWrapped(wrap, program, args, rest);
    },
  };
}

/** Without the securebit, access(2) would ignore the abilities, and PostgreSQL asks it whether its programs can be run. */
const passEverywhere = [
  '--inh-caps=+dac_override,+dac_read_search',
  '--ambient-caps=+dac_override,+dac_read_search',
  '--securebits=+no_setuid_fixup',
];

function startWrapped(wrap: string[], program: string, args: string[], options: SpawnOptions): ChildProcess {
  const [command, ...rest] = [...wrap, program, ...args];
  return spawn(command!, rest, options);
}

function setprivAbilities(): Set<string> {
  if (process.platform !== 'linux') return new Set();
  const { stdout } = spawnSync('setpriv', ['--help'], { encoding: 'utf8' });
  return new Set(['--pdeathsig', '--ambient-caps'].filter((option) => stdout?.includes(option)));
}

function ownerOf(place: Place): { uid: number; gid: number } {
  for (const path of [place.cluster, place.dataDir]) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  }
  return { uid: nobodysNumber, gid: nobodysNumber };
}

function namedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => Number(fields[2]) > 0);
  const user = users.find((fields) => fields[0] === 'nobody') ?? users[0];
  if (!user) throw new CannotStart('PostgreSQL does not run as root, and /etc/passwd names no other user; start as an ordinary user.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** Whether the mode bits let the user through every folder down to this one. */
function mayReach(folder: string, user: { uid: number; gid: number }): boolean {
  return allows(folder, user, 1) && (dirname(folder) === folder || mayReach(dirname(folder), user));
}

function mayRead(native: string, user: { uid: number; gid: number }): boolean {
  return (
    mayReach(native, user) &&
    allows(join(native, 'bin', 'postgres'), user, 5) &&
    allows(join(native, 'share', 'postgresql', 'postgres.bki'), user, 4)
  );
}

function allows(path: string, user: { uid: number; gid: number }, wanted: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

/** Hands a folder and everything in it to the owner. */
export function giveTo(owner: { uid: number; gid: number } | null, path: string): void {
  if (!owner) return;
  try {
    giveAll(owner, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL' && (error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    throw new CannotStart(
      `PostgreSQL does not run as root, and ${path} cannot be given to user ${owner.uid} here; start as an ordinary user.`,
    );
  }
}

function giveAll(owner: { uid: number; gid: number }, path: string): void {
  chownSync(path, owner.uid, owner.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) giveAll(owner, join(path, entry.name));
  }
}
