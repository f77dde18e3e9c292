/** One line of the office's overview: how far an activity is. */
import type { Localised } from '#registry/text.ts';
import type { Board, Instant, Uuid } from '../../content.ts';
import { isOpen, type Todo } from '../tasks/model.ts';
import type { TaskState } from '../tasks/rules.ts';

export interface ProgressLine {
  id: Uuid;
  slug: string;
  number: number;
  title: Localised;
  board: Board;
  hosts: { id: Uuid; name: Localised }[];
  /** By task; a task that is not asked of it is not there. */
  tasks: Record<Uuid, { state: TaskState; done: number | null; of: number | null }>;
  open: number;
  overdue: number;
  nextDue: Instant | null;
  lastTouched: Instant | null;
  openQuestions: number;
  sample: boolean;
}

export function lineOf(
  activity: Pick<ProgressLine, 'id' | 'slug' | 'number' | 'title' | 'board' | 'hosts' | 'lastTouched' | 'openQuestions' | 'sample'>,
  todos: readonly Todo[],
): ProgressLine {
  const { id, slug, number, title, board, hosts, lastTouched, openQuestions, sample } = activity;
  const open = todos.filter(isOpen);
  return {
    ...{ id, slug, number, title, board, hosts, lastTouched, openQuestions, sample },
    tasks: Object.fromEntries(
      todos.map(({ task, state, standing }) => [task.id, { state, done: standing?.done ?? null, of: standing?.of ?? null }]),
    ),
    open: open.length,
    overdue: open.filter(({ state }) => state === 'overdue').length,
    nextDue: open.find(({ state }) => state === 'open')?.task.dueAt ?? null,
  };
}

/** Everything that is asked of it is done; an activity of which nothing is asked is neither open nor complete. */
export const isComplete = ({ open, tasks }: Pick<ProgressLine, 'open' | 'tasks'>): boolean => open === 0 && Object.keys(tasks).length > 0;
