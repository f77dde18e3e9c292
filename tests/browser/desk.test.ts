import assert from 'node:assert/strict';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage();

journey('whoever is not signed in is led to a persona, and from there to where they wanted', async ({ as }) => {
  const page = await as(null, '/en/desk/2027');
  assert.match(page.url(), /\/en\/sign-in\?then=/);
  await page.getByRole('link', { name: 'Try it as somebody' }).click();
  await page.getByRole('button', { name: /Organising office/ }).click();
  await page.waitForURL(/\/en\/desk\/2027$/);
  assert.equal(await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Schedule' }).count(), 1);
});

journey('the frame of the desk shows what one may see, is accessible and fits a phone', async ({ as }) => {
  const page = await as('reviewer', '/zh/desk/2027', { bypassCSP: true, viewport: { width: 390, height: 844 } });
  const desks = page.getByRole('navigation', { name: '工作台导航' });
  assert.deepEqual(await desks.getByRole('link').allTextContents(), ['概览', '征集', '提案']);
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sideways(page), 0);
});

journey('somebody without a role finds no desk, and is told so', async ({ as }) => {
  const page = await as('member', '/en/desk');
  assert.equal(await page.getByText('Your account takes part in no edition yet.').count(), 1);
  const refused = await page.goto('/en/desk/2027');
  assert.equal(refused?.status(), 404);
});

journey('the overview says what waits, and every number opens its list', async ({ as }) => {
  const page = await as('office', '/en/desk/2027', { bypassCSP: true });
  const unplaced = page.getByRole('link', { name: /activities without a room or an hour/ });
  assert.match((await unplaced.textContent())!, /^\s*[1-9]\d*/);
  assert.match((await unplaced.getAttribute('href'))!, /\/desk\/2027\/schedule$/);
  const coming = page.getByRole('region', { name: 'Coming up' }).getByRole('listitem');
  const days = await coming.getByRole('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')!));
  assert.ok(days.length > 1);
  assert.deepEqual(days, days.toSorted());
  assert.deepEqual(await axeFindings(page), []);
  await coming.getByRole('link').first().click();
  await page.waitForURL(/\/desk\/2027\/./);
  const host = await as('host-editor', '/zh/desk/2027');
  assert.ok((await host.getByRole('heading', { name: '你负责筹备的活动' }).count()) > 0);
  assert.equal(await host.getByText('场活动尚未排定时间或会场').count(), 0);
  assert.equal(await host.getByRole('heading', { name: '接下来' }).count(), 0, 'the office’s own deadlines are not for hosts');
});
