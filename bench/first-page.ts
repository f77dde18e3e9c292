/**
 * What the first visit costs: bytes of HTML, styles and scripts as sent, bytes of fonts beside them, when the largest thing is painted and
 * how far anything moves, in Chromium with an empty cache.
 *
 *     npx everforum build && node bench/first-page.ts [/zh /en /zh/2022 …]
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#platform/root.ts';
import { launch } from '../tests/browser/chromium.ts';

const paths =
  process.argv.length > 2 ? process.argv.slice(2) : ['/zh', '/en', '/zh/2022', '/en/2022', '/zh/2022/programme', '/en/2022/programme'];
const base = 'http://127.0.0.1:8461';
const server = spawn(process.execPath, [join(projectRoot, 'bench', 'serve.ts'), '8461'], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((resolve) => server.stdout.once('data', resolve));
const browser = await launch();
try {
  for (const path of paths) {
    for (const width of [390, 1440]) {
      const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const types = new Map<string, string>();
      const bytes: Record<string, number> = {};
      await session.send('Network.enable');
      session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const type = types.get(requestId) ?? 'Other';
        bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
      });
      await page.goto(base + path, { waitUntil: 'networkidle' });
      const painted = await page.evaluate(
        () =>
          new Promise<{ lcp: number; cls: number }>((resolve) => {
            const result = { lcp: 0, cls: 0 };
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => (result.lcp = entry.startTime))).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            });
            new PerformanceObserver((list) =>
              list.getEntries().forEach((entry) => (result.cls += (entry as unknown as { value: number }).value)),
            ).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(result), 300);
          }),
      );
      const kb = (...kinds: string[]) => (kinds.reduce((sum, kind) => sum + (bytes[kind] ?? 0), 0) / 1024).toFixed(1).padStart(6);
      console.log(
        `${path.padEnd(22)} ${String(width).padStart(4)} px: HTML+CSS+JS ${kb('Document', 'Stylesheet', 'Script')} KB (at most 100 wanted), fonts ${kb('Font')} KB, LCP ${painted.lcp.toFixed(0)} ms, layout shift ${painted.cls.toFixed(4)}`,
      );
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.kill();
}
