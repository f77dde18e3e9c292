/** Claims to act for an organisation, and the people who do. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised, PageLanguage } from '#registry/text.ts';
import type { Uuid } from '../content.ts';
import { freeSlug, slugOf } from '../import/slugs.ts';

type Tx = Transaction<DB>;

export interface Claim {
  id: Uuid;
  edition: { id: Uuid; slug: string; name: Localised };
  call: Localised | null;
  account: Uuid;
  who: { name: string; email: string; language: PageLanguage };
  organisation: Uuid | null;
  /** Of the registry, or as it was written. */
  organisationName: Localised;
  says: string;
  state: 'asked' | 'granted' | 'refused';
  askedAt: string;
  decidedAt: string | null;
  reason: string | null;
}

const CLAIM = sql`cl.id, json_build_object('id', e.id, 'slug', e.slug, 'name', e.name) as edition, c.title as call, cl.account_id as account,
  json_build_object('name', a.name, 'email', a.email, 'language', a.language) as who, cl.organisation_id as organisation,
  coalesce(o.name::jsonb, jsonb_build_object('source', 'zh', 'texts', jsonb_build_object('zh', cl.organisation_name))) as "organisationName",
  cl.says, cl.state, cl.asked_at as "askedAt", cl.decided_at as "decidedAt", cl.reason`;
const FROM = sql`organisation_claim cl join edition e on e.id = cl.edition_id join account a on a.id = cl.account_id
  left join call c on c.id = cl.call_id left join organisation o on o.id = cl.organisation_id`;

/** Those that wait for the office first. */
export const claimsOf = async (db: Kysely<DB>, edition: Uuid): Promise<Claim[]> =>
  (
    await sql<Claim>`select ${CLAIM} from ${FROM} where cl.edition_id = ${edition} order by cl.state <> 'asked', cl.asked_at desc`.execute(
      db,
    )
  ).rows;

export const claimsBy = async (db: Kysely<DB>, account: Uuid): Promise<Claim[]> =>
  (await sql<Claim>`select ${CLAIM} from ${FROM} where cl.account_id = ${account} order by cl.asked_at desc`.execute(db)).rows;

export const holdClaim = async (tx: Tx, edition: string, id: Uuid): Promise<Claim | null> =>
  (await sql<Claim>`select ${CLAIM} from ${FROM} where cl.id = ${id} and e.slug = ${edition} for update of cl`.execute(tx)).rows[0] ?? null;

/** `false` where the same is asked already. */
export async function insertClaim(
  tx: Tx,
  given: { edition: Uuid; call: Uuid; account: Uuid; organisation: Uuid | null; organisationName: string | null; says: string },
  now: string,
): Promise<boolean> {
  const made = await tx
    .insertInto('organisation_claim')
    .values({
      id: randomUUID(),
      edition_id: given.edition,
      call_id: given.call,
      account_id: given.account,
      organisation_id: given.organisation,
      organisation_name: given.organisationName,
      says: given.says,
      state: 'asked',
      asked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function decideClaim(
  tx: Tx,
  id: Uuid,
  decided: { state: 'granted' | 'refused'; organisation: Uuid | null; by: string; reason: string | null },
  now: string,
): Promise<void> {
  await tx
    .updateTable('organisation_claim')
    .set({
      state: decided.state,
      decided_at: now,
      decided_by: decided.by,
      reason: decided.reason,
      ...(decided.organisation ? { organisation_id: decided.organisation } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** An organisation that the registry did not know, as somebody wrote its name. */
export async function insertOrganisation(tx: Tx, name: Localised): Promise<Uuid> {
  const id = randomUUID();
  const rows = await tx.selectFrom('organisation').select('slug').execute();
  const slug = freeSlug(new Set(rows.map((row) => row.slug)), slugOf(name.texts['en'] ?? ''), `organisation-${id.slice(0, 8)}`);
  await tx
    .insertInto('organisation')
    .values({ id, slug, name: JSON.stringify(name), kind: 'other' })
    .execute();
  return id;
}

export interface Known {
  id: Uuid;
  name: Localised;
}

/** Every organisation of the registry, to choose from. */
export const organisations = async (db: Kysely<DB>): Promise<Known[]> =>
  (await sql<Known>`select id, name from organisation order by sample, name #>> '{texts,zh}' collate "und-x-icu"`.execute(db)).rows;

export interface Recipient {
  account: Uuid;
  address: string;
  name: string;
  language: PageLanguage;
}

const recipient = sql`a.id as account, a.email as address, a.name, a.language`;

/** Leads and editors of an organisation's team in an edition. */
export const teamOf = async (db: Kysely<DB>, organisation: Uuid, edition: Uuid): Promise<Recipient[]> =>
  (
    await sql<Recipient>`select distinct ${recipient} from role_grant g join account a on a.id = g.account_id
      where g.role in ('host-lead', 'host-editor') and g.organisation_id = ${organisation} and (g.edition_id is null or g.edition_id = ${edition})
        and g.ended_at is null and a.closed_at is null order by a.email`.execute(db)
  ).rows;

/** Whoever decides about proposals of a board: the office of the edition and the board's manager. */
export const officeOf = async (db: Kysely<DB>, edition: Uuid, board: string): Promise<Recipient[]> =>
  (
    await sql<Recipient>`select distinct ${recipient} from role_grant g join account a on a.id = g.account_id join edition e on e.id = ${edition}
      where g.ended_at is null and a.closed_at is null and (
        (g.role = 'office' and (g.scope = 'all' or g.series_id = e.series_id or (g.scope = 'edition' and g.edition_id = e.id)))
        or (g.role = 'board-manager' and g.edition_id = e.id and g.board = ${board})) order by a.email`.execute(db)
  ).rows;
