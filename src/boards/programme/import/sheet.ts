/** The first sheet of an XLSX file as rows of texts, read without trusting it: bounded when inflated, no document types, formulas by the value that was kept. */
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { type Remark, Unreadable } from './imported.ts';
import { childOf, childrenOf, type Element, parseXml } from './xml.ts';

const MOST_BYTES = 128 * 1024 * 1024;
const MOST_FILES = 2000;
export const MOST_COLUMNS = 300;
const MOST_ROWS = 200_000;

export interface Row {
  /** As spreadsheet programs number it. */
  line: number;
  cells: string[];
}

export async function readSheet(bytes: Buffer, remarks: Remark[]): Promise<Row[]> {
  const files = await inflate(bytes);
  const xml = (path: string): Element | null => {
    const text = files.get(path);
    if (text === undefined) return null;
    files.delete(path);
    return parseXml(text);
  };
  const workbook = xml('xl/workbook.xml');
  if (!workbook) throw new Unreadable({ is: 'unknown-format', looksLike: 'a ZIP archive that is no workbook' });
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet');
  const relations = new Map(
    childrenOf(xml('xl/_rels/workbook.xml.rels') ?? undefined, 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'],
    ]),
  );
  const target = relations.get(sheets[0]?.attributes['r:id'] ?? '') ?? 'worksheets/sheet1.xml';
  const sheet = xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  if (!sheet) throw new Unreadable({ is: 'malformed', format: 'XLSX', line: null, text: 'its first sheet is missing' });
  if (sheets.length > 1) {
    remarks.push({
      level: 'guess',
      line: null,
      code: 'sheets',
      text: `the workbook has ${sheets.length} sheets; only the first, “${sheets[0]!.attributes['name']}”, is read`,
    });
  }
  const epoch = childOf(workbook, 'workbookPr')?.attributes['date1904'];
  const start = epoch === '1' || epoch === 'true' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const texts = childrenOf(xml('xl/sharedStrings.xml') ?? undefined, 'si').map(richText);
  const dates = dateStyles(xml('xl/styles.xml'));
  const rows: Row[] = [];
  for (const [at, row] of childrenOf(childOf(sheet, 'sheetData'), 'row').entries()) {
    if (rows.length >= MOST_ROWS) throw new Unreadable({ is: 'refused', text: `The sheet has more than ${MOST_ROWS} rows.` });
    const line = Number(row.attributes['r']) || at + 1;
    const cells: string[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell.attributes['r']) ?? cells.length;
      if (column >= MOST_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      cells[column] = valueOf(cell, texts, dates, start, line, remarks);
    }
    if (cells.some(Boolean)) rows.push({ line, cells });
  }
  return rows;
}

function valueOf(
  cell: Element,
  texts: readonly string[],
  dates: ReadonlySet<number>,
  start: number,
  line: number,
  remarks: Remark[],
): string {
  const type = cell.attributes['t'] ?? 'n';
  const at = cell.attributes['r'] ?? `row ${line}`;
  const value = childOf(cell, 'v')?.text;
  if (childOf(cell, 'f')) {
    const kept =
      value === undefined || value === ''
        ? 'has no value kept with it and is read as empty'
        : `is read as the value kept with it, “${value.slice(0, 40)}”`;
    remarks.push({ level: 'guess', line, code: 'formula', text: `the formula in ${at} ${kept}` });
  }
  if (type === 'inlineStr') return unescaped(richText(childOf(cell, 'is')));
  if (value === undefined) return '';
  if (type === 's') return unescaped(texts[Number(value)] ?? '');
  if (type === 'str') return unescaped(value);
  if (type === 'b') return value === '1' ? 'yes' : 'no';
  if (type === 'e') {
    remarks.push({ level: 'guess', line, code: 'cell-error', text: `${at} holds the error ${value.slice(0, 20)} and is read as empty` });
    return '';
  }
  if (type === 'd') return value;
  const number = Number(value);
  if (!dates.has(Number(cell.attributes['s'] ?? -1)) || !Number.isFinite(number) || number < 0 || number > 200_000) return value.trim();
  // To the second: days are kept as fractions that are never exact.
  const told = new Date(start + Math.round(number * 86_400) * 1000).toISOString();
  if (number < 1) return told.slice(11, 16);
  return told.endsWith('T00:00:00.000Z') ? told.slice(0, 10) : told.slice(0, 19).replace('T', ' ').replace(/:00$/, '');
}

const richText = (element: Element | undefined): string =>
  element ? [childOf(element, 't')?.text ?? '', ...childrenOf(element, 'r').map((run) => childOf(run, 't')?.text ?? '')].join('') : '';
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

/** Styles whose numbers are dates or times. */
function dateStyles(styles: Element | null): ReadonlySet<number> {
  const formats = new Map(
    childrenOf(childOf(styles ?? undefined, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  const isDate = (id: number) =>
    (id >= 14 && id <= 22) ||
    (id >= 45 && id <= 47) ||
    (id >= 27 && id <= 36) ||
    /[ymdhs]/i.test((formats.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
  return new Set(
    childrenOf(childOf(styles ?? undefined, 'cellXfs'), 'xf').flatMap(({ attributes }, at) =>
      isDate(Number(attributes['numFmtId'] ?? 0)) ? at : [],
    ),
  );
}

/** The parts of a workbook as text. What they inflate to is counted while it is done, whatever the archive says. */
async function inflate(bytes: Buffer): Promise<Map<string, string>> {
  const malformed = (text: string) => new Unreadable({ is: 'malformed', format: 'XLSX', line: null, text });
  const archive = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: true }).catch(
    (error: Error) => {
      throw malformed(error.message);
    },
  );
  const files = new Map<string, string>();
  let total = 0;
  let count = 0;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      archive.close();
      reject(error instanceof Unreadable ? error : malformed(error.message));
    };
    archive.on('error', fail);
    archive.on('end', () => resolve(files));
    archive.on('entry', (entry: yauzl.Entry) => {
      if (++count > MOST_FILES)
        return fail(
          new Unreadable({ is: 'refused', text: `The archive holds more than ${MOST_FILES} files; that is no workbook of ours.` }),
        );
      if (!/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(entry.fileName))
        return archive.readEntry();
      archive.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        const parts: Buffer[] = [];
        stream.on('error', fail);
        stream.on('data', (part: Buffer) => {
          total += part.length;
          if (total > MOST_BYTES) {
            stream.destroy();
            fail(
              new Unreadable({ is: 'refused', text: `The workbook inflates to more than ${MOST_BYTES / 1_048_576} MB; it is not read.` }),
            );
          } else parts.push(part);
        });
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
          archive.readEntry();
        });
      });
    });
    archive.readEntry();
  });
}
