import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this installation: the nearest one above this file whose package.json is ours. Looked for upwards, because the page
 * server carries a bundled copy of this module at another depth.
 */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'everforum') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('No package.json of everforum was found above ' + fileURLToPath(import.meta.url));
  return findRoot(parent);
}
