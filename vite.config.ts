import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { build, defineConfig, type Plugin } from 'vite';

/**
 * Pages carry no framework in the browser, only small scripts of our own. `import url from '#ui/scripts/my-day.ts?script'` bundles
 * that module by itself (its imports included) under a name with the hash of its content, and gives the address for `<script type="module" src>`.
 */
function pageScripts(): Plugin {
  const made = new Map<string, Promise<{ fileName: string; code: string }>>();
  return {
    name: 'everforum-page-scripts',
    enforce: 'pre',
    resolveId(source) {
      if (!source.startsWith('#ui/scripts/') || !source.endsWith('?script')) return null;
      return `${fileURLToPath(new URL(`./src/${source.slice(1, -'?script'.length)}`, import.meta.url))}?script`;
    },
    async load(id) {
      if (!id.endsWith('.ts?script')) return null;
      const entry = id.slice(0, -'?script'.length);
      let script = made.get(entry);
      if (!script) made.set(entry, (script = bundle(entry)));
      const { fileName, code } = await script;
      if (this.environment.mode === 'build') this.emitFile({ type: 'asset', fileName, source: code });
      return `export default ${JSON.stringify(`/${fileName}`)};`;
    },
  };
}

async function bundle(entry: string): Promise<{ fileName: string; code: string }> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { format: 'es', codeSplitting: false } },
    },
  });
  const [chunk] = (Array.isArray(outputs) ? outputs : [outputs]).flatMap((output) => ('output' in output ? output.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`No script came of ${entry}`);
  const name = entry.replace(/^.*\/|\.ts$/g, '');
  const hash = createHash('sha256').update(chunk.code).digest('base64url').slice(0, 8);
  return { fileName: `_app/immutable/assets/${name}.${hash}.js`, code: chunk.code };
}

export default defineConfig({
  plugins: [
    pageScripts(),
    sveltekit({
      // The front of the platform compresses and keeps what it serves, so nothing is compressed here.
      adapter: adapter({ out: 'build', precompress: false }),
      paths: { relative: false },
      // Every page is server-rendered and sets its own policy headers in src/hooks.server.ts.
      csrf: { trustedOrigins: [] },
      // Only pages with a script in the browser have an inline one; src/hooks.server.ts writes the whole policy.
      csp: { mode: 'nonce', directives: { 'script-src': ['self'] } },
    }),
  ],
  build: { assetsInlineLimit: 0 },
});
