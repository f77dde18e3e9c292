/** Rooms and people that are asked for twice. The database refuses a room booked twice unless both were told; a file is believed, and it is said. */
import type { Activity, EditionContent, Uuid } from '../content.ts';
import { textIn } from '#registry/text.ts';
import type { Remark } from './imported.ts';

/** Why an imported activity shares its room; taken back by a later import where it no longer does. */
export const SHARED_BY_IMPORT = 'Overlaps in the imported schedule';

interface Booking {
  owner: Uuid;
  from: number;
  to: number;
  /** Of this edition, so that it can be told. */
  ours: boolean;
}

const off = (activity: Activity): boolean => activity.state === 'cancelled' || activity.state === 'postponed';

/** Marks activities whose bookings overlap with another's as sharing their room. */
export function acceptOverlaps(content: EditionContent, known: readonly EditionContent[], say: (remark: Remark) => void): EditionContent {
  const parallel = new Set(content.places.filter((place) => place.parallel).map(({ id }) => id));
  const rooms = new Map<Uuid, Booking[]>();
  const book = (activity: Activity, ours: boolean) => {
    if (off(activity)) return;
    const put = (room: Uuid | null, from: string | null, to: string | null) => {
      if (!room || !from || !to || parallel.has(room)) return;
      const list = rooms.get(room) ?? [];
      rooms.set(room, list);
      list.push({ owner: activity.id, from: Date.parse(from), to: Date.parse(to), ours });
    };
    put(activity.room, activity.startsAt, activity.endsAt);
    for (const session of activity.sessions)
      if (session.room && session.room !== activity.room && !session.cancelled) put(session.room, session.startsAt, session.endsAt);
  };
  for (const activity of content.activities) book(activity, true);
  for (const other of known) for (const activity of other.activities) if (activity.sharesRoom === null) book(activity, false);
  const sharing = new Set<Uuid>();
  const byId = new Map(content.activities.map((activity) => [activity.id, activity]));
  const title = (id: Uuid) =>
    textIn(byId.get(id)?.title, content.edition.languages[0] ?? 'en').slice(0, 80) || 'something of another edition';
  for (const bookings of rooms.values()) {
    bookings.sort((a, b) => a.from - b.from || a.to - b.to);
    for (const [at, one] of bookings.entries()) {
      for (let next = at + 1; next < bookings.length && bookings[next]!.from < one.to; next++) {
        const other = bookings[next]!;
        if (other.from >= other.to || one.from >= one.to || (!one.ours && !other.ours)) continue;
        const shares = (booking: Booking) => {
          const reason = byId.get(booking.owner)?.sharesRoom;
          return reason !== undefined && reason !== null && reason !== SHARED_BY_IMPORT;
        };
        // An activity's own sessions elsewhere may meet each other there; the database still counts them as two.
        if (shares(one) || shares(other)) continue;
        if (one.ours) sharing.add(one.owner);
        if (other.ours) sharing.add(other.owner);
        say({
          level: 'note',
          line: null,
          code: 'room-overlap',
          text: `“${title(one.owner)}” is in one room at the same time as “${title(other.owner)}”; both are kept there`,
        });
      }
    }
  }
  const activities = content.activities.map((activity) => {
    if (!sharing.has(activity.id)) return activity.sharesRoom === SHARED_BY_IMPORT ? { ...activity, sharesRoom: null } : activity;
    return activity.sharesRoom === SHARED_BY_IMPORT ? activity : { ...activity, sharesRoom: SHARED_BY_IMPORT };
  });
  return { ...content, activities };
}

/** Says who would have to be in two places at once. */
export function personClashes(content: EditionContent, say: (remark: Remark) => void): void {
  const parts = new Map<Uuid, { from: number; to: number; title: string }[]>();
  const language = content.edition.languages[0] ?? 'en';
  for (const activity of content.activities) {
    if (off(activity)) continue;
    const items = activity.sessions.length > 0 ? activity.sessions.filter(({ cancelled }) => !cancelled) : [activity];
    for (const item of items) {
      if (!item.startsAt || !item.endsAt) continue;
      for (const person of new Set(item.people.map((role) => role.person))) {
        const list = parts.get(person) ?? [];
        parts.set(person, list);
        list.push({ from: Date.parse(item.startsAt), to: Date.parse(item.endsAt), title: textIn(item.title, language).slice(0, 60) });
      }
    }
  }
  const names = new Map(content.people.map((person) => [person.id, textIn(person.name, language)]));
  for (const [person, list] of parts) {
    list.sort((a, b) => a.from - b.from);
    for (const [at, one] of list.entries()) {
      for (let next = at + 1; next < list.length && list[next]!.from < one.to; next++) {
        say({
          level: 'note',
          line: null,
          code: 'person-clash',
          text: `${names.get(person) ?? person} is in “${one.title}” and in “${list[next]!.title}” at the same time`,
        });
      }
    }
  }
}
