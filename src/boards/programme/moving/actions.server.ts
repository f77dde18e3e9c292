/** Moving an edition or one activity: everything that follows from it, in one transaction. */
import { z } from 'zod';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { tell } from '#platform/live/hub.server.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { both, type Localised } from '#registry/text.ts';
import type { Break, Choice, EditionMoved } from '#registry/rehearsals.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import type { Publication } from '../publication.ts';
import { lockEdition, readContent } from '../store.server.ts';
import { instant } from '../time.ts';
import { currentPublication, publishEdition, type PublishProblem } from '../versions.server.ts';
import { messagesOf } from './messages.ts';
import { daysBetween } from './model.ts';
import { rehearse } from './rehearsal.server.ts';
import { discardReminders, holdActivities, readersOf, writeDays, writeTimes } from './store.server.ts';
import { moveWords } from './words.ts';

export const MOST_DAYS = 60;

const date = z.iso.date();
/** Both languages, as every public text. */
export const publicText = z
  .object({ zh: z.string().trim().min(1).max(4000), en: z.string().trim().min(1).max(4000) })
  .transform(({ zh, en }): Localised => both(zh, en));
const CHOICES = ['accept', 'shift', 'postpone', 'cancel', 'withdraw', 'ask-again', 'discard'] as const satisfies Choice[];

export const daysInput = z
  .object({ startsOn: date, endsOn: date })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { error: 'badDays', path: ['endsOn'] })
  .refine(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) < MOST_DAYS, { error: 'tooFar', path: ['endsOn'] });

export const decisionsInput = z.record(
  z.string().max(200),
  z.object({ choose: z.enum(CHOICES), reason: z.string().trim().max(1000).default('') }),
);

const moveInput = z.object({
  edition: z.string(),
  /** `null`: not known yet. */
  to: daysInput.nullable(),
  reason: publicText,
  /** The day it is announced on; today where none is given. */
  announcedOn: date.optional(),
  decisions: decisionsInput.default({}),
  notice: z.object({ title: publicText, body: publicText }).nullable().default(null),
});

export type MoveProblem =
  | { is: 'nothing-moves' }
  /** Breaks without a decision, or with none of theirs, or left as they are without a reason. */
  | { is: 'unsettled'; breaks: Break[] }
  | { is: 'room-taken' }
  | PublishProblem;

/** Whether a break is settled by what was decided. */
export function isSettled(one: Break, decision: { choose: Choice; reason: string } | undefined): boolean {
  if (!decision) return !one.mustDecide;
  return one.choices.includes(decision.choose) && (decision.choose !== 'accept' || decision.reason !== '');
}

/** What a move has come to. */
export interface Moved {
  moved: number;
  /** The publication it made; `null` where nothing of the edition is public yet. */
  number: number | null;
  messages: number;
}

/** From the commit on the edition is on its new days, for everybody; before it, for nobody. */
export const moveEdition = verb({
  name: 'edition.move',
  input: moveInput,
  permission: 'move edition',
  subject: editionSubject,
  async run({ tx, input, actor, now, emit, note }) {
    const locked = await lockEdition(tx, input.edition);
    if (!locked) return refused<MoveProblem>({ is: 'no-edition', edition: input.edition });
    await holdActivities(tx, locked.id);
    const before = (await readContent(tx, input.edition))!;
    const { startsOn, endsOn } = before.edition;
    if ((input.to?.startsOn ?? null) === startsOn && (input.to?.endsOn ?? null) === endsOn)
      return refused<MoveProblem>({ is: 'nothing-moves' });
    const rehearsal = await rehearse(tx, before, input.to, input.decisions, now);
    const open = rehearsal.breaks.filter((one) => !isSettled(one, input.decisions[one.key]));
    if (open.length > 0) return refused<MoveProblem>({ is: 'unsettled', breaks: open });

    const { move, after, changed } = rehearsal;
    await writeTimes(
      tx,
      after.activities.filter(({ id }) => changed.has(id)),
    );
    const announcedOn = input.announcedOn ?? now.slice(0, 10);
    await writeDays(tx, locked.id, { from: move.from, to: move.to, announcedOn, reason: input.reason });
    await discardReminders(tx, locked.id, null, now);
    const published = await currentPublication(tx, input.edition);
    let publication: Publication | null = null;
    if (published) {
      const outcome = await publishEdition(tx, input.edition, instant(now));
      if (!outcome.ok) return outcome;
      publication = outcome.value;
    }
    const told = { before, after, publication, changed, reason: input.reason, from: move.from, to: move.to };
    const messages = messagesOf(told, await readersOf(tx, locked.id));
    await writeMessages(
      tx,
      {
        edition: locked.id,
        kind: 'programme-change',
        about: `edition ${input.edition}`,
        title: both(moveWords('zh')('batchMoved'), moveWords('en')('batchMoved')),
        by: actor.name,
        held: true,
        messages,
      },
      now,
    );
    const notice = input.notice && { kind: input.to ? ('programme-change' as const) : ('postponement' as const), ...input.notice };
    emit({ is: 'edition-moved', ...move, decisions: input.decisions, notice } satisfies EditionMoved);
    if (publication) emit({ is: 'programme-published', edition: locked.id, number: publication.number });
    await tell(tx, `schedule ${locked.id}`, { moved: true });
    note({
      subject: `edition ${input.edition}`,
      before: { startsOn, endsOn },
      after: {
        ...(input.to ?? { startsOn: null, endsOn: null }),
        reason: input.reason,
        decisions: input.decisions,
        version: publication?.number ?? null,
      },
    });
    return done<Moved>({ moved: changed.size, number: publication?.number ?? null, messages: messages.length });
  },
});
