/** Every page of the desks, found in the folder of routes: nothing for axe to find in light and dark, nothing wider than the screen. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import type { Database } from '#platform/database/connect.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { hostedBySample } from '../../samples/personas.ts';
import { loadNotices2022 } from '../../samples/notices.ts';
import { deskStage, fillWithHeldMails } from './desk-stage.ts';
import { auditFindings } from './support.ts';

const content = content2027();
const { edition } = content;
const hosted = content.activities.find(({ id }) => id === hostedBySample(content).activity)!;

const fill = async (database: Database): Promise<void> => {
  await fillWithHeldMails(database);
  await loadNotices2022(database.db, edition.id);
};
const { journey } = deskStage({ fill });

const ROUTES = 'src/routes/[lang=lang]/desk';
const routes = globSync('**/+page.svelte', { cwd: join(projectRoot, ROUTES) })
  .map((file) => file.replace(/\/?\+page\.svelte$/, ''))
  .sort();

for (const { language, width, colorScheme, other } of [
  { language: 'zh', width: 1440, colorScheme: 'light', other: 'dark' },
  { language: 'en', width: 390, colorScheme: 'dark', other: 'light' },
] as const)
  journey(`no page of the desks hinders anybody: ${language}, ${width} px wide`, async ({ as, database: { db } }, t) => {
    const notice = await db.selectFrom('notice').select('id').executeTakeFirstOrThrow();
    const message = await db.selectFrom('message').select(['id', 'batch_id']).executeTakeFirstOrThrow();
    const filled = (route: string): string =>
      route
        .replace('appearances/[edition]/[activity]', `appearances/2027/${hosted.slug}`)
        .replace('[edition]', '2027')
        .replace('schedule/[activity]', `schedule/${hosted.id}`)
        .replace('[activity]', hosted.slug)
        .replace('[call]', 'parallel-forums')
        .replace('[proposal=integer]', route.endsWith('/edit') ? '2' : '3')
        .replace('[notice]', notice.id)
        .replace('[batch]', message.batch_id)
        .replace('[message]', message.id);
    const options = { bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
    const pages = {
      office: await as('office', undefined, options),
      lead: await as('host-lead', undefined, options),
      speaker: await as('speaker', undefined, options),
    };
    const findings: string[] = [];
    for (const route of routes) {
      const page = route.startsWith('appearances')
        ? pages.speaker
        : /proposal=integer\]\/edit|open-calls/.test(route)
          ? pages.lead
          : pages.office;
      const path = filled(route);
      const answer = await page.goto(`/${language}/desk/${path}`);
      if (answer?.status() !== 200) findings.push(`${path}: ${answer?.status()}`);
      await page
        .waitForFunction(() => document.documentElement.dataset.awake === 'yes', null, { timeout: 10_000 })
        .catch(() => findings.push(`${path}: does not wake`));
      findings.push(...(await auditFindings(page, other)).map((finding) => `${path}: ${finding}`));
    }
    assert.deepEqual(findings, []);
    t.diagnostic(`${routes.length} pages`);
  });
