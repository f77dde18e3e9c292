/** An edition as plain files, for any static server: every page of it in both languages, its feeds and lists, portraits, styles, scripts and fonts. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Command } from 'commander';
import { openBoard } from '#boards/notices/board.server.ts';
import { openHouse } from '#boards/programme/house.server.ts';
import { buildFolder } from '#platform/build.ts';
import { ensureBuilt } from '#platform/ensure-built.ts';
import { filesOf, folderStore } from '#platform/files/store.ts';
import { openHub } from '#platform/live/hub.server.ts';
import { PAGE_LANGUAGES } from '#registry/text.ts';
import { withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';
import { fileOf, linksIn, relinked, restyled } from './mirror-links.ts';
import { loadPages } from './serve.ts';

export function registerMirror(program: Command): void {
  program
    .command('mirror')
    .summary('write an edition out as plain files')
    .description(
      'Writes the current version of an edition as files that any static server can serve, from its root or from a folder: pages in every language, calendars, feeds and lists. What needs a program (search, combined filters) leads to the live site.',
    )
    .argument('<edition>', 'the edition, by the name in its address')
    .requiredOption('-o, --output <folder>', 'where to write; must be empty or not exist')
    .option('--replace', 'empty the folder first')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx everforum mirror 2022 -o public\n  $ PUBLIC_URL=https://forum.example.org npx everforum mirror 2022 -o public --replace',
    )
    .action((edition: string, { output, replace }: { output: string; replace?: boolean }) =>
      withDatabase(async ({ settings, database, log, progress }) => {
        await emptyFolder(output, replace ?? false);
        progress.step('Building the pages');
        await ensureBuilt();
        const house = await openHouse(database, { publicUrl: settings.publicUrl, mode: settings.mode, log });
        const now = () => new Date();
        const notices = await openBoard(database, { log, now });
        const hub = await openHub(database, log);
        try {
          if (!(await house.current(edition)))
            throw new Failure(`Edition "${edition}" has no published version; "npx everforum publish ${edition}" makes one.`);
          const pages = await loadPages();
          const backstage = { db: database.db, hub, files: folderStore(filesOf(settings)), settings, log, now };
          const platform = { house, notices, backstage };
          const get = async (path: string) =>
            pages.respond(new Request(settings.publicUrl + path), { platform, getClientAddress: () => '127.0.0.1' });
          const count = await write(edition, output, settings.publicUrl, get, (done, waiting) =>
            progress.step(`${done} files written, ${waiting} to go`),
          );
          progress.clear();
          console.log(`Wrote ${count} files of ${edition} to ${output}.`);
        } finally {
          await hub.close();
          await notices.close();
          await house.close();
        }
      }),
    );
}

async function emptyFolder(folder: string, replace: boolean): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Failure(`${folder} cannot be written to: ${error.message}`, exitCodes.usage);
  });
  if (names.length > 0 && !replace) throw new Failure(`${folder} is not empty; --replace empties it first.`, exitCodes.usage);
  for (const name of names) await rm(join(folder, name), { recursive: true });
}

type Get = (path: string) => Promise<Response>;

async function write(
  edition: string,
  folder: string,
  publicUrl: string,
  get: Get,
  tell: (done: number, waiting: number) => void,
): Promise<number> {
  const written = new Set<string>();
  const save = async (file: string, body: Uint8Array | string) => {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, body);
    written.add(file);
  };
  const asked = new Set(PAGE_LANGUAGES.map((language) => `/${language}/${edition}`));
  const queue = [...asked];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    tell(written.size, queue.length);
    const response = await get(path);
    // A link to what is not there is a mistake of the pages, and the tests that walk every link say so; a mirror goes on.
    if (response.status !== 200) continue;
    const file = fileOf(path, edition);
    if (!file) continue;
    if (!response.headers.get('content-type')?.startsWith('text/html')) {
      await save(file, new Uint8Array(await response.arrayBuffer()));
      continue;
    }
    const html = await response.text();
    for (const link of linksIn(html)) {
      if (!fileOf(link, edition) || asked.has(link)) continue;
      asked.add(link);
      queue.push(link);
    }
    await save(file, relinked(html, file, edition, publicUrl));
  }
  await save('index.html', frontDoor(edition));
  for (const name of await readdir(join(buildFolder, 'client'), { recursive: true, withFileTypes: true })) {
    if (!name.isFile() || /\.(br|gz)$/.test(name.name)) continue;
    const file = posix.join(name.parentPath.slice(join(buildFolder, 'client').length + 1), name.name);
    const body = await readFile(join(name.parentPath, name.name));
    await save(file, file.endsWith('.css') ? restyled(body.toString(), file) : body);
  }
  return written.size;
}

/** Before any language is chosen. */
const frontDoor = (edition: string): string =>
  `<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${edition}</title></head>\n` +
  `<body><p><a href="zh/${edition}/index.html">中文</a></p><p lang="en"><a href="en/${edition}/index.html">English</a></p></body></html>\n`;
