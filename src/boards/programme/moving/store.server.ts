/** The working state as far as a move changes it. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from '#registry/text.ts';
import type { Days } from '#registry/rehearsals.server.ts';
import type { Activity, Instant, Uuid } from '../content.ts';

/** Holds every activity and session of the edition, so that nobody's edit falls between what is read and what is written. */
export async function holdActivities(tx: Transaction<DB>, edition: Uuid): Promise<void> {
  await sql`select id from activity where edition_id = ${edition} order by id for update`.execute(tx);
  await sql`select s.id from session s join activity a on a.id = s.activity_id where a.edition_id = ${edition} order by s.id for update of s`.execute(
    tx,
  );
}

/** Writes times and states, and nothing else; in one statement each for activities and sessions. */
export async function writeTimes(tx: Transaction<DB>, activities: readonly Activity[]): Promise<void> {
  const rows = activities.map(({ id, state, postponedAlone = false, startsAt, endsAt, firstPlannedStartsAt, room }) => ({
    ...{ id, state, alone: state === 'postponed' && postponedAlone, room, starts: startsAt, ends: endsAt, first: firstPlannedStartsAt },
  }));
  await sql`update activity a set state = m.state, postponed_alone = m.alone, starts_at = m.starts, ends_at = m.ends, first_planned_starts_at = m.first, room_id = m.room,
      version = a.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as m(id uuid, state text, alone boolean, room uuid, starts timestamptz, ends timestamptz, first timestamptz)
    where a.id = m.id
      and (a.state, a.postponed_alone, a.starts_at, a.ends_at, a.first_planned_starts_at, a.room_id)
        is distinct from (m.state, m.alone, m.starts, m.ends, m.first, m.room)`.execute(tx);
  const sessions = activities.flatMap((activity) =>
    activity.sessions.map(({ id, startsAt, endsAt, cancelled }) => ({ id, starts: startsAt, ends: endsAt, cancelled })),
  );
  await sql`update session s set starts_at = m.starts, ends_at = m.ends, cancelled = m.cancelled, version = s.version + 1
    from json_to_recordset(${JSON.stringify(sessions)}::json) as m(id uuid, starts timestamptz, ends timestamptz, cancelled boolean)
    where s.id = m.id and (s.starts_at, s.ends_at, s.cancelled) is distinct from (m.starts, m.ends, m.cancelled)`.execute(tx);
}

export async function writeDays(
  tx: Transaction<DB>,
  edition: Uuid,
  { from, to, announcedOn, reason }: { from: Days | null; to: Days | null; announcedOn: string; reason: Localised },
): Promise<void> {
  await tx
    .updateTable('edition')
    .set({ starts_on: to?.startsOn ?? null, ends_on: to?.endsOn ?? null, version: sql<number>`version + 1` })
    .where('id', '=', edition)
    .execute();
  await sql`insert into edition_date_change (edition_id, position, announced_on, from_starts_on, from_ends_on, to_starts_on, to_ends_on, reason)
    select ${edition}, coalesce(max(position) + 1, 0), ${announcedOn}, ${from?.startsOn ?? null}, ${from?.endsOn ?? null},
      ${to?.startsOn ?? null}, ${to?.endsOn ?? null}, ${JSON.stringify(reason)}
    from edition_date_change where edition_id = ${edition}`.execute(tx);
}

/** A room that somebody else, who does not move, has at the new time. */
export interface Taken {
  activity: Uuid;
  room: Uuid;
  by: Localised;
  during: { startsAt: Instant; endsAt: Instant };
}

/** `moving` are the activities that leave their present times; whatever else has a room booked then is in the way. */
export async function roomsTaken(
  db: Kysely<DB>,
  places: readonly { activity: Uuid; room: Uuid; startsAt: Instant; endsAt: Instant }[],
  moving: readonly Uuid[],
): Promise<Taken[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<{ activity: Uuid; room: Uuid; by: Localised; starts: Instant; ends: Instant }>`
    select m.activity, m.room, o.title as by, instant_text(lower(b.during)) as starts, instant_text(upper(b.during)) as ends
    from json_to_recordset(${JSON.stringify(places)}::json) as m(activity uuid, room uuid, "startsAt" timestamptz, "endsAt" timestamptz)
    join place p on p.id = m.room and not p.parallel
    join booking b on b.room_id = m.room and b.during && tstzrange(m."startsAt", m."endsAt") and not b.shared
    left join session s on s.id = b.session_id
    join activity o on o.id = coalesce(b.activity_id, s.activity_id)
    where o.id <> all(${moving as Uuid[]}::uuid[])
    order by starts, m.activity`.execute(db);
  return rows.map(({ starts, ends, ...row }) => ({ ...row, during: { startsAt: starts, endsAt: ends } }));
}

/** Of these activities, as they are written now, those whose room somebody else has at the same time: what the commit would be refused for. */
export async function doubleBooked(tx: Transaction<DB>, activities: readonly Uuid[]): Promise<{ activity: Uuid; by: Localised }[]> {
  if (activities.length === 0) return [];
  const { rows } = await sql<{ activity: Uuid; by: Localised }>`
    with held as (select b.*, coalesce(b.activity_id, s.activity_id) as activity from booking b left join session s on s.id = b.session_id)
    select distinct on (m.activity) m.activity, a.title as by
    from held m join held o on o.room_id = m.room_id and o.during && m.during and not o.shared
      and (o.activity_id, o.session_id) is distinct from (m.activity_id, m.session_id)
    join activity a on a.id = o.activity
    where m.activity = any(${activities as Uuid[]}::uuid[]) and not m.shared
    order by m.activity, a.number`.execute(tx);
  return rows;
}

/** An account that is told of what happens to activities. */
export interface Reader {
  account: Uuid;
  email: string;
  name: string;
  language: 'zh' | 'en';
  /** Activities it is told of; `null`: all of the edition. */
  activities: Uuid[] | null;
}

/** Everybody with an account whom the edition's activities concern: their people, their hosts' teams, and the office. */
export async function readersOf(db: Kysely<DB>, edition: Uuid): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    with mine as (
      select a.id as account, x.activity
      from account a
      join lateral (
        select ap.activity_id as activity from activity_person ap where ap.person_id = a.person_id
        union select s.activity_id from session_person sp join session s on s.id = sp.session_id where sp.person_id = a.person_id
      ) x on true
      join activity t on t.id = x.activity and t.edition_id = ${edition}
      union
      select g.account_id, t.id
      from role_grant g
      join activity t on t.edition_id = ${edition} and (
        t.id = g.activity_id
        or (g.scope = 'organisation' and (g.edition_id is null or g.edition_id = ${edition}) and exists (
          select from activity_organisation ao where ao.activity_id = t.id and ao.organisation_id = g.organisation_id
            and ao.role in ('lead', 'host', 'co-host')))
        or (g.scope = 'board' and g.edition_id = ${edition} and g.board = t.board))
      where g.ended_at is null
    ), whole as (
      select distinct g.account_id as account from role_grant g join edition e on e.id = ${edition}
      where g.ended_at is null and g.role in ('office', 'press') and (g.scope = 'all' or g.series_id = e.series_id or (g.scope = 'edition' and g.edition_id = e.id))
    )
    select a.id as account, a.email, a.name, a.language,
      case when a.id in (select account from whole) then null
        else (select array_agg(distinct m.activity) from mine m where m.account = a.id) end as activities
    from account a
    where a.closed_at is null and (a.id in (select account from mine) or a.id in (select account from whole))
    order by a.email`.execute(db);
  return rows;
}

/** Takes back what was to be sent at an hour that is no longer right; it is written anew from what is then true. */
export async function discardReminders(tx: Transaction<DB>, edition: Uuid, activity: Uuid | null, now: string): Promise<number> {
  const { numAffectedRows } = await sql`update message m set state = 'discarded', decided_by = 'everforum', decided_at = ${now}
    from message_batch b
    where b.id = m.batch_id and b.edition_id = ${edition} and b.kind in ('reminder', 'digest') and m.state in ('held', 'queued')
      and (${activity}::text is null or b.about = 'activity ' || ${activity}::text)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** The edition that an activity is in, and the activity's version. */
export async function activityRow(db: Kysely<DB>, activity: Uuid): Promise<{ edition: string; version: number } | null> {
  const row = await db
    .selectFrom('activity as a')
    .innerJoin('edition as e', 'e.id', 'a.edition_id')
    .select(['e.slug as edition', 'a.version'])
    .where('a.id', '=', activity)
    .executeTakeFirst();
  return row ?? null;
}

const WISHED = sql`from activity a where a.id = w.activity_id and a.kind <> 'year-round' and (w.days <> '{}' or w.avoided_days <> '{}')`;

/** Activities whose hosts wish for days of the edition, or against some. */
export async function wishedDays(db: Kysely<DB>, edition: Uuid): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from activity_wish w where exists (select ${WISHED} and a.edition_id = ${edition})`.execute(db);
  return rows[0]!.count;
}

/** A day wished for is a day of the edition, and comes along with it, also where it is only proposed; what is held year-round has days of the calendar. */
export async function shiftWishedDays(tx: Transaction<DB>, edition: Uuid, shift: number): Promise<void> {
  await sql`update activity_wish w
    set days = array(select d + ${shift}::int from unnest(w.days) with ordinality x (d, i) order by i),
      avoided_days = array(select d + ${shift}::int from unnest(w.avoided_days) with ordinality x (d, i) order by i)
    ${WISHED} and a.edition_id = ${edition}`.execute(tx);
  const later = (field: string) => sql`(select coalesce(jsonb_agg((d::date + ${shift}::int)::text order by i), '[]')
    from jsonb_array_elements_text(p.content -> 'wishes' -> ${field}) with ordinality x (d, i))`;
  await sql`update proposal p set version = p.version + 1,
      content = jsonb_set(jsonb_set(p.content, '{wishes,days}', ${later('days')}), '{wishes,avoidedDays}', ${later('avoidedDays')})
    from call c where c.id = p.call_id and c.kind <> 'year-round' and p.edition_id = ${edition}
      and p.state in ('draft', 'submitted', 'returned', 'accepted')
      and (p.content #> '{wishes,days}' <> '[]' or p.content #> '{wishes,avoidedDays}' <> '[]')`.execute(tx);
}
