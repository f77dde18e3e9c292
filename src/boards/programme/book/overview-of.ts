/** A day at a glance: a table for each venue, rooms by parts of the day. */
import { countryName } from '../names.ts';
import type { Activity, Place } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { daysOf } from '../selection.ts';
import { localTime } from '../time.ts';
import { textIn, type PageLanguage } from '#registry/text.ts';
import { shown } from './telling.ts';
import type { Overview } from './model.ts';
import { bookWords } from './words.ts';

type Part = 'morning' | 'afternoon' | 'evening';
const PARTS: Part[] = ['morning', 'afternoon', 'evening'];
const SUB_VENUES = 'sub-venues';

export function overviewOf(index: Indexed, activities: readonly Activity[], day: string, language: PageLanguage): Overview[] {
  const say = bookWords(language);
  const groups = new Map<string, Activity[]>();
  for (const activity of activities) {
    const key = groupOf(index, activity);
    groups.set(key, [...(groups.get(key) ?? []), activity]);
  }
  const order = [...index.content.places.map((place) => place.id), SUB_VENUES, ''];
  return [...groups.keys()]
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((key): Overview => {
      const held = groups.get(key)!;
      const parts = PARTS.filter((part) => held.some((activity) => partOf(index, activity, day) === part));
      const venue = index.place.get(key);
      return {
        venue: venue ? shown(venue.name, language) : say(key === SUB_VENUES ? 'subVenues' : 'elsewhere'),
        note: venue ? textIn(index.siteOf(venue.id)?.name, language) : null,
        parts: parts.map((part) => say(part)),
        rooms: roomsOf(index, held).map(({ room, own }) => ({
          ...labelOf(index, room, key === SUB_VENUES, language),
          cells: parts.map((part) =>
            own
              .filter((activity) => partOf(index, activity, day) === part)
              .map((activity) => ({
                time: timesOn(index, activity, day),
                title: shown(activity.title, language),
                activity: activity.number,
                board: activity.board,
                cancelled: activity.state === 'cancelled' || activity.state === 'postponed',
              })),
          ),
        })),
      };
    });
}

/** Sub-venues have few activities each and share a table. */
function groupOf(index: Indexed, { room }: Activity): string {
  if (!room) return '';
  if (index.siteOf(room)?.role === 'sub-venue') return SUB_VENUES;
  return index.venueOf(room)?.id ?? '';
}

function partOf(index: Indexed, activity: Activity, day: string): Part {
  if (daysOf(index, activity)[0] !== day) return 'morning';
  const time = localTime(activity.startsAt!, index.zoneOf(activity));
  return time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening';
}

function timesOn(index: Indexed, activity: Activity, day: string): string {
  const zone = index.zoneOf(activity);
  const days = daysOf(index, activity);
  const from = days[0] === day ? localTime(activity.startsAt!, zone) : '';
  const to = days.at(-1) === day ? localTime(activity.endsAt!, zone) : '';
  return `${from}–${to}`;
}

/** In the order of the edition's places. */
function roomsOf(index: Indexed, activities: readonly Activity[]): { room: Place | undefined; own: Activity[] }[] {
  const order = new Map(index.content.places.map((place, at) => [place.id, at]));
  const rooms = [...new Set(activities.map((activity) => activity.room))].toSorted(
    (a, b) => (order.get(a ?? '') ?? 1e9) - (order.get(b ?? '') ?? 1e9),
  );
  return rooms.map((room) => ({ room: index.place.get(room ?? ''), own: activities.filter((activity) => activity.room === room) }));
}

function labelOf(
  index: Indexed,
  room: Place | undefined,
  abroad: boolean,
  language: PageLanguage,
): Pick<Overview['rooms'][number], 'name' | 'note'> {
  if (!room) return { name: '', note: null };
  if (!abroad)
    return { name: shown(room.name, language), note: room.capacity ? bookWords(language)('seats', { count: room.capacity }) : null };
  const site = index.siteOf(room.id) ?? room;
  return { name: shown(site.name, language), note: site.country ? countryName(language, site.country) : null };
}
