import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contradictions } from './check.ts';
import { whyMinimaFail } from './minima.ts';
import { compile } from './model.ts';
import { solve } from './solve.ts';
import { instances, read } from './testing.ts';
import type { Watch } from './watch.ts';

const still: Watch = { now: () => 0 };

/** One person per organisation, tables enough. */
const sold = (slots: number, wishes: number[][], minima: number[][], more: object = {}) => {
  const n = Math.max(...wishes.flatMap(([a, b]) => [a!, b!]), ...minima.map(([o]) => o!)) + 1;
  return read({
    slots,
    organisations: n,
    delegates: Array.from({ length: n }, (_, org) => ({ org })),
    tables: Array.from({ length: n }, () => ({ hall: 0, stand: null })),
    wishes,
    minima,
    holdAll: false,
    ...more,
  });
};
const missing = async (instance: ReturnType<typeof read>) => {
  const result = await solve(instance, { seed: 1, budget: { moves: 20_000 } }, still);
  assert.ok(result.is === 'planned');
  assert.deepEqual(result.score.problems, []);
  return { lines: result.missing.join('\n'), wishes: result.plan.meetings.map(([w]) => w) };
};

test('sold minima come before weight, however heavy it is', async () => {
  // One person, one slot: the heavier wish would win, were the other not sold.
  const kept = await missing(
    sold(
      1,
      [
        [0, 1, 900_000],
        [0, 2, 1],
      ],
      [[2, 1]],
    ),
  );
  assert.deepEqual(kept, { lines: '', wishes: [1] });
});

test('a sold meeting is let in where another one has to move and a heavy one has to go', async () => {
  // The first plan holds wish 0 in slot 0, the only one of wish 1, and the unsold wish 2 in slot 1.
  const kept = await missing(
    sold(
      2,
      [
        [0, 1, 2],
        [0, 2, 1],
        [0, 3, 8],
      ],
      [
        [1, 1],
        [2, 1],
      ],
      { allowed: [null, [0], null] },
    ),
  );
  assert.deepEqual(kept, { lines: '', wishes: [0, 1] });
});

test('a minimum that its own organisation cannot keep is named with what it lacks', async () => {
  const three = [
    [0, 1, 1],
    [0, 2, 1],
    [0, 3, 1],
  ];
  assert.match((await missing(sold(5, three, [[0, 4]]))).lines, /cannot all be kept[^]*organisation 0 was sold 4 .* has only 3 wishes/);
  assert.match((await missing(sold(2, three, [[0, 3]]))).lines, /organisation 0 was sold 3 meetings, but its delegates have time for 2/);
  const away = { allowed: [[0], [0], null] };
  assert.match((await missing(sold(5, three, [[0, 3]], away))).lines, /sold 3 meetings, but even alone could hold 2/);
  assert.match(
    (await missing(sold(5, three, [[0, 3]], { allowed: [null, null, []] }))).lines,
    /only 2 of its wishes have a slot .*\(wishes 2 have/,
  );
  const days = { dayOf: [0, 0, 0, 1, 1], perDay: 1 };
  assert.match((await missing(sold(5, three, [[0, 3]], days))).lines, /time for 2/);
  // Two on the first day alone is one too many, though three days have room for three.
  const early = { dayOf: [0, 0, 1, 2], perDay: 1, allowed: [[0, 1], [0, 1], null] };
  assert.match((await missing(sold(4, three, [[0, 3]], early))).lines, /even alone could hold 2/);
});

test('minima that each could be kept alone, but not together, are named with what they share', async () => {
  // Both are sold a meeting with organisation 0, which has a single slot.
  const wishes = [
    [0, 1, 8],
    [0, 2, 1],
  ];
  const both = [
    [1, 1],
    [2, 1],
  ];
  const one = (await missing(sold(1, wishes, both))).lines;
  assert.match(
    one,
    /at least 1 of the meetings sold cannot be held.*organisation 1, organisation 2; they all need the time of organisation 0/,
  );
  assert.match(one, /organisation [12] was sold 1 meetings and gets 0/);
  // A slot each, but one table.
  const apart = [
    [0, 1, 8],
    [2, 3, 1],
  ];
  assert.match(
    (
      await missing(
        sold(
          1,
          apart,
          [
            [1, 1],
            [3, 1],
          ],
          { tables: [{}] },
        ),
      )
    ).lines,
    /they all need the tables in slot 0/,
  );
  // Three who are sold two meetings each, with each other, in two slots: only whole numbers tell.
  const ring = [
    [0, 1, 1],
    [1, 2, 1],
    [2, 0, 1],
  ];
  assert.match(
    (
      await missing(
        sold(
          2,
          ring,
          [0, 1, 2].map((o) => [o, 2]),
        ),
      )
    ).lines,
    /at least [12] of the meetings sold .* complete search/,
  );
});

test('what is said to be impossible is kept by no plan', async () => {
  await fc.assert(
    fc.asyncProperty(instances, fc.integer({ min: 1, max: 4 }), async (given, each) => {
      // What a plan reaches without minima can be sold; then nothing may be said against it.
      const free = { ...given, minima: [], holdAll: false };
      fc.pre(contradictions(compile(free)).length === 0);
      const result = await solve(free, { seed: 1, budget: { moves: 500 } }, still);
      assert.ok(result.is === 'planned');
      const got = new Int32Array(given.organisations);
      for (const [w] of result.plan.meetings) {
        const [a, b] = given.wishes[w]!;
        got[a]!++;
        got[b]!++;
      }
      const minima = Array.from(got, (n, o): [number, number] => [o, Math.min(n, each)]);
      assert.deepEqual(await whyMinimaFail(compile({ ...free, minima }), 2), []);
    }),
    { numRuns: 15 },
  );
});
