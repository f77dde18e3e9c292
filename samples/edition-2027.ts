/**
 * An edition in preparation, for the desks: the size and the shape of 2022 with the days of another year, all of it sample data and none of
 * it published. Some of its activities have their room and hour, some wait to be placed.
 */
import type { Activity, EditionContent, Session } from '../src/boards/programme/content.ts';
import { edition2027 } from './facts.ts';
import { finalContent2022 } from './history-2022.ts';
import { chance, idOf } from './identity.ts';

/** From 25 November 2022 to 16 April 2027, both a Friday. */
const DAYS = 1603;

/** What is held year-round keeps its season and day of the week: from May before the edition to the month of it. */
const MAY_2022 = '2022-05-01';
const WEEKS_TO_2026 = 209;
const WEEKS_TO_2027 = 261;

export const later = (instant: string, days = DAYS): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString().replace('.000Z', 'Z');
const daysUntilNext = ({ kind, startsAt }: Activity): number =>
  kind !== 'year-round' || !startsAt ? DAYS : 7 * (startsAt < MAY_2022 ? WEEKS_TO_2027 : WEEKS_TO_2026);
const ofNext = (kind: string, id: string): string => idOf(kind, `2027 ${id}`);

export function content2027(): EditionContent {
  const before = finalContent2022();
  return {
    ...before,
    edition: { ...edition2027(), hosts: before.edition.hosts },
    focuses: before.focuses.map((focus) => ({ ...focus, id: ofNext('category', focus.id) })),
    topics: before.topics.map((topic) => ({ ...topic, id: ofNext('category', topic.id) })),
    activities: before.activities.filter(({ state }) => state !== 'cancelled').map(prepared),
    results: [],
  };
}

function prepared(activity: Activity): Activity {
  // One in five of the parallel forums and side events has no place yet.
  const waits = ['parallel-forum', 'side-event', 'signing'].includes(activity.kind) && chance(`waits ${activity.slug}`).unit() < 0.2;
  const days = daysUntilNext(activity);
  return {
    ...activity,
    id: ofNext('activity', activity.id),
    guid: ofNext('activity guid', activity.id),
    state: waits ? 'planned' : 'scheduled',
    focus: activity.focus && ofNext('category', activity.focus),
    topic: activity.topic && ofNext('category', activity.topic),
    room: waits ? null : activity.room,
    startsAt: waits || !activity.startsAt ? null : later(activity.startsAt, days),
    endsAt: waits || !activity.endsAt ? null : later(activity.endsAt, days),
    firstPlannedStartsAt: null,
    streamUrl: null,
    sessions: activity.sessions.filter(({ cancelled }) => !cancelled).map((one) => session(one, days)),
    links: [],
    sample: true,
  };
}

const session = (before: Session, days: number): Session => ({
  ...before,
  id: ofNext('session', before.id),
  guid: ofNext('session guid', before.id),
  startsAt: later(before.startsAt, days),
  endsAt: later(before.endsAt, days),
  results: [],
  links: [],
});
