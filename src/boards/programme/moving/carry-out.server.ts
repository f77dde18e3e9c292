/** What follows from a move, of an edition or of one activity, in the transaction that makes it: a version, messages, a word to open desks. */
import type { Act } from '#platform/verb.server.ts';
import { tell } from '#platform/live/hub.server.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import { both, type Localised } from '#registry/text.ts';
import type { Days } from '#registry/rehearsals.server.ts';
import type { EditionContent, Uuid } from '../content.ts';
import type { Publication } from '../publication.ts';
import { instant } from '../time.ts';
import { currentPublication, publishEdition, type PublishProblem } from '../versions.server.ts';
import { messagesOf } from './messages.ts';
import { discardReminders, readersOf } from './store.server.ts';
import { moveWords } from './words.ts';

export interface Done {
  before: EditionContent;
  after: EditionContent;
  changed: ReadonlySet<Uuid>;
  reason: Localised;
  from: Days | null;
  to: Days | null;
  /** One activity alone, or `null` for the whole edition. */
  activity: Uuid | null;
  publish: boolean;
}

/** What a move has come to. */
export interface Moved {
  moved: number;
  /** The publication it made; `null` where it made none. */
  number: number | null;
  messages: number;
}

/** Times and states are written already. Publishes only where something of the edition is public. */
export async function carryOut(
  { tx, actor, now, emit }: Pick<Act<unknown>, 'tx' | 'actor' | 'now' | 'emit'>,
  move: Done,
): Promise<Outcome<Moved, PublishProblem>> {
  const { id, slug } = move.before.edition;
  await discardReminders(tx, id, move.activity, now);
  let publication: Publication | null = null;
  if (move.publish && (await currentPublication(tx, slug))) {
    const outcome = await publishEdition(tx, slug, instant(now));
    if (!outcome.ok) return outcome;
    publication = outcome.value;
  }
  const messages = messagesOf({ ...move, publication }, await readersOf(tx, id));
  const title = move.activity ? 'batchActivity' : 'batchMoved';
  await writeMessages(
    tx,
    {
      edition: id,
      kind: 'programme-change',
      about: move.activity ? `activity ${move.activity}` : `edition ${slug}`,
      title: both(moveWords('zh')(title), moveWords('en')(title)),
      by: actor.name,
      held: true,
      messages,
    },
    now,
  );
  if (publication) emit({ is: 'programme-published', edition: id, number: publication.number });
  await tell(tx, `schedule ${id}`, { activities: move.activity ? [move.activity] : null });
  return done({ moved: move.changed.size, number: publication?.number ?? null, messages: messages.length });
}
