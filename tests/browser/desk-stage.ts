/**
 * What tests of the desks share: the whole server over a database of the test file's own, filled with the sample edition in preparation and
 * the personas, and pages signed in as one of them.
 */
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Database } from '#platform/database/connect.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { letter } from '#platform/mail/letter.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { both } from '#registry/text.ts';
import { startSignIn } from '#platform/identity/sign-ins.server.ts';
import { makeLog } from '#platform/log.ts';
import { readSettings, type Settings } from '#platform/settings.ts';
import { serve, type Served } from '../../src/cli/serve.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { loadDesks } from '../../samples/load.ts';
import { personaId } from '../../samples/personas.ts';
import { launch } from './chromium.ts';

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
  served: Served;
  browser: Browser;
}

export interface DeskStageOptions {
  /** Fills the database; by default with the edition of 2027 and the personas. */
  fill?: (database: Database) => Promise<void>;
  env?: Record<string, string>;
  /** The clock of the server; by default the machine's. */
  now?: Date;
}

export async function fillWithSamples({ db }: Database): Promise<void> {
  await db.transaction().execute((tx) => loadDesks(tx, content2027()));
}

/** With two mails of one text that wait for a person's eye. */
export async function fillWithHeldMails(database: Database): Promise<void> {
  await fillWithSamples(database);
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
export function deskStage({ fill = fillWithSamples, env = {}, now }: DeskStageOptions = {}) {
  const cleanUps: (() => unknown)[] = [];
  let started: Promise<Running> | null = null;

  const start = async (): Promise<Running> => {
    const dataDir = mkdtempSync(join(tmpdir(), 'everforum-desk-'));
    cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const database = await testDatabase({ after: (work) => cleanUps.unshift(work as () => unknown) });
    await fill(database);
    const port = await freePort();
    const outcome = readSettings({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env });
    if (!outcome.ok) throw new Error(outcome.problem.map(({ line }) => line).join('\n'));
    const settings = outcome.value;
    const served = await serve({ settings, database, log: makeLog(settings), ...(now ? { now: () => now } : {}) });
    cleanUps.unshift(() => served.close());
    const browser = await launch();
    cleanUps.unshift(() => browser.close());
    return { url: settings.publicUrl, database, settings, served, browser };
  };

  after(async () => {
    await started?.catch(() => null);
    for (const cleanUp of cleanUps) await cleanUp();
  });

  const journey = (name: string, run: (stage: DeskStage, t: TestContext) => Promise<void>) =>
    test(name, async (t) => {
      const { url, database, settings, browser } = await (started ??= start());
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
