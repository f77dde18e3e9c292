/** A guest list as a file: CSV in any encoding, or the first sheet of an XLSX. */
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { decode } from '../../import/decode.ts';
import { type FileProblem, Unreadable } from '../../import/imported.ts';
import { rowsOfCsv } from '../../import/read-table.ts';
import { readSheet, type Row } from '../../import/sheet.ts';

const MOST_BYTES = 5 * 1024 * 1024;

export async function rowsOf(bytes: Buffer): Promise<Outcome<Row[], FileProblem>> {
  if (bytes.length > MOST_BYTES) return refused({ is: 'too-large', bytes: bytes.length, most: MOST_BYTES });
  if (bytes.length === 0) return refused({ is: 'empty' });
  try {
    if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return done(await readSheet(bytes, []));
    const text = decode(bytes, []).replace(/^\ufeff/, '');
    if (/[\0-\x06]/.test(text.slice(0, 4096))) return refused({ is: 'unknown-format', looksLike: 'no text' });
    return done(rowsOfCsv(text, []));
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.problem);
    throw error;
  }
}
