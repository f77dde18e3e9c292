/** What is seen before an edition is moved. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { view } from '#platform/view.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { waitsWithEdition } from '#registry/takes-place.ts';
import type { Activity, EditionContent } from '../content.ts';
import { difference } from '../difference.ts';
import { address, hostedAt, hostedSubject } from '../hosting/hosted.server.ts';
import { readContent } from '../store.server.ts';
import { currentPublication } from '../versions.server.ts';
import { publicView } from '../versions.ts';
import { daysInput, decisionsInput } from './actions.server.ts';
import { type ActivityMove, moveAsked, WAYS } from './activity.ts';
import { rehearseActivity } from './activity-rehearsal.server.ts';
import { rehearse } from './rehearsal.server.ts';
import { messagesOf } from './messages.ts';
import { indexOf } from '../index-of.ts';
import { activityRow, readersOf, wishedDays } from './store.server.ts';

/** Dates as they are, and as they were. */
export const editionDates = view({
  name: 'edition.dates',
  input: z.object({ edition: z.string() }),
  permission: 'move edition',
  subject: editionSubject,
  async run({ db, input }) {
    const content = await readContent(db, input.edition);
    if (!content) return null;
    const { startsOn, endsOn, dateChanges } = content.edition;
    return { startsOn, endsOn, dateChanges };
  },
});

/** Everything that a move would do, with nothing done. */
export const editionMovePreview = view({
  name: 'edition.move-preview',
  input: z.object({ edition: z.string(), to: daysInput.nullable(), decisions: decisionsInput.default({}) }),
  permission: 'move edition',
  subject: editionSubject,
  async run({ db, input, now }) {
    const content = await readContent(db, input.edition);
    if (!content) return null;
    const { plan, breaks, after, changed } = await rehearse(db, content, input.to, input.decisions, now);
    const published = await currentPublication(db, input.edition);
    const pending = published ? difference(published.content, publicView(content)).length : 0;
    const stays: Record<string, number> = {};
    for (const { because } of plan.stays) stays[because] = (stays[because] ?? 0) + 1;
    const noReason = { source: 'zh', texts: { zh: '' } };
    const messages = messagesOf(
      { before: content, after, publication: null, changed, reason: noReason, from: plan.from, to: plan.to, activity: null },
      await readersOf(db, content.edition.id),
    );
    return {
      from: plan.from,
      to: plan.to,
      shift: plan.shift,
      moved: changed.size,
      stays,
      wishes: plan.shift ? await wishedDays(db, content.edition.id) : 0,
      breaks,
      nextVersion: published ? published.number + 1 : null,
      pending,
      messages: messages.map(({ to, language }) => ({ name: to.name, language })),
    };
  },
});

const asked = z.object({
  do: z.enum(WAYS),
  startsAt: z.string().max(40),
  endsAt: z.string().max(40),
  room: z.uuid().nullable(),
});

/** One activity as it stands, with the rooms it could be in and, where a move is asked for, all that this would do. */
export const activityToMove = view({
  name: 'activity.to-move',
  input: z.object({ ...address, asked: asked.nullable().default(null) }),
  permission: 'schedule activity',
  subject: hostedSubject,
  async run({ db, input, may }) {
    const { id: wanted } = (await hostedAt(db, input))!;
    const row = (await activityRow(db, wanted))!;
    const content = (await readContent(db, row.edition))!;
    const activity = content.activities.find(({ id }) => id === wanted)!;
    const index = indexOf(content);
    const { id, title, state, startsAt, endsAt, room, kind } = activity;
    const rooms = content.places
      .filter((place) => place.kind === 'room' || place.kind === 'hall')
      .map((place) => ({ id: place.id, name: place.name, venue: index.venueOf(place.id)?.name ?? null, capacity: place.capacity }));
    const told = (await readersOf(db, content.edition.id)).filter(({ activities }) => activities === null || activities.includes(id));
    const of = { series: content.series.id, edition: content.edition.id };
    const zone = index.zoneOf(activity);
    return {
      activity: {
        id,
        title,
        state,
        waits: waitsWithEdition(content.edition, activity),
        startsAt,
        endsAt,
        room,
        kind,
        version: row.version,
      },
      zone,
      rooms,
      told: told.map(({ name }) => name),
      mayPublish: may('publish edition', of),
      mayIssue: may('issue notice', of),
      preview: input.asked && (await previewOf(db, content, activity, moveAsked(input.asked, zone))),
    };
  },
});

async function previewOf(db: Kysely<DB>, content: EditionContent, activity: Activity, move: ActivityMove | null) {
  if (!move) return { problem: { is: 'no-times' as const } };
  const outcome = await rehearseActivity(db, content, activity, move);
  if (!outcome.ok) return { problem: outcome.problem };
  const { moved, taken, blocked, breaks } = outcome.value;
  const { startsAt, endsAt, room, state } = moved;
  return { problem: null, move, moved: { startsAt, endsAt, room, state }, taken, blocked, breaks };
}
