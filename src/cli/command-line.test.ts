import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const everforum = (...args: string[]) => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
};

test("a command's own --version is not the program's", () => {
  const result = everforum('export', '2022', '--format', 'ics', '--version', 'none');
  assert.equal(result.status, 2);
  assert.match(result.stderr, /--version is a number from 1\./);
  assert.match(everforum('--version').stdout, /^\d+\.\d+\.\d+\n$/);
});

test('a backup into a folder that is not there is a wrong command line', () => {
  const result = everforum('backup', 'absent-folder/forum.backup');
  assert.equal(result.status, 2);
  assert.match(result.stderr, /There is no folder absent-folder\./);
});
