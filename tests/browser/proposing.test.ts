import assert from 'node:assert/strict';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage();

journey('the office sets a level and closes a room, by form alone', async ({ as, database }) => {
  const page = await as('office', '/en/desk/2027/schedule/rules', { bypassCSP: true });
  assert.deepEqual(await axeFindings(page), []);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('A person at two places').selectOption({ label: 'Warns' });
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await page.getByText('Saved. The schedule is held to it at once.').waitFor();
  await page.getByRole('link', { name: 'Room 301', exact: true }).click();
  await page.locator('input[name="closures.0.from"]').fill('2027-04-17T12:00');
  await page.locator('input[name="closures.0.to"]').fill('2027-04-17T14:00');
  await page.locator('input[name="closures.0.reason"]').fill('Rehearsal');
  await page.getByRole('button', { name: 'Save the place' }).click();
  await page.getByText('Saved. The schedule is held to it at once.').waitFor();
  const levels = await database.db.selectFrom('schedule_rules').select('levels').executeTakeFirstOrThrow();
  assert.equal((levels.levels as { person: string }).person, 'warns');
  const closure = await database.db
    .selectFrom('place_closure')
    .select(['starts_at', 'reason'])
    .where('reason', '=', 'Rehearsal')
    .executeTakeFirstOrThrow();
  assert.deepEqual([Date.parse(closure.starts_at), closure.reason], [Date.parse('2027-04-17T04:00:00Z'), 'Rehearsal']);
  const phone = await as('auditor', '/zh/desk/2027/schedule/rules?place=all', { bypassCSP: true, viewport: { width: 390, height: 844 } });
  assert.deepEqual(await axeFindings(phone), []);
  assert.equal(await sideways(phone), 0);
});

journey('the office has a timetable worked out, leaves meanwhile, takes it over and takes it back', async ({ as, database }) => {
  const page = await as('office', '/en/desk/2027/schedule/propose', { bypassCSP: true });
  assert.deepEqual(await axeFindings(page), []);
  await page.getByLabel('All that is placed').check();
  await page.getByLabel('Seconds to search').fill('5');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('heading', { name: 'Working…' }).waitFor();
  await page.goto('about:blank');

  await page.goto('/en/desk/2027/schedule/propose');
  await page.getByRole('heading', { name: 'Done' }).waitFor({ timeout: 120_000 });
  assert.deepEqual(await axeFindings(page), []);
  const waits = async () => (await database.db.selectFrom('activity').select('id').where('starts_at', 'is', null).execute()).length;
  const before = await waits();
  await page.getByRole('button', { name: 'Take over what is ticked' }).click();
  await page.getByText(/moves were taken over/).waitFor();
  assert.ok((await waits()) < before);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText(/activities are where they were/).waitFor();
  assert.equal(await waits(), before);
  const phone = await as('office', '/zh/desk/2027/schedule/propose', {
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  assert.deepEqual(await axeFindings(phone), []);
  assert.equal(await sideways(phone), 0);
  if (process.env['SHOTS']) {
    await phone.screenshot({ path: '/tmp/shot-propose-zh-390.png' });
    await page.screenshot({ path: '/tmp/shot-propose-en.png', fullPage: true });
    await page.goto('/zh/desk/2027/schedule/rules?place=all');
    await page.screenshot({ path: '/tmp/shot-rules-zh.png', fullPage: true });
    await page.goto('/en/desk/2027/schedule/rules');
    await page.screenshot({ path: '/tmp/shot-rules-en.png', fullPage: false });
  }
});
