import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage({ now: new Date('2027-01-25T02:00:00Z') });

journey('the office finds a meeting, enters a decision, and loses nothing to somebody who was faster', async ({ as, database }) => {
  const page = await as('office', '/en/desk/2027/committees', { bypassCSP: true });
  assert.deepEqual(await axeFindings(page), []);
  await page.getByLabel('Search meetings, agendas, minutes and decisions').fill('contract');
  await page.getByRole('search').getByRole('button', { name: 'Find' }).click();
  await page.waitForURL(/q=contract/);
  const plenary = page.getByRole('article', { name: /Plenary of the executive committee/ });
  await page.getByText('No meeting speaks of “contract”.').waitFor();
  assert.equal(await page.getByRole('article').count(), 1);
  assert.equal(await plenary.getByText('Late', { exact: true }).count(), 1);
  await plenary.getByText('Add a decision').first().click();
  const adding = plenary.locator('details[open]');
  await adding.getByLabel('What was decided (Chinese)').fill('确定合同的主会场（示例）');
  await adding.getByLabel('What was decided (English)').fill('The contract of the main venue is settled (sample)');
  await adding.getByRole('button', { name: 'Add a decision' }).click();
  await adding.getByRole('alert').waitFor();
  assert.equal(await adding.getByLabel('What was decided (English)').inputValue(), 'The contract of the main venue is settled (sample)');
  await adding.getByLabel('Owner (Chinese)').fill('会务组（示例）');
  await adding.getByLabel('Owner (English)').fill('Venue team (sample)');
  await adding.getByRole('button', { name: 'Add a decision' }).click();
  const decision = plenary.getByRole('listitem').filter({ hasText: 'The contract of the main venue is settled (sample)' });
  await decision.getByText('Change').click();
  await sql`update committee_decision set version = version + 1, owner = jsonb_set(owner, '{texts,en}', '"Somebody faster"')`.execute(
    database.db,
  );
  await decision.getByLabel('Owner (English)').fill('Organising office (sample)');
  await decision.getByRole('button', { name: 'Save' }).click();
  await decision.getByRole('alert').getByText('Compare, then save again').waitFor();
  await decision.getByText('Somebody faster').waitFor();
  assert.equal(await decision.getByLabel('Owner (English)').inputValue(), 'Organising office (sample)');
  await decision.getByRole('button', { name: 'Save' }).click();
  await decision.getByText('Organising office (sample)').waitFor();
});

journey('a decision is withdrawn with its reason, stays on record, and is put back', async ({ as }) => {
  const page = await as('office', '/en/desk/2027/committees', { bypassCSP: true });
  const plenary = page.getByRole('article', { name: /Plenary of the executive committee/ });
  const decision = plenary.getByRole('listitem').first();
  const said = (await decision.locator('p').first().innerText()).trim();
  await decision.locator('summary', { hasText: 'Withdraw the decision' }).click();
  await decision.getByRole('button', { name: 'Withdraw the decision' }).click();
  await decision.getByText('Say why; nothing was changed.').waitFor();
  await decision.getByLabel('Reason (English)').fill('Settled otherwise (sample)');
  await decision.getByRole('button', { name: 'Withdraw the decision' }).click();
  await decision.getByText('Withdrawn on 25 January 2027: Settled otherwise (sample)').waitFor();
  assert.ok((await decision.locator('p').first().innerText()).includes(said), 'what was decided can still be read');
  assert.equal(await decision.getByText('Change').count(), 0);
  assert.deepEqual(await axeFindings(page), []);
  if (process.env.LOOK) await page.screenshot({ path: process.env.LOOK.replace('.png', '-withdrawn.png'), fullPage: true });
  await decision.getByRole('button', { name: /Put back/ }).click();
  await decision.getByText('Change').waitFor();
});

journey('the committees fit a phone in Chinese, for whoever only reads', async ({ as }) => {
  const page = await as('press', '/zh/desk/2027/committees', {
    bypassCSP: true,
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  assert.equal(await sideways(page), 0);
  assert.equal(await page.getByText('添加成员').count(), 0);
  assert.deepEqual(await axeFindings(page), []);
  if (process.env.LOOK) await page.screenshot({ path: process.env.LOOK, fullPage: true });
});
