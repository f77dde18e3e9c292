/** The lists of an edition: what is searched in them, how they are filtered and ordered. */
import { LOCALE } from '#platform/words.ts';
import type { ListSpec } from '#platform/list.ts';
import { textIn, type Localised, type PageLanguage } from '#registry/text.ts';
import { STAGES, type Organisation, type Person, type Place, type Result, type Uuid } from '../content.ts';
import type { Indexed } from '../index-of.ts';

export const PAGE_SIZE = 200;

const collators = new Map<PageLanguage, Intl.Collator>();

/** Compares texts as readers of the language order them: Chinese by pinyin, before or after Latin as the language has it. */
export function inOrder(language: PageLanguage): (a: string, b: string) => number {
  let collator = collators.get(language);
  if (!collator) collators.set(language, (collator = new Intl.Collator(LOCALE[language], { numeric: true })));
  return collator.compare;
}

const everyText = (...texts: (Localised | null | undefined)[]): string =>
  texts.flatMap((text) => Object.values(text?.texts ?? {})).join('\n');

function by<Row>(language: PageLanguage, name: (row: Row) => Localised): (a: Row, b: Row) => number {
  const compare = inOrder(language);
  return (a, b) => compare(textIn(name(a), language), textIn(name(b), language));
}

/** Activities that a person appears in. */
export const activityCount = (index: Indexed, person: Uuid): number =>
  new Set(index.appearancesOf(person).map(({ activity }) => activity.id)).size;

export function peopleSpec(index: Indexed, language: PageLanguage): ListSpec<Person> {
  const byName = by<Person>(language, ({ name }) => name);
  const organisations = (person: Person) => person.affiliations.flatMap(({ organisation }) => index.organisation.get(organisation) ?? []);
  return {
    text: (person) =>
      everyText(person.name, ...organisations(person).map(({ name }) => name), ...person.affiliations.map(({ position }) => position)),
    sorts: {
      name: byName,
      activities: (a, b) => activityCount(index, b.id) - activityCount(index, a.id) || byName(a, b),
    },
    filters: {
      country: ({ country }) => (country ? [country] : []),
      role: ({ id }) => index.appearancesOf(id).map(({ role }) => role),
    },
    pageSize: PAGE_SIZE,
  };
}

export function organisationsSpec(index: Indexed, language: PageLanguage): ListSpec<Organisation> {
  const byName = by<Organisation>(language, ({ name }) => name);
  return {
    text: ({ name, about }) => everyText(name, about),
    sorts: {
      name: byName,
      activities: (a, b) => index.activitiesOf(b.id).length - index.activitiesOf(a.id).length || byName(a, b),
    },
    filters: {
      kind: ({ kind }) => [kind],
      role: ({ id }) => index.activitiesOf(id).map(({ role }) => role),
      country: ({ country }) => (country ? [country] : []),
    },
    pageSize: PAGE_SIZE,
  };
}

export function resultsSpec(index: Indexed, language: PageLanguage): ListSpec<Result> {
  const byName = by<Result>(language, ({ title }) => title);
  return {
    text: ({ title, abstract, owners, category }) =>
      everyText(title, abstract, category, ...owners.map((owner) => index.organisation.get(owner)?.name ?? index.person.get(owner)?.name)),
    sorts: {
      name: byName,
      stage: (a, b) => STAGES.indexOf(b.stage) - STAGES.indexOf(a.stage) || byName(a, b),
      readiness: (a, b) => (b.readiness ?? 0) - (a.readiness ?? 0) || byName(a, b),
    },
    filters: {
      category: ({ category }) => (category ? [textIn(category, language)] : []),
      stage: ({ stage }) => [stage],
      field: ({ field }) => (field ? [field] : []),
      hard: ({ hardTechnology }) => [hardTechnology ? 'yes' : 'no'],
    },
    pageSize: PAGE_SIZE,
  };
}

export function placesSpec(index: Indexed): ListSpec<Place> {
  return {
    text: (place) => everyText(...index.pathOf(place.id).flatMap(({ name, address }) => [name, address])),
    // The tree has one order; the list is only cut down.
    sorts: { tree: () => 0 },
    filters: {
      role: ({ id }) => [index.pathOf(id).some(({ role }) => role === 'sub-venue') ? 'sub-venue' : 'main'],
      country: ({ id }) => {
        const country = index.siteOf(id)?.country;
        return country ? [country] : [];
      },
      equipment: ({ equipment }) => equipment,
    },
    pageSize: 5000,
  };
}
