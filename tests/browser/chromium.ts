/**
 * The Chromium that journeys run in: the system's where there is one, otherwise the one that npm brings. That one is packed for another
 * place of work: it unpacks its libraries only where it believes to be there, and into the system's temporary folder, where several test
 * processes would meet. So it is unpacked once, into a folder of its own, by whoever comes first.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The one without windows takes half the work of the whole browser. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // A Chinese page draws on dozens of files of letters, and a journey looks at none of them.
  '--blink-settings=downloadableBinaryFontsEnabled=false',
];

/** Throws where no Chromium can be started: a journey that is not made is not a journey that went well. */
export async function launch(): Promise<Browser> {
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return chromium.launch({ executablePath: system, args: ARGS });
  const folder = await unpacked();
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') } as Record<
    string,
    string
  >;
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: ARGS, env });
}

async function unpacked(): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build\/.*$/, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(tmpdir(), `everforum-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const making = mkdtempSync(`${folder}-`);
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  Object.assign(process.env, { TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    mkdirSync(making, { recursive: true });
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  try {
    renameSync(making, folder);
  } catch {
    // Another process was quicker; its copy is as good.
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}
