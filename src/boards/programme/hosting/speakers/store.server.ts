/** Appearances in the database. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { PageLanguage, Localised } from '#registry/text.ts';
import type { Instant, PersonRole, Uuid } from '../../content.ts';
import { json } from '../hosted.server.ts';
import { type Absence, type AppearanceState, LINK_DAYS, type Part, type PortraitBy, type Slides, type Travel } from './model.ts';

type Tx = Transaction<DB>;

export interface Speaker {
  person: Uuid;
  name: Localised;
  affiliation: { name: Localised; position: Localised | null } | null;
  state: AppearanceState;
  email: string | null;
  language: PageLanguage;
  invitedAt: Instant | null;
  answeredAt: Instant | null;
  answer: string | null;
  travel: Travel;
  version: number;
  parts: Part[];
  slides: Slides[];
  absences: Absence[];
  hasAccount: boolean;
  biography: Localised | null;
  portrait: Uuid | null;
  portraitBy: PortraitBy;
}

/** Everybody who has a part in the activity or was asked; one person alone where `person` is given. */
export async function readSpeakers(db: Kysely<DB>, activity: Uuid, person: Uuid | null = null): Promise<Speaker[]> {
  const { rows } = await sql<Speaker>`
    with parts as (
      select ap.person_id, ap.role, null::uuid as session_id, 0 as step, ap.position from activity_person ap where ap.activity_id = ${activity}
      union all
      select sp.person_id, sp.role, s.id, 1 + s.position, sp.position from session_person sp join session s on s.id = sp.session_id
      where s.activity_id = ${activity}
    ), everybody as (
      select person_id, min(step) as step, min(position) as position from parts group by person_id
      union all
      select x.person_id, 100000, 0 from appearance x
      where x.activity_id = ${activity} and not exists (select from parts where parts.person_id = x.person_id)
    )
    select p.id as person, p.name, coalesce(x.state, 'added') as state, x.email, coalesce(x.language, 'zh') as language,
      instant_text(x.invited_at) as "invitedAt", instant_text(x.answered_at) as "answeredAt", x.answer, coalesce(x.travel, '{}') as travel,
      coalesce(x.version, 0) as version, p.biography, pp.portrait_id as portrait,
      pp.portrait_by as "portraitBy",
      (select json_build_object('name', o.name, 'position', m.position) from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = p.id order by m.rank limit 1) as affiliation,
      (select coalesce(json_agg(json_build_object('role', t.role, 'session', case when s.id is null then null else json_build_object(
        'id', s.id, 'kind', s.kind, 'title', s.title, 'startsAt', instant_text(s.starts_at), 'endsAt', instant_text(s.ends_at)) end)
        order by t.step, t.position), '[]') from parts t left join session s on s.id = t.session_id where t.person_id = p.id) as parts,
      (select coalesce(json_agg(json_build_object('id', l.id, 'session', l.session_id, 'uploadedAt', instant_text(l.uploaded_at),
        'file', json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes)) order by l.uploaded_at), '[]')
        from slides l join file f on f.id = l.file_id where l.activity_id = ${activity} and l.person_id = p.id) as slides,
      (select coalesce(json_agg(json_build_object('id', b.id, 'startsAt', instant_text(b.starts_at), 'endsAt', instant_text(b.ends_at),
        'note', b.note) order by b.starts_at), '[]') from person_absence b where b.person_id = p.id) as absences,
      exists (select from account c where c.person_id = p.id and c.closed_at is null) as "hasAccount"
    from everybody e join person p on p.id = e.person_id
      left join appearance x on x.activity_id = ${activity} and x.person_id = p.id
      left join person_page pp on pp.person_id = p.id
    where ${person}::uuid is null or p.id = ${person}::uuid
    order by e.step, e.position, p.id`.execute(db);
  return rows;
}

/** The appearance, made where there is none yet, and held. `null` where the person has no part in the activity and was never asked. */
export async function holdAppearance(tx: Tx, activity: Uuid, person: Uuid): Promise<Speaker | null> {
  if ((await readSpeakers(tx, activity, person)).length === 0) return null;
  await provideAppearance(tx, activity, person);
  await tx.selectFrom('appearance').select('id').where('activity_id', '=', activity).where('person_id', '=', person).forUpdate().execute();
  return (await readSpeakers(tx, activity, person))[0]!;
}

export async function provideAppearance(tx: Tx, activity: Uuid, person: Uuid): Promise<void> {
  await tx
    .insertInto('appearance')
    .values({ id: randomUUID(), activity_id: activity, person_id: person, state: 'added' })
    .onConflict((conflict) => conflict.columns(['activity_id', 'person_id']).doNothing())
    .execute();
}

export async function writeAppearance(
  tx: Tx,
  { activity, person }: { activity: Uuid; person: Uuid },
  change: Partial<{
    state: AppearanceState;
    email: string;
    language: PageLanguage;
    invited_at: string;
    answered_at: string | null;
    answer: string | null;
    travel: Travel;
  }>,
): Promise<void> {
  const { travel, ...plain } = change;
  await tx
    .updateTable('appearance')
    .set((eb) => ({ ...plain, ...(travel ? { travel: json(travel) } : {}), version: eb('version', '+', 1) }))
    .where('activity_id', '=', activity)
    .where('person_id', '=', person)
    .execute();
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new link for the appearance; earlier ones no longer work. */
export async function makeLink(
  tx: Tx,
  { activity, person, email }: { activity: Uuid; person: Uuid; email: string },
  now: string,
): Promise<string> {
  const { id } = await tx
    .selectFrom('appearance')
    .select('id')
    .where('activity_id', '=', activity)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('appearance_link')
    .set({ replaced_at: now })
    .where('appearance_id', '=', id)
    .where('replaced_at', 'is', null)
    .execute();
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('appearance_link')
    .values({
      token_sha256: hashOf(token),
      appearance_id: id,
      email,
      made_at: now,
      expires_at: new Date(Date.parse(now) + LINK_DAYS * 86_400_000).toISOString(),
    })
    .execute();
  return token;
}

/** Takes all of somebody's parts in the activity away. */
export async function takeParts(tx: Tx, activity: Uuid, person: Uuid): Promise<void> {
  await tx.deleteFrom('activity_person').where('activity_id', '=', activity).where('person_id', '=', person).execute();
  await sql`delete from session_person using session s where s.id = session_person.session_id and s.activity_id = ${activity}
    and session_person.person_id = ${person}`.execute(tx);
  await tx.deleteFrom('appearance').where('activity_id', '=', activity).where('person_id', '=', person).execute();
}

/** `false` where the activity has no such session. */
export async function givePart(
  tx: Tx,
  { activity, person, session, role }: { activity: Uuid; person: Uuid; session: Uuid | null; role: PersonRole },
): Promise<boolean> {
  if (session === null) {
    await sql`insert into activity_person (activity_id, person_id, role, position)
      select ${activity}::uuid, ${person}::uuid, ${role}::text, coalesce(max(position), -1) + 1 from activity_person where activity_id = ${activity}
      on conflict do nothing`.execute(tx);
    return true;
  }
  const { rows } = await sql`insert into session_person (session_id, person_id, role, position)
    select s.id, ${person}::uuid, ${role}::text, coalesce((select max(position) from session_person where session_id = s.id), -1) + 1
    from session s where s.id = ${session} and s.activity_id = ${activity}
    on conflict (session_id, person_id, role) do update set position = session_person.position returning 1`.execute(tx);
  return rows.length > 0;
}
