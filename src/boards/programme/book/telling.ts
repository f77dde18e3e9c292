/** How texts, lists, dates and zones are told in the book. */
import { LOCALE } from '#platform/words.ts';
import { PAGE_LANGUAGES, show, type Localised, type PageLanguage } from '#registry/text.ts';
import type { Activity, PlainDate } from '../content.ts';
import type { Indexed } from '../index-of.ts';
import { hostRoleName } from '../names.ts';
import { formatter } from '../time.ts';
import type { Text } from './model.ts';
import { bookWords } from './words.ts';

export function shown(localised: Localised, language: PageLanguage): Text {
  const { text, lang } = show(localised, language);
  const line = text.replace(/\s+/gu, ' ').trim();
  return lang === language ? line : { text: line, lang: primary(lang) };
}

/** One text for each paragraph. */
export function paragraphs(localised: Localised, language: PageLanguage): Text[] {
  const { text, lang } = show(localised, language);
  return text
    .split(/\s*\n\s*/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (lang === language ? line : { text: line, lang: primary(lang) }));
}

/** The setting knows languages by their first subtag alone; `und` for what is none. */
const primary = (lang: string): string => /^[a-z]{2,3}(?=-|$)/.exec(lang)?.[0] ?? 'und';

export const listed = (names: readonly string[], language: PageLanguage): string =>
  names.filter((name) => name !== '').join(language === 'zh' ? '、' : ', ');

/** Organisations by role, roles in the order in which they first come. */
export function byRole(hosts: Activity['hosts'], index: Indexed, language: PageLanguage): { role: string; names: Text[] }[] {
  const groups = new Map<string, Text[]>();
  for (const { organisation, role } of hosts) {
    const found = index.organisation.get(organisation);
    if (!found) continue;
    const name = hostRoleName(language)(role);
    groups.set(name, [...(groups.get(name) ?? []), shown(found.name, language)]);
  }
  return [...groups].map(([role, names]) => ({ role, names }));
}

export const noon = (date: PlainDate): Date => new Date(`${date}T12:00:00Z`);

export const dayText = (date: PlainDate, language: PageLanguage): string =>
  formatter(LOCALE[language], { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }).format(noon(date));

/** `2022年11月25日至30日`, `25–30 November 2022` */
export function range(from: PlainDate | null, to: PlainDate | null, language: PageLanguage): string | null {
  if (!from || !to) return null;
  if (from === to) return dayText(from, language);
  if (language === 'zh') {
    const shared = from.slice(0, 7) === to.slice(0, 7) ? /^.*月/ : from.slice(0, 4) === to.slice(0, 4) ? /^.*年/ : /^/;
    return `${dayText(from, language)}至${dayText(to, language).replace(shared, '')}`;
  }
  return formatter(LOCALE[language], { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' })
    .formatRange(noon(from), noon(to))
    .replace(/(\d)\s–\s(?=\d+ \p{L}+ \d+$)/u, '$1–');
}

export const instantText = (instant: string, zone: string, language: PageLanguage): string =>
  formatter(LOCALE[language], {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

export function zoneName(zone: string, language: PageLanguage, at: string): string {
  if (zone === 'Asia/Shanghai') return bookWords(language)('beijingTime');
  const part = formatter(LOCALE[language], { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName');
  return part?.value ?? zone;
}

export const otherLanguage = (language: PageLanguage): PageLanguage => PAGE_LANGUAGES.find((one) => one !== language)!;
