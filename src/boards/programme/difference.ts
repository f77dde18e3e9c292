/** What is different between two contents of an edition, in words a reader can be shown: who and what, before and after. */
import type { Activity, EditionContent, Instant, Session, Uuid } from './content.ts';
import { canonical } from '#platform/canonical.ts';
import { waitsForDays } from '#registry/takes-place.ts';
import type { Localised } from '#registry/text.ts';

/** What a change is about. Sessions carry their activity, so that a page can be linked. */
export interface Subject {
  type:
    'series' | 'edition' | 'activity' | 'session' | 'person' | 'organisation' | 'place' | 'result' | 'focus' | 'topic' | 'field' | 'letter';
  id: Uuid;
  slug: string;
  title: Localised;
  activity: { id: Uuid; slug: string; title: Localised } | null;
}

export type Change =
  { is: 'added'; subject: Subject } | { is: 'gone'; subject: Subject } | { is: 'changed'; subject: Subject; fields: FieldChange[] };

/**
 * One thing that reads differently, by its name in the content (`time`, `room`, `title`, `people`, `state` …). Texts are localised, so each
 * reader sees before and after in their language; `plain` values are shown as they stand or translated by their name.
 */
export type FieldChange = { field: string } & (
  | { as: 'slot'; before: Slot | null; after: Slot | null }
  | { as: 'text'; before: Localised | null; after: Localised | null }
  | { as: 'list'; joined: Localised[]; left: Localised[] }
  | { as: 'plain'; before: string | null; after: string | null }
);

export interface Slot {
  startsAt: Instant;
  endsAt: Instant;
}

type Names = Map<Uuid, Localised>;

/** Compares by identity (`id`), never by position. Cost is linear in the size of both. */
export function difference(before: EditionContent, after: EditionContent): Change[] {
  const names: Names = new Map();
  for (const content of [before, after]) {
    for (const list of [content.places, content.organisations, content.people, content.focuses, content.topics]) {
      for (const item of list) names.set(item.id, item.name);
    }
    for (const result of content.results) names.set(result.id, result.title);
    for (const field of content.fields) names.set(field.code, field.name);
  }
  const changes: Change[] = [];
  const seriesFields = [
    ...texts(before.series, after.series, ['name', 'theme', 'about']),
    ...plain(before.series, after.series, ['slug', 'founded']),
  ];
  if (seriesFields.length > 0) {
    const { id, slug, name } = after.series;
    changes.push({ is: 'changed', subject: { type: 'series', id, slug, title: name, activity: null }, fields: seriesFields });
  }
  const editionFields = [
    ...plain(before.edition, after.edition, ['status', 'year', 'startsOn', 'endsOn', 'timeZone', 'slug']),
    ...texts(before.edition, after.edition, ['name', 'theme', 'about']),
    ...rest(before.edition, after.edition, ['languages', 'figures', 'milestones', 'dateChanges', 'hosts']),
  ];
  if (editionFields.length > 0) {
    const { id, slug, name } = after.edition;
    changes.push({ is: 'changed', subject: { type: 'edition', id, slug, title: name, activity: null }, fields: editionFields });
  }
  changes.push(...activityChanges(before, after, names));
  const aboutNamed =
    (type: Subject['type']) =>
    (item: Named): Subject => ({ type, id: item.id, slug: item.slug, title: item.name, activity: null });
  changes.push(
    ...compare(before.people, after.people, aboutNamed('person'), (a, b) => [
      ...texts(a, b, ['name', 'biography']),
      ...plain(a, b, ['slug', 'country', 'orcid', 'portrait']),
      ...rest(a, b, ['affiliations', 'languages']),
    ]),
    ...compare(before.organisations, after.organisations, aboutNamed('organisation'), (a, b) => [
      ...texts(a, b, ['name', 'about']),
      ...plain(a, b, ['slug', 'kind', 'country', 'url', 'ror', 'uscc', 'parent']),
    ]),
    ...compare(before.places, after.places, aboutNamed('place'), (a, b) => [
      ...texts(a, b, ['name', 'address']),
      ...plain(a, b, ['slug', 'kind', 'capacity', 'timeZone', 'country', 'latitude', 'longitude', 'parallel', 'role']),
      ...rest(a, b, ['parent', 'layouts', 'equipment']),
    ]),
    ...compare(before.focuses, after.focuses, aboutNamed('focus'), (a, b) => [...texts(a, b, ['name']), ...plain(a, b, ['slug'])]),
    ...compare(before.topics, after.topics, aboutNamed('topic'), (a, b) => [...texts(a, b, ['name']), ...plain(a, b, ['slug'])]),
    ...compare(
      before.results,
      after.results,
      (item) => ({ type: 'result', id: item.id, slug: item.slug, title: item.title, activity: null }),
      (a, b) => [
        ...texts(a, b, ['title', 'abstract', 'category']),
        ...plain(a, b, ['slug', 'readiness', 'stage', 'hardTechnology', 'field']),
        ...rest(a, b, ['owners', 'steps']),
      ],
    ),
    ...compare(
      before.letters ?? [],
      after.letters ?? [],
      (item) => ({ type: 'letter', id: item.id, slug: item.id, title: item.sender, activity: null }),
      (a, b) => [...texts(a, b, ['sender', 'office', 'body']), ...plain(a, b, ['kind', 'writtenOn'])],
    ),
  );
  return changes;
}

interface Named {
  id: Uuid;
  slug: string;
  name: Localised;
}

function activityChanges(before: EditionContent, after: EditionContent, names: Names): Change[] {
  const about = (item: Activity): Subject => ({ type: 'activity', id: item.id, slug: item.slug, title: item.title, activity: null });
  const changes = compare(before.activities, after.activities, about, (a, b) => [
    ...slotChange(a, b),
    ...named('room', a.room, b.room, names),
    ...texts(a, b, ['title', 'subtitle', 'abstract', 'description']),
    ...named('focus', a.focus, b.focus, names),
    ...named('topic', a.topic, b.topic, names),
    ...members(
      'people',
      a.people,
      b.people,
      (item) => `${item.person} ${item.role}`,
      (item) => names.get(item.person),
    ),
    ...members(
      'hosts',
      a.hosts,
      b.hosts,
      (item) => `${item.organisation} ${item.role}`,
      (item) => names.get(item.organisation),
    ),
    ...members(
      'fields',
      a.fields,
      b.fields,
      (code) => code,
      (code) => names.get(code),
    ),
    ...plain(a, b, [
      'state',
      'board',
      'kind',
      'access',
      'capacity',
      'slug',
      'number',
      'streamUrl',
      'typeLabel',
      'guid',
      'streamed',
      'sharesRoom',
    ]),
    // That the start it had is now the one first planned is told by its new time.
    ...(b.firstPlannedStartsAt === a.startsAt && slotChange(a, b).length > 0 ? [] : plain(a, b, ['firstPlannedStartsAt'])),
    // While the edition has its days, what is postponed is so by itself.
    ...(a.state === b.state && waitsForDays(after.edition) ? plain(a, b, ['postponedAlone']) : []),
    ...rest(a, b, ['languages', 'interpretation', 'links']),
  ]);
  const sessionsBefore = new Map(before.activities.map((activity) => [activity.id, activity]));
  const sessionsAfter = new Map(after.activities.map((activity) => [activity.id, activity]));
  for (const id of new Set([...sessionsBefore.keys(), ...sessionsAfter.keys()])) {
    const was = sessionsBefore.get(id);
    const is = sessionsAfter.get(id);
    // An activity that came or went is told once, not again for each of its sessions.
    if (!was || !is) continue;
    const owner = { id, slug: is.slug, title: is.title };
    const about = (item: Session): Subject => ({ type: 'session', id: item.id, slug: item.slug, title: item.title, activity: owner });
    changes.push(
      ...compare(was.sessions, is.sessions, about, (a, b) => [
        ...slotChange(a, b),
        ...named('room', a.room, b.room, names),
        ...texts(a, b, ['title', 'abstract']),
        ...members(
          'people',
          a.people,
          b.people,
          (item) => `${item.person} ${item.role}`,
          (item) => names.get(item.person),
        ),
        ...members(
          'results',
          a.results,
          b.results,
          (item) => item,
          (item) => names.get(item),
        ),
        ...plain(a, b, ['kind', 'slug', 'number', 'guid', 'cancelled']),
        ...rest(a, b, ['languages', 'links']),
      ]),
    );
  }
  return changes;
}

function compare<Item extends { id: Uuid }>(
  before: readonly Item[],
  after: readonly Item[],
  about: (item: Item) => Subject,
  fieldsOf: (before: Item, after: Item) => FieldChange[],
): Change[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Set(after.map((item) => item.id));
  const changes: Change[] = [];
  for (const item of after) {
    const old = was.get(item.id);
    if (!old) changes.push({ is: 'added', subject: about(item) });
    else if (old !== item) {
      const fields = fieldsOf(old, item);
      if (fields.length > 0) changes.push({ is: 'changed', subject: about(item), fields });
    }
  }
  for (const item of before) if (!is.has(item.id)) changes.push({ is: 'gone', subject: about(item) });
  return changes;
}

const slotOf = (item: { startsAt: Instant | null; endsAt: Instant | null }): Slot | null =>
  item.startsAt && item.endsAt ? { startsAt: item.startsAt, endsAt: item.endsAt } : null;

function slotChange(a: Parameters<typeof slotOf>[0], b: Parameters<typeof slotOf>[0]): FieldChange[] {
  const before = slotOf(a);
  const after = slotOf(b);
  return same(before, after) ? [] : [{ field: 'time', as: 'slot', before, after }];
}

const named = (field: 'room' | 'focus' | 'topic', a: Uuid | null, b: Uuid | null, names: Names): FieldChange[] =>
  a === b ? [] : [{ field, as: 'text', before: (a && names.get(a)) || null, after: (b && names.get(b)) || null }];

function members<Item>(
  field: 'people' | 'hosts' | 'fields' | 'results',
  a: readonly Item[],
  b: readonly Item[],
  key: (item: Item) => string,
  name: (item: Item) => Localised | undefined,
): FieldChange[] {
  const was = new Set(a.map(key));
  const is = new Set(b.map(key));
  const joined = b.filter((item) => !was.has(key(item))).map((item) => name(item) ?? nameless);
  const left = a.filter((item) => !is.has(key(item))).map((item) => name(item) ?? nameless);
  if (joined.length > 0 || left.length > 0) return [{ field, as: 'list', joined, left }];
  // The same in another order is still something a reader sees.
  return same(a.map(key), b.map(key)) ? [] : [{ field, as: 'plain', before: a.map(key).join(', '), after: b.map(key).join(', ') }];
}

const nameless: Localised = { source: 'und', texts: { und: '' } };

const texts = <Item>(a: Item, b: Item, fields: readonly (keyof Item & string)[]): FieldChange[] =>
  fields.flatMap((field) => {
    const before = (a[field] as Localised | null) ?? null;
    const after = (b[field] as Localised | null) ?? null;
    return same(before, after) ? [] : [{ field, as: 'text', before, after }];
  });

const plain = <Item>(a: Item, b: Item, fields: readonly (keyof Item & string)[]): FieldChange[] =>
  fields.flatMap((field) => (same(a[field], b[field]) ? [] : [{ field, as: 'plain', before: bare(a[field]), after: bare(b[field]) }]));

const bare = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** Fields whose values are lists or records: that they changed is told by their canonical JSON. */
const rest = <Item>(a: Item, b: Item, fields: readonly (keyof Item & string)[]): FieldChange[] =>
  fields.flatMap((field) =>
    same(a[field], b[field]) ? [] : [{ field, as: 'plain', before: canonical(a[field]), after: canonical(b[field]) }],
  );

const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);
