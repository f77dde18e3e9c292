/** Days of the calendar, `YYYY-MM-DD`, on the wall of a zone (IANA) or on none. */
import { LOCALE } from '#platform/words.ts';
import type { PageLanguage } from './text.ts';

/** The day that it is in a zone at an instant (ISO 8601). */
export const dayAt = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));

export const daysLater = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export const dayInWords = (language: PageLanguage, day: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
