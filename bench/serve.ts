/** The front with the sample editions in memory, for measuring: `node bench/serve.ts PORT`. `/bench/render?path=…` renders without the store. */
import { join } from 'node:path';
import { houseInMemory } from '#boards/programme/house-in-memory.ts';
import { loadPages } from '#cli/serve.ts';
import { Assets } from '#platform/http/assets.ts';
import { createFront } from '#platform/http/front.ts';
import { createMetrics } from '#platform/http/metrics.ts';
import { PageStore } from '#platform/http/page-store.ts';
import { projectRoot } from '#platform/root.ts';
import { sampleEditions } from '../samples/index.ts';

const port = Number(process.argv[2] ?? 8461);
const publicUrl = `http://127.0.0.1:${port}`;
const house = houseInMemory(
  sampleEditions().map((content) => ({ content, publishedAt: '2022-11-24T10:00:00Z' })),
  { publicUrl },
);
const pages = await loadPages();
const store = new PageStore(null);
const respond = async (request: Request) => {
  const url = new URL(request.url);
  if (url.pathname === '/bench/render') return render(url.searchParams.get('path') ?? '/');
  return pages.respond(request, { platform: { house }, getClientAddress: () => '127.0.0.1' });
};
const front = createFront({
  respond,
  stamp: () => 'bench',
  pages: store,
  assets: new Assets(join(projectRoot, 'build', 'client'), () => true),
  metrics: createMetrics(() => store.size),
  ready: async () => true,
  publicUrl,
  log: { error: (details, message) => console.error(message, details) },
});
front.listen(port, '127.0.0.1', () => console.log('ready'));

async function render(path: string): Promise<Response> {
  const milliseconds: number[] = [];
  for (let time = 0; time < 40; time++) {
    const start = performance.now();
    const response = await pages.respond(new Request(publicUrl + path), { platform: { house }, getClientAddress: () => '127.0.0.1' });
    await response.text();
    // The first few also compile.
    if (time >= 5) milliseconds.push(performance.now() - start);
  }
  return Response.json({ milliseconds }, { headers: { 'cache-control': 'no-store' } });
}
