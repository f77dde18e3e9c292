/**
 * What an activity's host wishes of its place and hour. Wishes are asked for in a proposal, kept beside the activity once it is accepted, and
 * read by whoever makes the schedule, by hand or by search. None of them binds: what binds (room, people, capacity) is the programme's own.
 */
import type { Language, Localised } from '#registry/text.ts';
import type { PlainDate, Uuid } from '../content.ts';

export const PARTS = ['morning', 'afternoon', 'evening'] as const;
/** A part of the day, on the wall of the edition: before 12:00, until 18:00, after. */
export type Part = (typeof PARTS)[number];

/** Hours of each part, `HH:MM` to `HH:MM`. */
export const PART_HOURS: Record<Part, { from: string; to: string }> = {
  morning: { from: '08:00', to: '12:30' },
  afternoon: { from: '12:30', to: '18:30' },
  evening: { from: '18:00', to: '22:00' },
};

/** Empty lists and `null` mean that anything will do. */
export interface Wishes {
  /** Minutes that its agenda takes. */
  minutes: number | null;
  days: PlainDate[];
  avoidedDays: PlainDate[];
  parts: Part[];
  /** Venues and rooms, the most wished first. */
  places: Uuid[];
  /** People expected in the room. */
  expected: number | null;
  /** A layout of seats as rooms name theirs: `theatre`, `classroom`, `round-table` … */
  layout: string | null;
  /** As rooms name theirs: `led-wall`, `recording`, `voting` … */
  equipment: string[];
  /** Languages to interpret into. */
  interpretation: Language[];
  streamed: boolean;
  note: Localised | null;
}

export interface ActivityWishes extends Wishes {
  activity: Uuid;
}

export const noWishes = (): Wishes => ({
  minutes: null,
  days: [],
  avoidedDays: [],
  parts: [],
  places: [],
  expected: null,
  layout: null,
  equipment: [],
  interpretation: [],
  streamed: false,
  note: null,
});
