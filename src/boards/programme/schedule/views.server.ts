/** What the schedule desk and the page of its rules are given. */
import { z } from 'zod';
import { grantFor, roleMay } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { editionSubject, reachingInto } from '#registry/subjects.server.ts';
import { BOARDS } from '../content.ts';
import { scheduleTopic } from './placing/live.server.ts';
import { readDesk } from './store.server.ts';

/**
 * Everything that the desk needs, in one query: activities with places and hours, and all that rules look at. Whoever only reads sees
 * neither when guests are away nor what hosts wished for, and so none of the clashes that follow.
 */
export const schedule = view({
  name: 'schedule',
  input: z.object({ edition: z.string() }),
  permission: 'read schedule',
  subject: 'own',
  async run({ db, input, actor, may }) {
    const subject = await editionSubject(db, input);
    if (!subject) return null;
    const here = await reachingInto(db, actor.grants, { id: subject.edition, series: subject.series! });
    if (!here.some(({ role }) => roleMay(role, 'read schedule'))) return null;
    const read = await readDesk(db, subject.edition);
    if (!read) return null;
    const editable = BOARDS.filter((board) => may('edit schedule', { ...subject, board }));
    const whole = editable.length > 0 || grantFor(actor.grants, 'read audit', subject) !== null;
    return {
      desk: whole ? read.desk : { ...read.desk, absences: [], wishes: [], acceptances: [] },
      rulesVersion: read.rulesVersion,
      /** The boards whose activities the reader may place. */
      editable,
      may: {
        setRules: may('set rules of schedule', subject),
        publish: may('publish edition', subject),
        propose: may('edit schedule', subject),
      },
      topic: scheduleTopic(subject.edition),
    };
  },
});
