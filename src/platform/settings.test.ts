import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './root.ts';
import { readSettings, unknownSettings, type Settings } from './settings.ts';

function settings(env: Record<string, string>): Settings {
  const outcome = readSettings(env);
  assert.ok(outcome.ok);
  return outcome.value;
}

function lines(env: Record<string, string>): string[] {
  const outcome = readSettings(env);
  assert.ok(!outcome.ok);
  return outcome.problem.map((problem) => problem.line);
}

test('nothing needs to be set', () => {
  assert.deepEqual(settings({}), {
    mode: 'demo',
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    dataDir: join(projectRoot, 'data'),
    databaseUrl: null,
    smtpUrl: null,
    mailFrom: 'everforum@127.0.0.1',
    mapTiles: null,
    logLevel: 'info',
    trustedProxies: 0,
    oidc: null,
  });
});

test('an empty value counts as not set', () => {
  assert.deepEqual(settings({ PORT: '', DATABASE_URL: ' ', EVERFORUM_MODE: '' }), settings({}));
});

test('a relative data folder is that of the shell', () => {
  const { dataDir } = settings({ DATA_DIR: 'somewhere/else' });
  assert.ok(isAbsolute(dataDir));
  assert.equal(dataDir, resolve('somewhere/else'));
});

test('the public address follows host and port, and loses its last slash', () => {
  assert.equal(settings({ HOST: '0.0.0.0', PORT: '80' }).publicUrl, 'http://localhost:80');
  assert.equal(settings({ HOST: '::1' }).publicUrl, 'http://[::1]:3000');
  assert.equal(settings({ PUBLIC_URL: 'https://forum.example.org/' }).publicUrl, 'https://forum.example.org');
});

test('an identity provider is set as a whole, its secret also from a file', (t) => {
  const env = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'forum' };
  assert.deepEqual(settings(env).oidc, {
    issuer: 'https://id.example.org',
    clientId: 'forum',
    clientSecret: null,
    name: 'id.example.org',
  });
  assert.deepEqual(lines({ OIDC_ISSUER: env.OIDC_ISSUER }), [
    'OIDC_CLIENT_ID is not set; OIDC_ISSUER and OIDC_CLIENT_ID are set together.',
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'everforum-secret-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'secret'), 'from the file\n');
  assert.equal(settings({ ...env, OIDC_CLIENT_SECRET_FILE: join(folder, 'secret') }).oidc?.clientSecret, 'from the file');
  assert.equal(lines({ ...env, OIDC_CLIENT_SECRET_FILE: join(folder, 'missing') }).length, 1);
});

for (const [name, wrong] of Object.entries({
  PORT: ['http', '65536', '-1', '3000.5', '1e3'],
  HOST: ['two words', 'http://host'],
  PUBLIC_URL: ['forum.example.org', 'ftp://forum.example.org', 'https://a:b@forum.example.org', 'https://forum.example.org/?x=1'],
  SMTP_URL: ['http://u:hunter2@h', 'hunter2', 'smtp:///hunter2'],
  MAIL_FROM: ['nobody', 'A <b>', 'a@b c@d'],
  DATABASE_URL: ['mysql://u:hunter2@h/d', 'hunter2'],
  EVERFORUM_MODE: ['prod', 'Production'],
  LOG_LEVEL: ['loud'],
})) {
  for (const value of wrong) {
    test(`${name}=${value} is refused in one line that names it`, () => {
      const found = lines({ [name]: value });
      assert.equal(found.length, 1);
      assert.match(found[0]!, new RegExp(`^${name} is .*accepted is`));
      assert.doesNotMatch(found[0]!, /\n|hunter2/);
    });
  }
}

test('every wrong setting is told at once', () => {
  assert.equal(lines({ PORT: 'x', EVERFORUM_MODE: 'x', LOG_LEVEL: 'x' }).length, 3);
});

test('a setting that looks like ours and is none is told', () => {
  assert.equal(unknownSettings({ EVERFORUM_MOOD: 'demo', EVERFORUM_MODE: 'demo', PATH: '/bin' }).length, 1);
});

test('a mail server needs somebody whom mails are from', () => {
  assert.deepEqual(lines({ SMTP_URL: 'smtp://mail.example.org' }), [
    'MAIL_FROM is not set, but SMTP_URL is; accepted is an address, such as Forum office <office@forum.example.org>.',
  ]);
  assert.equal(
    settings({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'office@forum.example.org' }).mailFrom,
    'office@forum.example.org',
  );
});
