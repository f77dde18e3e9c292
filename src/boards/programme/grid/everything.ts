/** The whole programme with every agenda, as plain strings: a page of a thousand sessions is written in one go. */
import { show, textIn, type Localised, type PageLanguage } from '#registry/text.ts';
import { pathOfSession } from '../addresses.ts';
import type { Session } from '../content.ts';
import type { Published } from '../house.ts';
import { dayTold } from '../pages/told.ts';
import { localTime } from '../time.ts';
import { hourList } from './hour-list.ts';
import type { Tile } from './tile.ts';
import { programmeWords } from './words.ts';

/** A text, and its language where it is not the page's. */
export interface Plain {
  text: string;
  lang: string | null;
}

export interface EverythingDay {
  id: string;
  title: string;
  activities: EverythingActivity[];
}

export interface EverythingActivity {
  tile: Tile;
  title: Plain;
  times: string;
  place: string;
  host: string;
  agenda: AgendaLine[];
}

export interface AgendaLine {
  time: string;
  href: string | null;
  title: Plain;
  /** Those who speak, named. */
  people: string;
  off: boolean;
  pause: boolean;
}

export function everything(published: Published, language: PageLanguage): EverythingDay[] {
  const { index } = published;
  const { edition } = index.content;
  const base = `/${language}/${edition.slug}`;
  const context = { published, base, readable: null };
  const comma = language === 'zh' ? '\uff0c' : ', ';
  const list = language === 'zh' ? '\u3001' : ', ';
  const byNumber = new Map(index.content.activities.map((activity) => [activity.number, activity]));
  const sessionLine = (path: string, zone: string) => (session: Session) => ({
    time: localTime(session.startsAt, zone),
    href: session.kind === 'break' ? null : path + session.slug,
    title: plain(session.title, language),
    people: session.people
      .slice(0, 12)
      .flatMap(({ person }) => textIn(index.person.get(person)?.name, language) || [])
      .join(list),
    off: session.cancelled,
    pause: session.kind === 'break',
  });
  return hourList(index.content.activities, context).map((day) => ({
    id: day.date ?? 'later',
    title: day.date ? dayTold(language, day.date, edition.year) : programmeWords(language)('later'),
    activities: day.hours
      .flatMap(({ tiles }) => tiles)
      .flatMap((tile) => {
        const activity = byNumber.get(tile.number);
        if (!activity) return [];
        const zone = index.zoneOf(activity);
        const path = base + pathOfSession(activity, { slug: '' });
        return [
          {
            tile,
            title: plain(tile.title, language),
            times: tile.times,
            place: [tile.room, tile.venue].flatMap((name) => (name ? [textIn(name, language)] : [])).join(comma),
            host: textIn(tile.host, language),
            agenda: activity.sessions
              .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.number - b.number)
              .map(sessionLine(path, zone)),
          },
        ];
      }),
  }));
}

function plain(localised: Localised, language: PageLanguage): Plain {
  const shown = show(localised, language);
  return { text: shown.text, lang: shown.lang === language ? null : shown.lang };
}
