import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexOf } from '../index-of.ts';
import { smallEdition } from '../pages/small-edition.ts';
import { VIEWS, select, type Selection } from '../selection.ts';
import { countsOf, facetsOf, selected } from './facets.ts';

const index = indexOf(smallEdition());

const selections = fc.record(
  Object.fromEntries(
    VIEWS.map((view) => [view, fc.constantFrom('nothing', ...[...facetsOf(index).values()].flatMap((facets) => facets[view]))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Selection>;

test('finds for every selection what the feeds and calendars find', () => {
  fc.assert(fc.property(selections, (selection) => assert.deepEqual(selected(index, selection), select(index, selection))));
});

test('a count is the number of activities behind its link', () => {
  fc.assert(
    fc.property(selections, fc.constantFrom(...VIEWS), (selection, view) => {
      for (const [key, count] of countsOf(index, selection, view)) assert.equal(count, select(index, { ...selection, [view]: key }).length);
    }),
  );
});
