import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import '#boards/listeners.server.ts';
import { type Actor, commandLine, nobody } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { accountById, actorOf, grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import type { GrantedRole } from '#platform/permissions.ts';
import { sampleContent } from '../content.example.ts';
import { writeContent } from '../store.server.ts';
import { deskOverview } from '../desk/views.server.ts';
import { editAgenda } from './agenda/actions.server.ts';
import type { AgendaSession } from './agenda/model.ts';
import { agendaDesk } from './agenda/views.server.ts';
import { holdAgenda, readAgenda, stampOf, writeAgenda } from './agenda/store.server.ts';
import { editDetails } from './details/actions.server.ts';
import { readDetails } from './details/store.server.ts';
import { importGuests, writeGuest } from './guests/actions.server.ts';
import { guestDesk } from './guests/views.server.ts';
import { nudgeTeams } from './progress/actions.server.ts';
import { readProgress } from './progress/store.server.ts';
import { answerQuestion, askQuestion } from './questions/actions.server.ts';
import { addSpeaker, inviteSpeaker } from './speakers/actions.server.ts';
import { acceptSpeakerLink } from './speakers/link-actions.server.ts';
import { answerInvitation, tellTravel } from './speakers/own-actions.server.ts';
import { readSpeakers } from './speakers/store.server.ts';
import { speakersDesk } from './speakers/views.server.ts';
import { setTask, tickTask } from './tasks/actions.server.ts';
import { remind } from './tasks/reminders.server.ts';

const NOW = new Date('2022-10-01T00:00:00Z');

async function desk(t: TestContext) {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const [activity, other] = [content.activities[0]!, content.activities[1]!];
  const at = { edition: content.edition.slug, activity: activity.slug };
  const member = async (role: GrantedRole, of = activity): Promise<Actor> => {
    const account = await provideAccount(db, { email: `${role}-${of.number}@example.org`, name: role, language: 'en' }, NOW.toISOString());
    await grantRole(db, { account: account.id, role, scope: { is: 'activity', activity: of.id }, by: 'test' }, NOW.toISOString());
    return actorOf(db, account);
  };
  const office = { ...commandLine, name: 'office@example.org' };
  const call = (actor: Actor) => ({ db, actor, now: NOW });
  const shown = async () => {
    const answer = await agendaDesk(call(office), at);
    assert.ok(answer.ok);
    return answer.value;
  };
  return { db, content, activity, other, at, member, office, call, shown };
}

const titled = (session: AgendaSession, en: string): AgendaSession => ({
  ...session,
  title: { ...session.title, texts: { ...session.title.texts, en } },
});

test('a team edits its own activity and no other', async (t) => {
  const { member, call, at, other, shown, content } = await desk(t);
  const [mine, theirs] = [await member('host-editor'), await member('host-editor', other)];
  const { agenda, stamp } = await shown();
  const sessions = agenda.map((session, index) => (index === 0 ? titled(session, 'A better title') : session));
  const refused = await editAgenda(call(theirs), { ...at, stamp, sessions });
  assert.deepEqual(refused, { ok: false, problem: { is: 'not-allowed', verb: 'activity.edit-agenda' } });
  assert.equal((await editAgenda(call(nobody), { ...at, stamp, sessions })).ok, false);
  assert.equal((await editAgenda(call(await member('host-assistant')), { ...at, stamp, sessions })).ok, false);
  assert.ok((await editAgenda(call(mine), { ...at, stamp, sessions })).ok);
  assert.equal((await shown()).agenda[0]!.title.texts['en'], 'A better title');
  assert.equal(content.activities[0]!.sessions.length, (await shown()).agenda.length);
});

test('without the guard the second of two editors overwrites the first unseen; with it the second is told', async (t) => {
  const { db, member, call, at, activity, shown } = await desk(t);
  const editor = await member('host-editor');
  const { agenda, stamp } = await shown();
  const first = agenda.map((session, index) => (index === 0 ? titled(session, 'The first editor') : session));
  const second = agenda.map((session, index) => (index === 0 ? titled(session, 'The second editor') : session));
  // What both see is written by each, as a form without a version would.
  const unguarded = (sessions: AgendaSession[]) =>
    db.transaction().execute(async (tx) => {
      const before = await holdAgenda(tx, activity.id);
      await writeAgenda(tx, { activity: activity.id, edition: activity.id }, before, sessions);
    });
  await Promise.all([unguarded(first), unguarded(second)]);
  const left = (await readAgenda(db, activity.id))[0]!.title.texts['en'];
  assert.ok(left === 'The first editor' || left === 'The second editor', 'one of the two is gone and nobody was told');

  await unguarded(agenda);
  assert.equal(stampOf(await readAgenda(db, activity.id)), stamp);
  const answers = await Promise.all([first, second].map((sessions) => editAgenda(call(editor), { ...at, stamp, sessions })));
  assert.deepEqual(answers.map(({ ok }) => ok).sort(), [false, true]);
  const lost = answers.find(({ ok }) => !ok);
  assert.ok(lost && !lost.ok && lost.problem.is === 'stale');
  assert.deepEqual(lost.problem.agenda, await readAgenda(db, activity.id), 'and is shown what stands there now');
});

test('a session leaves the activity’s hours only where it did already', async (t) => {
  const { office, call, at, shown, activity } = await desk(t);
  const { agenda, stamp } = await shown();
  const late = new Date(Date.parse(activity.endsAt!) + 600_000).toISOString();
  const outcome = await editAgenda(call(office), {
    ...at,
    stamp,
    sessions: agenda.map((one, index) => (index === 0 ? { ...one, endsAt: late } : one)),
  });
  assert.deepEqual(!outcome.ok && outcome.problem.is, 'outside');
});

test('a new session has a number and a name of its own; rewriting a title outdates its translation', async (t) => {
  const { db, office, call, at, shown, activity } = await desk(t);
  const { agenda, stamp } = await shown();
  const fresh = { ...agenda[0]!, id: randomUUID(), title: { source: 'zh', texts: { zh: '新环节' } }, people: [] };
  const sessions = [
    ...agenda.map((one, index) =>
      index === 0 ? { ...one, title: { ...one.title, texts: { ...one.title.texts, zh: '改过的标题' } } } : one,
    ),
    fresh,
  ];
  assert.ok((await editAgenda(call(office), { ...at, stamp, sessions })).ok);
  const after = (await shown()).agenda;
  assert.equal(after.length, agenda.length + 1);
  assert.deepEqual(after.find(({ id }) => id === agenda[0]!.id)!.title.outdated, ['en']);
  const rows = await db.selectFrom('session').select(['number', 'slug']).where('activity_id', '=', activity.id).execute();
  assert.equal(new Set(rows.map(({ slug }) => slug)).size, rows.length);
});

test('details are written over the version that was seen; the last host stays', async (t) => {
  const { db, member, call, at, activity } = await desk(t);
  const lead = await member('host-lead');
  const { details, version } = await readDetails(db, activity.id);
  const { access, hosts, languages, topic, streamed, capacity } = details;
  const form = { ...at, version, access, hosts, languages, topic, streamed, capacity, title: details.title.texts };
  const saved = await editDetails(call(lead), { ...form, title: { ...details.title.texts, zh: '新的标题' } });
  assert.ok(saved.ok);
  const again = await editDetails(call(lead), form);
  assert.ok(!again.ok && again.problem.is === 'stale');
  assert.deepEqual((await readDetails(db, activity.id)).details.title.outdated, ['en']);
  const without = await editDetails(call(lead), { ...form, version: saved.value.version, hosts: [] });
  assert.ok(!without.ok && without.problem.is === 'no-host-left');
});

test('a speaker is added, asked by mail, signed in by the link once, and confirms', async (t) => {
  const { db, member, call, at, activity, shown } = await desk(t);
  const lead = await member('host-lead');
  const session = (await shown()).agenda[0]!.id;
  const added = await addSpeaker(call(lead), {
    ...at,
    person: '',
    name: { zh: '新嘉宾', en: 'New Speaker' },
    organisation: 'A New Institute',
    position: {},
    country: '',
    session,
    role: 'speaker',
    email: 'new@example.org',
  });
  assert.ok(added.ok);
  const { person } = added.value;
  assert.ok((await inviteSpeaker(call(lead), { ...at, person, email: '', language: 'en' })).ok);
  const message = await db.selectFrom('message').selectAll().executeTakeFirstOrThrow();
  assert.equal(message.to_address, 'new@example.org');
  const token = /invitations\/speaker\/([\w-]+)/.exec(message.body)![1]!;
  const stored = await db.selectFrom('appearance_link').select('token_sha256').executeTakeFirstOrThrow();
  assert.ok(!stored.token_sha256.toString('utf8').includes(token), 'the database holds no link that works');

  // Asked again: the first link no longer works.
  assert.ok((await inviteSpeaker(call(lead), { ...at, person, email: '', language: 'en' })).ok);
  const replaced = await acceptSpeakerLink(call(nobody), { token });
  assert.deepEqual(replaced, { ok: false, problem: { is: 'link', state: 'replaced' } });
  const latest = (await db.selectFrom('message').select('body').orderBy('due_at', 'desc').execute())
    .map(({ body }) => /speaker\/([\w-]+)/.exec(body)![1]!)
    .find((one) => one !== token)!;
  const opened = await Promise.all([
    acceptSpeakerLink(call(nobody), { token: latest }),
    acceptSpeakerLink(call(nobody), { token: latest }),
  ]);
  assert.deepEqual(opened.map(({ ok }) => ok).sort(), [false, true], 'two presses at once: one of them signs in');
  const account = await db.selectFrom('account').select('id').where('email', '=', 'new@example.org').executeTakeFirstOrThrow();
  const speaker = await actorOf(db, (await accountById(db, account.id))!);
  assert.ok((await answerInvitation(call(speaker), { ...at, person, answer: 'confirmed', note: 'With pleasure' })).ok);
  assert.equal((await readSpeakers(db, activity.id, person))[0]!.state, 'confirmed');
  const told = async () =>
    (
      await db
        .selectFrom('message as m')
        .innerJoin('message_batch as b', 'b.id', 'm.batch_id')
        .select(['m.to_address', 'm.subject', 'm.body', 'm.state'])
        .where('b.kind', '=', 'speaker-answer')
        .orderBy('b.written_at')
        .execute()
    ).map(({ to_address, subject, body, state }) => [to_address, subject.split(':')[0], body.includes('With pleasure'), state]);
  const first = ['host-lead-1@example.org', 'Confirmed', true, 'queued'];
  assert.deepEqual(await told(), [first], 'the team that asked is told, with what was said');
  assert.ok((await answerInvitation(call(speaker), { ...at, person, answer: 'confirmed', note: 'Once more' })).ok);
  assert.equal((await told()).length, 1, 'the same answer again is nothing new');
  const later = { ...call(speaker), now: new Date(NOW.getTime() + 60_000) };
  assert.ok((await answerInvitation(later, { ...at, person, answer: 'declined', note: '' })).ok);
  assert.deepEqual(
    (await told()).map(([, what]) => what),
    ['Confirmed', 'Declined'],
  );
  assert.equal((await answerInvitation(call(lead), { ...at, person, answer: 'declined' })).ok, false, 'nobody answers for a speaker');
});

test('a link signs in to the account of its address, and never takes somebody over who has another', async (t) => {
  const { db, member, call, at, content } = await desk(t);
  const lead = await member('host-lead');
  const person = content.activities[0]!.sessions.flatMap(({ people }) => people)[0]!.person;
  const owner = await provideAccount(db, { email: 'owner@example.org', name: 'Owner', language: 'en', person }, NOW.toISOString());
  const outcome = await inviteSpeaker(call(lead), { ...at, person, email: 'intruder@example.org', language: 'en' });
  assert.ok(outcome.ok);
  assert.equal(outcome.value.to, owner.email);
  assert.equal((await db.selectFrom('account').select('id').where('email', '=', 'intruder@example.org').execute()).length, 0);
});

test('a table of guests is entered as a whole or not at all', async (t) => {
  const { db, member, call, at } = await desk(t);
  const assistant = await member('host-assistant');
  const bad = await importGuests(call(assistant), { ...at, table: 'name,email\nAnn,ann@example.org\n,x@example.org\n', sure: 'yes' });
  assert.ok(!bad.ok && bad.problem.is === 'bad-rows');
  const preview = await importGuests(call(assistant), { ...at, table: 'name,email\nAnn,ann@example.org\n' });
  assert.ok(!preview.ok && preview.problem.is === 'preview');
  const count = async () => (await db.selectFrom('guest').select('id').execute()).length;
  assert.equal(await count(), 0);
  assert.ok((await importGuests(call(assistant), { ...at, table: 'name,email\nAnn,ann@example.org\n', sure: 'yes' })).ok);
  assert.equal(await count(), 1);
});

test('the office nudges those who have something open, in their language, and the mails wait', async (t) => {
  const { db, member, office, call, at, activity, other } = await desk(t);
  await member('host-lead');
  const editor = await member('host-editor');
  const set = await setTask(call(office), {
    edition: at.edition,
    task: '',
    version: '',
    title: { zh: '指定联络人', en: 'Name a contact' },
    about: {},
    dueOn: '2022-10-20',
    rule: '',
    askedOf: 'all',
    remindDays: '7, 1',
  });
  assert.ok(set.ok);
  const timers = await sql<{ key: string }>`select key from timer where kind = 'task-reminder' order by due_at`.execute(db);
  assert.deepEqual(
    timers.rows.map(({ key }) => key),
    [`${set.value.task} 7`, `${set.value.task} 1`],
  );

  const nudge = { edition: at.edition, activities: [activity.id, other.id], en: 'Please do not forget.' };
  assert.equal((await nudgeTeams(call(editor), nudge)).ok, false);
  const written = await nudgeTeams(call(office), nudge);
  assert.deepEqual(written, { ok: true, value: { messages: 2, activities: 1 } });
  const messages = await db.selectFrom('message').select(['state', 'body', 'to_address']).execute();
  assert.deepEqual([...new Set(messages.map(({ state }) => state))], ['held']);
  assert.match(messages[0]!.body, /Please do not forget\.[^]*Name a contact: due on 20 October 2022[^]*\{site\}\/en\/desk/);

  assert.ok((await tickTask(call(editor), { ...at, task: set.value.task, state: 'done' })).ok);
  assert.deepEqual(await nudgeTeams(call(office), { ...nudge, activities: [activity.id] }), {
    ok: false,
    problem: { is: 'nobody-to-write-to' },
  });
  await db.transaction().execute((tx) => remind(tx, set.value.task, NOW.toISOString()));
  assert.equal((await db.selectFrom('message').select('id').execute()).length, messages.length, 'nobody is reminded of what is done');
});

test('the overview tells a team what it has to do, and the office what is late as long as it is not done', async (t) => {
  const { db, office, call, at, member, activity, other } = await desk(t);
  const given = { edition: at.edition, task: null, version: null, askedOf: 'chosen', activities: [activity.id, other.id], rule: null };
  const set = (title: string, dueOn: string) =>
    setTask(call(office), { ...given, askedOf: 'chosen', title: { en: title }, about: {}, dueOn });
  const [late, coming] = [await set('Contact on site', '2022-10-02'), await set('Guests', '2022-11-01')];
  assert.ok(late.ok && coming.ok);
  const lead = await member('host-lead');
  const later = new Date('2022-10-20T00:00:00Z');
  const overview = async (actor: Actor) => {
    const answer = await deskOverview({ db, actor, now: later }, { edition: at.edition });
    assert.ok(answer.ok);
    return answer.value;
  };
  const { mine } = await overview(lead);
  assert.deepEqual(
    mine.map(({ slug, todo }) => [slug, todo.open, todo.late, todo.nextDue?.slice(0, 10)]),
    [[activity.slug, 2, 1, '2022-11-01']],
  );
  const overdue = async () => (await overview(office)).waiting.find(({ key }) => key === 'late')?.count ?? 0;
  assert.equal(await overdue(), 1);
  for (const { slug } of [activity, other])
    assert.ok((await tickTask(call(office), { edition: at.edition, activity: slug, task: late.value.task, state: 'done' })).ok);
  assert.equal(await overdue(), 0);
});

test('what speakers and guests need is read by those who look after them, and by nobody who only reads', async (t) => {
  const { db, office, call, at, member, activity, content } = await desk(t);
  const person = content.people[0]!.id;
  const part = { ...at, person: activity.sessions[0]?.people[0]?.person ?? person };
  const own = { ...nobody, name: 's', grants: [{ role: 'speaker' as const, scope: { is: 'person' as const, person: part.person } }] };
  assert.ok((await tellTravel(call(own), { ...part, arrives: '', leaves: '', visa: false, hotel: false, diet: 'No nuts' })).ok);
  const guest = { ...at, guest: null, version: null, name: 'G', email: 'g@example.org', note: 'Sits in front' };
  assert.ok((await writeGuest(call(office), guest)).ok);
  const scope = { is: 'edition' as const, edition: content.edition.id };
  const reads = async (actor: Actor) => {
    const [speakers, guests] = [await speakersDesk(call(actor), at), await guestDesk(call(actor), at)];
    assert.ok(speakers.ok && guests.ok);
    return [JSON.stringify(speakers.value).includes('No nuts'), guests.value.guests.map(({ email, note }) => [email, note])];
  };
  for (const actor of [office, await member('host-assistant')])
    assert.deepEqual(await reads(actor), [true, [['g@example.org', 'Sits in front']]]);
  for (const role of ['press', 'auditor'] as const)
    assert.deepEqual(await reads({ ...nobody, name: role, grants: [{ role, scope }] }), [false, [[null, '']]]);
  assert.equal((await db.selectFrom('guest').select('email').executeTakeFirstOrThrow()).email, 'g@example.org');
});

test('a question is answered by the other side, and waits for that side alone', async (t) => {
  const { db, at, member, office, call, content } = await desk(t);
  const [lead, editor] = [await member('host-lead'), await member('host-editor')];
  const ask = async (actor: Actor, question: string) => {
    const asked = await askQuestion(call(actor), { ...at, question });
    assert.ok(asked.ok);
    return asked.value.id;
  };
  const answer = async (actor: Actor, id: string) => {
    const outcome = await answerQuestion(call(actor), { ...at, id, answer: 'Yes' });
    return outcome.ok ? 'answered' : outcome.problem.is;
  };
  const waiting = async () => (await readProgress(db, content.edition.id))[0]!.openQuestions;
  const ours = await ask(editor, 'Round tables?');
  assert.equal(await waiting(), 1);
  assert.equal(await answer(editor, ours), 'own-question');
  assert.equal(await answer(lead, ours), 'own-question');
  assert.equal(await waiting(), 1);
  const theirs = await ask(office, 'How many will come?');
  assert.equal(await waiting(), 1, 'what the office asks does not wait there');
  assert.equal(await answer(office, theirs), 'own-question');
  assert.equal(await answer(lead, theirs), 'answered');
  assert.equal(await answer(office, ours), 'answered');
  assert.equal(await answer(office, ours), 'answered-already');
  assert.equal(await waiting(), 0);
});

test('a session of another activity, or one that stands twice, is refused and nothing is changed', async (t) => {
  const { db, at, other, office, call, shown } = await desk(t);
  const theirs = randomUUID();
  await sql`insert into session select (json_populate_record(s, ${JSON.stringify({ id: theirs, activity_id: other.id, guid: randomUUID(), number: 900 })}::json)).*
    from session s limit 1`.execute(db);
  const { stamp, agenda: sessions } = await shown();
  const [first] = sessions;
  const fresh = { ...first!, id: randomUUID() };
  for (const more of [[{ ...first!, id: theirs }], [fresh, fresh]]) {
    const outcome = await editAgenda(call(office), { ...at, stamp, sessions: [...sessions, ...more] });
    assert.deepEqual(outcome, { ok: false, problem: { is: 'foreign-session', session: more.at(-1)!.id } });
  }
  assert.equal((await shown()).stamp, stamp);
});
