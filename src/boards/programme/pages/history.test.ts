import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditionContent } from '../content.ts';
import { houseInMemory } from '../house-in-memory.ts';
import { earlierStarts, historyOf, movesIn } from './history.ts';
import { id, smallEdition } from './small-edition.ts';

const first = smallEdition();
const withForum = (content: EditionContent, change: Partial<EditionContent['activities'][number]>): EditionContent => ({
  ...content,
  activities: content.activities.map((one) => (one.id === id(10) ? { ...one, ...change } : one)),
});
const moved = withForum(first, { startsAt: '2022-11-27T00:30:00Z', endsAt: '2022-11-27T03:30:00Z' });
const otherSession = withForum(moved, { sessions: moved.activities[0]!.sessions.slice(1) });
const cancelled = withForum(otherSession, { state: 'cancelled' });
const house = houseInMemory(
  [first, moved, otherSession, cancelled].map((content, at) => ({ content, publishedAt: `2022-11-2${at}T10:00:00Z` })),
);

test('each version that touched the activity is told once, with its sessions\u2019 changes counted', async () => {
  const { publication } = (await house.current('2022'))!;
  const past = await historyOf(house, publication, id(10));
  assert.deepEqual(
    past.map(({ version, is, sessions, fields }) => ({ version, is, sessions, fields: fields.map(({ field }) => field) })),
    [
      { version: 2, is: 'changed', sessions: 0, fields: ['time'] },
      { version: 3, is: null, sessions: 1, fields: [] },
      { version: 4, is: 'changed', sessions: 0, fields: ['state'] },
    ],
  );
  assert.deepEqual(earlierStarts(past), ['2022-11-26T00:30:00Z']);
  assert.equal(movesIn(past)[0]?.after?.startsAt, '2022-11-27T00:30:00Z');
});

test('an old version knows nothing of what came later', async () => {
  const { publication } = (await house.version('2022', 2))!;
  assert.deepEqual(
    (await historyOf(house, publication, id(10))).map(({ version }) => version),
    [2],
  );
});

test('what never changed costs no look at earlier versions', async () => {
  const { publication } = (await house.current('2022'))!;
  const shut = { version: () => assert.fail('looked at an earlier version') };
  assert.deepEqual(await historyOf(shut, publication, id(11)), []);
});
