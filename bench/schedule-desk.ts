/**
 * The schedule desk at full size: from the moment the pointer lets go of an activity to the moment its new place and its clashes are painted, in
 * Chromium; beside it the same in an edition with two activities, so that what is the machine's is told from what is ours.
 *
 *     npx everforum build && node bench/schedule-desk.ts [drops]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openClashes } from '#boards/programme/schedule/clashes.ts';
import { readDesk } from '#boards/programme/schedule/store.server.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { startSignIn } from '#platform/identity/sign-ins.server.ts';
import { makeLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { content2027 } from '../samples/edition-2027.ts';
import { loadPersonas, personaId } from '../samples/personas.ts';
import { serve } from '../src/cli/serve.ts';
import { launch } from '../tests/browser/chromium.ts';

const DROPS = Number(process.argv[2] ?? 60);
const DAY = '2027-04-17';
const whole = content2027();
const few = whole.activities.filter(({ startsAt, room }) => room && startsAt?.startsWith(DAY)).slice(0, 2);
const cleanUps: (() => unknown)[] = [];

async function measure(activities: typeof whole.activities): Promise<{ drop: number[]; check: number[] }> {
  const database = await testDatabase({ after: (work) => cleanUps.unshift(work as () => unknown) });
  const content = { ...whole, activities };
  await database.db.transaction().execute(async (tx) => {
    await writeContent(tx, content);
    await loadPersonas(tx, whole).catch(() => null);
  });
  const { desk } = (await readDesk(database.db, content.edition.id))!;
  const check = Array.from({ length: 20 }, () => {
    const before = performance.now();
    openClashes(desk).all();
    return performance.now() - before;
  });
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const dataDir = mkdtempSync(join(tmpdir(), 'everforum-bench-'));
  cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const settings = readSettings({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  if (!settings.ok) throw new Error('settings');
  const served = await serve({ settings: settings.value, database, log: makeLog(settings.value) });
  const browser = await launch();
  try {
    const url = settings.value.publicUrl;
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 1000 }, bypassCSP: true });
    const token = await startSignIn(database.db, { account: personaId('office'), method: 'persona', userAgent: null }, new Date());
    await context.addCookies([{ name: 'everforum', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    await page.goto(`/en/desk/2027/schedule?day=${DAY}`);
    await page.locator('[data-desk="ready"]').waitFor();
    return { drop: await drops(page), check };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** One activity back and forth along its room, in steps of five minutes. */
async function drops(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { dropTimes: times });
    // Before the desk's own listener; the task after the next frame comes when that frame has been painted.
    addEventListener(
      'pointerup',
      () => {
        const before = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - before);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let drop = 0; drop < DROPS; drop++) {
    const tile = page.locator('[data-in="grid"][data-draggable]').first();
    const box = (await tile.boundingBox())!;
    const before = await tile.innerText();
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 20 + (drop % 2 === 0 ? 12 : -12), box.y + 20, { steps: 3 });
    await page.mouse.up();
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>('[data-in="grid"][data-draggable]')!.innerText !== text,
      before,
    );
  }
  return page.evaluate(() => (window as unknown as { dropTimes: number[] }).dropTimes);
}

const at = (list: number[], part: number) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]!;
const told = (list: number[]) => `median ${at(list, 0.5).toFixed(1)} ms, p95 ${at(list, 0.95).toFixed(1)} ms`;
try {
  const full = await measure(whole.activities);
  const empty = await measure(few);
  const sessions = whole.activities.flatMap((activity) => activity.sessions).length;
  console.log(
    `drop to painted clashes, ${whole.activities.length} activities, ${sessions} sessions: ${told(full.drop)} (p95 of at most 100 ms wanted)`,
  );
  console.log(
    `the same with two activities: ${told(empty.drop)}; ratio of the p95 ${(at(full.drop, 0.95) / at(empty.drop, 0.95)).toFixed(2)}`,
  );
  console.log(`full clash check in Node: ${told(full.check)} (at most 200 ms wanted)`);
} finally {
  for (const cleanUp of cleanUps) await cleanUp();
}
