/**
 * What of the programme's own affairs is tied to the days of an edition: deadlines of tasks and calls, the word of those who said they would
 * come, and messages that wait with the old dates in them. Asked before a move, carried out within it.
 */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { onWithin } from '#platform/events.server.ts';
import { type Break, decidedSo, type EditionMove, type EditionMoved, onRehearsal } from '#registry/rehearsals.server.ts';
import { both, type Localised } from '#registry/text.ts';
import { dateTold } from '../pages/told.ts';
import { localDate } from '../time.ts';
import { alikeOf } from './alike-words.ts';
import { askAgain, confirmedBreaks } from './confirmed.server.ts';

interface Deadline {
  id: string;
  title: Localised;
  due: string;
}

const deadlines = async (db: Kysely<DB>, { edition, now }: EditionMove): Promise<Record<'task' | 'call', Deadline[]>> => ({
  task: (
    await sql<Deadline>`select id, title, instant_text(due_at) as due from task
      where edition_id = ${edition.id} and withdrawn_at is null and due_at > ${now} order by due_at`.execute(db)
  ).rows,
  call: (
    await sql<Deadline>`select id, title, instant_text(closes_at) as due from call
      where edition_id = ${edition.id} and state = 'open' and closes_at > ${now} order by closes_at`.execute(db)
  ).rows,
});

const count = async (db: Kysely<DB>, query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(db)).rows[0]!.count;

const waiting = (edition: string) => sql<{
  count: number;
}>`select count(*)::int as count from message m join message_batch b on b.id = m.batch_id
  where b.edition_id = ${edition} and m.state = 'held' and b.kind not in ('reminder', 'digest')`;

async function rehearse(db: Kysely<DB>, move: EditionMove): Promise<Break[]> {
  const { edition, shift } = move;
  const breaks: Break[] = [];
  for (const [kind, list] of Object.entries(await deadlines(db, move))) {
    for (const { id, title, due } of list) {
      const day = (language: 'zh' | 'en') => dateTold(language, localDate(due, edition.timeZone));
      breaks.push({
        key: `${kind}-deadline ${id}`,
        at: kind === 'task' ? 'tasks' : `calls/${id}`,
        kind: 'deadlines',
        title,
        why: both(`截止日期为${day('zh')}。`, `It is due on ${day('en')}.`),
        alike: alikeOf(kind === 'task' ? 'task-deadline' : 'call-deadline'),
        choices: shift === null ? ['accept'] : shift > 0 && kind === 'task' ? ['shift', 'accept'] : ['accept', 'shift'],
        mustDecide: false,
      });
    }
  }
  breaks.push(...(await confirmedBreaks(db, { edition: edition.id })));
  const messages = await count(db, waiting(edition.id));
  if (messages > 0)
    breaks.push({
      key: 'messages held',
      at: 'messages',
      kind: 'messages',
      title: both('发件箱中待确认的邮件', 'Messages that wait in the outbox'),
      why: both(`${messages}封邮件尚未发出，其中可能写着原来的日期。`, `${messages} have not gone out and may tell the old dates.`),
      choices: ['discard', 'accept'],
      mustDecide: true,
    });
  return breaks;
}

async function carryOn(db: Kysely<DB>, { edition, shift, decisions, now }: EditionMoved): Promise<void> {
  if (shift) {
    const by = sql`make_interval(days => ${shift})`;
    const shifted = (kind: string) => decidedSo(decisions, `${kind}-deadline`, 'shift');
    await sql`update task set due_at = due_at + ${by}, version = version + 1 where edition_id = ${edition.id} and id = any(${shifted('task')}::uuid[])`.execute(
      db,
    );
    await sql`update call set closes_at = closes_at + ${by}, review_by = review_by + ${by}, resubmit_by = resubmit_by + ${by}, version = version + 1
      where edition_id = ${edition.id} and id = any(${shifted('call')}::uuid[])`.execute(db);
  }
  await askAgain(db, { edition: edition.id }, decisions);
  if (decisions['messages held']?.choose === 'discard') {
    await sql`update message m set state = 'discarded', decided_by = 'everforum', decided_at = ${now}
      from message_batch b where b.id = m.batch_id and b.edition_id = ${edition.id} and m.state = 'held' and b.written_at < ${now}`.execute(
      db,
    );
  }
}

onRehearsal(rehearse);
onWithin<EditionMoved>('edition-moved', (event, { tx }) => carryOn(tx, event));
