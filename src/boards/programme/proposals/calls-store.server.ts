/** Calls in the database. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Subject } from '#platform/permissions.ts';
import type { Localised } from '#registry/text.ts';
import type { Category, EditionStatus, Place, PlainDate, Uuid } from '../content.ts';
import type { Call, Counted, Quota } from './call.ts';
import type { Choices } from './model.ts';

type Tx = Transaction<DB>;

const CALL = sql`c.id, c.edition_id as edition, c.slug, c.board, c.kind, c.state, c.title, c.about, c.closes_at as "closesAt",
  c.review_by as "reviewBy", c.resubmit_by as "resubmitBy", c.questions, c.criteria, c.sample, c.version,
  (select coalesce(json_agg(json_build_object('of', q.of, 'category', q.category_id, 'counts', q.counts, 'places', q.places)
    order by q.position), '[]') from call_quota q where q.call_id = c.id) as quotas`;

/** Newest deadline first. */
export const callsOf = async (db: Kysely<DB>, edition: Uuid): Promise<Call[]> =>
  (await sql<Call>`select ${CALL} from call c where c.edition_id = ${edition} order by c.closes_at desc, c.slug`.execute(db)).rows;

export const callBySlug = async (db: Kysely<DB>, edition: string, slug: string): Promise<Call | null> =>
  (
    await sql<Call>`select ${CALL} from call c join edition e on e.id = c.edition_id where e.slug = ${edition} and c.slug = ${slug}`.execute(
      db,
    )
  ).rows[0] ?? null;

export const callById = async (db: Kysely<DB>, id: Uuid): Promise<Call> =>
  (await sql<Call>`select ${CALL} from call c where c.id = ${id}`.execute(db)).rows[0]!;

export interface OpenCall {
  edition: { slug: string; name: Localised; startsOn: PlainDate | null; endsOn: PlainDate | null; timeZone: string };
  slug: string;
  title: Localised;
  about: Localised | null;
  closesAt: string;
  sample: boolean;
}

/** The calls of every edition that take proposals now, the soonest to close first. */
export const openCallsAt = async (db: Kysely<DB>, now: string): Promise<OpenCall[]> =>
  (
    await sql<OpenCall>`select json_build_object('slug', e.slug, 'name', e.name, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
        'timeZone', e.time_zone) as edition, c.slug, c.title, c.about, c.closes_at as "closesAt", c.sample
      from call c join edition e on e.id = c.edition_id where c.state = 'open' and c.closes_at >= ${now} order by c.closes_at, c.slug`.execute(
      db,
    )
  ).rows;

/** A call towards the table of permissions. */
export async function callSubject(db: Kysely<DB>, { edition, call }: { edition: string; call: string }): Promise<Subject | null> {
  const found = await db
    .selectFrom('call as c')
    .innerJoin('edition as e', 'e.id', 'c.edition_id')
    .select(['e.id', 'e.series_id', 'c.board'])
    .where('e.slug', '=', edition)
    .where('c.slug', '=', call)
    .executeTakeFirst();
  return found ? { series: found.series_id, edition: found.id, board: found.board } : null;
}

/** Holds a call until the transaction ends, so that those who take one of its places take turns. */
export async function holdCall(tx: Tx, id: Uuid): Promise<void> {
  await tx.selectFrom('call').select('id').where('id', '=', id).forUpdate().execute();
}

/** All proposals of a call, as its quotas look at them. */
export const countedOf = async (db: Kysely<DB>, call: Uuid): Promise<Counted[]> =>
  (
    await sql<Counted>`select id, state, organisation_id as organisation, focus_id as focus, topic_id as topic
      from proposal where call_id = ${call}`.execute(db)
  ).rows;

export interface CallValues {
  board: string;
  kind: string;
  title: Localised;
  about: Localised | null;
  closesAt: string;
  reviewBy: string | null;
  resubmitBy: string | null;
  questions: unknown[];
  criteria: unknown[];
  quotas: Quota[];
}

const columnsOf = (call: CallValues) => ({
  board: call.board,
  kind: call.kind,
  title: JSON.stringify(call.title),
  about: call.about && JSON.stringify(call.about),
  closes_at: call.closesAt,
  review_by: call.reviewBy,
  resubmit_by: call.resubmitBy,
  questions: JSON.stringify(call.questions),
  criteria: JSON.stringify(call.criteria),
});

export async function insertCall(tx: Tx, edition: Uuid, slug: string, call: CallValues, sample = false): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('call')
    .values({ id, edition_id: edition, slug, state: 'draft', sample, ...columnsOf(call) })
    .execute();
  await writeQuotas(tx, id, call.quotas);
  return id;
}

/** Whether the call was still as `version` says. */
export async function updateCall(tx: Tx, id: Uuid, version: number, call: CallValues): Promise<boolean> {
  const done = await tx
    .updateTable('call')
    .set({ ...columnsOf(call), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await writeQuotas(tx, id, call.quotas);
  return true;
}

async function writeQuotas(tx: Tx, call: Uuid, quotas: readonly Quota[]): Promise<void> {
  await tx.deleteFrom('call_quota').where('call_id', '=', call).execute();
  if (quotas.length === 0) return;
  await tx
    .insertInto('call_quota')
    .values(
      quotas.map((quota, position) => ({
        call_id: call,
        position,
        of: quota.of,
        category_id: quota.category,
        counts: quota.counts,
        places: quota.places,
      })),
    )
    .execute();
}

export async function setCallState(tx: Tx, id: Uuid, state: Call['state'], now: string): Promise<void> {
  await sql`update call set state = ${state}, version = version + 1,
    opened_at = case when ${state} = 'open' then coalesce(opened_at, ${now}) else opened_at end where id = ${id}`.execute(tx);
}

/** What forms about an edition choose among. */
export interface EditionFrame extends Choices {
  id: Uuid;
  slug: string;
  status: EditionStatus;
  timeZone: string;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  focusList: Category[];
  topicList: Category[];
  /** Venues and their rooms. */
  placeList: Pick<Place, 'id' | 'kind' | 'parent' | 'name' | 'capacity' | 'equipment' | 'layouts'>[];
}

export async function editionFrame(db: Kysely<DB>, slug: string): Promise<EditionFrame> {
  const { rows } = await sql<Omit<EditionFrame, 'days' | 'focuses' | 'topics' | 'places'>>`
    select e.id, e.slug, e.status, e.languages, e.time_zone as "timeZone", e.starts_on as "startsOn", e.ends_on as "endsOn",
      (select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.position), '[]')
        from category c where c.edition_id = e.id and c.kind = 'focus') as "focusList",
      (select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.position), '[]')
        from category c where c.edition_id = e.id and c.kind = 'topic') as "topicList",
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'parent', p.parent_id, 'name', p.name, 'capacity', p.capacity,
        'equipment', p.equipment, 'layouts', p.layouts) order by ep.position), '[]')
        from edition_place ep join place p on p.id = ep.place_id where ep.edition_id = e.id) as "placeList"
    from edition e where e.slug = ${slug}`.execute(db);
  const frame = rows[0]!;
  const ids = (list: readonly { id: Uuid }[]) => list.map(({ id }) => id);
  return {
    ...frame,
    days: daysOf(frame.startsOn, frame.endsOn),
    focuses: ids(frame.focusList),
    topics: ids(frame.topicList),
    places: ids(frame.placeList),
  };
}

function daysOf(from: PlainDate | null, to: PlainDate | null): PlainDate[] {
  const days: PlainDate[] = [];
  if (from && to)
    for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
