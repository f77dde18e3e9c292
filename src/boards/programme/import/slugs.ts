/** Names for addresses, made from titles: each its own. */
const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ł: 'l', þ: 'th', ð: 'd', ı: 'i' };

/** `open-source-chips`; `''` where the text has no Latin letters or digits. */
export const slugOf = (text: string, most = 80): string =>
  text
    .toLowerCase()
    .replace(/[ßøæœđłþðı]/g, (letter) => LETTERS[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, most)
    .replace(/-+$/, '');

/** Takes the wish, or the wish with a number. */
export function freeSlug(taken: Set<string>, wish: string, otherwise: string): string {
  const base = wish || otherwise;
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
