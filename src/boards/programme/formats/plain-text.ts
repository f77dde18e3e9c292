/** Text and addresses as other programs may be given them. */

// What XML 1.0 cannot hold, and no other format is better for holding.
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/** Without control characters and halves of characters, with `\n` for every line break, and with nothing blank at either end. */
export const clean = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNFIT, '').trim();

/** On one line, for names and titles. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ');

/** The address as RFC 3986 writes it, or `null` where it is no absolute http(s) address. */
export function webAddress(text: string): string | null {
  if (!/^\s*https?:\/\//i.test(text) || text.length > 4000) return null;
  try {
    const url = new URL(clean(text));
    if (!url.hostname || url.username || url.password) return null;
    return url.href
      .replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g, encodeURIComponent)
      .replace(/%(?![0-9a-f]{2})/gi, '%25')
      .replace(/[[\]]/g, bracket)
      .replace(/#.*/s, inFragment);
  } catch {
    return null;
  }
}

const bracket = (character: string, at: number, whole: string): string =>
  // An IPv6 host keeps its brackets.
  at < whole.indexOf('/', 8) ? character : encodeURIComponent(character);

const inFragment = (fragment: string): string => `#${fragment.slice(1).replaceAll('#', '%23')}`;
