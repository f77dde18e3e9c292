import type { Kysely } from 'kysely';
import type { DB } from './database/schema.ts';
import type { FileStore } from './files/store.ts';
import type { Hub } from './live/hub.server.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

/** What people at work need of the server, beside the house that the public reads. */
export interface Backstage {
  db: Kysely<DB>;
  hub: Hub;
  files: FileStore;
  settings: Settings;
  log: Log;
  now(): Date;
}
