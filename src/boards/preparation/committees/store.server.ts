/** Committees in the database. Each `put…` makes one, or changes the one that is at `version`: `null` where it no longer is. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { dayAt } from '#registry/days.ts';
import type { Localised } from '#registry/text.ts';
import type { Committee, CommitteeKind, Decision, Meeting, Member, MemberRole, Withdrawable, Withdrawn } from './model.ts';

type Tx = Transaction<DB>;
export type Known = { id: string; version: number } | null;

/** Of the table called `t`, as `Withdrawn`. */
const withdrawnOf = (t: string) => {
  const [on, why] = [sql.ref(`${t}.withdrawn_on`), sql.ref(`${t}.withdrawn_why`)];
  return sql`case when ${on} is not null then json_build_object('on', ${on}, 'why', ${why}) end`;
};

/** The organising committee first, then the executive, then the others. */
export async function committeesOf(db: Kysely<DB>, edition: string): Promise<Committee[]> {
  const { rows } = await sql<Committee>`select c.id, c.kind, c.name, c.mandate, c.since, c.until, c.sample, c.version,
      ${withdrawnOf('c')} as withdrawn,
      (select coalesce(json_agg(json_build_object('id', m.id, 'person', m.person_id, 'name', coalesce(p.name, m.post), 'role', m.role,
          'since', m.since, 'until', m.until, 'sample', m.sample, 'version', m.version) order by m.since, m.id), '[]')
        from committee_member m left join person p on p.id = m.person_id where m.committee_id = c.id) as members,
      (select coalesce(json_agg(json_build_object('id', g.id, 'title', g.title, 'on', g.meets_on, 'at', to_char(g.meets_at, 'HH24:MI'),
          'place', g.place, 'state', g.state, 'agenda', g.agenda, 'minutes', g.minutes,
          'withdrawn', ${withdrawnOf('g')}, 'sample', g.sample, 'version', g.version,
          'decisions', (select coalesce(json_agg(json_build_object('id', d.id, 'said', d.said, 'owner', d.owner, 'dueOn', d.due_on,
              'doneOn', d.done_on, 'withdrawn', ${withdrawnOf('d')}, 'sample', d.sample, 'version', d.version) order by d.due_on, d.id), '[]')
            from committee_decision d where d.meeting_id = g.id)) order by g.meets_on desc, g.id), '[]')
        from committee_meeting g where g.committee_id = c.id) as meetings
    from committee c where c.edition_id = ${edition}
    order by array_position(array['organising', 'executive', 'other'], c.kind), c.since, c.id`.execute(db);
  return rows;
}

/** Whoever changes a committee's members takes turns with the others who do; whether it is one of the edition. */
export async function holdCommittee(tx: Tx, edition: string, id: string): Promise<boolean> {
  const held = await tx
    .selectFrom('committee')
    .select('id')
    .where('id', '=', id)
    .where('edition_id', '=', edition)
    .forUpdate()
    .executeTakeFirst();
  return held !== undefined;
}

/** The today of the edition's wall. */
export async function todayOf(db: Kysely<DB>, edition: string, now: string): Promise<string> {
  const { time_zone: timeZone } = await db.selectFrom('edition').select('time_zone').where('id', '=', edition).executeTakeFirstOrThrow();
  return dayAt(now, timeZone);
}

/** People of the registry by name, at most `limit`. */
export async function peopleNamed(db: Kysely<DB>, query: string, limit = 20): Promise<{ id: string; name: Localised }[]> {
  const { rows } = await sql<{ id: string; name: Localised }>`select p.id, p.name from person p
    where exists (select from jsonb_each_text(p.name -> 'texts') t where position(lower(${query}) in lower(t.value)) > 0)
    order by p.slug limit ${limit}`.execute(db);
  return rows;
}

export const isPerson = async (db: Kysely<DB>, id: string): Promise<boolean> =>
  (await db.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

const json = (text: Localised | null) => text && JSON.stringify(text);

export interface CommitteeValues {
  kind: CommitteeKind;
  name: Localised;
  mandate: Localised | null;
  since: string | null;
  until: string | null;
}

export async function putCommittee(tx: Tx, edition: string, values: CommitteeValues, known: Known, sample = false): Promise<string | null> {
  const columns = { ...values, name: JSON.stringify(values.name), mandate: json(values.mandate) };
  if (!known) {
    const id = randomUUID();
    await tx
      .insertInto('committee')
      .values({ id, edition_id: edition, sample, ...columns })
      .execute();
    return id;
  }
  const changed = await tx
    .updateTable('committee')
    .set({ ...columns, version: known.version + 1 })
    .where('id', '=', known.id)
    .where('edition_id', '=', edition)
    .where('version', '=', known.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? known.id : null;
}

export interface MemberValues {
  person: string | null;
  post: Localised | null;
  role: MemberRole;
  since: string;
  until: string | null;
}

export async function putMember(
  tx: Tx,
  committee: string,
  values: MemberValues,
  known: Known,
  sample = false,
): Promise<Member['id'] | null> {
  const { person: person_id, post, ...others } = values;
  const columns = { ...others, person_id, post: json(post) };
  if (!known) {
    const id = randomUUID();
    await tx
      .insertInto('committee_member')
      .values({ id, committee_id: committee, sample, ...columns })
      .execute();
    return id;
  }
  const changed = await tx
    .updateTable('committee_member')
    .set({ ...columns, version: known.version + 1 })
    .where('id', '=', known.id)
    .where('committee_id', '=', committee)
    .where('version', '=', known.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? known.id : null;
}

export type MeetingValues = Pick<Meeting, 'title' | 'on' | 'at' | 'place' | 'state' | 'agenda' | 'minutes'>;

export async function putMeeting(tx: Tx, committee: string, values: MeetingValues, known: Known, sample = false): Promise<string | null> {
  const columns = {
    title: JSON.stringify(values.title),
    meets_on: values.on,
    meets_at: values.at,
    place: json(values.place),
    state: values.state,
    agenda: json(values.agenda),
    minutes: json(values.minutes),
  };
  if (!known) {
    const id = randomUUID();
    await tx
      .insertInto('committee_meeting')
      .values({ id, committee_id: committee, sample, ...columns })
      .execute();
    return id;
  }
  const changed = await tx
    .updateTable('committee_meeting')
    .set({ ...columns, version: known.version + 1 })
    .where('id', '=', known.id)
    .where('committee_id', '=', committee)
    .where('version', '=', known.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? known.id : null;
}

export type DecisionValues = Pick<Decision, 'said' | 'owner' | 'dueOn' | 'doneOn'>;

export async function putDecision(tx: Tx, meeting: string, values: DecisionValues, known: Known, sample = false): Promise<string | null> {
  const columns = { said: JSON.stringify(values.said), owner: JSON.stringify(values.owner), due_on: values.dueOn, done_on: values.doneOn };
  if (!known) {
    const id = randomUUID();
    await tx
      .insertInto('committee_decision')
      .values({ id, meeting_id: meeting, sample, ...columns })
      .execute();
    return id;
  }
  const changed = await tx
    .updateTable('committee_decision')
    .set({ ...columns, version: known.version + 1 })
    .where('id', '=', known.id)
    .where('meeting_id', '=', meeting)
    .where('version', '=', known.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? known.id : null;
}

/** Of the committee, whose edition was looked at by whoever holds it. `null` puts it back. `false` where it is no longer at `version`. */
export async function setWithdrawn(
  tx: Tx,
  committee: string,
  { what, id, version }: { what: Withdrawable; id: string; version: number },
  withdrawn: Withdrawn | null,
): Promise<boolean> {
  const table = sql.table({ committee: 'committee', meeting: 'committee_meeting', decision: 'committee_decision' }[what]);
  const within = {
    committee: sql`id = ${committee}`,
    meeting: sql`committee_id = ${committee}`,
    decision: sql`meeting_id in (select id from committee_meeting where committee_id = ${committee})`,
  }[what];
  const changed = await sql`update ${table} set withdrawn_on = ${withdrawn?.on ?? null}, withdrawn_why = ${json(withdrawn?.why ?? null)},
      version = version + 1
    where id = ${id} and version = ${version} and ${within} and (withdrawn_on is null) = ${withdrawn !== null}`.execute(tx);
  return changed.numAffectedRows === 1n;
}
