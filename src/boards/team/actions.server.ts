/** What is done with teams: inviting, accepting, ending. Nobody gives more than they hold, and an office never ends without another. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { accountByEmail, accountById, actorOf, grantRole, provideAccount, rowOfScope } from '#platform/identity/accounts.server.ts';
import { hashOf, newSecret } from '#platform/identity/secrets.ts';
import { mailAddress } from '#platform/identity/sign-in/actions.server.ts';
import { type Limited, spend } from '#platform/limits.server.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { covers, GRANTED_ROLES, mayGrant } from '#platform/permissions.ts';
import { verb } from '#platform/verb.server.ts';
import { type Localised, nameIn, textIn } from '#registry/text.ts';
import { roleWords } from '#ui/desk/words.ts';
import { INVITATION_DAYS, REACHES, type Reach, scopeOfKey, stateOf } from './model.ts';
import {
  editionNamed,
  grantById,
  grantsReaching,
  invitationById,
  invitationByToken,
  type InvitationRow,
  subjectOfScope,
} from './store.server.ts';
import { scopeTold, teamWords } from './words.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const role = z.enum(GRANTED_ROLES);
const language = z.enum(['zh', 'en']);
const SENDING = { what: 'invitations by somebody', times: 300, seconds: 3600 };
const RESENDING = { what: 'an invitation sent again', times: 5, seconds: 86_400 };

const scopeAsked = async (db: Kysely<DB>, { edition, scope }: { edition: string; scope: string }) => {
  const desk = await editionNamed(db, edition);
  const found = desk && scopeOfKey(scope, desk);
  const subject = found && (await subjectOfScope(db, found));
  // What is invited to at an edition's desk lies in that edition, or is its series.
  return subject && (subject.edition ?? desk.id) === desk.id ? { desk, scope: found, subject } : null;
};

async function send(tx: Transaction<DB>, invitation: InvitationRow, token: string, now: string): Promise<void> {
  const { email, name, language, role, edition } = invitation;
  const say = teamWords(language);
  const inviter = await accountByEmail(tx, invitation.invitedBy);
  const told = {
    role: roleWords(language)(role),
    edition: textIn(edition.name, language),
    by: inviter ? nameIn(inviter.name, language) : invitation.invitedBy,
  };
  await writeMessages(
    tx,
    {
      edition: edition.id,
      kind: 'invitation',
      about: `invitation ${invitation.id}`,
      title: {
        source: 'zh',
        texts: {
          zh: teamWords('zh')('mailTitle', { role: roleWords('zh')(role) }),
          en: teamWords('en')('mailTitle', { role: roleWords('en')(role) }),
        },
      },
      by: invitation.invitedBy,
      held: false,
      messages: [
        {
          to: { address: email, name },
          language,
          subject: say('mailSubject', told),
          body: say('mailBody', {
            ...told,
            greeting: name ? say('greeting', { name: nameIn(name, language) }) : say('greetingNoName'),
            reach: scopeTold(language, invitation.names),
            email,
            days: INVITATION_DAYS,
            token,
          }),
        },
      ],
    },
    now,
  );
}

const expiry = (now: string): string => new Date(Date.parse(now) + INVITATION_DAYS * 86_400_000).toISOString();
const told = ({ email, role, names }: InvitationRow) => ({ who: email, role, reach: scopeTold('en', names) });

type InviteProblem = { is: 'more-than-held' } | { is: 'wrong-reach' } | { is: 'already-held' } | { is: 'already-invited' } | Limited;

/** Invites somebody to a role, as far as the inviter reaches and with no more than the inviter holds. */
export const invite = verb({
  name: 'team.invite',
  input: z.object({
    edition: slug,
    email: mailAddress,
    name: z.string().trim().max(200).default(''),
    language,
    role,
    scope: z.string().max(60),
  }),
  permission: 'edit team',
  subject: async (db, input) => (await scopeAsked(db, input))?.subject ?? null,
  async run({ tx, input, actor, now, note }): Promise<Outcome<{ invitation: string; email: string }, InviteProblem>> {
    const { desk, scope, subject } = (await scopeAsked(tx, input))!;
    if (!mayGrant(actor.grants, input.role, subject)) return refused({ is: 'more-than-held' });
    if (!REACHES[input.role].includes(scope.is as Reach)) return refused({ is: 'wrong-reach' });
    const limited = await spend(tx, SENDING, actor.name, now);
    if (limited) return refused(limited);
    const row = rowOfScope(scope);
    const account = await accountByEmail(tx, input.email);
    if (account && (await holds(tx, account.id, input.role, row))) return refused({ is: 'already-held' });
    const token = newSecret();
    const id = randomUUID();
    const made = await tx
      .insertInto('invitation')
      .values({
        id,
        sent_from: desk.id,
        email: input.email,
        name: input.name,
        language: input.language,
        role: input.role,
        ...row,
        token_sha256: hashOf(token),
        invited_by: actor.name,
        invited_at: now,
        sent_at: now,
        expires_at: expiry(now),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refused({ is: 'already-invited' });
    const invitation = (await invitationById(tx, id))!;
    await send(tx, invitation, token, now);
    note({ subject: `team ${desk.slug}`, edition: desk.id, after: { invited: told(invitation) } });
    return done({ invitation: id, email: input.email });
  },
});

const holds = async (tx: Transaction<DB>, account: string, role: string, row: ReturnType<typeof rowOfScope>): Promise<boolean> =>
  (
    await sql`select 1 from role_grant where account_id = ${account} and role = ${role} and ended_at is null and
      (scope, series_id, edition_id, board, activity_id, organisation_id) is not distinct from
      (${row.scope}, ${row.series_id}::uuid, ${row.edition_id}::uuid, ${row.board}::text, ${row.activity_id}::uuid, ${row.organisation_id}::uuid)`.execute(
      tx,
    )
  ).rows.length > 0;

const ofInvitation = async (db: Kysely<DB>, { invitation }: { invitation: string }) =>
  (await invitationById(db, invitation))?.subject ?? null;

/** Sends a new link; the earlier one is no longer good. */
export const resendInvitation = verb({
  name: 'team.resend',
  input: z.object({ invitation: z.uuid() }),
  permission: 'edit team',
  subject: ofInvitation,
  async run({ tx, input, actor, now, note }): Promise<Outcome<object, { is: 'more-than-held' } | { is: 'not-found' } | Limited>> {
    const invitation = (await invitationById(tx, input.invitation))!;
    if (!mayGrant(actor.grants, invitation.role, invitation.subject)) return refused({ is: 'more-than-held' });
    const limited = await spend(tx, RESENDING, invitation.id, now);
    if (limited) return refused(limited);
    const token = newSecret();
    const sent = await tx
      .updateTable('invitation')
      .set({ token_sha256: hashOf(token), sent_at: now, expires_at: expiry(now), invited_by: actor.name })
      .where('id', '=', invitation.id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!sent) return refused({ is: 'not-found' });
    await send(tx, { ...invitation, invitedBy: actor.name }, token, now);
    note({ subject: `team ${invitation.edition.slug}`, edition: invitation.edition.id, after: { 'invited again': told(invitation) } });
    return done({});
  },
});

const withdraw = async (tx: Transaction<DB>, id: string, now: string): Promise<boolean> =>
  (await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const withdrawInvitation = verb({
  name: 'team.withdraw',
  input: z.object({ invitation: z.uuid() }),
  permission: 'edit team',
  subject: ofInvitation,
  async run({ tx, input, actor, now, note }) {
    const invitation = (await invitationById(tx, input.invitation))!;
    if (!mayGrant(actor.grants, invitation.role, invitation.subject)) return refused({ is: 'more-than-held' as const });
    if (await withdraw(tx, invitation.id, now)) {
      note({ subject: `team ${invitation.edition.slug}`, edition: invitation.edition.id, before: { invited: told(invitation) } });
    }
    return done({});
  },
});

const answering = { token: z.string().min(20).max(100), account: z.uuid() };
const ofAccount = (_: unknown, { account }: { account: string }) => ({ account });

type AnswerProblem = { is: 'not-found' } | { is: 'expired' } | { is: 'accepted' } | { is: 'withdrawn' } | { is: 'other-account' };

async function answered(
  tx: Transaction<DB>,
  { token, account }: { token: string; account: string },
  now: string,
): Promise<Outcome<InvitationRow, AnswerProblem>> {
  // Two clicks at once take turns.
  await tx.selectFrom('invitation').select('id').where('token_sha256', '=', hashOf(token)).forUpdate().execute();
  const invitation = await invitationByToken(tx, token);
  if (!invitation) return refused({ is: 'not-found' });
  const state = stateOf(invitation, now);
  if (state !== 'open') return refused({ is: state });
  // Whoever reads the outbox of an edition sees the link; only whoever reads the mailbox can use it.
  if ((await accountById(tx, account))?.email !== invitation.email) return refused({ is: 'other-account' });
  return done(invitation);
}

/** From now on the role is held. Whoever invited must still be able to give it. */
export const acceptInvitation = verb({
  name: 'invitation.accept',
  input: z.object(answering),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input, now, note }): Promise<Outcome<{ edition: string }, AnswerProblem>> {
    const outcome = await answered(tx, input, now);
    if (!outcome.ok) return outcome;
    const invitation = outcome.value;
    const inviter = await accountByEmail(tx, invitation.invitedBy);
    if (!inviter || !mayGrant((await actorOf(tx, inviter)).grants, invitation.role, invitation.subject))
      return refused({ is: 'withdrawn' });
    const { role, scope, invitedBy: by, edition } = invitation;
    await grantRole(tx, { account: input.account, role, scope, by }, now);
    await tx.updateTable('invitation').set({ accepted_at: now, accepted_by: input.account }).where('id', '=', invitation.id).execute();
    note({ subject: `team ${edition.slug}`, edition: edition.id, after: { holds: told(invitation), 'invited by': by } });
    return done({ edition: edition.slug });
  },
});

export const declineInvitation = verb({
  name: 'invitation.decline',
  input: z.object(answering),
  permission: 'edit account',
  subject: ofAccount,
  async run({ tx, input, now, note }): Promise<Outcome<object, AnswerProblem>> {
    const outcome = await answered(tx, input, now);
    if (!outcome.ok) return outcome;
    const invitation = outcome.value;
    await withdraw(tx, invitation.id, now);
    note({ subject: `team ${invitation.edition.slug}`, edition: invitation.edition.id, after: { declined: told(invitation) } });
    return done({});
  },
});

const grantInput = z.object({ edition: slug, grant: z.uuid() });
const ofGrant = async (db: Kysely<DB>, { grant }: { grant: string }) => (await grantById(db, grant))?.subject ?? null;
const grantTold = (grant: { email: string; role: string; names: InvitationRow['names'] }) => ({
  who: grant.email,
  role: grant.role,
  reach: scopeTold('en', grant.names),
});

/** Ends a role, from the next request on. The last office that reaches as far stays. */
export const endGrant = verb({
  name: 'team.end',
  input: grantInput,
  permission: 'edit team',
  subject: ofGrant,
  async run({
    tx,
    input,
    actor,
    now,
    note,
  }): Promise<Outcome<{ grant: string }, { is: 'more-than-held' } | { is: 'last-office' } | { is: 'not-found' }>> {
    const desk = await editionNamed(tx, input.edition);
    // Two offices that end each other take turns; the grants are read after the turn has come.
    await sql`select pg_advisory_xact_lock(hashtext('everforum offices'))`.execute(tx);
    const grant = await grantById(tx, input.grant);
    if (!desk || !grant || grant.endedAt) return refused({ is: 'not-found' });
    if (!mayGrant(actor.grants, grant.role, grant.subject)) return refused({ is: 'more-than-held' });
    if (grant.role === 'office') {
      const others = (await grantsReaching(tx, desk)).filter(({ id, role }) => role === 'office' && id !== grant.id);
      if (!others.some(({ scope }) => covers(scope, grant.subject))) return refused({ is: 'last-office' });
    }
    await tx.updateTable('role_grant').set({ ended_at: now }).where('id', '=', grant.id).execute();
    note({ subject: `team ${desk.slug}`, edition: desk.id, before: { holds: grantTold(grant) } });
    return done({ grant: grant.id });
  },
});

/** Undoes an ending, while it is fresh. */
export const restoreGrant = verb({
  name: 'team.restore',
  input: grantInput,
  permission: 'edit team',
  subject: ofGrant,
  async run({
    tx,
    input,
    actor,
    now,
    note,
  }): Promise<Outcome<{ grant: string }, { is: 'more-than-held' } | { is: 'already-held' } | { is: 'not-found' }>> {
    const desk = await editionNamed(tx, input.edition);
    const grant = await grantById(tx, input.grant);
    const fresh = grant?.endedAt && Date.parse(now) - Date.parse(grant.endedAt) < 86_400_000;
    if (!desk || !grant || !fresh) return refused({ is: 'not-found' });
    if (!mayGrant(actor.grants, grant.role, grant.subject)) return refused({ is: 'more-than-held' });
    if (await holds(tx, grant.account, grant.role, rowOfScope(grant.scope))) return refused({ is: 'already-held' });
    await tx.updateTable('role_grant').set({ ended_at: null }).where('id', '=', grant.id).execute();
    note({ subject: `team ${desk.slug}`, edition: desk.id, after: { 'holds again': grantTold(grant) } });
    return done({ grant: grant.id });
  },
});

/** The first office of a series is appointed by whoever holds the machine; it invites everybody else. */
export const appointOffice = verb({
  name: 'team.appoint',
  input: z.object({ series: slug, email: mailAddress, name: z.string().trim().max(200).default(''), language: language.default('zh') }),
  permission: 'edit team',
  subject: async (db, { series }) => {
    const found = await db.selectFrom('series').select('id').where('slug', '=', series).executeTakeFirst();
    return found ? { series: found.id } : null;
  },
  async run({ tx, input, actor, now, note }) {
    const { id, name } = await tx.selectFrom('series').select(['id', 'name']).where('slug', '=', input.series).executeTakeFirstOrThrow();
    if (!mayGrant(actor.grants, 'office', { series: id })) return refused({ is: 'more-than-held' as const });
    const account = await provideAccount(tx, { ...input, name: input.name || input.email.split('@', 1)[0]! }, now);
    await grantRole(tx, { account: account.id, role: 'office', scope: { is: 'series', series: id }, by: actor.name }, now);
    note({ subject: `series ${input.series}`, after: { holds: { who: account.email, role: 'office' } } });
    return done({ email: account.email, series: name as unknown as Localised });
  },
});
