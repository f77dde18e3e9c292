/** Publishing from the desk: what was reviewed becomes the next version, and nothing else does. */
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { both } from '#registry/text.ts';
import { blocksPublishing, type Clash } from '../schedule/clashes.ts';
import { tellSchedule } from '../schedule/placing/live.server.ts';
import { lockEdition } from '../store.server.ts';
import { instant } from '../time.ts';
import { publishEdition, type PublishProblem } from '../versions.server.ts';
import { messagesOf } from './messages.ts';
import { review } from './review.server.ts';
import { markPublished } from './store.server.ts';
import { publishWords } from './words.ts';

export type DeskPublishProblem =
  | PublishProblem
  /** The working state, or what is public, is no longer what was reviewed. */
  | { is: 'meanwhile' }
  | { is: 'blocked'; clashes: Clash[] };

/** `activities` are the numbers of those that go public for the first time; `digest` is of what was reviewed. */
export const publishFromDesk = verb({
  name: 'programme.publish-from-desk',
  input: z.object({
    edition: z.string().max(120),
    activities: z.array(z.coerce.number().int().positive()).max(5_000).default([]),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  permission: 'publish edition',
  subject: editionSubject,
  async run({ tx, input, actor, now, emit, note }) {
    const held = await lockEdition(tx, input.edition);
    const reviewed = held && (await review(tx, input.edition, input.activities, instant(now)));
    if (!held || !reviewed) return refused<DeskPublishProblem>({ is: 'no-edition', edition: input.edition });
    if (reviewed.digest !== input.digest) return refused<DeskPublishProblem>({ is: 'meanwhile' });
    const blocking = reviewed.clashes.filter(blocksPublishing);
    if (blocking.length > 0) return refused<DeskPublishProblem>({ is: 'blocked', clashes: blocking });

    const chosen = reviewed.chosen.map(({ id }) => id);
    await markPublished(tx, held.id, chosen);
    const outcome = await publishEdition(tx, input.edition, instant(now));
    if (!outcome.ok) return refused<DeskPublishProblem>(outcome.problem);
    const publication = outcome.value;
    const { number, content, changes } = publication;
    const messages = messagesOf(publication, reviewed.readers);
    await writeMessages(
      tx,
      {
        edition: held.id,
        kind: 'programme-change',
        about: `edition ${input.edition}`,
        title: both(publishWords('zh')('batchTitle', { number }), publishWords('en')('batchTitle', { number })),
        by: actor.name,
        held: true,
        messages,
      },
      now,
    );
    emit({ is: 'programme-published', edition: held.id, number });
    await tellSchedule(tx, held.id, chosen);
    note({
      subject: `edition ${input.edition}`,
      before: { number: reviewed.before?.number ?? null },
      after: {
        number,
        activities: content.activities.length,
        changes: changes.length,
        firstTime: chosen.length,
        messages: messages.length,
      },
    });
    return done({ number, activities: content.activities.length, firstTime: chosen.length, messages: messages.length });
  },
});
