/** What things belong to, for the table of permissions. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Grant, Subject } from '#platform/permissions.ts';

/** An edition by the name in its address. */
export async function editionSubject(db: Kysely<DB>, { edition }: { edition: string }): Promise<(Subject & { edition: string }) | null> {
  const found = await db.selectFrom('edition').select(['id', 'series_id']).where('slug', '=', edition).executeTakeFirst();
  return found ? { series: found.series_id, edition: found.id } : null;
}

/** An activity by its id: of its edition and board, and of the organisations that lead, host or co-host it. */
export async function activitySubject(db: Kysely<DB>, { activity }: { activity: string }): Promise<Subject | null> {
  const found = await db
    .selectFrom('activity as a')
    .innerJoin('edition as e', 'e.id', 'a.edition_id')
    .select(['a.id', 'a.edition_id', 'a.board', 'e.series_id'])
    .where('a.id', '=', activity)
    .executeTakeFirst();
  if (!found) return null;
  const hosts = await db
    .selectFrom('activity_organisation')
    .select('organisation_id')
    .where('activity_id', '=', activity)
    .where('role', 'in', ['lead', 'host', 'co-host'])
    .execute();
  return {
    series: found.series_id,
    edition: found.edition_id,
    board: found.board,
    activity: found.id,
    organisations: hosts.map((host) => host.organisation_id),
  };
}

/** The grants that reach into an edition, the whole of it or a part: for lists that show everybody what is theirs. */
export async function reachingInto(db: Kysely<DB>, grants: readonly Grant[], edition: { id: string; series: string }): Promise<Grant[]> {
  const named = grants.flatMap(({ scope }) => (scope.is === 'activity' ? [scope.activity] : []));
  const here = new Set(
    named.length === 0
      ? []
      : (await db.selectFrom('activity').select('id').where('id', 'in', named).where('edition_id', '=', edition.id).execute()).map(
          ({ id }) => id,
        ),
  );
  return grants.filter(({ role, scope }) => {
    switch (scope.is) {
      case 'all':
        return role !== 'public';
      case 'series':
        return scope.series === edition.series;
      case 'edition':
      case 'board':
        return scope.edition === edition.id;
      case 'organisation':
        return scope.edition === null || scope.edition === edition.id;
      case 'activity':
        return here.has(scope.activity);
      case 'person':
      case 'account':
        return false;
    }
  });
}
