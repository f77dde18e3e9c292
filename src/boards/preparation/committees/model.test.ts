import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both } from '#registry/text.ts';
import { carried, endsBeforeItBegins, heldTooSoon, inOrder, type Meeting, overlap, sitsAlready, sitting, speaksOf } from './model.ts';

const day = fc.integer({ min: 10, max: 28 }).map((number) => `2027-01-${number}`);
const term = fc.record({ since: day, until: fc.option(day) }).filter((one) => !endsBeforeItBegins(one));
const days = Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10));

test('two terms overlap exactly where some day is in both', () => {
  const covers = (one: { since: string; until: string | null }) => (each: string) => one.since <= each && (one.until ?? '9') >= each;
  fc.assert(fc.property(term, term, (a, b) => overlap(a, b) === days.some((each) => covers(a)(each) && covers(b)(each))));
});

test('a person sits once at a time, posts as often as they are sent', () => {
  const members = [{ id: 'a', person: 'p', since: '2027-01-01', until: '2027-02-01' }];
  const one = { id: null, person: 'p', since: '2027-02-01', until: null };
  assert.equal(sitsAlready(members, one), true, 'the last day counts');
  assert.equal(sitsAlready(members, { ...one, since: '2027-02-02' }), false);
  assert.equal(sitsAlready(members, { ...one, id: 'a' }), false, 'nobody is in their own way');
  assert.equal(sitsAlready([{ ...members[0]!, person: null }], { ...one, person: null }), false);
});

test('members are listed by role, those to come after them, those who ended last', () => {
  const members = [
    { id: 'ended', role: 'chair', since: '2026-01-01', until: '2026-12-31' },
    { id: 'to come', role: 'chair', since: '2027-02-01', until: null },
    { id: 'member', role: 'member', since: '2026-01-01', until: null },
    { id: 'chair', role: 'chair', since: '2027-01-01', until: '2027-01-15' },
  ] as const;
  const today = '2027-01-15';
  assert.deepEqual(
    inOrder(members, today).map(({ id }) => id),
    ['chair', 'member', 'to come', 'ended'],
  );
  assert.equal(sitting(members[3], today), 'sits', 'on the last day too');
});

test('nothing was held before its day, and a decision is late the day after it was due', () => {
  assert.equal(heldTooSoon({ state: 'held', on: '2027-01-16' }, '2027-01-15'), true);
  assert.equal(heldTooSoon({ state: 'held', on: '2027-01-15' }, '2027-01-15'), false);
  assert.equal(heldTooSoon({ state: 'planned', on: '2027-01-16' }, '2027-01-15'), false);
  const holds = { withdrawn: null };
  const stands = (dueOn: string, doneOn: string | null = null) => carried({ dueOn, doneOn, ...holds }, holds, '2027-01-15');
  assert.equal(stands('2027-01-15'), 'open');
  assert.equal(stands('2027-01-14'), 'late');
  assert.equal(stands('2027-01-14', '2027-01-20'), 'done');
});

test('a decision that was withdrawn, or whose meeting was, is never late; in a dissolved committee nobody sits', () => {
  const gone = { withdrawn: { on: '2027-01-10', why: both('误录', 'Entered by mistake') } };
  const late = { dueOn: '2027-01-01', doneOn: null };
  assert.equal(carried({ ...late, ...gone }, { withdrawn: null }, '2027-01-15'), 'withdrawn');
  assert.equal(carried({ ...late, withdrawn: null }, gone, '2027-01-15'), 'withdrawn');
  const member = { since: '2026-01-01', until: null };
  assert.equal(sitting(member, '2027-01-09', gone), 'sits');
  assert.equal(sitting(member, '2027-01-10', gone), 'ended');
});

test('a search finds words of minutes and decisions in either language', () => {
  const meeting: Meeting = {
    id: 'm',
    title: both('全体会议', 'Plenary'),
    on: '2027-01-15',
    at: null,
    place: null,
    state: 'held',
    agenda: null,
    minutes: both('通过计划', 'The plan was adopted'),
    decisions: [
      {
        id: 'd',
        said: both('签订合同', 'Sign contracts'),
        owner: both('会务组', 'Venue team'),
        dueOn: null,
        doneOn: null,
        withdrawn: null,
        sample: true,
        version: 1,
      },
    ],
    withdrawn: null,
    sample: true,
    version: 1,
  };
  assert.equal(speaksOf(meeting, 'ADOPTED venue'), true);
  assert.equal(speaksOf(meeting, '合同'), true);
  assert.equal(speaksOf(meeting, 'adopted rejected'), false);
});
