/** A notice's hours and roads in words. */
import { LOCALE } from '#platform/words.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { NoticeText } from './model.ts';
import type { Road } from './roads.ts';
import { noticeWords } from './words.ts';

/** `25 November 2022, 06:00` on the edition's wall. */
export function momentTold(language: PageLanguage, instant: string, zone: string): string {
  const at = new Date(instant);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone: zone, ...options }).format(at);
  const day = part({ year: 'numeric', month: 'long', day: 'numeric' });
  return `${day}${language === 'zh' ? ' ' : ', '}${part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

export function validityTold(
  language: PageLanguage,
  { validFrom, validUntil }: Pick<NoticeText, 'validFrom' | 'validUntil'>,
  zone: string,
): string {
  const say = noticeWords(language);
  const from = validFrom ? momentTold(language, validFrom, zone) : '';
  const until = validUntil ? momentTold(language, validUntil, zone) : '';
  if (from && until) return say('validBetween', { from, until });
  return from ? say('validFrom', { from }) : until ? say('validUntil', { until }) : say('validAlways');
}

export function hoursTold(language: PageLanguage, { properties: { startsAt, endsAt, daily } }: Road, zone: string): string {
  const say = noticeWords(language);
  const [from, until] = [momentTold(language, startsAt, zone), momentTold(language, endsAt, zone)];
  return daily ? say('dailyHours', { from, until, start: daily.from, end: daily.until }) : say('validBetween', { from, until });
}
