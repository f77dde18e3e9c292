import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { commandLine } from '#platform/actor.ts';
import type { DB } from '#platform/database/schema.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { actorOf, grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { onRehearsal } from '#registry/rehearsals.server.ts';
import { takesPlace } from '#registry/takes-place.ts';
import { both } from '#registry/text.ts';
import { ACTIVITY_STATES, EDITION_STATUSES } from '../content.ts';
import { publishProgramme } from '../actions.server.ts';
import { sampleContent } from '../content.example.ts';
import { acceptClash, setRules, withdrawClashAcceptance } from '../schedule/actions.server.ts';
import { openClashes } from '../schedule/clashes.ts';
import { readDesk } from '../schedule/store.server.ts';
import { lockEdition, readContent, writeContent } from '../store.server.ts';
import { currentPublication } from '../versions.server.ts';
import { nextPublication } from '../versions.ts';
import { moveActivity, moveEdition } from './actions.server.ts';

const actor = { ...commandLine, name: 'test' };
const reason = { zh: '受疫情影响', en: 'Because of the pandemic' };
const now = new Date('2022-09-15T10:00:00Z');
const December = { startsOn: '2022-12-03', endsOn: '2022-12-04' };

async function published(t: TestContext) {
  const database = await testDatabase(t);
  const { db } = database;
  await db.transaction().execute((tx) => writeContent(tx, sampleContent()));
  await publishProgramme({ db, actor, now: new Date('2022-08-22T02:00:00Z') }, { edition: 'example-2022' });
  return database;
}

test('a move makes a version, raises the sequence of every entry, keeps the first plan and the history, and writes to those concerned', async (t) => {
  const { db } = await published(t);
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
  const { db } = await published(t);
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
  const { db } = await published(t);
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

test('the database has the same idea of what takes place', async (t) => {
  const { db } = await published(t);
  const { id } = sampleContent().activities[0]!;
  for (const state of ACTIVITY_STATES)
    for (const postponedAlone of [undefined, true] as const)
      for (const kind of ['parallel-forum', 'year-round'])
        for (const status of EDITION_STATUSES)
          for (const startsOn of ['2022-11-26', null]) {
            if (postponedAlone && state !== 'postponed') continue;
            const { rows } = await sql<{ counts: boolean }>`select takes_place(
              json_populate_record(a, ${JSON.stringify({ state, kind, postponed_alone: postponedAlone ?? false })}::json),
              json_populate_record(e, ${JSON.stringify({ status, starts_on: startsOn })}::json)) as counts
              from activity a join edition e on e.id = a.edition_id where a.id = ${id}`.execute(db);
            const activity = { state, kind, ...(postponedAlone ? { postponedAlone } : {}) };
            assert.equal(rows[0]!.counts, takesPlace({ startsOn, status }, activity), JSON.stringify({ ...activity, startsOn, status }));
          }
});

test('what breaks must be settled, and nothing is changed until it is', async (t) => {
  const { db } = await published(t);
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

test('boards say what of theirs would break, and hear the decision in the same transaction', async (t) => {
  const { db } = await published(t);
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

test('an edit that comes between reading and writing is not lost: it waits for the move', async (t) => {
  const { db } = await published(t);
  const content = sampleContent();
  const [first] = content.activities;
  // Somebody edits the title and has not committed when the move begins.
  let release = () => {};
  const editing = db.transaction().execute(async (tx) => {
    await sql`update activity set title = jsonb_set(title, '{texts,en}', '"Edited"'), version = version + 1 where id = ${first!.id}`.execute(
      tx,
    );
    await new Promise<void>((resolve) => (release = resolve));
  });
  const moving = moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  // The move waits for the row that is being edited.
  for (;;) {
    const { rows } = await sql<{
      waiting: boolean;
    }>`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`.execute(db);
    if (rows[0]!.waiting) break;
  }
  release();
  await editing;
  assert.ok((await moving).ok);
  const after = (await currentPublication(db, 'example-2022'))!.content.activities[0]!;
  assert.equal(after.title.texts.en, 'Edited');
  assert.equal(after.startsAt, '2022-12-03T00:30:00Z');
});

test('a publisher that does not take its turn would put the old days back; one that does publishes the new', async (t) => {
  const { db } = await published(t);
  // Without the guard: what is published was read before the move, and written after it.
  const stale = (await readContent(db, 'example-2022'))!;
  stale.activities[0]!.title = both('改名', 'Retitled');
  await sql`update activity set title = ${JSON.stringify(stale.activities[0]!.title)} where id = ${stale.activities[0]!.id}`.execute(db);
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason })).ok);
  const moved = (await currentPublication(db, 'example-2022'))!;
  const unguarded = nextPublication(moved, stale, '2022-09-15T10:00:01Z', randomUUID());
  assert.equal(moved.content.edition.startsOn, '2022-12-03');
  assert.equal(unguarded.content.edition.startsOn, '2022-11-26', 'the public would read the old days as the newest version');
  assert.ok(unguarded.number > moved.number && unguarded.changes.length > 0);

  // With it: the publisher waits for the move that is under way, and finds nothing of its own to undo.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const editing = db.transaction().execute(async (tx) => {
    await lockEdition(tx, 'example-2022');
    await tx.updateTable('edition').set({ starts_on: '2022-12-10', ends_on: '2022-12-11' }).where('slug', '=', 'example-2022').execute();
    await held;
  });
  const publishing = publishProgramme({ db, actor, now: new Date('2022-09-15T11:00:00Z') }, { edition: 'example-2022' });
  for (;;) {
    const { rows } = await sql<{
      waiting: boolean;
    }>`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`.execute(db);
    if (rows[0]!.waiting) break;
  }
  release();
  await editing;
  assert.ok((await publishing).ok);
  assert.equal((await currentPublication(db, 'example-2022'))!.content.edition.startsOn, '2022-12-10');
});

test('a move during a publish: one after the other, each whole', async (t) => {
  const { db } = await published(t);
  await sql`update activity set title = jsonb_set(title, '{texts,en}', '"Retitled"')`.execute(db);
  const [move, publish] = await Promise.all([
    moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason }),
    publishProgramme({ db, actor, now }, { edition: 'example-2022' }),
  ]);
  assert.ok(move.ok);
  // Published first: versions 2 and 3. Moved first: the move published the titles too, and nothing was left to publish.
  const numbers = (await db.selectFrom('publication').select('number').orderBy('number').execute()).map(({ number }) => number);
  assert.deepEqual(numbers, publish.ok ? [1, 2, 3] : [1, 2]);
  const { content } = (await currentPublication(db, 'example-2022'))!;
  assert.deepEqual(
    content.activities.map(({ startsAt, title }) => [startsAt!.slice(0, 10), title.texts.en]),
    [
      ['2022-12-03', 'Retitled'],
      ['2022-12-03', 'Retitled'],
    ],
  );
});

test('one activity goes to another time and room, with its sessions; a stale look, a taken room and a draft are refused', async (t) => {
  const { db } = await published(t);
  const [first, second] = sampleContent().activities;
  const call = { db, actor, now };
  const version = async () =>
    (await db.selectFrom('activity').select('version').where('id', '=', first!.id).executeTakeFirstOrThrow()).version;
  const move = { do: 'reschedule', startsAt: '2022-11-27T01:30:00Z', endsAt: '2022-11-27T04:30:00Z', room: second!.room } as const;
  const stale = await moveActivity(call, { activity: first!.id, version: 99, move, reason });
  assert.deepEqual(stale, { ok: false, problem: { is: 'stale' } });
  const there = { ...move, startsAt: '2022-11-26T05:00:00Z', endsAt: '2022-11-26T07:00:00Z' };
  assert.deepEqual(await moveActivity(call, { activity: first!.id, version: await version(), move: there, reason }), {
    ok: false,
    problem: { is: 'room-taken' },
  });
  const outcome = await moveActivity(call, { activity: first!.id, version: await version(), move, reason, publish: true });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { content, revisions } = (await currentPublication(db, 'example-2022'))!;
  const [moved] = content.activities;
  assert.deepEqual(
    [moved!.startsAt, moved!.room, moved!.firstPlannedStartsAt, moved!.sessions[0]!.startsAt, revisions[moved!.id]!.sequence],
    [move.startsAt, move.room, first!.startsAt, move.startsAt, 1],
  );
});

test('an activity is postponed, called off and on again; unpublished, the public knows nothing of it yet', async (t) => {
  const { db } = await published(t);
  const [first] = sampleContent().activities;
  const act = async (what: 'postpone' | 'cancel' | 'reinstate', publish: boolean) => {
    const { version } = await db.selectFrom('activity').select('version').where('id', '=', first!.id).executeTakeFirstOrThrow();
    return moveActivity({ db, actor, now }, { activity: first!.id, version, move: { do: what }, reason, publish });
  };
  const state = async () => (await currentPublication(db, 'example-2022'))!.content.activities[0]!.state;
  assert.ok((await act('postpone', false)).ok);
  assert.equal(await state(), 'published');
  assert.ok((await act('cancel', true)).ok);
  assert.equal(await state(), 'cancelled');
  assert.deepEqual(await act('cancel', true), { ok: false, problem: { is: 'nothing-moves' } });
  assert.ok((await act('reinstate', true)).ok);
  assert.equal(await state(), 'published');
});

test('who may schedule may not publish by the way', async (t) => {
  const { db } = await published(t);
  const content = sampleContent();
  const account = await provideAccount(db, { email: 'board@x.example', name: 'B', language: 'en' }, now.toISOString());
  await grantRole(
    db,
    { account: account.id, role: 'board-manager', scope: { is: 'board', edition: content.edition.id, board: 'forum' }, by: 'test' },
    now.toISOString(),
  );
  const call = { db, actor: await actorOf(db, account), now };
  const input = { activity: content.activities[0]!.id, version: 1, move: { do: 'cancel' }, reason } as const;
  assert.deepEqual(await moveActivity(call, { ...input, publish: true }), { ok: false, problem: { is: 'may-not-publish' } });
  // Nor issue a notice by the way: they may draft one.
  const notice = { title: reason, body: reason };
  assert.deepEqual(await moveActivity(call, { ...input, notice }), { ok: false, problem: { is: 'may-not-issue' } });
  assert.ok((await moveActivity(call, input)).ok);
});

test('deadlines move with the edition, people are asked again, and mails with the old dates do not go out', async (t) => {
  await import('./tied.server.ts');
  const { db } = await published(t);
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

test('a closed room on a new day is a clash that must be settled', async (t) => {
  const { db } = await published(t);
  const { edition, places } = sampleContent();
  await sql`insert into place_closure (id, edition_id, place_id, starts_at, ends_at, reason)
    values (gen_random_uuid(), ${edition.id}, ${places[2]!.id}, '2022-12-03T00:00:00Z', '2022-12-03T12:00:00Z', 'works')`.execute(db);
  const refused = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled');
  const [found] = refused.problem.breaks;
  assert.equal(found!.kind, 'clashes');
  const decisions = { [found!.key]: { choose: 'accept', reason: 'The works end earlier' } } as const;
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason, decisions })).ok);
  // Whoever publishes next is not asked for the reason once more.
  const kept = await db.selectFrom('clash_acceptance').select(['rule', 'reason', 'accepted_by']).execute();
  assert.deepEqual(kept, [{ rule: 'closure', reason: 'The works end earlier', accepted_by: 'test' }]);
});

/** Somebody is needed in both activities at once; accepted by somebody else than who moves. */
async function acceptedDouble(t: TestContext) {
  const database = await testDatabase(t);
  const { db } = database;
  const content = sampleContent();
  Object.assign(content.activities[1]!, { startsAt: '2022-11-26T01:00:00Z', endsAt: '2022-11-26T03:00:00Z' });
  for (const activity of content.activities) activity.people.push({ person: content.people[0]!.id, role: 'chair' });
  await db.transaction().execute((tx) => writeContent(tx, content));
  await publishProgramme({ db, actor, now: new Date('2022-08-22T02:00:00Z') }, { edition: 'example-2022' });
  const double = async () =>
    openClashes((await readDesk(db, content.edition.id))!.desk)
      .all()
      .find(({ rule }) => rule === 'person');
  const { key, fingerprint } = (await double())!;
  const input = { edition: 'example-2022', key, fingerprint, reason: 'She chairs one from the hall' };
  const by = { ...actor, name: 'planner' };
  assert.ok((await acceptClash({ db, actor: by, now: new Date('2022-09-01T00:00:00Z') }, input)).ok);
  const accepted = { reason: input.reason, by: 'planner', at: '2022-09-01T00:00:00Z' };
  assert.deepEqual((await double())!.accepted, accepted);
  return { db, double, accepted };
}

test('an accepted clash keeps its reason when the whole edition moves, also by way of days not known', async (t) => {
  const { db, double, accepted } = await acceptedDouble(t);
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason })).ok);
  assert.deepEqual((await double())!.accepted, accepted);
  const { after } = await db.selectFrom('audit_entry').select('after').where('verb', '=', 'edition.move').executeTakeFirstOrThrow();
  assert.deepEqual(
    (after as { stillAccepted: { rule: string; reason: string }[] }).stillAccepted.map(({ rule, reason }) => [rule, reason]),
    [['person', accepted.reason]],
  );
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: null, reason })).ok);
  assert.equal(await double(), undefined);
  const back = await moveEdition(
    { db, actor, now },
    { edition: 'example-2022', to: { startsOn: '2023-04-01', endsOn: '2023-04-02' }, reason },
  );
  assert.ok(back.ok, JSON.stringify(back));
  assert.deepEqual((await double())!.accepted, accepted);
});

test('an edition that comes back from days not known is asked of clashes that are new, not of all that it had', async (t) => {
  const { db, double } = await acceptedDouble(t);
  const withdrawn = await withdrawClashAcceptance({ db, actor, now }, { edition: 'example-2022', key: (await double())!.key });
  assert.ok(withdrawn.ok);
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: null, reason })).ok);
  await closed(db, '2022-12-03');
  const back = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!back.ok && back.problem.is === 'unsettled');
  assert.deepEqual(
    back.problem.breaks.map(({ key }) => key.split(' ')[2]),
    ['closure'],
  );
});

test('what is not the same after the move, but for the days, is asked again: other hours, or a closure that is of days', async (t) => {
  const { db, double } = await acceptedDouble(t);
  await sql`update activity set ends_at = '2022-11-26T02:30:00Z' where number = 2`.execute(db);
  const { places, edition } = sampleContent();
  await sql`insert into place_closure (id, edition_id, place_id, starts_at, ends_at, reason)
    values (gen_random_uuid(), ${edition.id}, ${places[2]!.id}, '2022-11-20T00:00:00Z', '2022-12-20T00:00:00Z', 'works')`.execute(db);
  const closed = openClashes((await readDesk(db, edition.id))!.desk)
    .all()
    .find(({ rule }) => rule === 'closure')!;
  const input = { edition: 'example-2022', key: closed.key, fingerprint: closed.fingerprint, reason: 'That day the works rest' };
  assert.ok((await acceptClash({ db, actor, now }, input)).ok);
  const refused = await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled', JSON.stringify(refused));
  assert.deepEqual(
    refused.problem.breaks.map(({ key }) => key.split(' ')[2]),
    ['closure'],
  );
  const decisions = { [refused.problem.breaks[0]!.key]: { choose: 'accept', reason: 'Then too' } } as const;
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason, decisions })).ok);
  assert.equal((await double())!.accepted, null);
});

/** The first activity's room is closed for a day. */
async function closed(db: Kysely<DB>, day: string) {
  const { edition, places } = sampleContent();
  await sql`insert into place_closure (id, edition_id, place_id, starts_at, ends_at, reason)
    values (gen_random_uuid(), ${edition.id}, ${places[2]!.id}, ${`${day}T00:00:00Z`}, ${`${day}T12:00:00Z`}, 'works')`.execute(db);
}

const firstTo = (day: string, room: string | null = sampleContent().activities[0]!.room) =>
  ({ do: 'reschedule', startsAt: `${day}T00:30:00Z`, endsAt: `${day}T03:30:00Z`, room }) as const;

async function moveFirst(db: Kysely<DB>, more: Omit<Parameters<typeof moveActivity>[1], 'activity' | 'version' | 'reason'>, by = actor) {
  const { id } = sampleContent().activities[0]!;
  const { version } = await db.selectFrom('activity').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return moveActivity({ db, actor: by, now }, { activity: id, version, reason, ...more });
}

test('one activity is held to the rules of the schedule as an edition is: what blocks publishing needs a reason, which is kept', async (t) => {
  const { db } = await published(t);
  await closed(db, '2022-11-28');
  const move = firstTo('2022-11-28');
  const refused = await moveFirst(db, { move });
  assert.ok(!refused.ok && refused.problem.is === 'unsettled', JSON.stringify(refused));
  const { key } = refused.problem.breaks.find(({ mustDecide }) => mustDecide)!;
  assert.ok(!(await moveFirst(db, { move, decisions: { [key]: { choose: 'accept' } } })).ok);
  const settled = await moveFirst(db, { move, decisions: { [key]: { choose: 'accept', reason: 'Finished by then' } }, publish: true });
  assert.ok(settled.ok, JSON.stringify(settled));
  const kept = await db.selectFrom('clash_acceptance').select(['rule', 'reason']).execute();
  assert.deepEqual(kept, [{ rule: 'closure', reason: 'Finished by then' }]);
});

test('what the office has set to block placing stops the move of one activity', async (t) => {
  const { db } = await published(t);
  await closed(db, '2022-11-28');
  const { levels, walking, audiences } = (await readDesk(db, sampleContent().edition.id))!.desk;
  const rules = { edition: 'example-2022', version: 0, levels: { ...levels, closure: 'blocks-placing' as const }, walking, audiences };
  assert.ok((await setRules({ db, actor }, rules)).ok);
  const outcome = await moveFirst(db, { move: firstTo('2022-11-28') });
  assert.ok(!outcome.ok && outcome.problem.is === 'blocked', JSON.stringify(outcome));
  assert.equal(outcome.problem.why.length, 1);
});

test('the people of one moved activity are asked again, unless it is decided otherwise; a room of nowhere is refused', async (t) => {
  const { db } = await published(t);
  const { activities, people } = sampleContent();
  for (const activity of activities)
    await sql`insert into appearance (id, activity_id, person_id, state, email, invited_at, answered_at)
      values (gen_random_uuid(), ${activity.id}, ${people[0]!.id}, 'confirmed', 's@x.example', ${now.toISOString()}, ${now.toISOString()})`.execute(
      db,
    );
  const states = async () =>
    (await db.selectFrom('appearance').select(['activity_id', 'state']).orderBy('activity_id').execute()).map(({ state }) => state);
  assert.deepEqual(await moveFirst(db, { move: firstTo('2022-11-28', '00000000-0000-4000-8000-00000000dead') }), {
    ok: false,
    problem: { is: 'no-such-room' },
  });
  const decisions = { 'speakers confirmed': { choose: 'accept' } } as const;
  assert.ok((await moveFirst(db, { move: firstTo('2022-11-28'), decisions })).ok);
  assert.deepEqual(await states(), ['confirmed', 'confirmed']);
  assert.ok((await moveFirst(db, { move: firstTo('2022-11-29') })).ok);
  assert.deepEqual(await states(), ['invited', 'confirmed']);
});

test('a mail about one activity tells of that activity and of its rooms; one about a cancellation asks nobody whether they can come', async (t) => {
  const { db } = await published(t);
  const content = sampleContent();
  await provideAccount(db, { email: 's@x.example', name: 'S', language: 'en', person: content.people[0]!.id }, now.toISOString());
  const mails = async () => (await db.selectFrom('message').select('body').orderBy('due_at').execute()).map(({ body }) => body);
  assert.ok((await moveFirst(db, { move: firstTo('2022-11-28', content.activities[1]!.room) })).ok);
  const [moved] = await mails();
  assert.doesNotMatch(moved!, /Dates not known/);
  assert.match(moved!, /An activity of .* has changed/);
  const rooms = [content.activities[0]!, content.activities[1]!].map(
    ({ room }) => content.places.find(({ id }) => id === room)!.name.texts.en,
  );
  assert.match(moved!, new RegExp(`was: .*${rooms[0]}[^]*now: .*${rooms[1]}`));
  assert.match(moved!, /If you cannot come/);
  await db.deleteFrom('message').execute();
  assert.ok((await moveFirst(db, { move: { do: 'cancel' } })).ok);
  assert.doesNotMatch((await mails())[0]!, /If you cannot come/);
});

test('a move is announced on the day that it is at the edition, not in Greenwich', async (t) => {
  const { db } = await published(t);
  const late = new Date('2022-09-14T22:00:00Z');
  assert.ok((await moveEdition({ db, actor, now: late }, { edition: 'example-2022', to: December, reason })).ok);
  assert.equal((await currentPublication(db, 'example-2022'))!.content.edition.dateChanges[0]!.announcedOn, '2022-09-15');
});
