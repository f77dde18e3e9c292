import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Audience, Draft, Issued, NoticeText } from './model.ts';

const texts = sql`n.id, n.edition_id as edition, n.state, n.kind, n.issuer, n.title, n.body, n.valid_from as "validFrom", n.valid_until as "validUntil",
  n.audience, n.area as roads, n.sample`;
const issued = sql`${texts}, n.number, n.issued_at as "issuedAt", n.ended_at as "endedAt", n.withdrawn_because as "withdrawnBecause",
  (select r.number from notice r where r.id = n.replaces_id) as replaces, (select r.number from notice r where r.id = n.replaced_by_id) as "replacedBy"`;

/** Everything ever issued, of all editions by slug, newest first. */
export async function issuedNotices(db: Kysely<DB>): Promise<Map<string, Issued[]>> {
  const { rows } = await sql<Issued & { slug: string }>`
    select ${issued}, e.slug from notice n join edition e on e.id = n.edition_id where n.state <> 'draft' order by e.slug, n.number desc`.execute(
    db,
  );
  const byEdition = new Map<string, Issued[]>();
  for (const { slug, ...notice } of rows) byEdition.set(slug, [...(byEdition.get(slug) ?? []), notice]);
  return byEdition;
}

const drafted = sql`${texts}, n.replaces_id as replaces, n.version, n.written_by as "writtenBy", n.written_at as "writtenAt"`;

export async function draftsOf(db: Kysely<DB>, edition: string): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select ${drafted} from notice n where n.edition_id = ${edition} and n.state = 'draft' order by n.written_at desc, n.id`.execute(db);
  return rows;
}

export async function issuedOf(db: Kysely<DB>, edition: string): Promise<Issued[]> {
  const { rows } = await sql<Issued>`
    select ${issued} from notice n where n.edition_id = ${edition} and n.state <> 'draft' order by n.number desc`.execute(db);
  return rows;
}

export async function noticeOf(db: Kysely<DB>, id: string): Promise<Draft | Issued | null> {
  const { rows } = await sql<{ state: string }>`select n.state from notice n where n.id = ${id}`.execute(db);
  if (!rows[0]) return null;
  const columns = rows[0].state === 'draft' ? drafted : issued;
  const found = await sql<Draft | Issued>`select ${columns} from notice n where n.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

/** Locked until the transaction ends. */
export async function noticeForUpdate(tx: Kysely<DB>, id: string): Promise<Draft | Issued | null> {
  await sql`select from notice where id = ${id} for update`.execute(tx);
  return noticeOf(tx, id);
}

const columnsOf = ({ kind, issuer, title, body, validFrom, validUntil, audience, roads }: NoticeText) => ({
  kind,
  issuer: JSON.stringify(issuer),
  title: JSON.stringify(title),
  body: JSON.stringify(body),
  valid_from: validFrom,
  valid_until: validUntil,
  audience: JSON.stringify(audience),
  area: roads && JSON.stringify(roads),
});

export interface NewDraft extends NoticeText {
  id: string;
  edition: string;
  replaces: string | null;
  /** The edition or the activity whose move it tells of; what replaces it tells of the same. */
  tellsMoveOf?: string;
  sample?: boolean;
}

export async function addDraft(tx: Kysely<DB>, draft: NewDraft, by: string, now: string): Promise<void> {
  await tx
    .insertInto('notice')
    .values({
      ...{ id: draft.id, edition_id: draft.edition, state: 'draft', replaces_id: draft.replaces, sample: draft.sample ?? false },
      ...columnsOf(draft),
      ...{ written_by: by, written_at: now },
      tells_move_of: draft.tellsMoveOf ?? sql<string | null>`(select tells_move_of from notice where id = ${draft.replaces})`,
    })
    .execute();
}

export async function saveDraft(tx: Kysely<DB>, id: string, text: NoticeText, by: string, now: string): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ ...columnsOf(text), version: sql`version + 1`, written_by: by, written_at: now })
    .where('id', '=', id)
    .execute();
}

export async function removeDraft(tx: Kysely<DB>, id: string): Promise<void> {
  await tx.deleteFrom('notice').where('id', '=', id).where('state', '=', 'draft').execute();
}

/** Issuers of one edition take turns until their transaction ends, so that its numbers have neither gaps nor twins. */
export async function holdNumbers(tx: Kysely<DB>, edition: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`notices ${edition}`}))`.execute(tx);
}

export async function nextNumber(tx: Kysely<DB>, edition: string): Promise<number> {
  const { last } = await tx
    .selectFrom('notice')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('edition_id', '=', edition)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Gives the draft its number; what it replaces is replaced by it. */
export async function markIssued(
  tx: Kysely<DB>,
  { id, replaces }: Pick<Draft, 'id' | 'replaces'>,
  number: number,
  by: string,
  now: string,
): Promise<void> {
  await tx.updateTable('notice').set({ state: 'issued', number, issued_by: by, issued_at: now }).where('id', '=', id).execute();
  if (replaces)
    await tx
      .updateTable('notice')
      .set({ state: 'replaced', replaced_by_id: id, ended_by: by, ended_at: now })
      .where('id', '=', replaces)
      .execute();
}

/** The notice in force by which the last move of an edition, or of one activity in it, was told. */
export async function standingOfMove(tx: Kysely<DB>, of: string): Promise<string | null> {
  const standing = tx.selectFrom('notice').select('id').where('tells_move_of', '=', of).where('state', '=', 'issued');
  return (await standing.orderBy('number', 'desc').limit(1).executeTakeFirst())?.id ?? null;
}

export async function markWithdrawn(
  tx: Kysely<DB>,
  id: string,
  because: Issued['withdrawnBecause'],
  by: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ state: 'withdrawn', withdrawn_because: JSON.stringify(because), ended_by: by, ended_at: now })
    .where('id', '=', id)
    .execute();
}

export interface Reader {
  account: string;
  email: string;
  name: string;
  language: PageLanguage;
}

/**
 * Accounts that a notice is written to. Everybody: all who work on the edition, and all who appear in its programme; host teams: of the
 * edition's activities; a board or an activity: its host teams and the people in it.
 */
export async function readersOf(db: Kysely<DB>, edition: string, audience: Audience): Promise<Reader[]> {
  const board = audience.is === 'board' ? audience.board : null;
  const activity = audience.is === 'activity' ? audience.activity : null;
  const { rows } = await sql<Reader>`
    with about as (
      select a.id from activity a where a.edition_id = ${edition}
        and (${board}::text is null or a.board = ${board}) and (${activity}::uuid is null or a.id = ${activity})
    ), people as (
      select person_id from activity_person where activity_id in (select id from about)
      union select p.person_id from session_person p join session s on s.id = p.session_id where s.activity_id in (select id from about)
    )
    select a.id as account, a.email, a.name, a.language from account a where a.closed_at is null and (
      (${audience.is !== 'hosts'} and a.person_id in (select person_id from people))
      or exists (select from role_grant g where g.account_id = a.id and g.ended_at is null and (
        (g.scope = 'activity' and g.activity_id in (select id from about))
        or (g.scope = 'organisation' and (g.edition_id is null or g.edition_id = ${edition}) and exists (
          select from activity_organisation o where o.organisation_id = g.organisation_id and o.role in ('lead', 'host', 'co-host')
            and o.activity_id in (select id from about)))
        or (g.scope = 'board' and g.edition_id = ${edition} and (${audience.is === 'everybody'} or g.board = ${board}))
        or (${audience.is === 'everybody'} and (g.scope = 'edition' and g.edition_id = ${edition}
          or g.scope = 'series' and g.series_id = (select series_id from edition where id = ${edition})))
      ))
    ) order by a.email`.execute(db);
  return rows;
}

/** What became of the mails about a notice, by state. */
export async function mailsAbout(db: Kysely<DB>, id: string): Promise<Partial<Record<string, number>>> {
  const rows = await db
    .selectFrom('message as m')
    .innerJoin('message_batch as b', 'b.id', 'm.batch_id')
    .select(({ fn }) => ['m.state', fn.countAll<number>().as('count')])
    .where('b.about', '=', `notice ${id}`)
    .groupBy('m.state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export interface EditionFrame {
  id: string;
  slug: string;
  series: string;
  name: Issued['title'];
  timeZone: string;
}

export async function editionFrame(db: Kysely<DB>, edition: { id: string } | { slug: string }): Promise<EditionFrame | null> {
  const found = await db
    .selectFrom('edition')
    .select(['id', 'slug', 'series_id as series', 'name', 'time_zone as timeZone'])
    .where('id' in edition ? 'id' : 'slug', '=', 'id' in edition ? edition.id : edition.slug)
    .executeTakeFirst();
  return (found as EditionFrame | undefined) ?? null;
}

/** Activities and boards that a notice can be addressed to. */
export const addressees = (db: Kysely<DB>, edition: string) =>
  db.selectFrom('activity').select(['id', 'board', 'title', 'number']).where('edition_id', '=', edition).orderBy('number').execute();

/** Venues of the edition with a known position, for the ground that roads are drawn on; first where most takes place. */
export async function venuesOf(db: Kysely<DB>, edition: string): Promise<{ name: Issued['title']; at: [number, number] }[]> {
  const { rows } = await sql<{ name: Issued['title']; longitude: number; latitude: number }>`
    with recursive used as (
      select a.id as activity, p.id, p.parent_id from activity a join place p on p.id = a.room_id where a.edition_id = ${edition}
      union select u.activity, p.id, p.parent_id from place p join used u on p.id = u.parent_id
    ) select p.name, p.longitude, p.latitude from place p
    join (select id, count(*) as times from used group by id) u on u.id = p.id
    where p.kind = 'venue' and p.latitude is not null and p.longitude is not null order by u.times desc, p.slug`.execute(db);
  return rows.map(({ name, longitude, latitude }) => ({ name, at: [longitude, latitude] }));
}
