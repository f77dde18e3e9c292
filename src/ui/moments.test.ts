import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldTold } from './moments.ts';

test('what a field for a day holds is told with its day of the week, in the language of the page', () => {
  assert.equal(fieldTold('zh', '2027-05-14'), '2027年5月14日星期五');
  assert.equal(fieldTold('en', '2027-05-14'), 'Fri, 14 May 2027');
  assert.equal(fieldTold('zh', '2027-05-14T09:30'), '2027年5月14日星期五 09:30');
  for (const value of ['', '2027-13-45', 'tomorrow', '09:30']) assert.equal(fieldTold('en', value), null);
});
