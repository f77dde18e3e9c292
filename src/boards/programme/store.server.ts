/** The working state of an edition's programme: read as one content, and made equal to one. The only SQL over the working tables. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { EditionContent, Uuid } from './content.ts';

type Tx = Transaction<DB>;

/** One statement, so that what is read belongs together. `null` where there is no such edition. */
export async function readContent(db: Kysely<DB>, edition: string): Promise<EditionContent | null> {
  const { rows } = await sql<{ content: EditionContent }>`
    with e as (select * from edition where slug = ${edition}),
    entries as (select r.* from edition_registry r join e on r.edition_id = e.id)
    select json_build_object(
      'series', (select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'theme', s.theme, 'about', s.about, 'founded', s.founded,
        'sample', s.sample) from series s where s.id = e.series_id),
      'edition', json_build_object('id', e.id, 'slug', e.slug, 'year', e.year, 'name', e.name, 'theme', e.theme, 'about', e.about,
        'status', e.status, 'languages', e.languages, 'timeZone', e.time_zone, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
        'dateChanges', (select coalesce(json_agg(json_build_object('announcedOn', d.announced_on,
          'from', json_build_object('startsOn', d.from_starts_on, 'endsOn', d.from_ends_on),
          'to', json_build_object('startsOn', d.to_starts_on, 'endsOn', d.to_ends_on), 'reason', d.reason) order by d.position), '[]')
          from edition_date_change d where d.edition_id = e.id),
        'figures', e.figures, 'milestones', e.milestones,
        'hosts', (select coalesce(json_agg(json_build_object('organisation', o.organisation_id, 'role', o.role) order by o.position), '[]')
          from edition_organisation o where o.edition_id = e.id),
        'sample', e.sample),
      'places', (select coalesce(json_agg(json_build_object('id', p.id, 'slug', ep.slug, 'kind', p.kind, 'parent', p.parent_id, 'name', p.name,
        'timeZone', p.time_zone, 'country', p.country, 'latitude', p.latitude, 'longitude', p.longitude, 'address', p.address,
        'capacity', p.capacity, 'layouts', p.layouts, 'equipment', p.equipment, 'parallel', p.parallel, 'role', ep.role, 'sample', p.sample)
        order by ep.position), '[]') from edition_place ep join place p on p.id = ep.place_id where ep.edition_id = e.id),
      'travel', (select coalesce(json_agg(json_build_object('from', t.from_place, 'to', t.to_place, 'minutes', t.minutes)
        order by f.position, g.position), '[]') from travel t
        join edition_place f on f.place_id = t.from_place and f.edition_id = e.id
        join edition_place g on g.place_id = t.to_place and g.edition_id = e.id),
      'organisations', (select coalesce(json_agg(json_build_object('id', o.id, 'slug', r.slug, 'name', o.name, 'kind', o.kind,
        'country', o.country, 'parent', o.parent_id, 'ror', o.ror, 'uscc', o.uscc, 'url', o.url, 'about', o.about, 'sample', o.sample)
        order by r.position), '[]') from entries r join organisation o on o.id::text = r.entry where r.kind = 'organisation'),
      'people', (select coalesce(json_agg(json_build_object('id', p.id, 'slug', r.slug, 'name', p.name, 'country', p.country,
        'biography', p.biography, 'orcid', p.orcid, 'languages', p.languages,
        'affiliations', (select coalesce(json_agg(json_build_object('organisation', m.organisation_id, 'position', m.position) order by m.rank), '[]')
          from membership m where m.person_id = p.id),
        'portrait', (select encode(f.sha256, 'hex') from person_page pp join file f on f.id = pp.portrait_id
          where pp.person_id = p.id and pp.portrait_public and f.kept_at is not null),
        'hidden', p.hidden, 'sample', p.sample) order by r.position), '[]')
        from entries r join person p on p.id::text = r.entry where r.kind = 'person'),
      'focuses', (select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.position), '[]')
        from category c where c.edition_id = e.id and c.kind = 'focus'),
      'topics', (select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.position), '[]')
        from category c where c.edition_id = e.id and c.kind = 'topic'),
      'fields', (select coalesce(json_agg(json_build_object('code', f.code, 'name', f.name, 'parent', f.parent, 'ipc', f.ipc) order by r.position), '[]')
        from entries r join field_of_technology f on f.code = r.entry where r.kind = 'field'),
      'activities', (select coalesce(json_agg(json_build_object('id', a.id, 'guid', a.guid, 'number', a.number, 'slug', a.slug,
        'board', a.board, 'kind', a.kind, 'state', a.state,
        'postponedAlone', a.postponed_alone, 'title', a.title, 'subtitle', a.subtitle, 'abstract', a.abstract,
        'description', a.description, 'focus', a.focus_id, 'topic', a.topic_id,
        'fields', (select coalesce(json_agg(af.field order by af.position), '[]') from activity_field af where af.activity_id = a.id),
        'languages', a.languages, 'interpretation', a.interpretation, 'streamed', a.streamed, 'streamUrl', a.stream_url, 'access', a.access,
        'capacity', a.capacity, 'room', a.room_id, 'startsAt', instant_text(a.starts_at), 'endsAt', instant_text(a.ends_at),
        'firstPlannedStartsAt', instant_text(a.first_planned_starts_at), 'sharesRoom', a.shares_room,
        'hosts', (select coalesce(json_agg(json_build_object('organisation', ao.organisation_id, 'role', ao.role) order by ao.position), '[]')
          from activity_organisation ao where ao.activity_id = a.id),
        'people', (select coalesce(json_agg(json_build_object('person', ap.person_id, 'role', ap.role) order by ap.position), '[]')
          from activity_person ap where ap.activity_id = a.id),
        'sessions', (select coalesce(json_agg(json_build_object('id', s.id, 'guid', s.guid, 'number', s.number, 'slug', s.slug, 'kind', s.kind,
          'title', s.title, 'abstract', s.abstract, 'startsAt', instant_text(s.starts_at), 'endsAt', instant_text(s.ends_at), 'room', s.room_id,
          'languages', s.languages, 'cancelled', s.cancelled,
          'people', (select coalesce(json_agg(json_build_object('person', sp.person_id, 'role', sp.role) order by sp.position), '[]')
            from session_person sp where sp.session_id = s.id),
          'links', s.links,
          'results', (select coalesce(json_agg(sr.result_id order by sr.position), '[]') from session_result sr where sr.session_id = s.id))
          order by s.position), '[]') from session s where s.activity_id = a.id),
        'links', a.links, 'typeLabel', a.type_label, 'sample', a.sample) order by a.position), '[]')
        from activity a where a.edition_id = e.id),
      'results', (select coalesce(json_agg(json_build_object('id', x.id, 'slug', r.slug, 'title', x.title, 'abstract', x.abstract, 'field', x.field,
        'readiness', x.readiness, 'stage', x.stage, 'category', x.category, 'hardTechnology', x.hard_technology,
        'owners', (select coalesce(json_agg(w.organisation_id order by w.rank), '[]') from result_owner w where w.result_id = x.id),
        'steps', (select coalesce(json_agg(json_build_object('stage', t.stage, 'what', t.what, 'on', t.happened_on, 'activity', t.activity_id)
          order by t.position), '[]') from result_step t where t.result_id = x.id),
        'sample', x.sample) order by r.position), '[]')
        from entries r join result x on x.id::text = r.entry where r.kind = 'result'),
      'letters', (select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'sender', l.sender, 'office', l.office,
        'writtenOn', l.written_on, 'body', l.body, 'sample', l.sample) order by l.position, l.written_on, l.id), '[]')
        from edition_letter l where l.edition_id = e.id and l.released)
    ) as content
    from e`.execute(db);
  const content = rows[0]?.content;
  if (!content) return null;
  const { letters = [], ...rest } = content;
  return {
    ...rest,
    people: content.people.map(({ hidden = [], portrait, ...person }) => ({
      ...person,
      ...(hidden.length > 0 ? { hidden } : {}),
      ...(portrait ? { portrait } : {}),
    })),
    activities: content.activities.map(({ postponedAlone, ...activity }) => ({
      ...activity,
      ...(postponedAlone ? { postponedAlone } : {}),
    })),
    ...(letters.length > 0 ? { letters } : {}),
  };
}

/** Holds the edition until the transaction ends, so that writers and publishers of one edition take turns. */
export async function lockEdition(tx: Tx, edition: string): Promise<{ id: Uuid; version: number } | null> {
  const row = await tx.selectFrom('edition').select(['id', 'version']).where('slug', '=', edition).forUpdate().executeTakeFirst();
  return row ?? null;
}

/**
 * Makes the working tables equal to `content`: what is new is inserted, what differs updated, what is gone deleted, and rows that are
 * the same are left alone. Registry entries that the edition no longer names stay in the registry. Letters are the press room's alone.
 * Throws the database's own error where an invariant does not hold (a room booked twice, a slug taken), and nothing is kept.
 */
export async function writeContent(tx: Tx, content: EditionContent): Promise<void> {
  const { series, edition } = content;
  await upsert(tx, 'series', ['id'], [series]);
  await upsert(
    tx,
    'edition',
    ['id'],
    [
      {
        id: edition.id,
        series_id: series.id,
        slug: edition.slug,
        year: edition.year,
        name: edition.name,
        theme: edition.theme,
        about: edition.about,
        status: edition.status,
        languages: edition.languages,
        time_zone: edition.timeZone,
        starts_on: edition.startsOn,
        ends_on: edition.endsOn,
        figures: edition.figures,
        milestones: edition.milestones,
        sample: edition.sample,
      },
    ],
  );
  await sql`update edition set version = version + 1 where id = ${edition.id}`.execute(tx);
  await writeRegistry(tx, content);
  await writeActivities(tx, content);
  // A programme that is brought in says of everything that has a room in it which city it belongs to.
  await sql`update activity set site_id = site_of_place(room_id)
    where edition_id = ${edition.id} and site_id is distinct from site_of_place(room_id) and site_of_place(room_id) is not null`.execute(
    tx,
  );
}

async function writeRegistry(tx: Tx, content: EditionContent): Promise<void> {
  const edition_id = content.edition.id;
  const position = (_: unknown, index: number) => index;
  await upsert(
    tx,
    'field_of_technology',
    ['code'],
    content.fields.map((field, at) => ({ ...field, position: position(field, at) })),
  );
  await upsert(
    tx,
    'organisation',
    ['id'],
    content.organisations.map(({ parent, ...organisation }) => ({ ...organisation, parent_id: parent })),
  );
  await upsert(
    tx,
    'person',
    ['id'],
    content.people.map(({ affiliations: _affiliations, portrait: _portrait, hidden = [], ...person }) => ({ ...person, hidden })),
  );
  await owned(tx, 'membership', 'person_id', content.people, (person) =>
    person.affiliations.map((affiliation, rank) => ({
      person_id: person.id,
      organisation_id: affiliation.organisation,
      position: affiliation.position,
      rank,
    })),
  );
  await upsert(
    tx,
    'place',
    ['id'],
    content.places.map(({ parent, timeZone, role: _role, ...place }) => ({ ...place, parent_id: parent, time_zone: timeZone })),
  );
  await owned(tx, 'edition_place', 'edition_id', [content.edition], () =>
    content.places.map((place, at) => ({ edition_id, place_id: place.id, position: at, role: place.role, slug: place.slug })),
  );
  await owned(tx, 'travel', 'from_place', content.places, (place) =>
    content.travel.filter((way) => way.from === place.id).map((way) => ({ from_place: way.from, to_place: way.to, minutes: way.minutes })),
  );
  await upsert(
    tx,
    'result',
    ['id'],
    content.results.map(({ owners: _owners, steps: _steps, hardTechnology, ...result }) => ({
      ...result,
      hard_technology: hardTechnology,
    })),
  );
  await owned(tx, 'result_owner', 'result_id', content.results, (result) =>
    result.owners.map((organisation_id, rank) => ({ result_id: result.id, organisation_id, rank })),
  );
  const entries = [
    ...content.organisations.map(({ id, slug }) => ['organisation', id, slug] as const),
    ...content.people.map(({ id, slug }) => ['person', id, slug] as const),
    ...content.results.map(({ id, slug }) => ['result', id, slug] as const),
    ...content.fields.map(({ code }) => ['field', code, code] as const),
  ];
  await owned(tx, 'edition_registry', 'edition_id', [content.edition], () =>
    entries.map(([kind, entry, slug], at) => ({ edition_id, kind, entry, position: at, slug })),
  );
  await owned(tx, 'edition_organisation', 'edition_id', [content.edition], () =>
    content.edition.hosts.map(({ organisation, role }, at) => ({ edition_id, organisation_id: organisation, role, position: at })),
  );
  await owned(tx, 'edition_date_change', 'edition_id', [content.edition], () =>
    content.edition.dateChanges.map((change, at) => ({
      edition_id,
      position: at,
      announced_on: change.announcedOn,
      from_starts_on: change.from.startsOn,
      from_ends_on: change.from.endsOn,
      to_starts_on: change.to.startsOn,
      to_ends_on: change.to.endsOn,
      reason: change.reason,
    })),
  );
}

async function writeActivities(tx: Tx, content: EditionContent): Promise<void> {
  const edition_id = content.edition.id;
  const { activities } = content;
  const sessions = activities.flatMap((activity) => activity.sessions.map((session, position) => ({ activity, session, position })));
  const categories = [
    ...content.focuses.map((category, position) => ({ ...category, edition_id, kind: 'focus', position })),
    ...content.topics.map((category, position) => ({ ...category, edition_id, kind: 'topic', position })),
  ];
  // Deleting first frees the names and numbers that others may take over.
  const keptSessions = sessions.map(({ session }) => session.id);
  await sql`delete from session s using activity a where a.id = s.activity_id and a.edition_id = ${edition_id} and s.id <> all(${keptSessions}::uuid[])`.execute(
    tx,
  );
  await sql`delete from activity where edition_id = ${edition_id} and id <> all(${activities.map(({ id }) => id)}::uuid[])`.execute(tx);
  await upsert(tx, 'category', ['id'], categories);
  await upsert(
    tx,
    'activity',
    ['id'],
    activities.map((activity, position) => ({
      id: activity.id,
      edition_id,
      guid: activity.guid,
      number: activity.number,
      position,
      slug: activity.slug,
      board: activity.board,
      kind: activity.kind,
      state: activity.state,
      postponed_alone: activity.state === 'postponed' && activity.postponedAlone === true,
      title: activity.title,
      subtitle: activity.subtitle,
      abstract: activity.abstract,
      description: activity.description,
      focus_id: activity.focus,
      topic_id: activity.topic,
      languages: activity.languages,
      interpretation: activity.interpretation,
      streamed: activity.streamed,
      stream_url: activity.streamUrl,
      access: activity.access,
      capacity: activity.capacity,
      room_id: activity.room,
      starts_at: activity.startsAt,
      ends_at: activity.endsAt,
      first_planned_starts_at: activity.firstPlannedStartsAt,
      shares_room: activity.sharesRoom,
      links: activity.links,
      type_label: activity.typeLabel,
      sample: activity.sample,
    })),
    'version',
  );
  await upsert(
    tx,
    'session',
    ['id'],
    sessions.map(({ activity, session, position }) => ({
      id: session.id,
      activity_id: activity.id,
      guid: session.guid,
      number: session.number,
      position,
      slug: session.slug,
      kind: session.kind,
      title: session.title,
      abstract: session.abstract,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      room_id: session.room,
      languages: session.languages,
      cancelled: session.cancelled,
      links: session.links,
    })),
    'version',
  );
  await sql`delete from category where edition_id = ${edition_id} and id <> all(${categories.map(({ id }) => id)}::uuid[])`.execute(tx);
  await owned(tx, 'activity_field', 'activity_id', activities, (activity) =>
    activity.fields.map((field, position) => ({ activity_id: activity.id, field, position })),
  );
  await owned(tx, 'activity_organisation', 'activity_id', activities, (activity) =>
    activity.hosts.map(({ organisation, role }, position) => ({ activity_id: activity.id, organisation_id: organisation, role, position })),
  );
  await owned(tx, 'activity_person', 'activity_id', activities, (activity) =>
    activity.people.map(({ person, role }, position) => ({ activity_id: activity.id, person_id: person, role, position })),
  );
  const allSessions = sessions.map(({ session }) => session);
  await owned(tx, 'session_person', 'session_id', allSessions, (session) =>
    session.people.map(({ person, role }, position) => ({ session_id: session.id, person_id: person, role, position })),
  );
  await owned(tx, 'session_result', 'session_id', allSessions, (session) =>
    session.results.map((result_id, position) => ({ session_id: session.id, result_id, position })),
  );
  await owned(tx, 'result_step', 'result_id', content.results, (result) =>
    result.steps.map((step, position) => ({
      result_id: result.id,
      position,
      stage: step.stage,
      what: step.what,
      happened_on: step.on,
      activity_id: step.activity,
    })),
  );
}

type Row = object;

/** Inserts rows or updates those that differ, in one statement; `version` counts a row's changes where it has one. */
async function upsert(tx: Tx, table: string, key: string[], rows: Row[], version?: 'version'): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const others = columns.filter((column) => !key.includes(column));
  const list = (names: string[], prefix = '') => sql.join(names.map((name) => sql.ref(prefix + name)));
  const sets = sql.join([
    ...others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
    ...(version ? [sql`version = ${sql.ref(`${table}.version`)} + 1`] : []),
  ]);
  await sql`insert into ${sql.table(table)} (${list(columns)})
    select ${list(columns)} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (${list(key)}) do update set ${sets}
    where (${list(others, `${table}.`)}) is distinct from (${list(others, 'excluded.')})`.execute(tx);
}

/** Replaces the rows that belong to the owners, where they differ. */
async function owned<Owner extends { id: Uuid }>(
  tx: Tx,
  table: string,
  owner: string,
  owners: readonly Owner[],
  rowsOf: (item: Owner) => Row[],
): Promise<void> {
  const rows = owners.flatMap(rowsOf);
  await sql`delete from ${sql.table(table)} where ${sql.ref(owner)} = any(${owners.map(({ id }) => id)}::uuid[])`.execute(tx);
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(tx);
}
