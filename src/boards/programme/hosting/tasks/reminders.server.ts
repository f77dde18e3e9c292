/** Reminders before deadlines: a timer for each, set with the task and looking, when it rings, at who has not done it. */
import { sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { onWithin } from '#platform/events.server.ts';
import { onTimer, setTimer } from '#platform/jobs/timers.server.ts';
import { writeMessages, type Written } from '#platform/mail/outbox.server.ts';
import { textIn } from '#registry/text.ts';
import { nudgeMail, nudgeWords, reminderTimes } from '../progress/nudge.ts';
import { readProgress } from '../progress/store.server.ts';
import { teamsOf } from '../progress/teams.server.ts';
import { isOpen, todosOf } from './model.ts';
import { readTasks } from './store.server.ts';

const KIND = 'task-reminder';

const clearReminders = (tx: Transaction<DB>, task: string) =>
  sql`delete from timer where kind = ${KIND} and key like ${`${task} %`}`.execute(tx);

onWithin<{ is: 'task-set'; task: string; edition: string }>('task-set', async ({ task }, { tx, now }) => {
  await clearReminders(tx, task);
  const found = await tx.selectFrom('task').select(['due_at', 'remind_days']).where('id', '=', task).executeTakeFirstOrThrow();
  for (const { days, at } of reminderTimes(found.due_at, found.remind_days)) {
    if (at > now) await setTimer(tx, { kind: KIND, key: `${task} ${days}`, at, payload: { task } });
  }
});
onWithin<{ is: 'task-withdrawn'; task: string }>('task-withdrawn', async ({ task }, { tx }) => void (await clearReminders(tx, task)));

onTimer(KIND, ({ tx, payload, now }) => remind(tx, (payload as { task: string }).task, now));

/** Writes to every team that has not done the task; goes out at once, as everybody was told when it was set. */
export async function remind(tx: Transaction<DB>, id: string, now: string): Promise<void> {
  const of = await tx
    .selectFrom('task as t')
    .innerJoin('edition as e', 'e.id', 't.edition_id')
    .select(['e.id', 'e.slug', 'e.time_zone'])
    .where('t.id', '=', id)
    .where('t.withdrawn_at', 'is', null)
    .executeTakeFirst();
  const task = of && (await readTasks(tx, of.id)).find((one) => one.id === id);
  if (!of || !task) return;
  const behind = (await readProgress(tx, of.id))
    .map((activity) => ({ activity, todos: todosOf([task], activity, now).filter(isOpen) }))
    .filter(({ todos }) => todos.length > 0);
  const team = await teamsOf(
    tx,
    behind.map(({ activity }) => activity.id),
  );
  const messages = behind.flatMap(({ activity, todos }) =>
    team
      .filter((member) => member.activity === activity.id)
      .map(({ account, name, email, language }): Written => {
        const { body } = nudgeMail({ activity, edition: of.slug, name, todos, zone: of.time_zone, words: '' }, language);
        const subject = nudgeWords(language)('reminder', {
          task: textIn(task.title, language),
          activity: textIn(activity.title, language),
        });
        return { to: { address: email, name, account }, language, subject, body };
      }),
  );
  const batch = { edition: of.id, kind: KIND, about: `task ${id}`, title: task.title, by: 'everforum', held: false };
  await writeMessages(tx, { ...batch, messages }, now);
}
