/** The office sets tasks; teams tick those that do not complete themselves. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { revised } from '#registry/revise.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import type { Localised } from '#registry/text.ts';
import { BOARDS } from '../../content.ts';
import { instant, offsetMinutes } from '../../time.ts';
import { address, blank, hostedAt, hostedSubject, json, jsonOrNull, tellChanged, texts } from '../hosted.server.ts';
import { isAskedOf } from './model.ts';
import { RULES } from './rules.ts';
import { readTasks } from './store.server.ts';

const edition = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export type TaskProblem = { is: 'untitled' } | { is: 'stale' } | { is: 'nobody-asked' } | { is: 'not-asked' } | { is: 'by-itself' };

/** A task is due at the end of its day, on the wall of the edition. With `task` an existing one is changed. */
export const setTask = verb({
  name: 'task.set',
  input: z.object({
    edition,
    task: z.preprocess(blank, z.uuid().nullable()),
    version: z.preprocess(blank, z.coerce.number().int().nullable()),
    title: texts(200),
    about: texts(2000),
    dueOn: z.iso.date(),
    rule: z.preprocess(blank, z.enum(RULES).nullable()),
    askedOf: z.enum(['all', 'boards', 'chosen']),
    boards: z.array(z.enum(BOARDS)).default([]),
    activities: z.array(z.uuid()).max(2000).default([]),
    remindDays: z.preprocess(
      (value) => (typeof value === 'string' ? value.split(/[,，、\s]+/).filter(Boolean) : value),
      z.array(z.coerce.number().int().min(0).max(90)).max(6).default([7, 1]),
    ),
  }),
  permission: 'set task',
  subject: (db, input) => editionSubject(db, input),
  async run({ tx, input, actor, now, note, emit }) {
    const refuse = (problem: TaskProblem) => refused(problem);
    const of = await tx.selectFrom('edition').select(['id', 'time_zone']).where('slug', '=', input.edition).executeTakeFirstOrThrow();
    const before = input.task
      ? await tx.selectFrom('task').selectAll().where('id', '=', input.task).where('edition_id', '=', of.id).forUpdate().executeTakeFirst()
      : undefined;
    if (input.task && before?.version !== input.version) return refuse({ is: 'stale' });
    const title = revised((before?.title ?? null) as unknown as Localised | null, input.title);
    if (!title) return refuse({ is: 'untitled' });
    if (input.askedOf === 'boards' ? input.boards.length === 0 : input.askedOf === 'chosen' && input.activities.length === 0)
      return refuse({ is: 'nobody-asked' });
    const id = before?.id ?? randomUUID();
    const endOfDay = Date.parse(`${input.dueOn}T23:59:59Z`);
    const row = {
      title: json(title),
      about: jsonOrNull(revised((before?.about ?? null) as unknown as Localised | null, input.about)),
      due_at: instant(endOfDay - offsetMinutes(instant(endOfDay), of.time_zone) * 60_000),
      rule: input.rule,
      asked_of: input.askedOf,
      boards: input.askedOf === 'boards' ? input.boards : [],
      remind_days: input.remindDays.toSorted((a, b) => b - a),
    };
    if (before)
      await tx
        .updateTable('task')
        .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    else
      await tx
        .insertInto('task')
        .values({ ...row, id, edition_id: of.id, set_by: actor.name, set_at: now })
        .execute();
    await tx.deleteFrom('task_activity').where('task_id', '=', id).execute();
    if (input.askedOf === 'chosen') {
      const there = await tx
        .selectFrom('activity')
        .select('id')
        .where('edition_id', '=', of.id)
        .where('id', 'in', input.activities)
        .execute();
      if (there.length === 0) return refuse({ is: 'nobody-asked' });
      await tx
        .insertInto('task_activity')
        .values(there.map((activity) => ({ task_id: id, activity_id: activity.id })))
        .execute();
    }
    note({
      subject: `task ${id}`,
      before: before && { title: before.title, due: before.due_at },
      after: { title, due: row.due_at, rule: row.rule, askedOf: row.asked_of },
    });
    emit({ is: 'task-set', task: id, edition: of.id });
    return done({ task: id });
  },
});

/** Nobody is asked for it any more. */
export const withdrawTask = verb({
  name: 'task.withdraw',
  input: z.object({ edition, task: z.uuid() }),
  permission: 'set task',
  subject: (db, input) => editionSubject(db, input),
  async run({ tx, input, now, note, emit }) {
    const gone = await tx
      .updateTable('task')
      .set({ withdrawn_at: now })
      .where('id', '=', input.task)
      .where('withdrawn_at', 'is', null)
      .where('edition_id', '=', tx.selectFrom('edition').select('id').where('slug', '=', input.edition))
      .returning('title')
      .executeTakeFirst();
    if (!gone) return refused<TaskProblem>({ is: 'not-asked' });
    note({ subject: `task ${input.task}`, before: { title: gone.title }, after: { withdrawn: true } });
    emit({ is: 'task-withdrawn', task: input.task });
    return done({});
  },
});

const mark = (name: string, states: readonly ['done', 'open'] | readonly ['waived', 'open'], permission: 'do task' | 'set task') =>
  verb({
    name,
    input: z.object({ ...address, task: z.uuid(), state: z.enum(states as readonly ['done' | 'waived', 'open']) }),
    permission,
    subject: hostedSubject,
    async run({ tx, input, actor, now, note }) {
      const refuse = (problem: TaskProblem) => refused(problem);
      const activity = (await hostedAt(tx, input))!;
      const task = (await readTasks(tx, activity.edition.id)).find(({ id }) => id === input.task);
      if (!task || !isAskedOf(task, activity)) return refuse({ is: 'not-asked' });
      if (task.rule && permission === 'do task') return refuse({ is: 'by-itself' });
      const key = { task_id: task.id, activity_id: activity.id };
      if (input.state === 'open')
        await tx.deleteFrom('task_mark').where('task_id', '=', task.id).where('activity_id', '=', activity.id).execute();
      else {
        const row = { state: input.state, by: actor.name, at: now };
        await tx
          .insertInto('task_mark')
          .values({ ...key, ...row })
          .onConflict((conflict) => conflict.columns(['task_id', 'activity_id']).doUpdateSet(row))
          .execute();
      }
      note({ subject: `activity ${activity.id}`, after: { task: task.id, state: input.state } });
      await tellChanged(tx, activity.id, 'tasks', actor.name);
      return done({ state: input.state });
    },
  });

/** Ticks a task off, or takes that back. Those with a rule complete themselves. */
export const tickTask = mark('task.tick', ['done', 'open'], 'do task');
/** The office lets an activity off. */
export const waiveTask = mark('task.waive', ['waived', 'open'], 'set task');
