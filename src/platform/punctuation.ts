/**
 * Chinese punctuation is full-width: a half-width comma beside a Chinese character is a spelling mistake. Found are `, ; : ! ? ( )` that
 * touch a Chinese character on either side, and a full stop that follows one. Left alone is what only looks like it: numbers (1.5倍), times
 * (09:00开始), file and host names (示例.com), and whatever stands in an address, a mail address or code between backticks.
 */

export interface HalfWidth {
  /** Index of the mark, in UTF-16 units. */
  at: number;
  /** The mark with what stands around it. */
  excerpt: string;
}

// Chinese characters, and the marks that stand only among them.
const CHINESE = String.raw`[\p{Script=Han}\u3001-\u3011\uFF01-\uFF60]`;
const MARK = new RegExp(`(?<=${CHINESE})(?:[,;:!?()]|\\.(?![A-Za-z0-9]))|[,;:!?()](?=${CHINESE})`, 'gu');
const NOT_PROSE = [/`[^`]*`/g, /[a-z][a-z0-9+.-]*:\/\/[^\s\u3001-\u3011\uFF01-\uFF60]*/gi, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g];

/** Every half-width mark in Chinese text, in order. */
export function halfWidthIn(text: string): HalfWidth[] {
  let prose = text;
  for (const pattern of NOT_PROSE) prose = prose.replace(pattern, (found) => ' '.repeat(found.length));
  return [...prose.matchAll(MARK)].map(({ index }) => ({ at: index, excerpt: text.slice(Math.max(0, index - 10), index + 11) }));
}
