/** VTIMEZONE of a zone for the years that a calendar covers, from the zone's real changes of offset. */
import { formatter, offsetMinutes, withOffset } from '../time.ts';

const DAY = 86_400_000;

/** `from` and `to` are instants in milliseconds; the definition holds between them. */
export function vtimezone(zone: string, from: number, to: number): string[] {
  const start = from - DAY;
  const changes: { at: number; before: number; after: number }[] = [];
  for (let day = start; day < to + DAY; day += DAY) {
    const [before, after] = [offset(day, zone), offset(day + DAY, zone)];
    if (before !== after) changes.push({ at: firstMoment(day, day + DAY, zone, after), before, after });
  }
  const initial = offset(start, zone);
  const summer = Math.max(initial, ...changes.map(({ after }) => after));
  const changing = changes.length > 0;
  const part = (dtstart: string, before: number, after: number, at: number): string[] => {
    const name = changing && after === summer ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      `DTSTART:${dtstart}`,
      `TZOFFSETFROM:${told(before)}`,
      `TZOFFSETTO:${told(after)}`,
      `TZNAME:${abbreviation(at, zone)}`,
      `END:${name}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...part('19700101T000000', initial, initial, start),
    // The onset is told on the clock as it went before it.
    ...changes.flatMap(({ at, before, after }) =>
      part(new Date(at + before * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, ''), before, after, at),
    ),
    'END:VTIMEZONE',
  ];
}

const offset = (at: number, zone: string): number => offsetMinutes(new Date(at).toISOString(), zone);

function firstMoment(low: number, high: number, zone: string, after: number): number {
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offset(middle, zone) === after) high = middle;
    else low = middle;
  }
  return high;
}

const told = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
};

const abbreviation = (at: number, zone: string): string =>
  formatter('en-GB', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** `20221126T090000` on the wall of the zone. */
export const wallStamp = (instant: string, zone: string): string => withOffset(instant, zone).slice(0, 19).replace(/[-:]/g, '');
