import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asGroup, decisionsIn } from './decided-form.ts';

test('what goes along is decided as its group is, with a reason of its own or the group’s; what is chosen for one alone stays so', () => {
  const along = asGroup('beyond 1');
  const decisions = {
    'beyond 1': { choose: along, reason: '' },
    'beyond 2': { choose: along, reason: ' its own ' },
    'beyond 3': { choose: 'cancel', reason: '' },
    'beyond 4': { choose: asGroup('none'), reason: '' },
    alone: { choose: 'shift', reason: '' },
    open: { choose: '', reason: 'typed before anything was chosen' },
  };
  assert.deepEqual(decisionsIn({ decisions, alike: { 'beyond 1': { choose: 'postpone', reason: 'for all' } } }), {
    'beyond 1': { choose: 'postpone', reason: 'for all' },
    'beyond 2': { choose: 'postpone', reason: 'its own' },
    'beyond 3': { choose: 'cancel', reason: '' },
    alone: { choose: 'shift', reason: '' },
  });
  // Nothing chosen for the group: each of them is asked for again.
  assert.deepEqual(Object.keys(decisionsIn({ decisions, alike: { 'beyond 1': { choose: '' } } })), ['beyond 3', 'alone']);
  assert.deepEqual(decisionsIn({}), {});
});
