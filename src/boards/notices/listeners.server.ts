/** What others decide and the public must be told by a notice: written as issued within their transaction, so that neither is without the other. */
import { randomUUID } from 'node:crypto';
import { type DomainEvent, onWithin, type Occasion } from '#platform/events.server.ts';
import type { EditionMoved } from '#registry/rehearsals.server.ts';
import { both } from '#registry/text.ts';
import { addDraft, holdNumbers, markIssued, nextNumber, standingOfMove } from './store.server.ts';

type Notice = EditionMoved['notice'];
interface ActivityMoved extends DomainEvent {
  edition: string;
  activity: string;
  notice: Notice;
}

export const OFFICE = both('组委会办公室', 'Organising office');

/**
 * Those concerned are told by the messages of the move itself; the notice is for the public. It takes the place of the one that an earlier
 * move of the same was told by: nobody reads of a postponement once there are new days.
 */
async function issueFor(edition: string, moved: string, notice: Notice, { tx, now, actor }: Occasion): Promise<void> {
  if (!notice) return;
  const id = randomUUID();
  await holdNumbers(tx, edition);
  const replaces = await standingOfMove(tx, moved);
  await addDraft(
    tx,
    {
      ...{ id, edition, ...notice },
      ...{ issuer: OFFICE, validFrom: null, validUntil: null, audience: { is: 'everybody' }, roads: null, replaces, tellsMoveOf: moved },
    },
    actor.name,
    now,
  );
  await markIssued(tx, { id, replaces }, await nextNumber(tx, edition), actor.name, now);
}

onWithin<EditionMoved>('edition-moved', ({ edition, notice }, occasion) => issueFor(edition.id, edition.id, notice, occasion));
onWithin<ActivityMoved>('activity-moved', ({ edition, activity, notice }, occasion) => issueFor(edition, activity, notice, occasion));
