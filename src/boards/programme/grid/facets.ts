/** By which keys each activity can be found: the same answers as `select`, but worked out once for a publication and not for each click. */
import type { Activity, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { VIEWS, daysOf, type Selection, type View } from '../selection.ts';

export type Facets = Record<View, readonly string[]>;

const kept = new WeakMap<Indexed, ReadonlyMap<Uuid, Facets>>();

/** The keys of every activity by its id. */
export function facetsOf(index: Indexed): ReadonlyMap<Uuid, Facets> {
  let facets = kept.get(index);
  if (!facets) kept.set(index, (facets = new Map(index.content.activities.map((activity) => [activity.id, facetsOfOne(index, activity)]))));
  return facets;
}

function facetsOfOne(index: Indexed, activity: Activity): Facets {
  const parts = [activity, ...activity.sessions];
  const slugs = (found: ({ slug: string } | undefined)[]) => unique(found.flatMap((entry) => entry?.slug ?? []));
  return {
    day: daysOf(index, activity),
    board: [activity.board],
    focus: slugs([activity.focus ? index.focus.get(activity.focus) : undefined]),
    topic: slugs([activity.topic ? index.topic.get(activity.topic) : undefined]),
    language: unique([...activity.languages, ...activity.interpretation, ...activity.sessions.flatMap((session) => session.languages)]),
    venue: slugs(parts.flatMap(({ room }) => (room ? index.pathOf(room) : []))),
    host: slugs(activity.hosts.map(({ organisation }) => index.organisation.get(organisation))),
    person: slugs(parts.flatMap(({ people }) => people.map(({ person }) => index.person.get(person)))),
    access: [activity.access],
  };
}

const unique = (values: string[]): string[] => [...new Set(values)];

/** The activities of a selection, in their order. */
export function selected(index: Indexed, selection: Selection): Activity[] {
  const facets = facetsOf(index);
  const wanted = VIEWS.flatMap((view) => (selection[view] ? [[view, selection[view]] as const] : []));
  return index.content.activities.filter((activity) => wanted.every(([view, key]) => facets.get(activity.id)?.[view].includes(key)));
}

/** How many activities of a selection each key of a view holds, whatever key of that view is chosen now. */
export function countsOf(index: Indexed, selection: Selection, view: View): Map<string, number> {
  const { [view]: _chosen, ...others } = selection;
  const facets = facetsOf(index);
  const counts = new Map<string, number>();
  for (const activity of selected(index, others))
    for (const key of facets.get(activity.id)?.[view] ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
