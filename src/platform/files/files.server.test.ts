import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { type Actor, nobody } from '../actor.ts';
import { testDatabase } from '../database/testing.ts';
import { actorOf, provideAccount } from '../identity/accounts.server.ts';
import { examine, plainName } from './examine.ts';
import { clearFiles, fileToRead, keepFile, letGo, receive } from './files.server.ts';
import { disposition, fileAnswer } from './response.ts';
import { folderStore } from './store.ts';

const NOW = new Date('2027-01-10T00:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const pdf = (text = '') => new File([`%PDF-1.7\n${text}`], 'Slides of today.PDF', { type: 'text/html' });

async function desk(t: TestContext) {
  const { db } = await testDatabase(t);
  const folder = mkdtempSync(join(tmpdir(), 'everforum-files-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const account = async (email: string) => {
    const made = await provideAccount(db, { email, name: email, language: 'en' }, NOW.toISOString());
    return { id: made.id, actor: await actorOf(db, made) };
  };
  return { db, files: folderStore(folder), folder, account };
}

test('a file is what its content says, whatever it is called and its sender says', async () => {
  const told = await examine(new TextEncoder().encode('%PDF-1.7 …'), '../../etc/报告 2027.exe', 'slides');
  assert.deepEqual(told, { ok: true, value: { type: 'application/pdf', name: '报告 2027.pdf' } });
  const page = await examine(new TextEncoder().encode('<!doctype html><script>alert(1)</script>'), 'slides.pdf', 'slides');
  assert.equal(page.ok, false);
  const vector = await examine(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'a.png', 'picture');
  assert.deepEqual(!vector.ok && vector.problem.is, 'file-not-taken');
  const wrong = await examine(new TextEncoder().encode('%PDF-1.7'), 'a.png', 'picture');
  assert.deepEqual(wrong, { ok: false, problem: { is: 'file-not-taken', found: 'application/pdf', takes: ['jpg', 'png', 'webp'] } });
  assert.deepEqual(await examine(new Uint8Array(), 'a.pdf', 'slides'), { ok: false, problem: { is: 'file-empty' } });
  const large = await examine(new Uint8Array(13 * 1024 * 1024), 'a.png', 'picture');
  assert.deepEqual(!large.ok && large.problem.is, 'file-too-large');
});

test('names that would lead elsewhere or turn the line around become harmless', () => {
  assert.equal(plainName('C:\\temp\\..\\a\u202egpj.exe'), 'agpj');
  assert.equal(plainName('...'), 'file');
  assert.equal(disposition('报告"x".pdf'), `attachment; filename="___x_.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%22x%22.pdf`);
});

test('what arrived is its giver’s alone; once kept it is read by whom its keeper named', async (t) => {
  const { db, files, account } = await desk(t);
  const [giver, other] = [await account('a@example.org'), await account('b@example.org')];
  const arrived = await receive({ db, files }, { account: giver.id, file: pdf(), kind: 'slides' }, NOW);
  assert.ok(arrived.ok);
  assert.equal(arrived.value.name, 'Slides of today.pdf');
  const { id } = arrived.value;
  const reads = async (actor: Actor) => (await fileToRead({ db, actor }, { id })).ok;
  assert.deepEqual([await reads(giver.actor), await reads(other.actor), await reads(nobody)], [true, false, false]);

  const keep = (who: string, open: boolean) =>
    db
      .transaction()
      .execute((tx) => keepFile(tx, { file: id, account: who, readWith: ['read activity'], public: open }, NOW.toISOString()));
  assert.equal(await keep(other.id, true), null, 'nobody keeps what somebody else handed in');
  assert.ok(await keep(giver.id, false));
  assert.deepEqual([await reads(giver.actor), await reads(nobody)], [false, false]);
  assert.equal(await keep(giver.id, true), null, 'what is kept is not kept again as something else');
  const office: Actor = { name: 'o', account: null, grants: [{ role: 'office', scope: { is: 'all' } }] };
  assert.ok(await reads(office));
});

test('the same bytes lie in the store once, and go with the last file that has them', async (t) => {
  const { db, files, folder, account } = await desk(t);
  const { id: giver } = await account('a@example.org');
  const ids: string[] = [];
  for (let at = 0; at < 2; at++) {
    const outcome = await receive({ db, files }, { account: giver, file: pdf('same'), kind: 'slides' }, NOW);
    assert.ok(outcome.ok);
    ids.push(outcome.value.id);
  }
  const stored = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  assert.equal(stored(), 1);
  await db.transaction().execute((tx) => keepFile(tx, { file: ids[0]!, account: giver, readWith: [] }, NOW.toISOString()));
  assert.equal(await clearFiles({ db, files }, later(23)), 0);
  assert.equal(await clearFiles({ db, files }, later(25)), 1);
  assert.equal(stored(), 1);
  await db.transaction().execute((tx) => letGo(tx, ids[0]!));
  assert.equal(await clearFiles({ db, files }, later(50)), 1);
  assert.equal(stored(), 0);
});

test('a file is given out to be saved and never run, and not again where it is known', async () => {
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: 3, sha256: Buffer.alloc(32, 1) };
  const body = () => new Blob(['abc']).stream() as ReadableStream<Uint8Array>;
  const first = fileAnswer(file, body(), null);
  assert.match(first.headers.get('content-disposition')!, /^attachment/);
  assert.match(first.headers.get('content-security-policy')!, /sandbox/);
  assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(fileAnswer(file, body(), first.headers.get('etag')).status, 304);
});
