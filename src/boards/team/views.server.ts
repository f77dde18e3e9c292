/** Who takes part: the team of an edition as far as somebody may see it, one's own roles, and the invitation behind a link. */
import { z } from 'zod';
import { accountByEmail } from '#platform/identity/accounts.server.ts';
import { GRANTED_ROLES, type GrantedRole, mayGrant, type Scope, type Subject } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { reachingInto } from '#registry/subjects.server.ts';
import { REACHES, type Reach, scopeKey, stateOf } from './model.ts';
import { editionNamed, grantsOf, grantsReaching, invitable, invitationByToken, openInvitations } from './store.server.ts';
import type { ScopeNames } from './words.ts';

export interface TeamRow {
  id: string;
  state: 'holds' | 'invited' | 'expired';
  name: string;
  email: string;
  sample: boolean;
  role: GrantedRole;
  reach: Scope['is'];
  names: ScopeNames;
  by: string;
  at: string;
  /** Of an invitation. */
  until: string | null;
  /** Whether the reader may end it, or send it again and withdraw it. */
  mine: boolean;
  you: boolean;
}

/** Something that the reader may invite to, with the roles that they may give there. */
export interface Offer {
  key: string;
  reach: Reach;
  names: ScopeNames;
  roles: GrantedRole[];
}

const BOARDS = ['main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side'];

export const team = view({
  name: 'team',
  input: z.object({ edition: z.string() }),
  permission: 'read team',
  subject: 'own',
  async run({ db, input, actor, now, may }) {
    const edition = await editionNamed(db, input.edition);
    if (!edition || (await reachingInto(db, actor.grants, edition)).length === 0) return null;
    const given = (role: GrantedRole, subject: Subject) => mayGrant(actor.grants, role, subject);
    const rows: TeamRow[] = [
      ...(await grantsReaching(db, edition))
        .filter(({ subject }) => may('read team', subject))
        .map(({ id, name, email, sample, role, scope, names, subject, grantedBy, grantedAt, account }) => ({
          id,
          state: 'holds' as const,
          name,
          email,
          sample,
          role,
          reach: scope.is,
          names,
          by: grantedBy,
          at: grantedAt,
          until: null,
          mine: given(role, subject),
          you: account === actor.account,
        })),
      ...(await openInvitations(db, edition.id))
        .filter(({ subject }) => may('read team', subject))
        .map((row) => ({
          id: row.id,
          state: stateOf(row, now) === 'expired' ? ('expired' as const) : ('invited' as const),
          name: row.name,
          email: row.email,
          sample: false,
          role: row.role,
          reach: row.scope.is,
          names: row.names,
          by: row.invitedBy,
          at: row.sentAt,
          until: row.expiresAt,
          mine: given(row.role, row.subject),
          you: false,
        })),
    ];
    const { id, series } = edition;
    const whole = { series, edition: id };
    const offer = (scope: Scope, subject: Subject, names: ScopeNames): Offer => ({
      key: scopeKey(scope),
      reach: scope.is as Reach,
      names,
      roles: GRANTED_ROLES.filter((role) => REACHES[role].includes(scope.is as Reach) && given(role, subject)),
    });
    const named = { board: null, edition: null };
    const seriesName = await db.selectFrom('series').select('name').where('id', '=', series).executeTakeFirstOrThrow();
    const offers = [
      offer({ is: 'edition', edition: id }, whole, { is: 'edition', ...named, name: edition.name }),
      offer({ is: 'series', series }, { series }, { is: 'series', ...named, name: seriesName.name as unknown as ScopeNames['name'] }),
      ...BOARDS.map((board) =>
        offer({ is: 'board', edition: id, board }, { ...whole, board }, { is: 'board', ...named, name: null, board }),
      ),
      ...(await invitable(db, id)).map(({ kind, id: of, name, board, hosts }) =>
        kind === 'organisation'
          ? offer({ is: 'organisation', organisation: of, edition: id }, { ...whole, organisations: hosts }, { is: kind, ...named, name })
          : offer(
              { is: 'activity', activity: of },
              { ...whole, activity: of, organisations: hosts, ...(board ? { board } : {}) },
              { is: kind, ...named, name },
            ),
      ),
    ].filter(({ roles }) => roles.length > 0);
    return { rows, offers };
  },
});

export const ownRoles = view({
  name: 'account.roles',
  input: z.object({ account: z.uuid() }),
  permission: 'read account',
  subject: (_, { account }) => ({ account }),
  run: async ({ db, input }) =>
    (await grantsOf(db, input.account)).map(({ id, role, names, grantedBy, grantedAt }) => ({ id, role, names, grantedBy, grantedAt })),
});

/** What stands behind the link of an invitation: for whoever has it. */
export const invitationBehind = view({
  name: 'invitation',
  input: z.object({ token: z.string().max(200) }),
  permission: 'begin sign-in',
  subject: () => ({}),
  async run({ db, input, now }) {
    const found = await invitationByToken(db, input.token);
    if (!found) return null;
    const { email, role, names, invitedBy, edition, expiresAt } = found;
    const inviter = await accountByEmail(db, invitedBy);
    return {
      email,
      role,
      names,
      by: inviter?.name ?? invitedBy,
      edition: edition.name,
      slug: edition.slug,
      expiresAt,
      state: stateOf(found, now),
    };
  },
});
