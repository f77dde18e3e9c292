/** Dates, times and durations as files write them. */
import type { Instant } from '../content.ts';
import { instant, offsetMinutes, wallClock } from '../time.ts';

export interface Moment {
  at: Instant;
  /** Minutes ahead of UTC that the file said, where it did. */
  offset: number | null;
  /** What was read into it. */
  guess: string | null;
}

const FORMS = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?\s*(Z|[+-]\d{1,2}:?\d{2})?$/i;

/** `2022-11-26T09:00:00+08:00`, or on the wall of `zone` where it names no offset. The text says why it is none where it is none. */
export function readMoment(text: string, zone: string): Moment | string {
  const match = FORMS.exec(text.trim());
  if (!match) return `“${text.trim().slice(0, 40)}” is no date and time`;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isDate(year, month, day)) return `${match[1]}-${match[2]}-${match[3]} does not exist`;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return `${match[4]}:${match[5]} is no time of day`;
  const wall = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const told = match[7];
  if (told) {
    const offset = offsetOf(told);
    return { at: instant(wall - offset * 60_000), offset: /^z$/i.test(told) ? null : offset, guess: null };
  }
  return onWall(wall, zone);
}

/** The instant at which the wall of `zone` shows `wall` (milliseconds as if it were UTC). */
export function onWall(wall: number, zone: string): Moment {
  const offsetAt = (at: number) => offsetMinutes(new Date(at).toISOString(), zone) * 60_000;
  let at = wall - offsetAt(wall);
  at = wall - offsetAt(at);
  const exists = at + offsetAt(at) === wall;
  // An hour that was skipped is the one after it, as clocks were put forward.
  if (!exists) at = wall - offsetAt(wall - 86_400_000);
  return {
    at: instant(at),
    offset: null,
    guess: exists ? null : `${new Date(wall).toISOString().slice(0, 16).replace('T', ' ')} was skipped by the clocks of ${zone}`,
  };
}

const offsetOf = (text: string): number => {
  if (/^z$/i.test(text)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}?):?(\d{2})$/.exec(text)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A day, `2022-11-26`, or `null`. */
export function readDay(text: string | null | undefined): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text?.trim() ?? '');
  return match && isDate(Number(match[1]), Number(match[2]), Number(match[3])) ? match[0] : null;
}

/** Milliseconds of `01:30`, `1:30:00`, `1:02:30:00` (days first) or `PT1H30M`; `null` for what is none. */
export function readDuration(text: string): number | null {
  const clock = /^(?:(\d{1,3}):)?(\d{1,5}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (clock) {
    const [days, hours, minutes, seconds] = [clock[1], clock[2], clock[3], clock[4]];
    // Three parts are hours, minutes and seconds; only a fourth makes days of the first.
    if (days !== undefined && seconds === undefined) return ((Number(days) * 60 + Number(hours)) * 60 + Number(minutes)) * 1000;
    return (((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
  }
  const iso = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?$/i.exec(text.trim());
  if (iso && iso[0].length > 2) {
    const [weeks, days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
  return null;
}

export function isZone(zone: string | null | undefined): boolean {
  if (!zone || !/^[A-Za-z0-9_+/-]{1,64}$/.test(zone) || /^[+-]/.test(zone)) return false;
  try {
    wallClock('2020-01-01T00:00:00Z', zone);
    return true;
  } catch {
    return false;
  }
}
