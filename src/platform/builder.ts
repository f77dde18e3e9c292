/**
 * Builds the pages, in a process of its own (`ensureBuilt` starts it): the tools take memory that a server should not keep. Only one
 * builder works at a time; the next finds the work done.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createBuilder } from 'vite';
import { buildState, finishStamp, sourceStamp, startStamp } from './build.ts';
import { takeLock } from './database/lock.ts';
import { projectRoot } from './root.ts';

process.on('disconnect', () => process.exit(1));
process.chdir(projectRoot);
mkdirSync('.svelte-kit', { recursive: true });
while (!takeLock(join('.svelte-kit', 'build.lock'))) await wait(200);

const stamp = sourceStamp();
if (buildState(stamp) !== 'current') {
  startStamp();
  const builder = await createBuilder({ logLevel: 'warn' }, null);
  await builder.buildApp();
  finishStamp(stamp);
}
// The lock goes with the process, and the channel to our parent would keep it.
process.exit(0);
