/** The programme as people use it. The edition is the small one of the tests, known by heart; the clock is set where it matters. */
import assert from 'node:assert/strict';
import { both } from '#registry/text.ts';
import { activity, id, smallEdition } from '#boards/programme/pages/small-edition.ts';
import { sideways, stage } from './support.ts';

const DAY = '2022-11-26';
const MORNING = '2022-11-26T02:24:00Z';

function edition() {
  const content = smallEdition();
  content.activities.push(
    activity(13, {
      slug: 'plenary',
      board: 'main',
      kind: 'plenary',
      title: both('全体会议', 'Plenary Session'),
      startsAt: '2022-11-26T01:00:00Z',
      endsAt: '2022-11-26T03:30:00Z',
      room: id(3),
      sharesRoom: 'test',
      streamed: true,
    }),
    // Ten minutes after the forum in room 301 ends, 35 minutes away.
    activity(14, {
      slug: 'fiction',
      title: both('科幻大会', 'Science Fiction Convention'),
      startsAt: '2022-11-26T03:40:00Z',
      endsAt: '2022-11-26T04:40:00Z',
      room: id(5),
      languages: ['zh'],
      access: 'open',
    }),
    activity(15, {
      slug: 'sunday-forum',
      board: 'contest',
      kind: 'contest-round',
      title: both('决赛', 'Final'),
      startsAt: '2022-11-27T01:00:00Z',
      endsAt: '2022-11-27T03:00:00Z',
    }),
  );
  return content;
}

const { journey } = stage({ history: [{ content: edition(), publishedAt: '2022-11-24T10:00:00Z' }], now: new Date(MORNING) });
const noScript = { javaScriptEnabled: false };
const phone = { viewport: { width: 390, height: 844 } };

journey('finds a forum by day and board, without a script', async ({ open }) => {
  const page = await open('/en/2022', noScript);
  await page.getByRole('link', { name: 'See the programme' }).click();
  await page.getByRole('link', { name: /^Sat 26 November/ }).click();
  await page.getByRole('link', { name: 'Ceremonies and plenary' }).click();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, `/en/2022/programme/day/${DAY}?board=main`);
  assert.deepEqual(await page.locator('.grid .act h4').allInnerTexts(), ['Plenary Session']);
  await page.getByRole('link', { name: /^Sun 27 November/ }).click();
  assert.ok(await page.getByText('No activity matches all of this.').isVisible(), 'the choice of board is kept on another day');
});

journey('narrows the programme with menus that open without a script', async ({ open }) => {
  const page = await open(`/en/2022/programme/day/${DAY}`, noScript);
  await page.locator('summary', { hasText: 'Access' }).click();
  await page.getByRole('link', { name: /open to all/ }).click();
  assert.match(page.url(), /\/programme\/day\/2022-11-26\?access=open$/);
  assert.deepEqual(await page.locator('.grid .act h4').allInnerTexts(), ['Science Fiction Convention']);
  await page.locator('summary', { hasText: 'Access' }).click();
  await page.locator('details[open]').getByRole('link', { name: 'All', exact: true }).click();
  assert.ok((await page.locator('.grid .act').count()) > 1);
});

journey('reads the day as a list on a phone, with no sideways scroll', async ({ open }) => {
  const page = await open(`/zh/2022/programme/day/${DAY}`, phone);
  assert.ok(!(await page.locator('.grid').isVisible()));
  assert.ok(await page.locator('.list').getByRole('link', { name: '脑机接口创新发展论坛' }).isVisible());
  assert.equal(await sideways(page), 0);
});

journey('keeps two forums that clash and is warned of it, and of a way too long', async ({ open }) => {
  const page = await open(`/en/2022/programme/day/${DAY}`);
  for (const title of ['Brain–Computer Interface Forum', 'Plenary Session', 'Science Fiction Convention'])
    await page
      .locator('.grid')
      .getByRole('button', { name: `My day: ${title}` })
      .click();
  await page.getByRole('link', { name: 'My day · 3' }).click();
  await page.locator('[data-plan] li').first().waitFor();
  const plan = await page.locator('[data-plan]').innerText();
  assert.match(plan, /Clashes with 09:00 “Plenary Session”/);
  assert.match(plan, /Clashes with 08:30 “Brain–Computer Interface Forum”/);
  assert.match(plan, /About 35 min on the way to “Science Fiction Convention”, with only 10 min between/);
  await page.getByRole('button', { name: 'Remove: Plenary Session' }).click();
  assert.doesNotMatch(await page.locator('[data-plan]').innerText(), /Clashes/);
});

journey('sends the day to another device by link, which keeps it', async ({ open }) => {
  const mine = await open(`/en/2022/programme/day/${DAY}`);
  await mine.locator('.grid').getByRole('button', { name: 'My day: Plenary Session' }).click();
  await mine.goto('/en/2022/my-day');
  await mine.getByRole('button', { name: 'Copy a link' }).click();
  const link = await mine.getByLabel('Link to send').inputValue();

  const other = await open(link);
  await other.getByRole('button', { name: 'Keep these in my day' }).click();
  await other.waitForURL('**/en/2022/my-day');
  await other.getByRole('button', { name: 'Remove: Plenary Session' }).waitFor();
  assert.equal(await other.getByRole('link', { name: 'Subscribe as a calendar' }).getAttribute('href'), '/2022/schedule.ics?activity=13');
});

journey('shows where the clock stands, and what is live', async ({ open }) => {
  const page = await open(`/en/2022/programme/day/${DAY}`, { at: MORNING, timezoneId: 'Europe/Berlin' });
  await page.locator('[data-now]').waitFor();
  assert.equal(await page.locator('[data-now]').innerText(), '10:24');
  const plenary = page.locator('.grid .act', { hasText: 'Plenary Session' });
  assert.ok(await plenary.locator('.t.live').isVisible());
  assert.match(await page.locator('[data-zone-note]').innerText(), /Beijing time \(UTC\+8\); you are at UTC\+1/);
  const line = await page.locator('[data-now]').boundingBox();
  const box = await plenary.boundingBox();
  assert.ok(line && box && line.x > box.x && line.x < box.x + box.width, 'the line runs through what is on now');
  await page.clock.fastForward('02:00:00');
  await plenary.locator('.t.streamed').waitFor();
  assert.equal(await page.locator('[data-now]').innerText(), '12:24');
});

journey('says on the front page what is on now and what comes next', async ({ open }) => {
  const page = await open('/en/2022', { at: MORNING });
  await page.getByRole('heading', { name: 'On now 10:24' }).waitFor();
  const moments = page.locator('[data-moments]');
  assert.ok(await moments.getByRole('link', { name: 'Plenary Session' }).isVisible());
  assert.ok(await moments.getByRole('heading', { name: 'Next 11:40' }).isVisible());
});

journey('gets from the head of the page to a forum by keyboard alone', async ({ open }) => {
  const page = await open(`/en/2022/programme/day/${DAY}`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  for (let step = 0; step < 60 && (await focused()) !== 'Brain–Computer Interface Forum'; step++) await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Brain–Computer Interface Forum');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/activities/bci-forum');
});

journey('closes a menu with Escape and is back where it was opened', async ({ open }) => {
  const page = await open(`/en/2022/programme/day/${DAY}`);
  const summary = page.locator('summary', { hasText: 'Venue' });
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.locator('details[open]').getByRole('link').first().focus();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.filters details[open]').count(), 0);
  assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? '', /Venue/);
});

journey('reads the same page in the other language, and is led by what the browser asks for', async ({ open }) => {
  const page = await open(`/en/2022/programme/day/${DAY}?board=forum`);
  await page.locator('.tools').getByRole('link', { name: '中文' }).click();
  assert.match(page.url(), /\/zh\/2022\/programme\/day\/2022-11-26\?board=forum$/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
  const english = await open('/', { locale: 'en-AU' });
  assert.match(english.url(), /\/en$/);
});

journey('opens the menu of a phone without a script', async ({ open }) => {
  const page = await open('/en/2022', { ...phone, ...noScript });
  await page.locator('.head summary').click();
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Programme' }).click();
  assert.match(page.url(), /\/programme$/);
});

journey('finds what was never there named, with ways on', async ({ open }) => {
  const page = await open('/en/2022/programme/topic/nothing-of-the-kind');
  assert.ok(await page.getByRole('main').getByRole('link', { name: 'See the programme' }).isVisible());
});
