/** The pages around the programme, as readers go through them: from an activity to its people, organisations and places, search, versions. */
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { activity, id, smallEdition } from '#boards/programme/pages/small-edition.ts';
import { indexPublication, searchPublished } from '#boards/programme/search.server.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { both } from '#registry/text.ts';
import { axeFindings, htmlFindings, sideways, stage } from './support.ts';

const first = smallEdition();
const [forum, chip, berlin] = first.activities;
const moved = smallEdition({
  activities: [
    forum!,
    {
      ...chip!,
      title: both('开源芯片产业论坛', 'Open-Source Chip Industry Forum'),
      startsAt: '2022-11-27T05:30:00Z',
      endsAt: '2022-11-27T09:00:00Z',
    },
    berlin!,
  ],
});
const last = smallEdition({
  activities: [
    ...moved.activities.map((one) => (one.id === berlin!.id ? { ...one, state: 'cancelled' as const } : one)),
    activity(13, { slug: 'clash', title: both('同时的论坛', 'Forum at the Same Time'), room: id(5) }),
  ],
});
const { journey } = stage({
  history: [first, moved, last].map((content, at) => ({ content, publishedAt: `2022-11-2${at + 1}T10:00:00Z` })),
});

const PAGES = [
  '/2022/activities/bci-forum',
  '/2022/activities/berlin-forum',
  '/2022/activities/bci-forum/electrodes',
  '/2022/people',
  '/2022/people/speaker-two',
  '/2022/organisations',
  '/2022/organisations/institute',
  '/2022/places',
  '/2022/places/centre',
  '/2022/results',
  '/2022/results/flexible-electrode',
  '/2022/versions',
  '/2022/versions/2',
  '/2022/versions/1/activities/chip-forum',
  '/2022/changes?since=1',
  '/2022/people?q=nobody&country=XX',
  '/editions',
  '/search',
  '/search?q=%E8%84%91%E6%9C%BA',
  '/about-data',
  '/2022/activities/never-was',
];

journey('from the programme to an activity, its speaker, their organisation, its place, and back', async ({ open }) => {
  const page = await open('/en/2022/programme/day/2022-11-26');
  await page.getByRole('link', { name: 'Brain–Computer Interface Forum' }).first().click();
  assert.equal(await page.locator('h1').textContent(), 'Brain–Computer Interface Forum');
  assert.match(await page.locator('aside:not([data-notices])').innerText(), /Sat 26 November, 08:30–11:30/);
  await page.locator('main').getByRole('link', { name: 'Sample Speaker One' }).first().click();
  await page.waitForURL('**/people/speaker-one');
  await page.locator('aside:not([data-notices])').getByRole('link', { name: 'Sample Institute' }).click();
  await page.waitForURL('**/organisations/institute');
  await page.locator('main').getByRole('link', { name: 'Brain–Computer Interface Forum' }).click();
  await page.locator('aside:not([data-notices])').getByRole('link', { name: 'Room 301' }).click();
  await page.waitForURL('**/places/room-301');
  assert.match(await page.locator('aside:not([data-notices])').innerText(), /about 35 min/);
  await page.locator('main').getByRole('link', { name: 'Brain–Computer Interface Forum' }).click();
  await page.getByRole('link', { name: '中文' }).first().click();
  await page.waitForURL('**/zh/2022/activities/bci-forum');
  assert.equal(await page.locator('h1').textContent(), '脑机接口创新发展论坛');
});

journey('search finds in either language, forgives a slip and leads to the page', async ({ open, preview }, t) => {
  const { db } = await testDatabase(t);
  const { series, edition } = last;
  await sql`insert into series (id, slug, name) values (${series.id}, ${series.slug}, ${JSON.stringify(series.name)})`.execute(db);
  await sql`insert into edition (id, series_id, slug, year, name, status, languages, time_zone)
    values (${edition.id}, ${series.id}, ${edition.slug}, ${edition.year}, ${JSON.stringify(edition.name)}, 'open', '{zh,en}', ${edition.timeZone})`.execute(
    db,
  );
  await db.transaction().execute((tx) => indexPublication(tx, { content: last }));
  const unindexed = preview.house.search;
  preview.house.search = (query) => searchPublished(db, query);
  t.after(() => (preview.house.search = unindexed));

  const page = await open('/zh/search');
  await page.getByRole('searchbox').fill('脑机接口');
  await page.getByRole('searchbox').press('Enter');
  const hit = page.locator('ol').getByRole('link').first();
  assert.equal(await hit.locator('mark').first().textContent(), '脑机接口');
  await hit.click();
  await page.waitForURL('**/zh/2022/activities/bci-forum');

  await page.goto('/en/search?q=eletrode');
  assert.match(await page.getByRole('status').innerText(), /Nothing for “eletrode”.*electrode/);
  await page.getByRole('link', { name: /^Results \d/ }).click();
  await page.locator('ol').getByRole('link', { name: 'High-density flexible electrode' }).click();
  await page.waitForURL('**/en/2022/results/flexible-electrode');

  await page.goto('/en/search?q=qqqqxyz&type=person');
  assert.match(await page.locator('main').innerText(), /Nothing found for “qqqqxyz”/);
  assert.equal(await page.getByRole('link', { name: 'search everything' }).getAttribute('href'), '?q=qqqqxyz');
});

journey('a version says what it changed; several are told as one difference', async ({ open }) => {
  const page = await open('/en/2022/versions');
  await page.getByRole('link', { name: /^2 changes/ }).waitFor();
  await page.goto('/en/2022/versions/2');
  const text = await page.locator('main').innerText();
  assert.match(text, /Sat 26 November, 13:30–17:00/);
  assert.match(text, /Sun 27 November, 13:30–17:00/);
  assert.equal(await page.locator('ins mark').textContent(), 'Industry ');
  await page.getByRole('link', { name: /^Title/ }).click();
  assert.doesNotMatch(await page.locator('main').innerText(), /13:30/);

  await page.goto('/en/2022/changes?since=1');
  const composed = await page.locator('main').innerText();
  for (const expected of ['Open-Source Chip Industry Forum', 'Cancelled', 'Forum at the Same Time', 'New activity'])
    assert.ok(composed.includes(expected), expected);
  await page.goto('/en/2022/changes?since=3');
  assert.match(await page.locator('main').innerText(), /current one/);
  await page.goto('/en/2022/changes?since=77');
  assert.match(await page.locator('main').innerText(), /no version 77/);
});

journey('an activity shows how its dates came about, and that it is cancelled', async ({ open }) => {
  const page = await open('/en/2022/activities/chip-forum');
  await page.getByRole('link', { name: 'Version 2: moved to Sun 27 November, 13:30–17:00' }).click();
  await page.waitForURL('**/versions/2');
  await page.goto('/en/2022/versions/1/activities/chip-forum');
  assert.match(await page.locator('article aside').innerText(), /Sat 26 November, 13:30–17:00/);
  await page.getByRole('link', { name: 'See it as it is now' }).click();
  assert.match(await page.locator('article aside').innerText(), /Sun 27 November, 13:30–17:00/);
  await page.goto('/en/2022/activities/berlin-forum');
  assert.match(await page.getByRole('note').innerText(), /cancelled/);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as Record<string, unknown>;
  assert.equal(data['eventStatus'], 'https://schema.org/EventCancelled');
});

journey('a reader in Berlin sees both clocks, keeps the activity and is told of a clash', async ({ open }) => {
  const page = await open('/en/2022/activities/bci-forum', { timezoneId: 'Europe/Berlin' });
  assert.match(await page.locator('aside:not([data-notices])').innerText(), /Beijing time \(UTC\+8\); 01:30–04:30 for you/);
  await page.getByRole('button', { name: /Brain–Computer/ }).click();
  await page.goto('/en/2022/activities/clash');
  const clash = page.locator('[data-clash]');
  await clash.getByRole('link').waitFor();
  assert.match(await clash.innerText(), /Clashes with 08:30 “Brain–Computer Interface Forum”/);
});

journey('without a script every page is complete, and lists are searched and filtered', async ({ open }) => {
  const page = await open('/en/2022/activities/bci-forum', { javaScriptEnabled: false });
  assert.equal(await page.locator('[data-reader-time]').first().isVisible(), false);
  assert.equal(await page.getByRole('button').count(), 0);
  await page.goto('/en/2022/people');
  await page.getByRole('searchbox').fill('ubel');
  await page.getByRole('button', { name: 'Find' }).click();
  assert.deepEqual(await page.locator('ul.people a').allInnerTexts(), ['Übel, Muster']);
  await page.goto('/en/2022/organisations');
  await page.getByRole('link', { name: /^Ministry/ }).click();
  assert.deepEqual(await page.locator('main ul a.serif').allInnerTexts(), ['Sample Ministry']);
  await page.goto('/en/2022/places?q=furnace');
  assert.match(await page.locator('main').innerText(), /Beijing[\s\S]*Park[\s\S]*Blast Furnace/);
  assert.doesNotMatch(await page.locator('main').innerText(), /Room 301/);
});

for (const colorScheme of ['light', 'dark'] as const)
  journey(`no page hinders anybody, in either language (${colorScheme})`, async ({ open }) => {
    const page = await open(undefined, { colorScheme, bypassCSP: true, viewport: { width: 390, height: 844 } });
    const findings: string[] = [];
    for (const language of ['zh', 'en'])
      for (const path of PAGES) {
        const address = `/${language}${path}`;
        await page.goto(address);
        findings.push(...(await axeFindings(page)).map((finding) => `${address}: ${finding}`));
        const over = await sideways(page);
        if (over > 0) findings.push(`${address}: scrolls ${over} px sideways`);
      }
    assert.deepEqual(findings, []);
  });

journey('every page is valid HTML', async ({ preview }) => {
  const findings: string[] = [];
  for (const path of PAGES) {
    const html = await (await fetch(`${preview.url}/en${path}`)).text();
    findings.push(...(await htmlFindings(html)).map((finding) => `${path}: ${finding}`));
  }
  assert.deepEqual(findings, []);
});

journey('no address, however odd, ends in a fault', async ({ preview }) => {
  const parts = [
    '%00',
    '%FF',
    '%E0%A4%A',
    '..%2f..',
    '__proto__',
    'constructor',
    '%F0%9F%98%80',
    '%3Cscript%3E',
    '-1',
    '1e9',
    'a'.repeat(3000),
    '%E8%84%91',
  ];
  const below = [
    'activities/',
    'activities/bci-forum/',
    'people/',
    'organisations/',
    'places/',
    'results/',
    'versions/',
    'people?page=',
    'people?country=',
    'changes?since=',
    'changes?since=1&kind=',
  ];
  const addresses = parts.flatMap((part) => [
    ...below.map((prefix) => `/en/2022/${prefix}${part}`),
    `/en/${part}/people`,
    `/zh/${part}`,
    `/en/search?q=${part}&type=${part}&edition=${part}&page=${part}`,
    `/${part}/sitemap.xml`,
  ]);
  const faults: string[] = [];
  for (const address of addresses) {
    const { status } = await fetch(preview.url + address, { redirect: 'manual' });
    if (status >= 500) faults.push(`${status} ${address.slice(0, 80)}`);
  }
  assert.deepEqual(faults, []);
});

journey('sitemap and robots.txt lead to pages that are there', async ({ preview }) => {
  const robots = await (await fetch(`${preview.url}/robots.txt`)).text();
  const map = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? '';
  const xml = await (await fetch(map)).text();
  const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!.replaceAll('&amp;', '&'));
  assert.ok(addresses.length > 40);
  const missing: string[] = [];
  for (const address of addresses) {
    const response = await fetch(address);
    await response.arrayBuffer();
    if (response.status !== 200) missing.push(`${response.status} ${address}`);
  }
  assert.deepEqual(missing, []);
});
