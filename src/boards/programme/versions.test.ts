import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleContent } from './content.example.ts';
import { nextPublication } from './versions.ts';

test('the start first announced is told from the version that moves it on, whatever the working tables say later', () => {
  const working = sampleContent();
  const announced = working.activities[0]!;
  const at = (startsAt: string) => ({ ...working, activities: working.activities.map((one, i) => (i === 0 ? { ...one, startsAt } : one)) });
  const first = nextPublication(null, working, '2022-09-01T00:00:00Z', 'a');
  const moved = nextPublication(first, at('2022-11-27T01:00:00Z'), '2022-09-02T00:00:00Z', 'b');
  const again = nextPublication(moved, at('2022-11-28T01:00:00Z'), '2022-09-03T00:00:00Z', 'c');
  const same = nextPublication(again, at('2022-11-28T01:00:00Z'), '2022-09-04T00:00:00Z', 'd');
  const told = [first, moved, again, same].map(({ content }) => content.activities[0]!.firstPlannedStartsAt);
  assert.deepEqual(told, [announced.firstPlannedStartsAt, announced.startsAt, announced.startsAt, announced.startsAt]);
  assert.deepEqual(
    moved.changes.map((change) => change.is === 'changed' && change.fields.map(({ field }) => field)),
    [['time']],
  );
  assert.deepEqual(same.changes, []);
});
