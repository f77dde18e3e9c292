import assert from 'node:assert/strict';
import { publishEdition } from '#boards/programme/versions.server.ts';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const now = new Date('2027-03-12T02:00:00Z');
const { journey } = deskStage({
  now,
  fill: async (database) => {
    await database.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('activity')
        .set({ state: 'published' })
        .where('room_id', 'is not', null)
        .where('kind', '=', 'parallel-forum')
        .execute();
      const published = await publishEdition(tx, '2027', '2027-03-11T02:00:00Z', { searched: false });
      assert.ok(published.ok);
    });
  },
});
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

journey('the press office records an event, keeps the figures of the day, and sees what differs later', async ({ as, database }) => {
  const page = await as('press', '/en/desk/2027/press', { bypassCSP: true });
  await page.waitForLoadState('networkidle');
  await page.getByText('Add a press event').first().click();
  const add = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add a press event' }) });
  await add.getByLabel('Title (Chinese)').fill('发布会');
  await add.getByLabel('Title (English)').fill('Opening conference');
  await add.getByLabel('Day').fill('2027-03-12');
  await add.getByLabel('Question 1 (English)').fill('How many?');
  await add.getByRole('button', { name: 'Add a press event' }).click();
  const record = page.getByRole('article', { name: 'Opening conference' });
  await record.getByText('How many?').first().waitFor();
  await record.getByRole('button', { name: /Keep the figures of version 1/ }).click();
  await record.getByText('The same as today.').waitFor();
  await record.getByText('Add the picture').first().click();
  await record.getByLabel('Picture (JPEG, PNG or WebP)').setInputFiles({ name: 'stage.png', mimeType: 'image/png', buffer: PIXEL });
  await record.getByLabel('Caption (English)').fill('On stage');
  await record.getByRole('button', { name: 'Add the picture' }).click();
  const picture = record.getByRole('img', { name: 'On stage' });
  await picture.waitFor();
  const file = await page.request.get((await picture.getAttribute('src'))!);
  assert.equal(file.headers()['content-type'], 'image/png');
  await database.db.transaction().execute(async (tx) => {
    await tx.updateTable('activity').set({ state: 'cancelled' }).where('state', '=', 'published').execute();
    assert.ok((await publishEdition(tx, '2027', '2027-03-12T02:00:00Z', { searched: false })).ok);
  });
  // The server hears of a publication a moment after it is made.
  const differs = record.getByText(/figures? differs? from today/);
  for (let tries = 0; tries < 20 && (await differs.count()) === 0; tries++) await page.reload();
  assert.equal(await differs.count(), 1);
  assert.deepEqual(await axeFindings(page), []);
});

journey('the press room fits a phone in Chinese, for whoever only reads', async ({ as }) => {
  const page = await as('auditor', '/zh/desk/2027/press', { bypassCSP: true, colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  await page.getByRole('heading', { name: /合作学会/ }).waitFor();
  assert.equal(await page.getByRole('button', { name: '添加新闻活动' }).count(), 0);
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await axeFindings(page), []);
});

journey('a released letter is read by the public once the next version is published, in its languages', async ({ as, database }) => {
  const desk = await as('press', '/en/desk/2027/press');
  await desk.getByText('Add a letter or message').first().click();
  const add = desk.locator('form').filter({ has: desk.getByRole('button', { name: 'Add a letter or message' }) });
  await add.getByLabel('From (English)').fill('Head of an academy');
  await add.getByLabel('Organisation or office (English)').fill('Academy');
  await add.getByLabel('Dated').fill('2027-03-01');
  await add.getByLabel('Text (Chinese)').fill('预祝成功。');
  await add.getByLabel('Text (English)').fill('We wish you well.');
  await add.getByLabel('Released').check();
  await add.getByRole('button', { name: 'Add a letter or message' }).click();
  await desk.getByRole('article', { name: 'Head of an academy' }).waitFor();
  await database.db.transaction().execute(async (tx) => {
    assert.ok((await publishEdition(tx, '2027', '2027-03-12T02:00:00Z', { searched: false })).ok);
  });
  const phone = { bypassCSP: true, viewport: { width: 390, height: 844 } };
  const page = await as(null, '/en/2027', phone);
  const link = page.getByRole('link', { name: 'Head of an academy' });
  for (let tries = 0; tries < 20 && (await link.count()) === 0; tries++) await page.reload();
  await link.click();
  const letter = page.getByRole('article', { name: 'Head of an academy' });
  await letter.getByText('We wish you well.').waitFor();
  await letter.getByText('Also in Chinese').click();
  assert.equal(await letter.getByText('预祝成功。').isVisible(), true);
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await axeFindings(page), []);
});
