import assert from 'node:assert/strict';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage({ now: new Date('2027-01-18T02:00:00Z') });

journey('the office sees what is late and what is critical, ticks it off, and is kept from a circle', async ({ as }) => {
  const page = await as('office', '/en/desk/2027/plan', { bypassCSP: true });
  const call = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /The call for forums closes/ }) });
  assert.equal(await call.getByText('Late', { exact: true }).count(), 1);
  const briefing = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Media briefing/ }) });
  await briefing.getByText('Next reminder: 5 March 2027').waitFor();
  await briefing.getByText('Reminders go to: Press office (sample)').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await call.getByText('Change').click();
  await call.getByRole('group', { name: 'Waits for' }).getByLabel('Opening (sample)').check();
  await call.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('This would go round in a circle').waitFor();
  await call.getByRole('button', { name: /Mark as done/ }).click();
  await call.getByText('done on 18 January 2027').waitFor();
});

journey('the plan fits a phone in Chinese, for whoever only reads', async ({ as }) => {
  const page = await as('press', '/zh/desk/2027/plan', { bypassCSP: true, colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  assert.equal(await sideways(page), 0);
  assert.equal(await page.getByRole('button', { name: '添加节点' }).count(), 0);
  assert.deepEqual(await axeFindings(page), []);
});
