import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { houseInMemory } from '../house-in-memory.ts';
import { id, smallEdition } from '../pages/small-edition.ts';
import { editionPages, robots, seriesPages, sitemap, sitemapIndex } from './sitemap.ts';

const first = smallEdition();
const second = smallEdition({
  activities: first.activities.map((one) => (one.id === id(11) ? { ...one, slug: 'a&b', state: 'cancelled' } : one)),
});
const house = houseInMemory([
  { content: first, publishedAt: '2022-11-20T10:00:00Z' },
  { content: second, publishedAt: '2022-11-21T10:00:00Z' },
]);
const published = (await house.current('2022'))!;

/** Reads well-formed XML and counts its elements. */
function elements(xml: string): Map<string, number> {
  const counts = new Map<string, number>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => counts.set(name, (counts.get(name) ?? 0) + 1));
  parser.write(xml).close();
  return counts;
}

test('every page stands there once in each language and names its twins', () => {
  const pages = [...seriesPages(), ...editionPages(published)];
  assert.equal(new Set(pages.map(({ path }) => path)).size, pages.length);
  const xml = sitemap('https://forum.example', pages);
  const counts = elements(xml);
  assert.equal(counts.get('url'), pages.length * 2);
  assert.equal(counts.get('xhtml:link'), pages.length * 6);
  for (const path of [
    '/zh/2022',
    '/en/2022/activities/bci-forum/electrodes',
    '/zh/2022/programme/day/2022-11-26',
    '/en/2022/people/speaker-one',
  ])
    assert.ok(xml.includes(`<loc>https://forum.example${path}</loc>`), path);
});

test('what was changed last says when; addresses are escaped', () => {
  const xml = sitemap('https://forum.example', editionPages(published));
  assert.ok(xml.includes('/en/2022/activities/a%26b</loc><lastmod>2022-11-21T10:00:00Z</lastmod>'));
  assert.ok(xml.includes('/en/2022/activities/bci-forum</loc><xhtml:link'), 'what never changed has no lastmod of its own');
  elements(sitemap('https://forum.example', [{ path: '/"<&>\'', changedAt: null }]));
});

test('an index lists the parts, robots.txt leads to it', () => {
  const counts = elements(sitemapIndex('https://forum.example', [{ path: '/2022/sitemap.xml', changedAt: '2022-11-21T10:00:00Z' }]));
  assert.deepEqual([counts.get('sitemap'), counts.get('loc'), counts.get('lastmod')], [1, 1, 1]);
  assert.match(robots('https://forum.example'), /^Sitemap: https:\/\/forum\.example\/sitemap\.xml$/m);
});
