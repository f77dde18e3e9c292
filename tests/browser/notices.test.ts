import assert from 'node:assert/strict';
import type { Database } from '#platform/database/connect.ts';
import { publishEdition } from '#boards/programme/versions.server.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { loadNotices2022 } from '../../samples/notices.ts';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const fill = async (database: Database): Promise<void> => {
  const outcome = await database.db.transaction().execute((tx) => publishEdition(tx, '2027', '2026-11-01T00:00:00Z', { searched: false }));
  assert.ok(outcome.ok);
  await loadNotices2022(database.db, content2027().edition.id);
};
const { journey } = deskStage({ fill });

journey('a safety notice is drafted, issued and withdrawn; an open page hears of both at once', async ({ as, url }) => {
  const reader = await as(null, '/en/2027/places', { bypassCSP: true, viewport: { width: 390, height: 844 } });
  const banner = reader.getByRole('complementary', { name: 'Notices in force' });
  assert.equal(await banner.getByRole('listitem').count(), 0);

  const page = await as('office', '/en/desk/2027/notices', { bypassCSP: true });
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('link', { name: 'New notice' }).click();
  await page.getByLabel('Kind').selectOption('safety');
  await page.getByLabel('Title · English').fill('Hall B is closed');
  await page.getByLabel('Title · Chinese').fill('B 厅暂停使用');
  await page.getByLabel('Text · English').fill('Please use hall C.');
  await page.getByLabel('Text · Chinese').fill('请前往 C 厅。');
  await page.getByLabel('Valid until').fill('2099-05-14T09:30');
  await page.getByText('Thu, 14 May 2099 09:30').waitFor();
  await page.getByLabel('Valid until').fill('');
  await page.getByText('Thu, 14 May 2099').waitFor({ state: 'hidden' });
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Issue…').click();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Issue it now' }).click();
  await page.getByRole('status').filter({ hasText: 'Issued as No. 3' }).waitFor();

  await banner.getByRole('link', { name: 'Hall B is closed' }).waitFor();
  const fresh = await as(null, '/zh/2027');
  assert.equal(await fresh.getByRole('link', { name: 'B 厅暂停使用' }).count(), 1);
  const feed = await (await fetch(`${url}/2027/notices.atom?lang=en`)).text();
  assert.match(feed, /<title>Hall B is closed<\/title>/);
  const { items } = (await (await fetch(`${url}/api/v1/editions/2027/notices`)).json()) as {
    items: { number: number; standing: string }[];
  };
  assert.deepEqual([items[0]?.number, items[0]?.standing], [3, 'in-force']);

  await page.getByText('Withdraw…').click();
  await page.getByLabel(/public reads · Chinese/).fill('已恢复使用');
  await page.getByLabel(/public reads · English/).fill('It is open again');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('status').filter({ hasText: 'withdrawn' }).waitFor();
  await banner.waitFor({ state: 'hidden' });
  await reader.goto('/en/2027/notices/3');
  assert.equal(await reader.getByText('It is open again').count(), 1);
  assert.deepEqual(await axeFindings(reader), []);
});

journey('a traffic control is read without a script, with its drawing and its roads in words, on a phone', async ({ as }) => {
  const page = await as(null, '/zh/2027/notices/2', { bypassCSP: true, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  assert.equal(await page.getByRole('img', { name: /示意图/ }).count(), 1);
  assert.equal(await page.getByText('示例西街').count(), 1);
  const scripted = await as(null, '/zh/2027/notices/2', { bypassCSP: true, viewport: { width: 390, height: 844 } });
  assert.deepEqual(await axeFindings(scripted), []);
  assert.equal(await sideways(scripted), 0);
});

journey('a road is drawn on the map, and what is drawn stands in the form', async ({ as }) => {
  const page = await as('office', '/en/desk/2027/notices/new', { bypassCSP: true });
  await page.getByLabel('Kind').selectOption('traffic-control');
  const map = page.locator('.map.leaflet-container');
  await map.waitFor();
  await map.click({ position: { x: 120, y: 120 } });
  await map.click({ position: { x: 220, y: 160 } });
  const points = page.getByLabel(/Positions/);
  assert.match(await points.inputValue(), /^-?\d+\.\d{5}, -?\d+\.\d{5}\n-?\d+\.\d{5}, -?\d+\.\d{5}$/);
  await page.locator('.map .handle').nth(1).waitFor();
  assert.deepEqual(await axeFindings(page), []);
});
