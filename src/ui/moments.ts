import { LOCALE } from '#platform/words.ts';
import type { PageLanguage } from '#registry/text.ts';

/** A moment as people at work are told it, in a zone (by default that of the forum): `26 Nov 2026, 09:05`, `2026年11月26日 09:05`. */
export const momentTold = (language: PageLanguage, at: string, timeZone = 'Asia/Shanghai'): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone,
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));

/** What a field for a day, or a day and an hour, holds, with the day of the week; `null` where it holds neither. Browsers show such fields in their own language. */
export function fieldTold(language: PageLanguage, value: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(value) ?? [];
  if (!day || Number.isNaN(Date.parse(day))) return null;
  return [dayTold(language, day, { weekday: true }), time].filter(Boolean).join(' ');
}

/** A day (`YYYY-MM-DD`) as people at work are told it: `14 May 2027`, `2027年5月14日`; with its day of the week where that is asked for. */
export const dayTold = (language: PageLanguage, day: string, { weekday = false } = {}): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(weekday ? { weekday: language === 'zh' ? 'long' : 'short' } : {}),
  }).format(new Date(`${day}T00:00:00Z`));
