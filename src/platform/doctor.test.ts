import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Database } from './database/connect.ts';
import { testDatabase } from './database/testing.ts';
import { examine, type Finding } from './doctor.ts';
import { readSettings, type Settings } from './settings.ts';

function settingsFor({ poolConfig }: Database): Settings {
  const { host, database, user } = poolConfig as { host: string; database: string; user: string };
  const outcome = readSettings({ DATABASE_URL: `postgres:///${database}?host=${encodeURIComponent(host)}&user=${user}`, DATA_DIR: '/' });
  assert.ok(outcome.ok);
  return outcome.value;
}

async function found(settings: Settings): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of examine(settings, {})) findings.push(finding);
  return findings;
}

test('a publication whose content was changed is found, and only that', async (t) => {
  const database = await testDatabase(t);
  const { pool } = database;
  const json = Buffer.from('{"words":"as published"}');
  await pool.query('alter table publication drop constraint publication_edition_id_fkey');
  const add = (number: number, content: Buffer) =>
    pool.query(
      'insert into publication (id, edition_id, number, published_at, body, body_sha256, activities, changes) values ($1, $2, $3, now(), $4, $5, 0, 0)',
      [randomUUID(), randomUUID(), number, gzipSync(content), createHash('sha256').update(json).digest()],
    );
  await add(1, json);
  const before = await found(settingsFor(database));
  assert.ok(before.some(({ is, what }) => is === 'fine' && what.startsWith('1 published versions')));
  await add(2, Buffer.from('{"words":"as changed"}'));
  const after = await found(settingsFor(database));
  assert.deepEqual(
    after.filter(({ is, what }) => is === 'wrong' && /not what was published/.test(what)).map(({ what }) => what.slice(0, 9)),
    ['Version 2'],
  );
});

test('a database that cannot be reached is told in a line', async () => {
  const outcome = readSettings({ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' });
  assert.ok(outcome.ok);
  const wrong = (await found(outcome.value)).filter(({ what }) => what.startsWith('The server of DATABASE_URL'));
  assert.equal(wrong.length, 1);
  assert.equal(wrong[0]!.is, 'wrong');
});
