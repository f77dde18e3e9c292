import type { TimetableProblem } from './model.ts';
import { clockMinutes } from './parse.ts';

/** The time axis: the days' steps one after the other, and the local time of each. */
export interface Axis {
  ticks: number;
  step: number;
  day: Int32Array;
  dates: string[];
  /** First tick of each day, and one more for the end. */
  dayStart: Int32Array;
  /** Minutes after midnight at which each day begins. */
  opens: number[];
  /** Minutes from the first day's midnight to each tick. */
  begins: Float64Array;
}

export function axisOf(problem: TimetableProblem): Axis {
  const days = [...problem.days].sort((a, b) => (a.date < b.date ? -1 : 1));
  const lengths = days.map((d) => Math.floor((clockMinutes(d.to) - clockMinutes(d.from)) / problem.step));
  const dayStart = new Int32Array(days.length + 1);
  lengths.forEach((length, d) => (dayStart[d + 1] = dayStart[d]! + length));
  const begins = days.map((d) => daysBetween(days[0]!.date, d.date) * 1440 + clockMinutes(d.from));
  return {
    ticks: dayStart[days.length]!,
    step: problem.step,
    day: Int32Array.from(lengths.flatMap((length, d) => Array.from({ length }, () => d))),
    dates: days.map((d) => d.date),
    dayStart,
    opens: days.map((d) => clockMinutes(d.from)),
    begins: Float64Array.from(lengths.flatMap((length, d) => Array.from({ length }, (_, k) => begins[d]! + k * problem.step))),
  };
}

/** Day lengths are taken as 24 hours. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** Minutes from the axis's first midnight to a local time. */
function minutesTo(axis: Axis, time: string): number {
  return daysBetween(axis.dates[0]!, time.slice(0, 10)) * 1440 + clockMinutes(time.slice(11));
}

/** Marks the ticks of each span: all that it touches, or only those wholly within. */
export function spanTicks(axis: Axis, spans: readonly { from: string; to: string }[], how: 'touched' | 'within'): Uint8Array {
  const { ticks, begins, step } = axis;
  const marked = new Uint8Array(ticks);
  for (const span of spans) {
    const from = minutesTo(axis, span.from);
    const to = minutesTo(axis, span.to);
    const least = how === 'within' ? from : from - step + 1;
    const most = how === 'within' ? to - step : to - 1;
    for (let t = firstFrom(begins, least); t < ticks && begins[t]! <= most; t++) marked[t] = 1;
  }
  return marked;
}

/** The first place of rising numbers where one is at least `least`. */
function firstFrom(rising: Float64Array, least: number): number {
  let low = 0;
  for (let high = rising.length; low < high;) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tick that begins at a local time, or -1 where none does. */
export function tickAt(axis: Axis, time: string): number {
  const day = axis.dates.indexOf(time.slice(0, 10));
  if (day < 0) return -1;
  const offset = clockMinutes(time.slice(11)) - axis.opens[day]!;
  const tick = axis.dayStart[day]! + offset / axis.step;
  return offset >= 0 && Number.isInteger(tick) && tick < axis.dayStart[day + 1]! ? tick : -1;
}

/** Local time of the start of a tick, or of its end (`after` steps later on the same day). */
export function timeAt(axis: Axis, tick: number, after = 0): string {
  const day = axis.day[tick]!;
  const minutes = axis.opens[day]! + (tick - axis.dayStart[day]! + after) * axis.step;
  return `${axis.dates[day]!}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes after midnight, in another time zone, at each tick of the axis. */
export function foreignMinutes(axis: Axis, home: string, zone: string): Int32Array {
  const shifts = axis.dates.map((date) => offset(zone, date) - offset(home, date));
  return Int32Array.from({ length: axis.ticks }, (_, t) => {
    const day = axis.day[t]!;
    const minutes = axis.opens[day]! + (t - axis.dayStart[day]!) * axis.step + shifts[day]!;
    return ((minutes % 1440) + 1440) % 1440;
  });
}

/** Minutes that a zone is ahead of UTC at noon UTC of a date. */
function offset(zone: string, date: string): number {
  const noon = new Date(`${date}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(noon);
  const part = (type: string) => Number(parts.find((p) => p.type === type)!.value);
  return (Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - noon.getTime()) / 60_000;
}
