/**
 * Facts (数据口径): every public figure is defined once (what counts, what does not), computed from what is published, and opens to the
 * rows it counts. A press sheet writes its sentences from them. No figure is typed by hand.
 */
import { dayAt } from '#registry/days.ts';
import { takesPlace, waitsForDays } from '#registry/takes-place.ts';
import type { Localised } from '#registry/text.ts';

type Uuid = string;

/** What facts are counted from; an edition's published content is one. */
export interface Countable {
  edition: {
    startsOn: string | null;
    endsOn: string | null;
    timeZone: string;
    status: string;
    figures: { key: string; value: number; precision: Precision }[];
  };
  activities: {
    id: Uuid;
    slug: string;
    kind: string;
    state: string;
    postponedAlone?: true;
    endsAt: string | null;
    title: Localised;
    hosts: { organisation: Uuid; role: string }[];
    people: { person: Uuid }[];
    sessions: { id: Uuid; slug: string; title: Localised; kind: string; cancelled: boolean; people: { person: Uuid }[] }[];
  }[];
  places: { id: Uuid; slug: string; kind: string; name: Localised; country: string | null; role: string }[];
  organisations: { id: Uuid; slug: string; name: Localised; kind: string; country: string | null }[];
  people: { id: Uuid; slug: string; name: Localised; country: string | null }[];
  results: { id: Uuid; slug: string; title: Localised; hardTechnology: boolean }[];
}

/** How exact a figure is: `exactly` 126, `over` 70 ("70+"), `nearly` 40. */
export type Precision = 'exactly' | 'over' | 'nearly';

/** One row that a fact counts; `path` leads to its page below the edition, where it has one. */
export interface CountedRow {
  id: string;
  name: Localised;
  path: string | null;
}

export const FACT_KEYS = [
  'activities',
  'parallel-forums',
  'parallel-forums-led-by-central-bodies',
  'host-organisations',
  'sub-venues',
  'sub-venue-countries',
  'sessions',
  'people',
  'countries',
  'results',
  'hard-technology-results',
  'year-round-events',
] as const;
export type FactKey = (typeof FACT_KEYS)[number];

type Definition = (source: Countable) => CountedRow[];

const CENTRAL = new Set(['ministry', 'central-body']);

const activityRow = ({ id, title, slug }: Countable['activities'][number]): CountedRow => ({
  id,
  name: title,
  path: `/activities/${slug}`,
});
const counting = (source: Countable) => source.activities.filter((activity) => takesPlace(source.edition, activity));
const forums = (source: Countable) => counting(source).filter(({ kind }) => kind === 'parallel-forum');
const subVenues = (source: Countable) => source.places.filter(({ kind, role }) => kind === 'site' && role === 'sub-venue');

/** Countries as rows, each once, in the order of their codes. */
const countryRows = (codes: (string | null)[]): CountedRow[] =>
  [...new Set(codes.filter((code) => code !== null))]
    .sort()
    .map((code) => ({ id: code, name: { source: 'und', texts: { und: code } }, path: null }));

const DEFINITIONS: Record<FactKey, Definition> = {
  activities: (source) =>
    counting(source)
      .filter(({ kind }) => kind !== 'year-round')
      .map(activityRow),
  'parallel-forums': (source) => forums(source).map(activityRow),
  'parallel-forums-led-by-central-bodies': (source) => {
    const central = new Set(source.organisations.filter(({ kind }) => CENTRAL.has(kind)).map(({ id }) => id));
    return forums(source)
      .filter(({ hosts }) => hosts.some(({ organisation, role }) => role === 'lead' && central.has(organisation)))
      .map(activityRow);
  },
  'host-organisations': (source) => {
    const hosting = new Set(
      counting(source).flatMap(({ hosts }) =>
        hosts.filter(({ role }) => role === 'lead' || role === 'host').map(({ organisation }) => organisation),
      ),
    );
    return source.organisations
      .filter(({ id }) => hosting.has(id))
      .map(({ id, name, slug }) => ({ id, name, path: `/organisations/${slug}` }));
  },
  'sub-venues': (source) => subVenues(source).map(({ id, name, slug }) => ({ id, name, path: `/places/${slug}` })),
  'sub-venue-countries': (source) => countryRows(subVenues(source).map(({ country }) => country)),
  sessions: (source) =>
    counting(source).flatMap((activity) =>
      activity.sessions
        .filter(({ cancelled, kind }) => !cancelled && kind !== 'break')
        .map(({ id, title, slug }) => ({ id, name: title, path: `/activities/${activity.slug}/${slug}` })),
    ),
  people: (source) => appearing(source).map(({ id, name, slug }) => ({ id, name, path: `/people/${slug}` })),
  countries: (source) => countryRows(appearing(source).map(({ country }) => country)),
  results: (source) => source.results.map(resultRow),
  'hard-technology-results': (source) => source.results.filter(({ hardTechnology }) => hardTechnology).map(resultRow),
  'year-round-events': (source) =>
    counting(source)
      .filter(({ kind }) => kind === 'year-round')
      .map(activityRow),
};

const resultRow = ({ id, title, slug }: Countable['results'][number]): CountedRow => ({ id, name: title, path: `/results/${slug}` });

function appearing(source: Countable): Countable['people'] {
  const seen = new Set(
    counting(source).flatMap(({ people, sessions }) =>
      [...people, ...sessions.filter(({ cancelled }) => !cancelled).flatMap((session) => session.people)].map(({ person }) => person),
    ),
  );
  return source.people.filter(({ id }) => seen.has(id));
}

export interface Fact {
  key: FactKey;
  value: number;
  rows: CountedRow[];
  /** What is counted is planned: the edition waits for its days. */
  planned: boolean;
  /** What is counted is over: every event of the year's own, and for all else the edition. */
  over: boolean;
  /** The same figure of the edition before, where it is known: counted, or as it was stated. */
  before: { value: number; precision: Precision } | null;
}

/** `before` is the edition before this one, if there is one; `asOf` the moment (ISO 8601, UTC) as of which the figures are told. */
export function factsOf(source: Countable, before: Countable | null, asOf: string): Fact[] {
  const held = new Set(source.activities.filter(({ endsAt }) => endsAt !== null && endsAt <= asOf).map(({ id }) => id));
  const isOver = source.edition.endsOn !== null && source.edition.endsOn < dayAt(asOf, source.edition.timeZone);
  return FACT_KEYS.map((key) => {
    const rows = DEFINITIONS[key](source);
    return {
      ...{ key, value: rows.length, rows, planned: waitsForDays(source.edition) },
      over: key === 'year-round-events' ? rows.every(({ id }) => held.has(id)) : isOver,
      before: before && earlier(key, before),
    };
  });
}

/** A figure stated at the time is what was told; where none was, what the archive holds is counted. */
function earlier(key: FactKey, before: Countable): Fact['before'] {
  const stated = before.edition.figures.find((figure) => figure.key === key);
  if (stated) return { value: stated.value, precision: stated.precision };
  const counted = DEFINITIONS[key](before).length;
  return counted > 0 ? { value: counted, precision: 'exactly' } : null;
}
