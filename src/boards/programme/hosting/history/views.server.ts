import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import type { Role } from '#platform/permissions.ts';
import { namesWithin } from '#registry/names.server.ts';
import type { Instant } from '../../content.ts';
import { address, hostedAt, hostedSubject } from '../hosted.server.ts';

export interface HistoryEntry {
  id: number;
  at: Instant;
  actor: string;
  role: Role;
  verb: string;
  before: unknown;
  after: unknown;
}
const MOST = 300;

/** What happened to one activity, the latest first, from the audit trail. */
export const activityHistory = view({
  name: 'activity.history',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input }) {
    const activity = (await hostedAt(db, input))!;
    const { rows } = await sql<HistoryEntry>`
      select t.id, instant_text(t.at) as at, t.actor, t.role, t.verb, t.before, t.after from audit_entry t
      where t.subject = ${`activity ${activity.id}`} order by t.id desc limit ${MOST}`.execute(db);
    return { activity, entries: rows, names: await namesWithin(db, rows), most: MOST };
  },
});
