/** What changed since the version that this device saw last. */
import assert from 'node:assert/strict';
import { smallEdition } from '#boards/programme/pages/small-edition.ts';
import { stage } from './support.ts';

const moved = smallEdition();
moved.activities[0]!.capacity = 123;
const { journey } = stage({
  history: [
    { content: smallEdition(), publishedAt: '2022-11-20T10:00:00Z' },
    { content: moved, publishedAt: '2022-11-24T10:00:00Z' },
  ],
});
const slug = moved.edition.slug;

journey('who saw an earlier version is led to what changed since; who did not is not', async ({ open }) => {
  const page = await open(`/en/${slug}/programme`);
  const link = page.getByRole('link', { name: /you last saw version/ });
  assert.equal(await link.count(), 0);
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), `everforum:seen:${slug}`), '2');

  // As if this device had been here when version 1 was the current one, and its window was closed since.
  await page.evaluate((key) => {
    localStorage.setItem(key, '1');
    sessionStorage.clear();
  }, `everforum:seen:${slug}`);
  await page.reload();
  await link.waitFor();
  await page.reload();
  assert.equal(await link.textContent(), 'you last saw version 1: see what changed');
  await link.click();
  await page.waitForURL(/changes\?since=1$/);
  assert.match((await page.textContent('main')) ?? '', new RegExp(moved.activities[0]!.title.texts['en']!));
});
