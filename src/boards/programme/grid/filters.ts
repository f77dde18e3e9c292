/** The choices that a page of the programme offers: each is a link to the same page with one thing changed. */
import { onlyIn, type Localised, type PageLanguage } from '#registry/text.ts';
import { BOARDS, type PlainDate } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { accessName, boardName, languageName } from '../names.ts';
import { dayTold } from '../pages/told.ts';
import type { Selection, View } from '../selection.ts';
import { countsOf } from './facets.ts';
import { choosing, programmePath } from './paths.ts';

export interface Choice {
  key: string;
  name: Localised;
  count: number;
  href: string;
  chosen: boolean;
}

export interface DayTab {
  date: PlainDate;
  count: number;
  href: string;
  chosen: boolean;
}

interface Context {
  index: Indexed;
  selection: Selection;
  /** `/en/2022` or an earlier version's address. */
  base: string;
  language: PageLanguage;
}

/** The days of the edition itself; `through` holds those of events through the year, which have a page of their own. */
export function dayTabs({ index, selection, base }: Context): { days: DayTab[]; through: number } {
  const { startsOn, endsOn } = index.content.edition;
  const counts = countsOf(index, selection, 'day');
  const known = [...new Set([...countsOf(index, {}, 'day').keys()])].sort();
  const inside = known.filter((date) => (!startsOn || date >= startsOn) && (!endsOn || date <= endsOn));
  // A programme whose dates are not those announced shows every day it has.
  const shown = inside.length > 0 ? inside : known;
  const days = shown.map((date) => ({
    date,
    count: counts.get(date) ?? 0,
    href: programmePath(base, choosing(selection, 'day', date)),
    chosen: selection.day === date,
  }));
  return { days, through: known.length - shown.length };
}

/** The keys of a view with something behind them, in the order the edition names them; the chosen one also where it is empty. */
export function choicesOf({ index, selection, base, language }: Context, view: View): Choice[] {
  const counts = countsOf(index, selection, view);
  const chosen = selection[view];
  if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
  return order(index, view, [...counts.keys()], language).map((key) => ({
    key,
    name: keyName(index, view, key, language),
    count: counts.get(key) ?? 0,
    href: programmePath(base, choosing(selection, view, key === chosen ? null : key)),
    chosen: key === chosen,
  }));
}

function order(index: Indexed, view: View, keys: string[], language: PageLanguage): string[] {
  const { content } = index;
  const ranked: readonly string[] | null =
    view === 'board'
      ? BOARDS
      : view === 'focus'
        ? content.focuses.map(({ slug }) => slug)
        : view === 'topic'
          ? content.topics.map(({ slug }) => slug)
          : view === 'venue'
            ? content.places.filter(({ kind }) => kind === 'venue' || kind === 'site').map(({ slug }) => slug)
            : view === 'host'
              ? content.organisations.map(({ slug }) => slug)
              : null;
  if (ranked) {
    const wanted = new Set(keys);
    return ranked.filter((key) => wanted.has(key));
  }
  if (view === 'day') return keys.sort();
  return keys.sort((a, b) => text(keyName(index, view, a, language)).localeCompare(text(keyName(index, view, b, language)), language));
}

const text = (name: Localised): string => name.texts[name.source] ?? '';

/** What a key of a view is called; the key itself where nothing has that name. */
export function keyName(index: Indexed, view: View, key: string, language: PageLanguage): Localised {
  const plain = (name: string) => onlyIn(language, name);
  const named = (entries: readonly { slug: string; name: Localised }[]) => entries.find(({ slug }) => slug === key)?.name ?? plain(key);
  switch (view) {
    case 'day':
      return plain(dayTold(language, key, index.content.edition.year));
    case 'board':
      return plain(boardName(language)(key as (typeof BOARDS)[number]));
    case 'access':
      return plain(accessName(language)(key as 'open'));
    case 'language':
      return plain(languageName(language, key));
    case 'focus':
      return named(index.content.focuses);
    case 'topic':
      return named(index.content.topics);
    case 'venue':
      return named(index.content.places);
    case 'host':
      return named(index.content.organisations);
    case 'person':
      return named(index.content.people);
  }
}
