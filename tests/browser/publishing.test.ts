import assert from 'node:assert/strict';
import { setPlace } from '#boards/programme/schedule/actions.server.ts';
import { commandLine } from '../../src/platform/actor.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage();
const content = content2027();
const forum = content.activities.find(({ kind, room, state }) => kind === 'parallel-forum' && room && state === 'scheduled')!;

journey('the office reviews, accepts a clash with its reason, publishes, and finds the mails waiting', async ({ as, database, url }) => {
  await setPlace(
    { db: database.db, actor: commandLine },
    {
      edition: '2027',
      version: 0,
      place: forum.room!,
      closures: [{ from: '2027-04-01T00:00', to: '2027-05-01T00:00', reason: 'Painters' }],
    },
  );
  const page = await as('office', '/en/desk/2027/publish', { bypassCSP: true });
  assert.deepEqual(await axeFindings(page), []);
  const clash = page.locator('#blocks li').filter({ hasText: forum.title.texts['en']! });
  await clash.getByText('Accept with a reason').click();
  await clash.getByLabel('Reason').fill('The painters wait until evening');
  await clash.getByRole('button', { name: 'Accept' }).click();
  await page.locator('#warns').getByText('The painters wait until evening').waitFor({ state: 'attached' });
  await page.getByLabel('I have read the above').check();
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByRole('heading', { name: 'Version 1 is public' }).waitFor();
  const held = await database.db.selectFrom('message').select('state').execute();
  assert.ok(held.length > 0 && held.every(({ state }) => state === 'held'));
  const { slug } = (await database.db.selectFrom('activity').select('slug').where('id', '=', forum.id).executeTakeFirst())!;
  assert.equal((await fetch(`${url}/en/2027/activities/${slug}`)).status, 200);
});

journey('warnings are narrowed by rule and words, what was chosen stays, and the list goes home as a file', async ({ as }) => {
  const page = await as('office', '/en/desk/2027/publish', { bypassCSP: true });
  const warns = page.locator('#warns');
  const all = await warns.locator('ul.clashes > li').count();
  await warns.getByRole('link', { name: /Too few interpretation booths/ }).click();
  await page.waitForURL(/rule=interpretation/);
  const narrowed = await warns.locator('ul.clashes > li').count();
  assert.ok(narrowed > 0 && narrowed < all, `${narrowed} of ${all}`);
  await warns.getByRole('searchbox', { name: 'Search the clashes' }).fill('green metallurgy');
  await warns.getByRole('button', { name: 'Find' }).click();
  await page.waitForURL(/q=green/);
  assert.equal(await warns.locator('ul.clashes > li').count(), 1);
  assert.match(page.url(), /rule=interpretation/, 'one narrowing keeps the other');
  assert.deepEqual(await axeFindings(page), []);
  if (process.env.LOOK) await page.screenshot({ path: process.env.LOOK, fullPage: true });
  const href = (await warns.getByRole('link', { name: 'Save as CSV' }).getAttribute('href'))!;
  const file = await page.request.get(href);
  assert.match(file.headers()['content-disposition']!, /2027-clashes\.csv/);
  const rows = (await file.text()).trim().split('\r\n');
  assert.equal(rows.length, 2);
  assert.match(rows[1]!, /Green Metallurgy/);
  await page.goto('/en/desk/2027/publish?chosen=&n=82&n=94');
  const open = warns.getByRole('link', { name: 'Open', exact: true });
  assert.match((await open.getAttribute('href'))!, /chosen=&n=82&n=94&state=open/, 'what was chosen stays chosen');
  const changes = await page.request.get('/en/desk/2027/publish/changes.xlsx');
  assert.equal(changes.status(), 200);
  const stranger = await as('speaker', '/en/demo');
  assert.notEqual((await stranger.request.get(href, { maxRedirects: 0 })).status(), 200, 'nobody else has it');
});

journey('the review in Chinese fits a phone and is accessible, also without scripts', async ({ as }) => {
  const page = await as('office', '/zh/desk/2027/publish', { bypassCSP: true, viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sideways(page), 0);
  const plain = await as('office', '/zh/desk/2027/publish?chosen', { javaScriptEnabled: false });
  assert.match(await plain.locator('#waiting').innerText(), /已选0项/);
});
