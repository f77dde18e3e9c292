/** Reads a file of any format that can be imported, told apart by what is in it and never by its name. */
import { done, type Outcome, refused } from '#platform/outcome.ts';
import { decode } from './decode.ts';
import { type FileProblem, type Imported, type Remark, Unreadable } from './imported.ts';
import { readCalendar } from './read-calendar.ts';
import { readScheduleJson } from './read-schedule-json.ts';
import { readScheduleXml } from './read-schedule-xml.ts';
import { readTable, rowsOfCsv } from './read-table.ts';
import { readSheet } from './sheet.ts';

export const MOST_BYTES = 64 * 1024 * 1024;

/** `zone` is where times without a zone are read, where the file names none. */
export async function readFile(bytes: Buffer, { zone = null }: { zone?: string | null } = {}): Promise<Outcome<Imported, FileProblem>> {
  if (bytes.length > MOST_BYTES) return refused({ is: 'too-large', bytes: bytes.length, most: MOST_BYTES });
  const remarks: Remark[] = [];
  try {
    if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
      return done(readTable('xlsx', await readSheet(bytes, remarks), remarks, zone));
    if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
      return refused({ is: 'unknown-format', looksLike: 'an old Excel file (.xls) or one with a password; save it as .xlsx' });
    const text = decode(bytes, remarks).replace(/^\ufeff/, '');
    const head = text.slice(0, 4096).trimStart();
    if (!head && !text.trim()) return refused({ is: 'empty' });
    if (/[\0-\x06]/.test(head)) return refused({ is: 'unknown-format', looksLike: /^%PDF/.test(head) ? 'a PDF' : 'no text' });
    if (head.startsWith('<')) {
      if (/^<!doctype html|^<html/i.test(head)) return refused({ is: 'unknown-format', looksLike: 'a web page' });
      return done(readScheduleXml(text.trimStart(), remarks, zone));
    }
    if (head.startsWith('{') || head.startsWith('[')) return done(readScheduleJson(text, remarks, zone));
    if (/^BEGIN:VCALENDAR/i.test(head)) return done(readCalendar(text.trimStart(), remarks, zone));
    return done(readTable('csv', rowsOfCsv(text, remarks), remarks, zone));
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.problem);
    throw error;
  }
}
