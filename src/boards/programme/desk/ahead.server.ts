/** The deadlines of calls and tasks that come next, and the opening, for the overview of an edition's desk. */
import { onAhead } from '#registry/ahead.server.ts';
import { dayAt } from '#registry/days.ts';
import { both } from '#registry/text.ts';
import { readTasks } from '../hosting/tasks/store.server.ts';
import { callsOf } from '../proposals/calls-store.server.ts';

const DEADLINES = {
  closesAt: both('征集截止', 'Call closes'),
  reviewBy: both('评审截止', 'Reviews due'),
  resubmitBy: both('退回修改截止', 'Returned proposals due'),
};
const TASK = both('任务截止', 'Task due');

onAhead('read call', async (db, { edition }) =>
  (await callsOf(db, edition.id))
    .filter(({ state }) => state !== 'draft')
    .flatMap((call) =>
      (['closesAt', 'reviewBy', 'resubmitBy'] as const).flatMap((deadline) => {
        const at = call[deadline];
        if (at === null || (deadline === 'closesAt' && call.state === 'closed')) return [];
        const line = { key: `${deadline} ${call.id}`, what: DEADLINES[deadline], title: call.title, path: `calls/${call.slug}` };
        return [{ ...line, on: dayAt(at, edition.timeZone) }];
      }),
    ),
);

onAhead('set task', async (db, { edition }) =>
  (await readTasks(db, edition.id)).map(({ id, title, dueAt }) => ({
    ...{ key: `task ${id}`, on: dayAt(dueAt, edition.timeZone), what: TASK, title, path: `activities?task=${id}` },
  })),
);
