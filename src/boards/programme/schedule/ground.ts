/** The places of an edition as rules ask for them: what lies in what, which zone, how far, what belongs where. */
import type { Uuid } from '../content.ts';
import type { DeskPlace, DeskSchedule, Hours } from './desk-schedule.ts';

export interface Ground {
  place(id: Uuid): DeskPlace | undefined;
  /** Nearest first, itself included. */
  path(id: Uuid): readonly DeskPlace[];
  zone(id: Uuid | null): string;
  site(id: Uuid): Uuid | null;
  /** Minutes from door to door. */
  minutes(a: Uuid, b: Uuid): number;
  /** The longest way there is. */
  farthest: number;
  /** The hours that count for a place; `null` where nobody has said any. */
  hours(id: Uuid): readonly Hours[] | null;
  /** Where a room has a kind of equipment from: its own, a stock with a count, or nowhere. */
  source(room: Uuid, equipment: string): { is: 'own' } | { is: 'stock'; place: Uuid; count: number } | { is: 'none' };
}

export function groundOf(desk: Pick<DeskSchedule, 'edition' | 'places' | 'travel' | 'walking' | 'hours' | 'stock'>): Ground {
  const places = new Map(desk.places.map((place) => [place.id, place]));
  const paths = new Map<Uuid, DeskPlace[]>();
  const path = (id: Uuid): DeskPlace[] => {
    let found = paths.get(id);
    if (!found) {
      found = [];
      for (let at = places.get(id); at && !found.includes(at); at = at.parent ? places.get(at.parent) : undefined) found.push(at);
      paths.set(id, found);
    }
    return found;
  };
  const ways = new Map<string, number>();
  for (const { from, to, minutes } of desk.travel) {
    ways.set(`${from} ${to}`, minutes);
    ways.set(`${to} ${from}`, minutes);
  }
  const hoursOf = new Map<Uuid | null, Hours[]>();
  for (const hours of desk.hours) hoursOf.set(hours.place, [...(hoursOf.get(hours.place) ?? []), hours]);
  const stock = new Map(desk.stock.map(({ place, equipment, count }) => [`${place} ${equipment}`, count]));
  const known = new Map<string, number>();

  const measure = (a: Uuid, b: Uuid): number => {
    if (a === b) return 0;
    const [from, to] = [path(a), path(b)];
    // The nearest places that the ways are told between, below what both lie in.
    for (const one of from) {
      if (to.includes(one)) break;
      for (const other of to) {
        if (from.includes(other)) break;
        const way = ways.get(`${one.id} ${other.id}`);
        if (way !== undefined) return way;
      }
    }
    const shares = (kind: DeskPlace['kind']) => from.some((place) => place.kind === kind && to.includes(place));
    if (shares('venue')) return desk.walking.sameVenue;
    return shares('site') ? desk.walking.sameSite : desk.walking.otherSite;
  };

  return {
    place: (id) => places.get(id),
    path,
    zone: (id) => (id && path(id).find(({ timeZone }) => timeZone)?.timeZone) || desk.edition.timeZone,
    site: (id) => path(id).find(({ kind }) => kind === 'site')?.id ?? null,
    minutes(a, b) {
      const key = `${a} ${b}`;
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = measure(a, b)));
      return found;
    },
    farthest: Math.max(...Object.values(desk.walking), ...desk.travel.map(({ minutes }) => minutes)),
    hours(id) {
      for (const place of path(id)) {
        const found = hoursOf.get(place.id);
        if (found) return found;
      }
      return hoursOf.get(null) ?? null;
    },
    source(room, equipment) {
      const own = stock.get(`${room} ${equipment}`);
      if (own !== undefined) return { is: 'stock', place: room, count: own };
      if (places.get(room)?.equipment.includes(equipment)) return { is: 'own' };
      for (const place of path(room)) {
        const count = stock.get(`${place.id} ${equipment}`);
        if (count !== undefined) return { is: 'stock', place: place.id, count };
      }
      return { is: 'none' };
    },
  };
}
