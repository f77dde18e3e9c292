/**
 * What tests of the desks share: the whole server over a database of the test file's own, filled with the sample edition in preparation and
 * the personas, and pages signed in as one of them.
 */
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Database } from '#platform/database/connect.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { letter } from '#platform/mail/letter.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { both } from '#registry/text.ts';
import { startSignIn } from '#platform/identity/sign-ins.server.ts';
import { makeLog } from '#platform/log.ts';
import { readSettings, type Settings } from '#platform/settings.ts';
import { serve } from '../../src/cli/serve.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { personaId } from '../../samples/personas.ts';
import { testDatabase2027 } from '../../samples/test-database.ts';
import { browserOfProcess, company } from './company.ts';

export interface DeskStage {
  url: string;
  database: Database;
  settings: Settings;
  browser: Browser;
  /** A page signed in as a persona (`null`: as nobody); `path` is opened where given. */
  as(persona: string | null, path?: string, options?: BrowserContextOptions): Promise<Page>;
}

interface Running {
  url: string;
  database: Database;
  settings: Settings;
  browser: Browser;
}

export interface DeskStageOptions {
  /** Whether the database begins with nothing in it rather than with the edition of 2027 and the personas. */
  bare?: boolean;
  /** Fills the database further. */
  fill?: (database: Database) => Promise<void>;
  env?: Record<string, string>;
  /** The clock of the server; by default the machine's. */
  now?: Date;
}

/** Two mails of one text that wait for a person's eye. */
export async function fillWithHeldMails(database: Database): Promise<void> {
  const { edition } = content2027();
  const messages = (['Ada', 'Bo'] as const).map((name) => ({
    to: { address: `${name.toLowerCase()}@sample.everforum.example`, name },
    language: 'en' as const,
    subject: 'Your agenda lacks a talk',
    body: letter({
      language: 'en',
      name,
      parts: ['One talk has no speaker yet.', { text: 'Your agenda', link: '{site}/en/desk/2027/activities' }],
      from: edition.name,
      why: 'You get this because you prepare a forum of this edition.',
    }),
  }));
  const batch = {
    edition: edition.id,
    kind: 'nudge',
    about: 'edition 2027',
    title: both('提醒补齐议程', 'Agendas to be completed'),
    by: 'office@sample.everforum.example',
    held: true,
    messages,
  };
  await writeMessages(database.db, batch, '2026-11-20T01:00:00Z');
}

/** `const { journey } = deskStage()`, then `journey('name', async ({ as }) => …)`. Server and browser start with the first and end with the file. */
export function deskStage({ bare = false, fill, env = {}, now }: DeskStageOptions = {}) {
  const cleanUps: (() => unknown)[] = [];

  const start = async (): Promise<Running> => {
    const dataDir = mkdtempSync(join(tmpdir(), 'everforum-desk-'));
    cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const later = { after: (work: unknown) => void cleanUps.unshift(work as () => unknown) };
    const database = await (bare ? testDatabase(later) : testDatabase2027(later, 'desks'));
    await fill?.(database);
    const port = await freePort();
    const outcome = readSettings({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env });
    if (!outcome.ok) throw new Error(outcome.problem.map(({ line }) => line).join('\n'));
    const settings = outcome.value;
    const served = await serve({ settings, database, log: makeLog(settings), ...(now ? { now: () => now } : {}) });
    cleanUps.unshift(() => served.close());
    return { url: settings.publicUrl, database, settings, browser: await browserOfProcess() };
  };
  const end = async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  };
  const together = company(start, end);

  const journey = (name: string, run: (stage: DeskStage, t: TestContext) => Promise<void>) =>
    together(name, async ({ url, database, settings, browser }, t) => {
      const contexts: BrowserContext[] = [];
      const as: DeskStage['as'] = async (persona, path, options = {}) => {
        const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 1000 }, ...options });
        contexts.push(context);
        if (persona) {
          const token = await startSignIn(
            database.db,
            { account: personaId(persona), method: 'persona', userAgent: null },
            now ?? new Date(),
          );
          await context.addCookies([{ name: 'everforum', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
        }
        const page = await context.newPage();
        if (path) await page.goto(path);
        return page;
      };
      try {
        await run({ url, database, settings, browser, as }, t);
      } finally {
        await Promise.all(contexts.map((context) => context.close()));
      }
    });
  return { journey };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
