/** Every kind of page of the programme and the fronts: nothing for axe to find, valid HTML, nothing wider than a phone. */
import assert from 'node:assert/strict';
import { axeFindings, htmlFindings, sideways, stage } from './support.ts';

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

for (const language of ['zh', 'en'])
  for (const colorScheme of ['light', 'dark'] as const)
    journey(`axe finds nothing in ${language}, ${colorScheme}`, async ({ open }) => {
      const page = await open(undefined, {
        bypassCSP: true,
        colorScheme,
        viewport: { width: colorScheme === 'light' ? 1440 : 390, height: 900 },
      });
      for (const path of PAGES) {
        await page.goto(`/${language}${path}`);
        assert.deepEqual(await axeFindings(page), [], path);
        assert.equal(await sideways(page), 0, `${path} scrolls sideways`);
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
