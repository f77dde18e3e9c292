import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { commandLine, type Actor } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { grantRole, provideAccount, actorOf } from '#platform/identity/accounts.server.ts';
import type { GrantedRole, Scope } from '#platform/permissions.ts';
import { sampleContent } from '../content.example.ts';
import { writeGuest } from '../hosting/guests/actions.server.ts';
import { readGuestList } from '../hosting/guests/store.server.ts';
import { readSpeakers } from '../hosting/speakers/store.server.ts';
import { readContent, writeContent } from '../store.server.ts';
import {
  beginProposal,
  quotasBeyond,
  reviveProposal,
  saveProposal,
  submitProposal,
  withdrawProposal,
  writeToOffice,
} from './actions.server.ts';
import { askToAct, createCall, decideOnClaim, openCall } from './calls-actions.server.ts';
import type { Quota } from './call.ts';
import { callBySlug } from './calls-store.server.ts';
import {
  acceptProposal,
  answerProposal,
  declineProposal,
  mergeProposal,
  reopenProposal,
  returnProposal,
  reviewProposal,
  takeBackAcceptance,
} from './decisions-actions.server.ts';
import { proposalByNumber, saveStep } from './store.server.ts';
import { calls, openCall as openCallView, proposal as proposalView, proposals } from './views.server.ts';
import { readWishes } from './wishes.server.ts';

const now = new Date('2022-06-01T02:00:00Z');
const edition = 'example-2022';

async function stage(t: TestContext, quotas: { of: Quota['of']; counts: Quota['counts']; places: string }[] = []) {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  content.organisations.push({
    ...content.organisations[0]!,
    id: crypto.randomUUID(),
    slug: 'another',
    parent: null,
    ror: null,
    uscc: null,
  });
  await db.transaction().execute((tx) => writeContent(tx, content));
  const [ours, theirs] = content.organisations.map(({ id }) => id) as [string, string];
  const office = { ...commandLine, name: 'office' };
  const person = async (name: string, role: GrantedRole | null, scope?: Scope): Promise<Actor> => {
    const account = await provideAccount(db, { email: `${name}@example.org`, name, language: 'en' }, now.toISOString());
    if (role && scope) await grantRole(db, { account: account.id, role, scope, by: 'test' }, now.toISOString());
    return actorOf(db, account);
  };
  const whole: Scope = { is: 'edition', edition: content.edition.id };
  const team = (organisation: string): Scope => ({ is: 'organisation', organisation, edition: content.edition.id });
  const focus = content.focuses[0]!.id;
  const made = await createCall(
    { db, actor: office, now },
    {
      edition,
      call: {
        board: 'forum',
        kind: 'parallel-forum',
        title: { zh: '平行论坛征集', en: 'Call for forums' },
        closesAt: '2022-07-01T18:00',
        resubmitBy: '2022-08-01T18:00',
        questions: [{ kind: 'yes-no', label: { zh: '是否有部委支持', en: 'Backed by a ministry' }, required: 'on' }],
        criteria: [{ label: { zh: '质量', en: 'Quality' }, weight: '2' }],
        quotas,
      },
    },
  );
  assert.ok(made.ok);
  await openCall({ db, actor: office, now }, { edition, call: made.value.call });
  const ofUs = await person('lead', 'host-lead', team(ours));
  const at = <Input extends object>(input: Input) => ({ edition, ...input });
  const begin = async (actor: Actor, organisation: string) => {
    const begun = await beginProposal({ db, actor, now }, { edition, call: 'call-for-forums', organisation });
    assert.ok(begun.ok, JSON.stringify(begun));
    return begun.value.number;
  };
  const form = (title: string) => ({
    content: {
      title: { zh: title, en: title },
      focus,
      aims: { zh: '目标。', en: 'Aims.' },
      languages: ['zh', 'en'],
      foreignShare: '30',
      contact: { name: 'Host', email: 'host@example.org' },
      wishes: { expected: '120', days: [content.edition.startsOn!], parts: ['afternoon' as const], places: [content.places.at(-1)!.id] },
      agenda: [
        { kind: 'opening' as const, title: { zh: '致辞', en: 'Opening' }, minutes: '10' },
        { kind: 'talk' as const, title: { zh: '报告', en: 'Talk' }, minutes: '30' },
      ],
      guests: [
        { name: { zh: '', en: 'Ada Example' }, role: 'chair' as const, organisation: 'Example Society', country: 'gb', confirmed: 'on' },
        { name: { zh: '嘉宾甲', en: '' }, role: 'guest-of-honour' as const, organisation: 'Example Academy', confirmed: 'on' },
      ],
    },
    answers: { 'backed-by-a-ministry': 'yes' },
  });
  const submit = async (actor: Actor, number: number, title: string) => {
    const { version } = (await proposalByNumber(db, edition, number))!;
    return submitProposal({ db, actor, now }, at({ proposal: number, version, ...form(title) }));
  };
  const step = async (number: number, message = '') =>
    at({ proposal: number, version: (await proposalByNumber(db, edition, number))!.version, message });
  const mails = async () =>
    (await db.selectFrom('message').select(['to_address', 'subject']).orderBy('subject').execute()).map(({ subject }) => subject);
  return { db, content, ours, theirs, office, person, whole, team, ofUs, begin, form, submit, step, mails, at };
}

test('from a draft over a return to an activity with its hosts, agenda and wishes; and back again', async (t) => {
  const { db, content, ours, office, ofUs, begin, submit, step, mails, at } = await stage(t);
  const number = await begin(ofUs, ours);
  const saved = await saveProposal(
    { db, actor: ofUs, now },
    at({ proposal: number, version: 1, content: { title: { zh: '半成品', en: '' } } }),
  );
  assert.ok(saved.ok, 'a draft is kept however unfinished');
  const stale = await saveProposal({ db, actor: ofUs, now }, at({ proposal: number, version: 1, content: {} }));
  assert.deepEqual(stale, { ok: false, problem: { is: 'stale' } });
  const early = await submitProposal(
    { db, actor: ofUs, now },
    at({ proposal: number, version: 2, content: { title: { zh: '半成品', en: '' } } }),
  );
  assert.ok(early.ok && !early.value.submitted && early.value.problem?.is === 'incomplete');
  assert.ok(early.value.problem.missing.some(({ path }) => path === 'answers.backed-by-a-ministry'));

  const handedIn = await submit(ofUs, number, 'Quantum Forum');
  assert.ok(handedIn.ok && handedIn.value.submitted);
  assert.deepEqual(await returnProposal({ db, actor: office, now }, await step(number)), { ok: false, problem: { is: 'no-text' } });
  assert.ok((await returnProposal({ db, actor: office, now }, await step(number, 'Say more.'))).ok);
  const again = await submit(ofUs, number, 'Quantum Forum');
  assert.ok(again.ok && again.value.submitted);
  const accepted = await acceptProposal({ db, actor: office, now }, await step(number, 'Welcome.'));
  assert.ok(accepted.ok, JSON.stringify(accepted));

  const after = (await readContent(db, edition))!;
  const activity = after.activities.at(-1)!;
  assert.deepEqual(
    [activity.slug, activity.state, activity.kind, activity.capacity, activity.room],
    ['quantum-forum', 'planned', 'parallel-forum', 120, null],
  );
  assert.deepEqual(activity.hosts, [{ organisation: ours, role: 'lead' }]);
  assert.deepEqual(
    activity.sessions.map(({ title, kind }) => [title.texts['en'], kind]),
    [
      ['Opening', 'opening'],
      ['Talk', 'talk'],
    ],
  );
  const numbers = after.activities.flatMap((one) => [one.number, ...one.sessions.map((session) => session.number)]);
  assert.equal(new Set(numbers).size, numbers.length);
  const wishes = (await readWishes(db, content.edition.id)).get(activity.id)!;
  assert.deepEqual([wishes.minutes, wishes.expected, wishes.parts, wishes.places], [40, 120, ['afternoon'], [content.places.at(-1)!.id]]);
  assert.equal((await mails()).filter((subject) => subject.includes('accepted')).length, 1);
  assert.equal((await mails()).filter((subject) => subject.includes('needs changes')).length, 1);

  // Whom the proposal names: a speaker to be asked by the team, and a guest of its list.
  const people = async (id: string) => {
    const at = { id, speakers: await readSpeakers(db, id), guests: await readGuestList(db, id) };
    return [
      at.speakers.map(({ name, state, parts, affiliation }) => [name.texts['en'], state, parts[0]?.role, affiliation?.name.texts['en']]),
      at.guests.map(({ name, organisation, state }) => [name, organisation, state]),
    ];
  };
  const named = [[['Ada Example', 'added', 'chair', 'Example Society']], [['嘉宾甲', 'Example Academy', 'accepted']]];
  assert.deepEqual(await people(activity.id), named);
  const [person] = activity.people;
  assert.equal(after.people.find(({ id }) => id === person?.person)?.country, 'GB');

  assert.ok((await takeBackAcceptance({ db, actor: office, now }, await step(number))).ok);
  assert.equal((await readContent(db, edition))!.activities.length, content.activities.length);
  const once = await acceptProposal({ db, actor: office, now }, await step(number));
  assert.ok(once.ok);
  const made = (once.value as { activity: string }).activity;
  assert.deepEqual(await people(made), named);
  assert.deepEqual(
    (await readContent(db, edition))!.activities.at(-1)!.people,
    [person],
    'accepted again, it is the same person and not a second of that name',
  );
  const { slug } = (await readContent(db, edition))!.activities.at(-1)!;
  const added = await writeGuest(
    { db, actor: ofUs, now: new Date(now.getTime() + 1000) },
    { edition, activity: slug, guest: null, version: null, name: 'One more', email: null },
  );
  assert.ok(added.ok, 'the host goes on with the list');
  assert.deepEqual(await takeBackAcceptance({ db, actor: office, now }, await step(number)), { ok: false, problem: { is: 'worked-on' } });
});

test('a quota is exceeded by two at once without the lock, and never with it', async (t) => {
  const { db, ours, ofUs, begin, submit } = await stage(t, [{ of: 'all', counts: 'submitted', places: '1' }]);
  const [first, second] = [await begin(ofUs, ours), await begin(ofUs, ours)];
  const call = (await callBySlug(db, edition, 'call-for-forums'))!;

  // Without the guard: both look before either has written, both find room, both write.
  const gate = Promise.withResolvers<void>();
  let waiting = 0;
  const unguarded = (number: number) =>
    db.transaction().execute(async (tx) => {
      const proposal = (await proposalByNumber(tx, edition, number))!;
      const full = await quotasBeyond(tx, call, proposal, 'submitted');
      if (++waiting === 2) gate.resolve();
      await gate.promise;
      if (full.length === 0) {
        await tx
          .updateTable('proposal')
          .set({ title: JSON.stringify({ source: 'en', texts: { en: 'x' } }) })
          .where('id', '=', proposal.id)
          .execute();
        await saveStep(tx, proposal.id, { state: 'submitted' }, now.toISOString());
      }
      return full.length;
    });
  assert.deepEqual(await Promise.all([unguarded(first), unguarded(second)]), [0, 0]);
  const submitted = async () => (await db.selectFrom('proposal').select('id').where('state', '=', 'submitted').execute()).length;
  assert.equal(await submitted(), 2, 'one place, two proposals');

  await sql`update proposal set state = 'withdrawn'`.execute(db);
  await sql`update proposal set state = 'draft'`.execute(db);
  const outcomes = await Promise.all([submit(ofUs, first, 'First'), submit(ofUs, second, 'Second')]);
  const results = outcomes.map((outcome) => outcome.ok && outcome.value.submitted);
  assert.deepEqual(results.sort(), [false, true]);
  assert.equal(await submitted(), 1);
  const refused = outcomes.find((outcome) => outcome.ok && !outcome.value.submitted)!;
  assert.ok(refused.ok && refused.value.problem?.is === 'full', 'what was typed is kept, and why it was not handed in is told');
});

test('a reviewer scores without seeing others, and not what is of their own organisation', async (t) => {
  const { db, ours, person, whole, team, ofUs, begin, submit, at, step } = await stage(t);
  const number = await begin(ofUs, ours);
  const [anna, boris] = [await person('anna', 'reviewer', whole), await person('boris', 'reviewer', whole)];
  const look = async (actor: Actor) => {
    const seen = await proposalView({ db, actor, now }, at({ proposal: number }));
    return seen.ok ? seen.value : null;
  };
  assert.equal(await look(anna), null, 'a draft is its host’s own');
  assert.ok((await submit(ofUs, number, 'Forum')).ok);
  const score = (actor: Actor, quality: string) =>
    reviewProposal({ db, actor, now }, at({ proposal: number, scores: { quality }, advice: 'accept' }));
  assert.ok((await score(anna, '5')).ok);
  assert.equal((await look(boris))?.reviews, null);
  assert.equal((await proposals({ db, actor: boris, now }, { edition })).ok, true);
  assert.deepEqual(await score(boris, '7'), { ok: false, problem: { is: 'scores' } });
  assert.ok((await score(boris, '3')).ok);
  assert.equal((await look(boris))?.reviews?.length, 2);
  assert.equal((await look(boris))?.verdict?.mean, 4);
  const seenByHost = (await look(ofUs))!;
  assert.equal(seenByHost.reviews, null);
  assert.equal(seenByHost.verdict, null);

  const near = await person('near', 'reviewer', whole);
  await grantRole(db, { account: near.account!, role: 'host-editor', scope: team(ours), by: 'test' }, now.toISOString());
  assert.deepEqual(await score(near, '5'), { ok: false, problem: { is: 'conflict' } });
  assert.ok((await reviewProposal({ db, actor: near, now }, at({ proposal: number, conflict: 'My own institute.' }))).ok);
  assert.equal((await look(near))?.reviews, null);
  assert.ok((await withdrawProposal({ db, actor: ofUs, now }, await step(number))).ok);
  assert.ok((await reviveProposal({ db, actor: ofUs, now }, await step(number))).ok);
  assert.deepEqual(await score(anna, '4'), { ok: false, problem: { is: 'wrong-state', state: 'draft' } });
});

test('merging makes the one’s host a co-host of the other, and is taken back', async (t) => {
  const { db, ours, theirs, office, person, team, ofUs, begin, submit, step, at } = await stage(t);
  const ofThem = await person('other', 'host-lead', team(theirs));
  const [first, second] = [await begin(ofUs, ours), await begin(ofThem, theirs)];
  await submit(ofUs, first, 'One');
  await submit(ofThem, second, 'Other');
  const outcome = await mergeProposal({ db, actor: office, now }, { ...(await step(second, 'Better together.')), into: first });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const into = (await proposalByNumber(db, edition, first))!;
  assert.deepEqual(into.content.hosts, [{ organisation: theirs, role: 'co-host' }]);
  assert.equal(into.content.agenda.length, 4);
  assert.ok((await reopenProposal({ db, actor: office, now }, await step(second))).ok);
  assert.equal((await proposalByNumber(db, edition, first))!.content.agenda.length, 2);
  assert.ok((await declineProposal({ db, actor: office, now }, await step(second, 'No room.'))).ok);
  assert.ok((await reopenProposal({ db, actor: office, now }, await step(second))).ok);
  assert.equal((await writeToOffice({ db, actor: ofThem, now }, at({ proposal: first, message: 'Hello' }))).ok, false, 'not theirs');
  // What the two sides write to each other is in the trail too.
  assert.ok((await writeToOffice({ db, actor: ofUs, now }, at({ proposal: first, message: 'A question' }))).ok);
  assert.ok((await answerProposal({ db, actor: office, now }, at({ proposal: first, message: 'Among us', kind: 'note' }))).ok);
  const trail = await db.selectFrom('audit_entry').select(['verb', 'after']).orderBy('id', 'desc').limit(2).execute();
  assert.deepEqual(
    trail.map(({ verb, after }) => [verb, after]),
    [
      ['proposal.answer', { note: 'Among us' }],
      ['proposal.write', { message: 'A question' }],
    ],
  );
});

test('the database knows the steps, and a host finds only its own', async (t) => {
  const { db, ours, theirs, person, team, ofUs, begin, at } = await stage(t);
  const number = await begin(ofUs, ours);
  await assert.rejects(
    sql`update proposal set state = 'accepted', submitted_at = now(), title = '{"source":"en","texts":{"en":"x"}}'`.execute(db),
    /does not go from draft to accepted/,
  );
  const other = await person('other', 'host-editor', team(theirs));
  const list = await proposals({ db, actor: other, now }, { edition });
  assert.ok(list.ok && list.value.rows.length === 0);
  const one = await proposalView({ db, actor: other, now }, at({ proposal: number }));
  assert.equal(!one.ok && one.problem.is, 'not-allowed');
});

test('somebody without a team asks to act for an organisation, and proposes once the office has agreed', async (t) => {
  const { db, theirs, office, person } = await stage(t);
  const actor = await person('newcomer', null);
  const call = { edition, call: 'call-for-forums' };
  const seen = await openCallView({ db, actor, now }, call);
  assert.ok(seen.ok && seen.value.mine.length === 0);
  assert.equal((await beginProposal({ db, actor, now }, { ...call, organisation: theirs })).ok, false);
  const ask = { ...call, account: actor.account!, organisation: theirs, says: 'I lead its forum office.' };
  assert.ok((await askToAct({ db, actor, now }, ask)).ok);
  assert.deepEqual(await askToAct({ db, actor, now }, ask), { ok: false, problem: { is: 'asked-already' } });
  assert.equal((await askToAct({ db, actor, now }, { ...ask, account: crypto.randomUUID() })).ok, false, 'only for oneself');
  const waiting = await calls({ db, actor: office, now }, { edition });
  assert.ok(waiting.ok);
  const [claim] = waiting.value.claims;
  assert.ok((await decideOnClaim({ db, actor: office, now }, { edition, claim: claim!.id, decision: 'grant' })).ok);
  const { email } = await db.selectFrom('account').select('email').where('id', '=', actor.account!).executeTakeFirstOrThrow();
  const account = await provideAccount(db, { email, name: 'newcomer', language: 'en' }, now.toISOString());
  assert.ok((await beginProposal({ db, actor: await actorOf(db, account), now }, { ...call, organisation: theirs })).ok);
  assert.equal((await decideOnClaim({ db, actor: office, now }, { edition, claim: claim!.id, decision: 'refuse' })).ok, false);

  // Of an organisation that the registry does not know, an entry is made.
  assert.ok((await askToAct({ db, actor, now }, { ...ask, organisation: '', organisationName: '示例新机构' })).ok);
  const next = await calls({ db, actor: office, now }, { edition });
  assert.ok(next.ok);
  const asked = next.value.claims.find(({ state }) => state === 'asked')!;
  assert.ok(
    (
      await decideOnClaim(
        { db, actor: office, now },
        { edition, claim: asked.id, decision: 'grant', name: { zh: '示例新机构', en: 'Sample New Body' } },
      )
    ).ok,
  );
  const entry = await db.selectFrom('organisation').select('slug').where('slug', '=', 'sample-new-body').executeTakeFirst();
  assert.ok(entry);
});
