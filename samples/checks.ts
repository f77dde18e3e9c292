/** What the tests of the samples ask of a content: who and what is where, and when. */
import type { Activity, EditionContent, Place, Uuid } from '../src/boards/programme/content.ts';

export interface Stay {
  activity: Activity;
  from: number;
  to: number;
  place: Uuid | null;
}

const standing = (activity: Activity): boolean => activity.state !== 'cancelled' && activity.state !== 'postponed';

const stay = (activity: Activity, from: string, to: string, place: Uuid | null): Stay => ({
  activity,
  from: Date.parse(from),
  to: Date.parse(to),
  place,
});

/** Who is where: roles in an activity hold for all of it, roles in a session for the session. */
export function staysOfPeople(content: EditionContent): Map<Uuid, Stay[]> {
  const stays = new Map<Uuid, Stay[]>();
  const add = (person: Uuid, item: Stay) => stays.set(person, [...(stays.get(person) ?? []), item]);
  for (const activity of content.activities.filter(standing)) {
    for (const { person } of activity.people) add(person, stay(activity, activity.startsAt!, activity.endsAt!, activity.room));
    for (const session of activity.sessions) {
      for (const { person } of session.people) add(person, stay(activity, session.startsAt, session.endsAt, session.room ?? activity.room));
    }
  }
  return stays;
}

const ancestors = (places: ReadonlyMap<Uuid, Place>, id: Uuid | null): Uuid[] => {
  const path: Uuid[] = [];
  for (let at = id ? places.get(id) : undefined; at; at = at.parent ? places.get(at.parent) : undefined) path.push(at.id);
  return path;
};

/** Pairs of stays that one person cannot both keep: they overlap or touch, or the way between the places is too long. */
export function clashesOfPeople(content: EditionContent): string[] {
  const places = new Map(content.places.map((place) => [place.id, place]));
  const way = (a: Uuid | null, b: Uuid | null): number => {
    const [from, to] = [ancestors(places, a), ancestors(places, b)];
    const found = content.travel.filter(
      (one) => (from.includes(one.from) && to.includes(one.to)) || (from.includes(one.to) && to.includes(one.from)),
    );
    return Math.max(0, ...found.map(({ minutes }) => minutes)) * 60_000;
  };
  const clashes: string[] = [];
  for (const stays of staysOfPeople(content).values()) {
    const inOrder = stays.toSorted((a, b) => a.from - b.from);
    for (const [at, one] of inOrder.entries()) {
      for (const next of inOrder.slice(at + 1)) {
        if (next.activity !== one.activity && next.from <= one.to + way(one.place, next.place)) {
          clashes.push(`${one.activity.slug} / ${next.activity.slug}`);
        }
      }
    }
  }
  return clashes;
}

/** Pairs of activities that would use one room at one time. */
export function clashesOfRooms(content: EditionContent): string[] {
  const parallel = new Set(content.places.filter((place) => place.parallel).map(({ id }) => id));
  const used = new Map<Uuid, Stay[]>();
  for (const activity of content.activities.filter(standing)) {
    if (!activity.room || parallel.has(activity.room)) continue;
    used.set(activity.room, [...(used.get(activity.room) ?? []), stay(activity, activity.startsAt!, activity.endsAt!, activity.room)]);
  }
  return [...used.values()].flatMap((stays) => {
    const inOrder = stays.toSorted((a, b) => a.from - b.from);
    return inOrder.slice(1).flatMap((next, at) => {
      const one = inOrder[at]!;
      return next.from < one.to ? [`${one.activity.slug} / ${next.activity.slug}`] : [];
    });
  });
}
