import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Subject } from '#platform/permissions.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import type { Uuid } from '../../content.ts';
import { boardOf } from './store.server.ts';

/** Of the edition, and of a board where all of them belong to it: its manager may place those. */
export async function scheduleSubject(
  db: Kysely<DB>,
  edition: string,
  activities: readonly Uuid[],
): Promise<(Subject & { edition: Uuid }) | null> {
  const subject = await editionSubject(db, { edition });
  if (!subject) return null;
  const board = await boardOf(db, subject.edition, activities);
  return board ? { ...subject, board } : subject;
}
