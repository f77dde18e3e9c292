import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#platform/database/testing.ts';
import { readContent } from '../src/boards/programme/store.server.ts';
import { currentPublication, publicationsOf } from '../src/boards/programme/versions.server.ts';
import { sampleEditions, sampleHistory2022 } from './index.ts';
import { readWishes } from '../src/boards/programme/proposals/wishes.server.ts';
import { content2027 } from './edition-2027.ts';
import type { EditionContent } from '../src/boards/programme/content.ts';
import { loadSamples } from './load.ts';
import { hostedBySample } from './personas.ts';
import { wishes2027 } from './wishes-2027.ts';

test('the samples load, and read as they were made', async (t) => {
  const { db } = await testDatabase(t);
  await loadSamples(db, { log: { info: () => {} } });
  for (const content of sampleEditions()) {
    const { letters: _letters, ...read } = (await readContent(db, content.edition.slug))!;
    assert.deepEqual(read, content, content.edition.slug);
    assert.ok(await currentPublication(db, content.edition.slug));
  }
  const next = content2027();
  // The host's team of the personas has changed its own activity, and nothing else.
  const { activity } = hostedBySample(next);
  const without = (content: EditionContent | null) => content?.activities.filter(({ id }) => id !== activity);
  const { letters, ...read } = (await readContent(db, next.edition.slug))!;
  assert.equal(letters?.length, 1, 'the press room has one to be published');
  assert.deepEqual(without(read), without(next));
  assert.deepEqual({ ...read, activities: [], people: [] }, { ...next, activities: [], people: [] });
  assert.deepEqual([...(await readWishes(db, next.edition.id)).values()], wishes2027(next));
  assert.deepEqual(
    (await publicationsOf(db, '2022')).map(({ publishedAt }) => publishedAt).reverse(),
    sampleHistory2022().map(({ publishedAt }) => publishedAt),
  );
});
