import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hoursFrom, move, type Placed, resize, swap, takeOut } from '../placing/model.ts';
import { applied, inverseOf, noHistory, type Op, remembered, stepBack } from './ops.ts';

const NINE = Date.parse('2027-04-17T01:00:00Z');
const MINUTE = 60_000;
const one = (id: string, room: string): Placed => ({
  id,
  version: 1,
  locked: false,
  room,
  hours: hoursFrom(NINE, 180 * MINUTE),
  kept: null,
  sessions: [
    { id: `${id} opening`, room: null, ...hoursFrom(NINE, 20 * MINUTE) },
    { id: `${id} panel`, room: null, ...hoursFrom(NINE + 30 * MINUTE, 60 * MINUTE) },
  ],
});
const start = () => new Map([one('a', 'hall-a'), one('b', 'hall-b'), one('c', 'hall-c')].map((placed) => [placed.id, placed]));

const id = fc.constantFrom('a', 'b', 'c');
const hours = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 60 }))
  .map(([at, long]) => hoursFrom(NINE + at * 5 * MINUTE, long * 5 * MINUTE));
type Make = (get: (id: string) => Placed) => Op;
const make: fc.Arbitrary<Make> = fc.oneof(
  fc
    .record({ id, hours, room: fc.constantFrom('hall-a', 'hall-x') })
    .map(({ id, ...to }): Make => () => ({ is: 'arrange', arrangements: [move(id, to)] })),
  fc.record({ id, hours }).map(({ id, hours }): Make => (get) => ({
    is: 'arrange',
    arrangements: [get(id).hours ? resize(get(id), hours) : move(id, { room: 'hall-x', hours })],
  })),
  id.map((id): Make => (get) => ({ is: 'arrange', arrangements: [takeOut(get(id))] })),
  fc.constant<Make>((get) => ({ is: 'arrange', arrangements: swap(get('a'), get('b')) })),
  fc.record({ id, hours }).map(({ id, hours }): Make => (get) => ({
    is: 'place-session',
    activity: id,
    session: { ...get(id).sessions[1]!, ...hours, room: 'hall-y' },
  })),
);

test('everything done is undone step by step to the beginning, and redone to the end', () => {
  fc.assert(
    fc.property(fc.array(make, { maxLength: 10 }), (makes) => {
      const first = start();
      const now = new Map(first);
      const get = (id: string) => now.get(id)!;
      let history = noHistory;
      for (const make of makes) {
        const op = make(get);
        const before = [...now.values()].filter(({ id }) => applied(op, get).some((touched) => touched.id === id));
        const back = inverseOf(op, get);
        const after = applied(op, get);
        after.forEach((placed) => now.set(placed.id, placed));
        history = remembered(history, { op, back, before, after });
      }
      const last = new Map(now);
      for (const [direction, goal] of [
        ['undo', first],
        ['redo', last],
        ['undo', first],
      ] as const) {
        for (;;) {
          const step = stepBack(history, direction, get);
          if (!step) break;
          assert.ok('op' in step);
          applied(step.op, get).forEach((placed) => now.set(placed.id, placed));
          history = step.history;
        }
        assert.deepEqual([...now], [...goal]);
      }
    }),
  );
});

test('undo stops where somebody else has changed the same thing, and still undoes what nobody touched', () => {
  const now = start();
  const get = (id: string) => now.get(id)!;
  let history = noHistory;
  for (const id of ['a', 'b']) {
    const op: Op = { is: 'arrange', arrangements: [move(id, { room: `${id}-new`, hours: get(id).hours })] };
    const [before, back, after] = [[get(id)], inverseOf(op, get), applied(op, get)];
    after.forEach((placed) => now.set(placed.id, placed));
    history = remembered(history, { op, back, before, after });
  }
  now.set('b', { ...get('b'), room: 'theirs', version: 9 });
  const refused = stepBack(history, 'undo', get);
  assert.ok(refused && 'changed' in refused);
  assert.deepEqual(refused.changed, ['b']);
  const mine = stepBack(refused.history, 'undo', get);
  assert.ok(mine && 'op' in mine && mine.op.is === 'arrange');
  assert.equal(mine.op.arrangements[0]!.to.room, 'hall-a');
});
