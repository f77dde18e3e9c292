import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Builds the pages from their sources unless that is done; throws with the builder's last lines when it fails. */
export async function ensureBuilt(signal?: AbortSignal): Promise<void> {
  const builder = fileURLToPath(new URL('./builder.ts', import.meta.url));
  const child = spawn(process.execPath, [builder], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const end = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', end, { once: true });
  const [out, complaints, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
  signal?.removeEventListener('abort', end);
  if (code !== 0) throw new Error(`The pages could not be built:\n${(out + complaints).trim().split('\n').slice(-30).join('\n')}`);
}
