import { open } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { indexOf } from '#boards/programme/index-of.ts';
import { feed } from '#boards/programme/formats/feed.ts';
import { LISTS } from '#boards/programme/formats/lists.ts';
import type { Published } from '#boards/programme/house.ts';
import { currentPublication, publicationNumber, publicationsOf } from '#boards/programme/versions.server.ts';
import { withDatabase } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

const FORMATS = ['schedule.xml', 'schedule.json', 'schedule2', 'ics', 'atom', 'csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  format: Format;
  output: string;
  list: string;
  lang?: string;
  version?: string;
  select?: string;
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .summary('write the published programme of an edition as a file')
    .description(
      'Writes what the public reads, in a format that other programs read. The same files are at the edition’s address while the server runs.',
    )
    .argument('<edition>', 'the edition, by the name in its address')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(FORMATS).makeOptionMandatory())
    .option('-o, --output <file>', 'where to; - is standard output', '-')
    .addOption(new Option('--list <list>', 'which list, for csv and xlsx').choices([...LISTS, 'changes']).default('activities'))
    .option('--lang <language>', 'language of the texts; the edition’s first unless told')
    .option('--version <number>', 'an earlier version; the current one unless told')
    .option('--select <query>', 'a part of the programme, as in an address: board=forum&day=2022-11-26')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx everforum export 2022 --format schedule.xml -o schedule.xml\n  $ npx everforum export 2022 --format xlsx --list sessions --lang zh -o sessions.xlsx\n  $ npx everforum export 2022 --format ics --select board=forum > forums.ics',
    )
    .action((edition: string, options: Options) => run(edition, options));
}

async function run(edition: string, options: Options): Promise<void> {
  const parameters = new URLSearchParams(options.select?.replace(/^\?/, '') ?? '');
  if (options.lang) parameters.set('lang', options.lang);
  const file = fileOf(options);
  const number = options.version === undefined ? null : Number(options.version);
  if (number !== null && !(Number.isInteger(number) && number > 0)) throw new Failure('--version is a number from 1.', exitCodes.usage);
  await withDatabase(async ({ database: { db }, settings }) => {
    const made = (publication: Awaited<ReturnType<typeof currentPublication>>): Published | null =>
      publication && { publication, index: indexOf(publication.content) };
    const house = {
      publicUrl: settings.publicUrl,
      current: async (slug: string) =>
        made(number === null ? await currentPublication(db, slug) : await publicationNumber(db, slug, number)),
      version: async (slug: string, at: number) => made(await publicationNumber(db, slug, at)),
      versions: (slug: string) => publicationsOf(db, slug),
    };
    const found = await feed(house, edition, file, parameters);
    if (!found) {
      const versions = await publicationsOf(db, edition);
      throw new Failure(
        versions.length === 0
          ? `Nothing of an edition “${edition}” is published; "npx everforum publish ${edition}" publishes what it has.`
          : `The edition ${edition} has no version ${options.version}; it has ${versions.length}.`,
        exitCodes.failed,
      );
    }
    await write(options.output, found.body);
  });
}

function fileOf({ format, list }: Options): string {
  switch (format) {
    case 'schedule2':
      return 'schedule2.json';
    case 'ics':
      return 'schedule.ics';
    case 'atom':
      return 'changes.atom';
    case 'csv':
    case 'xlsx':
      return `${list}.${format}`;
    default:
      return format;
  }
}

async function write(path: string, body: string | Buffer): Promise<void> {
  if (path === '-') {
    await new Promise<void>((resolve, reject) => process.stdout.write(body, (error) => (error ? reject(error) : resolve())));
    return;
  }
  const handle = await open(path, 'w').catch((error: Error) => {
    throw new Failure(`${path} cannot be written: ${error.message}`, exitCodes.usage);
  });
  await handle.writeFile(body);
  await handle.close();
  process.stderr.write(`Wrote ${path} (${Buffer.byteLength(body)} bytes).\n`);
}
