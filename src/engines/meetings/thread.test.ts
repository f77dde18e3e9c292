import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSmallEvent } from './sample.ts';
import { score } from './score.ts';
import { read } from './testing.ts';
import { solveInWorker } from './thread.ts';
import type { News } from './watch.ts';

const event = () =>
  read(makeSmallEvent({ participants: 42, meetings: 125, slots: 21, tables: 8, away: 0.2, precedences: 4, halves: 0.3 }, 1));

test('the caller hears of progress while a thread solves, and a cancelled search gives the best plan so far', async () => {
  const heard: News[] = [];
  const running = solveInWorker(event(), { seed: 1, budget: { seconds: 600 } }, (news) => {
    heard.push(news);
    if (news.phase === 'search') running.cancel();
  });
  const result = await running.result;
  assert.ok(result.is === 'planned');
  assert.deepEqual(score(event(), result.plan).problems, []);
  assert.equal(heard[0]?.phase, 'first plan');
  assert.ok(result.seconds < 600);
});

test('with the same seed and work, a thread gives the plan that any other gives', async () => {
  const run = () => solveInWorker(event(), { seed: 3, budget: { moves: 200_000 } }).result;
  const [first, second] = await Promise.all([run(), run()]);
  assert.ok(first.is === 'planned' && second.is === 'planned');
  assert.deepEqual(first.plan, second.plan);
});
