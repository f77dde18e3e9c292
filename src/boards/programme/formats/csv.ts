/** CSV (RFC 4180) as spreadsheet programs open it: UTF-8 with a byte order mark, and no cell that would be run as a formula. */
import { wallClock } from '../time.ts';
import type { Cell, Table } from './table.ts';

export const BOM = '\ufeff';

export const csv = (table: Table): string =>
  `${BOM}${[table.columns.map(({ header }) => header), ...table.rows.map((row) => row.map(told))].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

/** A cell as it is read by people: moments on their wall, `yes` and `no` as such. */
export function told(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? harmless(cell) : wallText(cell.at, cell.zone);
}

/** `2022-11-26 09:00`, with seconds only where there are any. */
export function wallText(at: string, zone: string): string {
  const { date, time, second } = wallClock(at, zone);
  return `${date} ${time}${second ? `:${String(second).padStart(2, '0')}` : ''}`;
}

const FORMULA = /^[=+\-@\t]/;

/** A leading apostrophe tells a spreadsheet program that text is text. */
const harmless = (text: string): string => (FORMULA.test(text) || /^'+[=+\-@\t]/.test(text) ? `'${text}` : text);
/** The text that `harmless` was given. */
export const withoutApostrophe = (text: string): string => (/^'+[=+\-@\t]/.test(text) ? text.slice(1) : text);

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
