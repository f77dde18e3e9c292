/** Where the entries of an edition are read: paths below `/{language}/{edition}`, as the public addresses show them. */
import type { Activity, Category, Organisation, Person, Place, Result, Session } from './content.ts';
import type { Subject } from './difference.ts';

type Slugged = { slug: string };

const segment = encodeURIComponent;

export const pathOfActivity = (activity: Pick<Activity, 'slug'>): string => `/activities/${segment(activity.slug)}`;
export const pathOfSession = (activity: Slugged, session: Pick<Session, 'slug'>): string =>
  `${pathOfActivity(activity)}/${segment(session.slug)}`;
export const pathOfPerson = (person: Pick<Person, 'slug'>): string => `/people/${segment(person.slug)}`;
export const pathOfOrganisation = (organisation: Pick<Organisation, 'slug'>): string => `/organisations/${segment(organisation.slug)}`;
export const pathOfPlace = (place: Pick<Place, 'slug'>): string => `/places/${segment(place.slug)}`;
export const pathOfResult = (result: Pick<Result, 'slug'>): string => `/results/${segment(result.slug)}`;
/** Below the site itself, in no language and of no edition. */
export const pathOfPortrait = (sha256: string): string => `/portraits/${sha256}.webp`;
/** The same as a small square, to stand beside a name. */
export const pathOfSmallPortrait = (sha256: string): string => `/portraits/small/${sha256}.webp`;
/** A letter stands among the others on one page. */
export const pathOfLetter = ({ id }: { id: string }): string => `/letters#letter-${id}`;
export const pathOfView = (view: string, key: Category['slug']): string => `/programme/${view}/${segment(key)}`;

/** Where what a change is about can be read; `null` for what has no page of its own. */
export function pathOfSubject(subject: Subject): string | null {
  switch (subject.type) {
    case 'activity':
      return pathOfActivity(subject);
    case 'session':
      return subject.activity && pathOfSession(subject.activity, subject);
    case 'person':
      return pathOfPerson(subject);
    case 'organisation':
      return pathOfOrganisation(subject);
    case 'place':
      return pathOfPlace(subject);
    case 'result':
      return pathOfResult(subject);
    case 'focus':
    case 'topic':
      return pathOfView(subject.type, subject.slug);
    case 'letter':
      return pathOfLetter(subject);
    case 'edition':
      return '';
    case 'series':
    case 'field':
      return null;
  }
}
