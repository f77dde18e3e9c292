import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysLater } from '#registry/days.ts';
import { both } from '#registry/text.ts';
import { circleIn, forecast, type Milestone, nextReminder, REMINDED, stillSays } from './model.ts';

const milestone = (id: string, dueOn: string, days: number, waitsFor: string[] = [], doneOn: string | null = null): Milestone => ({
  id,
  title: both(id, id),
  owner: both('办公室', 'Office'),
  answerable: null,
  dueOn,
  days,
  doneOn,
  waitsFor,
  note: null,
  sample: true,
  version: 1,
});

/** The 2022 case: plenary in March, briefing in August, postponement in September, notice and press conference in November. */
const plan2022 = (done: number): Milestone[] =>
  [
    milestone('plenary', '2022-03-18', 1),
    milestone('briefing', '2022-08-22', 5, ['plenary']),
    milestone('postponement', '2022-09-15', 1, ['briefing']),
    milestone('traffic', '2022-11-16', 10, ['postponement']),
    milestone('press', '2022-11-18', 2, ['traffic']),
  ].map((one, at) => (at < done ? { ...one, doneOn: one.dueOn } : one));

test('what waits can only follow, and what is overdue is late', () => {
  const plan = forecast(plan2022(3), '2022-11-01');
  assert.deepEqual(
    [...plan.values()].map(({ standing }) => standing),
    ['done', 'done', 'done', 'ready', 'waiting'],
  );
  assert.equal(plan.get('traffic')!.earliest, '2022-11-10');
  assert.equal(plan.get('press')!.earliest, '2022-11-12');
  assert.equal(plan.get('traffic')!.latest, '2022-11-16');
  assert.deepEqual(
    [...plan].filter(([, { critical }]) => critical).map(([id]) => id),
    ['traffic', 'press'],
  );
  const late = forecast(plan2022(3), '2022-11-17');
  assert.equal(late.get('traffic')!.standing, 'late');
  assert.equal(late.get('press')!.standing, 'endangered', 'ten days of work do not fit into one');
});

test('of two ways the tighter one is critical', () => {
  const plan = forecast(
    [milestone('long', '2027-02-20', 30), milestone('short', '2027-02-01', 2), milestone('end', '2027-03-01', 5, ['short', 'long'])],
    '2027-01-10',
  );
  assert.deepEqual(
    [...plan]
      .filter(([, { critical }]) => critical)
      .map(([id]) => id)
      .sort(),
    ['end', 'long'],
  );
});

test('a circle is found, wherever it is', () => {
  assert.equal(circleIn(plan2022(0)), null);
  const waits = [milestone('a', '2027-01-01', 1, ['b']), milestone('b', '2027-01-01', 1, ['c']), milestone('c', '2027-01-01', 1, ['b'])];
  assert.deepEqual(circleIn(waits), ['b', 'c', 'b']);
});

test('nothing is forecast before what it waits for, and an earlier today never makes a plan tighter', () => {
  const arbitrary = fc.array(
    fc.record({ days: fc.integer({ min: 0, max: 40 }), due: fc.integer({ min: 0, max: 300 }), waits: fc.array(fc.nat(7)) }),
    {
      maxLength: 8,
    },
  );
  const day = (at: number) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(arbitrary, fc.integer({ min: 0, max: 200 }), (given, today) => {
      const plan = given.map(({ days, due, waits }, at) =>
        milestone(String(at), day(due), days, [...new Set(waits.filter((one) => one < at))].map(String)),
      );
      assert.equal(circleIn(plan), null);
      const now = forecast(plan, day(today));
      const sooner = forecast(plan, day(today - 1));
      for (const one of plan) {
        for (const id of one.waitsFor) {
          assert.ok(now.get(id)!.earliest <= now.get(one.id)!.earliest);
          assert.ok(now.get(id)!.latest <= now.get(one.id)!.latest);
        }
        assert.ok(sooner.get(one.id)!.slack >= now.get(one.id)!.slack);
      }
    }),
  );
});

test('on every day exactly one reminder still says something, and written on its own day each does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 30 }), (left) => {
      const today = daysLater('2027-04-15', -left);
      const says = REMINDED.filter((days) => left <= days && stillSays(days, '2027-04-15', today));
      assert.equal(says.length, left <= 7 ? 1 : 0);
    }),
  );
  for (const days of REMINDED) assert.ok(stillSays(days, '2027-04-15', daysLater('2027-04-15', -days)));
});

test('the next reminder is the first of those that are not past; what is done has none', () => {
  const of = (today: string, doneOn: string | null = null) => nextReminder({ dueOn: '2027-04-15', doneOn }, today);
  assert.deepEqual(
    ['2027-01-01', '2027-04-08', '2027-04-09', '2027-04-15', '2027-04-16', '2027-04-17'].map((today) => of(today)),
    ['2027-04-08', '2027-04-08', '2027-04-14', '2027-04-16', '2027-04-16', null],
  );
  assert.equal(of('2027-01-01', '2026-12-01'), null);
});
