import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readInstance, readPlan } from './read.ts';
import { read } from './testing.ts';

const plain = () => ({
  slots: 2,
  dayOf: [0, 0],
  halls: 1,
  travel: [[0]],
  organisations: 2,
  delegates: [{ org: 0 }, { org: 1 }] as unknown[],
  tables: [{ hall: 0, stand: null }],
  wishes: [[0, 1, 3]] as unknown[],
});

const faults = (json: unknown) => {
  const outcome = readInstance(json);
  return outcome.ok ? [] : outcome.faults.map((fault) => fault.path);
};

test('the plainest instance is read; what is left out has its default', () => {
  const instance = read(plain());
  assert.deepEqual(instance.penalty, { shortfall: 0, idle: 0, tableChange: 0 });
  // Without penalties and with equal weights there is nothing to weigh: all are to be held.
  assert.equal(instance.holdAll, true);
  assert.equal(read({ ...plain(), penalty: {} }).holdAll, false);
  assert.equal(read({ ...plain(), penalty: {}, idleCountsAway: true }).holdAll, true);
  assert.equal(read({ ...plain(), idleCountsAway: true, holdAll: false }).holdAll, false);
});

test('every fault names its place', () => {
  assert.deepEqual(
    faults({
      ...plain(),
      wishes: [
        [0, 1, 3],
        [0, 0, 1],
        [0, 7, 1],
      ],
    }),
    ['wishes[1]', 'wishes[2][1]'],
  );
  assert.deepEqual(
    faults({
      ...plain(),
      delegates: [
        { org: 0, away: [2] },
        { org: 1, busy: [[0, 4]] },
      ],
    }),
    ['delegates[0].away[0]', 'delegates[1].busy[0][1]'],
  );
  assert.deepEqual(faults({ ...plain(), dayOf: [1, 0] }), ['dayOf[1]']);
  assert.deepEqual(faults({ ...plain(), travel: [] }), ['travel']);
  assert.deepEqual(faults({ ...plain(), slots: 1e9 }), ['slots', 'dayOf']);
  assert.deepEqual(faults({ ...plain(), wishes: [[0, 1, 3, 1]] }), ['wishes[0][3]']);
  assert.deepEqual(faults(null), ['(the file)']);
  assert.deepEqual(faults({ ...plain(), allowed: [null, [0]] }), ['allowed']);
  assert.deepEqual(faults({ ...plain(), slots: 0, dayOf: [], delegates: [{ org: 0, away: [0] }, { org: 1 }] }), ['delegates[0].away[0]']);
  const many = Array.from({ length: 300_000 }, () => [0, 1, 1]);
  assert.deepEqual(faults({ ...plain(), wishes: many, update: { wishes: many } }), ['update.wishes']);
});

test('no value at any place makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(plain()), 'allowed', 'precedences', 'update', 'penalty', 'minima', 'perDay'),
      fc.jsonValue(),
      (key, value) => {
        const outcome = readInstance({ ...plain(), [key]: value });
        assert.ok(outcome.ok || outcome.faults.length > 0);
      },
    ),
  );
  fc.assert(fc.property(fc.jsonValue(), (json) => void (readInstance(json), readPlan(json, read(plain())))));
});
