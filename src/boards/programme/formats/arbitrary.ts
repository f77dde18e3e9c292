/** For tests only: made-up editions of every shape that a content can have, texts that hurt included. */
import fc from 'fast-check';
import type { Localised } from '#registry/text.ts';
import type { Activity, EditionContent, Link, Place, Session } from '../content.ts';
import { ACTIVITY_KINDS, BOARDS, PERSON_ROLES, SESSION_KINDS } from '../content.ts';
import { derivedUuid } from './uuid.ts';
import { smallEdition } from '../pages/small-edition.ts';

const HURTING = [
  '=1+1',
  '@x',
  "'=a",
  'a, b; c',
  '<b>bold</b> & "quoted"',
  'line\nbreak',
  'tab\there',
  '\u0007bell',
  ' padded ',
  '论坛，“引号”',
  'é\u0301',
  '🙂 emoji',
  '-5',
  ']]>',
  '\\n\\,;',
  'x'.repeat(300),
  'Zeile\r\nzwei',
  '&amp;',
  '(untitled)',
  'Break',
  '\ud800 half',
  '<p>Absatz</p>',
  'A; B (Speaker)',
];
const word = fc.oneof(
  fc.constantFrom(...HURTING),
  fc.string({ minLength: 1, maxLength: 24, unit: 'grapheme' }),
  fc.constantFrom('芯片', 'Quantum', 'Forum', '人工智能'),
);
// A title that nothing is left of is none.
const said = word.filter((text) => text.toWellFormed().replace(/[\p{C}\p{Z}\s\ufffd]/gu, '') !== '');
const text: fc.Arbitrary<Localised> = fc
  .record({ zh: said, en: fc.option(said) })
  .map(({ zh, en }) => ({ source: 'zh', texts: en === null ? { zh } : { zh, en } }));
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 2 });

const link: fc.Arbitrary<Link> = fc.record({
  url: fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom('https://example.org/ä b', 'mailto:x@example.org', 'https://example.org/[x]|{y}#a#b'),
  ),
  title: fc.oneof(fc.constant(''), said),
  kind: fc.constantFrom('link', 'attachment', 'recording', 'logo', 'origin', 'feedback'),
});
const minutes = fc.integer({ min: 0, max: 60 * 24 * 5 });
const seconds = fc.constantFrom(0, 0, 0, 0, 30, 59);
const start = Date.UTC(2022, 9, 28, 20);
const at = (minute: number, second: number) => new Date(start + minute * 60_000 + second * 1000).toISOString().replace('.000Z', 'Z');

const uuid = fc.uuid();
const languages = fc.uniqueArray(fc.constantFrom('zh', 'en', 'de', 'zh-hant'), { maxLength: 3 });

export const arbitraryEdition: fc.Arbitrary<EditionContent> = fc
  .record({
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kolkata'),
    people: fc.uniqueArray(fc.record({ id: uuid, name: text }), { maxLength: 5, selector: ({ id }) => id }),
    rooms: fc.uniqueArray(fc.record({ id: uuid, name: text, parent: fc.nat(5), capacity: maybe(fc.nat(5000)) }), {
      maxLength: 5,
      selector: ({ id }) => id,
    }),
    topics: fc.uniqueArray(fc.record({ id: uuid, name: text }), { maxLength: 3, selector: ({ id }) => id }),
    activities: fc.uniqueArray(
      fc.record({
        id: uuid,
        guid: uuid,
        title: text,
        subtitle: maybe(text),
        abstract: maybe(text),
        description: maybe(text),
        board: fc.constantFrom(...BOARDS),
        kind: fc.constantFrom(...ACTIVITY_KINDS),
        typeLabel: maybe(fc.constantFrom('Talk', 'Workshop', 'BREAK', 'devroom')),
        state: fc.constantFrom('published', 'published', 'published', 'held', 'cancelled', 'postponed', 'planned'),
        topic: maybe(fc.nat(2)),
        room: maybe(fc.nat(4)),
        people: fc.array(fc.record({ person: fc.nat(4), role: fc.constantFrom(...PERSON_ROLES) }), { maxLength: 3 }),
        slot: maybe(fc.tuple(minutes, seconds, fc.integer({ min: 0, max: 9000 }), seconds)),
        languages,
        links: fc.uniqueArray(link, { maxLength: 4, selector: ({ url, kind }) => `${kind} ${url}` }),
        sessions: fc.array(
          fc.record({
            guid: uuid,
            title: text,
            abstract: maybe(text),
            kind: fc.constantFrom(...SESSION_KINDS),
            room: maybe(fc.nat(4)),
            cancelled: fc.constantFrom(false, false, true),
            slot: fc.tuple(minutes, seconds, fc.integer({ min: 0, max: 300 }), seconds),
            people: fc.array(fc.record({ person: fc.nat(4), role: fc.constantFrom(...PERSON_ROLES) }), { maxLength: 3 }),
            languages,
            links: fc.uniqueArray(link, { maxLength: 2, selector: ({ url, kind }) => `${kind} ${url}` }),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 6, selector: ({ id }) => id },
    ),
  })
  .map(({ zone, people, rooms, topics, activities }) => {
    const base = smallEdition();
    const site = base.places.find((place) => place.kind === 'site')!;
    const roomsMade: Place[] = rooms.map(({ id, name, parent, capacity }, index) => ({
      ...base.places.at(-1)!,
      id,
      name,
      capacity,
      slug: `made-${index}`,
      // Some lie in a venue, some in a site elsewhere, some in nothing.
      parent: parent === 0 ? null : (base.places.filter((place) => place.kind !== 'room')[parent % 4]?.id ?? site.id),
    }));
    const roles = (list: { person: number; role: Activity['people'][number]['role'] }[]) => {
      const told = list.flatMap(({ person, role }) => (people[person] ? { person: people[person].id, role } : []));
      return told.filter((one, index) => told.findIndex((other) => other.person === one.person && other.role === one.role) === index);
    };
    const slotOf = ([from, fromSecond, length, toSecond]: [number, number, number, number]) => ({
      startsAt: at(from, fromSecond),
      endsAt: at(from + length + (toSecond < fromSecond ? 1 : 0), toSecond),
    });
    const template = base.activities[0]!;
    return {
      ...base,
      edition: { ...base.edition, timeZone: zone },
      places: [...base.places, ...roomsMade],
      people: people.map(({ id, name }, index) => ({ ...base.people[0]!, id, name, slug: `person-${index}`, affiliations: [] })),
      topics: topics.map(({ id, name }, index) => ({ id, name, slug: `topic-${index}` })),
      results: [],
      activities: activities.map(({ slot, room, people: list, sessions, topic, ...activity }, index): Activity => ({
        ...template,
        ...activity,
        // Other programs’ identifiers never meet within the activities of an edition, nor within the sessions of one.
        guid:
          activities.findIndex(({ guid }) => guid === activity.guid) === index ? activity.guid : derivedUuid(activity.id, 'guid of a test'),
        number: index + 1,
        slug: `activity-${index}`,
        focus: null,
        hosts: [],
        topic: topic === null ? null : (topics[topic]?.id ?? null),
        room: room === null ? null : (roomsMade[room]?.id ?? null),
        ...(slot ? slotOf(slot) : { startsAt: null, endsAt: null }),
        firstPlannedStartsAt: null,
        // Clashes are the database's affair.
        sharesRoom: 'test',
        people: roles(list),
        sessions: sessions.map(({ slot: time, room: own, people: speaking, ...session }, nth): Session => ({
          ...session,
          id: derivedUuid(activity.id, `session ${nth}`),
          guid: sessions.findIndex(({ guid }) => guid === session.guid) === nth ? session.guid : derivedUuid(activity.id, `guid ${nth}`),
          ...slotOf(time),
          number: 100 + index * 10 + nth,
          slug: `session-${nth}`,
          room: own === null ? null : (roomsMade[own]?.id ?? null),
          people: roles(speaking),
          results: [],
        })),
      })),
    };
  });
