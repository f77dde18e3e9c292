import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { openDatabase } from '#platform/database/connect.ts';
import { projectRoot } from '#platform/root.ts';
import {
  addressOf,
  dataFolder,
  isKeeper,
  isPostmaster,
  killNow,
  nothingRuns,
  processesOf,
  run,
  runCommand,
  startServer,
  until,
  type Process,
} from './server.ts';

/** Processes are looked up in /proc, which only Linux has. */
const options = { skip: process.platform === 'linux' ? false : 'needs /proc, which only Linux has' };

const writer = join(projectRoot, 'tests/faults/writer.ts');

async function only(dataDir: string, which: (found: Process) => boolean): Promise<number> {
  await until(() => processesOf(dataDir).some(which));
  return processesOf(dataDir).find(which)!.pid;
}

async function withData<Result>(dataDir: string, query: string): Promise<Result[]> {
  const database = await openDatabase({ databaseUrl: null, dataDir }, { log: pino({ level: 'silent' }) });
  try {
    return (await database.pool.query(query)).rows as Result[];
  } finally {
    await database.close();
  }
}

async function writtenNumbers(dataDir: string): Promise<Set<number>> {
  return new Set((await withData<{ number: number }>(dataDir, 'select number from fault_probe')).map(({ number }) => number));
}

/** The numbers that a writer was told are safe; its last line may be cut off. */
function acknowledged(writing: { stdout: () => string }): number[] {
  return writing.stdout().split('\n').slice(0, -1).map(Number);
}

async function stopInOrder(server: ReturnType<typeof startServer>): Promise<void> {
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0, server.stderr());
}

const isUp = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

test('killed again and again while it starts for the first time, it ends up whole', options, async (t) => {
  const dataDir = dataFolder(t);
  // Making the cluster, migrating, loading: the moments lie in all of them, and grow as each round gets further.
  for (const milliseconds of [500, 1100, 2000, 4000].map((longest) => longest * (0.7 + 0.3 * Math.random()))) {
    const server = startServer(dataDir);
    await Promise.race([wait(milliseconds), server.ended]);
    assert.equal(server.child.exitCode, null, server.stderr());
    server.child.kill('SIGKILL');
    await server.ended;
  }
  const server = startServer(dataDir);
  assert.ok(await isUp(await addressOf(server)));
  const found = await withData<{ slug: string; publications: number }>(
    dataDir,
    'select slug, (select count(*) from publication where edition_id = edition.id) as publications from edition order by slug',
  );
  assert.ok(found.length > 2);
  assert.deepEqual(await withData(dataDir, 'select count(*)::int as series from series'), [{ series: 1 }]);
  // The one that the desks prepare is not out yet.
  assert.deepEqual(
    found.filter(({ publications }) => Number(publications) === 0).map(({ slug }) => slug),
    ['2027'],
  );
  await stopInOrder(server);
  await nothingRuns(dataDir);
});

/** Kills processes while writes go on, starts again, and sees that every acknowledged write is there. */
async function killWhileWriting(t: TestContext, victims: (dataDir: string) => number[]): Promise<void> {
  const dataDir = dataFolder(t);
  for (let round = 0; round < 3; round++) {
    const writing = run([writer], { DATA_DIR: dataDir });
    await writing.says(/\n\d+\n/);
    await wait(200 * Math.random());
    for (const pid of victims(dataDir)) killNow(pid);
    writing.child.kill('SIGKILL');
    await writing.ended;
    const written = await writtenNumbers(dataDir);
    const lost = acknowledged(writing).filter((number) => !written.has(number));
    assert.deepEqual(lost, []);
  }
  await nothingRuns(dataDir);
}

test('what was acknowledged is there after every process was killed', options, (t) =>
  killWhileWriting(t, (dataDir) => processesOf(dataDir).map(({ pid }) => pid)),
);

test('what was acknowledged is there after the database server was killed', options, (t) =>
  killWhileWriting(t, (dataDir) =>
    processesOf(dataDir)
      .filter(isPostmaster)
      .map(({ pid }) => pid),
  ),
);

test('a server goes on when the database or its keeper is killed under it', options, async (t) => {
  const dataDir = dataFolder(t);
  const server = startServer(dataDir, { EVERFORUM_MODE: 'production' });
  const address = await addressOf(server);
  for (const which of [isPostmaster, isKeeper]) {
    const victim = await only(dataDir, which);
    killNow(victim);
    await until(() => !processesOf(dataDir).some(({ pid }) => pid === victim));
    await only(dataDir, which);
    await until(
      () => isUp(address),
      () => `It is not ready again:\n${server.stderr()}`,
    );
  }
  await stopInOrder(server);
  await nothingRuns(dataDir);
});

test('asked to stop, at any moment, it stops in order and leaves no process', options, async (t) => {
  const dataDir = dataFolder(t);
  for (const moment of [/Making the database/, /Migrating/, /is ready/]) {
    const server = startServer(dataDir, { EVERFORUM_MODE: 'production' });
    await server.says(moment).catch(() => {});
    await stopInOrder(server);
    // A database that is just being made is made to the end, and then stopped too.
    if (moment.source === 'is ready') assert.deepEqual(processesOf(dataDir), []);
    await nothingRuns(dataDir);
  }
});

test('servers with different data folders do not know of each other', options, async (t) => {
  const [one, other] = [dataFolder(t), dataFolder(t)];
  const servers = [one, other].map((dataDir) => startServer(dataDir, { EVERFORUM_MODE: 'production' }));
  const addresses = await Promise.all(servers.map(addressOf));
  await withData(one, 'create table only_here (id int)');
  assert.deepEqual(await withData(other, "select to_regclass('only_here') as found"), [{ found: null }]);
  await stopInOrder(servers[0]!);
  assert.ok(await isUp(addresses[1]!));
  await stopInOrder(servers[1]!);
});

test('two servers and a command share one data folder, and the database stays until the last is gone', options, async (t) => {
  const dataDir = dataFolder(t);
  const servers = [1, 2].map(() => startServer(dataDir, { EVERFORUM_MODE: 'production' }));
  const addresses = await Promise.all(servers.map(addressOf));
  assert.equal(processesOf(dataDir).filter(isPostmaster).length, 1);
  const command = runCommand(dataDir, 'migrate');
  assert.equal(await command.ended, 0, command.stderr());
  await stopInOrder(servers[0]!);
  assert.ok(await isUp(addresses[1]!));
  await stopInOrder(servers[1]!);
  assert.deepEqual(processesOf(dataDir), []);
});

test('a taken port is one clear line, and nothing is left behind', options, async (t) => {
  const dataDir = dataFolder(t);
  const server = startServer(dataDir, { EVERFORUM_MODE: 'production' });
  const port = new URL(await addressOf(server)).port;
  const late = startServer(dataFolder(t), { PORT: port });
  assert.equal(await late.ended, 1);
  assert.match(late.stderr(), /^everforum: Port \d+ of 127\.0\.0\.1 is in use by another program; set PORT to a free one\.\n$/);
  await stopInOrder(server);
});

test('a wrong setting is one clear line', options, async (t) => {
  const server = startServer(dataFolder(t), { PORT: 'http' });
  assert.equal(await server.ended, 2);
  assert.match(server.stderr(), /^everforum: PORT is "http"; .*\n$/);
});

test('the launcher passes signals and exit codes on, and when it is killed the server stops by itself', options, async (t) => {
  const major = await run(['-p', 'process.versions.node'], {}, 'node').says(/^(\d+)\./);
  if (Number(major[1]) >= 24) return t.skip('the Node of PATH is new enough to need no launcher');
  const dataDir = dataFolder(t);
  const launch = () =>
    run([join(projectRoot, 'bin/everforum.js'), 'start'], { DATA_DIR: dataDir, PORT: '0', EVERFORUM_MODE: 'production' }, 'node');
  const asked = launch();
  await addressOf(asked);
  await stopInOrder(asked);
  const killed = launch();
  await addressOf(killed);
  killed.child.kill('SIGKILL');
  await nothingRuns(dataDir);
});
