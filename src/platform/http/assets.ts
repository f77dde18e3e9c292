/** The files of the build, sent as they are: found once, kept in memory, never outside their folder. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type Stored, store } from './stored.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export class Assets {
  private readonly files = new Map<string, Stored>();
  private readonly root: string;
  private readonly isImmutable: (path: string) => boolean;

  /** `isImmutable`: names that hold the hash of what is in them may be kept for ever. */
  constructor(root: string, isImmutable: (path: string) => boolean) {
    this.root = root;
    this.isImmutable = isImmutable;
  }

  get(path: string): Stored | undefined {
    return this.files.get(path);
  }

  async load(path: string): Promise<Stored | undefined> {
    const type = TYPES[extname(path)];
    if (!type || path.includes('\0')) return undefined;
    let name: string;
    try {
      name = normalize(decodeURIComponent(path));
    } catch {
      return undefined;
    }
    const file = join(this.root, name);
    if (!file.startsWith(this.root + sep)) return undefined;
    const body = await readFile(file).catch(() => null);
    if (!body) return undefined;
    const stored = await store({
      status: 200,
      headers: [
        ['content-type', type],
        ['cache-control', this.isImmutable(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'],
        ['x-content-type-options', 'nosniff'],
      ],
      body,
      // Done once for each file and process.
      quality: 9,
    });
    this.files.set(path, stored);
    return stored;
  }
}
