/** Where the bytes of files lie, named by their SHA-256: the same bytes lie there once. A folder by default; a store of objects can take its place. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

export interface FileStore {
  /** Comes to the SHA-256 of the bytes once they are kept. */
  put(bytes: Uint8Array): Promise<Buffer>;
  has(sha256: Buffer): Promise<boolean>;
  /** `null` where there are no such bytes. */
  read(sha256: Buffer): Promise<ReadableStream<Uint8Array> | null>;
  remove(sha256: Buffer): Promise<void>;
}

export const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

export function folderStore(folder: string): FileStore {
  const pathOf = (sha256: Buffer) => {
    const hex = sha256.toString('hex');
    return join(folder, hex.slice(0, 2), hex.slice(2));
  };
  const exists = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    );
  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      if (await exists(path)) return sha256;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Never seen half-written, whoever else writes the same.
      const making = `${path}.${randomUUID()}`;
      await writeFile(making, bytes, { mode: 0o600, flush: true });
      await rename(making, path);
      return sha256;
    },
    has: (sha256) => exists(pathOf(sha256)),
    async read(sha256) {
      const path = pathOf(sha256);
      return (await exists(path)) ? (Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>) : null;
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** Where an installation keeps what people handed in. */
export const filesOf = ({ dataDir }: { dataDir: string }): string => join(dataDir, 'files');
/** Where it lies beside a backup. */
export const filesBeside = (backup: string): string => `${backup}.files`;
