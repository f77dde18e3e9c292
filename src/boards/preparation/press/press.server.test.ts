import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { type Actor, commandLine } from '#platform/actor.ts';
import { testDatabasePrepared } from '../testing.ts';
import * as press from './actions.server.ts';
import { pressRoom } from './views.server.ts';

async function room(t: TestContext) {
  const { db } = await testDatabasePrepared(t);
  const text = JSON.stringify({ source: 'en', texts: { en: 'x' } });
  await db.insertInto('person').values({ id: crypto.randomUUID(), slug: 'somebody', name: text }).execute();
  const call = { db, actor: commandLine, now: new Date('2027-03-12T02:00:00Z') };
  const seen = async () => {
    const shown = await pressRoom(call, { edition: '2027' });
    assert.ok(shown.ok);
    return shown.value;
  };
  const pair = (words: string) => ({ zh: words, en: words });
  const event = {
    edition: '2027',
    heldOn: '2027-03-12',
    title: pair('briefing'),
    statement: { zh: '', en: 'Said.' },
    speakers: [
      { told: pair('Somebody'), person: 'somebody' },
      { told: { zh: '', en: '' }, person: '' },
    ],
    answers: [
      { question: pair('first?'), answer: pair('one') },
      { question: pair('second?'), answer: { zh: '', en: '' } },
    ],
  };
  return { db, call, seen, pair, event };
}

const told = (number: number) => ({
  number,
  figures: [{ key: 'activities', value: 126 }],
  sentences: { zh: ['共126场活动。'], en: ['126 activities.'] },
});

test('a press event is recorded with speakers, answers in order, and changed by one at a time', async (t) => {
  const { call, seen, event } = await room(t);
  const nobody = await press.putPressRecord(call, { ...event, speakers: [{ told: event.title, person: 'nobody' }] });
  assert.deepEqual(nobody.ok || nobody.problem, { is: 'no-person', person: 'nobody' });
  const made = await press.putPressRecord(call, event);
  assert.ok(made.ok);
  const [one] = (await seen()).records;
  assert.deepEqual(
    [one!.heldOn, one!.statement, one!.speakers.map(({ person }) => person?.slug), one!.answers.map(({ question }) => question.texts.en)],
    ['2027-03-12', { source: 'en', texts: { en: 'Said.' } }, ['somebody'], ['first?', 'second?']],
  );
  const change = { ...event, record: made.value.id, version: 1, answers: event.answers.toReversed() };
  assert.ok((await press.putPressRecord(call, change)).ok);
  const late = await press.putPressRecord(call, change);
  assert.deepEqual(late.ok || late.problem, { is: 'stale' });
  assert.deepEqual(
    (await seen()).records[0]!.answers.map(({ question }) => question.texts.en),
    ['second?', 'first?'],
  );
  const elsewhere = await press.putPressRecord(call, { ...event, activity: crypto.randomUUID() });
  assert.deepEqual(elsewhere.ok || elsewhere.problem, { is: 'no-event' });
});

test('figures as told are kept once for a version, cannot be changed, and keep their record', async (t) => {
  const { db, call, seen, event } = await room(t);
  const made = await press.putPressRecord(call, event);
  assert.ok(made.ok);
  const record = made.value.id;
  const none = await press.recordPressFigures(call, { edition: '2027', record, told: null });
  assert.deepEqual(none.ok || none.problem, { is: 'not-published' });
  assert.ok((await press.recordPressFigures(call, { edition: '2027', record, told: told(3) })).ok);
  const again = await press.recordPressFigures(call, {
    edition: '2027',
    record,
    told: { ...told(3), figures: [{ key: 'activities', value: 1 }] },
  });
  assert.deepEqual(again.ok || again.problem, { is: 'told-already', number: 3 });
  assert.ok((await press.recordPressFigures(call, { edition: '2027', record, told: told(4) })).ok);
  assert.deepEqual((await seen()).records[0]!.told, [
    { ...told(4), at: '2027-03-12T02:00:00Z' },
    { ...told(3), at: '2027-03-12T02:00:00Z' },
  ]);
  await assert.rejects(db.updateTable('press_figures').set({ figures: '[]' }).execute(), /append-only/);
  await assert.rejects(db.deleteFrom('press_figures').execute(), /append-only/);
  const removed = await press.removePressRecord(call, { edition: '2027', record, version: 1 });
  assert.deepEqual(removed.ok || removed.problem, { is: 'told-stays' });
});

test('a picture is kept for those who read the press room, and let go with its record', async (t) => {
  const { db, call, seen, pair, event } = await room(t);
  const made = await press.putPressRecord(call, event);
  assert.ok(made.ok);
  const record = made.value.id;
  const account = crypto.randomUUID();
  await db
    .insertInto('account')
    .values({ id: account, email: 'press@example.org', name: 'Press', language: 'en', created_at: '2027-01-01T00:00:00Z' })
    .execute();
  const picture = crypto.randomUUID();
  await db
    .insertInto('file')
    .values({
      id: picture,
      sha256: Buffer.alloc(32),
      name: 'a.png',
      type: 'image/png',
      bytes: 1,
      received_by: account,
      received_at: '2027-03-12T01:00:00Z',
    })
    .execute();
  const given = { edition: '2027', record, picture, caption: pair('On stage') };
  const another = await press.addPressPicture(call, given);
  assert.deepEqual(another.ok || another.problem, { is: 'no-file' }, 'the file of somebody else');
  const actor: Actor = { ...commandLine, account };
  assert.ok((await press.addPressPicture({ ...call, actor }, given)).ok);
  assert.equal((await seen()).records[0]!.pictures[0]!.file, picture);
  assert.ok((await press.removePressRecord(call, { edition: '2027', record, version: 1 })).ok);
  const file = await db.selectFrom('file').select('kept_at').where('id', '=', picture).executeTakeFirstOrThrow();
  assert.equal(file.kept_at, null);
});

test('letters stand in their order, released or not, and are changed by one at a time', async (t) => {
  const { call, seen, pair } = await room(t);
  const letter = (sender: string, position: number) => ({
    edition: '2027',
    kind: 'congratulation' as const,
    sender: pair(sender),
    writtenOn: '2027-04-01',
    body: { zh: '祝贺。', en: '' },
    position,
  });
  const second = await press.putEditionLetter(call, letter('second', 2));
  assert.ok(second.ok);
  assert.ok((await press.putEditionLetter(call, { ...letter('first', 1), released: 'on' })).ok);
  assert.deepEqual(
    (await seen()).letters.map(({ sender, released }) => [sender.texts.en, released]),
    [
      ['first', true],
      ['second', false],
    ],
  );
  const empty = await press.putEditionLetter(call, { ...letter('third', 3), body: { zh: '', en: ' ' } });
  assert.equal(empty.ok || empty.problem.is, 'bad-input');
  const known = { letter: second.value.id, version: 1 };
  assert.ok((await press.putEditionLetter(call, { ...letter('second', 1), ...known })).ok);
  const stale = await press.removeEditionLetter(call, { edition: '2027', ...known });
  assert.deepEqual(stale.ok || stale.problem, { is: 'stale' });
  assert.ok((await press.removeEditionLetter(call, { edition: '2027', letter: second.value.id, version: 2 })).ok);
  assert.equal((await seen()).letters.length, 1);
});
