/** The press sheet: sentences written from the facts, in each language; a fact that is nothing is not a sentence. */
import type { PageLanguage } from '#registry/text.ts';
import type { Fact, FactKey } from './model.ts';
import { sentence, shareWords } from './words.ts';

export interface SheetLine {
  /** The facts that the sentence is made of, so that each can be opened. */
  facts: FactKey[];
  text: string;
}

export function pressSheet(facts: Fact[], language: PageLanguage): SheetLine[] {
  const t = sentence(language);
  const fact = (key: FactKey) => facts.find((one) => one.key === key)!;
  const value = (key: FactKey) => fact(key).value;
  const planned = facts.some((one) => one.planned) ? 'yes' : 'no';
  const over = (key: FactKey) => (fact(key).over ? 'yes' : 'no');
  const lines: (SheetLine | null)[] = [
    line(['activities'], value('activities'), () => t('activities', { planned, value: value('activities') })),
    line(['parallel-forums'], value('parallel-forums'), () =>
      t('forums', { planned, value: value('parallel-forums'), ...growth(fact('parallel-forums')) }),
    ),
    line(['parallel-forums-led-by-central-bodies', 'parallel-forums'], value('parallel-forums-led-by-central-bodies'), () =>
      t('led', {
        value: value('parallel-forums-led-by-central-bodies'),
        share: shareIn(language, value('parallel-forums-led-by-central-bodies'), value('parallel-forums')),
      }),
    ),
    line(['sub-venues', 'sub-venue-countries'], value('sub-venues'), () =>
      t('venues', { planned, value: value('sub-venues'), countries: value('sub-venue-countries') }),
    ),
    line(['countries'], value('countries'), () => t('countries', { planned, value: value('countries') })),
    line(['results', 'hard-technology-results'], value('results'), () =>
      t('results', {
        planned,
        over: over('results'),
        value: value('results'),
        hard: value('hard-technology-results'),
        share: shareIn(language, value('hard-technology-results'), value('results')),
      }),
    ),
    line(['year-round-events'], value('year-round-events'), () =>
      t('yearRound', { over: over('year-round-events'), value: value('year-round-events') }),
    ),
  ];
  return lines.filter((one) => one !== null);
}

const line = (facts: FactKey[], value: number, text: () => string): SheetLine | null => (value > 0 ? { facts, text: text() } : null);

/** Told only where the number before was exact and this is at least half as many again. */
function growth({ value, before }: Fact): { growth: string; times: string } {
  if (!before || before.precision !== 'exactly' || before.value === 0 || value < 1.5 * before.value) return { growth: 'none', times: '' };
  return { growth: 'told', times: String(Math.round((value / before.value) * 10) / 10) };
}

const TENTHS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * `part` of `whole` in words that never claim more than the numbers: "nearly" is below and within three points, "about half" within five
 * points of it on either side.
 */
export function shareIn(language: PageLanguage, part: number, whole: number): string {
  const t = shareWords(language);
  if (part === whole) return t('all');
  const share = (part / whole) * 100;
  if (share === 50) return t('half');
  if (Math.abs(share - 50) <= 5) return t('aboutHalf');
  const above = Math.ceil(share / 10) * 10;
  const tenths = { tenths: TENTHS[above / 10] ?? '', percent: above };
  if (share === above) return t('exactTenths', tenths);
  if (above - share <= 3 && above < 100) return t('nearlyTenths', tenths);
  return t('percent', { percent: Math.round(share) });
}
