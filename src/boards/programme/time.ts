/** Instants told in a zone. Formatters are costly to make and are kept. */
import type { Instant, PlainDate } from './content.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}

interface Wall {
  date: PlainDate;
  /** `HH:MM`, 00–23. */
  time: string;
  second: number;
}

const walls = new Map<string, Wall>();

/** Date and time on the wall of `zone` (IANA) at an instant. */
export function wallClock(instant: Instant, zone: string): Wall {
  const key = `${instant} ${zone}`;
  const known = walls.get(key);
  if (known) return known;
  const parts: Record<string, string> = {};
  const format = formatter('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  for (const part of format.formatToParts(new Date(instant))) parts[part.type] = part.value;
  const wall = {
    date: `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
    second: Number(parts['second']),
  };
  if (walls.size > 50_000) walls.clear();
  walls.set(key, wall);
  return wall;
}

export const localDate = (instant: Instant, zone: string): PlainDate => wallClock(instant, zone).date;
export const localTime = (instant: Instant, zone: string): string => wallClock(instant, zone).time;

/** Minutes that `zone` is ahead of UTC at an instant. */
export function offsetMinutes(instant: Instant, zone: string): number {
  const { date, time, second } = wallClock(instant, zone);
  const wall = Date.parse(`${date}T${time}:${String(second).padStart(2, '0')}Z`);
  return Math.round((wall - Math.floor(Date.parse(instant) / 1000) * 1000) / 60_000);
}

/** `2022-11-26T09:00:00+08:00` */
export function withOffset(instant: Instant, zone: string): string {
  const { date, time, second } = wallClock(instant, zone);
  const minutes = offsetMinutes(instant, zone);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${date}T${time}:${two(second)}${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** The one form instants are kept in: `2022-11-26T01:00:00Z`, with milliseconds only where there are any. */
export const instant = (value: Date | number | string): Instant => new Date(value).toISOString().replace('.000Z', 'Z');
