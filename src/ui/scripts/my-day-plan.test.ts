import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MyDayItem } from '#boards/programme/grid/my-day.ts';
import { minutesBetween, plan } from './my-day-plan.ts';

const item = (number: number, from: string, to: string, given: Partial<MyDayItem> = {}): MyDayItem => ({
  number,
  title: `Forum ${number}`,
  path: '/',
  board: 'forum',
  startsAt: `2022-11-26T${from}:00Z`,
  endsAt: `2022-11-26T${to}:00Z`,
  times: '',
  room: '',
  venue: 0,
  ...given,
});
const clashes = (items: MyDayItem[]) => plan(items, [[], [25]]).map((planned) => planned.clashes.map(({ number }) => number));

test('two forums at the same time clash, one after the other do not', () => {
  assert.deepEqual(clashes([item(1, '01:00', '03:00'), item(2, '02:00', '04:00'), item(3, '04:00', '05:00')]), [[2], [1], []]);
});

test('a visit to an exhibition, a cancelled forum and one without a time clash with nothing', () => {
  const items = [
    item(1, '01:00', '03:00'),
    item(2, '01:00', '09:30'),
    item(3, '01:00', '03:00', { off: 'cancelled' }),
    item(4, '01:00', '03:00', { startsAt: null, endsAt: null }),
  ];
  assert.deepEqual(clashes(items).flat(), []);
});

test('a way longer than the time between is told, with both numbers', () => {
  const there = (from: string) => plan([item(1, '01:00', '03:00'), item(2, from, '06:00', { venue: 1 })], [[], [25]])[0]?.walk;
  assert.deepEqual([there('03:10')?.need, there('03:10')?.have], [25, 10]);
  assert.equal(there('03:25'), null);
});

test('what is not known of a way is not claimed', () => {
  assert.equal(minutesBetween(0, 1, [[], [null]]), null);
  assert.equal(minutesBetween(-1, 1, [[], [25]]), null);
});

test('every clash is mutual, and nothing chosen is lost', () => {
  const hours = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 11 }));
  const two = (hour: number) => String(hour).padStart(2, '0');
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 12 }), (spans) => {
      const planned = plan(
        spans.map(([from, length], number) => item(number + 1, `${two(from)}:00`, `${two(from + length)}:00`)),
        [[]],
      );
      assert.equal(planned.length, spans.length);
      for (const { item: one, clashes: others } of planned)
        for (const other of others) assert.ok(planned.find((entry) => entry.item === other)?.clashes.includes(one));
    }),
  );
});
