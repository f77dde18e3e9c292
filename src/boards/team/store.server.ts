/** Grants and invitations as they are stored, with the names of what they reach. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { scopeOf } from '#platform/identity/accounts.server.ts';
import { hashOf } from '#platform/identity/secrets.ts';
import type { GrantedRole, Scope, Subject } from '#platform/permissions.ts';
import { activitySubject } from '#registry/subjects.server.ts';
import type { Localised, PageLanguage } from '#registry/text.ts';
import type { ScopeNames } from './words.ts';

export interface EditionRow {
  id: string;
  series: string;
  slug: string;
  name: Localised;
}

export async function editionNamed(db: Kysely<DB>, slug: string): Promise<EditionRow | null> {
  const row = await db
    .selectFrom('edition')
    .select(['id', 'series_id as series', 'slug', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? { ...row, name: row.name as unknown as Localised } : null;
}

/** What a scope is about, for the table of permissions; `null` where there is no such thing. */
export async function subjectOfScope(db: Kysely<DB>, scope: Scope): Promise<Subject | null> {
  switch (scope.is) {
    case 'all':
      return {};
    case 'series':
      return { series: scope.series };
    case 'edition':
      return inEdition(db, scope.edition, {});
    case 'board':
      return inEdition(db, scope.edition, { board: scope.board });
    case 'activity':
      return activitySubject(db, { activity: scope.activity });
    case 'organisation':
      return scope.edition === null
        ? { organisations: [scope.organisation] }
        : inEdition(db, scope.edition, { organisations: [scope.organisation] });
    default:
      return null;
  }
}

async function inEdition(db: Kysely<DB>, edition: string, more: Subject): Promise<Subject | null> {
  const row = await db.selectFrom('edition').select('series_id').where('id', '=', edition).executeTakeFirst();
  return row ? { series: row.series_id, edition, ...more } : null;
}

/** Columns that say a scope, and the names of what it reaches; the table's own alias is given. */
const reach = (of: 'g' | 'i') => sql`
  ${sql.ref(`${of}.scope`)} as scope, ${sql.ref(`${of}.series_id`)} as series_id, ${sql.ref(`${of}.edition_id`)} as edition_id,
  ${sql.ref(`${of}.board`)} as board, ${sql.ref(`${of}.activity_id`)} as activity_id, ${sql.ref(`${of}.organisation_id`)} as organisation_id,
  coalesce(a.title, o.name, s.name, e.name) as name, e.name as edition,
  (select coalesce(array_agg(ao.organisation_id), '{}') from activity_organisation ao
    where ao.activity_id = a.id and ao.role in ('lead', 'host', 'co-host')) as hosts,
  a.board as activity_board, coalesce(ea.series_id, e.series_id, ${sql.ref(`${of}.series_id`)}) as of_series, coalesce(a.edition_id, e.id) as of_edition`;
const reached = (of: 'g' | 'i') => sql`
  left join activity a on a.id = ${sql.ref(`${of}.activity_id`)}
  left join edition ea on ea.id = a.edition_id
  left join organisation o on o.id = ${sql.ref(`${of}.organisation_id`)}
  left join series s on s.id = ${sql.ref(`${of}.series_id`)}
  left join edition e on e.id = ${sql.ref(`${of}.edition_id`)}`;

interface Reached {
  scope: string;
  series_id: string | null;
  edition_id: string | null;
  board: string | null;
  activity_id: string | null;
  organisation_id: string | null;
  name: Localised | null;
  edition: Localised | null;
  hosts: string[];
  activity_board: string | null;
  of_series: string | null;
  of_edition: string | null;
}

export interface WithScope {
  scope: Scope;
  names: ScopeNames;
  subject: Subject;
}

function withScope(row: Reached): WithScope {
  const scope = scopeOf(row);
  const board = row.activity_board ?? row.board;
  return {
    scope,
    names: { is: scope.is, board: row.board, name: row.name, edition: row.edition },
    subject: {
      ...(row.of_series ? { series: row.of_series } : {}),
      ...(row.of_edition ? { edition: row.of_edition } : {}),
      ...(board ? { board } : {}),
      ...(row.activity_id ? { activity: row.activity_id, organisations: row.hosts } : {}),
      ...(row.organisation_id ? { organisations: [row.organisation_id] } : {}),
    },
  };
}

export interface GrantRow extends WithScope {
  id: string;
  account: string;
  email: string;
  name: string;
  sample: boolean;
  role: GrantedRole;
  grantedBy: string;
  grantedAt: string;
  endedAt: string | null;
}

type GrantColumns = Reached & Omit<GrantRow, keyof WithScope> & { who: string };

const grants = async (db: Kysely<DB>, where: ReturnType<typeof sql>): Promise<GrantRow[]> =>
  (
    await sql<GrantColumns>`
      select g.id, g.account_id as account, c.email, c.name as who, c.sample, g.role, g.granted_by as "grantedBy", g.granted_at as "grantedAt",
        g.ended_at as "endedAt", ${reach('g')}
      from role_grant g join account c on c.id = g.account_id ${reached('g')}
      where c.closed_at is null and ${where} order by c.name, g.granted_at`.execute(db)
  ).rows.map((row) => ({ ...row, ...withScope(row), name: row.who }));

/** Whoever holds a role that reaches into the edition. */
export const grantsReaching = (db: Kysely<DB>, { id, series }: EditionRow): Promise<GrantRow[]> =>
  grants(
    db,
    sql`g.ended_at is null and (g.scope = 'all' or g.series_id = ${series} or g.edition_id = ${id} or a.edition_id = ${id}
      or (g.scope = 'organisation' and g.edition_id is null))`,
  );
export const grantsOf = (db: Kysely<DB>, account: string): Promise<GrantRow[]> =>
  grants(db, sql`g.ended_at is null and g.account_id = ${account}`);
export const grantById = async (db: Kysely<DB>, id: string): Promise<GrantRow | null> => (await grants(db, sql`g.id = ${id}`))[0] ?? null;

export interface InvitationRow extends WithScope {
  id: string;
  edition: EditionRow;
  email: string;
  name: string;
  language: PageLanguage;
  role: GrantedRole;
  invitedBy: string;
  invitedAt: string;
  sentAt: string;
  expiresAt: string;
  acceptedAt: string | null;
  revokedAt: string | null;
}

type InvitationColumns = Reached &
  Omit<InvitationRow, keyof WithScope | 'edition'> & {
    invitee: string;
    desk: string;
    desk_slug: string;
    desk_series: string;
    desk_name: Localised;
  };

const invitations = async (db: Kysely<DB>, where: ReturnType<typeof sql>): Promise<InvitationRow[]> =>
  (
    await sql<InvitationColumns>`
      select i.id, i.email, i.name as invitee, i.language, i.role, i.invited_by as "invitedBy", i.invited_at as "invitedAt", i.sent_at as "sentAt",
        i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt",
        d.id as desk, d.slug as desk_slug, d.series_id as desk_series, d.name as desk_name, ${reach('i')}
      from invitation i join edition d on d.id = i.sent_from ${reached('i')}
      where ${where} order by i.invited_at desc`.execute(db)
  ).rows.map((row) => ({
    ...row,
    ...withScope(row),
    name: row.invitee,
    edition: { id: row.desk, slug: row.desk_slug, series: row.desk_series, name: row.desk_name },
  }));

export const openInvitations = (db: Kysely<DB>, edition: string): Promise<InvitationRow[]> =>
  invitations(db, sql`i.sent_from = ${edition} and i.accepted_at is null and i.revoked_at is null`);
export const invitationById = async (db: Kysely<DB>, id: string): Promise<InvitationRow | null> =>
  (await invitations(db, sql`i.id = ${id}`))[0] ?? null;
export const invitationByToken = async (db: Kysely<DB>, token: string): Promise<InvitationRow | null> =>
  (await invitations(db, sql`i.token_sha256 = ${hashOf(token)}`))[0] ?? null;

/** What somebody can be invited to at the desk of an edition, beside the edition, its series and its boards. */
export async function invitable(db: Kysely<DB>, edition: string) {
  const { rows } = await sql<{ kind: 'organisation' | 'activity'; id: string; name: Localised; board: string | null; hosts: string[] }>`
    with hosting as (
      select ao.organisation_id, ao.activity_id from activity_organisation ao join activity a on a.id = ao.activity_id
      where a.edition_id = ${edition} and ao.role in ('lead', 'host', 'co-host'))
    select 'organisation' as kind, o.id, o.name, null as board, array[o.id] as hosts from organisation o
      where o.id in (select organisation_id from hosting)
    union all
    select 'activity', a.id, a.title, a.board, (select coalesce(array_agg(h.organisation_id), '{}') from hosting h where h.activity_id = a.id)
      from activity a where a.edition_id = ${edition}`.execute(db);
  return rows;
}
