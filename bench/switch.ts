/**
 * How long after a publication commits until every process shows it, and whether a request is dropped meanwhile.
 *
 *     npx everforum build && node bench/switch.ts [--times 8]
 *
 * Two houses over one database, each with a front of its own that readers keep asking for the day's programme; told beside a plain request
 * for the same page in the same run.
 */
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { publishProgramme } from '#boards/programme/actions.server.ts';
import { openHouse } from '#boards/programme/house.server.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { loadPages } from '#cli/serve.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { Assets } from '#platform/http/assets.ts';
import { createFront } from '#platform/http/front.ts';
import { createMetrics } from '#platform/http/metrics.ts';
import { PageStore } from '#platform/http/page-store.ts';
import { sampleEditions } from '../samples/index.ts';
import { commandLine } from '../src/platform/actor.ts';

const { values } = parseArgs({ options: { times: { type: 'string', default: '8' } } });
const ends: (() => unknown)[] = [];
const database = await testDatabase({ after: (end) => void ends.unshift(end as () => unknown) });
const content = sampleEditions().find(({ edition }) => edition.year === 2022)!;
const actor = { ...commandLine, name: 'bench' };
const publish = async () => {
  await database.db.transaction().execute((tx) => writeContent(tx, content));
  await publishProgramme({ db: database.db, actor }, { edition: content.edition.slug });
};
await publish();

const pages = await loadPages();
const log = { warn: console.error, error: (_: object, message: string) => console.error(message) };
const fronts = await Promise.all([web(), web()]);
const path = `/zh/${content.edition.slug}/programme/day/2022-11-26`;
let asked = 0;
let dropped = 0;
const shown = async (base: string) => {
  asked++;
  const response = await fetch(base + path).catch(() => null);
  if (response?.status !== 200) dropped++;
  return /data-version="(\d+)"/.exec((await response?.text()) ?? '')?.[1] ?? '';
};
const until: number[] = [];
for (let time = 0; time < Number(values.times); time++) {
  content.activities[0]!.capacity = 500 + time;
  const wanted = String(time + 2);
  const seen = fronts.map(async (base) => {
    while ((await shown(base)) !== wanted);
    return performance.now();
  });
  await publish();
  const committed = performance.now();
  until.push(Math.max(...(await Promise.all(seen))) - committed);
}
const plain = performance.now();
for (let time = 0; time < 50; time++) await shown(fronts[0]!);
const median = until.toSorted((a, b) => a - b)[Math.floor(until.length / 2)]!;
console.log(
  `shown by both processes ${median.toFixed(0)} ms after the commit (median of ${until.length}; most ${Math.max(...until).toFixed(0)}; at most 1000 wanted); ${asked} requests, ${dropped} dropped; a stored page takes ${((performance.now() - plain) / 50).toFixed(1)} ms`,
);
for (const end of ends) await end();
process.exit(dropped > 0 ? 1 : 0);

async function web(): Promise<string> {
  const house = await openHouse(database, { publicUrl: 'http://127.0.0.1', mode: 'demo', log });
  const store = new PageStore(null);
  const stamp = () => house.stamp(null);
  house.onSwitch(() => store.use(stamp()));
  const front = createFront({
    respond: (request) => pages.respond(request, { platform: { house }, getClientAddress: () => '127.0.0.1' }),
    stamp,
    pages: store,
    assets: new Assets('/nowhere', () => true),
    metrics: createMetrics(() => store.size),
    ready: async () => true,
    publicUrl: 'http://127.0.0.1',
    log,
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  ends.unshift(() => {
    front.closeAllConnections();
    return house.close();
  });
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
}
