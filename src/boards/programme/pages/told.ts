/** Days and times as pages tell them, in the reader's language and the place's zone. */
import { LOCALE } from '#platform/words.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Instant, PlainDate } from '../content.ts';
import { formatter, localDate, localTime, offsetMinutes } from '../time.ts';

const noon = (date: PlainDate): Date => new Date(`${date}T12:00:00Z`);

/** `Sat 26 November` or 11月26日（周六）; with the year where `year` is not the date's own. */
export function dayTold(language: PageLanguage, date: PlainDate, year?: number): string {
  const withYear = year !== undefined && Number(date.slice(0, 4)) !== year;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' } : {}) };
  const day = formatter(LOCALE[language], options).format(noon(date));
  const weekday = formatter(LOCALE[language], { timeZone: 'UTC', weekday: 'short' }).format(noon(date));
  return language === 'zh' ? `${day}\uff08${weekday}\uff09` : `${weekday} ${day}`;
}

/** `26 November 2022` or 2022年11月26日. */
export const dateTold = (language: PageLanguage, date: PlainDate): string =>
  formatter(LOCALE[language], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(noon(date));

/** `25–30 November 2022` or 2022年11月25日至30日. */
export function rangeTold(language: PageLanguage, from: PlainDate, to: PlainDate | null): string {
  if (!to || to === from) return dateTold(language, from);
  if (language === 'zh') {
    const end = dateTold('zh', to);
    const shared = to.slice(0, 7) === from.slice(0, 7) ? /^.*\u6708/ : to.slice(0, 4) === from.slice(0, 4) ? /^.*\u5e74/ : /^$/;
    return `${dateTold('zh', from)}\u81f3${end.replace(shared, '')}`;
  }
  return formatter(LOCALE[language], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
    .formatRange(noon(from), noon(to))
    .replace(/\s*–\s*/, (dash) => (from.slice(0, 7) === to.slice(0, 7) ? '–' : dash));
}

/** `24 November 2022, 18:00` in a zone. */
export function momentTold(language: PageLanguage, instant: Instant, zone: string): string {
  const day = dateTold(language, localDate(instant, zone));
  return language === 'zh' ? `${day} ${localTime(instant, zone)}` : `${day}, ${localTime(instant, zone)}`;
}

export interface ToldSlot {
  /** The day, or where it lasts several the first day with its time. */
  day: string;
  /** `08:30–11:30`, or where it lasts several days the last day with its time. */
  times: string;
  severalDays: boolean;
}

export function slotTold(language: PageLanguage, startsAt: Instant, endsAt: Instant, zone: string, year?: number): ToldSlot {
  const first = localDate(startsAt, zone);
  const last = localDate(endsAt, zone);
  const from = localTime(startsAt, zone);
  const to = localTime(endsAt, zone);
  // An end at midnight belongs to the day that ends.
  if (first === last || (to === '00:00' && Date.parse(endsAt) - Date.parse(startsAt) <= 86_400_000))
    return { day: dayTold(language, first, year), times: `${from}–${to === '00:00' ? '24:00' : to}`, severalDays: false };
  const gap = language === 'zh' ? '' : ', ';
  return { day: `${dayTold(language, first, year)}${gap}${from}`, times: `${dayTold(language, last, year)}${gap}${to}`, severalDays: true };
}

/** One line: `Sat 26 November, 08:30–11:30`. */
export function slotLine(language: PageLanguage, startsAt: Instant, endsAt: Instant, zone: string, year?: number): string {
  const { day, times, severalDays } = slotTold(language, startsAt, endsAt, zone, year);
  if (severalDays) return `${day} – ${times}`;
  return language === 'zh' ? `${day}${times}` : `${day}, ${times}`;
}

/** What a zone is called: `Beijing time`, `Central European Time`. */
export function zoneTold(language: PageLanguage, zone: string): string {
  // The reader of a Chinese programme looks for this name; the standard library says China Standard Time.
  if (zone === 'Asia/Shanghai') return language === 'zh' ? '\u5317\u4eac\u65f6\u95f4' : 'Beijing time';
  const part = formatter(LOCALE[language], { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName');
  return part?.value ?? zone;
}

/** `UTC+8`, `UTC−3:30`. */
export function offsetTold(instant: Instant, zone: string): string {
  const minutes = offsetMinutes(instant, zone);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '\u2212' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
