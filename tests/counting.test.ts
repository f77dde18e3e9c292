/** Every place that counts activities comes to the same number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presentFacts } from '#boards/facts/api.ts';
import { factsOf } from '#boards/facts/model.ts';
import { indexOf } from '#boards/programme/index-of.ts';
import { summaryOf } from '#boards/programme/summary.ts';
import { sampleEditions } from '../samples/index.ts';
import { frontOf } from '../src/routes/[lang=lang]/[edition]/front.ts';

test('lists of editions, the front page and the interface count as the facts do, also while the edition has no days', () => {
  const content = structuredClone(sampleEditions().find(({ edition }) => edition.year === 2022)!);
  const publishedAt = '2022-09-15T02:00:00Z';
  const counts = () => {
    const facts = factsOf(content, null, publishedAt);
    const publication = { id: 'x', number: 1, publishedAt, content, changes: [], revisions: {}, withdrawn: [] };
    const published = { publication, index: indexOf(content) };
    const front = frontOf(published, null, 'en', 'coming', '2022-09-15');
    const told = presentFacts({ edition: '2022', number: 1, publishedAt, before: null, facts }, 'https://forum.example');
    return [summaryOf(published).activities, Number(front.figures[0]!.value), told.facts[0]!.value, front.planned, told.planned];
  };
  assert.deepEqual(counts(), [126, 126, 126, false, false]);
  Object.assign(content.edition, { startsOn: null, endsOn: null, status: 'announced' });
  for (const activity of content.activities)
    if (activity.kind !== 'year-round' && activity.state !== 'cancelled') activity.state = 'postponed';
  assert.deepEqual(counts(), [126, 126, 126, true, true]);
  content.activities.find(({ kind }) => kind === 'parallel-forum')!.postponedAlone = true;
  assert.deepEqual(counts(), [125, 125, 125, true, true]);
});
