/** On a slow line people type before the page's script is there; nothing of it may be lost when it comes. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { deskStage } from './desk-stage.ts';

const { journey } = deskStage();

/** Opens the page with its script held back; what it comes to lets the script go on and waits until the page is awake. */
async function asleep(page: Page, path: string): Promise<() => Promise<void>> {
  let wake = () => {};
  const awake = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/_app/**/*.js', async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return async () => {
    wake();
    await page.waitForFunction(() => document.documentElement.dataset.awake === 'yes');
  };
}

journey('a page that wakes late keeps what was typed', async ({ as }) => {
  const page = await as('office');
  const wake = await asleep(page, '/en/desk/2027/move');
  await page.getByLabel('First day').fill('2027-05-14');
  await wake();
  assert.equal(await page.getByLabel('First day').inputValue(), '2027-05-14');
});

journey('scores given while the page slept are handed in', async ({ as }) => {
  const page = await as('reviewer', '/en/desk/2027/proposals?mine=open');
  const path = await page.getByRole('link', { name: 'Forum on Quantum Computing and Its Uses' }).getAttribute('href');
  const wake = await asleep(page, path!);
  for (const criterion of ['Subject and content', 'International participation', 'Feasibility'])
    await page.getByRole('group', { name: criterion }).getByLabel('4').check();
  await page.getByLabel('Advice').selectOption('accept');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Written early.');
  await wake();
  assert.equal(await page.getByRole('textbox', { name: 'Comment' }).inputValue(), 'Written early.');
  await page.getByRole('button', { name: 'Give scores' }).click();
  await page.getByText('Your scores are kept').waitFor();
});

journey('a name and a language of mails changed while the page slept are saved', async ({ as }) => {
  const page = await as('press');
  const wake = await asleep(page, '/en/account');
  await page.getByLabel('Name', { exact: true }).fill('Written early');
  await page.getByLabel('Language of mails').selectOption('zh');
  await wake();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('Saved').waitFor();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Written early');
  assert.equal(await page.getByLabel('Language of mails').inputValue(), 'zh');
});

journey('what was unfolded while the page slept stays unfolded', async ({ as }) => {
  const page = await as('office');
  const wake = await asleep(page, '/en/desk/2027/committees');
  const decision = page
    .getByRole('article', { name: /Plenary of the executive committee/ })
    .getByRole('listitem')
    .first();
  await decision.locator('summary', { hasText: 'Withdraw the decision' }).click();
  await decision.getByLabel('Reason (English)').fill('Written early.');
  await wake();
  assert.equal(await decision.getByLabel('Reason (English)').isVisible(), true);
  assert.equal(await decision.getByLabel('Reason (English)').inputValue(), 'Written early.');
});
