/** Importing a schedule: one preview, one transaction, all or nothing. */
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { lockEdition, readContent, writeContent } from '../store.server.ts';
import { currentPublication } from '../versions.server.ts';
import { seriesOf } from './fresh.ts';
import type { FileProblem, Imported, Remark } from './imported.ts';
import { GONE } from './gone.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { isEditionSlug, isPlainSlug } from './plain-slug.ts';
import { readFile } from './read-file.ts';
import { isZone } from './moments.ts';
import { editionsSharing, seriesNamed } from './store.server.ts';

export const importInput = z.object({
  edition: z.string().refine(isEditionSlug, 'an edition is called by lower-case letters, digits and hyphens, and not like a language'),
  /** Of the file. */
  base64: z.string(),
  gone: z.enum(GONE).nullable().default(null),
  series: z.string().refine(isPlainSlug).nullable().default(null),
  timeZone: z
    .string()
    .refine((zone) => isZone(zone), 'no time zone that is known')
    .nullable()
    .default(null),
  /** Takes the good rows where some are bad. */
  keepGoing: z.boolean().default(false),
});
export type ImportInput = z.output<typeof importInput>;

export type ImportProblem =
  | { is: 'unreadable'; problem: FileProblem }
  | { is: 'bad-rows'; remarks: Remark[] }
  | { is: 'nothing'; remarks: Remark[] }
  | { is: 'no-series'; series: string };

/** Works out what an import would do; nothing is written. */
export async function previewImport(
  db: Kysely<DB> | Transaction<DB>,
  input: ImportInput,
  now: string,
): Promise<Outcome<ImportPlan, ImportProblem>> {
  const existing = await readContent(db, input.edition);
  const zone = input.timeZone ?? existing?.edition.timeZone ?? null;
  const read = await readFile(Buffer.from(input.base64, 'base64'), { zone });
  if (!read.ok) return refused({ is: 'unreadable', problem: read.problem });
  const file = read.value;
  if (file.events.length === 0) return refused({ is: 'nothing', remarks: file.remarks });
  if (!input.keepGoing && file.remarks.some(({ level }) => level === 'bad')) return refused({ is: 'bad-rows', remarks: file.remarks });
  const series = existing ? null : await seriesNamed(db, input.series ?? seriesOf(file, input.edition).slug);
  if (!existing && input.series && !series) return refused({ is: 'no-series', series: input.series });
  const publication = existing ? await currentPublication(db, input.edition) : null;
  const published = new Set(publication?.content.activities.flatMap((activity) => [activity.id, ...activity.sessions.map(({ id }) => id)]));
  const known = await editionsSharing(db, input.edition, ...identifiers(file));
  return done(
    await planImport({ file, into: input.edition, existing, series, known, published, gone: input.gone, now, zone: input.timeZone }),
  );
}

const identifiers = (file: Imported): [people: string[], places: string[]] => [
  [...new Set(file.events.flatMap((event) => event.people?.flatMap(({ guid }) => guid ?? []) ?? []))],
  [...new Set(file.rooms.flatMap((room) => [room.guid, ...room.parents.map(({ guid }) => guid)]))].filter((guid) => guid !== null),
];

/** From the commit on the working state holds what the file said; the public reads it once it is published. */
export const importSchedule = verb({
  name: 'programme.import',
  input: importInput,
  permission: 'import edition',
  // A new edition belongs to nothing yet.
  subject: async (db, input) => (await editionSubject(db, input)) ?? {},
  async run({ tx, input, now, emit, note }) {
    await lockEdition(tx, input.edition);
    const outcome = await previewImport(tx, input, now);
    if (!outcome.ok) return outcome;
    const { content, makes, changes, remarks, gone } = outcome.value;
    if (makes || changes.length > 0) {
      await writeContent(tx, content);
      emit({ is: 'programme-imported', edition: content.edition.id });
      note({ subject: `edition ${input.edition}`, after: { activities: content.activities.length, changes: changes.length } });
    }
    return done({ makes, changes, remarks, gone, activities: content.activities.length });
  },
});
