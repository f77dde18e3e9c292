/**
 * Serves the built pages with a house in memory: no database, nothing stored. For looking at pages and for browser tests.
 *
 *     node scripts/preview.ts [--port 4173] [--now 2022-11-26T02:24:00Z]
 *
 * The samples are shown, or the small edition of the tests where there are none.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { EditionContent } from '#boards/programme/content.ts';
import { houseInMemory } from '#boards/programme/house-in-memory.ts';
import type { House } from '#boards/programme/house.ts';
import { smallEdition } from '#boards/programme/pages/small-edition.ts';
import { projectRoot } from '#platform/root.ts';

interface KitServer {
  init(options: { env: Record<string, string>; read: (file: string) => ReadableStream }): Promise<void>;
  respond(request: Request, options: { platform: { house: House }; getClientAddress: () => string }): Promise<Response>;
}

export interface Preview {
  url: string;
  house: House;
  close(): Promise<void>;
}

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Starts a server on a free port, or on `port`. `now` is the clock of the house. */
export async function startPreview(options: { port?: number; now?: Date; history?: History } = {}): Promise<Preview> {
  const build = join(projectRoot, 'build');
  if (!existsSync(join(build, 'adapter-node.js'))) throw new Error('There is no build: run `npx vite build` first.');
  const { server: kit } = (await import(pathToFileURL(join(build, 'adapter-node.js')).href)) as { server: KitServer };
  await kit.init({ env: {}, read: (file) => Readable.toWeb(createReadStream(join(build, 'client', file))) as ReadableStream });
  const server = createServer();
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { now } = options;
  const house = houseInMemory(options.history ?? (await sampleHistory()), { publicUrl: url, ...(now ? { now: () => now } : {}) });
  server.on('request', (request, response) => {
    answer(kit, house, url, join(build, 'client'), request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  return { url, house, close: () => closed(server) };
}

export type History = { content: EditionContent; publishedAt: string }[];

/** The sample editions, each as one version; the small edition of the tests where there are no samples yet. */
export async function sampleHistory(): Promise<History> {
  const samples = join(projectRoot, 'samples', 'index.ts');
  if (existsSync(samples)) {
    const { sampleEditions } = (await import(pathToFileURL(samples).href)) as { sampleEditions: () => EditionContent[] };
    return sampleEditions().map((content) => ({ content, publishedAt: '2022-11-24T10:00:00Z' }));
  }
  return [{ content: smallEdition(), publishedAt: '2022-11-24T10:00:00Z' }];
}

async function answer(kit: KitServer, house: House, url: string, assets: string, request: IncomingMessage, response: ServerResponse) {
  const file = join(assets, normalize(new URL(request.url ?? '/', url).pathname));
  if (file.startsWith(assets) && file.length < 1000 && statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(200, { 'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
    return;
  }
  const asked = new Request(new URL(request.url ?? '/', url), {
    method: request.method ?? 'GET',
    headers: Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
  });
  const answered = await kit.respond(asked, { platform: { house }, getClientAddress: () => request.socket.remoteAddress ?? '127.0.0.1' });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  if (answered.body && request.method !== 'HEAD') Readable.fromWeb(answered.body as WebStream).pipe(response);
  else response.end();
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' }, now: { type: 'string' } } });
  const { url } = await startPreview({ port: Number(values.port), ...(values.now ? { now: new Date(values.now) } : {}) });
  console.log(url);
}
