import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditionContent } from '#boards/programme/content.ts';
import { houseInMemory } from '#boards/programme/house-in-memory.ts';
import { smallEdition } from '#boards/programme/pages/small-edition.ts';
import { frontOf, stateAt } from '../src/routes/[lang=lang]/[edition]/front.ts';

async function dayOf(edition: Partial<EditionContent['edition']>) {
  const content = smallEdition();
  Object.assign(content.edition, edition);
  const published = (await houseInMemory([{ content, publishedAt: '2022-09-15T02:00:00Z' }]).current('2022'))!;
  const { state, today } = stateAt(published.index.content, new Date('2022-09-16T02:00:00Z'));
  return frontOf(published, null, 'zh', state, today).day?.date ?? null;
}

test('the front page of an edition put off without new days shows no first day; an archive without dates shows what it holds', async () => {
  assert.equal(await dayOf({}), '2022-11-26');
  assert.equal(await dayOf({ startsOn: null, endsOn: null }), null);
  assert.equal(await dayOf({ startsOn: null, endsOn: null, dateChanges: [] }), '2022-11-26');
  assert.equal(await dayOf({ startsOn: null, endsOn: null, status: 'archived' }), '2022-11-26');
});
