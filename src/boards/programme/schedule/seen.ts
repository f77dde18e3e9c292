/** What of a schedule somebody sees who only reads it: a host's team its own activities and what is public, never what others prepare. */
import { type Grant, grantFor, type Subject } from '#platform/permissions.ts';
import type { Uuid } from '../content.ts';
import type { DeskActivity, DeskSchedule } from './desk-schedule.ts';

const HOSTING = ['lead', 'host', 'co-host'];
const isDraft = ({ state }: DeskActivity): boolean => state === 'planned' || state === 'scheduled';

const isSeen = (activity: DeskActivity, grants: readonly Grant[], edition: Subject): boolean => {
  if (!isDraft(activity)) return true;
  const organisations = activity.hosts.filter(({ role }) => HOSTING.includes(role)).map(({ organisation }) => organisation);
  return grantFor(grants, 'read schedule', { ...edition, board: activity.board, activity: activity.id, organisations }) !== null;
};

/** `edition`: what the schedule belongs to. Whoever reads all of that edition sees all of it. */
export function seenBy(desk: DeskSchedule, grants: readonly Grant[], edition: Subject): DeskSchedule {
  if (grantFor(grants, 'read schedule', edition)) return desk;
  const activities = desk.activities.filter((activity) => isSeen(activity, grants, edition));
  const people = new Set<Uuid>(
    activities.flatMap((activity) =>
      [...activity.people, ...activity.sessions.flatMap((session) => session.people)].map(({ person }) => person),
    ),
  );
  return { ...desk, activities, people: desk.people.filter(({ id }) => people.has(id)) };
}
