/** What is seen before a version is published. */
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { indexOf } from '../index-of.ts';
import { CHANGE_KINDS, changeList } from '../pages/change-list.ts';
import { blocksPublishing } from '../schedule/clashes.ts';
import { instant } from '../time.ts';
import { messagesOf, toldOf } from './messages.ts';
import { review } from './review.server.ts';

const asked = { edition: z.string(), activities: z.array(z.int().positive()).max(5_000).nullable().default(null) };

/** Everything that publishing would do, with nothing done. `activities` are the numbers chosen; without them those without a blocking clash. `kind` narrows what is shown of the changes. */
export const publishReview = view({
  name: 'programme.publish-review',
  input: z.object({ ...asked, kind: z.enum(CHANGE_KINDS).nullable().default(null) }),
  permission: 'publish edition',
  subject: editionSubject,
  async run({ db, input, now, may }) {
    const reviewed = await review(db, input.edition, input.activities ?? 'all', instant(now));
    if (!reviewed) return null;
    const { before, next, waiting, chosen, clashes, leftOut, desk, readers, digest } = reviewed;
    const index = indexOf(next.content);
    const told = toldOf(next, readers);
    const concerned = new Set([...clashes, ...leftOut].flatMap(({ activities, people }) => [...activities, ...people]));
    const [example] = messagesOf(
      next,
      readers.filter(({ account }) => account === told[0]?.reader.account),
    );
    const row = ({ id, number, slug, title, startsAt, endsAt, room, board }: (typeof waiting)[number]) => ({
      ...{ id, number, slug, title, startsAt, endsAt, room, board },
    });
    return {
      before: before && { number: before.number, publishedAt: before.publishedAt },
      number: next.number,
      activities: next.content.activities.length,
      planned: desk.activities.filter(({ state }) => state === 'planned').length,
      isUnchanged: before !== null && next.changes.length === 0,
      changes: changeList(next.changes, input.kind),
      /** Zones that the times of changed activities are told in. */
      zones: Object.fromEntries(next.content.activities.map((activity) => [activity.id, index.zoneOf(activity)])),
      waiting: waiting.map(row),
      chosen: chosen.map(({ number }) => number),
      blocks: clashes.filter(blocksPublishing),
      leftOut,
      warns: clashes.filter((clash) => !blocksPublishing(clash)),
      /** As much of the desk as clashes are told by. */
      desk: {
        ...desk,
        activities: desk.activities.filter(({ id }) => concerned.has(id)).map((activity) => ({ ...activity, sessions: [], people: [] })),
        people: desk.people.filter(({ id }) => concerned.has(id)),
        acceptances: [],
        absences: [],
        wishes: [],
      },
      told: told.map(({ reader, activities }) => ({
        account: reader.account,
        name: reader.name,
        language: reader.language,
        activities: activities.map((id) => index.activity.get(id)?.title ?? null).filter((title) => title !== null),
      })),
      example: example && { subject: example.subject, body: example.body, language: example.language },
      mayAccept: may('edit schedule'),
      digest,
    };
  },
});

/** The same as lists to be saved: every clash, those that keep something out included, and every change. */
export const publishLists = view({
  name: 'programme.publish-lists',
  input: z.object(asked),
  permission: 'publish edition',
  subject: editionSubject,
  async run({ db, input, now }) {
    const reviewed = await review(db, input.edition, input.activities ?? 'all', instant(now));
    if (!reviewed) return null;
    const { next, clashes, leftOut, desk } = reviewed;
    const known = new Set(clashes.map(({ key }) => key));
    return { next, clashes: [...clashes, ...leftOut.filter(({ key }) => !known.has(key))], desk };
  },
});
