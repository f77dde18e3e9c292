import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type AuditEntry, firstGap, headOf, record } from '#platform/audit.server.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { clearFiles, letGo, publishedFile } from '#platform/files/files.server.ts';
import { folderStore } from '#platform/files/store.ts';
import { publishProgramme } from './actions.server.ts';
import { sampleContent } from './content.example.ts';
import type { Activity } from './content.ts';
import { readContent, writeContent } from './store.server.ts';
import { currentPublication, publicationsOf } from './versions.server.ts';
import { commandLine, nobody } from '#platform/actor.ts';

const actor = { ...commandLine, name: 'test' };
const later = (minutes: number) => new Date(Date.UTC(2022, 10, 1, 0, minutes));

test('what is written is what is read', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  assert.deepEqual(await readContent(db, 'example-2022'), content);
});

test('writing the same again changes no row', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  const versions = () => sql<{ version: number }>`select version from activity order by id`.execute(db).then(({ rows }) => rows);
  await db.transaction().execute((tx) => writeContent(tx, content));
  const before = await versions();
  await db.transaction().execute((tx) => writeContent(tx, content));
  assert.deepEqual(await versions(), before);
  content.activities[0]!.capacity = 77;
  await db.transaction().execute((tx) => writeContent(tx, content));
  assert.notDeepEqual(await versions(), before);
});

test('two activities may take each other’s place, slug and number', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const [a, b] = [content.activities[0]!, content.activities[1]!];
  const swapped = ({ slug, number, guid, room, startsAt, endsAt }: Activity) => ({ slug, number, guid, room, startsAt, endsAt });
  const [ofA, ofB] = [swapped(a), swapped(b)];
  Object.assign(a, ofB);
  Object.assign(b, ofA);
  a.sessions = [];
  b.sessions = [];
  await db.transaction().execute((tx) => writeContent(tx, content));
  assert.deepEqual(await readContent(db, 'example-2022'), content);
});

test('the database refuses a room booked twice, unless both were told', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  const [a, b] = [content.activities[0]!, content.activities[1]!];
  Object.assign(b, { room: a.room, startsAt: a.startsAt, endsAt: a.endsAt, sessions: [] });
  const write = () => db.transaction().execute((tx) => writeContent(tx, content));
  await assert.rejects(write, /room_never_double_booked/);
  assert.equal(await readContent(db, 'example-2022'), null, 'nothing of a refused write is kept');
  // A cancelled activity leaves its room.
  b.state = 'cancelled';
  await write();
  b.state = 'published';
  await assert.rejects(write, /room_never_double_booked/);
  b.sharesRoom = 'posters beside each other';
  await write();
});

test('a session in another room books it', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  const [a, b] = [content.activities[0]!, content.activities[1]!];
  Object.assign(b, { startsAt: a.startsAt, endsAt: a.endsAt, sessions: [] });
  a.sessions[0]!.room = b.room;
  await assert.rejects(
    db.transaction().execute((tx) => writeContent(tx, content)),
    /room_never_double_booked/,
  );
});

test('publishing numbers versions, keeps them, and refuses to publish nothing new', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const publish = (minutes: number) => publishProgramme({ db, actor, now: later(minutes) }, { edition: 'example-2022' });

  const first = await publish(0);
  assert.ok(first.ok);
  assert.equal(first.value.number, 1);
  assert.deepEqual(await publish(1), { ok: false, problem: { is: 'unchanged', number: 1 } });

  const moved = content.activities[0]!;
  moved.startsAt = '2022-11-26T02:00:00Z';
  moved.sessions = [];
  await db.transaction().execute((tx) => writeContent(tx, content));
  const second = await publish(2);
  assert.ok(second.ok);
  assert.equal(second.value.number, 2);

  const publication = await currentPublication(db, 'example-2022');
  assert.deepEqual(publication?.revisions[moved.id], { sequence: 1, at: '2022-11-01T00:02:00Z' });
  assert.ok(publication?.changes.some((change) => change.subject.id === moved.id));
  assert.deepEqual(
    (await publicationsOf(db, 'example-2022')).map(({ number }) => number),
    [2, 1],
  );
  await assert.rejects(db.updateTable('publication').set({ activities: 0 }).execute(), /append-only/);
  await assert.rejects(db.deleteFrom('publication').execute(), /append-only/);
});

test('publishers of one edition take turns: no number is given twice or left out', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const change = async (at: number) => {
    await db
      .updateTable('activity')
      .set({ capacity: 1000 + at })
      .where('id', '=', content.activities[at % 2]!.id)
      .execute();
    return publishProgramme({ db, actor, now: later(0) }, { edition: 'example-2022' });
  };
  await Promise.all(Array.from({ length: 8 }, (_, at) => change(at)));
  const numbers = (await publicationsOf(db, 'example-2022')).map(({ number }) => number).reverse();
  assert.deepEqual(
    numbers,
    numbers.map((_, at) => at + 1),
  );
});

test('the same key gives the first answer and publishes once', async (t) => {
  const { db } = await testDatabase(t);
  await db.transaction().execute((tx) => writeContent(tx, sampleContent()));
  const call = { db, actor, now: later(0), key: 'once' };
  const answers = await Promise.all([
    publishProgramme(call, { edition: 'example-2022' }),
    publishProgramme(call, { edition: 'example-2022' }),
  ]);
  assert.ok(answers[0].ok && answers[1].ok);
  assert.equal((await publicationsOf(db, 'example-2022')).length, 1);
  assert.deepEqual(await publishProgramme(call, { edition: 'another' }), { ok: false, problem: { is: 'key-used-otherwise' } });
});

test('the public may not publish, and every publication is in the audit trail', async (t) => {
  const { db } = await testDatabase(t);
  await db.transaction().execute((tx) => writeContent(tx, sampleContent()));
  const refusal = await publishProgramme({ db, actor: nobody }, { edition: 'example-2022' });
  assert.deepEqual(refusal, { ok: false, problem: { is: 'not-allowed', verb: 'programme.publish' } });
  await publishProgramme({ db, actor, now: later(0) }, { edition: 'example-2022' });
  const entries = await db.selectFrom('audit_entry').select(['actor', 'verb', 'subject']).execute();
  assert.deepEqual(entries, [{ actor: 'test', verb: 'programme.publish', subject: 'edition example-2022' }]);
  assert.equal(await firstGap(db), null);
  // Somebody with the database's own powers can switch the guard off; the chain still tells.
  await sql`alter table audit_entry disable trigger audit_is_append_only`.execute(db);
  await db.updateTable('audit_entry').set({ actor: 'nobody' }).execute();
  assert.equal((await firstGap(db))?.is, 'broken');
});

test('entries taken away from the end of the trail show, also after others have followed', async (t) => {
  const { db } = await testDatabase(t);
  const entry = (subject: string): AuditEntry => ({
    ...{ at: later(0).toISOString(), actor: 'test', role: 'office', verb: 'test', subject, before: null, after: null },
  });
  const add = (subject: string) => db.transaction().execute((tx) => record(tx, entry(subject)));
  assert.equal(await firstGap(db), null);
  for (const subject of ['1', '2', '3', '4']) await add(subject);
  assert.equal(await firstGap(db), null);
  const { id } = await db.selectFrom('audit_entry').select('id').where('subject', '=', '2').executeTakeFirstOrThrow();
  const [last, head] = [await db.selectFrom('audit_entry').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow(), await headOf(db)];
  assert.equal(head!.entry, Number(last.id));
  assert.equal(head!.since, '2022-11-01T00:00:00Z');

  // Nobody writes the end but the trail, and nothing is added that does not follow from it.
  for (const change of [sql`update audit_head set entry = 1`, sql`delete from audit_head`, sql`truncate audit_head`])
    await assert.rejects(change.execute(db), /audit trail alone|append-only/);
  await assert.rejects(
    sql`insert into audit_entry (at, actor, role, verb, subject, previous_sha256, sha256) values (now(), 'x', 'office', 'x', 'x', '\\x00', '\\x01')`.execute(
      db,
    ),
    /does not follow/,
  );

  // Somebody with the database's own powers.
  await sql`alter table audit_entry disable trigger user`.execute(db);
  await sql`delete from audit_entry where id > ${id}`.execute(db);
  await sql`alter table audit_entry enable trigger user`.execute(db);
  assert.deepEqual(await firstGap(db), { is: 'cut-off', id: Number(id), until: Number(last.id) });
  await add('5');
  const { id: fifth } = await db.selectFrom('audit_entry').select('id').where('subject', '=', '5').executeTakeFirstOrThrow();
  assert.deepEqual(await firstGap(db), { is: 'broken', id: Number(fifth) });
  await sql`alter table audit_head disable trigger user`.execute(db);
  await sql`delete from audit_head`.execute(db);
  assert.equal((await firstGap(db))?.is, 'cut-off');
});

test('a portrait is public from the next version on and kept while one shows it; taken back it leaves the next', async (t) => {
  const { db } = await testDatabase(t);
  const folder = mkdtempSync(join(tmpdir(), 'everforum-portrait-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const files = folderStore(folder);
  const content = sampleContent();
  const person = content.people[0]!.id;
  await db.transaction().execute((tx) => writeContent(tx, content));
  const publish = async (minute: number) => {
    const outcome = await publishProgramme({ db, actor, now: later(minute) }, { edition: 'example-2022' });
    assert.ok(outcome.ok);
  };
  const shown = async () => (await currentPublication(db, 'example-2022'))!.content.people.find(({ id }) => id === person)!.portrait;
  const given = async (hex: string) => {
    const outcome = await publishedFile({ db, actor: nobody }, { sha256: hex });
    return outcome.ok && outcome.value.sha256 !== null;
  };

  const sha256 = await files.put(new TextEncoder().encode('a picture'));
  const hex = sha256.toString('hex');
  const id = '6a0f0b38-54ad-4a0f-8a52-0f8b8e1f5a11';
  const at = later(0).toISOString();
  await db
    .insertInto('file')
    .values({ id, sha256, name: 'a.webp', type: 'image/webp', bytes: 9, received_at: at, kept_at: at, person_id: person })
    .execute();
  await db.insertInto('person_page').values({ person_id: person, portrait_id: id, portrait_by: 'speaker' }).execute();
  await publish(0);
  assert.deepEqual([await shown(), await given(hex)], [undefined, false], 'from before anybody was told that it would be public');

  await db.updateTable('person_page').set({ portrait_public: true }).execute();
  assert.equal(await given(hex), false, 'not before it is published');
  await publish(1);
  assert.deepEqual([await shown(), await given(hex)], [hex, true]);

  await db.updateTable('person_page').set({ portrait_id: null, portrait_public: false }).execute();
  await db.transaction().execute((tx) => letGo(tx, id));
  const muchLater = new Date(later(0).getTime() + 100 * 3_600_000);
  await clearFiles({ db, files }, muchLater);
  assert.deepEqual([await given(hex), await files.has(sha256)], [true, true], 'the version that shows it still does');
  await publish(2);
  assert.deepEqual([await shown(), await given(hex)], [undefined, false]);
  await clearFiles({ db, files }, muchLater);
  assert.equal(await files.has(sha256), false);
});
