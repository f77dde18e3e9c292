/** Lines of iCalendar (RFC 5545, 3.1): folded at 75 octets without cutting a character, texts escaped. */

export function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > (lines.length === 0 ? 75 : 74)) {
      lines.push(current);
      current = '';
      octets = 0;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n ');
}

export const escapeValue = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
export const unescapeValue = (text: string): string =>
  text.replace(/\\([\\;,nN:"])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one));

/** `20221126T010000Z` */
export const utc = (instant: string): string => new Date(instant).toISOString().replace(/\.\d+|[-:]/g, '');
