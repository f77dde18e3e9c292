/** Reads a publication into the printed programme. */
import { LOCALE } from '#platform/words.ts';
import { textIn, type Localised, type PageLanguage } from '#registry/text.ts';
import { ACCESS, BOARDS, type Activity, type StatedFigure } from '../content.ts';
import type { Published } from '../house.ts';
import type { Indexed } from '../index-of.ts';
import { accessName, boardName } from '../names.ts';
import { daysOf } from '../selection.ts';
import { formatter } from '../time.ts';
import { activityOf } from './activity-of.ts';
import { indexesOf } from './indexes-of.ts';
import type { Book, Chapter } from './model.ts';
import { overviewOf } from './overview-of.ts';
import { byRole, dayText, instantText, listed, noon, paragraphs, range, shown, zoneName } from './telling.ts';
import { bookWords } from './words.ts';

export function bookOf({ publication, index }: Published, language: PageLanguage): Book {
  const say = bookWords(language);
  const { series, edition, activities } = index.content;
  const at = new Date(publication.publishedAt);
  const publishedAt = instantText(publication.publishedAt, edition.timeZone, language);
  const texts = (localised: Localised | null) => (localised ? paragraphs(localised, language) : []);
  return {
    lang: language,
    region: language === 'zh' ? 'cn' : 'gb',
    title: `${textIn(edition.name, language)}${language === 'zh' ? '' : ' — '}${say('book')}`,
    version: say('version', { number: publication.number, at: publishedAt }),
    publishedAt: Math.floor(at.getTime() / 1000),
    published: {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    },
    series: shown(series.name, language),
    edition: shown(edition.name, language),
    year: String(edition.year),
    theme: edition.theme && shown(edition.theme, language),
    dates: range(edition.startsOn, edition.endsOn, language),
    sites: sitesOf(index, language),
    sampleNote: edition.sample || activities.some((activity) => activity.sample) ? say('sampleBook') : null,
    about: texts(edition.about ?? series.about),
    figures: edition.figures.map((figure) => ({ value: figureText(figure, language), label: shown(figure.label, language) })),
    hosts: byRole(edition.hosts, index, language),
    dateChanges: edition.dateChanges.map((change) => ({ on: dayText(change.announcedOn, language), text: shown(change.reason, language) })),
    milestones: edition.milestones.map((milestone) => ({ on: dayText(milestone.date, language), text: shown(milestone.what, language) })),
    howTo: [
      say('howOrder'),
      say('howTimes', { zone: zoneName(edition.timeZone, language, publication.publishedAt) }),
      say('howNumbers'),
      say('howVersion', { number: publication.number, at: publishedAt }),
    ],
    boards: BOARDS.filter((board) => activities.some((activity) => activity.board === board)).map((board) => ({
      board,
      name: boardName(language)(board),
    })),
    access: ACCESS.filter((access) => activities.some((activity) => activity.access === access)).map((access) =>
      accessName(language)(access),
    ),
    chapters: chaptersOf(index, language),
    results: index.content.results.map((result) => ({
      title: shown(result.title, language),
      owners: listed(
        result.owners.map((owner) => textIn(index.organisation.get(owner)?.name ?? index.person.get(owner)?.name, language)),
        language,
      ),
      about: textIn(result.category, language),
      activities: activities
        .filter(
          (activity) =>
            activity.sessions.some((session) => session.results.includes(result.id)) ||
            result.steps.some((step) => step.activity === activity.id),
        )
        .map((activity) => activity.number),
    })),
    indexes: indexesOf(index, language),
    say: Object.fromEntries(
      (
        [
          'book',
          'contents',
          'about',
          'figures',
          'hosts',
          'datesChanged',
          'milestones',
          'howToRead',
          'howBoards',
          'howAccess',
          'overview',
          'agenda',
          'sample',
          'results',
        ] as const
      ).map((key) => [key, say(key)]),
    ) as Book['say'],
  };
}

function figureText({ value, precision }: StatedFigure, language: PageLanguage): string {
  const text = new Intl.NumberFormat(LOCALE[language], { useGrouping: language !== 'zh' }).format(value);
  return precision === 'exactly' ? text : bookWords(language)(precision, { value: text });
}

const partOfDate = (date: Date, part: 'month' | 'weekday', language: PageLanguage): string =>
  language === 'zh' && part === 'month'
    ? `${date.getUTCMonth() + 1}月`
    : formatter(LOCALE[language], { timeZone: 'UTC', [part]: 'long' }).format(date);

function sitesOf(index: Indexed, language: PageLanguage): string | null {
  const main = index.content.places.filter((place) => place.kind === 'site' && place.role === 'main');
  return main.length > 0
    ? listed(
        main.map((place) => textIn(place.name, language)),
        language,
      )
    : null;
}

/** The edition's days one by one, then everything that lies on other days or has no time yet. */
function chaptersOf(index: Indexed, language: PageLanguage): Chapter[] {
  const say = bookWords(language);
  const { edition, activities } = index.content;
  const inside = (day: string | undefined): boolean =>
    day !== undefined && (edition.startsOn === null || day >= edition.startsOn) && (edition.endsOn === null || day <= edition.endsOn);
  const days = new Map<string, Activity[]>();
  const others: Activity[] = [];
  for (const activity of inOrder(activities)) {
    const on = daysOf(index, activity);
    if (!inside(on[0])) others.push(activity);
    for (const day of on.filter(inside)) days.set(day, [...(days.get(day) ?? []), activity]);
  }
  const chapters = [...days.keys()].toSorted().map((day): Chapter => {
    const held = days.get(day)!;
    const described = held.filter((activity) => daysOf(index, activity)[0] === day);
    const date = noon(day);
    return {
      title: formatter(LOCALE[language], { timeZone: 'UTC', month: 'long', day: 'numeric', weekday: 'long' }).format(date),
      day: String(date.getUTCDate()),
      line: (['month', 'weekday'] as const).map((part) => partOfDate(date, part, language)).join(' · '),
      count: say('activities', { count: held.length }),
      overview: overviewOf(index, held, day, language),
      activities: described.map((activity) => activityOf(index, activity, language)),
    };
  });
  if (others.length > 0) {
    chapters.push({
      title: say('otherDays'),
      day: null,
      line: '',
      count: say('activities', { count: others.length }),
      overview: [],
      activities: others.map((activity) => activityOf(index, activity, language)),
    });
  }
  return chapters;
}

/** By start, then as the edition has them; without a time last. */
const inOrder = (activities: readonly Activity[]): Activity[] =>
  activities.toSorted((a, b) => (a.startsAt === b.startsAt ? a.number - b.number : (a.startsAt ?? '~') < (b.startsAt ?? '~') ? -1 : 1));
