import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { takeLock } from './lock.ts';

test('one holds it at a time, whether or not it keeps hold of what it was given', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.lock');
  const first = takeLock(path);
  assert.ok(first);
  assert.equal(takeLock(path), null);
  first.release();
  assert.ok(takeLock(path));
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 20; i++) {
    collect();
    await turn();
  }
  assert.equal(takeLock(path), null);
});
