/** People and organisations that come into the registry by being invited. */
import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from '#registry/text.ts';
import type { Uuid } from '../../content.ts';
import { slugOf } from '../../import/slugs.ts';
import { json, jsonOrNull } from '../hosted.server.ts';

type Tx = Transaction<DB>;

/** Puts a registry entry among those that the edition knows, under a free name for addresses. */
export async function enterEdition(
  tx: Tx,
  edition: Uuid,
  { kind, entry, name }: { kind: 'person' | 'organisation'; entry: Uuid; name: Localised },
): Promise<void> {
  const taken = await tx
    .selectFrom('edition_registry')
    .select(['entry', 'slug'])
    .where('edition_id', '=', edition)
    .where('kind', '=', kind)
    .execute();
  if (taken.some((one) => one.entry === entry)) return;
  const wanted = slugOf(name.texts['en'] ?? '') || `${kind}-${entry.slice(0, 8)}`;
  const slug = taken.some((one) => one.slug === wanted) ? `${wanted}-${entry.slice(0, 8)}` : wanted;
  await sql`insert into edition_registry (edition_id, kind, entry, position, slug)
    select ${edition}::uuid, ${kind}::text, ${entry}::text, coalesce(max(position), -1) + 1, ${slug}::text
    from edition_registry where edition_id = ${edition} and kind = ${kind}`.execute(tx);
}

export async function newPerson(
  tx: Tx,
  given: { name: Localised; organisation: Uuid | null; position: Localised | null; country: string | null; sample?: boolean },
): Promise<Uuid> {
  const id = randomUUID();
  const slug = slugOf(given.name.texts['en'] ?? '') || `person-${id.slice(0, 8)}`;
  await tx
    .insertInto('person')
    .values({ id, slug, name: json(given.name), country: given.country, sample: given.sample ?? false })
    .execute();
  if (given.organisation) await joinOrganisation(tx, id, given.organisation, given.position);
  return id;
}

/** Makes the organisation somebody's main one. */
export async function joinOrganisation(tx: Tx, person: Uuid, organisation: Uuid, position: Localised | null): Promise<void> {
  await sql`update membership set rank = rank + 1 where person_id = ${person}`.execute(tx);
  const row = { position: jsonOrNull(position), rank: 0 };
  await tx
    .insertInto('membership')
    .values({ person_id: person, organisation_id: organisation, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'organisation_id']).doUpdateSet(row))
    .execute();
}

/** The organisation of that name, entered where the registry has none. */
export async function organisationNamed(tx: Tx, text: string): Promise<{ id: Uuid; name: Localised }> {
  const { rows } = await sql<{ id: Uuid; name: Localised }>`select id, name from organisation
    where exists (select from jsonb_each_text(name::jsonb -> 'texts') t where lower(t.value) = lower(${text})) order by id limit 1`.execute(
    tx,
  );
  if (rows[0]) return rows[0];
  const id = randomUUID();
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const name = { source: language, texts: { [language]: text } };
  await tx
    .insertInto('organisation')
    .values({ id, slug: slugOf(text) || `organisation-${id.slice(0, 8)}`, name: json(name), kind: 'other' })
    .execute();
  return { id, name };
}
