import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { content2027 } from '../../samples/edition-2027.ts';
import { hostedBySample } from '../../samples/personas.ts';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage();
const content = content2027();
const hosted = content.activities.find(({ id }) => id === hostedBySample(content).activity)!;
const at = `desk/2027/activities/${hosted.slug}`;

const titles = (page: Page) => page.locator('.agenda h3').allTextContents();
const saved = (page: Page) => page.locator('[data-state="saved"]').waitFor();
const ready = (page: Page) => page.getByRole('button', { name: 'Add a session' }).and(page.locator(':enabled')).waitFor();

journey('an editor changes the agenda by keyboard and by drag, undoes, and saves it as one', async ({ as }) => {
  const page = await as('host-editor', `/en/${at}/agenda`);
  await ready(page);
  const before = await titles(page);
  assert.ok(before.length > 2);
  await page.locator('.handle').first().focus();
  await page.keyboard.press('ArrowDown');
  assert.deepEqual((await titles(page)).slice(0, 2), [before[1], before[0]]);
  assert.match((await page.locator('p[aria-live="assertive"]').textContent()) ?? '', /2 of \d+/);
  await page.keyboard.press('Control+z');
  assert.deepEqual(await titles(page), before);
  await page.getByRole('button', { name: 'Redo' }).click();
  assert.deepEqual((await titles(page)).slice(0, 2), [before[1], before[0]]);

  const handle = page.locator('.handle');
  const [from, to] = [(await handle.nth(0).boundingBox())!, (await handle.nth(1).boundingBox())!];
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y + 5, { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await titles(page), before);

  const hours = page.locator('.hours').first();
  const was = await hours.textContent();
  await page.locator('.handle').first().focus();
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await hours.textContent(), was);
  await page.getByRole('button', { name: 'Save the agenda' }).click();
  await saved(page);
  const now = await hours.textContent();
  await page.reload();
  assert.equal(await hours.textContent(), now);
});

journey('two editors at once see each other, and what both changed is chosen and not overwritten', async ({ as }) => {
  const one = await as('host-editor', `/en/${at}/agenda`);
  await ready(one);
  const two = await as('host-lead', `/en/${at}/agenda`);
  await ready(two);
  await one.getByText(/Also here: .*Lead of a host/).waitFor();
  const rename = async (page: Page, index: number, title: string) => {
    await page.locator('.edit').nth(index).click();
    await page.locator('.inside input[lang="en"]').first().fill(title);
    await page.locator('.inside').getByRole('button', { name: 'Close' }).click();
  };
  await rename(one, 0, 'As the editor has it');
  await rename(two, 0, 'As the lead has it');
  await rename(two, 1, 'Only the lead changed this');
  await one.getByRole('button', { name: 'Save the agenda' }).click();
  await saved(one);
  // The other is told at once, without having saved.
  await two.getByText('You and somebody else changed the same thing').waitFor();
  assert.equal(await two.getByRole('button', { name: 'Save the agenda' }).isDisabled(), true);
  await two.locator('section.problem').getByRole('button', { name: 'Theirs' }).click();
  await two.getByRole('button', { name: 'Save the agenda' }).click();
  await saved(two);
  await one.getByText('Only the lead changed this').waitFor();
  assert.equal((await titles(one))[0], 'As the editor has it');
  // Whoever leaves is seen to have left, long before silence alone would say so.
  await two.close();
  await one.getByText(/Also here/).waitFor({ state: 'hidden' });
});

journey('a speaker confirms, tells an absence and hands in slides on a phone', async ({ as }) => {
  const page = await as('speaker', '/zh/desk/appearances', { bypassCSP: true, viewport: { width: 390, height: 844 } });
  await page.getByText('等待您的答复').first().waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.locator(`a[href$="/${hosted.slug}"]`).click();
  await page.getByRole('button', { name: '确认出席' }).click();
  await page.getByText('您已确认出席').waitFor();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '讲稿.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
  await page.getByRole('button', { name: '上传' }).click();
  await page.getByText('已收到讲稿.pdf。').waitFor();
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await axeFindings(page), []);
  const answer = await page.request.get((await page.getByRole('link', { name: '讲稿.pdf' }).getAttribute('href'))!);
  assert.match(answer.headers()['content-disposition']!, /^attachment/);
  assert.match(answer.headers()['content-security-policy']!, /sandbox/);

  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'slides.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>') });
  await page.getByRole('button', { name: '上传' }).click();
  await page.getByText('不接受这种文件').waitFor();
  await page.goto('/zh/desk/appearances/page');
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sideways(page), 0);
});

journey('the office sees how far everybody is, and nudges the chosen with one reviewed mail', async ({ as, database }) => {
  const page = await as('office', '/en/desk/2027/activities', { bypassCSP: true });
  assert.deepEqual(await axeFindings(page), []);
  await page.locator('.figures a[href="?progress=overdue"]').click();
  await page.waitForURL(/progress=overdue/);
  await page.locator('.figures a[href="?"]').click();
  await page.waitForURL(/activities\??$/);
  await page.getByRole('checkbox', { name: 'Choose all' }).check();
  await page.getByRole('button', { name: 'Nudge the chosen' }).click();
  await page.waitForURL(/nudge\?/);
  await page.getByRole('button', { name: /Put \d+ mails? into the outbox/ }).click();
  await page.getByRole('link', { name: 'Open the outbox' }).waitFor();
  const messages = await database.db
    .selectFrom('message')
    .innerJoin('message_batch', 'message_batch.id', 'message.batch_id')
    .select('message.state')
    .where('message_batch.kind', '=', 'nudge')
    .execute();
  assert.ok(messages.length > 0);
  assert.ok(messages.every(({ state }) => state === 'held'));
});

journey('the pages of one activity are accessible in both languages and fit a phone', async ({ as }) => {
  const page = await as('host-lead', undefined, { bypassCSP: true, viewport: { width: 390, height: 844 } });
  for (const [language, part] of [
    ['zh', ''],
    ['en', '/details'],
    ['zh', '/agenda'],
    ['en', '/speakers'],
    ['zh', '/guests'],
    ['en', '/needs'],
    ['zh', '/history'],
  ]) {
    await page.goto(`/${language}/${at}${part}`);
    assert.deepEqual(await axeFindings(page), [], `${language}${part}`);
    assert.equal(await sideways(page), 0, `${language}${part}`);
  }
});
