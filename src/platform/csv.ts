const FORMULA = /^'*[=+\-@\t]/;

/** One row of CSV (RFC 4180) with its line end. Text that a spreadsheet program would run as a formula gets a leading apostrophe. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells
    .map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;
