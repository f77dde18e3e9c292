import { z } from 'zod';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { both } from '#registry/text.ts';
import { nudgeWords } from './nudge.ts';
import { draftNudges, nudgeInput, nudgeSubject } from './nudge-views.server.ts';

/** Writes to the teams of many activities what each of them has still to do. The mails wait in the outbox until somebody releases them. */
export const nudgeTeams = verb({
  name: 'activities.nudge',
  input: z.object(nudgeInput),
  permission: 'write message',
  subject: nudgeSubject,
  async run({ tx, input, actor, now, note }) {
    const drafts = await draftNudges(tx, input, now);
    const messages = drafts.flatMap((draft) => draft.messages);
    if (messages.length === 0) return refused({ is: 'nobody-to-write-to' as const });
    const edition = await tx.selectFrom('edition').select('id').where('slug', '=', input.edition).executeTakeFirstOrThrow();
    const { zh, en } = nudgeWords.messages.title;
    const batch = await writeMessages(
      tx,
      {
        edition: edition.id,
        kind: 'nudge',
        about: `edition ${input.edition}`,
        title: both(zh, en),
        by: actor.name,
        held: true,
        messages,
      },
      now,
    );
    const activities = drafts.filter((draft) => draft.messages.length > 0).map(({ activity }) => activity.id);
    note({ subject: `edition ${input.edition}`, after: { nudged: activities, messages: messages.length, batch } });
    return done({ messages: messages.length, activities: activities.length });
  },
});
