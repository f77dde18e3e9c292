/**
 * Rendered pages by address, in memory up to a number of bytes (what was not asked for lately goes first) and on disk, so that a new process
 * begins warm. Everything belongs to a stamp (what is published, by which build): another stamp is another store.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble, type Encoding, ENCODINGS, type Stored } from './stored.ts';

const MEMORY = 256 * 1024 * 1024;

export class PageStore {
  private pages = new Map<string, Stored>();
  private bytes = 0;
  private stamp = '';
  private readonly folder: string | null;
  private readonly limit: number;

  /** `folder: null` keeps nothing on disk. */
  constructor(folder: string | null, limit = MEMORY) {
    this.folder = folder;
    this.limit = limit;
  }

  /** Forgets every page of another stamp. */
  use(stamp: string): void {
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    this.pages = new Map();
    this.bytes = 0;
    const kept = this.directory();
    if (this.folder && kept) void sweep(this.folder, kept);
  }

  get current(): string {
    return this.stamp;
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.pages.size, bytes: this.bytes };
  }

  get(address: string): Stored | undefined {
    const found = this.pages.get(address);
    if (found && found.validUntil <= Date.now()) {
      this.pages.delete(address);
      this.bytes -= found.bytes;
      return undefined;
    }
    if (found) found.used = true;
    return found;
  }

  /** Keeps a page, unless the stamp it was rendered under is no longer the current one. */
  put(address: string, stored: Stored, stamp: string, onDisk: boolean): void {
    if (stamp !== this.stamp || stored.bytes > this.limit / 8) return;
    this.keep(address, stored);
    if (onDisk) void this.write(address, stored).catch(() => {});
  }

  private keep(address: string, stored: Stored): void {
    const old = this.pages.get(address);
    if (old) this.bytes -= old.bytes;
    this.pages.delete(address);
    this.pages.set(address, stored);
    this.bytes += stored.bytes;
    for (const [oldest, page] of this.pages) {
      if (this.bytes <= this.limit) break;
      this.pages.delete(oldest);
      // A second chance for what was asked for since: moving a page on every look-up would cost more than it saves.
      if (page.used && page !== stored) {
        page.used = false;
        this.pages.set(oldest, page);
      } else this.bytes -= page.bytes;
    }
  }

  private directory(): string | null {
    return this.folder && createHash('sha256').update(this.stamp).digest('hex').slice(0, 32);
  }

  private file(address: string): string | null {
    const directory = this.directory();
    return directory && join(this.folder!, directory, createHash('sha256').update(address).digest('hex').slice(0, 40));
  }

  /** A page that an earlier process rendered under the same stamp. A damaged file counts as none. */
  async read(address: string): Promise<Stored | undefined> {
    const file = this.file(address);
    const stamp = this.stamp;
    const data = file && (await readFile(file).catch(() => null));
    if (!data || data.length < 4) return undefined;
    try {
      const length = data.readUInt32LE(0);
      const head = JSON.parse(data.toString('utf8', 4, 4 + length)) as {
        address: string;
        status: number;
        headers: [string, string][];
        hash: string;
        lastModified: number | null;
        validUntil: number | null;
        lengths: Record<Encoding, number | null>;
      };
      let at = 4 + length;
      const bodies: Record<Encoding, Buffer | null> = { br: null, gzip: null, identity: null };
      for (const encoding of ENCODINGS) {
        const size = head.lengths[encoding];
        if (size === null) continue;
        bodies[encoding] = data.subarray(at, (at += size));
      }
      if (head.address !== address || at !== data.length) return undefined;
      const stored = assemble({ ...head, validUntil: head.validUntil ?? Infinity, bodies });
      if (stored.validUntil <= Date.now() || stamp !== this.stamp) return undefined;
      this.keep(address, stored);
      return stored;
    } catch {
      return undefined;
    }
  }

  private async write(address: string, { status, headers, hash, lastModified, validUntil, forms }: Stored): Promise<void> {
    const file = this.file(address);
    if (!file) return;
    const lengths = Object.fromEntries(ENCODINGS.map((encoding) => [encoding, forms[encoding]?.body.length ?? null]));
    const head = Buffer.from(
      JSON.stringify({
        address,
        status,
        headers,
        hash,
        lastModified,
        validUntil: Number.isFinite(validUntil) ? validUntil : null,
        lengths,
      }),
    );
    const size = Buffer.alloc(4);
    size.writeUInt32LE(head.length);
    await mkdir(join(file, '..'), { recursive: true });
    const making = `${file}.${process.pid}.making`;
    await writeFile(making, Buffer.concat([size, head, ...ENCODINGS.map((encoding) => forms[encoding]?.body ?? Buffer.alloc(0))]));
    await rename(making, file);
  }
}

/** Pages of other stamps are of no use to anybody; the last few are left for processes that have not switched yet. */
async function sweep(folder: string, kept: string): Promise<void> {
  const names = await readdir(folder).catch(() => [] as string[]);
  for (const name of names.filter((one) => one !== kept).slice(0, -2))
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
}
