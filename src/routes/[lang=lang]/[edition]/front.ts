/** What the front page of an edition says; a pure function of the publication, the edition before it and the moment. */
import { factsOf, type Fact, type FactKey } from '#boards/facts/model.ts';
import { factName } from '#boards/facts/words.ts';
import { BOARDS, type Activity, type Board, type PlainDate, type StatedFigure } from '#boards/programme/content.ts';
import { startOfDay } from '#boards/programme/grid/day-grid.ts';
import { facetsOf } from '#boards/programme/grid/facets.ts';
import { tileOf, type Tile } from '#boards/programme/grid/tile.ts';
import type { Published } from '#boards/programme/house.ts';
import type { Indexed } from '#boards/programme/index-of.ts';
import { localDate } from '#boards/programme/time.ts';
import { takesPlace, waitsForDays } from '#registry/takes-place.ts';
import { textIn, type Localised, type PageLanguage } from '#registry/text.ts';
import { world, type World } from '#ui/world.ts';
import { figureText } from './figures.ts';
import { figureLabels, frontWords } from './words.ts';

export type State = 'coming' | 'running' | 'past';

export interface Front {
  state: State;
  figures: { key: string; value: string; label: string; href: string | null }[];
  /** The edition waits for its days: the figures are of what is planned. */
  planned: boolean;
  /** The day shown beside the boards: today while it runs, otherwise the first. */
  day: { date: PlainDate; href: string; count: number; tiles: Tile[] } | null;
  boards: { board: Board; title: Localised | string; note: string; href: string }[];
  map: { world: World; sites: { key: string; name: Localised; country: string; href: string; count: number }[]; countries: number } | null;
}

/** How far an edition is at a moment, and until when that holds. Editions without dates are past once closed. */
export function stateAt({ edition }: Published['index']['content'], now: Date): { state: State; today: PlainDate; until: Date | null } {
  const { startsOn, endsOn, timeZone } = edition;
  const today = localDate(now.toISOString(), timeZone);
  if (!startsOn) return { state: edition.status === 'closed' || edition.status === 'archived' ? 'past' : 'coming', today, until: null };
  if (today < startsOn) return { state: 'coming', today, until: new Date(startOfDay(startsOn, timeZone)) };
  if (today > (endsOn ?? startsOn)) return { state: 'past', today, until: null };
  // While it runs the page shows today, so it holds until midnight.
  const noonTomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { state: 'running', today, until: new Date(startOfDay(noonTomorrow, timeZone)) };
}

export function frontOf(published: Published, before: Published | null, language: PageLanguage, state: State, today: PlainDate): Front {
  const { index, publication } = published;
  const base = `/${language}/${index.content.edition.slug}`;
  const facts = factsOf(index.content, before?.index.content ?? null, publication.publishedAt);
  return {
    state,
    figures: figuresOf(index.content, facts, language, base),
    planned: waitsForDays(index.content.edition) && index.content.activities.length > 0,
    day: dayOf(published, base, state, today),
    boards: boardsOf(index, facts, language, base),
    map: mapOf(index, base),
  };
}

/** Counted figures lead to the rows they count; stated ones stand as the source put them. */
function figuresOf(content: Indexed['content'], counted: Fact[], language: PageLanguage, base: string): Front['figures'] {
  const stated = new Map(content.edition.figures.map((figure) => [figure.key, figure]));
  if (content.activities.length === 0) return [...stated.values()].map((figure) => statedFigure(figure, language, null));
  const shown: Front['figures'] = [];
  const fact = (key: FactKey) => {
    const found = counted.find((one) => one.key === key);
    if (found && found.value > 0) shown.push(countedFigure(found, counted, language, base));
  };
  fact('activities');
  fact('parallel-forums');
  fact('sub-venues');
  const exchange = stated.get('exchange-projects');
  if (exchange) shown.push(statedFigure(exchange, language, `${base}/programme/board/exchange`));
  fact('results');
  const contest = stated.get('contest-entrants');
  if (contest) shown.push(statedFigure(contest, language, `${base}/programme/board/contest`));
  if (shown.length < 6) fact('people');
  if (shown.length < 6) fact('countries');
  if (shown.length < 6) fact('sessions');
  return shown.slice(0, 6);
}

function countedFigure(fact: Fact, all: Fact[], language: PageLanguage, base: string): Front['figures'][number] {
  const say = frontWords(language);
  let label = fact.key in figureLabels.messages ? figureLabels(language)(fact.key as 'activities') : factName(language)(fact.key);
  if (fact.key === 'parallel-forums' && fact.before && fact.before.value > 0 && fact.value > fact.before.value)
    label = say('forumsTimes', { times: Math.round((fact.value / fact.before.value) * 10) / 10 });
  const countries = all.find(({ key }) => key === 'sub-venue-countries');
  if (fact.key === 'sub-venues' && countries) label = say('subVenuesIn', { countries: countries.value });
  return { key: fact.key, value: figureText(fact.value, 'exactly', language), label, href: `${base}/facts/${fact.key}` };
}

const statedFigure = (figure: StatedFigure, language: PageLanguage, href: string | null): Front['figures'][number] => ({
  key: figure.key,
  value: figureText(figure.value, figure.precision, language),
  label: textIn(figure.label, language),
  href,
});

function dayOf(published: Published, base: string, state: State, today: PlainDate): Front['day'] {
  const { index } = published;
  const facets = facetsOf(index);
  const { startsOn, endsOn, dateChanges } = index.content.edition;
  // Put off without new days: what takes place on others is no first day.
  if (!startsOn && dateChanges.length > 0 && state === 'coming') return null;
  const days = [...new Set([...facets.values()].flatMap(({ day }) => day))].sort();
  const inside = days.filter((date) => (!startsOn || date >= startsOn) && (!endsOn || date <= endsOn));
  const date = state === 'running' ? today : (inside[0] ?? days[0]);
  if (!date) return null;
  const activities = index.content.activities.filter((activity) => facets.get(activity.id)?.day.includes(date));
  return {
    date,
    href: `${base}/programme/day/${date}`,
    count: activities.length,
    tiles: activities
      .toSorted((a, b) => prominence(b) - prominence(a) || (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
      .slice(0, 7)
      .toSorted((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
      .map((activity) => tileOf(activity, { published, base, readable: null })),
  };
}

/** Ceremonies and plenary come first, then what has most seats. */
const prominence = (activity: Activity): number => (activity.board === 'main' ? 100_000 : 0) + (activity.capacity ?? 0);

/** What stands for a board: the largest show, the last round, otherwise what opens it. */
function headline(board: Board, activities: Activity[]): Activity | undefined {
  const main = activities.filter(({ kind }) => kind !== 'year-round');
  const byTime = (main.length > 0 ? main : activities).toSorted((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''));
  if (board === 'contest') return byTime.at(-1);
  return board === 'exhibition' ? byTime.toSorted((a, b) => (b.capacity ?? 0) - (a.capacity ?? 0))[0] : byTime[0];
}

function boardsOf(index: Indexed, facts: Fact[], language: PageLanguage, base: string): Front['boards'] {
  const say = frontWords(language);
  const value = (key: FactKey) => facts.find((fact) => fact.key === key)?.value ?? 0;
  return BOARDS.filter((board) => board !== 'main').flatMap((board): Front['boards'] => {
    const activities = index.content.activities.filter(
      (activity) => activity.board === board && takesPlace(index.content.edition, activity),
    );
    const first = headline(board, activities);
    if (!first) return [];
    const href = `${base}/programme/board/${board}`;
    if (board === 'forum') {
      const led = value('parallel-forums-led-by-central-bodies');
      const title =
        led > 0 ? say('forumsLed', { count: value('parallel-forums'), led }) : say('forumsCount', { count: value('parallel-forums') });
      const focuses = index.content.focuses.map(({ name }) => textIn(name, language));
      return [{ board, title, note: focuses.join(' · '), href }];
    }
    const others = activities.length - 1;
    const venue = first.room ? index.venueOf(first.room) : undefined;
    const note = [venue && textIn(venue.name, language), others > 0 && say('andMore', { count: others })].filter(Boolean).join(' · ');
    return [{ board, title: first.title, note, href }];
  });
}

function mapOf(index: Indexed, base: string): Front['map'] {
  const sites = index.content.places.filter((place) => place.kind === 'site');
  const home = sites.find((site) => site.role === 'main') ?? sites[0];
  const others = sites.filter((site) => site.role === 'sub-venue' && site.latitude !== null && site.longitude !== null);
  if (!home || home.latitude === null || home.longitude === null || others.length === 0) return null;
  return {
    world: world(
      { longitude: home.longitude, latitude: home.latitude },
      others.map((site) => ({ key: site.id, longitude: site.longitude ?? 0, latitude: site.latitude ?? 0 })),
    ),
    sites: others.map((site) => ({
      key: site.id,
      name: site.name,
      country: site.country ?? '',
      href: `${base}/places/${encodeURIComponent(site.slug)}`,
      count: index.activitiesIn(site.id).length,
    })),
    countries: new Set(others.map((site) => site.country)).size,
  };
}
