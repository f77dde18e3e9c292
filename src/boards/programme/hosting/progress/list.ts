/** The overview as a list: what it is searched, filtered and sorted by, and as a table for a file. */
import { type ListSpec } from '#platform/list.ts';
import { type PageLanguage, textIn } from '#registry/text.ts';
import type { Table } from '../../formats/table.ts';
import { boardName } from '../../names.ts';
import { hostingWords } from '../words.ts';
import { isComplete, type ProgressLine } from './model.ts';

const later = '9999';

export const progressSpec = (language: PageLanguage): ListSpec<ProgressLine> => ({
  text: (line) =>
    [line.number, ...Object.values(line.title.texts), ...line.hosts.flatMap(({ name }) => Object.values(name.texts))].join(' '),
  sorts: {
    number: (a, b) => a.number - b.number,
    open: (a, b) => b.open - a.open || b.overdue - a.overdue || a.number - b.number,
    due: (a, b) => ((a.nextDue ?? later) < (b.nextDue ?? later) ? -1 : 1),
    touched: (a, b) => ((a.lastTouched ?? '') < (b.lastTouched ?? '') ? -1 : 1),
  },
  filters: {
    board: ({ board }) => [board],
    progress: (line) => [
      ...(line.overdue > 0 ? ['overdue'] : []),
      ...(line.open > 0 ? ['open'] : isComplete(line) ? ['complete'] : []),
      ...(line.openQuestions > 0 ? ['questions'] : []),
    ],
    task: (line) => Object.entries(line.tasks).flatMap(([id, { state }]) => (state === 'open' || state === 'overdue' ? [id] : [])),
    host: ({ hosts }) => hosts.map(({ name }) => textIn(name, language)),
  },
  pageSize: 200,
});

const STATES = { done: 'taskDone', open: 'taskOpen', overdue: 'taskOverdue', waived: 'taskWaived' } as const;

export function progressTable(
  lines: readonly ProgressLine[],
  tasks: readonly { id: string; title: ProgressLine['title'] }[],
  zone: string,
  language: PageLanguage,
): Table {
  const say = hostingWords(language);
  const moment = (at: string | null) => (at ? { at, zone } : null);
  return {
    name: say('activity'),
    columns: [
      { key: 'number', header: 'ID' },
      { key: 'title', header: say('activity') },
      { key: 'board', header: say('filterBoard') },
      { key: 'hosts', header: say('filterHost') },
      ...tasks.map(({ id, title }) => ({ key: id, header: textIn(title, language) })),
      { key: 'nextDue', header: say('nextDue') },
      { key: 'lastTouched', header: say('lastTouched') },
      { key: 'questions', header: say('openQuestions') },
    ],
    rows: lines.map((line) => [
      line.number,
      textIn(line.title, language),
      boardName(language)(line.board),
      line.hosts.map(({ name }) => textIn(name, language)).join('; '),
      ...tasks.map(({ id }) => {
        const cell = line.tasks[id];
        if (!cell) return null;
        return `${say(STATES[cell.state])}${cell.of !== null && cell.state !== 'done' ? ` ${cell.done}/${cell.of}` : ''}`;
      }),
      moment(line.nextDue),
      moment(line.lastTouched),
      line.openQuestions,
    ]),
  };
}
