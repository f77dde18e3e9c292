/** What a device needs to plan a day: every activity in a few words, and how long the ways between venues take. */
import { textIn, type PageLanguage } from '#registry/text.ts';
import { pathOfActivity } from '../addresses.ts';
import type { Board, Instant, Place } from '../content.ts';
import type { Published } from '../house.ts';
import { travelBetween } from './day-grid.ts';
import { timesOf } from './tile.ts';

export interface MyDayData {
  /** The zone of the edition's days. */
  zone: string;
  items: MyDayItem[];
  /** Minutes between venues by their position; `null` where unknown. Row by row, the lower half only: `ways[b][a]` for a < b. */
  ways: (number | null)[][];
}

export interface MyDayItem {
  number: number;
  title: string;
  path: string;
  board: Board;
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** `09:00–11:30` on the clock of its place. */
  times: string;
  /** That place's zone, where it is not the edition's. */
  zone?: string;
  room: string;
  /** Position of its venue in `ways`; -1 for none. */
  venue: number;
  off?: 'cancelled' | 'postponed';
  streamed?: true;
}

const kept = new WeakMap<Published, Map<PageLanguage, MyDayData>>();

export function myDayData(published: Published, language: PageLanguage): MyDayData {
  let byLanguage = kept.get(published);
  if (!byLanguage) kept.set(published, (byLanguage = new Map()));
  let data = byLanguage.get(language);
  if (!data) byLanguage.set(language, (data = make(published, language)));
  return data;
}

function make({ index }: Published, language: PageLanguage): MyDayData {
  const { edition, activities } = index.content;
  const venues: Place[] = [];
  const positions = new Map<string, number>();
  const venueAt = (room: string | null): number => {
    const venue = room ? index.venueOf(room) : undefined;
    if (!venue) return -1;
    let position = positions.get(venue.id);
    if (position === undefined) {
      positions.set(venue.id, (position = venues.length));
      venues.push(venue);
    }
    return position;
  };
  const comma = language === 'zh' ? '\uff0c' : ', ';
  const items = activities.map((activity): MyDayItem => {
    const zone = index.zoneOf(activity);
    const room = activity.room ? index.place.get(activity.room) : undefined;
    const venue = activity.room ? index.venueOf(activity.room) : undefined;
    return {
      number: activity.number,
      title: textIn(activity.title, language),
      path: `/${language}/${edition.slug}${pathOfActivity(activity)}`,
      board: activity.board,
      startsAt: activity.startsAt,
      endsAt: activity.endsAt,
      times: activity.startsAt && activity.endsAt ? timesOf(activity.startsAt, activity.endsAt, zone) : '',
      ...(zone !== edition.timeZone ? { zone } : {}),
      room: [room, venue === room ? undefined : venue].flatMap((place) => (place ? [textIn(place.name, language)] : [])).join(comma),
      venue: venueAt(activity.room),
      ...(activity.state === 'cancelled' || activity.state === 'postponed' ? { off: activity.state } : {}),
      ...(activity.streamed ? { streamed: true as const } : {}),
    };
  });
  const ways = venues.map((venue, position) => venues.slice(0, position).map((other) => travelBetween(index, venue, other)));
  return { zone: edition.timeZone, items, ways };
}
