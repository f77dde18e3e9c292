/**
 * Schema.org descriptions (JSON-LD) of what an edition's pages show, for search engines and assistants. Moving, postponing and cancelling
 * are said as https://schema.org/eventStatus asks: a cancelled event keeps its entry, a moved one names its `previousStartDate`.
 * Every value is a function of the publication alone.
 */
import { pathOfActivity, pathOfOrganisation, pathOfPerson, pathOfPlace, pathOfPortrait, pathOfSession } from '../addresses.ts';
import type { Activity, Instant, Organisation, OrganisationKind, Person, Place, Session, Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { withOffset } from '../time.ts';
import { textIn, type Localised, type PageLanguage } from '#registry/text.ts';

export type LinkedData = { [key: string]: LinkedValue };
type LinkedValue = string | number | boolean | LinkedData | LinkedValue[] | undefined;

export interface LinkedContext {
  index: Indexed;
  language: PageLanguage;
  /** Address of the site without a slash at its end. */
  publicUrl: string;
}

/** JSON for `<script type="application/ld+json">`: nothing in it can end the element or be read as markup. */
export const dataBlock = (data: LinkedData): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const editionUrl = ({ index, language, publicUrl }: LinkedContext) => `${publicUrl}/${language}/${index.content.edition.slug}`;

/** The name in the page's language, and in the others as `alternateName`. */
function names(name: Localised, language: PageLanguage): { name: string; alternateName: string[] | undefined } {
  const shown = textIn(name, language);
  const others = [...new Set(Object.values(name.texts))].filter((text) => text && text !== shown);
  return { name: shown, alternateName: others.length > 0 ? others : undefined };
}

const optional = (text: Localised | null, language: PageLanguage): string | undefined => textIn(text, language) || undefined;
const nonEmpty = <Value>(list: Value[]): Value[] | undefined => (list.length > 0 ? list : undefined);

/**
 * An activity as an Event. `previousStarts`: the starts that earlier publications announced, oldest first; the one first planned is
 * known without them.
 */
export function activityData(context: LinkedContext, activity: Activity, previousStarts: readonly Instant[] = []): LinkedData {
  const { index, language } = context;
  const zone = index.zoneOf(activity);
  const told = (instant: Instant | null) => (instant ? withOffset(instant, zone) : undefined);
  const url = editionUrl(context) + pathOfActivity(activity);
  const earlier = [activity.firstPlannedStartsAt, ...previousStarts].filter(
    (start): start is Instant => start !== null && start !== activity.startsAt,
  );
  const moved = [...new Set(earlier)];
  const performers = peopleOf(activity, ['speaker', 'panellist', 'moderator', 'chair', 'guest-of-honour']);
  return {
    '@type': activity.kind === 'exhibition' ? 'ExhibitionEvent' : 'BusinessEvent',
    '@id': `${url}#event`,
    url,
    identifier: activity.guid,
    ...names(activity.title, language),
    description: optional(activity.abstract, language) ?? optional(activity.description, language) ?? optional(activity.subtitle, language),
    startDate: told(activity.startsAt ?? activity.firstPlannedStartsAt),
    endDate: told(activity.endsAt),
    eventStatus: `https://schema.org/${statusOf(activity, moved)}`,
    // Only a moved event has a previous start; a postponed one keeps the date that is no longer held (schema.org/eventStatus).
    previousStartDate:
      statusOf(activity, moved) === 'EventRescheduled' ? nonEmpty(moved.map((start) => withOffset(start, zone))) : undefined,
    eventAttendanceMode: `https://schema.org/${attendanceOf(activity)}`,
    location: nonEmpty(locationsOf(context, activity)),
    inLanguage: nonEmpty([...new Set([...activity.languages, ...activity.interpretation])]),
    maximumPhysicalAttendeeCapacity: activity.capacity ?? (activity.room && index.place.get(activity.room)?.capacity) ?? undefined,
    organizer: nonEmpty(organisationsOf(context, activity, ['lead', 'host', 'co-host', 'organiser'])),
    sponsor: nonEmpty(organisationsOf(context, activity, ['supporter'])),
    performer: nonEmpty(performers.flatMap((person) => personStub(context, person))),
    superEvent: {
      '@type': 'EventSeries',
      '@id': `${editionUrl(context)}#event`,
      url: editionUrl(context),
      ...names(index.content.edition.name, language),
    },
    subEvent: nonEmpty(
      activity.sessions.filter((session) => session.kind !== 'break').map((session) => sessionData(context, activity, session)),
    ),
  };
}

/** A session as a part of its activity; cancelled with it, or by itself. */
export function sessionData(context: LinkedContext, activity: Activity, session: Session): LinkedData {
  const { index, language } = context;
  const room = session.room ?? activity.room;
  const zone = (room && index.pathOf(room).find((place) => place.timeZone)?.timeZone) || index.zoneOf(activity);
  const url = editionUrl(context) + pathOfSession(activity, session);
  const status =
    session.cancelled || activity.state === 'cancelled'
      ? 'EventCancelled'
      : activity.state === 'postponed'
        ? 'EventPostponed'
        : 'EventScheduled';
  return {
    '@type': 'BusinessEvent',
    '@id': `${url}#event`,
    url,
    ...names(session.title, language),
    description: optional(session.abstract, language),
    startDate: withOffset(session.startsAt, zone),
    endDate: withOffset(session.endsAt, zone),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: `https://schema.org/${attendanceOf(activity)}`,
    location: nonEmpty(locationsOf(context, activity, room)),
    inLanguage: nonEmpty(session.languages),
    performer: nonEmpty(session.people.flatMap(({ person }) => personStub(context, person))),
    superEvent: {
      '@type': 'BusinessEvent',
      '@id': `${editionUrl(context)}${pathOfActivity(activity)}#event`,
      ...names(activity.title, language),
    },
  };
}

/** The edition as an Event of the forum's series. */
export function editionData(context: LinkedContext): LinkedData {
  const { index, language, publicUrl } = context;
  const { edition, series, places } = index.content;
  const earlier = edition.dateChanges.flatMap(({ from }) => (from.startsOn && from.startsOn !== edition.startsOn ? [from.startsOn] : []));
  const sites = places.filter((place) => place.kind === 'site');
  return {
    '@type': 'EventSeries',
    '@id': `${editionUrl(context)}#event`,
    url: editionUrl(context),
    ...names(edition.name, language),
    description: optional(edition.about, language) ?? optional(edition.theme, language),
    startDate: edition.startsOn ?? undefined,
    endDate: edition.endsOn ?? undefined,
    eventStatus: `https://schema.org/${earlier.length > 0 ? 'EventRescheduled' : 'EventScheduled'}`,
    previousStartDate: nonEmpty([...new Set(earlier)]),
    inLanguage: nonEmpty(edition.languages),
    location: nonEmpty(sites.map((site) => placeData(context, site))),
    organizer: nonEmpty(edition.hosts.flatMap(({ organisation }) => organisationStub(context, organisation))),
    superEvent: {
      '@type': 'EventSeries',
      '@id': `${publicUrl}/${language}#series`,
      url: `${publicUrl}/${language}`,
      ...names(series.name, language),
    },
  };
}

export function personData(context: LinkedContext, person: Person): LinkedData {
  const { index, language } = context;
  const url = editionUrl(context) + pathOfPerson(person);
  return {
    '@type': 'Person',
    '@id': `${url}#person`,
    url,
    ...names(person.name, language),
    description: optional(person.biography, language),
    image: person.portrait ? context.publicUrl + pathOfPortrait(person.portrait) : undefined,
    jobTitle: optional(person.affiliations[0]?.position ?? null, language),
    affiliation: nonEmpty(person.affiliations.flatMap(({ organisation }) => organisationStub(context, organisation))),
    knowsLanguage: nonEmpty(person.languages),
    sameAs: person.orcid ? `https://orcid.org/${person.orcid}` : undefined,
    performerIn: nonEmpty(
      [...new Set(index.appearancesOf(person.id).map(({ activity }) => activity))].map((activity) => ({
        '@type': 'BusinessEvent',
        '@id': `${editionUrl(context)}${pathOfActivity(activity)}#event`,
        name: textIn(activity.title, language),
      })),
    ),
  };
}

const ORGANISATION_TYPES: Partial<Record<OrganisationKind, string>> = {
  ministry: 'GovernmentOrganization',
  'central-body': 'GovernmentOrganization',
  government: 'GovernmentOrganization',
  academy: 'ResearchOrganization',
  institute: 'ResearchOrganization',
  university: 'CollegeOrUniversity',
  company: 'Corporation',
};

export function organisationData(context: LinkedContext, organisation: Organisation): LinkedData {
  const { index, language } = context;
  const url = editionUrl(context) + pathOfOrganisation(organisation);
  const same = [organisation.url, organisation.ror && `https://ror.org/${organisation.ror.replace(/^https?:\/\/ror\.org\//, '')}`];
  const parent = organisation.parent && index.organisation.get(organisation.parent);
  return {
    '@type': ORGANISATION_TYPES[organisation.kind] ?? 'Organization',
    '@id': `${url}#organisation`,
    url,
    ...names(organisation.name, language),
    description: optional(organisation.about, language),
    sameAs: nonEmpty(same.filter((address): address is string => Boolean(address))),
    address: organisation.country ? { '@type': 'PostalAddress', addressCountry: organisation.country } : undefined,
    parentOrganization: parent ? organisationStub(context, parent.id)[0] : undefined,
  };
}

export function placeData(context: LinkedContext, place: Place): LinkedData {
  const { index, language } = context;
  const path = index.pathOf(place.id);
  const url = editionUrl(context) + pathOfPlace(place);
  const located = path.find((at) => at.latitude !== null && at.longitude !== null);
  const address = path.find((at) => at.address)?.address ?? null;
  const site = index.siteOf(place.id);
  const parent = path[1];
  return {
    '@type': place.kind === 'venue' ? 'EventVenue' : 'Place',
    '@id': `${url}#place`,
    url,
    ...names(place.name, language),
    address: {
      '@type': 'PostalAddress',
      streetAddress: optional(address, language),
      addressLocality: site && textIn(site.name, language),
      addressCountry: site?.country ?? undefined,
    },
    geo:
      located && located.latitude !== null && located.longitude !== null
        ? { '@type': 'GeoCoordinates', latitude: located.latitude, longitude: located.longitude }
        : undefined,
    maximumAttendeeCapacity: place.capacity ?? undefined,
    containedInPlace: parent
      ? { '@type': 'Place', '@id': `${editionUrl(context)}${pathOfPlace(parent)}#place`, name: textIn(parent.name, language) }
      : undefined,
  };
}

type Status = 'EventScheduled' | 'EventCancelled' | 'EventPostponed' | 'EventRescheduled';

function statusOf(activity: Activity, earlierStarts: readonly Instant[]): Status {
  if (activity.state === 'cancelled') return 'EventCancelled';
  if (activity.state === 'postponed' || (!activity.startsAt && earlierStarts.length > 0)) return 'EventPostponed';
  return earlierStarts.length > 0 ? 'EventRescheduled' : 'EventScheduled';
}

function attendanceOf(activity: Activity): string {
  if (!activity.streamed) return 'OfflineEventAttendanceMode';
  return activity.room ? 'MixedEventAttendanceMode' : 'OnlineEventAttendanceMode';
}

function locationsOf(context: LinkedContext, activity: Activity, room = activity.room): LinkedData[] {
  const place = room ? context.index.place.get(room) : undefined;
  const locations = place ? [placeData(context, place)] : [];
  if (activity.streamed) {
    const url = activity.streamUrl ?? editionUrl(context) + pathOfActivity(activity);
    locations.push({ '@type': 'VirtualLocation', url });
  }
  return locations;
}

const peopleOf = (activity: Activity, roles: string[]): Uuid[] => [
  ...new Set(
    [activity, ...activity.sessions].flatMap((part) => part.people.filter(({ role }) => roles.includes(role)).map(({ person }) => person)),
  ),
];

function organisationsOf(context: LinkedContext, activity: Activity, roles: string[]): LinkedData[] {
  const ids = new Set(activity.hosts.filter(({ role }) => roles.includes(role)).map(({ organisation }) => organisation));
  return [...ids].flatMap((id) => organisationStub(context, id));
}

function organisationStub(context: LinkedContext, id: Uuid): LinkedData[] {
  const organisation = context.index.organisation.get(id);
  if (!organisation) return [];
  const url = editionUrl(context) + pathOfOrganisation(organisation);
  const type = ORGANISATION_TYPES[organisation.kind] ?? 'Organization';
  return [{ '@type': type, '@id': `${url}#organisation`, url, name: textIn(organisation.name, context.language) }];
}

function personStub(context: LinkedContext, id: Uuid): LinkedData[] {
  const person = context.index.person.get(id);
  if (!person) return [];
  const url = editionUrl(context) + pathOfPerson(person);
  return [{ '@type': 'Person', '@id': `${url}#person`, url, name: textIn(person.name, context.language) }];
}
