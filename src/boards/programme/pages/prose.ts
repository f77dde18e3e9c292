/** Long texts as paragraphs. */

const MARKUP = /<\/?(?:p|br|a|ul|ol|li|em|strong|b|i|u|h[1-6]|div|span|code|pre|blockquote|hr|table|tr|td|th|img)\b[^>]*>/gi;
const BREAKS = /<\s*(?:br|hr|\/p|\/div|\/li|\/h[1-6]|\/tr|\/blockquote|\/pre)\b[^>]*>/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' };

/**
 * Cuts a text at its blank lines. Imported files carry HTML in their texts: its tags are left out, their breaks kept, so that it
 * reads as it was meant and none of it is ever markup on our page.
 */
export function paragraphs(text: string): string[] {
  const plain =
    text.search(MARKUP) < 0
      ? text
      : decoded(
          text
            .replace(/<li\b[^>]*>/gi, '• ')
            .replace(BREAKS, '\n\n')
            .replace(MARKUP, ''),
        );
  return plain
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

const decoded = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The first sentences, for a page's description: at most `length` characters, cut at a word. */
export function beginning(text: string, length = 160): string {
  const plain = paragraphs(text).join(' ').replace(/\s+/g, ' ');
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > length * 0.6 ? cut.slice(0, space) : cut}…`;
}
