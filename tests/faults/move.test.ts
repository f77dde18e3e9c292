import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Random } from '#engines/random.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { publishEdition } from '#boards/programme/versions.server.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { projectRoot } from '#platform/root.ts';
import { sampleHistory2022 } from '../../samples/history-2022.ts';
import { type Moment, moveCut } from './mover.ts';
import { run } from './server.ts';

/** Random moments in the middle of a move at which the process dies. */
const MOMENTS = 20;
/** Of these, how often it is the whole process that dies; otherwise it is its connection. */
const PROCESSES = 3;

test('a move that is killed in the middle leaves nothing half-moved, whenever it dies', async (t) => {
  const { db, poolConfig } = await testDatabase(t);
  const { host, port, user, password, database } = poolConfig;
  const [planned] = sampleHistory2022();
  await db.transaction().execute(async (tx) => {
    await writeContent(tx, planned!.content);
    await publishEdition(tx, '2022', planned!.publishedAt, { searched: false });
  });
  const state = async () =>
    (
      await sql<Record<string, string | number>>`
        select e.starts_on::text as days, (select count(*)::int from publication) as publications,
          (select md5(string_agg(a.id::text || a.starts_at || a.version, ',' order by a.id)) from activity a) as activities,
          (select md5(string_agg(s.id::text || s.starts_at || s.version, ',' order by s.id)) from session s) as sessions,
          (select count(*)::int from edition_date_change) as changes, (select count(*)::int from message) as messages, (select count(*)::int from notice) as notices,
          (select count(*)::int from outbox_event) as events, (select count(*)::int from audit_entry) as entries
        from edition e where e.slug = '2022'`.execute(db)
    ).rows[0]!;
  const config = { host, port, user, password, database };
  const killed = (at: Moment) => run([join(projectRoot, 'tests/faults/mover.ts'), String(at)], { DATABASE_CONFIG: JSON.stringify(config) });

  const before = await state();
  const last = killed('commit');
  assert.equal(await last.ended, 'SIGKILL', last.stderr());
  assert.deepEqual(await state(), before, 'killed when all was done but the commit');
  const statements = Number(last.stdout());
  const random = new Random(20);
  const moments = Array.from({ length: statements - 2 }, (_, at) => at + 2).toSorted(() => random.unit() - 0.5);
  assert.ok(moments.length >= MOMENTS, `a move sends ${statements} statements`);
  for (const [round, at] of moments.slice(0, MOMENTS).entries()) {
    if (round < PROCESSES) assert.equal(await killed(at).ended, 'SIGKILL');
    else await assert.rejects(moveCut(config, at));
    assert.deepEqual(await state(), before, `killed before statement ${at}`);
  }
  await moveCut(config, 100_000);
  const after = await state();
  for (const [name, value] of Object.entries(after)) {
    if (name !== 'messages') assert.notEqual(value, before[name], `${name} is another after a whole move`);
  }
});
