/** Every kind of page of the programme and the fronts: nothing for axe to find, valid HTML, nothing wider than a phone. */
import assert from 'node:assert/strict';
import { auditFindings, htmlFindings, sideways, stage } from './support.ts';

const { journey } = stage({ now: new Date('2022-11-26T02:24:00Z') });

const PAGES = [
  '',
  '/2022',
  '/2021',
  '/2007',
  '/2022/programme/day/2022-11-26',
  '/2022/programme/board/forum',
  '/2022/programme/topic',
  '/2022/programme/all',
  '/2022/my-day',
  '/2022/versions/1/programme',
  '/2022/programme/day/1999-01-01',
];

for (const { language, width, colorScheme, other } of [
  { language: 'zh', width: 1440, colorScheme: 'light', other: 'dark' },
  { language: 'en', width: 390, colorScheme: 'dark', other: 'light' },
] as const)
  journey(`no page hinders anybody: ${language}, ${width} px wide`, async ({ open }) => {
    const page = await open(undefined, { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
    for (const path of PAGES) {
      await page.goto(`/${language}${path}`);
      assert.deepEqual(await auditFindings(page, other), [], path);
    }
  });

for (const [language, width] of [
  ['en', 1440],
  ['zh', 390],
] as const)
  journey(`no page scrolls sideways: ${language}, ${width} px wide`, async ({ open }) => {
    const page = await open(undefined, { viewport: { width, height: 900 } });
    for (const path of PAGES) {
      await page.goto(`/${language}${path}`);
      assert.equal(await sideways(page), 0, path);
    }
  });

journey('the HTML follows the rules', async ({ preview }) => {
  for (const language of ['zh', 'en'])
    for (const path of PAGES) {
      const html = await (await fetch(`${preview.url}/${language}${path}`)).text();
      assert.deepEqual(await htmlFindings(html), [], `/${language}${path}`);
    }
});

journey('no page tries what its policy forbids', async ({ open }) => {
  const page = await open();
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(String(error)));
  for (const path of PAGES.filter((path) => !path.endsWith('1999-01-01'))) await page.goto(`/en${path}`);
  assert.deepEqual(refused, []);
});
