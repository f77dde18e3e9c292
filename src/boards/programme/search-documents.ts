/** What of a publication can be found: one document for each activity, session, person, organisation, place, result and letter. */
import { PAGE_LANGUAGES, textIn, type Localised } from '#registry/text.ts';
import { pathOfActivity, pathOfLetter, pathOfOrganisation, pathOfPerson, pathOfPlace, pathOfResult, pathOfSession } from './addresses.ts';
import type { Activity, Instant, Letter, Organisation, Person, Place, Result, Session, Uuid } from './content.ts';
import type { SearchHit } from './house.ts';
import { indexOf, type Indexed } from './index-of.ts';
import { boardName, countryName, letterKindName } from './names.ts';
import type { Publication } from './publication.ts';

export interface SearchDocument {
  type: SearchHit['type'];
  /** Below the language. */
  path: string;
  startsAt: Instant | null;
  title: Localised;
  /** People and organisations that belong to it. */
  names: Localised[];
  /** What is told about it, in the order in which an excerpt is looked for. */
  texts: Localised[];
  /** Found, but not shown: topics, places, countries, codes, in every language. */
  also: string[];
}

export function documentsOf({ content }: Pick<Publication, 'content'>): SearchDocument[] {
  const index = indexOf(content);
  const below = (path: string) => `/${content.edition.slug}${path}`;
  return [
    ...content.activities.flatMap((activity) => [
      ofActivity(index, activity, below(pathOfActivity(activity))),
      // A break is no place that anybody looks for.
      ...activity.sessions
        .filter((session) => session.kind !== 'break')
        .map((session) => ofSession(index, activity, session, below(pathOfSession(activity, session)))),
    ]),
    ...content.people.map((person) => ofPerson(index, person, below(pathOfPerson(person)))),
    ...content.organisations.map((organisation) => ofOrganisation(index, organisation, below(pathOfOrganisation(organisation)))),
    ...content.places.map((place) => ofPlace(index, place, below(pathOfPlace(place)))),
    ...content.results.map((result) => ofResult(index, result, below(pathOfResult(result)))),
    ...(content.letters ?? []).map((letter) => ofLetter(letter, below(pathOfLetter(letter)))),
  ];
}

const present = <Value>(values: (Value | null | undefined)[]): Value[] => values.filter((value) => value !== null && value !== undefined);
const all = (texts: (Localised | null | undefined)[]): string[] => present(texts).flatMap((text) => Object.values(text.texts));
const countries = (code: string | null): string[] => (code ? PAGE_LANGUAGES.map((language) => countryName(language, code)) : []);
const categoryName = (map: Indexed['topic'], id: Uuid | null): Localised | null => (id && map.get(id)?.name) || null;
const fieldNames = (index: Indexed, codes: readonly string[]): string[] =>
  codes.flatMap((code) => [...all([index.field.get(code)?.name]), ...(index.field.get(code)?.ipc ?? [])]);
const placeNames = (index: Indexed, room: Uuid | null): string[] => (room ? all(index.pathOf(room).map((place) => place.name)) : []);
const peopleIn = (index: Indexed, part: Activity | Session): Localised[] =>
  present(part.people.map(({ person }) => index.person.get(person)?.name));

function ofActivity(index: Indexed, activity: Activity, path: string): SearchDocument {
  return {
    type: 'activity',
    path,
    startsAt: activity.startsAt,
    title: activity.title,
    names: [...present(activity.hosts.map((host) => index.organisation.get(host.organisation)?.name)), ...peopleIn(index, activity)],
    texts: present([activity.subtitle, activity.abstract, activity.description]),
    also: [
      ...all([categoryName(index.focus, activity.focus), categoryName(index.topic, activity.topic)]),
      ...PAGE_LANGUAGES.map((language) => boardName(language)(activity.board)),
      ...fieldNames(index, activity.fields),
      ...placeNames(index, activity.room),
      String(activity.number),
    ],
  };
}

function ofSession(index: Indexed, activity: Activity, session: Session, path: string): SearchDocument {
  const affiliations = session.people.flatMap(({ person }) => index.person.get(person)?.affiliations.slice(0, 1) ?? []);
  return {
    type: 'session',
    path,
    startsAt: session.startsAt,
    title: session.title,
    names: peopleIn(index, session),
    texts: present([session.abstract, activity.title]),
    also: [
      ...all(affiliations.map(({ organisation }) => index.organisation.get(organisation)?.name)),
      ...all(session.results.map((result) => index.result.get(result)?.title)),
      ...all([categoryName(index.topic, activity.topic)]),
      ...placeNames(index, session.room),
      String(session.number),
    ],
  };
}

function ofPerson(index: Indexed, person: Person, path: string): SearchDocument {
  return {
    type: 'person',
    path,
    startsAt: null,
    title: person.name,
    names: present(person.affiliations.map(({ organisation }) => index.organisation.get(organisation)?.name)),
    texts: present([person.biography, ...person.affiliations.map(({ position }) => position)]),
    also: [...countries(person.country), person.orcid ?? ''],
  };
}

function ofOrganisation(index: Indexed, organisation: Organisation, path: string): SearchDocument {
  return {
    type: 'organisation',
    path,
    startsAt: null,
    title: organisation.name,
    names: present([organisation.parent === null ? null : index.organisation.get(organisation.parent)?.name]),
    texts: present([organisation.about]),
    also: [...countries(organisation.country), organisation.ror ?? '', organisation.uscc ?? '', organisation.url ?? ''],
  };
}

function ofPlace(index: Indexed, place: Place, path: string): SearchDocument {
  return {
    type: 'place',
    path,
    startsAt: null,
    title: place.name,
    names: index
      .pathOf(place.id)
      .slice(1)
      .map((above) => above.name),
    texts: present([place.address]),
    also: countries(index.siteOf(place.id)?.country ?? null),
  };
}

function ofResult(index: Indexed, result: Result, path: string): SearchDocument {
  return {
    type: 'result',
    path,
    startsAt: null,
    title: result.title,
    names: present(result.owners.map((owner) => index.organisation.get(owner)?.name ?? index.person.get(owner)?.name)),
    texts: present([result.abstract, ...result.steps.map((step) => step.what)]),
    also: [...all([result.category]), ...(result.field ? fieldNames(index, [result.field]) : [])],
  };
}

function ofLetter(letter: Letter, path: string): SearchDocument {
  return {
    type: 'letter',
    path,
    startsAt: null,
    title: letter.sender,
    names: present([letter.office]),
    texts: [letter.body],
    also: PAGE_LANGUAGES.map((language) => letterKindName(language)(letter.kind)),
  };
}

/** Names as one line of text in each page language, to be shown where they are what was found. */
export function lineOf(names: readonly Localised[]): Localised | null {
  if (names.length === 0) return null;
  return {
    source: 'zh',
    texts: { zh: names.map((name) => textIn(name, 'zh')).join('、'), en: names.map((name) => textIn(name, 'en')).join(', ') },
  };
}
