/** Accounts and what they were granted. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Actor } from '../actor.ts';
import type { DB } from '../database/schema.ts';
import type { Grant, GrantedRole, Role, Scope } from '../permissions.ts';
import type { PageLanguage } from '#registry/text.ts';

export interface Account {
  id: string;
  email: string;
  name: string;
  language: PageLanguage;
  /** Id of the registry's entry of the same person. */
  person: string | null;
  sample: boolean;
}

export async function accountById(db: Kysely<DB>, id: string): Promise<Account | null> {
  return accountOf(await open(db).where('id', '=', id).executeTakeFirst());
}

/** Addresses are compared in lower case. */
export async function accountByEmail(db: Kysely<DB>, email: string): Promise<Account | null> {
  return accountOf(await open(db).where('email', '=', email.trim().toLowerCase()).executeTakeFirst());
}

const open = (db: Kysely<DB>) => db.selectFrom('account').selectAll().where('closed_at', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof open>['executeTakeFirst']>>;
const accountOf = (row: Row): Account | null =>
  row
    ? { id: row.id, email: row.email, name: row.name, language: row.language as PageLanguage, person: row.person_id, sample: row.sample }
    : null;

/** The account of an address, made where there is none. */
export async function provideAccount(
  db: Kysely<DB>,
  given: { id?: string; email: string; name: string; language: PageLanguage; person?: string | null; sample?: boolean },
  now: string,
): Promise<Account> {
  const email = given.email.trim().toLowerCase();
  await db
    .insertInto('account')
    .values({
      id: given.id ?? randomUUID(),
      email,
      name: given.name,
      language: given.language,
      person_id: given.person ?? null,
      created_at: now,
      sample: given.sample ?? false,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
  return (await accountByEmail(db, email))!;
}

/** Who acts, with all that the account holds: what was granted, its own things, and its registry entry's appearances. */
export async function actorOf(db: Kysely<DB>, account: Account): Promise<Actor> {
  const rows = await db.selectFrom('role_grant').selectAll().where('account_id', '=', account.id).where('ended_at', 'is', null).execute();
  const granted = rows.map((row): Grant => ({ role: row.role as Role, scope: scopeOf(row) }));
  const own: Grant[] = [
    { role: 'member', scope: { is: 'account', account: account.id } },
    ...(account.person ? [{ role: 'speaker', scope: { is: 'person', person: account.person } } as Grant] : []),
    { role: 'public', scope: { is: 'all' } },
  ];
  return { name: account.email, account: account.id, grants: [...granted, ...own] };
}

interface ScopeRow {
  scope: string;
  series_id: string | null;
  edition_id: string | null;
  board: string | null;
  activity_id: string | null;
  organisation_id: string | null;
}

export function scopeOf(row: ScopeRow): Scope {
  switch (row.scope) {
    case 'series':
      return { is: 'series', series: row.series_id! };
    case 'edition':
      return { is: 'edition', edition: row.edition_id! };
    case 'board':
      return { is: 'board', edition: row.edition_id!, board: row.board! };
    case 'activity':
      return { is: 'activity', activity: row.activity_id! };
    case 'organisation':
      return { is: 'organisation', organisation: row.organisation_id!, edition: row.edition_id };
    default:
      return { is: 'all' };
  }
}

export function rowOfScope(scope: Scope): ScopeRow {
  const none = { series_id: null, edition_id: null, board: null, activity_id: null, organisation_id: null };
  switch (scope.is) {
    case 'series':
      return { ...none, scope: 'series', series_id: scope.series };
    case 'edition':
      return { ...none, scope: 'edition', edition_id: scope.edition };
    case 'board':
      return { ...none, scope: 'board', edition_id: scope.edition, board: scope.board };
    case 'activity':
      return { ...none, scope: 'activity', activity_id: scope.activity };
    case 'organisation':
      return { ...none, scope: 'organisation', organisation_id: scope.organisation, edition_id: scope.edition };
    case 'all':
      return { ...none, scope: 'all' };
    default:
      throw new Error(`A role is never granted towards one's own ${scope.is}: it comes with the account.`);
  }
}

/** Grants a role; granting it again changes nothing. */
export async function grantRole(
  db: Kysely<DB>,
  given: { account: string; role: GrantedRole; scope: Scope; by: string },
  now: string,
): Promise<void> {
  await db
    .insertInto('role_grant')
    .values({
      id: randomUUID(),
      account_id: given.account,
      role: given.role,
      ...rowOfScope(given.scope),
      granted_by: given.by,
      granted_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
