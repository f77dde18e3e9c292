import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { address, hostedAt, hostedSubject } from '../hosted.server.ts';
import { readProgress } from '../progress/store.server.ts';
import { readQuestions } from '../questions/store.server.ts';
import { todosOf, isAskedOf, isOpen } from './model.ts';
import { readTasks } from './store.server.ts';

/** What a team has to do, and what is asked between it and the office. */
export const todoDesk = view({
  name: 'activity.to-do',
  input: z.object(address),
  permission: 'read activity',
  subject: hostedSubject,
  async run({ db, input, now, may }) {
    const activity = (await hostedAt(db, input))!;
    const [tasks, [progress], questions] = await Promise.all([
      readTasks(db, activity.edition.id),
      readProgress(db, activity.edition.id, [activity.id]),
      readQuestions(db, activity.id),
    ]);
    return {
      activity,
      todos: progress ? todosOf(tasks, progress, now) : [],
      questions,
      mayTick: may('do task'),
      mayWaive: may('set task'),
      side: may('set task') ? ('office' as const) : ('team' as const),
      now,
    };
  },
});

/** The tasks of an edition with how many have done each. */
export const tasksDesk = view({
  name: 'tasks',
  input: z.object({ edition: z.string() }),
  permission: 'set task',
  subject: (db, input) => editionSubject(db, input),
  async run({ db, input, now }) {
    const edition = (await db
      .selectFrom('edition')
      .select(['id', 'time_zone', 'languages'])
      .where('slug', '=', input.edition)
      .executeTakeFirst())!;
    const [tasks, progress] = await Promise.all([readTasks(db, edition.id), readProgress(db, edition.id)]);
    const todos = progress.flatMap((activity) => todosOf(tasks, activity, now));
    return {
      zone: edition.time_zone,
      languages: edition.languages,
      tasks: tasks.map((task) => {
        const asked = todos.filter((todo) => todo.task.id === task.id);
        return { task, asked: asked.length, open: asked.filter(isOpen).length };
      }),
      activities: progress.map(({ id, title, number, board }) => ({
        id,
        title,
        number,
        board,
        asked: tasks.filter((task) => isAskedOf(task, { id, board })).length,
      })),
    };
  },
});
