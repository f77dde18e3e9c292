import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { type Kysely, sql } from 'kysely';
import sharp from 'sharp';
import { type Actor, nobody } from '../actor.ts';
import type { DB } from '../database/schema.ts';
import { testDatabase } from '../database/testing.ts';
import { actorOf, provideAccount } from '../identity/accounts.server.ts';
import { examine, plainName } from './examine.ts';
import { clearFiles, clearsFiles, fileToRead, keepFile, letGo, receive } from './files.server.ts';
import { smallPortraitOf } from './portrait.ts';
import { disposition, fileAnswer } from './response.ts';
import { copyFiles, missingFiles } from './copies.server.ts';
import { type FileStore, folderStore, hashOf } from './store.ts';

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

/** Comes back once somebody waits for an advisory lock. */
async function somebodyWaits(db: Kysely<DB>): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
    if (rows.length > 0) return;
  }
}

test('bytes handed in again while they are thrown away: gone without the turn-taking, there with it', async (t) => {
  const { db, files, account } = await desk(t);
  const { id: giver } = await account('a@example.org');
  const bytes = new TextEncoder().encode('%PDF-1.7\nagain');
  const sha256 = hashOf(bytes);
  const handIn = (into: FileStore, now: Date) =>
    receive({ db, files: into }, { account: giver, file: new File([bytes], 'a.pdf'), kind: 'slides' }, now);
  const named = async () => (await db.selectFrom('file').select('id').where('sha256', '=', sha256).execute()).length;

  // As two who do not wait for each other: the bytes are found to be there, thrown away by the other, and then named.
  assert.ok((await handIn(files, NOW)).ok);
  await files.put(bytes);
  await clearFiles({ db, files }, later(25));
  const row = { name: 'a.pdf', type: 'application/pdf', bytes: bytes.length, received_by: giver };
  await db
    .insertInto('file')
    .values({ ...row, id: crypto.randomUUID(), sha256, received_at: later(25).toISOString() })
    .execute();
  assert.deepEqual([await named(), await files.has(sha256)], [1, false], 'a file without its bytes');
  await db.deleteFrom('file').execute();

  assert.ok((await handIn(files, NOW)).ok);
  let clearing: Promise<number> | null = null;
  const meanwhile: FileStore = {
    ...files,
    put: async (given) => {
      const put = await files.put(given);
      clearing = clearFiles({ db, files }, later(25));
      await Promise.race([clearing, somebodyWaits(db)]);
      return put;
    },
  };
  assert.ok((await handIn(meanwhile, later(25))).ok);
  assert.equal(await clearing, 1, 'the file of yesterday went');
  assert.deepEqual([await named(), await files.has(sha256)], [1, true]);
});

test('the work of clearing looks at every start and every hour, however often it is woken', async (t) => {
  const { db, files, account } = await desk(t);
  const { id: giver } = await account('a@example.org');
  let now = later(25);
  const handIn = () => receive({ db, files }, { account: giver, file: pdf(), kind: 'slides' }, NOW);
  const left = async () => (await db.selectFrom('file').select('id').execute()).length;
  const work = clearsFiles({ db, files, now: () => now });
  const stop = new AbortController().signal;
  assert.ok((await handIn()).ok);
  assert.deepEqual(await work.run(stop), later(26));
  assert.equal(await left(), 0);
  assert.ok((await handIn()).ok);
  now = later(25.9);
  assert.deepEqual(await work.run(stop), later(26));
  assert.equal(await left(), 1, 'not yet');
  now = later(26);
  await work.run(stop);
  assert.equal(await left(), 0);
});

test('a copy holds every file that is named, whole, and says what is missing', async (t) => {
  const { db, files, folder, account } = await desk(t);
  const { id: giver } = await account('a@example.org');
  const kept: string[] = [];
  for (const text of ['one', 'two', 'three']) {
    const outcome = await receive({ db, files }, { account: giver, file: pdf(text), kind: 'slides' }, NOW);
    assert.ok(outcome.ok);
    kept.push(outcome.value.id);
  }
  for (const file of kept.slice(0, 2))
    await db.transaction().execute((tx) => keepFile(tx, { file, account: giver, readWith: [] }, NOW.toISOString()));
  const elsewhere = mkdtempSync(join(tmpdir(), 'everforum-copies-'));
  t.after(() => rmSync(elsewhere, { recursive: true, force: true }));
  const copy = folderStore(elsewhere);
  assert.equal((await copyFiles(db, files, copy)).copied, 3);
  assert.equal((await copyFiles(db, files, copy)).copied, 0, 'what is there is not copied again');
  assert.equal(await missingFiles(db, copy), 0);

  // One is not what its name says, and one is gone: neither is passed on, and the kept one is missed.
  const hex = (text: string) => hashOf(new TextEncoder().encode(`%PDF-1.7\n${text}`)).toString('hex');
  writeFileSync(join(folder, hex('one').slice(0, 2), hex('one').slice(2)), 'damaged');
  rmSync(join(folder, hex('three').slice(0, 2), hex('three').slice(2)));
  const third = folderStore(join(elsewhere, 'third'));
  assert.equal((await copyFiles(db, files, third)).copied, 1);
  assert.equal(await missingFiles(db, third), 1, 'what nobody kept is not missed');
});

test('a portrait is kept small and upright, without what the camera wrote beside it', async (t) => {
  const { db, files, account } = await desk(t);
  const { id: giver } = await account('a@example.org');
  // Red on the left, blue on the right, and held so that the left is up.
  const red = await sharp({ create: { width: 500, height: 800, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const taken = await sharp({ create: { width: 1000, height: 800, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const before = await sharp(taken).metadata();
  assert.ok(before.exif && before.orientation === 6, 'what is handed in says how it was held, and more');
  const arrived = await receive({ db, files }, { account: giver, file: new File([taken], 'me.JPG'), kind: 'portrait' }, NOW);
  assert.ok(arrived.ok);
  assert.deepEqual([arrived.value.name, arrived.value.type], ['me.webp', 'image/webp']);
  const { sha256 } = await db.selectFrom('file').select('sha256').where('id', '=', arrived.value.id).executeTakeFirstOrThrow();
  const bytes = await new Response(await files.read(sha256)).arrayBuffer();
  const kept = await sharp(bytes).metadata();
  assert.deepEqual([kept.width, kept.height, kept.exif, kept.orientation], [480, 600, undefined, undefined]);
  const half = async (top: number) => sharp(await sharp(bytes).extract({ left: 0, top, width: 480, height: 200 }).png().toBuffer()).stats();
  const [{ dominant: up }, { dominant: down }] = [await half(0), await half(400)];
  assert.ok(up.r > up.b && down.b > down.r);

  const broken = new File([taken.subarray(0, 300)], 'me.jpg');
  const refusal = await receive({ db, files }, { account: giver, file: broken, kind: 'portrait' }, NOW);
  assert.deepEqual(!refusal.ok && refusal.problem.is, 'file-not-taken');
});

test('beside a name a portrait is a small square of its upper part', async () => {
  const shirt = await sharp({ create: { width: 480, height: 120, channels: 3, background: '#00f' } })
    .png()
    .toBuffer();
  const portrait = await sharp({ create: { width: 480, height: 600, channels: 3, background: '#f00' } })
    .composite([{ input: shirt, left: 0, top: 480 }])
    .webp()
    .toBuffer();
  const small = await smallPortraitOf(portrait);
  const { width, height, format } = await sharp(small).metadata();
  assert.deepEqual([width, height, format], [96, 96, 'webp']);
  const { channels } = await sharp(small).stats();
  assert.ok(channels[2]!.max < 64, 'nothing of what is below');
});
