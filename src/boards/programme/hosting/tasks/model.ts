import type { Localised } from '#registry/text.ts';
import type { Board, Instant, Uuid } from '../../content.ts';
import { type ActivityFacts, type Standing, taskState, type TaskState } from './rules.ts';

export interface Task {
  id: Uuid;
  title: Localised;
  about: Localised | null;
  dueAt: Instant;
  rule: string | null;
  askedOf: 'all' | 'boards' | 'chosen';
  boards: Board[];
  /** Activities, where they are chosen. */
  activities: Uuid[];
  remindDays: number[];
  version: number;
}

export const isAskedOf = (task: Pick<Task, 'askedOf' | 'boards' | 'activities'>, activity: { id: Uuid; board: Board }): boolean =>
  task.askedOf === 'all' || (task.askedOf === 'boards' ? task.boards.includes(activity.board) : task.activities.includes(activity.id));

export interface Todo {
  task: Task;
  state: TaskState;
  standing: Standing | null;
}

/** What a team has to do, by its deadline. */
export const todosOf = (
  tasks: readonly Task[],
  activity: { id: Uuid; board: Board; facts: ActivityFacts; marks: Record<string, 'done' | 'waived'> },
  now: Instant,
): Todo[] =>
  tasks
    .filter((task) => isAskedOf(task, activity))
    .map((task) => ({
      task,
      ...taskState({ dueAt: task.dueAt, rule: task.rule, mark: activity.marks[task.id] ?? null }, activity.facts, now),
    }))
    .toSorted((a, b) => Date.parse(a.task.dueAt) - Date.parse(b.task.dueAt));

export const isOpen = ({ state }: Pick<Todo, 'state'>): boolean => state === 'open' || state === 'overdue';
