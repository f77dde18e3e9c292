/** What the next version of a programme would be, before it is one: what changes, what clashes, who is told. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonical } from '#platform/canonical.ts';
import type { DB } from '#platform/database/schema.ts';
import type { Activity, EditionContent, Instant, Uuid } from '../content.ts';
import { readersOf, type Reader } from '../moving/store.server.ts';
import type { Publication } from '../publication.ts';
import { blocksPublishing, type Clash, openClashes } from '../schedule/clashes.ts';
import type { DeskSchedule } from '../schedule/desk-schedule.ts';
import { readDesk } from '../schedule/store.server.ts';
import { readContent } from '../store.server.ts';
import { currentPublication } from '../versions.server.ts';
import { nextPublication } from '../versions.ts';

/** Which of the activities that wait are published along; `all` leaves out those that a clash keeps from it. */
export type Choice = 'all' | readonly number[];

export interface Review {
  /** The version that the public reads now. */
  before: Publication | null;
  next: Publication;
  /** Scheduled, and in no version yet. */
  waiting: Activity[];
  chosen: Activity[];
  /** Between what would be public; drafts clash with nobody. */
  clashes: Clash[];
  /** What would block publishing if everything that waits went public. */
  leftOut: Clash[];
  desk: DeskSchedule;
  readers: Reader[];
  /** Of what was reviewed: whoever publishes says it, so that nothing is published that they have not seen. */
  digest: string;
}

const isDraft = ({ state }: { state: Activity['state'] }) => state === 'planned' || state === 'scheduled';

export async function review(db: Kysely<DB>, edition: string, choice: Choice, at: Instant): Promise<Review | null> {
  const working = await readContent(db, edition);
  const read = working && (await readDesk(db, working.edition.id));
  if (!working || !read) return null;
  const before = await currentPublication(db, edition);
  const waiting = working.activities.filter(({ state }) => state === 'scheduled');
  const clashesWith = (ids: ReadonlySet<Uuid>) =>
    openClashes({
      ...read.desk,
      activities: read.desk.activities.filter((activity) => !isDraft(activity) || ids.has(activity.id)),
    }).all();
  const leftOut = clashesWith(new Set(waiting.map(({ id }) => id))).filter(blocksPublishing);
  const blocked = new Set(leftOut.flatMap(({ activities }) => activities));
  const chosen = waiting.filter(({ id, number }) => (choice === 'all' ? !blocked.has(id) : choice.includes(number)));
  const clashes = clashesWith(new Set(chosen.map(({ id }) => id)));
  const after = withPublished(working, new Set(chosen.map(({ id }) => id)));
  const next = nextPublication(before, after, at, working.edition.id);
  const digest = createHash('sha256')
    .update(canonical([before?.number ?? 0, next.content]))
    .digest('hex');
  return { before, next, waiting, chosen, clashes, leftOut, desk: read.desk, readers: await readersOf(db, working.edition.id), digest };
}

const withPublished = (content: EditionContent, chosen: ReadonlySet<Uuid>): EditionContent => ({
  ...content,
  activities: content.activities.map((activity) => (chosen.has(activity.id) ? { ...activity, state: 'published' } : activity)),
});
