/** What people do at the schedule desk: place, move, lengthen, swap, take out; lock; give a session a room of its own. */
import { z } from 'zod';
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { type Act, verb } from '#platform/verb.server.ts';
import type { Uuid } from '../../content.ts';
import { lockEdition } from '../../store.server.ts';
import { instant } from '../../time.ts';
import type { Clash } from '../clashes.ts';
import { refusals } from '../refusals.server.ts';
import { arranged, type Hours, type Placed } from './model.ts';
import { tellSchedule } from './live.server.ts';
import { doublyBooked, isSite, placedOf, strangeRooms, type Taken, touchEdition, writePlaced, writeSite } from './store.server.ts';
import { scheduleSubject } from './subject.server.ts';

export type PlacingProblem =
  /** Somebody else changed these since; how they are now. Nothing was done. */
  | { is: 'stale'; present: Placed[] }
  | { is: 'locked'; activities: Uuid[] }
  | { is: 'room-taken'; taken: Taken[] }
  /** Rules that the office has set to block placing. */
  | { is: 'clashes'; clashes: Clash[] }
  | { is: 'no-such-room'; rooms: Uuid[] }
  | { is: 'gone'; activities: Uuid[] }
  | { is: 'outside-activity'; hours: Hours };

const moment = z.iso.datetime({ offset: true }).transform((at) => instant(at));
const hours = z
  .object({ startsAt: moment, endsAt: moment })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { message: 'ends before it begins', path: ['endsAt'] });
const versioned = z.object({ activity: z.uuid(), version: z.int().positive() });
/** As many as an edition has, and more. */
const MANY = 500;
const slug = z.string().max(120);

interface Change {
  edition: string;
  versions: readonly { activity: Uuid; version: number }[];
  /** A locked activity is not moved, but can be unlocked. */
  evenLocked?: boolean;
  change(present: Placed): Outcome<Placed, PlacingProblem>;
}

/** What every placing goes through. All or nothing: every one as it was believed to be, none locked, every room free. */
export async function changed({ tx, note }: Pick<Act<unknown>, 'tx' | 'note'>, { edition, versions, evenLocked = false, change }: Change) {
  const held = await lockEdition(tx, edition);
  if (!held) return refused<PlacingProblem>({ is: 'gone', activities: versions.map(({ activity }) => activity) });
  const ids = versions.map(({ activity }) => activity);
  const present = new Map((await placedOf(tx, held.id, ids)).map((one) => [one.id, one]));
  const gone = ids.filter((id) => !present.has(id));
  if (gone.length > 0) return refused<PlacingProblem>({ is: 'gone', activities: gone });
  const stale = versions.flatMap(({ activity, version }) => (present.get(activity)!.version === version ? [] : [present.get(activity)!]));
  if (stale.length > 0) return refused<PlacingProblem>({ is: 'stale', present: stale });
  const locked = ids.filter((id) => present.get(id)!.locked);
  if (locked.length > 0 && !evenLocked) return refused<PlacingProblem>({ is: 'locked', activities: locked });

  const changes: { before: Placed; after: Placed }[] = [];
  for (const id of ids) {
    const before = present.get(id)!;
    const outcome = change(before);
    if (!outcome.ok) return outcome;
    changes.push({ before, after: outcome.value });
  }
  const rooms = changes.flatMap(({ after }) => [after.room, ...after.sessions.map(({ room }) => room)].filter((room) => room !== null));
  const strange = await strangeRooms(tx, held.id, [...new Set(rooms)]);
  if (strange.length > 0) return refused<PlacingProblem>({ is: 'no-such-room', rooms: strange });

  await writePlaced(tx, changes);
  const taken = await doublyBooked(tx, ids);
  if (taken) return refused<PlacingProblem>({ is: 'room-taken', taken });
  const clashes = await refusals(tx, held.id, changes);
  if (clashes.length > 0) return refused<PlacingProblem>({ is: 'clashes', clashes });
  await touchEdition(tx, held.id);
  await tellSchedule(tx, held.id, ids);
  for (const { before, after } of changes)
    note({ subject: `activity ${after.id}`, before: told(before, after), after: told(after, before) });
  return done({ activities: await placedOf(tx, held.id, ids) });
}

/** For the audit trail; of the sessions those that are otherwise in `other`. */
const told = ({ room, hours, locked, sessions }: Placed, other: Placed) => ({
  room,
  startsAt: hours?.startsAt ?? null,
  endsAt: hours?.endsAt ?? null,
  locked,
  sessions: sessions.filter((session, at) => session !== other.sessions[at]),
});

/** One or many at once: each is placed, moved, made longer or shorter, or taken out; two that change places are two arrangements. */
export const arrange = verb({
  name: 'schedule.arrange',
  input: z.object({
    edition: slug,
    arrangements: z
      .array(
        versioned.extend({
          to: z.object({ room: z.uuid().nullable(), hours: hours.nullable() }),
          sessions: z.enum(['along', 'stay']).default('along'),
          kept: hours.nullable().optional(),
        }),
      )
      .min(1)
      .max(MANY)
      .refine((list) => new Set(list.map(({ activity }) => activity)).size === list.length, { message: 'an activity is named twice' }),
  }),
  permission: 'edit schedule',
  subject: (db, { edition, arrangements }) =>
    scheduleSubject(
      db,
      edition,
      arrangements.map(({ activity }) => activity),
    ),
  async run(act) {
    const { edition, arrangements } = act.input;
    const to = new Map(arrangements.map((arrangement) => [arrangement.activity, arrangement]));
    return changed(act, {
      edition,
      versions: arrangements,
      change: (present) => {
        const { kept, ...arrangement } = to.get(present.id)!;
        return done(arranged(present, kept === undefined ? arrangement : { ...arrangement, kept }));
      },
    });
  },
});

/** What is locked stays where it is, for people and for a proposed timetable alike. */
export const lockActivities = verb({
  name: 'schedule.lock',
  input: z.object({ edition: slug, activities: z.array(versioned).min(1).max(MANY), locked: z.boolean() }),
  permission: 'edit schedule',
  subject: (db, { edition, activities }) =>
    scheduleSubject(
      db,
      edition,
      activities.map(({ activity }) => activity),
    ),
  async run(act) {
    const { edition, activities, locked } = act.input;
    return changed(act, { edition, versions: activities, evenLocked: true, change: (present) => done({ ...present, locked }) });
  },
});

/** The city that an activity belongs to, and has its rooms in. */
export const setSite = verb({
  name: 'schedule.set-site',
  input: versioned.extend({ edition: slug, site: z.uuid() }),
  permission: 'edit schedule',
  subject: (db, { edition, activity }) => scheduleSubject(db, edition, [activity]),
  async run({ tx, input, note }) {
    const { activity: id, site } = input;
    const held = await lockEdition(tx, input.edition);
    const [present] = held ? await placedOf(tx, held.id, [id]) : [];
    if (!held || !present) return refused<PlacingProblem>({ is: 'gone', activities: [id] });
    if (present.version !== input.version) return refused<PlacingProblem>({ is: 'stale', present: [present] });
    if (!(await isSite(tx, held.id, site))) return refused<PlacingProblem>({ is: 'no-such-room', rooms: [site] });
    const before = await writeSite(tx, id, site);
    await touchEdition(tx, held.id);
    await tellSchedule(tx, held.id, [id]);
    note({ subject: `activity ${id}`, before: { site: before }, after: { site } });
    return done({ activities: await placedOf(tx, held.id, [id]) });
  },
});

/** A session at another hour of its activity, or in a room of its own (`room: null`: in its activity's). */
export const placeSession = verb({
  name: 'schedule.place-session',
  input: versioned.extend({ edition: slug, session: z.uuid(), room: z.uuid().nullable(), hours }),
  permission: 'edit schedule',
  subject: (db, { edition, activity }) => scheduleSubject(db, edition, [activity]),
  async run(act) {
    const { edition, session, room, hours } = act.input;
    return changed(act, {
      edition,
      versions: [act.input],
      change: (present) => {
        if (!present.sessions.some(({ id }) => id === session)) return refused({ is: 'gone', activities: [present.id] });
        const within = present.hours ?? present.kept;
        if (within && (hours.startsAt < within.startsAt || hours.endsAt > within.endsAt))
          return refused({ is: 'outside-activity', hours: within });
        const own = room === present.room ? null : room;
        return done({
          ...present,
          sessions: present.sessions.map((one) => (one.id === session ? { id: session, room: own, ...hours } : one)),
        });
      },
    });
  },
});
