/** Files beside a backup: the bytes of everything that a database names, taken from one store into another. */
import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.ts';
import { type FileStore, hashOf } from './store.ts';

export interface Copied {
  copied: number;
  bytes: number;
}

const named = async (db: Kysely<DB>) => (await db.selectFrom('file').select('sha256').distinct().execute()).map(({ sha256 }) => sha256);

/** What the other store has already stays as it is; bytes that are not what their name says are not passed on. */
export async function copyFiles(db: Kysely<DB>, from: FileStore, to: FileStore): Promise<Copied> {
  const done: Copied = { copied: 0, bytes: 0 };
  for (const sha256 of await named(db)) {
    if (await to.has(sha256)) continue;
    const stream = await from.read(sha256);
    if (!stream) continue;
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    if (!hashOf(bytes).equals(sha256)) continue;
    await to.put(bytes);
    done.copied += 1;
    done.bytes += bytes.length;
  }
  return done;
}

/** How many files that are kept for something have no bytes in the store. */
export async function missingFiles(db: Kysely<DB>, files: Pick<FileStore, 'has'>): Promise<number> {
  const kept = await db.selectFrom('file').select('sha256').distinct().where('kept_at', 'is not', null).execute();
  let missing = 0;
  for (const { sha256 } of kept) if (!(await files.has(sha256))) missing += 1;
  return missing;
}
