/** Where the activities of an edition stand, as the schedule desk reads and writes it. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from '#registry/text.ts';
import type { Board, Uuid } from '../../content.ts';
import { type Hours, isPlaced, type Placed } from './model.ts';

type Tx = Transaction<DB>;

/** Those of the edition, or those of `ids` that are in it; cancelled sessions are left out. */
export async function placedOf(db: Kysely<DB>, edition: Uuid, ids: readonly Uuid[] | null = null): Promise<(Placed & { board: Board })[]> {
  const only = ids === null ? sql`` : sql`and a.id = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<Placed & { board: Board }>`
    select a.id, a.version, a.locked, a.board, a.room_id as room,
      case when a.starts_at is not null then json_build_object('startsAt', instant_text(a.starts_at), 'endsAt', instant_text(a.ends_at)) end as hours,
      case when a.starts_at is null then coalesce(
        case when a.kept_starts_at is not null
          then json_build_object('startsAt', instant_text(a.kept_starts_at), 'endsAt', instant_text(a.kept_ends_at)) end,
        case when s.first is not null then json_build_object('startsAt', instant_text(s.first), 'endsAt', instant_text(s.last)) end) end as kept,
      coalesce(s.sessions, '[]') as sessions
    from activity a left join lateral (
      select json_agg(json_build_object('id', s.id, 'room', s.room_id, 'startsAt', instant_text(s.starts_at), 'endsAt', instant_text(s.ends_at))
        order by s.position) as sessions, min(s.starts_at) as first, max(s.ends_at) as last
      from session s where s.activity_id = a.id and not s.cancelled) s on true
    where a.edition_id = ${edition} ${only} order by a.position`.execute(db);
  return rows;
}

/** Rows to those of `after`, each with its version raised; what else an activity has stays as it is. */
export async function writePlaced(tx: Tx, changes: readonly { before: Placed; after: Placed }[]): Promise<void> {
  const activities = changes.map(({ after }) => ({
    id: after.id,
    locked: after.locked,
    room_id: after.room,
    starts_at: after.hours?.startsAt ?? null,
    ends_at: after.hours?.endsAt ?? null,
    kept_starts_at: after.kept?.startsAt ?? null,
    kept_ends_at: after.kept?.endsAt ?? null,
    placed: isPlaced(after),
  }));
  // Its own state follows where it is a draft; what is public stays public, with or without an hour.
  await sql`
    update activity a set locked = n.locked, room_id = n.room_id, starts_at = n.starts_at, ends_at = n.ends_at,
      kept_starts_at = n.kept_starts_at, kept_ends_at = n.kept_ends_at, version = a.version + 1,
      state = case when a.state in ('planned', 'scheduled') then case when n.placed then 'scheduled' else 'planned' end else a.state end
    from json_to_recordset(${JSON.stringify(activities)}::json) as n (id uuid, locked boolean, room_id uuid, starts_at timestamptz,
      ends_at timestamptz, kept_starts_at timestamptz, kept_ends_at timestamptz, placed boolean)
    where a.id = n.id`.execute(tx);
  const sessions = changes.flatMap(({ before, after }) =>
    after.sessions
      .filter((session, at) => session !== before.sessions[at])
      .map(({ id, room, startsAt, endsAt }) => ({ id, room_id: room, starts_at: startsAt, ends_at: endsAt })),
  );
  if (sessions.length === 0) return;
  await sql`
    update session s set room_id = n.room_id, starts_at = n.starts_at, ends_at = n.ends_at, version = s.version + 1
    from json_to_recordset(${JSON.stringify(sessions)}::json) as n (id uuid, room_id uuid, starts_at timestamptz, ends_at timestamptz)
    where s.id = n.id`.execute(tx);
}

/** What holds a room that one of the activities was to have. */
export interface Taken {
  activity: Uuid;
  room: Uuid;
  by: { activity: Uuid; title: Localised; hours: Hours };
}

/**
 * Lets the database check now what it would check at the end of the transaction: that no room is booked twice. `null` where all is well;
 * otherwise everything written since is as it was before the check, and the transaction must not be kept.
 */
export async function doublyBooked(tx: Tx, activities: readonly Uuid[]): Promise<Taken[] | null> {
  await sql`savepoint before_check`.execute(tx);
  try {
    await sql`set constraints room_never_double_booked immediate`.execute(tx);
    return null;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'room_never_double_booked') throw error;
  }
  await sql`rollback to savepoint before_check`.execute(tx);
  const ids = [...activities];
  const { rows } = await sql<Taken>`
    with mine as (
      select coalesce(b.activity_id, s.activity_id) as activity, b.room_id, b.during from booking b left join session s on s.id = b.session_id
      where not b.shared and (b.activity_id = any(${ids}::uuid[]) or s.activity_id = any(${ids}::uuid[])))
    select m.activity, m.room_id as room, json_build_object('activity', a.id, 'title', a.title, 'hours', json_build_object(
      'startsAt', instant_text(lower(b.during)), 'endsAt', instant_text(upper(b.during)))) as by
    from mine m
    join booking b on b.room_id = m.room_id and b.during && m.during and not b.shared
    left join session s on s.id = b.session_id
    join activity a on a.id = coalesce(b.activity_id, s.activity_id)
    where a.id <> m.activity
    order by lower(b.during)`.execute(tx);
  return rows;
}

/** Rooms of the list that are no place of the edition. */
export async function strangeRooms(tx: Tx, edition: Uuid, rooms: readonly Uuid[]): Promise<Uuid[]> {
  if (rooms.length === 0) return [];
  const known = await tx
    .selectFrom('edition_place')
    .select('place_id')
    .where('edition_id', '=', edition)
    .where('place_id', 'in', rooms)
    .execute();
  return rooms.filter((room) => !known.some(({ place_id }) => place_id === room));
}

/** Whether it is one of the edition's cities. */
export async function isSite(tx: Tx, edition: Uuid, site: Uuid): Promise<boolean> {
  const found = await tx
    .selectFrom('edition_place as e')
    .innerJoin('place as p', 'p.id', 'e.place_id')
    .select('p.id')
    .where('e.edition_id', '=', edition)
    .where('p.id', '=', site)
    .where('p.kind', '=', 'site')
    .executeTakeFirst();
  return found !== undefined;
}

/** Comes to the city that it belonged to. */
export async function writeSite(tx: Tx, activity: Uuid, site: Uuid): Promise<Uuid | null> {
  const was = await tx.selectFrom('activity').select('site_id').where('id', '=', activity).forNoKeyUpdate().executeTakeFirstOrThrow();
  await sql`update activity set site_id = ${site}, version = version + 1 where id = ${activity}`.execute(tx);
  return was.site_id;
}

/** Everything in the edition counts as changed, for whoever is about to overwrite it. */
export async function touchEdition(tx: Tx, edition: Uuid): Promise<void> {
  await sql`update edition set version = version + 1 where id = ${edition}`.execute(tx);
}

/** The one board that all of the activities belong to; `null` where there is none or more than one. */
export async function boardOf(db: Kysely<DB>, edition: Uuid, activities: readonly Uuid[]): Promise<string | null> {
  if (activities.length === 0) return null;
  const boards = await db
    .selectFrom('activity')
    .select('board')
    .distinct()
    .where('edition_id', '=', edition)
    .where('id', 'in', activities)
    .execute();
  return boards.length === 1 ? boards[0]!.board : null;
}
