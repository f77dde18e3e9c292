/** What people do with a programme. */
import { z } from 'zod';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { instant } from './time.ts';
import { publishEdition } from './versions.server.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** From this moment the public reads the working state of the edition, on pages, feeds, calendars and interfaces. */
export const publishProgramme = verb({
  name: 'programme.publish',
  input: z.object({ edition: slug }),
  permission: 'publish edition',
  subject: async (db, input) => (await editionSubject(db, input)) ?? {},
  async run({ tx, input, now, emit, note }) {
    const outcome = await publishEdition(tx, input.edition, instant(now));
    if (!outcome.ok) return outcome;
    const { number, changes, content } = outcome.value;
    emit({ is: 'programme-published', edition: content.edition.id, number });
    note({ subject: `edition ${input.edition}`, after: { number, activities: content.activities.length, changes: changes.length } });
    return { ok: true, value: { number, activities: content.activities.length, changes } };
  },
});
