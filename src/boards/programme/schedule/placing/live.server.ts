/** What open desks are told while they are open: what has changed, and who else is there. */
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { tell } from '#platform/live/hub.server.ts';
import { done } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { BOARDS, type Uuid } from '../../content.ts';

/** Topic of an edition's schedule; its detail is `{ activities }`, or `{ activities: null }` for a great many. */
export const scheduleTopic = (edition: Uuid): string => `schedule ${edition}`;
/** What a notification holds at most, in ids. */
const TELLABLE = 150;

export async function tellSchedule(tx: Transaction<DB>, edition: Uuid, activities: readonly Uuid[]): Promise<void> {
  await tell(tx, scheduleTopic(edition), { activities: activities.length > TELLABLE ? null : activities });
}

/** Somebody else who has the desk open. */
export interface Presence {
  /** Of one open page. */
  tab: string;
  name: string;
  /** What they have selected. */
  activity: Uuid | null;
  is: 'come' | 'here' | 'gone';
}

/** Says to the others that one is here, and at what. Nothing is kept: whoever is silent for a while has gone. */
export const showPresence = verb({
  name: 'schedule.show-presence',
  input: z.object({
    edition: z.string().max(120),
    /** That whoever is there may place; `null`: all of them. */
    board: z.enum(BOARDS).nullable(),
    tab: z.uuid(),
    activity: z.uuid().nullable(),
    is: z.enum(['come', 'here', 'gone']),
  }),
  permission: 'edit schedule',
  subject: async (db, { edition, board }) => {
    const subject = await editionSubject(db, { edition });
    return subject && board ? { ...subject, board } : subject;
  },
  async run({ tx, input: { edition, board: _board, ...said }, actor }) {
    const subject = await editionSubject(tx, { edition });
    const account = actor.account && (await tx.selectFrom('account').select('name').where('id', '=', actor.account).executeTakeFirst());
    const presence: Presence = { ...said, name: account ? account.name : actor.name };
    await tell(tx, scheduleTopic(subject!.edition), { presence });
    return done(null);
  },
});
