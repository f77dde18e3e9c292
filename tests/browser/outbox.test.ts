import assert from 'node:assert/strict';
import { deskStage, fillWithHeldMails } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage({ fill: fillWithHeldMails });

journey('the office reads what is held, changes the shared text, discards one and releases the other', async ({ as, url }) => {
  const page = await as('office', '/en/desk/2027/messages', { bypassCSP: true });
  assert.equal(await page.getByText('nothing leaves').count(), 1);
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('link', { name: 'Agendas to be completed' }).click();
  await page.waitForURL(/messages\/./);
  await page.waitForLoadState('networkidle');
  await page.getByText('Change the shared text').click();
  await page.getByLabel('Subject').fill('Please complete your agenda');
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').filter({ hasText: '2 mails changed.' }).waitFor();

  await page.getByRole('checkbox', { name: 'Choose Bo' }).check();
  await page.getByText('Discard…').click();
  await page.getByRole('button', { name: 'Discard chosen' }).click();
  await page.getByRole('status').filter({ hasText: '1 mail discarded.' }).waitFor();

  await page.getByRole('link', { name: 'Please complete your agenda' }).first().click();
  await page.getByText(`${url}/en/desk/2027/activities`).waitFor();
  assert.equal(await page.getByText('Dear Ada,').count(), 1);
  await page.getByRole('button', { name: 'Release' }).click();
  await page.getByRole('status').filter({ hasText: '1 mail released.' }).waitFor();
});

journey('an auditor reads the outbox on a phone and is offered no deed', async ({ as }) => {
  const page = await as('auditor', '/zh/desk/2027/messages', { bypassCSP: true, viewport: { width: 390, height: 844 } });
  await page.getByRole('link', { name: '提醒补齐议程' }).click();
  await page
    .getByRole('link', { name: /agenda/ })
    .first()
    .waitFor();
  assert.equal(await page.getByRole('button', { name: /放行|作废/ }).count(), 0);
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sideways(page), 0);
});
