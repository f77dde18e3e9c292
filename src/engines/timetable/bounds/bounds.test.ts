import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate } from '../core/evaluate.ts';
import { problemFrom } from '../core/random-problem.ts';
import { readProblem } from '../read.ts';
import { search } from '../search.ts';
import { compile, solve } from '../solve.ts';
import { lowerBounds } from './bounds.ts';
import { cellsBound } from './cells.ts';
import { loadHighs } from './highs.ts';

const SECONDS = 20;
const stopped = () => 0;

test('no bound is above what a timetable costs, whatever was said to be known already', async () => {
  const highs = await loadHighs();
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), fc.nat({ max: 6 }), async (seed, sections, over) => {
      const core = problemFrom(seed, sections);
      const found = search(core, { moves: 5_000, seed: 1, now: stopped });
      if (found.unplaced > 0) return;
      const { terms } = evaluate(core, found);
      const bounds = await lowerBounds(core, SECONDS, stopped, found.cost + over);
      assert.ok(bounds.total <= found.cost, `${bounds.total} of ${found.cost}`);
      for (const name of ['places', 'series', 'audience', 'cells', 'topics', 'people'] as const)
        assert.ok(bounds[name] <= terms[name], `${name}: ${bounds[name]} of ${terms[name]}`);
      if (core.cells) assert.ok(cellsBound(highs, core, SECONDS, 'all') <= found.cost);
      told += Number(core.cells !== undefined && bounds.cells > 0);
    }),
    // The example: only an event that may be left out clashes with the lonely one.
    { numRuns: 50, examples: [[1808456952, [false, true, false, true, false, true, false, false, false], 0]] },
  );
  assert.ok(told > 0);
});

/** Three sessions of one slot in one room: one track can only be in the first and the last, another only in between. */
const parted = {
  sessions: ['a', 'b', 'c'].map((name) => ({ name, slots: 1 })),
  rooms: ['r'],
  tracks: ['t', 'u'],
  submissions: [0, 0, 1].map((track, i) => ({ name: `x${i}`, track, slots: 1, order: 0 })),
  weights: { trackSession: 1, consecutiveTracks: 5, parallelTracks: 1, roomsPerTrack: 1 },
  penalties: {
    trackSession: [
      [0, 1, 9],
      [1, 0, 9],
      [1, 2, 9],
    ],
  },
  conflicts: {},
};

test('a gap that cannot be avoided is proved to be so', async () => {
  const read = readProblem('csp', JSON.stringify(parted));
  assert.ok(read.ok);
  const solved = await solve(read.value, { moves: 20_000, seed: 1, now: stopped, proving: SECONDS });
  assert.deepEqual([solved.cost, solved.bound], [5, 5]);
  assert.deepEqual(
    solved.parts.find(({ name }) => name === 'cells'),
    { name: 'cells', cost: 5, bound: 5 },
  );
  assert.equal((await lowerBounds(compile(read.value), SECONDS, stopped)).total, 5);
});

test('two talks by one person in tracks that share the only session cost what they must', async () => {
  const pair = {
    ...parted,
    sessions: [{ name: 'a', slots: 1 }],
    rooms: ['r', 'q'],
    submissions: parted.submissions.slice(1),
    weights: { presenters: 3 },
    penalties: {},
    conflicts: { presenters: [[0, 1]] },
  };
  const read = readProblem('csp', JSON.stringify(pair));
  assert.ok(read.ok);
  const solved = await solve(read.value, { moves: 20_000, seed: 1, now: stopped, proving: SECONDS });
  assert.deepEqual([solved.cost, solved.bound], [3, 3]);
});

test('more cells than a run has days need a gap, or cells side by side in more rooms', async () => {
  const days = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, slots: 1 }));
  const long = {
    ...parted,
    sessions: days,
    rooms: ['r', 'q'],
    tracks: ['t'],
    submissions: [0, 0, 0, 0].map((track, i) => ({ name: `x${i}`, track, slots: 1, order: 0 })),
    weights: { trackSession: 1, consecutiveTracks: 5, parallelTracks: 1, roomsPerTrack: 3 },
    penalties: { trackSession: [[0, 1, 9]] },
  };
  const read = readProblem('csp', JSON.stringify(long));
  assert.ok(read.ok);
  // Three days in a row and one cell beside them in a second room; a gap would cost more.
  const solved = await solve(read.value, { moves: 20_000, seed: 1, now: stopped, proving: SECONDS });
  assert.deepEqual([solved.cost, solved.bound], [4, 4]);
  assert.equal(cellsBound(await loadHighs(), compile(read.value), SECONDS, 'cells', 6), 4);
});
