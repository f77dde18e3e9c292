/** The activity that a host's team works on: found by its address, held while it is changed, told to whoever looks at it. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { tell } from '#platform/live/hub.server.ts';
import type { SubjectOf } from '#platform/verb.server.ts';
import { activitySubject } from '#registry/subjects.server.ts';
import type { Localised } from '#registry/text.ts';
import type { ActivityKind, ActivityState, Board, Instant, PlainDate, Uuid } from '../content.ts';

export interface Hosted {
  id: Uuid;
  slug: string;
  number: number;
  version: number;
  title: Localised;
  board: Board;
  kind: ActivityKind;
  state: ActivityState;
  startsAt: Instant | null;
  endsAt: Instant | null;
  room: Uuid | null;
  sample: boolean;
  edition: {
    id: Uuid;
    slug: string;
    series: Uuid;
    name: Localised;
    languages: string[];
    startsOn: PlainDate | null;
    endsOn: PlainDate | null;
  };
  /** Of its place; the edition's where it has none. */
  zone: string;
  place: Localised | null;
}

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** How an activity stands in an address. */
export const address = { edition: slug, activity: slug };
/** Texts by language, as forms send them. */
export const texts = (most: number) => z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().max(most)).default({});
/** An empty field of a form is no value. */
export const blank = (value: unknown) => (value === '' || value === undefined ? null : value);
export const ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean());
export const mail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/);
export type Address = { edition: string; activity: string };

const select = (at: Address, hold: boolean) => sql<Hosted>`
  with recursive found as (
    select a.* from activity a join edition e on e.id = a.edition_id
    where e.slug = ${at.edition} and a.slug = ${at.activity} ${hold ? sql`for no key update of a` : sql``}
  ), up as (
    select p.id, p.parent_id, p.time_zone, 0 as step from place p join found on p.id = found.room_id
    union all select p.id, p.parent_id, p.time_zone, up.step + 1 from place p join up on p.id = up.parent_id
  )
  select a.id, a.slug, a.number, a.version, a.title, a.board, a.kind, a.state, instant_text(a.starts_at) as "startsAt",
    instant_text(a.ends_at) as "endsAt", a.room_id as room, a.sample, r.name as place,
    json_build_object('id', e.id, 'slug', e.slug, 'series', e.series_id, 'name', e.name, 'languages', e.languages,
      'startsOn', e.starts_on, 'endsOn', e.ends_on) as edition,
    coalesce((select time_zone from up where time_zone is not null order by step limit 1), e.time_zone) as zone
  from found a join edition e on e.id = a.edition_id left join place r on r.id = a.room_id`;

export async function hostedAt(db: Kysely<DB>, at: Address): Promise<Hosted | null> {
  return (await select(at, false).execute(db)).rows[0] ?? null;
}

/** What it belongs to, for the table of permissions. */
export const hostedSubject: SubjectOf<Address> = async (db, at) => {
  const found = await db
    .selectFrom('activity as a')
    .innerJoin('edition as e', 'e.id', 'a.edition_id')
    .select('a.id')
    .where('e.slug', '=', at.edition)
    .where('a.slug', '=', at.activity)
    .executeTakeFirst();
  return found ? activitySubject(db, { activity: found.id }) : null;
};

/** Held until the transaction ends. The edition is counted up first, as everybody who writes its programme does. */
export async function holdHosted(tx: Transaction<DB>, at: Address): Promise<Hosted | null> {
  await sql`update edition set version = version + 1 where slug = ${at.edition}`.execute(tx);
  return (await select(at, true).execute(tx)).rows[0] ?? null;
}

export type Part = 'details' | 'agenda' | 'speakers' | 'guests' | 'needs' | 'tasks' | 'questions';

/** Tells whoever has the activity open that a part of it is another now. */
export const tellChanged = (tx: Kysely<DB>, activity: Uuid, part: Part, by: string): Promise<void> =>
  tell(tx, `activity ${activity}`, { is: 'changed', part, by });

export const json = (value: unknown): string => JSON.stringify(value);
export const jsonOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
