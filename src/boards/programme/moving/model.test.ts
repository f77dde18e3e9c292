import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Activity } from '../content.ts';
import { sampleContent } from '../content.example.ts';
import { moveOne } from './activity.ts';
import { afterPlan, keepsHour, planEdition, plusDays, sameHour } from './model.ts';
import { localTime } from '../time.ts';

const November = { startsOn: '2022-11-26', endsOn: '2022-11-27' };

test('everything of the edition keeps its hour and its day; the first plan is kept', () => {
  const content = sampleContent();
  const plan = planEdition(content, { startsOn: '2022-12-03', endsOn: '2022-12-04' });
  assert.equal(plan.shift, 7);
  const [first] = afterPlan(content, plan).activities;
  assert.equal(first!.startsAt, '2022-12-03T00:30:00Z');
  assert.equal(first!.sessions[1]!.startsAt, '2022-12-03T01:00:00Z');
  assert.equal(first!.firstPlannedStartsAt, '2022-11-26T00:30:00Z');
});

test('what was held, called off, takes place all year, or was postponed by itself stays', () => {
  for (const [change, because] of [
    [{ state: 'held' }, 'held'],
    [{ state: 'cancelled' }, 'cancelled'],
    [{ kind: 'year-round' }, 'year-round'],
    [{ state: 'postponed' }, 'unplaced'],
    [{ startsAt: null, endsAt: null, room: null }, 'unplaced'],
    [{ startsAt: '2022-12-24T01:00:00Z', endsAt: '2022-12-24T02:00:00Z' }, 'outside'],
  ] as const) {
    const content = sampleContent();
    Object.assign(content.activities[0]!, change);
    const plan = planEdition(content, { startsOn: '2023-01-07', endsOn: '2023-01-08' });
    assert.deepEqual(plan.stays, [{ activity: content.activities[0]!.id, because }]);
  }
});

test('to days not known, and back: hours as before, states as before, the first plan kept', () => {
  const content = sampleContent();
  const unknown = afterPlan(content, planEdition(content, null));
  assert.deepEqual([unknown.edition.startsOn, ...unknown.activities.map(({ state }) => state)], [null, 'postponed', 'postponed']);
  unknown.edition.dateChanges = [
    { announcedOn: '2022-09-15', from: November, to: { startsOn: null, endsOn: null }, reason: content.edition.name },
  ];
  const back = afterPlan(unknown, planEdition(unknown, November));
  assert.deepEqual(back.activities, content.activities);
});

test('what was put off by itself, or called off, stays so when the edition loses its days and has others', () => {
  const content = sampleContent();
  content.activities.push({ ...content.activities[1]!, id: content.activities[1]!.id.replace(/2$/, '3') });
  Object.assign(content.activities[0]!, { state: 'postponed' });
  Object.assign(content.activities[1]!, { state: 'cancelled' });
  const states = (one: ReturnType<typeof sampleContent>) =>
    one.activities.map(({ state, postponedAlone = false }) => [state, postponedAlone]);
  const unknown = afterPlan(content, planEdition(content, null));
  assert.deepEqual(states(unknown), [
    ['postponed', true],
    ['cancelled', false],
    ['postponed', false],
  ]);
  unknown.edition.dateChanges = [
    { announcedOn: '2022-09-15', from: November, to: { startsOn: null, endsOn: null }, reason: content.edition.name },
  ];
  for (const days of [November, { startsOn: '2022-12-03', endsOn: '2022-12-04' }]) {
    const plan = planEdition(unknown, days);
    assert.deepEqual(
      plan.stays.map(({ because }) => because),
      ['unplaced', 'cancelled'],
    );
    const back = afterPlan(unknown, plan);
    assert.deepEqual(
      back.activities.map(({ state }) => state),
      ['postponed', 'cancelled', 'published'],
    );
    assert.equal(back.activities[0]!.startsAt, content.activities[0]!.startsAt);
  }
});

test('while the edition has no days, what is on again waits with it, and what waits can be put off by itself', () => {
  const content = sampleContent();
  const { edition, activities } = afterPlan(content, planEdition(content, null));
  const at = { zone: 'Asia/Shanghai', edition };
  const move = (activity: Activity, what: 'postpone' | 'cancel' | 'reinstate') => {
    const outcome = moveOne(activity, { do: what }, at);
    return outcome.ok ? outcome.value : outcome.problem.is;
  };
  const [waiting] = activities;
  assert.equal(move(waiting!, 'reinstate'), 'nothing-moves');
  const alone = move(waiting!, 'postpone') as Activity;
  assert.equal(alone.postponedAlone, true);
  assert.equal(move(alone, 'postpone'), 'nothing-moves');
  assert.deepEqual(move(alone, 'reinstate'), waiting);
  assert.deepEqual(move(move(waiting!, 'cancel') as Activity, 'reinstate'), waiting);
});

test('a shorter edition says which activities have no day any more', () => {
  const content = sampleContent();
  Object.assign(content.activities[1]!, { startsAt: '2022-11-27T06:00:00Z', endsAt: '2022-11-27T08:00:00Z' });
  const plan = planEdition(content, { startsOn: '2023-03-01', endsOn: '2023-03-01' });
  assert.deepEqual(plan.beyond, [content.activities[1]!.id]);
});

test('an hour on the wall stays that hour across a change of the clock', () => {
  // Berlin: summer time ends on 30 October 2022.
  assert.equal(sameHour('2022-10-29T08:00:00Z', 2, 'Europe/Berlin'), '2022-10-31T09:00:00Z');
});

test('any number of days there and back again is where one was, hour for hour', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
  fc.assert(
    fc.property(
      fc.integer({ min: -700, max: 700 }),
      fc.integer({ min: 0, max: 525_599 }),
      fc.constantFrom(...zones),
      (days, minute, zone) => {
        const at = new Date(Date.parse('2022-01-01T00:00:00Z') + minute * 60_000).toISOString().replace('.000Z', 'Z');
        const there = sameHour(at, days, zone);
        // An hour that the day of a clock put forward does not have cannot be kept.
        fc.pre(localTime(there, zone) === localTime(at, zone));
        assert.equal(localTime(sameHour(there, -days, zone), zone), localTime(at, zone));
      },
    ),
  );
});

test('every activity that moves moves by the same days and keeps its hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const content = sampleContent();
      const plan = planEdition(content, { startsOn: plusDays('2022-11-26', days), endsOn: plusDays('2022-11-27', days) });
      assert.equal(plan.shift, days);
      assert.ok(plan.shifts.every((shift) => keepsHour(shift, 'Asia/Shanghai')));
    }),
  );
});
