/** From a host's draft on a phone to an activity of the edition: host, reviewer and office, each at their own desk. */
import assert from 'node:assert/strict';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage({ now: new Date('2026-12-01T02:00:00Z') });
const list = '/en/desk/2027/proposals';

journey('a host begins on a phone, is told what is missing where, and hands in', async ({ as }) => {
  const page = await as('host-lead', '/en/desk/2027/calls/parallel-forums', { viewport: { width: 390, height: 844 }, bypassCSP: true });
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(/proposals\/8\/edit$/);
  assert.equal(await sideways(page), 0);
  await page.getByLabel('Title (English)').fill('Forum on Sample Journeys');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('alert').getByText('Everything is saved, but it cannot be handed in yet').waitFor();
  assert.ok(await page.getByText('The public reads this in both languages: please add this one.').count());
  assert.deepEqual(await axeFindings(page), []);

  await page.getByLabel('Title (Chinese)').fill('示例旅程论坛');
  await page.getByLabel('Aims (Chinese)').fill('试用。');
  await page.getByLabel('Aims (English)').fill('To try it.');
  await page.getByLabel('Focus').selectOption({ index: 1 });
  await page.getByLabel('Expected size').fill('150');
  await page.getByLabel('Share from abroad (%)').fill('20');
  await page.getByRole('group', { name: 'Languages' }).getByLabel('English').check();
  await page.getByLabel('Session 1 (Chinese)').fill('致辞');
  await page.getByLabel('Session 1 (English)').fill('Opening');
  await page.getByLabel('Minutes').first().fill('60');
  await page.getByLabel('What is different from earlier years').fill('Everything.');
  await page.getByLabel('The main outcome to expect').selectOption({ index: 1 });
  await page.getByRole('group', { name: 'Contact' }).getByLabel('Name').fill('Sample');
  await page.getByLabel('Mail address').fill('sample@example.org');
  await page.getByRole('button', { name: 'Hand in' }).click();
  // Three of one organisation, and the samples hold two of them already.
  await page.waitForURL(/proposals\/8$/);
  assert.ok(await page.locator('.state.submitted').count());
});

journey('a reviewer scores before seeing others; the office returns, the host answers, the office accepts', async ({ as, database }) => {
  const reviewer = await as('reviewer', `${list}?mine=open`);
  await reviewer.getByRole('link', { name: 'Forum on Quantum Computing and Its Uses' }).click();
  await reviewer.getByText('What others scored is shown once you have given your own scores.').waitFor();
  for (const criterion of ['Subject and content', 'International participation', 'Feasibility'])
    await reviewer.getByRole('group', { name: criterion }).getByLabel('4').check();
  await reviewer.getByLabel('Advice').selectOption('accept');
  await reviewer.getByRole('button', { name: 'Give scores' }).click();
  await reviewer.getByText('Your scores are kept').waitFor();

  const office = await as('office', `${list}/1`, { bypassCSP: true });
  assert.equal(await office.locator('.mean').textContent(), '4.0');
  assert.deepEqual(await axeFindings(office), []);
  await office.getByRole('button', { name: 'Return' }).click();
  await office.getByRole('alert').getByText('Please say what to change').waitFor();
  await office.getByLabel('What to change, or why').fill('Name two speakers.');
  await office.getByRole('button', { name: 'Return' }).click();
  await office.locator('.state.returned').waitFor();

  // Whether the page is awake or not when it is handed in.
  const host = await as('host-lead', `${list}/1/edit`, { javaScriptEnabled: false });
  await host.getByText('Name two speakers.').waitFor();
  await host.getByLabel('Name 1 (Chinese)').fill('示例嘉宾');
  await host.getByRole('button', { name: 'Hand in' }).click();
  await host.locator('.state.submitted').waitFor();

  await office.reload();
  await office.getByRole('button', { name: 'Accept' }).click();
  await office.getByText('It became:').waitFor();
  const activity = await database.db
    .selectFrom('activity')
    .select(['state', 'capacity'])
    .where('slug', '=', 'forum-on-quantum-computing-and-its-uses')
    .executeTakeFirst();
  assert.deepEqual(activity, { state: 'planned', capacity: 260 });
  const mails = await database.db.selectFrom('message').select('subject').where('subject', 'like', '提案 1%').execute();
  assert.ok(mails.length >= 3);
});

journey('the desks of calls and proposals are accessible in Chinese, and the list is taken away as it is narrowed', async ({ as, url }) => {
  const page = await as('office', '/zh/desk/2027/calls', { bypassCSP: true, colorScheme: 'dark' });
  for (const path of ['/calls', '/calls/parallel-forums', '/calls/parallel-forums/edit', '/proposals', '/proposals/3']) {
    await page.goto(`/zh/desk/2027${path}`);
    assert.deepEqual(await axeFindings(page), [], path);
  }
  const file = await page.request.get(`${url}/zh/desk/2027/proposals/list.csv?state=declined`);
  const text = await file.text();
  assert.match(text, /元宇宙投资沙龙/);
  assert.doesNotMatch(text, /海洋观测论坛/);
});

journey('somebody without a team finds the open call and asks to act for an organisation', async ({ as }) => {
  const page = await as('member', '/en/desk', { bypassCSP: true });
  await page.getByRole('link', { name: 'Call for parallel forums 2027 (sample)' }).click();
  await page.waitForURL(/open-calls/);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Organisation').selectOption({ label: 'Sample Brain Institute' });
  await page.getByLabel('What you do there').fill('I run its events.');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('waits for an answer').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  const office = await as('office', '/en/desk/2027/calls');
  await office.getByRole('button', { name: 'Grant' }).click();
  await office.getByText('Saved.').waitFor();
  await page.goto('/en/desk/2027/calls/parallel-forums');
  assert.equal(await page.getByRole('button', { name: 'Begin' }).count(), 1);
});
