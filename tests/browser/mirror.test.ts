/** From a file to a mirror by the command line alone, as an organiser would: import, publish, mirror; every link inside the mirror leads somewhere. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { sampleContent } from '#boards/programme/content.example.ts';
import { holdPage, takePortrait } from '#boards/programme/hosting/speakers/portraits.server.ts';
import { openDatabase } from '#platform/database/connect.ts';
import { receive } from '#platform/files/files.server.ts';
import { filesOf, folderStore } from '#platform/files/store.ts';
import { provideAccount } from '#platform/identity/accounts.server.ts';
import { makeLog } from '#platform/log.ts';
import { projectRoot } from '#platform/root.ts';
import { readSettings } from '#platform/settings.ts';

const run = promisify(execFile);

test('import, publish and mirror from the command line; the mirror holds together', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'mirror-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const everforum = (...args: string[]) =>
    run(process.execPath, [join(projectRoot, 'bin', 'everforum.js'), ...args], {
      cwd: folder,
      env: { ...process.env, DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'https://forum.example' },
    });
  const rows = sampleContent().activities.map(
    ({ number, title, startsAt, endsAt }) => `${number},${title.texts['en']},${startsAt},${endsAt},Room 301 (${number}),Ada Sample`,
  );
  await writeFile(join(folder, 'programme.csv'), ['Number,Title,Start,End,Room,Speakers', ...rows].join('\n'));

  const imported = await everforum('import', 'programme.csv', '--into', 'example-2022', '--time-zone', 'Asia/Shanghai', '--yes');
  assert.match(imported.stdout, /2 activities in all/);
  await assert.rejects(everforum('mirror', 'example-2022', '-o', 'public'), /no published version/);
  await handInPortraits(join(folder, 'data'));
  await everforum('publish', 'example-2022');
  await assert.rejects(everforum('publish', 'example-2022'), /Nothing the public reads has changed/);
  const mirrored = await everforum('mirror', 'example-2022', '-o', 'public');
  assert.match(mirrored.stdout, /Wrote \d+ files/);
  await assert.rejects(everforum('mirror', 'example-2022', '-o', 'public'), /is not empty/);

  assert.equal(globSync('public/portraits/*.webp', { cwd: folder }).length, 1);
  assert.equal(globSync('public/portraits/small/*.webp', { cwd: folder }).length, 1);
  const pages = globSync('public/**/*.html', { cwd: folder });
  assert.ok(pages.some((page) => page.includes('activities')));
  for (const page of pages) {
    const html = readFileSync(join(folder, page), 'utf8');
    for (const [, link] of html.matchAll(/\s(?:href|src)="([^"#?]*)/g)) {
      if (link === '' || /^[a-z]+:/.test(link!)) continue;
      assert.ok(!link!.startsWith('/'), `${page} leads to ${link}, which is not in the mirror`);
      const file = resolve(folder, dirname(page), decodeURIComponent(link!));
      assert.ok(existsSync(file), `${page} leads to ${link}, which is not there`);
    }
  }
});

/** One picture for whoever the edition names. */
async function handInPortraits(dataDir: string): Promise<void> {
  const read = readSettings({ DATA_DIR: dataDir });
  assert.ok(read.ok);
  const now = new Date();
  const at = now.toISOString();
  const database = await openDatabase(read.value, { log: makeLog({ ...read.value, logLevel: 'silent' }) });
  try {
    const { db } = database;
    const account = await provideAccount(db, { email: 'host@example.org', name: 'Host', language: 'en' }, at);
    const bytes = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#a0603a' } })
      .png()
      .toBuffer();
    const given = { account: account.id, file: new File([bytes], 'ada.png'), kind: 'portrait' as const };
    for (const { id } of await db.selectFrom('person').select('id').execute()) {
      const arrived = await receive({ db, files: folderStore(filesOf(read.value)) }, given, now);
      assert.ok(arrived.ok);
      const taken = { file: arrived.value.id, account: account.id, by: 'host' as const };
      await db.transaction().execute(async (tx) => takePortrait(tx, await holdPage(tx, id), taken, at));
    }
  } finally {
    await database.close();
  }
}
