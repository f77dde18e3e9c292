/** XLSX (ECMA-376): one sheet, its header kept in sight and filterable, moments as real dates so that they sort. Texts are texts, so nothing in it is a formula. */
import { wallClock } from '../time.ts';
import { escapeAttribute, escapeText } from './schedule-xml.ts';
import type { Cell, Table } from './table.ts';
import { zip } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function xlsx(table: Table): Buffer {
  const width = table.columns.length;
  const last = `${columnName(width - 1)}${table.rows.length + 1}`;
  const rows = [table.columns.map(({ header }): Cell => header), ...table.rows];
  const sheet =
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${table.columns.map(({ key }, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(key)}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, `${columnName(column)}${at + 1}`, at === 0)).join('')}</row>`).join('')}</sheetData>` +
    `<autoFilter ref="A1:${last}"/></worksheet>`;
  return zip([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeAttribute(table.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheet],
  ]);
}

/** Styles by number: 0 plain, 1 moment, 2 header, 3 moment with seconds. */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** The most characters that a cell can hold. */
const LONGEST = 32_767;

function cellOf(cell: Cell, at: string, header: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    const text = escapeText(
      cell
        .slice(0, LONGEST)
        .toWellFormed()
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
    );
    return `<c r="${at}" t="inlineStr"${header ? ' s="2"' : ''}><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  const { date, time, second } = wallClock(cell.at, cell.zone);
  const days = (Date.parse(`${date}T${time}:${String(second).padStart(2, '0')}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return `<c r="${at}" s="${second ? 3 : 1}"><v>${Number(days.toFixed(9))}</v></c>`;
}

export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

const WIDE = /^(title|name|abstract|description|biography|about|people|hosts|affiliations|address|before|after)/;
const widthOf = (key: string): number => (WIDE.test(key) ? 40 : key === 'guid' || key === 'url' ? 38 : 18);
