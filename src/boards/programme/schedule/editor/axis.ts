/** Local hours and instants: every row of the desk has the clock of its own place. Minutes count from the local midnight of a day. */
import type { Instant, PlainDate } from '../../content.ts';
import { instant, offsetMinutes, wallClock } from '../../time.ts';
import type { Hours } from '../placing/model.ts';

const MINUTE = 60_000;
export const DAY_MINUTES = 1440;
/** What everything is put down to. */
export const STEP = 5;

export const snapped = (minutes: number): number => Math.round(minutes / STEP) * STEP;

/** Minutes from the midnight that begins `date` to an instant, as the clock on the wall of `zone` counts them. */
export function minutesInto(date: PlainDate, at: Instant, zone: string): number {
  const wall = wallClock(at, zone);
  return Math.round((Date.parse(`${wall.date}T${wall.time}Z`) - Date.parse(date)) / MINUTE);
}

/** The instant at which the clock shows that many minutes after the midnight of `date`; in an hour that is left out, the one after it. */
export function instantAt(date: PlainDate, minutes: number, zone: string): Instant {
  const wall = Date.parse(date) + minutes * MINUTE;
  const guess = wall - offsetMinutes(instant(wall), zone) * MINUTE;
  return instant(wall - offsetMinutes(instant(guess), zone) * MINUTE);
}

/** So long from that minute of the day on. */
export function hoursAt(date: PlainDate, minutes: number, length: number, zone: string): Hours {
  const startsAt = instantAt(date, minutes, zone);
  return { startsAt, endsAt: instant(Date.parse(startsAt) + length) };
}

export const nextDate = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(date) + days * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);

/** Every day from the first to the last. */
export function datesFrom(first: PlainDate, last: PlainDate): PlainDate[] {
  const all: PlainDate[] = [];
  for (let date = first; date <= last && all.length < 62; date = nextDate(date, 1)) all.push(date);
  return all;
}

/** `09:05`; after midnight the hours go on from 00:00. */
export function clockTold(minutes: number): string {
  const of = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
}

export interface Axis {
  /** Whole hours of the day; `to` may lie in the next. */
  from: number;
  to: number;
}

const USUAL: Axis = { from: 8, to: 19 };

/** Long enough for all of the spans (in minutes), and never shorter than a working day. */
export function axisFor(spans: readonly { start: number; end: number }[]): Axis {
  return {
    from: Math.max(0, Math.min(USUAL.from, ...spans.map(({ start }) => Math.floor(start / 60)))),
    to: Math.min(30, Math.max(USUAL.to, ...spans.map(({ end }) => Math.ceil(end / 60)))),
  };
}

/** Where a minute lies on the axis, in percent. */
export const percent = ({ from, to }: Axis, minutes: number): number =>
  Math.round(((minutes / 60 - from) / (to - from)) * 1_000_000) / 10_000;
/** The minute at a part (0 to 1) of the axis. */
export const minuteAt = ({ from, to }: Axis, part: number): number => (from + part * (to - from)) * 60;
