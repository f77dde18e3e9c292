/** An edition's content with the look-ups that pages, feeds and formats need; made once for each publication. */
import type { Activity, Category, EditionContent, Field, Organisation, Person, Place, Result, Session, Uuid } from './content.ts';

export interface Indexed {
  content: EditionContent;
  place: ReadonlyMap<Uuid, Place>;
  organisation: ReadonlyMap<Uuid, Organisation>;
  person: ReadonlyMap<Uuid, Person>;
  focus: ReadonlyMap<Uuid, Category>;
  topic: ReadonlyMap<Uuid, Category>;
  field: ReadonlyMap<string, Field>;
  activity: ReadonlyMap<Uuid, Activity>;
  activityBySlug: ReadonlyMap<string, Activity>;
  result: ReadonlyMap<Uuid, Result>;
  /** The ancestors of a place, nearest first, itself included: room, floor, venue, site. */
  pathOf(place: Uuid): Place[];
  /** The venue a room lies in (or the place itself where there is none). */
  venueOf(place: Uuid): Place | undefined;
  siteOf(place: Uuid): Place | undefined;
  /** The zone that an activity's times are told in: its site's, or the edition's. */
  zoneOf(activity: Activity): string;
  /** Where and in what role a person appears. */
  appearancesOf(person: Uuid): { activity: Activity; session: Session | null; role: string }[];
  activitiesOf(organisation: Uuid): { activity: Activity; role: string }[];
  activitiesIn(place: Uuid): Activity[];
}

const byId = <Item extends { id: Uuid }>(items: readonly Item[]): Map<Uuid, Item> => new Map(items.map((item) => [item.id, item]));

export function indexOf(content: EditionContent): Indexed {
  const place = byId(content.places);
  const activity = byId(content.activities);
  const appearances = new Map<Uuid, { activity: Activity; session: Session | null; role: string }[]>();
  const hosted = new Map<Uuid, { activity: Activity; role: string }[]>();
  const held = new Map<Uuid, Activity[]>();
  const push = <Value>(map: Map<Uuid, Value[]>, key: Uuid, value: Value) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  const pathOf = (id: Uuid): Place[] => {
    const path: Place[] = [];
    for (let at = place.get(id); at && !path.includes(at); at = at.parent ? place.get(at.parent) : undefined) path.push(at);
    return path;
  };
  for (const item of content.activities) {
    for (const { person, role } of item.people) push(appearances, person, { activity: item, session: null, role });
    for (const { organisation, role } of item.hosts) push(hosted, organisation, { activity: item, role });
    const places = new Set<Uuid>();
    for (const room of [item.room, ...item.sessions.map((session) => session.room)])
      if (room) for (const at of pathOf(room)) places.add(at.id);
    for (const id of places) push(held, id, item);
    for (const session of item.sessions) {
      for (const { person, role } of session.people) push(appearances, person, { activity: item, session, role });
    }
  }
  return {
    content,
    place,
    organisation: byId(content.organisations),
    person: byId(content.people),
    focus: byId(content.focuses),
    topic: byId(content.topics),
    field: new Map(content.fields.map((field) => [field.code, field])),
    activity,
    activityBySlug: new Map(content.activities.map((item) => [item.slug, item])),
    result: byId(content.results),
    pathOf,
    venueOf: (id) => pathOf(id).find((at) => at.kind === 'venue') ?? place.get(id),
    siteOf: (id) => pathOf(id).find((at) => at.kind === 'site'),
    zoneOf: (item) => (item.room && pathOf(item.room).find((at) => at.timeZone)?.timeZone) || content.edition.timeZone,
    appearancesOf: (id) => appearances.get(id) ?? [],
    activitiesOf: (id) => hosted.get(id) ?? [],
    activitiesIn: (id) => held.get(id) ?? [],
  };
}
