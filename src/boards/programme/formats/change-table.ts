import type { Publication } from '../publication.ts';
import { changeTold, fieldName, fieldTold, subjectTold } from './changes.ts';
import { pageLanguage } from './entries.ts';
import { LIST_TITLES } from './lists.ts';
import { type Cell, type Column, HEADERS, type HeaderKey, type Table, tableOf } from './table.ts';
import { fieldWords } from '../pages/change-words.ts';

interface Row {
  version: number;
  at: string;
  zone: string;
  change: string;
  subject: string;
  field: string | null;
  before: string | null;
  after: string | null;
}

/** A row for each thing that reads differently, newest version first. */
export function changeTable(history: readonly { publication: Publication }[], language: string): Table {
  const page = pageLanguage(language);
  const column = (key: HeaderKey, of: (row: Row) => Cell): Column<Row> => ({ key, header: HEADERS[key][page], of });
  const rows = history.flatMap(({ publication }) =>
    publication.changes.flatMap((change): Row[] => {
      const zone = publication.content.edition.timeZone;
      const common = { version: publication.number, at: publication.publishedAt, zone, subject: subjectTold(change.subject, page) };
      if (change.is !== 'changed')
        return [{ ...common, change: changeTold(change, page, zone).head, field: null, before: null, after: null }];
      return change.fields.map((field) => {
        const { before, after } = fieldTold(field, page, zone) ?? { before: null, after: null };
        return { ...common, change: CHANGED[page], field: fieldName(field.field, page), before, after };
      });
    }),
  );
  return tableOf<Row>(
    LIST_TITLES.changes[page],
    [
      column('version', (row) => row.version),
      column('published', (row) => ({ at: row.at, zone: row.zone })),
      column('change', (row) => row.change),
      column('about_what', (row) => row.subject),
      { key: 'field', header: fieldWords(page)('field'), of: (row) => row.field },
      column('before', (row) => row.before),
      column('after', (row) => row.after),
    ],
    rows,
  );
}

const CHANGED = { zh: '修改', en: 'Changed' };
