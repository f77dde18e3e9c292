/** The schedule desk's state in the database: what clashes are found in, and the rules that they are found by. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Instant, PlainDate, Uuid } from '../content.ts';
import { PART_HOURS, type Part } from '../proposals/wishes.ts';
import {
  type Acceptance,
  DEFAULT_LEVELS,
  DEFAULT_WALKING,
  type DeskActivity,
  type DeskSchedule,
  type Hours,
  type Levels,
  type Walking,
  type Wish,
} from './desk-schedule.ts';

type Tx = Transaction<DB>;

interface Row extends Omit<DeskSchedule, 'levels' | 'walking' | 'wishes' | 'activities'> {
  levels: Partial<Levels>;
  walking: Partial<Walking>;
  rulesVersion: number;
  activities: (Omit<DeskActivity, 'need'> & { wished: Wished | null })[];
}
interface Wished {
  days: PlainDate[];
  avoidedDays: PlainDate[];
  parts: Part[];
  places: Uuid[];
  expected: number | null;
  layout: string | null;
  equipment: string[];
}

export interface ReadDesk {
  desk: DeskSchedule;
  rulesVersion: number;
}

/**
 * One statement, so that what is read belongs together. `null` where there is no such edition. With `only`, of the activities these alone:
 * enough for rules that look at one at a time, and a tenth of the time.
 */
export async function readDesk(db: Kysely<DB>, edition: Uuid, only: readonly Uuid[] | null = null): Promise<ReadDesk | null> {
  const wanted = only ? sql`and a.id = any(${only}::uuid[])` : sql``;
  const { rows } = await sql<{ desk: Row }>`
    with e as (select * from edition where id = ${edition})
    select json_build_object(
      'edition', json_build_object('id', e.id, 'slug', e.slug, 'timeZone', e.time_zone, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
        'version', e.version),
      'places', (select coalesce(json_agg(json_build_object('id', p.id, 'slug', ep.slug, 'kind', p.kind, 'parent', p.parent_id, 'name', p.name,
        'timeZone', p.time_zone, 'capacity', p.capacity, 'layouts', p.layouts, 'equipment', p.equipment, 'parallel', p.parallel)
        order by ep.position), '[]') from edition_place ep join place p on p.id = ep.place_id where ep.edition_id = e.id),
      'travel', (select coalesce(json_agg(json_build_object('from', t.from_place, 'to', t.to_place, 'minutes', t.minutes)), '[]') from travel t
        join edition_place f on f.place_id = t.from_place and f.edition_id = e.id
        join edition_place g on g.place_id = t.to_place and g.edition_id = e.id),
      'topics', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.position), '[]')
        from category c where c.edition_id = e.id and c.kind = 'topic'),
      'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]') from person p where p.id in (
        select ap.person_id from activity_person ap join activity a on a.id = ap.activity_id where a.edition_id = e.id
        union select sp.person_id from session_person sp join session s on s.id = sp.session_id join activity a on a.id = s.activity_id
        where a.edition_id = e.id)),
      'activities', (select coalesce(json_agg(json_build_object('id', a.id, 'number', a.number, 'slug', a.slug, 'board', a.board, 'kind', a.kind,
        'state', a.state, 'title', a.title, 'topic', a.topic_id, 'languages', a.languages, 'interpretation', a.interpretation,
        'streamed', a.streamed, 'capacity', a.capacity, 'room', a.room_id, 'site', a.site_id, 'startsAt', instant_text(a.starts_at), 'endsAt', instant_text(a.ends_at),
        'sharesRoom', a.shares_room, 'locked', a.locked, 'version', a.version,
        'kept', case when a.starts_at is null and a.kept_starts_at is not null
          then json_build_object('startsAt', instant_text(a.kept_starts_at), 'endsAt', instant_text(a.kept_ends_at)) end,
        'hosts', (select coalesce(json_agg(json_build_object('organisation', ao.organisation_id, 'name', o.name, 'role', ao.role)
          order by ao.position), '[]') from activity_organisation ao join organisation o on o.id = ao.organisation_id where ao.activity_id = a.id),
        'people', (select coalesce(json_agg(json_build_object('person', ap.person_id, 'role', ap.role) order by ap.position), '[]')
          from activity_person ap where ap.activity_id = a.id),
        'sessions', (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'title', s.title,
          'startsAt', instant_text(s.starts_at), 'endsAt', instant_text(s.ends_at), 'room', s.room_id, 'cancelled', s.cancelled,
          'people', (select coalesce(json_agg(json_build_object('person', sp.person_id, 'role', sp.role) order by sp.position), '[]')
            from session_person sp where sp.session_id = s.id)) order by s.position), '[]') from session s where s.activity_id = a.id),
        'wished', (select json_build_object('days', w.days, 'avoidedDays', w.avoided_days, 'parts', w.parts, 'expected', w.expected,
          'layout', w.layout, 'equipment', w.equipment, 'places', array(select wp.place_id from activity_wish_place wp
            where wp.activity_id = w.activity_id order by wp.position)) from activity_wish w where w.activity_id = a.id))
        order by a.position), '[]') from activity a where a.edition_id = e.id ${wanted}),
      'levels', coalesce((select r.levels from schedule_rules r where r.edition_id = e.id), '{}'),
      'walking', coalesce((select r.walking from schedule_rules r where r.edition_id = e.id), '{}'),
      'rulesVersion', coalesce((select r.version from schedule_rules r where r.edition_id = e.id), 0),
      'hours', (select coalesce(json_agg(json_build_object('id', h.id, 'place', h.place_id, 'date', h.on_date, 'weekday', h.weekday,
        'from', h.opens, 'to', h.closes) order by h.on_date nulls first, h.weekday nulls first, h.opens), '[]')
        from place_hours h where h.edition_id = e.id),
      'closures', (select coalesce(json_agg(json_build_object('id', c.id, 'place', c.place_id, 'from', instant_text(c.starts_at),
        'to', instant_text(c.ends_at), 'reason', c.reason) order by c.starts_at), '[]') from place_closure c where c.edition_id = e.id),
      'absences', (select coalesce(json_agg(json_build_object('id', x.id, 'person', x.person_id, 'from', instant_text(x.starts_at),
        'to', instant_text(x.ends_at)) order by x.starts_at), '[]') from person_absence x
        where x.person_id in (select r.entry::uuid from edition_registry r where r.edition_id = e.id and r.kind = 'person')),
      'stock', (select coalesce(json_agg(json_build_object('place', s.place_id, 'equipment', s.equipment, 'count', s.count)
        order by s.equipment), '[]') from place_stock s where s.edition_id = e.id),
      'audiences', (select coalesce(json_agg(json_build_object('a', s.topic_a, 'b', s.topic_b)), '[]')
        from shared_audience s where s.edition_id = e.id),
      'acceptances', (select coalesce(json_agg(json_build_object('key', c.key, 'fingerprint', c.fingerprint, 'reason', c.reason,
        'by', c.accepted_by, 'at', instant_text(c.accepted_at)) order by c.accepted_at), '[]')
        from clash_acceptance c where c.edition_id = e.id and c.withdrawn_at is null)
    ) as desk from e`.execute(db);
  const row = rows[0]?.desk;
  if (!row) return null;
  const { rulesVersion, levels, walking, activities, ...rest } = row;
  return {
    rulesVersion,
    desk: {
      ...rest,
      levels: { ...DEFAULT_LEVELS, ...levels },
      walking: { ...DEFAULT_WALKING, ...walking },
      activities: activities.map(({ wished, ...activity }) => ({
        ...activity,
        capacity: activity.capacity ?? wished?.expected ?? null,
        need: { layout: wished?.layout ?? null, equipment: wished?.equipment ?? [] },
      })),
      wishes: activities.flatMap(({ id, wished }) => (wished ? wishesOf(id, wished) : [])),
    },
  };
}

function wishesOf(activity: Uuid, { days, avoidedDays, parts, places }: Wished): Wish[] {
  const wish = { activity, weight: 1 };
  const starts = parts.map((part) => PART_HOURS[part]);
  return [
    ...(days.length + starts.length + places.length > 0 ? [{ ...wish, id: activity, days, starts, places, avoid: false }] : []),
    ...avoidedDays.map((day) => ({ ...wish, id: `${activity} ${day}`, days: [day], starts: [], places: [], avoid: true })),
  ];
}

export const levelsOf = async (db: Kysely<DB>, edition: Uuid): Promise<Levels> => {
  const row = await db.selectFrom('schedule_rules').select('levels').where('edition_id', '=', edition).executeTakeFirst();
  return { ...DEFAULT_LEVELS, ...(row?.levels as Partial<Levels> | undefined) };
};

/** Holds the rules and raises their version, or comes to `null` where somebody else has changed them since. */
export async function raiseRules(tx: Tx, edition: Uuid, version: number): Promise<number | null> {
  await sql`insert into schedule_rules (edition_id, version) values (${edition}, 0) on conflict do nothing`.execute(tx);
  const row = await tx
    .updateTable('schedule_rules')
    .set({ version: version + 1 })
    .where('edition_id', '=', edition)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function writeRules(
  tx: Tx,
  edition: Uuid,
  { levels, walking, audiences }: { levels: Partial<Levels>; walking: Walking; audiences: readonly { a: Uuid; b: Uuid }[] },
): Promise<void> {
  await tx
    .updateTable('schedule_rules')
    .set({ levels: JSON.stringify(levels), walking: JSON.stringify(walking) })
    .where('edition_id', '=', edition)
    .execute();
  await tx.deleteFrom('shared_audience').where('edition_id', '=', edition).execute();
  if (audiences.length === 0) return;
  await tx
    .insertInto('shared_audience')
    .values(audiences.map(({ a, b }) => ({ edition_id: edition, topic_a: a < b ? a : b, topic_b: a < b ? b : a })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface PlaceRules {
  hours: Omit<Hours, 'place'>[];
  closures: { id: Uuid; from: Instant; to: Instant; reason: string }[];
  stock: { equipment: string; count: number }[];
}

/** Replaces what one place (`null`: all of them, hours alone) was said to keep to. */
export async function writePlaceRules(tx: Tx, edition: Uuid, place: Uuid | null, rules: PlaceRules): Promise<void> {
  await tx
    .deleteFrom('place_hours')
    .where('edition_id', '=', edition)
    .where('place_id', place === null ? 'is' : '=', place)
    .execute();
  if (rules.hours.length > 0) {
    const rows = rules.hours.map(({ id, date, weekday, from, to }) => ({
      ...{ id, edition_id: edition, place_id: place, on_date: date, weekday, opens: from, closes: to },
    }));
    await tx.insertInto('place_hours').values(rows).execute();
  }
  if (place === null) return;
  await tx.deleteFrom('place_closure').where('edition_id', '=', edition).where('place_id', '=', place).execute();
  if (rules.closures.length > 0) {
    const rows = rules.closures.map(({ id, from, to, reason }) => ({
      ...{ id, edition_id: edition, place_id: place, starts_at: from, ends_at: to, reason },
    }));
    await tx.insertInto('place_closure').values(rows).execute();
  }
  await tx.deleteFrom('place_stock').where('edition_id', '=', edition).where('place_id', '=', place).execute();
  if (rules.stock.length > 0)
    await tx
      .insertInto('place_stock')
      .values(rules.stock.map((stock) => ({ ...stock, edition_id: edition, place_id: place })))
      .execute();
}

export async function writeEquipment(tx: Tx, place: Uuid, equipment: readonly string[]): Promise<void> {
  await tx
    .updateTable('place')
    .set({ equipment: [...equipment] })
    .where('id', '=', place)
    .execute();
}

export async function writeAcceptance(
  tx: Tx,
  edition: Uuid,
  { id, rule, activities, ...acceptance }: Acceptance & { id: Uuid; rule: string; activities: Uuid[] },
): Promise<void> {
  await withdrawAcceptance(tx, edition, acceptance.key, acceptance.by, acceptance.at);
  await tx
    .insertInto('clash_acceptance')
    .values({
      id,
      edition_id: edition,
      key: acceptance.key,
      fingerprint: acceptance.fingerprint,
      rule,
      activities,
      reason: acceptance.reason,
      accepted_by: acceptance.by,
      accepted_at: acceptance.at,
    })
    .execute();
}

/** Comes to what was accepted, or `null` where nothing was. */
export async function withdrawAcceptance(tx: Tx, edition: Uuid, key: string, by: string, at: Instant): Promise<{ reason: string } | null> {
  const row = await tx
    .updateTable('clash_acceptance')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('edition_id', '=', edition)
    .where('key', '=', key)
    .where('withdrawn_at', 'is', null)
    .returning('reason')
    .executeTakeFirst();
  return row ?? null;
}
