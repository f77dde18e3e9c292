import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sampleContent } from '#boards/programme/content.example.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { accountById, actorOf } from '#platform/identity/accounts.server.ts';
import { grantFor } from '#platform/permissions.ts';

test('the first organising office is appointed on the machine, once, and nobody by a slip of the keys', async (t) => {
  const { db, poolConfig } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const { host, port, user, database, password } = poolConfig;
  const server = new URL(`postgres://localhost/${database}`);
  server.username = user ?? '';
  if (typeof password === 'string') server.password = password;
  server.searchParams.set('host', host ?? '');
  if (port) server.port = String(port);
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const appoint = (...args: string[]) =>
    spawnSync(process.execPath, [main, 'appoint', ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: server.href } });
  const accounts = () => db.selectFrom('account').select(['id', 'email', 'name']).execute();

  const wrong = appoint('not an address', '--series', content.series.slug);
  assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
  assert.match(wrong.stderr, /email/);
  const unknown = appoint('office@forum.example.org', '--series', 'no-such-series');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /There is no series "no-such-series"/);
  assert.deepEqual(await accounts(), []);

  const made = appoint('Office@Forum.example.org', '--series', content.series.slug, '--name', 'Organising office');
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stdout, /^office@forum\.example\.org is the organising office of /);
  const [account, ...more] = await accounts();
  assert.deepEqual([account?.email, account?.name, more.length], ['office@forum.example.org', 'Organising office', 0]);
  const { grants } = await actorOf(db, (await accountById(db, account!.id))!);
  assert.ok(grantFor(grants, 'publish edition', { series: content.series.id, edition: content.edition.id }));
  assert.equal(grantFor(grants, 'publish edition', { series: crypto.randomUUID() }), null, 'of this series alone');

  assert.equal(appoint('office@forum.example.org', '--series', content.series.slug).status, 0, 'saying it again does no harm');
  assert.equal((await accounts()).length, 1);
  const entries = await db.selectFrom('audit_entry').select(['actor', 'role']).where('verb', 'like', '%appoint%').execute();
  assert.ok(entries.length > 0, 'and the trail tells it');
});
