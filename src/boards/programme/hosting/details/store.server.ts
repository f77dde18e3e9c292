import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Uuid } from '../../content.ts';
import { json, jsonOrNull } from '../hosted.server.ts';
import type { Details } from './model.ts';

export async function readDetails(db: Kysely<DB>, activity: Uuid): Promise<{ details: Details; version: number }> {
  const { rows } = await sql<{ details: Details; version: number }>`
    select a.version, json_build_object('title', a.title, 'subtitle', a.subtitle, 'abstract', a.abstract, 'description', a.description,
      'topic', a.topic_id, 'languages', a.languages, 'interpretation', a.interpretation, 'streamed', a.streamed, 'access', a.access,
      'capacity', a.capacity,
      'fields', (select coalesce(json_agg(f.field order by f.position), '[]') from activity_field f where f.activity_id = a.id),
      'hosts', (select coalesce(json_agg(json_build_object('organisation', o.organisation_id, 'role', o.role) order by o.position), '[]')
        from activity_organisation o where o.activity_id = a.id)) as details
    from activity a where a.id = ${activity}`.execute(db);
  return rows[0]!;
}

export async function writeDetails(tx: Transaction<DB>, activity: Uuid, details: Details): Promise<number> {
  const { version } = await tx
    .updateTable('activity')
    .set((eb) => ({
      title: json(details.title),
      subtitle: jsonOrNull(details.subtitle),
      abstract: jsonOrNull(details.abstract),
      description: jsonOrNull(details.description),
      topic_id: details.topic,
      languages: details.languages,
      interpretation: details.interpretation,
      streamed: details.streamed,
      access: details.access,
      capacity: details.capacity,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', activity)
    .returning('version')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('activity_field').where('activity_id', '=', activity).execute();
  if (details.fields.length > 0)
    await tx
      .insertInto('activity_field')
      .values(details.fields.map((field, position) => ({ activity_id: activity, field, position })))
      .execute();
  await tx.deleteFrom('activity_organisation').where('activity_id', '=', activity).execute();
  if (details.hosts.length > 0)
    await tx
      .insertInto('activity_organisation')
      .values(
        details.hosts.map(({ organisation, role }, position) => ({ activity_id: activity, organisation_id: organisation, role, position })),
      )
      .execute();
  return version;
}

/** Organisations that the edition knows. */
export async function organisationsOf(db: Kysely<DB>, edition: Uuid): Promise<{ id: Uuid; name: Details['title'] }[]> {
  const { rows } = await sql<{ id: Uuid; name: Details['title'] }>`
    select o.id, o.name from edition_registry r join organisation o on o.id::text = r.entry
    where r.edition_id = ${edition} and r.kind = 'organisation' order by r.position`.execute(db);
  return rows;
}

/** What an activity of the edition can be sorted under. */
export async function topicsAndFields(db: Kysely<DB>, edition: Uuid) {
  const { rows } = await sql<{ topics: { id: Uuid; name: Details['title'] }[]; fields: { code: string; name: Details['title'] }[] }>`
    select (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by position), '[]') from category
        where edition_id = ${edition} and kind = 'topic') as topics,
      (select coalesce(json_agg(json_build_object('code', f.code, 'name', f.name) order by r.position), '[]')
        from edition_registry r join field_of_technology f on f.code = r.entry where r.edition_id = ${edition} and r.kind = 'field') as fields`.execute(
    db,
  );
  return rows[0]!;
}
