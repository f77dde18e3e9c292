/**
 * A part of the programme: by day, board, focus, topic, language, venue, host, person or access. The same selection stands behind a
 * page, its calendar, its feed and its lists.
 */
import type { Activity } from './content.ts';
import type { Indexed } from './index-of.ts';
import { localDate } from './time.ts';

export const VIEWS = ['day', 'board', 'focus', 'topic', 'language', 'venue', 'host', 'person', 'access'] as const;
export type View = (typeof VIEWS)[number];

/** The slugs (codes, dates) chosen for each view; all of them must hold. */
export type Selection = Partial<Record<View, string>>;

/** Reads `?board=forum&day=2022-11-26`. Empty and unknown parameters, and days that are no days, are left out. */
export function selectionFrom(parameters: URLSearchParams): Selection {
  const selection: Selection = {};
  for (const view of VIEWS) {
    const value = parameters.get(view);
    if (value && (view !== 'day' || isDate(value))) selection[view] = value;
  }
  return selection;
}

const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** The selection as a query in one fixed order, so that equal selections have equal addresses; `''` for none. */
export function queryOf(selection: Selection): string {
  const parameters = new URLSearchParams();
  for (const view of VIEWS) if (selection[view]) parameters.set(view, selection[view]);
  const query = parameters.toString();
  return query && `?${query}`;
}

export function select(index: Indexed, selection: Selection): Activity[] {
  return index.content.activities.filter((activity) =>
    VIEWS.every((view) => !selection[view] || holds(index, activity, view, selection[view])),
  );
}

function holds(index: Indexed, activity: Activity, view: View, key: string): boolean {
  switch (view) {
    case 'day':
      return daysOf(index, activity).includes(key);
    case 'board':
      return activity.board === key;
    case 'access':
      return activity.access === key;
    case 'focus':
      return activity.focus !== null && index.focus.get(activity.focus)?.slug === key;
    case 'topic':
      return activity.topic !== null && index.topic.get(activity.topic)?.slug === key;
    case 'language':
      return (
        activity.languages.includes(key) ||
        activity.interpretation.includes(key) ||
        activity.sessions.some((session) => session.languages.includes(key))
      );
    case 'venue':
      return [activity.room, ...activity.sessions.map((session) => session.room)].some(
        (room) => room !== null && index.pathOf(room).some((place) => place.slug === key),
      );
    case 'host':
      return activity.hosts.some((host) => index.organisation.get(host.organisation)?.slug === key);
    case 'person':
      return [activity, ...activity.sessions].some((part) => part.people.some((role) => index.person.get(role.person)?.slug === key));
  }
}

/** The days, in the activity's own zone, that it takes part of; none while it has no time. */
export function daysOf(index: Indexed, activity: Activity): string[] {
  if (!activity.startsAt || !activity.endsAt) return [];
  const zone = index.zoneOf(activity);
  const first = localDate(activity.startsAt, zone);
  // An end at midnight belongs to the day that ends.
  const end = Math.max(Date.parse(activity.startsAt), Date.parse(activity.endsAt) - 1);
  const last = localDate(new Date(end).toISOString(), zone);
  const days = [first];
  for (let day = first; day < last && days.length < 366;) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    days.push(day);
  }
  return days;
}
