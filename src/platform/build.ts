import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './root.ts';

/** The folder that vite builds the pages into, and the file in it that says of which sources. */
export const buildFolder = join(projectRoot, 'build');
const stampFile = join(buildFolder, '.stamp');

const sources = ['src/**/*', 'static/**/*', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** What the build is made of: equal for equal contents, whatever the times of the files. Takes some tens of milliseconds. */
export function sourceStamp(root: string = projectRoot): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root }).filter((path) => !path.endsWith('.test.ts') && statSync(join(root, path)).isFile());
  for (const path of files.sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

export type BuildState = 'current' | 'outdated' | 'missing';

export function buildState(stamp: string = sourceStamp()): BuildState {
  if (!existsSync(stampFile)) return 'missing';
  return readFileSync(stampFile, 'utf8') === stamp ? 'current' : 'outdated';
}

/** A build that is being made has no stamp, so one that was interrupted counts as missing. */
export const startStamp = (): void => rmSync(stampFile, { force: true });
export const finishStamp = (stamp: string): void => writeFileSync(stampFile, stamp);

/** What the pages that are there were built from; two processes with the same one render the same pages. */
export const builtFrom = (): string => (existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : 'unknown');
