import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { onRehearsal } from '#registry/rehearsals.server.ts';
import { both } from '#registry/text.ts';
import { sampleContent } from '../content.example.ts';
import { readContent, writeContent } from '../store.server.ts';
import { currentPublication } from '../versions.server.ts';
import { moveActivity, moveEdition } from './actions.server.ts';
import { actor, December, now, reason, testDatabasePublished } from './testing.ts';

test('a move makes a version, raises the sequence of every entry, keeps the first plan and the history, and writes to those concerned', async (t) => {
  const { db } = await testDatabasePublished(t);
  const content = sampleContent();
  const account = await provideAccount(
    db,
    { email: 'Speaker@x.example', name: 'S', language: 'en', person: content.people[0]!.id },
    now.toISOString(),
  );
  const host = await provideAccount(db, { email: 'host@x.example', name: 'H', language: 'zh' }, now.toISOString());
  const scope = { is: 'organisation', organisation: content.organisations[0]!.id, edition: null } as const;
  await grantRole(db, { account: host.id, role: 'host-editor', scope, by: 'test' }, now.toISOString());
  await provideAccount(db, { email: 'stranger@x.example', name: 'N', language: 'zh' }, now.toISOString());

  const outcome = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.deepEqual(outcome, { ok: true, value: { moved: 2, number: 2, messages: 2 } });

  const after = (await currentPublication(db, 'example-2022'))!;
  assert.equal(after.content.edition.startsOn, '2022-12-03');
  assert.deepEqual(after.content.edition.dateChanges, [
    {
      announcedOn: '2022-09-15',
      from: { startsOn: '2022-11-26', endsOn: '2022-11-27' },
      to: December,
      reason: both(reason.zh, reason.en),
    },
  ]);
  const [first] = after.content.activities;
  assert.equal(first!.startsAt, '2022-12-03T00:30:00Z');
  assert.equal(first!.firstPlannedStartsAt, '2022-11-26T00:30:00Z');
  assert.equal(after.revisions[first!.id]!.sequence, 1);
  assert.deepEqual(
    (await db.selectFrom('booking').select('during').orderBy('during').execute()).map(({ during }) => during.slice(2, 12)),
    ['2022-12-03', '2022-12-03'],
  );
  const messages = await db
    .selectFrom('message')
    .select(['to_address', 'state', 'subject', 'body', 'attachments'])
    .orderBy('to_address')
    .execute();
  assert.deepEqual(
    messages.map(({ to_address, state }) => [to_address, state]),
    [
      ['host@x.example', 'held'],
      [account.email, 'held'],
    ],
  );
  assert.match(messages[1]!.body, /Because of the pandemic/);
  const [{ text }] = messages[1]!.attachments as unknown as [{ text: string }];
  assert.match(text, /UID:.*\r\n[\s\S]*SEQUENCE:1\r\n/);
  // The speaker is in the first activity alone.
  assert.equal(text.match(/BEGIN:VEVENT/g)!.length, 1);
});

test('to days not known the activities are postponed; with new days they are on again', async (t) => {
  const { db } = await testDatabasePublished(t);
  const call = { db, actor };
  assert.ok((await moveEdition({ ...call, now }, { edition: 'example-2022', to: null, reason })).ok);
  const postponed = (await currentPublication(db, 'example-2022'))!.content;
  assert.deepEqual(
    postponed.activities.map(({ state }) => state),
    ['postponed', 'postponed'],
  );
  assert.equal(postponed.edition.startsOn, null);
  const later = new Date('2022-11-16T09:00:00Z');
  assert.ok((await moveEdition({ ...call, now: later }, { edition: 'example-2022', to: December, reason })).ok);
  const { content, number } = (await currentPublication(db, 'example-2022'))!;
  assert.equal(number, 3);
  assert.deepEqual(
    content.activities.map(({ state, startsAt }) => [state, startsAt]),
    [
      ['published', '2022-12-03T00:30:00Z'],
      ['published', '2022-12-03T06:00:00Z'],
    ],
  );
  assert.equal(content.edition.dateChanges.length, 2);
});

test('what was put off by itself, called off, or put off while there were no days stays so when the days are known again', async (t) => {
  const { db } = await testDatabasePublished(t);
  const [first, second] = sampleContent().activities;
  const move = async (activity: string, what: 'postpone' | 'cancel') => {
    const { version } = await db.selectFrom('activity').select('version').where('id', '=', activity).executeTakeFirstOrThrow();
    const outcome = await moveActivity({ db, actor, now }, { activity, version, move: { do: what }, reason, publish: true });
    assert.ok(outcome.ok, JSON.stringify(outcome));
  };
  const to = async (days: typeof December | null) => {
    assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: days, reason })).ok);
    return (await currentPublication(db, 'example-2022'))!.content.activities.map(({ state, startsAt }) => [state, startsAt]);
  };
  await move(first!.id, 'postpone');
  assert.deepEqual(await to(null), [
    ['postponed', first!.startsAt],
    ['postponed', second!.startsAt],
  ]);
  assert.deepEqual(await to(December), [
    ['postponed', first!.startsAt],
    ['published', '2022-12-03T06:00:00Z'],
  ]);
  await to(null);
  await move(second!.id, 'postpone');
  await move(first!.id, 'cancel');
  assert.deepEqual(await to({ startsOn: '2022-12-10', endsOn: '2022-12-11' }), [
    ['cancelled', first!.startsAt],
    ['postponed', '2022-12-03T06:00:00Z'],
  ]);
});

test('what breaks must be settled, and nothing is changed until it is', async (t) => {
  const { db } = await testDatabasePublished(t);
  const other = sampleContent();
  // Another edition has the first forum's room at the new time.
  Object.assign(other.edition, { id: other.edition.id.replace(/1$/, '9'), slug: 'other', startsOn: '2022-12-01', endsOn: '2022-12-10' });
  for (const list of [other.focuses, other.topics]) list.forEach((item) => (item.id = item.id.replace(/^0/, 'a')));
  other.activities = [
    { ...other.activities[0]!, focus: null, topic: null, sessions: [], startsAt: '2022-12-03T01:00:00Z', endsAt: '2022-12-03T02:00:00Z' },
  ];
  other.activities[0]!.id = other.activities[0]!.id.replace(/^0/, 'b');
  await db.transaction().execute((tx) => writeContent(tx, { ...other, results: [] }));

  const before = await readContent(db, 'example-2022');
  const refused = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled');
  const [found] = refused.problem.breaks;
  assert.equal(found!.kind, 'rooms');
  assert.deepEqual(await readContent(db, 'example-2022'), before);
  const accepted = { [found!.key]: { choose: 'accept', reason: 'no matter' } } as const;
  assert.ok(!(await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason, decisions: accepted })).ok);
  const decisions = { [found!.key]: { choose: 'postpone' } } as const;
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason, decisions })).ok);
  const after = (await readContent(db, 'example-2022'))!;
  assert.deepEqual(
    after.activities.map(({ state }) => state),
    ['postponed', 'published'],
  );
});

test('put on the last day together with what is in its room then, an activity is asked about again, and nothing is moved', async (t) => {
  const content = sampleContent();
  const [first, second] = content.activities;
  // The same room at the same hour, a day apart.
  Object.assign(second!, { room: first!.room, sessions: [], startsAt: '2022-11-27T00:30:00Z', endsAt: '2022-11-27T02:00:00Z' });
  const { db } = await testDatabasePublished(t, content);
  const to = { startsOn: '2022-12-03', endsOn: '2022-12-03' };
  const decided = (choose: 'shift' | 'postpone') => ({ [`beyond ${second!.id}`]: { choose } });
  const refused = await moveEdition({ db, actor, now }, { edition: 'example-2022', to, reason, decisions: decided('shift') });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled', JSON.stringify(refused));
  assert.deepEqual(
    refused.problem.breaks.map(({ key, why }) => [key, why.texts.en]),
    [[`beyond ${second!.id}`, `On the last day its room is taken at that hour by “${first!.title.texts.en}”.`]],
  );
  assert.equal((await readContent(db, 'example-2022'))!.edition.startsOn, '2022-11-26');
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to, reason, decisions: decided('postpone') })).ok);
});

test('boards say what of theirs would break, and hear the decision in the same transaction', async (t) => {
  const { db } = await testDatabasePublished(t);
  let asked = 0;
  t.after(() => (asked = -1));
  onRehearsal(async (_, { shift }) => {
    if (asked === -1) return [];
    asked = shift!;
    return [
      {
        key: 'test deadline',
        kind: 'test',
        title: both('截止日', 'Deadline'),
        why: both('早于', 'Earlier'),
        choices: ['accept', 'shift'],
        mustDecide: true,
      },
    ];
  });
  const refused = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled');
  assert.equal(asked, 7);
  const decisions = { 'test deadline': { choose: 'accept', reason: 'as agreed' } } as const;
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason, decisions })).ok);
  const { payload } = await db.selectFrom('outbox_event').select('payload').where('type', '=', 'edition-moved').executeTakeFirstOrThrow();
  assert.deepEqual((payload as { decisions: unknown }).decisions, decisions);
});

test('deadlines move with the edition, people are asked again, and mails with the old dates do not go out', async (t) => {
  await import('./tied.server.ts');
  const { db } = await testDatabasePublished(t);
  const { edition, activities, people } = sampleContent();
  const at = now.toISOString();
  await sql`insert into task (id, edition_id, title, due_at, asked_of, set_by, set_at) values
    (gen_random_uuid(), ${edition.id}, ${JSON.stringify(both('幻灯片', 'Slides'))}, '2022-11-20T04:00:00Z', 'all', 'test', ${at}),
    (gen_random_uuid(), ${edition.id}, ${JSON.stringify(both('已过', 'Past'))}, '2022-09-01T04:00:00Z', 'all', 'test', ${at})`.execute(db);
  await sql`insert into appearance (id, activity_id, person_id, state, email, invited_at, answered_at)
    values (gen_random_uuid(), ${activities[0]!.id}, ${people[0]!.id}, 'confirmed', 's@x.example', ${at}, ${at})`.execute(db);
  const message = { to: { address: 'a@x.example', name: 'A' }, language: 'en', subject: 'Soon', body: 'On 26 November' } as const;
  const batch = {
    edition: edition.id,
    kind: 'nudge',
    about: 'edition',
    title: both('题', 'T'),
    by: 'test',
    held: true,
    messages: [message],
  };
  await writeMessages(db, batch, at);
  const later = new Date(now.getTime() + 1000);
  const refused = await moveEdition({ db, actor, now: later }, { edition: 'example-2022', to: December, reason });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled');
  assert.deepEqual(
    refused.problem.breaks.map(({ key }) => key),
    ['messages held'],
  );
  const task = (await db.selectFrom('task').select('id').where('due_at', '>', at).executeTakeFirstOrThrow()).id;
  const decisions = { 'messages held': { choose: 'discard' }, [`task-deadline ${task}`]: { choose: 'shift' } } as const;
  assert.ok((await moveEdition({ db, actor, now: later }, { edition: 'example-2022', to: December, reason, decisions })).ok);
  assert.deepEqual(
    (await db.selectFrom('task').select('due_at').orderBy('due_at').execute()).map(({ due_at }) => due_at),
    ['2022-09-01T04:00:00Z', '2022-11-27T04:00:00Z'],
  );
  assert.equal((await db.selectFrom('appearance').select('state').executeTakeFirstOrThrow()).state, 'invited');
  assert.equal(
    (await db.selectFrom('message').select('state').where('to_address', '=', 'a@x.example').executeTakeFirstOrThrow()).state,
    'discarded',
  );
});

test('a move is announced on the day that it is at the edition, not in Greenwich', async (t) => {
  const { db } = await testDatabasePublished(t);
  const late = new Date('2022-09-14T22:00:00Z');
  assert.ok((await moveEdition({ db, actor, now: late }, { edition: 'example-2022', to: December, reason })).ok);
  assert.equal((await currentPublication(db, 'example-2022'))!.content.edition.dateChanges[0]!.announcedOn, '2022-09-15');
});
