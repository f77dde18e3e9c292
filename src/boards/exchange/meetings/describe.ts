/** What the meetings engine finds, told in one line of plain text each. Pages show the same with names and their own markup. */
import type { PageLanguage } from '#registry/text.ts';
import type { Change, Explanation, Obstacle } from '../../../engines/meetings/explain.ts';
import type { Instance, Meeting } from '../../../engines/meetings/instance.ts';
import type { Term } from '../../../engines/meetings/terms.ts';
import { obstacleWords, planWords, termName } from './words.ts';

const signed = (x: number): string => `${x < 0 ? '−' : '+'}${Math.abs(Math.round(x * 100) / 100)}`;
const plain = (x: number): string => `${x < 0 ? '−' : ''}${Math.abs(Math.round(x * 10_000) / 10_000)}`;
const between = (language: PageLanguage): string => (language === 'zh' ? '；' : '; ');
const colon = (language: PageLanguage): string => (language === 'zh' ? '：' : ': ');

export function slotInWords(language: PageLanguage, slot: number): string {
  return planWords(language)('slot', { number: String(slot) });
}

/** `slots of waiting between two meetings: 391 × −0.05 = −19.55`. */
export function termInWords(language: PageLanguage, { name, amount, each, worth }: Term): string {
  return `${termName(language)(name)}${colon(language)}${plain(amount)} × ${plain(each)} = ${plain(worth)}`;
}

export function obstacleInWords(language: PageLanguage, obstacle: Obstacle): string {
  return obstacleWords(language)(obstacle.is, {
    ...('delegate' in obstacle ? { who: planWords(language)('delegate', { number: String(obstacle.delegate) }) } : {}),
    ...('wish' in obstacle ? { wish: String(obstacle.wish) } : {}),
  });
}

/** An unmet wish in a line: who it is of, and the cheapest change that would admit it. */
export function unmetInWords(language: PageLanguage, instance: Instance, { wish, slots, cheapest }: Explanation): string {
  const say = planWords(language);
  const [a, b, weight] = instance.wishes[wish]!;
  const which = say('unmet', { wish: String(wish), a: String(a), b: String(b), weight: String(weight) });
  const free = slots.find(({ obstacles }) => obstacles.length === 0);
  const how = free ? say('free', { slot: slotInWords(language, free.slot) }) : cheapest ? changeInWords(language, cheapest) : say('never');
  return `${which}${colon(language)}${how}`;
}

export function changeInWords(language: PageLanguage, { admits, moved, lost, gain }: Change): string {
  const say = planWords(language);
  const slot = slotInWords(language, admits[1]);
  return [
    say('admit', { slot, moved: moved.length, lost: lost.length, gain: signed(gain) }),
    ...moved.map(({ to }) => say('moves', { wish: String(to[0]), slot: placeInWords(language, to) })),
    ...lost.map(([w]) => say('loses', { wish: String(w) })),
  ].join(between(language));
}

function placeInWords(language: PageLanguage, [, slot, table]: Meeting): string {
  const say = planWords(language);
  const where = table < 0 ? say('online') : say('table', { number: String(table) });
  return `${slotInWords(language, slot)}${language === 'zh' ? '、' : ', '}${where}`;
}

/** Slot by slot, what stands in the way of a wish. */
export function slotsInWords(language: PageLanguage, { slots }: Explanation): string[] {
  return slots.map(({ slot, obstacles }) => {
    const why = obstacles.map((obstacle) => obstacleInWords(language, obstacle));
    return `${slotInWords(language, slot)}${colon(language)}${why.length > 0 ? why.join(between(language)) : obstacleWords(language)('nothing')}`;
  });
}
