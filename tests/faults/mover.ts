/**
 * A move of the edition 2022 that ends in its middle. Run by itself (`node mover.ts N`) the whole process dies, as in a power cut, when it
 * is about to send its n-th statement; `moveCut` loses its connection there instead, which costs no new process.
 */
import { writeSync } from 'node:fs';
import type pg from 'pg';
import '#boards/listeners.server.ts';
import { moveEdition } from '#boards/programme/moving/actions.server.ts';
import { commandLine } from '#platform/actor.ts';
import { connectPool } from '#platform/database/connect.ts';

/** The n-th statement, or the commit. */
export type Moment = number | 'commit';

const TO = { startsOn: '2022-11-25', endsOn: '2022-11-30' };

/** `die` is called before the statement of that moment is sent; a moment after the last is never met. */
async function moveUntil(config: pg.PoolConfig, at: Moment, die: (client: pg.Client, statement: number) => void): Promise<void> {
  const database = connectPool('server', { ...config, max: 1 }, { info() {}, warn() {}, debug() {} }, async () => {});
  let sent = 0;
  database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.on('error', () => {});
    client.query = ((...given: unknown[]) => {
      sent++;
      const [first] = given as [string | { text?: string }];
      const commits = at === 'commit' && (typeof first === 'string' ? first : first?.text) === 'commit';
      if (commits || sent === at) die(client as unknown as pg.Client, sent);
      return query(...given);
    }) as typeof client.query;
  });
  const notice = { title: { zh: '改期公告', en: 'Moved' }, body: { zh: '改期。', en: 'Moved.' } };
  try {
    const outcome = await moveEdition(
      { db: database.db, actor: commandLine },
      { edition: '2022', to: TO, reason: { zh: '测试', en: 'Test' }, notice },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  } finally {
    await database.close();
  }
}

/** Loses the connection at that moment; throws as the verb does. */
export const moveCut = (config: pg.PoolConfig, at: Moment): Promise<void> =>
  moveUntil(config, at, (client) => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy());

if (import.meta.main) {
  const asked = process.argv[2]!;
  await moveUntil(JSON.parse(process.env.DATABASE_CONFIG!) as pg.PoolConfig, asked === 'commit' ? asked : Number(asked), (_, statement) => {
    writeSync(1, `${statement}\n`);
    process.kill(process.pid, 'SIGKILL');
  });
}
