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
