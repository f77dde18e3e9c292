import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSmallEvent, type SmallEvent, spoil, spoilings } from './sample.ts';
import { solve, type Result } from './solve.ts';
import type { Watch } from './watch.ts';
import { read } from './testing.ts';

const still: Watch = { now: () => 0 };
const plan = (json: unknown, moves = 600_000): Promise<Result> => solve(read(json), { seed: 1, budget: { moves } }, still);
const reasons = async (json: unknown) => {
  const result = await plan(json);
  return result.is === 'impossible' ? result.reasons.join('\n') : '';
};
const people = (n: number, away: number[][] = []) =>
  Array.from({ length: n }, (_, d) => ({ org: d, remote: false, away: away[d] ?? [], busy: [] }));
const event = (slots: number, n: number, wishes: number[][], more: object = {}) => ({
  slots,
  organisations: n,
  delegates: people(n),
  tables: Array.from({ length: Math.min(n, 1000) }, () => ({ hall: 0, stand: null })),
  wishes: wishes.map(([a, b]) => [a, b, 1]),
  holdAll: true,
  ...more,
});

const sizes: SmallEvent[] = [
  { participants: 42, meetings: 125, slots: 21, tables: 8, away: 0.2, precedences: 0, halves: 0.3 },
  { participants: 60, meetings: 250, slots: 22, tables: 12, away: 0.2, precedences: 12, halves: 0.3 },
];
sizes.forEach((size, i) =>
  test(`a tight event of ${size.participants} people and ${size.meetings} meetings is held whole, nobody more than two breaks above another`, async () => {
    const result = await plan(makeSmallEvent(size, i + 1));
    assert.ok(result.is === 'planned');
    assert.deepEqual([result.score.problems, result.missing], [[], []]);
    assert.equal(result.score.meetings, size.meetings);
    assert.ok(result.score.breakSpread <= 2);
  }),
);

test('what can be held without any break is', async () => {
  const result = await plan(
    event(6, 4, [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]),
  );
  assert.ok(result.is === 'planned');
  assert.deepEqual([result.score.meetings, result.score.breaks], [6, 0]);
});

test('a meeting that is fixed stays where it is fixed', async () => {
  const result = await plan(
    event(
      5,
      3,
      [
        [0, 1],
        [0, 2],
      ],
      { allowed: [[4], null], precedences: [[1, 0]] },
    ),
  );
  assert.ok(result.is === 'planned');
  assert.equal(result.plan.meetings.find(([w]) => w === 0)?.[1], 4);
  assert.equal(result.score.meetings, 2);
});

test('an event that cannot be held is named with its reason', async () => {
  assert.match(
    await reasons(
      event(2, 4, [
        [0, 1],
        [0, 2],
        [0, 3],
      ]),
    ),
    /delegate 0 has 3 meetings to hold .* time for 2/,
  );
  assert.match(await reasons(event(3, 2, [[0, 1]], { delegates: people(2, [[0, 1], [2]]) })), /wish 0: there is no slot/);
  assert.match(
    await reasons(
      event(
        4,
        4,
        [
          [0, 1],
          [2, 3],
        ],
        {
          precedences: [
            [0, 1],
            [1, 0],
          ],
        },
      ),
    ),
    /circle \(wishes 0, 1, 0\)|circle \(wishes 1, 0, 1\)/,
  );
  assert.match(
    await reasons(
      event(
        5,
        4,
        [
          [0, 1],
          [0, 2],
          [0, 3],
        ],
        {
          allowed: [
            [1, 2],
            [1, 2],
            [1, 2],
          ],
        },
      ),
    ),
    /delegate 0: wishes 0, 1, 2 have only slots 1, 2/,
  );
  assert.match(
    await reasons(
      event(
        1,
        4,
        [
          [0, 1],
          [2, 3],
        ],
        { tables: [{ hall: 0, stand: null }] },
      ),
    ),
    /2 meetings need a table, and 1 tables in 1 slots make 1/,
  );
});

test('whatever cannot be in an otherwise good event is named, and without it the event is held', async () => {
  const good = makeSmallEvent({ participants: 47, meetings: 180, slots: 10, tables: 21, away: 0.1, precedences: 4, halves: 0.3 }, 2);
  assert.equal(await reasons(good), '');
  for (const how of spoilings) assert.notEqual(await reasons(spoil(good, how, 1)), '', how);
});

test('at any size, numbers alone tell what cannot be held', async () => {
  const wishes = Array.from({ length: 20_000 }, (_, w) => [w % 400, (w + 1 + (w % 7)) % 400]);
  const line = Array.from({ length: 101 }, (_, i) => [i, i + 1]);
  assert.match(
    await reasons(event(100, 400, wishes, { precedences: line })),
    /delegate \d+ has 1\d\d meetings|102 meetings have to follow one another/,
  );
  const apart = Array.from({ length: 20_000 }, (_, w) => [2 * w, 2 * w + 1]);
  assert.match(
    await reasons(event(100, 40_000, apart, { precedences: line })),
    /102 meetings have to follow one another \(wishes 0, 1, .*\), but there are 100 slots/,
  );
  assert.match(
    await reasons(event(100, 40_000, apart, { tables: [{}] })),
    /20000 meetings need a table, and 1 tables in 100 slots make 100/,
  );
});

test('where only a complete search can tell, it does: three people who all meet in two slots', async () => {
  assert.match(
    await reasons(
      event(2, 3, [
        [0, 1],
        [1, 2],
        [0, 2],
      ]),
    ),
    /no plan holds all 3 meetings .*cannot stand together: wishes 0, 1, 2$/,
  );
});

test('what a complete search refutes is named by the meetings that matter, among many others that do not', async () => {
  const event = makeSmallEvent({ participants: 42, meetings: 125, slots: 21, tables: 8, away: 0.2, precedences: 0, halves: 0.3 }, 1);
  assert.match(await reasons(spoil(event, 'three who meet in two slots', 1)), /cannot stand together: wishes 125, 126, 127$/);
});

test('teams of fifty thousand and two hundred thousand wishes are answered by numbers alone', async () => {
  const delegates = Array.from({ length: 100_000 }, (_, d) => ({ org: d % 2 }));
  const wishes = Array.from({ length: 200_000 }, () => [0, 1]);
  assert.match(await reasons(event(20, 2, wishes, { delegates })), /200000 meetings need a table, and 2 tables in 20 slots make 40/);
  const away = Array.from({ length: 20 }, (_, s) => s);
  const absent = delegates.map((delegate) => ({ ...delegate, away }));
  assert.match(await reasons(event(20, 2, wishes.slice(0, 5000), { delegates: absent })), /wish 0: there is no slot/);
});

test('where a linear programme can tell, it says how many stay out and names what cannot stand together', async () => {
  // Two others fill both tables of slot 0; person 2 needs slots 1 to 3 for three meetings, and wish 0 has to come before each of them.
  const wishes = [
    [0, 1],
    [2, 3],
    [2, 4],
    [2, 5],
    [6, 7],
    [8, 9],
  ];
  const allowed = [null, null, null, null, [0], [0]];
  const precedences = [
    [0, 1],
    [0, 2],
    [0, 3],
  ];
  const tables = [
    { hall: 0, stand: null },
    { hall: 0, stand: null },
  ];
  const found = await reasons(event(4, 10, wishes, { allowed, precedences, tables }));
  assert.match(found, /at least 1 of the 6 meetings/);
  assert.match(found, /the 2 tables in slot 0/);
});

test('nobody has more than two breaks above another, or it is said why that cannot be', async () => {
  const fixed = (meetings: [number, number, number][], slots = 7, more: object = {}) =>
    event(
      slots,
      8,
      meetings.map(([a, b]) => [a, b]),
      { allowed: meetings.map(([, , s]) => (s < 0 ? null : [s])), idleCountsAway: true, ...more },
    );
  const alternating: [number, number, number][] = [1, 2, 3, 4].map((b, i) => [0, b, 2 * i]);
  // Three breaks of one are two above one of everybody else: fair.
  const even = await plan(fixed([...alternating, [1, 2, 4], [3, 4, 0]]));
  assert.ok(even.is === 'planned');
  assert.deepEqual([even.missing, even.score.breakSpread, even.leastBreaks], [[], 2, 7]);
  // Where it cannot be, there is a plan all the same, and it comes with the reason.
  const uneven = await plan(fixed([...alternating, [5, 6, 3]]));
  assert.ok(uneven.is === 'planned');
  assert.deepEqual([uneven.score.problems, uneven.score.meetings, uneven.score.breakSpread], [[], 5, 3]);
  assert.match(
    uneven.missing.join('\n'),
    /no plan is like that: delegate 0 has at least 3 breaks, whatever the plan, and delegate \d at most 0/,
  );
  // Free to choose, but the one table is taken in every other slot: only the programme sees that.
  const crowded: [number, number, number][] = [
    ...alternating.map(([a, b]): [number, number, number] => [a, b, -1]),
    [5, 6, 1],
    [6, 7, 3],
    [5, 7, 5],
  ];
  const full = await plan(fixed(crowded, 7, { tables: [{}] }));
  assert.ok(full.is === 'planned');
  assert.deepEqual([full.score.problems, full.score.meetings, full.score.breakSpread], [[], 7, 3]);
  assert.match(full.missing.join('\n'), /no plan is like that: no plan holds all 7 meetings with at most 2 breaks each/);
  const roomy = await plan(fixed(crowded, 7, { tables: [{}, {}] }));
  assert.ok(roomy.is === 'planned');
  assert.deepEqual([roomy.missing, roomy.score.breaks, roomy.leastBreaks], [[], 3, 3]);
});
