import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Permission, Subject } from '#platform/permissions.ts';
import { type Progress, readProgress } from './store.server.ts';

/** The activities of an edition towards which somebody holds a permission. */
export async function progressWithin(
  db: Kysely<DB>,
  edition: { id: string; series_id: string },
  may: (permission: Permission, of: Subject) => boolean,
  permission: Permission,
): Promise<Progress[]> {
  return (await readProgress(db, edition.id)).filter(({ id, board, hosts }) =>
    may(permission, { series: edition.series_id, edition: edition.id, board, activity: id, organisations: hosts.map((host) => host.id) }),
  );
}
