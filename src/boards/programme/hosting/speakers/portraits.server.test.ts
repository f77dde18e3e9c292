import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import sharp from 'sharp';
import '#boards/listeners.server.ts';
import { type Actor, commandLine } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { receive } from '#platform/files/files.server.ts';
import { folderStore } from '#platform/files/store.ts';
import { accountById, actorOf, grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import type { GrantedRole } from '#platform/permissions.ts';
import { sampleContent } from '../../content.example.ts';
import { publishProgramme } from '../../actions.server.ts';
import { writeContent } from '../../store.server.ts';
import { currentPublication } from '../../versions.server.ts';
import { writeMyPage } from './own-actions.server.ts';
import { myPage } from './own-views.server.ts';
import { handInPortrait, removePortrait } from './portrait-actions.server.ts';
import { speakerPortrait, speakersDesk } from './views.server.ts';

const NOW = new Date('2022-10-01T00:00:00Z');

async function desk(t: TestContext) {
  const { db } = await testDatabase(t);
  const folder = mkdtempSync(join(tmpdir(), 'everforum-portraits-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const files = folderStore(folder);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const partIn = ({ people, sessions }: (typeof content.activities)[number]) => [people, ...sessions.map((one) => one.people)].flat();
  const activity = content.activities.find((one) => partIn(one).length > 0)!;
  const other = content.activities.find((one) => one !== activity)!;
  const { person } = partIn(activity)[0]!;
  const provided = (name: string) => provideAccount(db, { email: `${name}@example.org`, name, language: 'en' }, NOW.toISOString());
  const member = async (role: GrantedRole, of = activity): Promise<Actor> => {
    const account = await provided(`${role}-${of.number}`);
    await grantRole(db, { account: account.id, role, scope: { is: 'activity', activity: of.id }, by: 'test' }, NOW.toISOString());
    return actorOf(db, account);
  };
  const speaker = async (): Promise<Actor> => {
    const { id } = await provided('speaker');
    await db.updateTable('account').set({ person_id: person }).where('id', '=', id).execute();
    return actorOf(db, (await accountById(db, id))!);
  };
  const call = (actor: Actor, at = NOW) => ({ db, actor, now: at });
  const at = { edition: content.edition.slug, activity: activity.slug, person };
  /** A picture of one colour, as this person handed it in. */
  const picture = async (actor: Actor, background: string): Promise<string> => {
    const bytes = await sharp({ create: { width: 60, height: 60, channels: 3, background } })
      .png()
      .toBuffer();
    const file = new File([bytes], `${background}.png`);
    const arrived = await receive({ db, files }, { account: actor.account!, file, kind: 'portrait' }, NOW);
    assert.ok(arrived.ok);
    return arrived.value.id;
  };
  const portrait = () =>
    db.selectFrom('person_page').select(['portrait_id as id', 'portrait_by as by']).where('person_id', '=', person).executeTakeFirst();
  const page = async (actor: Actor) => {
    const answer = await myPage(call(actor), { person });
    assert.ok(answer.ok && answer.value);
    return answer.value.page;
  };
  /** The speaker's own page, saved as it is but for the portrait. */
  const write = async (actor: Actor, change: { portrait?: string; removePortrait?: boolean }) => {
    const { version, name } = await page(actor);
    const { portrait = '', removePortrait = false } = change;
    const given = { person, version, name: name.texts, orcid: '', country: '', public: [], portrait, removePortrait };
    const answer = await writeMyPage(call(actor), given);
    assert.ok(answer.ok);
  };
  return { db, content, other, person, member, speaker, call, at, picture, portrait, page, write };
}

const problemOf = (outcome: { ok: boolean; problem?: unknown }) => (outcome.ok ? null : (outcome.problem as { is: string }).is);

test('a host hands in a portrait of a speaker of theirs, which is public from the next version on, and removes it again', async (t) => {
  const { db, other, person, member, call, at, picture, portrait } = await desk(t);
  const lead = await member('host-lead');
  const publish = async (hour: number) => {
    const actor = { ...commandLine, name: 'office@example.org' };
    assert.ok((await publishProgramme(call(actor, new Date(NOW.getTime() + hour * 3_600_000)), { edition: at.edition })).ok);
  };
  const shown = async () => (await currentPublication(db, at.edition))!.content.people.find(({ id }) => id === person)!.portrait;
  const hashOf = async (file: string) =>
    (await db.selectFrom('file').select('sha256').where('id', '=', file).executeTakeFirstOrThrow()).sha256.toString('hex');

  const red = await picture(lead, 'red');
  const assistant = await member('host-assistant');
  assert.equal(
    problemOf(await handInPortrait(call(assistant), { ...at, seen: '', portrait: await picture(assistant, 'red') })),
    'not-allowed',
  );
  const stranger = await member('host-editor', other);
  assert.equal(
    problemOf(await handInPortrait(call(stranger), { ...at, seen: '', portrait: await picture(stranger, 'red') })),
    'not-allowed',
  );
  const there = { ...at, activity: other.slug, seen: '', portrait: await picture(stranger, 'red') };
  assert.equal(problemOf(await handInPortrait(call(stranger), there)), 'no-part');
  const editor = await member('host-editor');
  assert.equal(problemOf(await handInPortrait(call(editor), { ...at, seen: '', portrait: red })), 'no-file', 'a file is its giver’s');
  assert.equal(await portrait(), undefined);

  assert.ok((await handInPortrait(call(lead), { ...at, seen: '', portrait: red })).ok);
  assert.deepEqual(await portrait(), { id: red, by: 'host' });
  const looked = await speakerPortrait(call(assistant), at);
  assert.equal(looked.ok && looked.value?.sha256.toString('hex'), await hashOf(red));
  assert.equal(problemOf(await speakerPortrait(call(stranger), at)), 'not-allowed');
  const entry = await db.selectFrom('audit_entry').selectAll().where('verb', '=', 'activity.hand-in-portrait').executeTakeFirstOrThrow();
  assert.deepEqual([entry.actor, entry.role, entry.after], ['host-lead-1@example.org', 'host-lead', { [person]: { portrait: red } }]);
  await publish(1);
  assert.equal(await shown(), await hashOf(red));

  const blue = await picture(editor, 'blue');
  assert.ok((await handInPortrait(call(editor), { ...at, seen: red, portrait: blue })).ok);
  assert.equal(await shown(), await hashOf(red), 'what is published stays');
  await publish(2);
  assert.equal(await shown(), await hashOf(blue));
  assert.ok((await removePortrait(call(editor), { ...at, seen: blue })).ok);
  assert.deepEqual(await portrait(), { id: null, by: null });
  await publish(3);
  assert.equal(await shown(), undefined);
});

test('of two of a team who hand one in at once, the second is told and nothing is overwritten unseen', async (t) => {
  const { member, call, at, picture, portrait } = await desk(t);
  const [lead, editor] = [await member('host-lead'), await member('host-editor')];
  const [red, blue] = [await picture(lead, 'red'), await picture(editor, 'blue')];
  const outcomes = await Promise.all([
    handInPortrait(call(lead), { ...at, seen: '', portrait: red }),
    handInPortrait(call(editor), { ...at, seen: '', portrait: blue }),
  ]);
  assert.deepEqual(outcomes.map(problemOf).toSorted(), ['stale', null].toSorted());
  assert.equal((await portrait())!.id, outcomes[0].ok ? red : blue);
  assert.equal(problemOf(await removePortrait(call(lead), { ...at, seen: '' })), 'stale');
});

test('a speaker’s own word on their portrait is the last, also that there is to be none', async (t) => {
  const { member, speaker, call, at, picture, portrait, page, write } = await desk(t);
  const [lead, own] = [await member('host-lead'), await speaker()];
  const byHost = await picture(lead, 'red');
  assert.ok((await handInPortrait(call(lead), { ...at, seen: '', portrait: byHost })).ok);
  const { portrait: seen, portraitBy } = await page(own);
  assert.deepEqual([seen, portraitBy], [byHost, 'host']);
  await write(own, {});
  assert.deepEqual(await portrait(), { id: byHost, by: 'host' }, 'a page saved without a word on it changes nothing');

  const mine = await picture(own, 'green');
  await write(own, { portrait: mine });
  assert.deepEqual(await portrait(), { id: mine, by: 'speaker' });
  const again = await picture(lead, 'blue');
  assert.equal(problemOf(await handInPortrait(call(lead), { ...at, seen: mine, portrait: again })), 'speakers-own');
  assert.equal(problemOf(await removePortrait(call(lead), { ...at, seen: mine })), 'speakers-own');
  assert.deepEqual(await portrait(), { id: mine, by: 'speaker' });

  await write(own, { removePortrait: true });
  assert.deepEqual(await portrait(), { id: null, by: 'speaker' });
  assert.equal(problemOf(await handInPortrait(call(lead), { ...at, seen: '', portrait: again })), 'speakers-own');
  const told = await speakersDesk(call(lead), at);
  assert.ok(told.ok);
  assert.equal(told.value.speakers.find((one) => one.person === at.person)!.portraitBy, 'speaker');
});
