/** Bytes to text: what the file says of its encoding, what its first bytes say, and otherwise the likeliest one, said as a guess. */
import iconv from 'iconv-lite';
import jschardet from 'jschardet';
import type { Remark } from './imported.ts';

const SAMPLE = 64 * 1024;

export function decode(bytes: Buffer, remarks: Remark[]): string {
  const guess = (text: string) => remarks.push({ level: 'guess', line: null, code: 'encoding', text });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be');
  const head = bytes.subarray(0, 200).toString('latin1');
  // Half of the bytes of plain text in two-byte units are zero.
  if (/^(?:[^\0]\0){8}/s.test(head)) {
    guess('no byte order mark: read as UTF-16, little end first');
    return iconv.decode(bytes, 'utf-16le');
  }
  if (/^(?:\0[^\0]){8}/s.test(head)) {
    guess('no byte order mark: read as UTF-16, big end first');
    return iconv.decode(bytes, 'utf-16be');
  }
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? null;
  if (isUtf8(bytes)) {
    if (declared && !/^(utf-?8|us-ascii|ascii)$/i.test(declared)) guess(`says that it is ${declared}, but is UTF-8`);
    return bytes.toString('utf8');
  }
  if (declared && iconv.encodingExists(declared) && !/^utf-?8$/i.test(declared)) return iconv.decode(bytes, declared);
  const found = likely(bytes);
  guess(`is not UTF-8${declared ? ` as it says` : ''}: read as ${found}`);
  return iconv.decode(bytes, found);
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function likely(bytes: Buffer): string {
  // Only the stretch around the first byte that is not ASCII says anything.
  const first = bytes.findIndex((byte) => byte > 127);
  const sample = bytes.subarray(Math.max(0, first - 64), first + SAMPLE);
  const { encoding, confidence } = jschardet.detect(sample.toString('latin1') as unknown as Buffer) ?? {};
  if (/^(gb|big5|euc|shift|iso-2022|windows-125[1356])/i.test(encoding ?? '') && confidence > 0.6) {
    const name = /^gb/i.test(encoding!) ? 'gb18030' : encoding!;
    if (iconv.encodingExists(name)) return name;
  }
  return looksLikeGb(sample) ? 'gb18030' : 'windows-1252';
}

/** Nearly all bytes above ASCII come in the pairs that Chinese characters are made of. */
function looksLikeGb(sample: Buffer): boolean {
  let pairs = 0;
  let stray = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at]! < 0x80) continue;
    const next = sample[at + 1] ?? 0;
    if (sample[at]! >= 0xb0 && sample[at]! <= 0xf7 && next >= 0xa1) {
      pairs++;
      at++;
    } else stray++;
  }
  return pairs > stray * 4 && pairs >= 2;
}
