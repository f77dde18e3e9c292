import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldTold, valueTold } from './value-told.ts';

const told = (field: string, value: string | null, type: 'activity' | 'session' | 'edition' = 'activity') =>
  valueTold('en', type, field, value, 'Asia/Shanghai');

test('names, dates and languages are told in words', () => {
  assert.equal(told('state', 'cancelled'), 'Cancelled');
  assert.equal(told('kind', 'keynote', 'session'), 'Keynote');
  assert.equal(told('startsOn', '2022-11-25', 'edition'), '25 November 2022');
  assert.equal(told('firstPlannedStartsAt', '2022-09-22T16:30:00Z'), '23 September 2022, 00:30');
  assert.equal(told('languages', JSON.stringify(['zh', 'en'])), 'Chinese, English');
  assert.equal(told('streamed', 'true'), 'yes');
  assert.equal(told('capacity', null), '(none)');
});

test('records and identifiers are never shown raw', () => {
  assert.equal(told('links', JSON.stringify([{ url: 'https://example.org' }])), null);
  assert.equal(told('people', 'uuid speaker, uuid chair'), null);
});

test('what has no name of its own is told as it is', () => {
  assert.equal(told('state', 'constructor'), 'constructor');
  assert.equal(fieldTold('zh', 'hosts'), '主办与支持');
  assert.equal(fieldTold('zh', 'toString'), 'toString');
});
