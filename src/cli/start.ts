import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Command } from 'commander';
import { buildState, type BuildState } from '#platform/build.ts';
import { openDatabase, type Database } from '#platform/database/connect.ts';
import { ensureBuilt } from '#platform/ensure-built.ts';
import type { Settings } from '#platform/settings.ts';
import { makeContext, migrateOrFail, type Context } from './context.ts';
import { exitCodes, Failure } from './failure.ts';

/** How long an orderly stop may take before the process ends without it. */
const stopPatience = 4_500;

export function registerStart(program: Command): void {
  program
    .command('start')
    .summary('start the server')
    .description(
      'Builds the pages if needed, starts the database, brings it up to date, and serves until it is asked to stop. ' +
        'In demo mode an empty database is filled with the sample series; in production nothing is filled in, and the pages have been built before.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx everforum start\n  $ PORT=8080 DATA_DIR=/var/lib/everforum npx everforum start\n  $ EVERFORUM_MODE=production PUBLIC_URL=https://forum.example.org npx everforum start',
    )
    .action(async () => {
      const context = makeContext();
      await using running = new AsyncDisposableStack();
      const stop = stopOnSignal(context);
      try {
        await start(context, running, stop);
        await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
      } catch (error) {
        if (!stop.aborted) throw error;
      }
      process.exitCode = exitCodes.done;
    });
}

async function start(context: Context, running: AsyncDisposableStack, stop: AbortSignal): Promise<void> {
  const { settings, log } = context;
  await refuseTakenPort(settings);
  const pages = pagesState(context);
  // Both take time and neither needs the other; without a database there is no use in going on building.
  const noUse = new AbortController();
  const opening = openMigrated(context, running, stop).catch((error: unknown) => {
    noUse.abort();
    throw error;
  });
  const [database] = await both(opening, providePages(pages, context, AbortSignal.any([stop, noUse.signal])));
  stop.throwIfAborted();
  if (settings.mode === 'demo') await fillEmpty(database, context);
  stop.throwIfAborted();
  const { serve } = await import('./serve.ts');
  const server = await serve({ settings, database, log }).catch((error: unknown) => {
    throw listenFailure(error, settings) ?? error;
  });
  running.defer(() => server.close());
  stop.throwIfAborted();
  console.log(`Everforum is ready: ${settings.publicUrl}${settings.port === 0 ? ` (listening on ${server.address})` : ''}`);
}

/** Waits for both even when one fails, so that nothing goes on behind the caller's back. */
async function both<First, Second>(first: Promise<First>, second: Promise<Second>): Promise<[First, Second]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

async function openMigrated({ settings, log }: Context, running: AsyncDisposableStack, signal: AbortSignal): Promise<Database> {
  const database = await openDatabase(settings, { log, signal });
  running.defer(() => database.close());
  await migrateOrFail(database, (name) => log.info(`Migrating the database: ${name}`));
  return database;
}

function pagesState({ settings, log }: Context): BuildState {
  const state = buildState();
  if (settings.mode === 'demo' || state === 'current') return state;
  if (state === 'missing')
    throw new Failure('The pages are not built, and a production server does not build them; run "npx everforum build" first.');
  log.warn('The pages were built from other sources than these; "npx everforum build" makes them anew');
  return 'current';
}

async function providePages(state: BuildState, { log }: Context, stop: AbortSignal): Promise<void> {
  if (state === 'current') return;
  log.info(state === 'missing' ? 'Building the pages (first start)' : 'Building the pages again, their sources have changed');
  await ensureBuilt(stop);
}

/** Two servers that start on one empty database fill it once: the second waits and finds it full. */
async function fillEmpty(database: Database, { log }: Context): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('everforum samples'))");
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select from series) as empty');
    if (!rows[0]!.empty) return;
    log.info('Loading the sample series');
    const { loadSamples } = await import('../../samples/load.ts');
    await loadSamples(database.db, { log });
  } finally {
    client.release(true);
  }
}

/** Told before anything slow is begun; the server's own attempt finds the same, should it change meanwhile. */
async function refuseTakenPort(settings: Settings): Promise<void> {
  const probe = createServer();
  await new Promise<AddressInfo>((resolve, reject) => {
    probe.once('error', (error) => reject(listenFailure(error, settings) ?? error));
    probe.listen(settings.port, settings.host, () => resolve(probe.address() as AddressInfo));
  });
  await new Promise((resolve) => probe.close(resolve));
}

function listenFailure(error: unknown, { host, port }: Settings): Failure | null {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new Failure(`Port ${port} of ${host} is in use by another program; set PORT to a free one.`);
    case 'EACCES':
      return new Failure(`Port ${port} may not be used by this user; set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Failure(`HOST is ${JSON.stringify(host)}, which is no address of this machine.`);
    default:
      return null;
  }
}

/** The first signal asks for an orderly stop; later ones change nothing, as a terminal and our launcher may both send it. */
function stopOnSignal({ log }: Context): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) return;
    log.info('Stopping');
    controller.abort();
    setTimeout(() => {
      log.warn('Something did not finish in time; stopping without it');
      process.exit(exitCodes.failed);
    }, stopPatience).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return controller.signal;
}
