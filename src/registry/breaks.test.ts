import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidedOf, decisionsOn, groupsOf, standTogether } from './breaks.ts';
import type { Break, Decision } from './rehearsals.server.ts';
import { both } from './text.ts';

const late = both('{count}项推迟', '{count} would be late');
const one = (key: string, more: Partial<Break> = {}): Break => ({
  ...{ key, kind: 'k', title: both(`题${key}`, `T ${key}`), why: both('因', 'Why') },
  ...{ alike: late, choices: ['accept', 'shift'], mustDecide: false, ...more },
});

test('what must be decided comes first; what says the same stands together, and what is alone stands alone', () => {
  const breaks = [
    one('a'),
    one('b', { choices: ['shift', 'accept'] }),
    one('c', { mustDecide: true }),
    one('d'),
    one('e', { alike: both('{count}项取消', '{count} would be off') }),
  ];
  assert.deepEqual(
    groupsOf(breaks).map((group) => [group.id, group.breaks.map(({ key }) => key).join(), standTogether(group)]),
    [
      ['c', 'c', false],
      ['a', 'a,d', true],
      ['b', 'b', false],
      ['e', 'e', false],
    ],
  );
  const own = { kind: 'others' };
  const { alike: _, ...bare } = one('f', own);
  // Each says something of its own: told one by one, but decided together where they must be.
  assert.deepEqual(
    [false, true].map((mustDecide) =>
      standTogether(
        groupsOf([
          { ...bare, mustDecide },
          { ...bare, key: 'g', mustDecide },
        ])[0]!,
      ),
    ),
    [false, true],
  );
});

test('decisions are kept in the words in which they were told; what was left as proposed is one line with its number', () => {
  const breaks = [one('a'), one('b'), one('c'), one('d'), one('e', { mustDecide: true, kind: 'm' })];
  const left: Decision = { choose: 'accept', reason: '' };
  const decisions = { a: left, b: left, c: { choose: 'accept', reason: 'Agreed' }, d: { choose: 'shift', reason: '' }, e: left } as const;
  const told = decidedOf(breaks, decisions).map(({ kind, about, why, choose, reason }) => [
    ...[kind, about.texts.en, why?.texts.en ?? null, choose, reason],
  ]);
  assert.deepEqual(told, [
    ['m', 'T e', 'Why', 'accept', ''],
    ['k', 'T c', 'Why', 'accept', 'Agreed'],
    ['k', 'T d', 'Why', 'shift', ''],
    ['k', '2 would be late', null, 'accept', ''],
  ]);
  assert.deepEqual(decidedOf(breaks, {}), []);
});

test('a decision on what is no longer asked does nothing', () => {
  const decisions = { a: { choose: 'shift', reason: '' }, gone: { choose: 'cancel', reason: '' } } as const;
  assert.deepEqual(Object.keys(decisionsOn([one('a'), one('b')], decisions)), ['a']);
});
