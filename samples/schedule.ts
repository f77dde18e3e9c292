/** Days, hours and rooms for the plans: each wish is taken in its order, and the first room that is free and large enough is given. */
import { Temporal } from 'temporal-polyfill';
import type { Place } from '../src/boards/programme/content.ts';
import { chance } from './identity.ts';
import { type ActivityPlan, minutesOf, type Part } from './plan.ts';

export interface Slot {
  day: number;
  room: string;
  startsAt: number;
  endsAt: number;
}

export const FIRST_DAY = '2022-11-25';

/** How many activities begin on each day, the first being the evening of the opening. */
const DAYS = [3, 31, 28, 24, 22, 18];

const STARTS: Record<Part, string[]> = {
  morning: ['09:00', '08:30', '09:30', '09:00'],
  afternoon: ['14:00', '13:30', '14:30', '14:00'],
  evening: ['18:30', '19:00'],
  day: ['09:30', '09:00'],
};

/** The latest that something may end. */
const ENDS: Record<Part, string> = { morning: '12:45', afternoon: '18:00', evening: '21:30', day: '18:00' };

/** Minutes between two activities in one room. */
const CHANGEOVER = 30;

export interface RoomFacts {
  seats: number;
  zone: string;
  parallel: boolean;
}

export function roomFacts(places: readonly Place[], keyOf: (id: string) => string): Map<string, RoomFacts> {
  const byId = new Map(places.map((place) => [place.id, place]));
  const zoneOf = (place: Place): string => place.timeZone ?? zoneOf(byId.get(place.parent!)!);
  return new Map(
    places
      .filter((place) => place.capacity !== null)
      .map((place) => [keyOf(place.id), { seats: place.capacity!, zone: zoneOf(place), parallel: place.parallel }]),
  );
}

export const instantOf = (day: number, wall: string, zone: string): number =>
  Temporal.PlainDate.from(FIRST_DAY)
    .add({ days: day })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(wall) }).epochMilliseconds;

/** Places every plan; throws where there is no room left, which only a change of the plans can bring about. */
export function schedule(plans: readonly ActivityPlan[], rooms: ReadonlyMap<string, RoomFacts>): Map<ActivityPlan, Slot> {
  const placed = new Map<ActivityPlan, Slot>();
  const taken = new Map<string, { from: number; to: number }[]>();
  const left = [...DAYS];
  for (const plan of plans) if (plan.day !== undefined) left[plan.day]! -= 1;

  const slotIn = (plan: ActivityPlan, day: number, room: string): Slot | null => {
    const facts = rooms.get(room)!;
    if (facts.seats < plan.size) return null;
    const minutes = minutesOf(plan);
    const options = plan.start ? [plan.start] : rotated(STARTS[plan.part], chance(`start ${plan.slug}`).below(4));
    for (const wall of options) {
      const from = instantOf(day, wall, facts.zone);
      const to = from + minutes * 60_000;
      if (to > instantOf(day, ENDS[plan.part], facts.zone)) continue;
      const free = (taken.get(room) ?? []).every(
        (other) => to + CHANGEOVER * 60_000 <= other.from || other.to + CHANGEOVER * 60_000 <= from,
      );
      if (free || facts.parallel) return { day, room, startsAt: from, endsAt: to };
    }
    return null;
  };

  const place = (plan: ActivityPlan, days: number[]): void => {
    for (const day of days) {
      for (const room of plan.rooms) {
        const slot = slotIn(plan, day, room);
        if (!slot) continue;
        placed.set(plan, slot);
        taken.set(room, [...(taken.get(room) ?? []), { from: slot.startsAt, to: slot.endsAt }]);
        if (plan.day === undefined) left[day]! -= 1;
        return;
      }
    }
    throw new Error(`no room for ${plan.slug}`);
  };

  for (const plan of plans) if (plan.day !== undefined) place(plan, [plan.day]);
  for (const plan of plans) {
    if (plan.day !== undefined) continue;
    const days = [1, 2, 3, 4, 5].sort((a, b) => left[b]! - left[a]! || a - b);
    place(plan, days);
  }
  return placed;
}

const rotated = <Value>(values: readonly Value[], by: number): Value[] => {
  const at = by % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
};
