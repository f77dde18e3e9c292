import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { accountById, actorOf, grantRole, provideAccount } from '#platform/identity/accounts.server.ts';
import type { GrantedRole } from '#platform/permissions.ts';
import { content2027 } from '../samples/edition-2027.ts';
import { loadPersonas, personaId, personas } from '../samples/personas.ts';
import { testDatabase2027 } from '../samples/test-database.ts';
import { acceptInvitation, endGrant, invite, resendInvitation, restoreGrant, withdrawInvitation } from '#boards/team/actions.server.ts';
import { INVITATION_DAYS, scopeKey } from '#boards/team/model.ts';
import { team } from '#boards/team/views.server.ts';

const now = new Date('2026-11-25T01:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const content = content2027();
const hostScope = scopeKey(personas(content).find(({ key }) => key === 'host-lead')!.grants[0]!.scope);

async function stage(t: TestContext) {
  const { db } = await testDatabase2027(t);
  await loadPersonas(db, content);
  const as = async (persona: string, at = now) => ({ db, actor: await actorOf(db, (await accountById(db, personaId(persona)))!), now: at });
  const asked = (role: GrantedRole, scope: string, email = 'new@example.org') => ({
    edition: '2027',
    email,
    language: 'en' as const,
    role,
    scope,
  });
  const accept = async (email: string, token: string, at = now) => {
    const account = await provideAccount(db, { email, name: email, language: 'en' }, now.toISOString());
    const outcome = await acceptInvitation({ db, actor: await actorOf(db, account), now: at }, { token, account: account.id });
    return outcome.ok ? 'done' : outcome.problem.is;
  };
  return { db, as, asked, accept };
}

const is = (outcome: { ok: boolean; problem?: { is: string } }): string => (outcome.ok ? 'done' : outcome.problem!.is);

async function tokenSentTo(db: Kysely<DB>, address: string): Promise<string> {
  const { rows } = await sql<{ body: string }>`select m.body from message m join message_batch b on b.id = m.batch_id
    where m.to_address = ${address} and b.kind = 'invitation' order by b.written_at desc, b.id limit 1`.execute(db);
  return rows[0]?.body.match(/invitations\/([\w-]+)/)?.[1] ?? '';
}

test('an invited person holds the role once they accept with the address that was invited, and once only', async (t) => {
  const { db, as, asked, accept } = await stage(t);
  assert.equal(is(await invite(await as('office'), asked('reviewer', 'edition'))), 'done');
  assert.equal(is(await invite(await as('office'), asked('reviewer', 'edition'))), 'already-invited');
  const token = await tokenSentTo(db, 'new@example.org');
  assert.equal(await accept('auditor@else.example', token), 'other-account');
  assert.equal(await accept('new@example.org', token), 'done');
  assert.equal(await accept('new@example.org', token), 'accepted');
  const held = db.selectFrom('role_grant').innerJoin('account', 'account.id', 'role_grant.account_id').select('granted_by');
  const [grant, ...more] = await held.where('account.email', '=', 'new@example.org').execute();
  assert.match(grant!.granted_by, /^office@/);
  assert.deepEqual(more, []);
  assert.equal(is(await invite(await as('office'), asked('reviewer', 'edition'))), 'already-held');
  const trail = JSON.stringify(await db.selectFrom('audit_entry').selectAll().execute());
  assert.ok(trail.includes('team.invite') && trail.includes('invitation.accept') && !trail.includes(token));
});

test('an invitation is over after its days, when withdrawn, when sent again, and when who invited can no longer give the role', async (t) => {
  const { db, as, asked, accept } = await stage(t);
  const invited = async (email: string) => {
    const outcome = await invite(await as('office'), asked('press', 'edition', email));
    assert.ok(outcome.ok);
    return { id: outcome.value.invitation, token: await tokenSentTo(db, email) };
  };
  const old = await invited('late@example.org');
  assert.equal(await accept('late@example.org', old.token, inDays(INVITATION_DAYS + 1)), 'expired');
  assert.equal(is(await resendInvitation(await as('office', inDays(INVITATION_DAYS + 1)), { invitation: old.id })), 'done');
  assert.equal(await accept('late@example.org', old.token, inDays(INVITATION_DAYS + 1)), 'not-found');
  const gone = await invited('gone@example.org');
  assert.equal(is(await withdrawInvitation(await as('office'), { invitation: gone.id })), 'done');
  assert.equal(await accept('gone@example.org', gone.token), 'withdrawn');
  const orphan = await invited('orphan@example.org');
  await db.updateTable('role_grant').set({ ended_at: now.toISOString() }).where('account_id', '=', personaId('office')).execute();
  assert.equal(await accept('orphan@example.org', orphan.token), 'withdrawn');
});

test('a host’s lead invites to its own team and to nothing else, and ends nobody of another', async (t) => {
  const { db, as, asked } = await stage(t);
  const lead = await as('host-lead');
  assert.equal(is(await invite(lead, asked('host-editor', hostScope))), 'done');
  assert.equal(is(await invite(lead, asked('reviewer', hostScope))), 'more-than-held');
  assert.equal(is(await invite(lead, asked('host-editor', 'edition'))), 'not-allowed');
  assert.equal(is(await invite(lead, asked('office', 'series'))), 'not-allowed');
  const others = content.activities.find(({ hosts }) => hosts.every(({ organisation }) => !hostScope.endsWith(organisation)))!;
  assert.equal(is(await invite(lead, asked('host-editor', `activity:${others.id}`))), 'not-allowed');
  assert.equal(is(await invite(await as('host-editor'), asked('host-assistant', hostScope))), 'not-allowed');
  assert.equal(is(await invite(await as('office'), asked('press', hostScope))), 'wrong-reach');
  const seen = await team(lead, { edition: '2027' });
  assert.ok(seen.ok);
  assert.deepEqual(new Set(seen.value.rows.map(({ role }) => role)), new Set(['host-lead', 'host-editor', 'host-assistant']));
  assert.deepEqual([...new Set(seen.value.offers.map(({ reach }) => reach))].sort(), ['activity', 'organisation']);
  const reviewer = await db.selectFrom('role_grant').select('id').where('role', '=', 'reviewer').executeTakeFirstOrThrow();
  assert.equal(is(await endGrant(lead, { edition: '2027', grant: reviewer.id })), 'not-allowed');
});

test('a role that was ended is held again when that is undone', async (t) => {
  const { db, as } = await stage(t);
  const { id } = await db.selectFrom('role_grant').select('id').where('role', '=', 'press').executeTakeFirstOrThrow();
  assert.equal(is(await endGrant(await as('office'), { edition: '2027', grant: id })), 'done');
  assert.deepEqual(
    (await as('press')).actor.grants.map(({ role }) => role),
    ['member', 'public'],
  );
  assert.equal(is(await restoreGrant(await as('office'), { edition: '2027', grant: id })), 'done');
  assert.equal((await as('press')).actor.grants[0]!.role, 'press');
});

test('two offices that end each other: without turns both would be gone, with them one stays', async (t) => {
  const { db, as } = await stage(t);
  const second = await provideAccount(
    db,
    { id: randomUUID(), email: 'second@example.org', name: 'Second', language: 'en' },
    now.toISOString(),
  );
  const series = { is: 'series' as const, series: content.series.id };
  await grantRole(db, { account: second.id, role: 'office', scope: series, by: 'test' }, now.toISOString());
  const offices = await db.selectFrom('role_grant').select(['id', 'account_id']).where('role', '=', 'office').execute();
  const left = async () =>
    Number(
      (await sql<{ n: string }>`select count(*) as n from role_grant where role = 'office' and ended_at is null`.execute(db)).rows[0]!.n,
    );

  // Both look before either writes: what the guard prevents.
  const looked = await Promise.all(offices.map(() => left()));
  await Promise.all(
    offices.map(
      ({ id }, nth) => looked[nth]! > 1 && db.updateTable('role_grant').set({ ended_at: now.toISOString() }).where('id', '=', id).execute(),
    ),
  );
  assert.equal(await left(), 0);
  await db.updateTable('role_grant').set({ ended_at: null }).where('role', '=', 'office').execute();

  const mine = await as('office');
  const theirs = { db, actor: await actorOf(db, second), now };
  const [own, other] = [
    offices.find(({ account_id }) => account_id === personaId('office'))!,
    offices.find(({ account_id }) => account_id === second.id)!,
  ];
  const outcomes = await Promise.all([
    endGrant(mine, { edition: '2027', grant: other.id }),
    endGrant(theirs, { edition: '2027', grant: own.id }),
  ]);
  assert.deepEqual(outcomes.map(is).sort(), ['done', 'last-office']);
  assert.equal(await left(), 1);
});
