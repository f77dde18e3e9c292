/** What the kinds of other programs are among ours. */
import { ACTIVITY_KINDS, type ActivityKind, type Board } from '../content.ts';
import { oneLine } from '../formats/plain-text.ts';

/** A kind of ours, or what the file calls it with the likeliest kind. */
export function typed(type: string | null | undefined): { kind: ActivityKind; typeLabel: string | null } {
  const plain = oneLine(type ?? '');
  const own = ACTIVITY_KINDS.find((kind) => kind === plain);
  if (own || !plain) return { kind: own ?? 'other', typeLabel: null };
  const guesses: [RegExp, ActivityKind][] = [
    [/keynote|plenary|主旨|全体/i, 'plenary'],
    [/opening|closing|ceremony|开幕|闭幕/i, 'ceremony'],
    [/exhibit|ausstellung|stand\b|stände|expo|poster|展/i, 'exhibition'],
    [/signing|签约/i, 'signing'],
    [/^release$|发布/i, 'release'],
    [/^pitch$|contest|大赛|路演/i, 'contest-round'],
    [/press|新闻/i, 'press'],
    [/concert|musik|music|party|film|game|social|performance|kunst|junior|bof/i, 'side-event'],
  ];
  return { kind: guesses.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other', typeLabel: plain.slice(0, 200) };
}

const BOARD_OF: Partial<Record<ActivityKind, Board>> = {
  ceremony: 'main',
  plenary: 'main',
  exhibition: 'exhibition',
  exchange: 'exchange',
  signing: 'exchange',
  release: 'release',
  'contest-round': 'contest',
  'side-event': 'side',
  'year-round': 'side',
  press: 'side',
};
export const boardOf = (kind: ActivityKind): Board => BOARD_OF[kind] ?? 'forum';
