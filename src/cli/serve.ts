/** Puts the house together: publications, pages, files and the front before them. */
import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import '#boards/listeners.server.ts';
import type { NoticeBoard } from '#boards/notices/board.ts';
import { openBoard } from '#boards/notices/board.server.ts';
import { openHouse } from '#boards/programme/house.server.ts';
import type { House } from '#boards/programme/house.ts';
import { workOutTimetables } from '#boards/programme/schedule/proposing/work.server.ts';
import type { Backstage } from '#platform/backstage.ts';
import { builtFrom } from '#platform/build.ts';
import type { Database } from '#platform/database/connect.ts';
import { clearsFiles } from '#platform/files/files.server.ts';
import { filesOf, folderStore } from '#platform/files/store.ts';
import { Assets } from '#platform/http/assets.ts';
import { createFront } from '#platform/http/front.ts';
import { createMetrics } from '#platform/http/metrics.ts';
import { PageStore } from '#platform/http/page-store.ts';
import { relayEvents } from '#platform/jobs/events.server.ts';
import { startJobs } from '#platform/jobs/jobs.server.ts';
import { ringTimers } from '#platform/jobs/timers.server.ts';
import { openHub } from '#platform/live/hub.server.ts';
import type { Log } from '#platform/log.ts';
import { deliverMail } from '#platform/mail/deliver.server.ts';
import { projectRoot } from '#platform/root.ts';
import { segment } from '#platform/search/segment.ts';
import type { Settings } from '#platform/settings.ts';

export interface Served {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  address: string;
  close(): Promise<void>;
}

interface Pages {
  init(options: { env: Record<string, string>; read: (file: string) => ReadableStream }): Promise<void>;
  respond(
    request: Request,
    options: { platform: { house: House; notices?: NoticeBoard; backstage?: Backstage }; getClientAddress: () => string },
  ): Promise<Response>;
}

export async function loadPages(): Promise<Pages> {
  const build = join(projectRoot, 'build');
  const { server } = (await import(pathToFileURL(join(build, 'adapter-node.js')).href)) as { server: Pages };
  await server.init({ env: {}, read: (file) => Readable.toWeb(createReadStream(join(build, 'client', file))) as ReadableStream });
  return server;
}

export interface ServeOptions {
  settings: Settings;
  database: Database;
  log: Log;
  now?: () => Date;
}

export async function serve({ settings, database, log, now = () => new Date() }: ServeOptions): Promise<Served> {
  const { publicUrl, mode } = settings;
  const [house, notices, hub, pages] = await Promise.all([
    openHouse(database, { publicUrl, mode, log, now }),
    openBoard(database, { log, now }),
    openHub(database, log),
    loadPages(),
  ]);
  const backstage: Backstage = { db: database.db, hub, files: folderStore(filesOf(settings)), settings, log, now };
  // Loads the dictionary, which would make the first reader who searches wait.
  segment('论坛');
  const built = builtFrom();
  const store = new PageStore(join(settings.dataDir, 'pages'));
  const stamp = () => `${built} ${settings.publicUrl} ${house.stamp(null)} ${notices.stamp()}`;
  house.onSwitch(() => store.use(stamp()));
  notices.onSwitch(() => store.use(stamp()));
  store.use(stamp());
  const front = createFront({
    respond: (request, { address }) => pages.respond(request, { platform: { house, notices, backstage }, getClientAddress: () => address }),
    stamp,
    pages: store,
    assets: new Assets(join(projectRoot, 'build', 'client'), (path) => path.includes('/immutable/')),
    metrics: createMetrics(() => store.size),
    ready: () =>
      database.pool.query('select 1').then(
        () => true,
        () => false,
      ),
    publicUrl: settings.publicUrl,
    trustedProxies: settings.trustedProxies,
    log,
  });
  await new Promise<void>((resolve, reject) => front.once('error', reject).listen(settings.port, settings.host, resolve));
  const { port } = front.address() as AddressInfo;
  const carrying = { db: database.db, files: backstage.files, settings, log, now };
  const mail = deliverMail(carrying);
  const jobs = await startJobs({
    database,
    works: [relayEvents(carrying), ringTimers(carrying), mail, workOutTimetables(carrying), clearsFiles(carrying)],
    log,
    now,
  });
  return {
    address: `http://${settings.host}:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => front.close(() => resolve()));
      front.closeIdleConnections();
      // Answers under way are given; a connection kept open by its client is not waited for.
      const patience = setTimeout(() => front.closeAllConnections(), 3_000);
      await closed;
      clearTimeout(patience);
      await jobs.close();
      mail.close();
      await hub.close();
      await notices.close();
      await house.close();
    },
  };
}
