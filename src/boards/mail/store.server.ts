import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { PageLanguage } from '#registry/text.ts';
import { type BatchLine, type Counts, type Deed, DEEDS, type MessageLine, type MessageRead, type MessageState } from './model.ts';

export interface OutboxQuery {
  edition: string;
  /** Only batches that this account wrote; `null` for all. */
  writtenBy: string | null;
  /** Words looked for in titles, subjects and recipients. */
  q: string;
  /** Only batches with a message in this state. */
  state: MessageState | null;
  limit: number;
  offset: number;
}

const like = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

/** Newest first. */
export async function batchesOf(db: Kysely<DB>, query: OutboxQuery): Promise<{ batches: BatchLine[]; total: number }> {
  const { edition, writtenBy, q, state, limit, offset } = query;
  const words = q.split(/\s+/).filter(Boolean).map(like);
  const { rows } = await sql<BatchLine & { total: number }>`
    select b.id, b.kind, b.about, b.title, b.written_by as by, b.written_at as at, count(*) over () as total,
      coalesce((select jsonb_object_agg(s.state, s.count) from (select state, count(*) from message where batch_id = b.id group by state) s), '{}') as counts
    from message_batch b
    where b.edition_id = ${edition}
      and (${writtenBy}::text is null or b.written_by = ${writtenBy})
      and (${state}::text is null or exists (select from message m where m.batch_id = b.id and m.state = ${state}))
      and (select coalesce(bool_and(b.title::text ilike word or exists (select from message m where m.batch_id = b.id
        and (m.to_address ilike word or m.to_name ilike word or m.subject ilike word))), true) from unnest(${words}::text[]) word)
    order by b.written_at desc, b.id limit ${limit} offset ${offset}`.execute(db);
  return { batches: rows.map(({ total: _, ...batch }) => batch), total: rows[0]?.total ?? 0 };
}

export async function batchOf(db: Kysely<DB>, edition: string, id: string): Promise<BatchLine | null> {
  const { rows } = await sql<BatchLine>`
    select b.id, b.kind, b.about, b.title, b.written_by as by, b.written_at as at,
      coalesce((select jsonb_object_agg(s.state, s.count) from (select state, count(*) from message where batch_id = b.id group by state) s), '{}') as counts
    from message_batch b where b.edition_id = ${edition} and b.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

const line = sql`m.id, m.to_address as "toAddress", m.to_name as "toName", m.language, m.subject, m.state, m.due_at as "dueAt",
  m.sent_at as "sentAt", m.attempts, m.failure, m.decided_by as "decidedBy"`;

export interface MessagesQuery {
  batch: string;
  q: string;
  state: MessageState | null;
  limit: number | null;
  offset: number;
}

/** What waits for somebody first, then by recipient. */
export async function messagesOf(db: Kysely<DB>, query: MessagesQuery): Promise<{ messages: MessageLine[]; total: number }> {
  const { batch, q, state, limit, offset } = query;
  const words = q.split(/\s+/).filter(Boolean).map(like);
  const { rows } = await sql<MessageLine & { total: number }>`
    select ${line}, count(*) over () as total from message m
    where m.batch_id = ${batch} and (${state}::text is null or m.state = ${state})
      and (select coalesce(bool_and(m.to_address ilike word or m.to_name ilike word or m.subject ilike word), true) from unnest(${words}::text[]) word)
    order by array_position(array['failed', 'held', 'queued', 'sent', 'kept', 'discarded'], m.state), m.to_name, m.to_address, m.id
    limit ${limit} offset ${offset}`.execute(db);
  return { messages: rows.map(({ total: _, ...message }) => message), total: rows[0]?.total ?? 0 };
}

export async function messageOf(db: Kysely<DB>, batch: string, id: string): Promise<MessageRead | null> {
  const { rows } = await sql<MessageRead>`
    select ${line}, m.body, m.attachments from message m where m.batch_id = ${batch} and m.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Subjects and bodies of what is still held. */
export const heldTexts = (db: Kysely<DB>, batch: string, language: PageLanguage) =>
  db
    .selectFrom('message')
    .select(['id', 'subject', 'body'])
    .where('batch_id', '=', batch)
    .where('language', '=', language)
    .where('state', '=', 'held')
    .orderBy('id');

/** Does a deed to the messages named, or to all of the batch; comes to what was taken, by the state that it was in. */
export async function decide(
  tx: Kysely<DB>,
  { batch, messages, deed, by, now }: { batch: string; messages: readonly string[] | null; deed: Deed; by: string; now: string },
): Promise<Counts> {
  const { from, to } = DEEDS[deed];
  const { rows } = await sql<{ state: MessageState; count: number }>`
    with taken as (
      select id, state from message where batch_id = ${batch} and state = any(${from}::text[])
        and (${messages}::uuid[] is null or id = any(${messages}::uuid[])) order by id for update
    ), changed as (
      update message m set state = ${to}, decided_by = ${by}, decided_at = ${now}, retry_at = null, attempts = 0,
        failure = case when ${to} = 'queued' then null else m.failure end
      from taken where m.id = taken.id returning taken.state
    )
    select state, count(*) from changed group by state`.execute(tx);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Whether the edition's batch is there, and what it belongs to. */
export const batchSubject = async (db: Kysely<DB>, { batch }: { batch: string }): Promise<{ series: string; edition: string } | null> =>
  (await db
    .selectFrom('message_batch as b')
    .innerJoin('edition as e', 'e.id', 'b.edition_id')
    .select(['e.id as edition', 'e.series_id as series'])
    .where('b.id', '=', batch)
    .executeTakeFirst()) ?? null;
