/** Languages, countries and zones in the many ways that files name them. */
import countries from 'i18n-iso-countries';
import { createRequire } from 'node:module';
import { offsetMinutes } from '../time.ts';
import type { Instant } from '../content.ts';

const LANGUAGES: Record<string, string> = {
  deu: 'de', ger: 'de', german: 'de', deutsch: 'de', eng: 'en', english: 'en', englisch: 'en', fra: 'fr', fre: 'fr', french: 'fr', zho: 'zh', chi: 'zh', chinese: 'zh',
  cn: 'zh', jpn: 'ja', jp: 'ja', japanese: 'ja', kor: 'ko', spa: 'es', spanish: 'es', ita: 'it', italian: 'it', nld: 'nl', dut: 'nl', por: 'pt', rus: 'ru', russian: 'ru',
  ces: 'cs', cze: 'cs', pol: 'pl', ukr: 'uk', ara: 'ar', 中文: 'zh', 汉语: 'zh', 英文: 'en', 英语: 'en', 日语: 'ja', 法语: 'fr', 德语: 'de', 俄语: 'ru',
}; // prettier-ignore

/** `de` for `deu`, `en` for `en-US`; `null` where it is no language. */
export function languageCode(text: string): string | null {
  const plain = text.trim().toLowerCase().replace('_', '-');
  const known = LANGUAGES[plain] ?? LANGUAGES[plain.split('-')[0]!];
  if (known) return known;
  if (/^zh-(hant|tw|hk|mo)/.test(plain)) return 'zh-hant';
  const main = plain.split('-')[0]!;
  return /^[a-z]{2}$/.test(main) ? main : null;
}

const required = createRequire(import.meta.url);
for (const language of ['en', 'de', 'fr', 'zh']) countries.registerLocale(required(`i18n-iso-countries/langs/${language}.json`));

/** `CH` for CH, CHE, USA, Switzerland, Schweiz or 瑞士; `null` otherwise. */
export function countryCode(text: string): string | null {
  const plain = text.trim();
  if (/^[A-Z]{2}$/.test(plain)) return countries.isValid(plain) ? plain : null;
  if (/^[A-Z]{3}$/.test(plain)) return countries.alpha3ToAlpha2(plain) ?? null;
  for (const language of ['en', 'de', 'fr', 'zh']) {
    const code = countries.getAlpha2Code(plain, language);
    if (code) return code;
  }
  return null;
}

type Offsets = readonly { at: Instant; minutes: number }[];

const fits = (zone: string, offsets: Offsets): boolean => offsets.every(({ at, minutes }) => offsetMinutes(at, zone) === minutes);

/** The zone of a city that is called like one, or of a country that has but one that fits; `null` where there is none. */
export function zoneOfPlace(city: string, country: string | null, offsets: Offsets): string | null {
  const plain = city
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z]+/g, '_')
    .toLowerCase();
  const named = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().replace(/^.*\//, '') === plain);
  if (named && fits(named, offsets)) return named;
  const zones = country ? ((new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] }).getTimeZones?.() ?? []) : [];
  return zones.find((zone) => fits(zone, offsets)) ?? null;
}

/** The zone given where it fits the offsets, otherwise one that is nothing but an offset; `null` where they differ among themselves. */
export function zoneOfOffsets(preferred: string, offsets: Offsets): string | null {
  if (fits(preferred, offsets)) return preferred;
  const minutes = offsets[0]!.minutes;
  if (minutes % 60 !== 0 || Math.abs(minutes) > 12 * 60 || offsets.some((one) => one.minutes !== minutes)) return null;
  return minutes === 0 ? 'UTC' : `Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes) / 60}`;
}
