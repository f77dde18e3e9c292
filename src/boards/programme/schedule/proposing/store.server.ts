/** Timetables that are being worked out, and those that were. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { TimetableSolution } from '#engines/timetable/model.ts';
import type { DB } from '#platform/database/schema.ts';
import type { Instant, Uuid } from '../../content.ts';
import type { Arrangement } from '../placing/model.ts';
import type { Asked } from '../timetabling.ts';

export type RunState = 'running' | 'done' | 'cancelled' | 'failed';
/** Milliseconds since it began, cost, activities not placed. */
export type Point = [number, number, number];

/** Where an activity stood when the search began, and the version that it had. */
export interface Stood {
  activity: Uuid;
  version: number;
}
export interface Answer extends TimetableSolution {
  /** What was taken over, so that it can be taken back as long as nobody has changed it since. */
  taken?: { arrangement: Arrangement; version: number }[];
}
export interface Run {
  id: Uuid;
  edition: Uuid;
  state: RunState;
  asked: Asked;
  before: Stood[];
  progress: Point[];
  solution: Answer | null;
  failure: string | null;
  startedBy: string;
  startedAt: Instant;
  endedAt: Instant | null;
}

/** After so long without a word the process that worked on it is gone. */
export const SILENCE = 15_000;

const columns = sql`id, edition_id as edition, state, asked, before, progress, solution, failure, started_by as "startedBy",
  instant_text(started_at) as "startedAt", instant_text(ended_at) as "endedAt"`;

/** Newest first; solutions only of the one asked for. */
export async function runsOf(db: Kysely<DB>, edition: Uuid): Promise<Omit<Run, 'solution' | 'before'>[]> {
  const { rows } = await sql<Run>`select id, edition_id as edition, state, asked, progress, failure, started_by as "startedBy",
    instant_text(started_at) as "startedAt", instant_text(ended_at) as "endedAt"
    from timetable_run where edition_id = ${edition} order by started_at desc limit 20`.execute(db);
  return rows;
}

export async function runOf(db: Kysely<DB>, edition: Uuid, id: Uuid): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${columns} from timetable_run where edition_id = ${edition} and id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Wakes whoever carries it on. `false` where one of the edition is running. */
export async function insertRun(
  tx: Transaction<DB>,
  run: { id: Uuid; edition: Uuid; asked: Asked; by: string; at: Instant },
): Promise<boolean> {
  const row = await tx
    .insertInto('timetable_run')
    .values({
      id: run.id,
      edition_id: run.edition,
      state: 'running',
      asked: JSON.stringify(run.asked),
      before: '[]',
      started_by: run.by,
      started_at: run.at,
      heard_at: '1970-01-01T00:00:00Z',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await wake(tx);
  return row !== undefined;
}

const wake = (db: Kysely<DB>) => sql`select pg_notify('jobs', 'timetables')`.execute(db);

/** The one that nobody works on, now the caller's. */
export async function claimRun(db: Kysely<DB>, now: Date): Promise<Run | null> {
  const { rows } = await sql<Run>`update timetable_run set heard_at = ${now.toISOString()}
    where id = (select id from timetable_run where state = 'running' and heard_at < ${new Date(now.getTime() - SILENCE).toISOString()}
      order by started_at limit 1 for update skip locked)
    returning ${columns}`.execute(db);
  return rows[0] ?? null;
}

/** When the next that others work on would be free, should they fall silent. */
export async function nextFree(db: Kysely<DB>): Promise<Date | null> {
  const row = await db
    .selectFrom('timetable_run')
    .select('heard_at')
    .where('state', '=', 'running')
    .orderBy('heard_at')
    .limit(1)
    .executeTakeFirst();
  return row ? new Date(Date.parse(row.heard_at) + SILENCE + 1000) : null;
}

export async function keepBefore(db: Kysely<DB>, id: Uuid, before: readonly Stood[]): Promise<void> {
  await db
    .updateTable('timetable_run')
    .set({ before: JSON.stringify(before) })
    .where('id', '=', id)
    .execute();
}

/** Says that it is worked on; comes to whether somebody has asked to end it. */
export async function keepProgress(db: Kysely<DB>, id: Uuid, progress: readonly Point[], now: Date): Promise<boolean> {
  const row = await db
    .updateTable('timetable_run')
    .set({ progress: JSON.stringify(progress), heard_at: now.toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('cancel_asked_at')
    .executeTakeFirst();
  return !row || row.cancel_asked_at !== null;
}

/** Somebody else may take it up at once. */
export async function letGo(db: Kysely<DB>, id: Uuid): Promise<void> {
  await db
    .updateTable('timetable_run')
    .set({ heard_at: '1970-01-01T00:00:00Z' })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

export async function endRun(
  db: Kysely<DB>,
  id: Uuid,
  end: { state: 'done' | 'cancelled' | 'failed'; solution?: Answer; failure?: string; progress?: readonly Point[] },
  now: Date,
): Promise<void> {
  await db
    .updateTable('timetable_run')
    .set({
      state: end.state,
      ended_at: now.toISOString(),
      solution: end.solution ? JSON.stringify(end.solution) : null,
      failure: end.failure ?? null,
      ...(end.progress && { progress: JSON.stringify(end.progress) }),
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

export async function askToEnd(tx: Transaction<DB>, edition: Uuid, id: Uuid, now: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('timetable_run')
    .set({ cancel_asked_at: now })
    .where('edition_id', '=', edition)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function keepTaken(tx: Transaction<DB>, id: Uuid, taken: Answer['taken'] | null): Promise<void> {
  await sql`update timetable_run set solution = (solution - 'taken') || ${JSON.stringify(taken ? { taken } : {})}::jsonb where id = ${id}`.execute(
    tx,
  );
}
