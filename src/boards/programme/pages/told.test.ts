import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayTold, offsetTold, rangeTold, slotLine, zoneTold } from './told.ts';

test('a slot is told in its place\u2019s zone and the reader\u2019s language', () => {
  const [from, to] = ['2022-11-26T00:30:00Z', '2022-11-26T03:30:00Z'];
  assert.equal(slotLine('en', from, to, 'Asia/Shanghai'), 'Sat 26 November, 08:30–11:30');
  assert.equal(slotLine('zh', from, to, 'Asia/Shanghai'), '11月26日（周六）08:30–11:30');
  assert.equal(slotLine('en', from, to, 'America/New_York'), 'Fri 25 November, 19:30–22:30');
});

test('an end at midnight stays on its day; several days are told with both', () => {
  assert.equal(slotLine('en', '2022-11-26T11:00:00Z', '2022-11-26T16:00:00Z', 'Asia/Shanghai'), 'Sat 26 November, 19:00–24:00');
  assert.equal(
    slotLine('en', '2022-11-25T01:00:00Z', '2022-11-30T09:30:00Z', 'Asia/Shanghai'),
    'Fri 25 November, 09:00 – Wed 30 November, 17:30',
  );
});

test('a range names what both ends share once', () => {
  assert.equal(rangeTold('en', '2022-11-25', '2022-11-30'), '25–30 November 2022');
  assert.equal(rangeTold('zh', '2022-11-25', '2022-11-30'), '2022年11月25日至30日');
  assert.equal(rangeTold('zh', '2022-11-25', '2022-12-01'), '2022年11月25日至12月1日');
  assert.equal(rangeTold('zh', '2022-12-25', '2023-01-01'), '2022年12月25日至2023年1月1日');
  assert.equal(rangeTold('en', '2022-11-25', null), '25 November 2022');
});

test('the year is told where it is not the edition\u2019s', () => {
  assert.equal(dayTold('en', '2021-11-26', 2022), 'Fri 26 November 2021');
  assert.equal(dayTold('en', '2022-11-26', 2022), 'Sat 26 November');
});

test('zones have names and offsets', () => {
  assert.equal(zoneTold('en', 'Asia/Shanghai'), 'Beijing time');
  assert.match(zoneTold('en', 'Europe/Berlin'), /Central European/);
  assert.equal(offsetTold('2022-11-26T00:00:00Z', 'Asia/Kolkata'), 'UTC+5:30');
  assert.equal(offsetTold('2022-11-26T00:00:00Z', 'America/St_Johns'), 'UTC−3:30');
});
