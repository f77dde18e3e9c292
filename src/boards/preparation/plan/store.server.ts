/** Milestones in the database. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { GRANTED_ROLES, roleMay } from '#platform/permissions.ts';
import type { Localised, PageLanguage } from '#registry/text.ts';
import type { Milestone } from './model.ts';

type Tx = Transaction<DB>;

/** In the order of their days. */
export const milestonesOf = async (db: Kysely<DB>, edition: string): Promise<Milestone[]> =>
  (
    await sql<Milestone>`select m.id, m.title, m.owner,
        case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as answerable, m.due_on as "dueOn", m.days, m.done_on as "doneOn", m.note, m.sample, m.version,
        array(select w.waits_for from milestone_wait w join milestone o on o.id = w.waits_for where w.milestone_id = m.id order by o.due_on) as "waitsFor"
      from milestone m left join account c on c.id = m.answerable_id where m.edition_id = ${edition} order by m.due_on, m.id`.execute(db)
  ).rows;

/** Those who change what waits for what take turns. */
export async function holdPlan(tx: Tx, edition: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`plan ${edition}`}))`.execute(tx);
}

export interface MilestoneValues {
  title: Localised;
  owner: Localised;
  /** Id of an account. */
  answerable: string | null;
  dueOn: string;
  days: number;
  waitsFor: readonly string[];
  note: Localised | null;
}

/** Makes a milestone, or changes the one that is at `version`; `null` where it no longer is. */
export async function putMilestone(
  tx: Tx,
  edition: string,
  values: MilestoneValues,
  known: { id: string; version: number } | null,
  sample = false,
): Promise<string | null> {
  const columns = {
    title: JSON.stringify(values.title),
    owner: JSON.stringify(values.owner),
    answerable_id: values.answerable,
    due_on: values.dueOn,
    days: values.days,
    note: values.note && JSON.stringify(values.note),
  };
  const id = known?.id ?? randomUUID();
  if (known) {
    const changed = await tx
      .updateTable('milestone')
      .set({ ...columns, version: known.version + 1 })
      .where('id', '=', id)
      .where('edition_id', '=', edition)
      .where('version', '=', known.version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return null;
    await tx.deleteFrom('milestone_wait').where('milestone_id', '=', id).execute();
  } else
    await tx
      .insertInto('milestone')
      .values({ id, edition_id: edition, sample, ...columns })
      .execute();
  const waits = [...new Set(values.waitsFor)];
  if (waits.length > 0)
    await sql`insert into milestone_wait select ${id}, id from milestone where edition_id = ${edition} and id = any(${waits}::uuid[]) and id <> ${id}`.execute(
      tx,
    );
  return id;
}

export async function setDone(tx: Tx, edition: string, id: string, version: number, doneOn: string | null): Promise<boolean> {
  const changed = await tx
    .updateTable('milestone')
    .set({ done_on: doneOn, version: version + 1 })
    .where('id', '=', id)
    .where('edition_id', '=', edition)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function removeMilestone(tx: Tx, edition: string, id: string, version: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('milestone')
    .where('id', '=', id)
    .where('edition_id', '=', edition)
    .where('version', '=', version)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

export interface Planner {
  id: string;
  name: string;
  email: string;
  language: PageLanguage;
  office: boolean;
}

const READERS = GRANTED_ROLES.filter((role) => roleMay(role, 'read plan'));

/** Whoever reads the edition's plan in a role of theirs, by name. */
export async function plannersOf(db: Kysely<DB>, edition: string): Promise<Planner[]> {
  const { rows } = await sql<Planner>`select c.id, c.name, c.email, c.language, bool_or(g.role = 'office') as office
    from role_grant g join account c on c.id = g.account_id and c.closed_at is null join edition e on e.id = ${edition}
    where g.ended_at is null and g.role = any(${READERS}::text[])
      and (g.scope = 'all' or g.series_id = e.series_id or (g.scope in ('edition', 'board') and g.edition_id = e.id))
    group by c.id order by c.name, c.id`.execute(db);
  return rows;
}
