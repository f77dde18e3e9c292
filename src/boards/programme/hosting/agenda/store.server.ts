/** The agenda in the working tables. */
import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { canonical } from '#platform/canonical.ts';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from '#registry/text.ts';
import type { Uuid } from '../../content.ts';
import { slugOf } from '../../import/slugs.ts';
import { json, jsonOrNull } from '../hosted.server.ts';
import type { Agenda, AgendaSession } from './model.ts';

export async function readAgenda(db: Kysely<DB>, activity: Uuid): Promise<AgendaSession[]> {
  const { rows } = await sql<AgendaSession>`
    select s.id, s.kind, s.title, s.abstract, instant_text(s.starts_at) as "startsAt", instant_text(s.ends_at) as "endsAt", s.languages, s.cancelled,
      (select coalesce(json_agg(json_build_object('person', p.person_id, 'role', p.role) order by p.position), '[]')
        from session_person p where p.session_id = s.id) as people
    from session s where s.activity_id = ${activity} order by s.starts_at, s.position`.execute(db);
  return rows;
}

/** Holds the sessions until the transaction ends, so that whoever writes them otherwise waits too. */
export async function holdAgenda(tx: Transaction<DB>, activity: Uuid): Promise<AgendaSession[]> {
  await tx.selectFrom('session').select('id').where('activity_id', '=', activity).orderBy('id').forUpdate().execute();
  return readAgenda(tx, activity);
}

/**
 * What the agenda is, in a few characters. Whoever wrote it since (the schedule desk, an import, somebody of the team), an editor who
 * shows another stamp has not seen it.
 */
export const stampOf = (agenda: Agenda): string => createHash('sha256').update(canonical(agenda)).digest('base64url').slice(0, 22);

/** The first of the ids that cannot be a session of this activity: another has it, or it is there twice. */
export async function foreignSession(tx: Transaction<DB>, activity: Uuid, sessions: readonly { id: Uuid }[]): Promise<Uuid | null> {
  const ids = sessions.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined || ids.length === 0) return twice ?? null;
  const other = await tx.selectFrom('session').select('id').where('id', 'in', ids).where('activity_id', '<>', activity).executeTakeFirst();
  return other?.id ?? null;
}

/** Makes the sessions equal to the agenda. Sessions keep their room, number and name in addresses. */
export async function writeAgenda(
  tx: Transaction<DB>,
  { activity, edition }: { activity: Uuid; edition: Uuid },
  before: Agenda,
  agenda: Agenda,
): Promise<void> {
  const gone = before.filter(({ id }) => !agenda.some((session) => session.id === id)).map(({ id }) => id);
  if (gone.length > 0) await tx.deleteFrom('session').where('activity_id', '=', activity).where('id', 'in', gone).execute();
  const known = new Map(before.map((session) => [session.id, session]));
  const taken = new Set(
    (await tx.selectFrom('session').select('slug').where('activity_id', '=', activity).execute()).map(({ slug }) => slug),
  );
  let number = agenda.some(({ id }) => !known.has(id)) ? await lastNumber(tx, edition) : 0;
  for (const [position, session] of agenda.entries()) {
    const row = {
      position,
      kind: session.kind,
      title: json(session.title),
      abstract: jsonOrNull(session.abstract),
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      languages: session.languages,
      cancelled: session.cancelled,
    };
    if (known.has(session.id)) {
      await tx
        .updateTable('session')
        .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
        .where('id', '=', session.id)
        .execute();
    } else {
      await tx
        .insertInto('session')
        .values({
          ...row,
          id: session.id,
          activity_id: activity,
          guid: randomUUID(),
          number: ++number,
          slug: freeSlug(session.title, number, taken),
        })
        .execute();
    }
    const was = known.get(session.id)?.people ?? [];
    if (canonical(was) !== canonical(session.people)) await writePeople(tx, session);
  }
}

async function writePeople(tx: Transaction<DB>, session: AgendaSession): Promise<void> {
  await tx.deleteFrom('session_person').where('session_id', '=', session.id).execute();
  if (session.people.length === 0) return;
  await tx
    .insertInto('session_person')
    .values(session.people.map(({ person, role }, position) => ({ session_id: session.id, person_id: person, role, position })))
    .execute();
}

/** Numbers are unique among activities and sessions of the edition, which is held. */
async function lastNumber(tx: Transaction<DB>, edition: Uuid): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select greatest((select max(number) from activity where edition_id = ${edition}),
      (select max(s.number) from session s join activity a on a.id = s.activity_id where a.edition_id = ${edition}), 0) as last`.execute(
    tx,
  );
  return rows[0]!.last;
}

function freeSlug(title: Localised, number: number, taken: Set<string>): string {
  const wanted = slugOf(title.texts['en'] ?? '') || `session-${number}`;
  const free = taken.has(wanted) ? `${wanted}-${number}` : wanted;
  taken.add(free);
  return free;
}
