import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agendaOf } from '../../../engines/meetings/book.ts';
import { explain } from '../../../engines/meetings/explain.ts';
import { readInstance } from '../../../engines/meetings/read.ts';
import { score } from '../../../engines/meetings/score.ts';
import { termsOf } from '../../../engines/meetings/terms.ts';
import { slotsInWords, termInWords, unmetInWords } from './describe.ts';

/** Three people, one table, two slots: wish 0 is held in slot 0; person 2 is away in slot 1. */
const plan = { meetings: [[0, 0, 0, 0, 1] as [number, number, number, number, number]] };
const instance = () => {
  const read = readInstance({
    slots: 2,
    organisations: 3,
    delegates: [{ org: 0 }, { org: 1 }, { org: 2, away: [1] }],
    tables: [{ hall: 0, stand: null }],
    wishes: [
      [0, 1, 5],
      [0, 2, 3],
      [1, 2, 2],
    ],
    allowed: [null, null, [1]],
    penalty: { shortfall: 20, idle: 0.05, tableChange: 0.02 },
    holdAll: false,
  });
  assert.ok(read.ok);
  return read.value;
};

test('an unmet wish is told with what stands in its way and with what would admit it', () => {
  const found = explain(agendaOf(instance(), plan), 1);
  assert.equal(
    unmetInWords('en', instance(), found),
    'unmet wish 1 (organisations 0 and 2, weight 3): in slot 0: 1 meeting moves, 0 are given up, weight +3; wish 0 moves to slot 1, table 0',
  );
  assert.deepEqual(slotsInWords('en', found), [
    'slot 0: delegate 0 is in the meeting of wish 0; no table is free',
    'slot 1: delegate 2 is away',
  ]);
  assert.deepEqual(slotsInWords('zh', found), ['时段 0：0 号代表在参加意向 0 的洽谈；没有空桌', '时段 1：2 号代表不在场']);
});

test('where no change could ever admit a wish, that is said', () => {
  assert.match(unmetInWords('en', instance(), explain(agendaOf(instance(), plan), 2)), /leave the two sides no slot in common/);
});

test('the terms add up to the value', () => {
  const scored = score(instance(), plan);
  const terms = termsOf(scored, instance().penalty);
  assert.ok(Math.abs(terms.reduce((sum, term) => sum + term.worth, 0) - scored.value) < 1e-6);
  assert.equal(termInWords('en', terms[0]!), 'weight of the wishes met: 5 × 1 = 5');
});
