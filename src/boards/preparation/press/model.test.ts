import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beside } from './model.ts';

test('figures as told stand beside those of today: what differs, what came, what went, nothing that is nothing', () => {
  assert.deepEqual(
    beside(
      [
        { key: 'activities', value: 126 },
        { key: 'results', value: 28 },
        { key: 'sessions', value: 0 },
        { key: 'gone', value: 3 },
      ],
      [
        { key: 'activities', value: 126 },
        { key: 'results', value: 29 },
        { key: 'sessions', value: 0 },
        { key: 'people', value: 7 },
      ],
    ),
    [
      { key: 'activities', then: 126, now: 126, differs: false },
      { key: 'results', then: 28, now: 29, differs: true },
      { key: 'gone', then: 3, now: null, differs: true },
      { key: 'people', then: null, now: 7, differs: true },
    ],
  );
});
