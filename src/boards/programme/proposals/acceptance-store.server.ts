/** From a proposal to an activity of the edition, and back again while nobody has worked on it. */
import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from '#registry/text.ts';
import type { Uuid } from '../content.ts';
import { addGuests } from '../hosting/guests/store.server.ts';
import { enterEdition, newPerson, organisationNamed } from '../hosting/speakers/registry.server.ts';
import { givePart, provideAppearance } from '../hosting/speakers/store.server.ts';
import { freeSlug, slugOf } from '../import/slugs.ts';
import { lockEdition } from '../store.server.ts';
import { draftSessions } from './agenda.ts';
import type { Call } from './call.ts';
import type { EditionFrame } from './calls-store.server.ts';
import { minutesOf } from './model.ts';
import { namedPeople } from './named.ts';
import type { Proposal } from './store.server.ts';
import { writeWishes } from './wishes.server.ts';

type Tx = Transaction<DB>;

/** A planned activity with the proposal's hosts, its agenda as sessions, the people it names and its wishes; comes to its id. */
export async function createActivity(tx: Tx, proposal: Proposal, call: Call, frame: EditionFrame, now: string): Promise<Uuid> {
  await lockEdition(tx, frame.slug);
  const { content } = proposal;
  const title = content.title!;
  const { rows } = await sql<{ number: number; position: number; slugs: string[] }>`
    select greatest(max(a.number), (select max(s.number) from session s join activity b on b.id = s.activity_id where b.edition_id = ${frame.id}), 0) + 1 as number,
      coalesce(max(a.position), -1) + 1 as position, coalesce(array_agg(a.slug::text) filter (where a.slug is not null), '{}') as slugs
    from activity a where a.edition_id = ${frame.id}`.execute(tx);
  const { number, position, slugs } = rows[0]!;
  const id = randomUUID();
  await tx
    .insertInto('activity')
    .values({
      id,
      edition_id: frame.id,
      guid: randomUUID(),
      number,
      position,
      slug: freeSlug(new Set(slugs), slugOf(title.texts['en'] ?? ''), `activity-${number}`),
      board: call.board,
      kind: call.kind,
      state: 'planned',
      title: JSON.stringify(title),
      abstract: content.abstract && JSON.stringify(content.abstract),
      description: content.aims && JSON.stringify(content.aims),
      focus_id: content.focus,
      topic_id: content.topic,
      languages: content.languages,
      interpretation: content.wishes.interpretation,
      streamed: content.wishes.streamed,
      access: content.access,
      capacity: content.wishes.expected,
      sample: proposal.sample,
    })
    .execute();
  await addHosts(tx, id, proposal, frame);
  await addSessions(tx, id, proposal, frame, number + 1);
  await addPeople(tx, id, proposal, frame, now);
  await writeWishes(tx, id, { ...content.wishes, minutes: minutesOf(content) || null });
  await sql`update edition set version = version + 1 where id = ${frame.id}`.execute(tx);
  return id;
}

async function addHosts(tx: Tx, activity: Uuid, { organisation, content }: Proposal, frame: EditionFrame): Promise<void> {
  const hosts = [{ organisation, role: 'lead' as const }, ...content.hosts.filter((host) => host.organisation !== organisation)];
  const once = hosts.filter(
    (host, at) => hosts.findIndex((other) => other.organisation === host.organisation && other.role === host.role) === at,
  );
  await tx
    .insertInto('activity_organisation')
    .values(once.map((host, at) => ({ activity_id: activity, organisation_id: host.organisation, role: host.role, position: at })))
    .execute();
  // An edition lists the organisations that it knows, with the name that each has in its addresses.
  for (const one of new Set(once.map((host) => host.organisation))) {
    await sql`
      insert into edition_registry (edition_id, kind, entry, position, slug)
      select ${frame.id}, 'organisation', o.id::text,
        (select coalesce(max(position), -1) + 1 from edition_registry where edition_id = ${frame.id}),
        case when exists (select from edition_registry r where r.edition_id = ${frame.id} and r.kind = 'organisation' and r.slug = o.slug)
          then o.slug || '-' || left(o.id::text, 8) else o.slug end
      from organisation o where o.id = ${one}
        and not exists (select from edition_registry r where r.edition_id = ${frame.id} and r.kind = 'organisation' and r.entry = o.id::text)`.execute(
      tx,
    );
  }
}

async function addSessions(tx: Tx, activity: Uuid, { content }: Proposal, frame: EditionFrame, first: number): Promise<void> {
  const sessions = draftSessions(content, frame);
  if (sessions.length === 0) return;
  const taken = new Set<string>();
  await tx
    .insertInto('session')
    .values(
      sessions.map((session, at) => ({
        id: randomUUID(),
        activity_id: activity,
        guid: randomUUID(),
        number: first + at,
        position: at,
        slug: freeSlug(taken, slugOf(session.title?.texts['en'] ?? ''), `session-${at + 1}`),
        kind: session.kind,
        title: JSON.stringify(session.title ?? content.title),
        starts_at: session.startsAt,
        ends_at: session.endsAt,
        languages: content.languages,
      })),
    )
    .execute();
}

/** Speakers wait to be asked by the host's team; nobody is written to. */
async function addPeople(tx: Tx, activity: Uuid, { content, sample }: Proposal, frame: EditionFrame, now: string): Promise<void> {
  const { speakers, guests } = namedPeople(content.guests);
  for (const { name, role, organisation: called, country } of speakers) {
    const organisation = called ? await organisationNamed(tx, called) : null;
    if (organisation) await enterEdition(tx, frame.id, { kind: 'organisation', entry: organisation.id, name: organisation.name });
    const person =
      (await knownPerson(tx, frame.id, name, organisation?.id ?? null)) ??
      (await newPerson(tx, { name, organisation: organisation?.id ?? null, position: null, country, sample }));
    await enterEdition(tx, frame.id, { kind: 'person', entry: person, name });
    await givePart(tx, { activity, person, session: null, role });
    await provideAppearance(tx, activity, person);
  }
  await addGuests(tx, activity, guests, now);
}

/** Somebody of the edition with a name in common, at the same main organisation or alike without one: not entered twice. */
async function knownPerson(tx: Tx, edition: Uuid, name: Localised, organisation: Uuid | null): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid }>`select p.id from edition_registry r join person p on p.id::text = r.entry
    where r.edition_id = ${edition} and r.kind = 'person'
      and (select m.organisation_id from membership m where m.person_id = p.id order by m.rank limit 1) is not distinct from ${organisation}::uuid
      and exists (select from jsonb_each_text(p.name::jsonb -> 'texts') t
        where lower(t.value) = any(${Object.values(name.texts).map((text) => text.toLowerCase())}::text[]))
    order by p.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Takes the activity away again; `false` where somebody has placed or changed it since it was made at `madeAt`, or it has been published. */
export async function removeActivity(tx: Tx, activity: Uuid, madeAt: string | null): Promise<boolean> {
  const gone =
    await sql`delete from activity where id = ${activity} and state = 'planned' and room_id is null and starts_at is null and version = 1
    and not exists (select from session s where s.activity_id = activity.id and s.version > 1)
    and not exists (select from guest g where g.activity_id = activity.id and (g.version > 1 or g.added_at <> ${madeAt}::timestamptz))
    and not exists (select from appearance x where x.activity_id = activity.id and x.version > 1)`.execute(tx);
  return gone.numAffectedRows === 1n;
}
