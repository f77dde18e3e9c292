import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from './listen.ts';
import { testDatabase } from './testing.ts';

test('while the database is away one attempt follows another, never two at once, and then it hears again', async (t) => {
  const { pool, poolConfig } = await testDatabase(t, { empty: true });
  const folder = mkdtempSync(join(tmpdir(), 'everforum-listen-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const open = new Set<Socket>();
  let away = false;
  let attempts = 0;
  let most = 0;
  // Stands between the listener and the server, and turns connections away for a while.
  const between = createServer((socket) => {
    open.add(socket.on('error', () => {}).on('close', () => open.delete(socket)));
    if (!away) {
      const server = createConnection(`${poolConfig.host}/.s.PGSQL.5432`).on('error', () => {});
      socket.pipe(server).pipe(socket);
      return;
    }
    attempts += 1;
    most = Math.max(most, open.size);
    setTimeout(() => socket.destroy(), 30);
  });
  await new Promise<void>((resolve) => between.listen(join(folder, '.s.PGSQL.5432'), resolve));
  t.after(() => between.close());

  const heard: string[] = [];
  const listener = await listen({ poolConfig: { ...poolConfig, host: folder } }, 'news', (payload) => heard.push(payload), { warn() {} });
  away = true;
  for (const socket of open) socket.destroy();
  while (attempts < 3) await wait(20);
  away = false;
  assert.equal(most, 1);
  while (heard.length === 0) await wait(20);
  await pool.query("notify news, 'again'");
  while (heard.length < 2) await wait(20);
  assert.deepEqual(heard, ['', 'again']);
  await listener.close();
});
