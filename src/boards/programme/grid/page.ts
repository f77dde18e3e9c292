/** Everything a page of the programme says, for one selection; a pure function of publication, address and language. */
import { textIn, type PageLanguage } from '#registry/text.ts';
import type { PlainDate } from '../content.ts';
import type { Published } from '../house.ts';
import { momentTold, offsetTold, zoneTold } from '../pages/told.ts';
import { queryOf, VIEWS, type Selection, type View } from '../selection.ts';
import { dayGrid, startOfDay, type DayGrid } from './day-grid.ts';
import { choicesOf, dayTabs, keyName, type Choice, type DayTab } from './filters.ts';
import { hourList, type ListDay } from './hour-list.ts';
import { choosing, programmePath } from './paths.ts';
import { selected } from './facets.ts';
import type { TileContext } from './tile.ts';
import { programmeWords, viewName } from './words.ts';

export interface ProgrammePage {
  title: string;
  description: string;
  selection: Selection;
  /** `/en/2022`, or an earlier version's address. */
  base: string;
  /** Path of the page without its language. */
  path: string;
  version: { number: number; moment: string; changes: number; old: boolean };
  count: number;
  days: DayTab[];
  through: { count: number; href: string } | null;
  allDaysHref: string | null;
  boards: Choice[];
  menus: { view: View; choices: Choice[] }[];
  clearHref: string | null;
  clearAllHref: string;
  zoneNote: string;
  /** Of one day; `null` where several days are shown. */
  grid: DayGrid | null;
  list: ListDay[];
  /** The same selection as a calendar. */
  calendarHref: string;
}

export interface ProgrammeRequest {
  published: Published;
  selection: Selection;
  language: PageLanguage;
  /** An earlier version is read, and this is what can be read now. */
  current: Published | null;
}

const MENUS = ['focus', 'topic', 'host', 'language', 'venue', 'access'] as const;

export function programmePage({ published, selection, language, current }: ProgrammeRequest): ProgrammePage {
  const { index, publication } = published;
  const { edition } = index.content;
  const home = `/${language}/${edition.slug}`;
  const old = current !== null;
  const base = old ? `${home}/versions/${publication.number}` : home;
  const context: TileContext = { published, base: home, readable: old ? new Set(current.index.activityBySlug.keys()) : null };
  const activities = selected(index, selection);
  const asked = { index, selection, base, language };
  const { days, through } = dayTabs(asked);
  const day = selection.day ?? null;
  return {
    ...headings(published, selection, language),
    selection,
    base,
    path: programmePath(base, selection).slice(language.length + 1),
    version: {
      number: publication.number,
      moment: momentTold(language, publication.publishedAt, edition.timeZone),
      changes: publication.changes.length,
      old,
    },
    count: activities.length,
    days,
    through: through > 0 ? { count: through, href: `${base}/programme/day` } : null,
    allDaysHref:
      day && VIEWS.some((view) => view !== 'day' && selection[view]) ? programmePath(base, choosing(selection, 'day', null)) : null,
    boards: choicesOf(asked, 'board'),
    menus: MENUS.map((view) => ({ view, choices: choicesOf(asked, view) })).filter(
      ({ view, choices }) => choices.length > 1 || selection[view],
    ),
    clearHref: selection.board ? programmePath(base, choosing(selection, 'board', null)) : null,
    clearAllHref: day ? programmePath(base, { day }) : `${base}/programme`,
    zoneNote: zoneNote(language, edition.timeZone, day),
    grid: day && activities.length > 0 ? dayGrid(activities, day, context) : null,
    list: hourList(activities, context, day),
    calendarHref: `/${edition.slug}/schedule.ics${queryOf(selection)}`,
  };
}

function zoneNote(language: PageLanguage, zone: string, day: PlainDate | null): string {
  const at = new Date(day ? startOfDay(day, zone) : 0).toISOString();
  return programmeWords(language)('zone', { name: zoneTold(language, zone), offset: offsetTold(at, zone) });
}

function headings({ index }: Published, selection: Selection, language: PageLanguage) {
  const say = programmeWords(language);
  const chosen = VIEWS.flatMap((view) => (selection[view] ? [textIn(keyName(index, view, selection[view], language), language)] : []));
  const what = chosen.join(language === 'zh' ? '\u3001' : ', ');
  const title = what ? `${what} · ${say('programme')}` : say('programme');
  const name = textIn(index.content.edition.name, language);
  return {
    title,
    description: say('description', { name, what: what || say('activities', { count: index.content.activities.length }) }),
  };
}

/** The first day of the programme; `null` where nothing has a date. */
export function firstDay(published: Published): PlainDate | null {
  const { days } = dayTabs({ index: published.index, selection: {}, base: '', language: 'zh' });
  return days[0]?.date ?? null;
}

export interface ViewIndex {
  view: View;
  title: string;
  choices: Choice[];
}

/** The keys of one view with how much lies behind each. */
export function viewIndex(published: Published, view: View, language: PageLanguage, base: string): ViewIndex {
  const say = programmeWords(language);
  return {
    view,
    title: say('byView', { view: language === 'en' ? viewName('en')(view).toLowerCase() : viewName('zh')(view) }),
    choices: choicesOf({ index: published.index, selection: {}, base, language }, view),
  };
}
