/** For tests only: every format that goes out and comes in again. */
import { calendar } from '../formats/calendar.ts';
import { csv } from '../formats/csv.ts';
import { entriesOf } from '../formats/entries.ts';
import { listTable } from '../formats/lists.ts';
import { scheduleJson } from '../formats/schedule-json.ts';
import { scheduleXml } from '../formats/schedule-xml.ts';
import { schedule2 } from '../formats/schedule2.ts';
import type { Source } from '../formats/schedule.ts';
import { xlsx } from '../formats/xlsx.ts';

export const OUT: Record<string, (source: Source) => string | Buffer> = {
  'schedule.xml': scheduleXml,
  'schedule.json': scheduleJson,
  schedule2,
  ics: ({ index, language, publicUrl }) =>
    calendar({
      name: 'Test',
      source: `${publicUrl}/2022/schedule.ics?lang=${language}`,
      index,
      language,
      publicUrl,
      publishedAt: '2022-10-01T00:00:00Z',
      firstPublishedAt: '2022-10-01T00:00:00Z',
      revisions: {},
      entries: entriesOf(index, language, undefined, 'activity'),
      withdrawn: [],
    }),
  'activities.csv': (source) => csv(listTable(source, 'activities')),
  'sessions.csv': (source) => csv(listTable(source, 'sessions')),
  'activities.xlsx': (source) => xlsx(listTable(source, 'activities')),
  'sessions.xlsx': (source) => xlsx(listTable(source, 'sessions')),
};
