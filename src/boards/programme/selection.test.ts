import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleContent } from './content.example.ts';
import { indexOf } from './index-of.ts';
import { daysOf, queryOf, select, selectionFrom, VIEWS } from './selection.ts';

const index = indexOf(sampleContent());
const chosen = (query: string) => select(index, selectionFrom(new URLSearchParams(query))).map(({ slug }) => slug);

test('each view chooses what it names, and several together what all of them name', () => {
  assert.deepEqual(chosen(''), ['forum-1', 'forum-2']);
  assert.deepEqual(chosen('day=2022-11-26&board=forum&topic=brain&focus=frontier&access=registered&language=en&host=sample-institute'), [
    'forum-1',
    'forum-2',
  ]);
  assert.deepEqual(chosen('person=sample-speaker-1'), ['forum-1']);
  assert.deepEqual(chosen('venue=room-305'), ['forum-2']);
  assert.deepEqual(chosen('venue=centre&person=sample-speaker-1'), ['forum-1']);
  assert.deepEqual(chosen('board=contest'), []);
});

test('days that are no days, and what nobody knows, are left out', () => {
  for (const query of ['day=2022-99-99', 'day=2022-02-30', 'day=%00', 'day=', 'colour=red'])
    assert.deepEqual(selectionFrom(new URLSearchParams(query)), {}, query);
});

test('any query gives a selection whose own query gives it again', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...VIEWS, 'other'), fc.string()), (parameters) => {
      const selection = selectionFrom(new URLSearchParams(parameters));
      assert.deepEqual(selectionFrom(new URLSearchParams(queryOf(selection))), selection);
      select(index, selection);
    }),
  );
});

test('a day is the one on the wall of the place, and a night that ends at midnight is of one day', () => {
  const content = sampleContent();
  const [activity] = content.activities;
  Object.assign(activity!, { startsAt: '2022-11-26T14:00:00Z', endsAt: '2022-11-26T16:00:00Z' });
  assert.deepEqual(daysOf(indexOf(content), activity!), ['2022-11-26']);
  activity!.endsAt = '2022-11-26T16:30:00Z';
  assert.deepEqual(daysOf(indexOf(content), activity!), ['2022-11-26', '2022-11-27']);
});
