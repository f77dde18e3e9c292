/** HTML in a text field, as plain text that keeps its paragraphs and lists. Text that is no HTML is left as it is. */
import { clean } from '../formats/plain-text.ts';

const KNOWN =
  /<\/?(?:p|br|div|ul|ol|li|a|b|i|em|strong|span|h[1-6]|code|pre|blockquote|hr|table|tr|td|img|sup|sub|u)(?:\s[^<>]{0,2000})?\/?>/i;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
};

export function proseOf(text: string): string {
  if (!KNOWN.test(text)) return clean(text);
  const told = text
    .replace(/<(script|style)\b[^<>]{0,2000}>[\s\S]{0,100000}?<\/\1>/gi, '')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/<li(?:\s[^<>]{0,2000})?>\s*/gi, '\n• ')
    .replace(/<br(?:\s[^<>]{0,200})?\/?>/gi, '\n')
    .replace(/<hr(?:\s[^<>]{0,200})?\/?>/gi, '\n\n')
    .replace(/<\/?(?:p|div|h[1-6]|blockquote|pre|ul|ol|table)(?:\s[^<>]{0,2000})?>/gi, '\n\n')
    .replace(/<\/(?:tr|li)>/gi, '\n')
    .replace(/<a\s[^<>]{0,500}?href\s*=\s*["']([^"'<>]{1,2000})["'][^<>]{0,500}>([^<]{0,2000})<\/a>/gi, (_, url: string, label: string) =>
      label.trim() === '' || label.includes(url) || !/^https?:/i.test(url) ? label : `${label} (${url})`,
    )
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,4000})?\/?>/gi, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => entity(name) ?? whole);
  return clean(told)
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n\n(?=• )/g, '\n');
}

function entity(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
