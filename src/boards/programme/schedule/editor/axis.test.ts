import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { axisFor, clockTold, hoursAt, instantAt, minutesInto } from './axis.ts';

const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/Vancouver', 'Australia/Melbourne', 'Asia/Kolkata');

test('an hour on a place’s wall is an instant and the same hour again', () => {
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 287 }), (zone, fives) => {
      assert.equal(minutesInto('2027-04-17', instantAt('2027-04-17', fives * 5, zone), zone), fives * 5);
    }),
  );
});

test('the clocks go forward in the night and the morning’s hours are the morning’s', () => {
  // Berlin, 28 March 2027: 02:00 becomes 03:00.
  assert.equal(instantAt('2027-03-28', 9 * 60, 'Europe/Berlin'), '2027-03-28T07:00:00Z');
  assert.equal(instantAt('2027-03-28', 60, 'Europe/Berlin'), '2027-03-28T00:00:00Z');
  assert.equal(minutesInto('2027-03-28', '2027-03-28T07:00:00Z', 'Europe/Berlin'), 540);
});

test('three hours from an hour on are three hours, whatever the clocks do', () => {
  const { startsAt, endsAt } = hoursAt('2027-03-28', 60, 3 * 3_600_000, 'Europe/Berlin');
  assert.equal(Date.parse(endsAt) - Date.parse(startsAt), 3 * 3_600_000);
});

test('the axis is a working day, longer where something begins earlier or ends later', () => {
  assert.deepEqual(axisFor([]), { from: 8, to: 19 });
  assert.deepEqual(axisFor([{ start: 450, end: 1290 }]), { from: 7, to: 22 });
  assert.equal(clockTold(24 * 60 + 90), '01:30');
});
