/**
 * How quickly a published page is answered, beside nginx with the same compressed bytes on the same core, and how long it takes to
 * render afresh.
 *
 *     npx everforum build && node bench/pages.ts [--rounds 5] [--seconds 4] [--path /zh/2022/programme/all]
 *
 * Needs nginx, wrk and taskset on the machine. The server is held to one core and the load to another; the two servers take turns, and
 * what counts is the ratio within a round.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { projectRoot } from '#platform/root.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    path: { type: 'string', default: '/zh/2022/programme/all' },
  },
});
const rounds = Number(values.rounds);

for (const tool of ['nginx', 'wrk', 'taskset']) {
  if (spawnSync('which', [tool]).status !== 0) {
    console.error(`${tool} is not here; this measurement needs it.`);
    process.exit(2);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
const ours = 'http://127.0.0.1:8461';
const theirs = 'http://127.0.0.1:8462';
const server = spawn('taskset', ['-c', '0', process.execPath, join(projectRoot, 'bench', 'serve.ts'), '8461'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const nginx = startNginx();
try {
  const [told = ''] = await new Promise<string[]>((resolve) => server.stdout.once('data', (data: Buffer) => resolve([data.toString()])));
  if (!told.startsWith('ready')) throw new Error(told);
  const page = await fetch(ours + values.path, { headers: { 'accept-encoding': 'gzip' } });
  const etag = page.headers.get('etag')!;
  const raw = await rawBytes(ours + values.path);
  mkdirSync(join(folder, 'root'), { recursive: true });
  writeFileSync(join(folder, 'root', 'page.html'), gunzipSync(raw));
  writeFileSync(join(folder, 'root', 'page.html.gz'), raw);
  console.log(`${values.path}: ${(gunzipSync(raw).length / 1024).toFixed(0)} KB of HTML, ${(raw.length / 1024).toFixed(0)} KB gzipped`);
  const theirTag = (await fetch(`${theirs}/page.html`, { headers: { 'accept-encoding': 'gzip' } })).headers.get('etag')!;

  const table: { ok: number[]; not: number[] } = { ok: [], not: [] };
  for (let round = 1; round <= rounds; round++) {
    const a = load(ours + values.path);
    const b = load(`${theirs}/page.html`);
    const c = load(ours + values.path, etag);
    const d = load(`${theirs}/page.html`, theirTag);
    table.ok.push(a / b);
    table.not.push(c / d);
    console.log(
      `round ${round}: 200 ours ${a.toFixed(0)}/s, nginx ${b.toFixed(0)}/s, ratio ${(a / b).toFixed(2)} · 304 ours ${c.toFixed(0)}/s, nginx ${d.toFixed(0)}/s, ratio ${(c / d).toFixed(2)}`,
    );
  }
  console.log(`median ratio: 200 ${median(table.ok).toFixed(2)}, 304 ${median(table.not).toFixed(2)} (at least 0.40 wanted)`);
  const rendering = (await (await fetch(`${ours}/bench/render?path=${encodeURIComponent(values.path)}`)).json()) as {
    milliseconds: number[];
  };
  console.log(
    `rendered afresh ${rendering.milliseconds.length} times: median ${median(rendering.milliseconds).toFixed(1)} ms (at most 60 wanted)`,
  );
} finally {
  server.kill();
  nginx.kill();
  rmSync(folder, { recursive: true, force: true });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Requests per second that wrk, on the other core, got answered. */
function load(url: string, etag?: string): number {
  const headers = ['-H', 'Accept-Encoding: gzip', ...(etag ? ['-H', `If-None-Match: ${etag}`] : [])];
  const { stdout } = spawnSync('taskset', ['-c', '1', 'wrk', '-t1', '-c32', `-d${values.seconds}s`, ...headers, url], { encoding: 'utf8' });
  const errors = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(stdout);
  if (errors) throw new Error(`${url}: ${errors[0]}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

/** As sent: fetch would unpack it. */
async function rawBytes(url: string): Promise<Buffer> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) =>
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject),
  );
}

function startNginx() {
  const config = `daemon off; worker_processes 1; error_log stderr warn; pid ${folder}/pid; user root;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; types { text/html html; }
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  open_file_cache max=100; server { listen 127.0.0.1:8462; root ${folder}/root; gzip_static on; gzip_vary on; } }`;
  writeFileSync(join(folder, 'nginx.conf'), process.getuid?.() === 0 ? config : config.replace(' user root;', ''));
  return spawn('taskset', ['-c', '0', 'nginx', '-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
