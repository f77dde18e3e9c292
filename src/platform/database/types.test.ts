import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from './testing.ts';

test('values leave the database as text that loses nothing, and arrays of them too', async (t) => {
  const { pool } = await testDatabase(t, { empty: true });
  const { rows } = await pool.query(`select
    timestamptz '2022-11-25 09:00:00.123456+08' as instant, timestamptz 'infinity' as ever,
    date '2022-11-25' as day, interval '90 minutes' as length, 9007199254740991::int8 as big, 0.1::numeric + 0.2 as exact,
    tstzrange('2022-11-25 09:00+08', '2022-11-25 10:00+08') as span, '{"a":[1]}'::jsonb as json,
    array[timestamptz '2022-11-25 09:00+08', null] as instants, array[1::int8] as bigs, array[0.10::numeric] as exacts, array[date '2022-11-25'] as days`);
  assert.deepEqual(rows[0], {
    instant: '2022-11-25T01:00:00.123456Z',
    ever: 'infinity',
    day: '2022-11-25',
    length: 'PT1H30M',
    big: 9007199254740991,
    exact: '0.3',
    span: '["2022-11-25 01:00:00+00","2022-11-25 02:00:00+00")',
    json: { a: [1] },
    instants: ['2022-11-25T01:00:00Z', null],
    bigs: [1],
    exacts: ['0.10'],
    days: ['2022-11-25'],
  });
});

test('an integer that a number cannot hold is an error, not another number', async (t) => {
  const { pool } = await testDatabase(t, { empty: true });
  await assert.rejects(pool.query('select 9007199254740993::int8'), RangeError);
});
