/** Cuts text into what is looked for: runs of Chinese, and words of any other script. */
import { fold } from './fold.ts';

export interface Token {
  /** `han`: a run of characters written without spaces; `word`: letters and digits between spaces and signs. */
  is: 'han' | 'word';
  /** Folded. */
  text: string;
  /** Where it stands in the original, in UTF-16 units. */
  start: number;
  end: number;
  /** Follows the token before directly, or after a hyphen, point, slash or apostrophe alone: `covid-19`, `TRL6.5`. */
  joined: boolean;
}

const HAN = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30fc]';
const RUN = new RegExp(`(?<han>${HAN}+)|[[\\p{L}\\p{N}]--${HAN}]+`, 'gv');
const JOIN = /^[-\u2010-\u2015\u2212./_'\u00b7&+]?$/;

export function tokensOf(original: string): Token[] {
  const { text, at } = fold(original);
  const tokens: Token[] = [];
  let last = -1;
  for (const found of text.matchAll(RUN)) {
    const from = found.index;
    const to = from + found[0].length;
    tokens.push({
      is: found.groups?.['han'] === undefined ? 'word' : 'han',
      text: found[0],
      start: at[from]!,
      end: endOf(at, to),
      joined: last >= 0 && JOIN.test(text.slice(last, from)),
    });
    last = to;
  }
  return tokens;
}

/** One character may have become several; it belongs to the token as a whole. */
function endOf(at: Uint32Array, to: number): number {
  let next = to;
  while (at[next] === at[to - 1]) next++;
  return at[next]!;
}
