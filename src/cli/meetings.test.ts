import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeSmallEvent } from '../engines/meetings/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'everforum-meetings-'));
after(() => rmSync(folder, { recursive: true }));
const main = join(import.meta.dirname, 'main.ts');
const run = (...args: string[]) => spawnSync(process.execPath, [main, 'meetings', 'solve', ...args], { encoding: 'utf8', cwd: folder });
const file = (name: string, text: unknown) => {
  writeFileSync(join(folder, name), typeof text === 'string' ? text : JSON.stringify(text));
  return name;
};
const event = () => makeSmallEvent({ participants: 20, meetings: 40, slots: 10, tables: 6, away: 0, precedences: 0, halves: 0 }, 1);

test('a plan is written, progress goes to stderr, and a re-plan starts from it', () => {
  const instance = file('good.json', { ...event(), update: { absent: [3], wishes: [] } });
  const first = run(instance, '-o', 'plan.json', '--moves', '20000');
  assert.equal(first.status, 0, first.stderr);
  assert.equal(first.stdout, '');
  assert.match(first.stderr, /40 meetings/);
  const again = run(instance, '--before', 'plan.json', '--moves', '20000');
  assert.equal(again.status, 0, again.stderr);
  const { meetings } = JSON.parse(again.stdout) as { meetings: number[][] };
  assert.ok(meetings.length < 40 && meetings.every(([, , , da, db]) => da !== 3 && db !== 3));
  assert.equal((JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as { meetings: number[][] }).meetings.length, 40);
});

test('what cannot be used ends with code 2 and says where and why', () => {
  assert.match(run(file('torn.json', '{"slots": 3')).stderr, /torn\.json is not JSON/);
  assert.match(run('absent.json').stderr, /absent\.json: ENOENT/);
  const wrong = run(file('wrong.json', { ...event(), wishes: [[0, 99, 1]] }));
  assert.match(wrong.stderr, /wishes\[0\]\[1\]: must be a whole number from 0 to 19, not 99/);
  const usage = run(file('good2.json', event()), '--seconds', 'soon');
  assert.deepEqual([run('absent.json').status, wrong.status, usage.status], [2, 2, 2]);
});

test('nested a hundred thousand deep, a file is refused in words', () => {
  const result = run(file('deep.json', `{"slots": ${'['.repeat(1e5)}${']'.repeat(1e5)}}`));
  assert.equal(result.status, 2);
  assert.match(result.stderr, /slots: must be a whole number from 0 to 1000, not a list/);
});

test('a file too large to be parsed safely is refused unread', () => {
  truncateSync(join(folder, file('large.json', '{')), 33 * 1024 * 1024);
  const result = run('large.json');
  assert.equal(result.status, 2);
  assert.match(result.stderr, /large\.json: has 34603008 bytes; at most 33554432 are accepted/);
});

test('an event that cannot be held ends with code 3 and its reason', () => {
  const result = run(file('full.json', { ...event(), tables: [] }));
  assert.equal(result.status, 3);
  assert.match(result.stderr, /infeasible: .* need a table/);
});

test('a re-plan says what became of each meeting and whom to tell', () => {
  const instance = file('late.json', { ...event(), update: { absent: [3], refused: [0], wishes: [] } });
  assert.equal(run(instance, '-o', 'early.json', '--moves', '20000').status, 0);
  const again = run(instance, '--before', 'early.json', '-o', 'new.json', '--told', 'told.json', '--moves', '20000');
  assert.equal(again.status, 0, again.stderr);
  const { changes } = JSON.parse(readFileSync(join(folder, 'told.json'), 'utf8')) as {
    changes: { wish: number; is: string; tell: number[] }[];
  };
  assert.ok(changes.every(({ is, tell }) => is !== 'kept' && !tell.includes(3)));
  const refused = changes.find(({ wish }) => wish === 0);
  assert.equal(refused?.is, 'forced');
  assert.equal(run(instance, '--told', 'told.json').status, 2);
});

test('a plan is explained in words of either language; a plan that breaks a rule is refused', () => {
  const explain = (...args: string[]) =>
    spawnSync(process.execPath, [main, 'meetings', 'explain', ...args], { encoding: 'utf8', cwd: folder });
  const instance = file('one-table.json', { ...event(), tables: [{}], holdAll: false });
  assert.equal(run(instance, '-o', 'ten.json', '--moves', '20000').status, 0);
  const told = explain(instance, 'ten.json', '--most', '3', '--more-tables', '2', '--seconds', '0.5', '--language', 'zh');
  assert.equal(told.status, 0, told.stderr);
  assert.match(told.stdout, /已安排意向的权重：10 × 1 = 10/);
  assert.match(told.stdout, /增加 2 张桌子：权重增加 [1-9]/);
  const broken = explain(instance, file('twice.json', { meetings: [[0, 0, 0, 0, 0]] }));
  assert.equal(broken.status, 2);
  assert.match(broken.stderr, /wish 0/);
});
