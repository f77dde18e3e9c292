import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Assets } from './assets.ts';
import { createFront } from './front.ts';
import { createMetrics } from './metrics.ts';
import { PageStore } from './page-store.ts';

const PAGE = `<!doctype html><title>Programme</title>${'<p>A session of the programme.</p>'.repeat(100)}`;

interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

async function house(t: TestContext, options: { respond?: (request: Request) => Response | Promise<Response>; folder?: string } = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'front-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'client', 'immutable'), { recursive: true });
  await writeFile(join(folder, 'client', 'immutable', 'page.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not public');
  const state = { stamp: 'one', rendered: 0 };
  const pages = new PageStore(join(folder, 'pages'));
  const errors: string[] = [];
  const server = createFront({
    respond: async (request) => {
      state.rendered++;
      return (
        options.respond?.(request) ??
        new Response(`${PAGE}<!-- ${state.stamp} -->`, { headers: { 'content-type': 'text/html; charset=utf-8' } })
      );
    },
    stamp: () => state.stamp,
    pages,
    assets: new Assets(join(folder, 'client'), (path) => path.includes('/immutable/')),
    metrics: createMetrics(() => pages.size),
    ready: async () => true,
    publicUrl: 'http://forum.example',
    log: { error: (_, message) => errors.push(message) },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> =>
    new Promise((resolve, reject) => {
      // The path goes out as it is written, `..` and all.
      const asked = httpRequest({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
      });
      asked.on('error', reject);
      asked.end();
    });
  return { get, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, state, pages, errors, folder };
}

test('a page is rendered once, in whatever form it is asked for', async (t) => {
  const { get, state } = await house(t);
  const plain = await get('/en/2022');
  const br = await get('/en/2022', { 'accept-encoding': 'gzip, br' });
  const gzip = await get('/en/2022', { 'accept-encoding': 'gzip' });
  const refused = await get('/en/2022', { 'accept-encoding': 'br;q=0, gzip;q=0' });
  assert.equal(state.rendered, 1);
  assert.equal(br.headers['content-encoding'], 'br');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(refused.headers['content-encoding'], undefined);
  assert.deepEqual(brotliDecompressSync(br.body), plain.body);
  assert.deepEqual(gunzipSync(gzip.body), plain.body);
  assert.equal(br.headers['vary'], 'accept-encoding');
  assert.notEqual(br.headers['etag'], gzip.headers['etag']);
});

test('a reader who has the page already is told so', async (t) => {
  const { get, state } = await house(t);
  const first = await get('/en/2022', { 'accept-encoding': 'br' });
  const again = await get('/en/2022', { 'accept-encoding': 'br', 'if-none-match': String(first.headers['etag']) });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  assert.equal(again.headers['etag'], first.headers['etag']);
  assert.equal((await get('/en/2022', { 'if-none-match': '"another"' })).status, 200);
  state.stamp = 'two';
  await get('/zh/2022');
  assert.equal((await get('/en/2022', { 'if-none-match': String(first.headers['etag']) })).status, 200);
});

test('many who ask at once for a page that is not there yet wait for one rendering', async (t) => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const { get, state } = await house(t, {
    respond: async () => {
      await gate;
      return new Response(PAGE, { headers: { 'content-type': 'text/html' } });
    },
  });
  const asked = Array.from({ length: 20 }, () => get('/en/2022'));
  while (state.rendered === 0) await new Promise(setImmediate);
  release();
  const all = await Promise.all(asked);
  assert.ok(all.every(({ status, body }) => status === 200 && body.equals(all[0]!.body)));
  assert.equal(state.rendered, 1);
});

test('a page rendered for what was published before is not kept for what is published now', async (t) => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  let first = true;
  const { get, state } = await house(t, {
    respond: async () => {
      if (!first) return new Response('new', { headers: { 'content-type': 'text/html' } });
      first = false;
      await gate;
      return new Response('old', { headers: { 'content-type': 'text/html' } });
    },
  });
  const early = get('/en/2022');
  while (state.rendered === 0) await new Promise(setImmediate);
  state.stamp = 'two';
  assert.equal((await get('/en/2022')).body.toString(), 'new');
  release();
  assert.equal((await early).body.toString(), 'old');
  assert.equal((await get('/en/2022')).body.toString(), 'new');
});

test('a new process finds on disk what the last one rendered, and nothing of another stamp', async (t) => {
  const first = await house(t);
  const before = await first.get('/en/2022', { 'accept-encoding': 'br' });
  const copy = new PageStore(join(first.folder, 'pages'));
  copy.use('one');
  // Writing goes on behind the answer; the store tells by the file being there.
  let found = await copy.read('/en/2022');
  while (!found) found = await copy.read('/en/2022');
  assert.deepEqual(found.forms.br?.body, before.body);
  assert.equal(found.forms.br?.etag, before.headers['etag']);
  copy.use('two');
  assert.equal(await copy.read('/en/2022'), undefined);
});

test('what is missing, private or broken is not kept', async (t) => {
  const answers: Record<string, () => Response> = {
    '/missing': () => new Response('nothing here', { status: 404 }),
    '/private': () => new Response('mine', { headers: { 'cache-control': 'private' } }),
    '/broken': () => {
      throw new Error('broken');
    },
  };
  const { get, state, pages, errors } = await house(t, { respond: (request) => answers[new URL(request.url).pathname]!() });
  for (const path of Object.keys(answers)) for (let time = 0; time < 2; time++) await get(path);
  assert.equal(state.rendered, 6);
  assert.equal(pages.size.pages, 0);
  assert.equal((await get('/broken')).status, 500);
  assert.ok(!(await get('/broken')).body.toString().includes('at '), 'no stack reaches a reader');
  assert.equal(errors.length, 4);
});

test('a page that changes at a known instant is rendered anew after it', async (t) => {
  const { get, state } = await house(t, {
    respond: () => new Response(PAGE, { headers: { 'content-type': 'text/html', 'x-valid-until': '2001-01-01T00:00:00Z' } }),
  });
  const page = await get('/en/2022');
  await get('/en/2022');
  assert.equal(state.rendered, 2);
  assert.equal(page.headers['x-valid-until'], undefined);
});

test('memory is bounded: the pages nobody asks for go first', async () => {
  const { store } = await import('./stored.ts');
  const pages = new PageStore(null, 40_000);
  pages.use('one');
  for (let at = 0; at < 50; at++) {
    const stored = await store({ status: 200, headers: [['content-type', 'text/html']], body: Buffer.alloc(500, at), quality: 1 });
    pages.put(`/${at}`, stored, 'one', false);
    pages.get('/1');
  }
  assert.ok(pages.size.bytes <= 40_000);
  assert.equal(pages.get('/0'), undefined);
  assert.ok(pages.get('/49'));
  assert.ok(pages.get('/1'), 'what is asked for all the time stays');
});

test('files are sent from their folder and from nowhere else', async (t) => {
  const { get, state } = await house(t, { respond: () => new Response('no', { status: 404 }) });
  const file = await get('/immutable/page.js');
  assert.equal(file.status, 200);
  assert.match(String(file.headers['cache-control']), /immutable/);
  assert.equal(state.rendered, 0);
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/immutable/..%2f..%2fsecret.txt',
    '/%00.js',
    '/%ff.js',
    '//secret.txt',
    '/immutable/../../secret.txt',
  ]) {
    const got = await get(path);
    assert.notEqual(got.status, 200, path);
    assert.ok(!got.body.includes('not public'), path);
  }
});

test('health, readiness and metrics; metrics only from near', async (t) => {
  const { get } = await house(t);
  assert.equal((await get('/healthz')).status, 200);
  assert.equal((await get('/readyz')).status, 200);
  await get('/en/2022');
  assert.match((await get('/metrics')).body.toString(), /everforum_requests_total\{status="200"\} 1/);
  for (const name of ['x-forwarded-for', 'x-real-ip', 'via', 'forwarded', 'x-forwarded-host']) {
    assert.equal((await get('/metrics', { [name]: '203.0.113.9' })).status, 404, name);
  }
  assert.equal((await get('/metrics', { host: 'forum.example' })).status, 404);
});

test('a HEAD request has the headers of the page and no body', async (t) => {
  const { get } = await house(t);
  const got = await get('/en/2022', {}, 'HEAD');
  assert.equal(got.status, 200);
  assert.equal(got.body.length, 0);
  assert.ok(Number(got.headers['content-length']) > 0);
});

test('a stream without an end is let go of when its reader leaves, be it before it began, and when only its head was asked for', async (t) => {
  const live = () => {
    let cancel = () => {};
    const cancelled = new Promise<void>((resolve) => (cancel = resolve));
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(':\n\n')), cancel });
    return { cancelled, answer: new Response(body, { headers: { 'content-type': 'text/event-stream' } }) };
  };
  const asked: { signal: AbortSignal; answer: (response: Response) => void }[] = [];
  let heard = () => {};
  const { get, url } = await house(t, {
    respond: ({ signal }) => new Promise((answer) => (asked.push({ signal, answer }), heard())),
  });
  const nextAsked = async (leave?: AbortSignal) => {
    const arrives = new Promise<void>((resolve) => (heard = resolve));
    const got = fetch(`${url}/live/2022`, { signal: leave ?? null }).catch(() => null);
    await arrives;
    return { got, ...asked.at(-1)! };
  };

  const early = new AbortController();
  const never = await nextAsked(early.signal);
  const left = new Promise((resolve) => never.signal.addEventListener('abort', resolve));
  early.abort();
  await left;
  const unread = live();
  never.answer(unread.answer);
  await unread.cancelled;

  const late = new AbortController();
  const read = await nextAsked(late.signal);
  const following = live();
  read.answer(following.answer);
  await read.got;
  late.abort();
  await following.cancelled;

  const arrives = new Promise<void>((resolve) => (heard = resolve));
  const head = get('/live/2022', {}, 'HEAD');
  await arrives;
  const headless = live();
  asked.at(-1)!.answer(headless.answer);
  assert.equal((await head).status, 200);
  await headless.cancelled;
});

test('a form sent from our own page under another name is told where to go, before anything is asked', async (t) => {
  const { get, state } = await house(t);
  const told = await get('/zh/demo?/be', { host: 'other.example', origin: 'http://other.example' }, 'POST');
  assert.equal(told.status, 403);
  assert.match(told.body.toString(), /href="http:\/\/forum\.example\/zh\/demo\?\/be"/);
  assert.equal(state.rendered, 0);
  assert.equal((await get('/zh/demo', { host: 'other.example' })).status, 200, 'what is read is read by any name');
});
