/** Text as search compares it, with the way back to where each character stood. */
import { Converter } from 'opencc-js/t2cn';

export interface Folded {
  text: string;
  /** For every UTF-16 unit of `text` and its end, the place in the original. */
  at: Uint32Array;
}

/**
 * Without case, width, and marks above and below letters; traditional characters as their simplified ones. Character by character, so
 * that what is found can be marked in the text as it was written.
 */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const character of original) {
    const plain = foldCharacter(character);
    for (let i = 0; i < plain.length; i++) at.push(place);
    text += plain;
    place += character.length;
  }
  at.push(original.length);
  return { text, at: Uint32Array.from(at) };
}

const simplify = Converter({ from: 't', to: 'cn' });
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = character
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const folded = /\p{Script=Han}/u.test(plain) ? simplify(plain) : (LETTERS[plain] ?? plain);
  if (known.size > 60_000) known.clear();
  known.set(character, folded);
  return folded;
}

/** Letters that Unicode does not take apart, as they are typed without them. */
const LETTERS: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
  '\u02bc': "'",
  '\u2019': "'",
};
