/**
 * The front of the house: what was rendered once is answered from memory before the web framework is asked. A page is a function of its
 * address and of what is published; when that changes, every page is rendered anew on its next request.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Assets } from './assets.ts';
import { clientAddress } from './client-address.ts';
import type { Metrics } from './metrics.ts';
import type { PageStore } from './page-store.ts';
import { type Elsewhere, openedElsewhere } from './elsewhere.ts';
import { isPersonal } from './personal.ts';
import { formFor, isUnchanged, type Stored, store } from './stored.ts';

export interface FrontOptions {
  /** Renders what is not stored. */
  respond(request: Request, client: { address: string }): Promise<Response>;
  /** What is published, by which build; pages rendered under another stamp are not shown. */
  stamp(): string;
  pages: PageStore;
  assets: Assets;
  metrics: Metrics;
  ready(): Promise<boolean>;
  publicUrl: string;
  /** How many proxies of ours stand in front. */
  trustedProxies?: number;
  log: { error(details: object, message: string): void };
}

/** Renderings under way or waiting; beyond this the answer is 503, so that what is stored stays quick. */
const RENDERINGS = 256;
const BODY = 2 * 1024 * 1024;
/** Slides and pictures, of people who are signed in. */
const UPLOAD = 64 * 1024 * 1024;

export function createFront(options: FrontOptions): Server {
  const { pages, assets, metrics } = options;
  const addressOf = ({ socket, headers }: IncomingMessage): string =>
    clientAddress(socket.remoteAddress, headers['x-forwarded-for'], options.trustedProxies ?? 0);
  const elsewhere = openedElsewhere(options.publicUrl);
  const underWay = new Map<string, Promise<Stored | Response>>();

  const lead = (response: ServerResponse, other: Elsewhere): void => {
    const status = other.is === 'go' ? 307 : 403;
    metrics.count(status);
    response.writeHead(status, [
      ...(other.is === 'go' ? ['location', other.to] : ['content-type', 'text/html; charset=utf-8']),
      ...['cache-control', 'no-store'],
      ...['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'"],
      ...['x-content-type-options', 'nosniff'],
    ]);
    response.end(other.is === 'tell' ? other.html : undefined);
  };

  const send = (request: IncomingMessage, response: ServerResponse, stored: Stored): void => {
    const { headers } = request;
    const form = formFor(stored, headers['accept-encoding']);
    if (isUnchanged(stored, headers['if-none-match'], headers['if-modified-since'])) {
      response.writeHead(304, form.unchanged);
      response.end();
      metrics.count(304);
      return;
    }
    response.writeHead(stored.status, form.head);
    response.end(request.method === 'HEAD' ? undefined : form.body);
    metrics.count(stored.status);
  };

  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000, maxHeaderSize: 16_384 }, (request, response) => {
    const { method } = request;
    const url = request.url ?? '/';
    const other = elsewhere({ method, url, headers: request.headers });
    if (other) return lead(response, other);
    if (method === 'GET' || method === 'HEAD') {
      const stored = pages.get(url) ?? assets.get(url);
      if (stored) return send(request, response, stored);
    }
    answer(request, response, url).catch((error: unknown) => {
      options.log.error({ err: error, url }, 'A request failed');
      metrics.count(500);
      if (!response.headersSent) response.writeHead(500, ['content-type', 'text/plain; charset=utf-8', 'cache-control', 'no-store']);
      response.end('Something went wrong. 出错了。\n');
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse, url: string): Promise<void> => {
    const path = url.split('?', 1)[0]!;
    if (path === '/healthz') return plain(response, 200, 'ok\n');
    if (path === '/readyz') return (await options.ready()) ? plain(response, 200, 'ready\n') : plain(response, 503, 'not ready\n');
    if (path === '/metrics') return isNear(request) ? plain(response, 200, await metrics.text()) : plain(response, 404, 'not found\n');
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads) return pass(request, response, url);
    const asset = await assets.load(path);
    if (asset) return send(request, response, asset);
    // The way from `/` depends on the reader's language, and is cheap.
    if (path === '/' || isPersonal(path)) return pass(request, response, url);
    const outcome = await rendered(request, url);
    if (outcome === 'busy') {
      metrics.count(503);
      response.setHeader('retry-after', '2');
      return plain(response, 503, 'Please try again in a moment. 请稍后再试。\n');
    }
    return outcome instanceof Response ? passOn(request, response, outcome) : send(request, response, outcome);
  };

  /** One rendering for any number of readers who ask for the same page at once. */
  const rendered = async (request: IncomingMessage, url: string): Promise<Stored | Response | 'busy'> => {
    const stamp = options.stamp();
    pages.use(stamp);
    const key = `${stamp} ${url}`;
    let made = underWay.get(key);
    if (!made) {
      if (underWay.size >= RENDERINGS) return 'busy';
      made = render(request, url, stamp).finally(() => underWay.delete(key));
      underWay.set(key, made);
    }
    const outcome = await made;
    return outcome instanceof Response ? outcome.clone() : outcome;
  };

  const render = async (request: IncomingMessage, url: string, stamp: string): Promise<Stored | Response> => {
    const known = await pages.read(url);
    if (known) return known;
    const end = metrics.rendering();
    const address = absolute(options.publicUrl, url);
    if (!address) return new Response('Bad request\n', { status: 400 });
    const response = await options.respond(new Request(address), { address: addressOf(request) });
    end();
    const control = response.headers.get('cache-control') ?? '';
    if (response.status >= 500 || response.headers.has('set-cookie') || /no-store|private/.test(control)) return response;
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
    const body = Buffer.from(await response.arrayBuffer());
    const stored = await store({ status: response.status, headers: response.headers, body, quality: 6 });
    // Only what exists is kept: anybody can ask for what does not.
    if (response.status === 200) pages.put(url, stored, stamp, !url.includes('?'));
    return stored;
  };

  const pass = async (request: IncomingMessage, response: ServerResponse, url: string): Promise<void> => {
    const address = absolute(options.publicUrl, url);
    if (!address) return plain(response, 400, 'Bad request\n');
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > (isPersonal(url) ? UPLOAD : BODY)) return plain(response, 413, 'Too large\n');
    const method = request.method ?? 'GET';
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const gone = leaving(response);
    const asked = new Request(address, {
      method,
      signal: gone,
      headers: Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      ),
      ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
    } as RequestInit);
    return passOn(request, response, await options.respond(asked, { address: addressOf(request) }), gone);
  };

  const passOn = async (request: IncomingMessage, response: ServerResponse, answer: Response, gone = leaving(response)): Promise<void> => {
    metrics.count(answer.status);
    response.writeHead(answer.status, [...answer.headers].filter(([name]) => name !== 'x-valid-until').flat());
    if (!answer.body || request.method === 'HEAD') {
      response.end();
      await answer.body?.cancel();
      return;
    }
    // A stream that has no end of its own (live updates) ends when its reader has gone, who may have gone before it began.
    const sink = new WritableStream({
      write: (chunk: Uint8Array) => {
        if (!response.closed && !response.write(chunk))
          return new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
      },
      close: () => void response.end(),
      abort: () => void response.destroy(),
    });
    await answer.body.pipeTo(sink, { signal: gone }).catch((error: unknown) => {
      if (!gone.aborted) throw error;
    });
  };

  return server;
}

/** Aborted when nobody takes the answer any more, be it that they left before it was made. */
function leaving(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  if (response.closed) gone.abort();
  return gone.signal;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, [
    'content-type',
    'text/plain; charset=utf-8',
    'cache-control',
    'no-store',
    'x-content-type-options',
    'nosniff',
  ]);
  response.end(text);
}

/** What a proxy says of those it speaks for; a plain one may say nothing but hand on the name that was asked for. */
const PROXIED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** From this machine itself, asked by a name of this machine, and not through a proxy on it. */
function isNear({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? '';
  const here = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
  const named = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(headers.host ?? '');
  return here && named && !PROXIED.some((name) => name in headers);
}

/** A request line is anything a client likes to send; only paths are addresses of ours. */
function absolute(publicUrl: string, url: string): string | null {
  if (!url.startsWith('/') || url.startsWith('//')) return null;
  return URL.canParse(publicUrl + url) ? publicUrl + url : null;
}
