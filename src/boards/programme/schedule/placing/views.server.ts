/** How the schedule stands now: what a desk that is open asks for when others have changed something. */
import { z } from 'zod';
import { roleMay } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { editionSubject, reachingInto } from '#registry/subjects.server.ts';
import { BOARDS } from '../../content.ts';
import { seenBy } from '../seen.ts';
import { readDesk } from '../store.server.ts';
import { scheduleTopic } from './live.server.ts';
import { placedOf } from './store.server.ts';

/** For whoever has a role in the edition that reads schedules, of all that they see there. */
export const placedNow = view({
  name: 'schedule.placed',
  input: z.object({
    edition: z.string(),
    /** Only these, as ids with commas between. */
    activities: z
      .string()
      .transform((ids) => ids.split(',').filter((id) => z.uuid().safeParse(id).success))
      .optional(),
  }),
  permission: 'read schedule',
  subject: 'own',
  async run({ db, input, actor, may }) {
    const subject = await editionSubject(db, input);
    if (!subject) return null;
    const here = await reachingInto(db, actor.grants, { id: subject.edition, series: subject.series! });
    if (!here.some(({ role }) => roleMay(role, 'read schedule'))) return null;
    const editable = BOARDS.filter((board) => may('edit schedule', { ...subject, board }));
    const placed = await placedOf(db, subject.edition, input.activities ?? null);
    const whole = editable.length > 0 || may('read schedule', subject);
    const ids = input.activities ? placed.map(({ id }) => id) : null;
    const read = whole || placed.length === 0 ? null : await readDesk(db, subject.edition, ids);
    const seen = read && new Set(seenBy(read.desk, actor.grants, subject).activities.map(({ id }) => id));
    return {
      placed: seen ? placed.filter(({ id }) => seen.has(id)) : placed,
      /** The boards whose activities the reader may place. */
      editable,
      topic: scheduleTopic(subject.edition),
    };
  },
});
