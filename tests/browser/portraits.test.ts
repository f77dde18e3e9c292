import assert from 'node:assert/strict';
import sharp from 'sharp';
import { textIn } from '#registry/text.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { hostedBySample } from '../../samples/personas.ts';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage();
const content = content2027();
const sample = hostedBySample(content);
const hosted = content.activities.find(({ id }) => id === sample.activity)!;
const somebody = content.people.find(({ id }) => id === sample.person)!;
const name = textIn(somebody.name, 'en');
const options = { bypassCSP: true, viewport: { width: 390, height: 844 } };

journey(
  'a host hands in a portrait, the office publishes, lists show it beside the name, and the speaker has the last word',
  async ({ as, url }) => {
    const picture = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#a0603a' } })
      .jpeg()
      .toBuffer();
    const host = await as('host-editor', `/en/desk/2027/activities/${hosted.slug}/speakers`, options);
    const row = host.locator(`#p-${somebody.id}`);
    await row.locator('summary', { hasText: 'Portrait' }).click();
    const file = row.locator('input[type=file]');
    const handIn = row.getByRole('button', { name: 'Hand in the portrait' });
    await file.setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('No picture at all') });
    await handIn.click();
    await host.getByRole('alert').filter({ hasText: 'This kind of file is not taken. You can upload: JPG, PNG, WEBP.' }).waitFor();
    assert.equal(await row.getByRole('img').count(), 0);
    assert.equal(await handIn.isVisible(), true, 'the form is still open');
    await file.setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: picture });
    await handIn.click();
    await host.getByRole('status').filter({ hasText: 'public from the next version' }).waitFor();
    await row.getByRole('img', { name: `Portrait of ${name}` }).waitFor();
    assert.deepEqual(await axeFindings(host), []);
    assert.equal(await sideways(host), 0);

    const office = await as('office', '/en/desk/2027/publish');
    await office.getByLabel('I have read the above').check();
    await office.getByRole('button', { name: 'Publish version 1' }).click();
    await office.getByRole('heading', { name: 'Version 1 is public' }).waitFor();

    const reader = await as(null, `/en/2027/people?q=${encodeURIComponent(name)}`, options);
    const people = reader.locator('ul.people');
    const shown = people.locator('li').filter({ hasText: name }).locator('img');
    assert.deepEqual(await shown.evaluate((img: HTMLImageElement) => [img.alt, img.width, img.height]), ['', 48, 48]);
    const small = await reader.request.get((await shown.getAttribute('src'))!);
    assert.match(small.headers()['cache-control']!, /immutable/);
    const { width, height } = await sharp(await small.body()).metadata();
    assert.deepEqual([width, height], [96, 96]);
    assert.deepEqual(await axeFindings(reader), []);
    await reader.goto(`${url}/zh/2027/people`);
    assert.equal(await people.locator('li').first().locator('img').count(), 0, 'who has none, has no place for one');

    const speaker = await as('speaker', '/en/desk/appearances/page');
    await speaker.getByText('A host of yours handed this portrait in').waitFor();
    await speaker.getByLabel('Remove the portrait').check();
    await speaker.getByRole('button', { name: 'Save' }).click();
    await speaker.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    // The host's page is as it was before; what the speaker said since is told, and stands.
    await row.locator('summary', { hasText: 'Portrait' }).click();
    await row.getByRole('button', { name: 'Remove the portrait' }).click();
    await row.getByRole('alert').filter({ hasText: 'their word counts' }).waitFor();
    await row.getByText('The speaker took the portrait away').waitFor();
    assert.equal(await file.count(), 0);
  },
);
