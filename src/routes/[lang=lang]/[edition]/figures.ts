import { LOCALE } from '#platform/words.ts';
import type { StatedFigure } from '#boards/programme/content.ts';
import type { PageLanguage } from '#registry/text.ts';
import { frontWords } from './words.ts';

const NUMBERS: Record<PageLanguage, Intl.NumberFormat> = { zh: new Intl.NumberFormat(LOCALE.zh), en: new Intl.NumberFormat(LOCALE.en) };

/** A figure as exact as it was stated: `126`, `3,000+`, `nearly 40`. */
export function figureText(value: number, precision: StatedFigure['precision'], language: PageLanguage): string {
  const number = NUMBERS[language].format(value);
  if (precision === 'over') return `${number}+`;
  return precision === 'nearly' ? frontWords(language)('nearly', { number }) : number;
}
