/** What the journeys of a file share, and the one Chromium of a test process. */
import { after, test, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from './chromium.ts';

let launched: Promise<Browser> | null = null;
after(async () => (await launched?.catch(() => null))?.close());

export const browserOfProcess = (): Promise<Browser> => (launched ??= launch());

/**
 * Started with the first of a file's journeys and ended with the last: one process goes through many files. `end` is called too where
 * `start` failed half-way.
 */
export function company<Shared>(start: () => Promise<Shared>, end: () => Promise<void>) {
  let left = 0;
  let started: Promise<Shared> | null = null;
  const finish = async () => {
    if (!started) return;
    await started.catch(() => null);
    started = null;
    await end();
  };
  // Where only some were asked for by their names, the last is never reached.
  after(finish);
  return (name: string, run: (shared: Shared, t: TestContext) => Promise<void>) => {
    left += 1;
    return test(name, async (t) => {
      try {
        await run(await (started ??= start()), t);
      } finally {
        if (--left === 0) await finish();
      }
    });
  };
}
