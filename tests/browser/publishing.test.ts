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

journey('the review in Chinese fits a phone and is accessible, also without scripts', async ({ as }) => {
  const page = await as('office', '/zh/desk/2027/publish', { bypassCSP: true, viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sideways(page), 0);
  const plain = await as('office', '/zh/desk/2027/publish?chosen', { javaScriptEnabled: false });
  assert.match(await plain.locator('#waiting').innerText(), /已选0项/);
});
