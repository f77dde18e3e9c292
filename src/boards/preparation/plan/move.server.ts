/** What of the plan is counted from the days of the edition: asked before a move, carried out within it. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { onWithin } from '#platform/events.server.ts';
import { dayAt, dayInWords, daysLater } from '#registry/days.ts';
import { type Break, decidedSo, type EditionMove, type EditionMoved, onRehearsal } from '#registry/rehearsals.server.ts';
import { both } from '#registry/text.ts';
import { type Milestone, untilFirstDay } from './model.ts';
import { setReminders } from './reminders.server.ts';
import { holdPlan, milestonesOf } from './store.server.ts';

const KIND = 'milestone';

/** What is done is history; what is late is late whatever the days are. */
const open = async (db: Kysely<DB>, { edition, now }: EditionMove): Promise<Milestone[]> => {
  const today = dayAt(now, edition.timeZone);
  return (await milestonesOf(db, edition.id)).filter(({ doneOn, dueOn }) => doneOn === null && dueOn >= today);
};

async function rehearse(db: Kysely<DB>, move: EditionMove): Promise<Break[]> {
  const { edition, last, to, shift, now } = move;
  const milestones = await open(db, move);
  if (milestones.length === 0 || !last) return [];
  if (shift === null || !to)
    return [
      {
        key: 'milestones',
        kind: 'plan',
        at: 'plan',
        title: both('筹备计划的节点', 'Milestones of the plan'),
        why: both(
          `${milestones.length}个节点按原定会期排定，暂保持原日；新日期确定、再次改期时可随之移动。`,
          `${milestones.length} are set against the former dates. They keep their days for now, and can move along once the new dates are set.`,
        ),
        choices: ['accept'],
        mustDecide: false,
      },
    ];
  const today = dayAt(now, edition.timeZone);
  return milestones.map(({ id, title, dueOn }) => {
    const moved = daysLater(dueOn, shift);
    const [before, left] = [untilFirstDay(dueOn, last), untilFirstDay(dueOn, to)];
    const overrun = left <= 0 && before > 0;
    return {
      key: `${KIND} ${id}`,
      kind: 'plan',
      at: 'plan',
      title,
      why: both(
        `截止日为${dayInWords('zh', dueOn)}，${told.zh(before)}；随论坛改期则为${dayInWords('zh', moved)}${moved < today ? '（已过）' : ''}。${overrun ? '如不改，将晚于新的首日。' : ''}`,
        `It is due on ${dayInWords('en', dueOn)}, ${told.en(before)}; moved along, on ${dayInWords('en', moved)}${moved < today ? ', which is past' : ''}.${overrun ? ' Left as it is, it is not before the new first day.' : ''}`,
      ),
      alike: both('{count}个节点按原定会期排定', '{count} milestones are set against the former dates'),
      // What would be past if it moved along is better left.
      choices: moved < today ? ['accept', 'shift'] : ['shift', 'accept'],
      mustDecide: overrun && moved < today,
    };
  });
}

const told = {
  zh: (days: number) => (days > 0 ? `首日前${days}天` : days < 0 ? `首日后${-days}天` : '即首日'),
  en: (days: number) => {
    const count = Math.abs(days) === 1 ? 'one day' : `${Math.abs(days)} days`;
    return days > 0 ? `${count} before the first day` : days < 0 ? `${count} after the first day` : 'the first day';
  },
};

async function carryOn(db: Transaction<DB>, { edition, shift, decisions, now }: EditionMoved): Promise<void> {
  if (!shift) return;
  const ids = decidedSo(decisions, KIND, 'shift');
  if (ids.length === 0) return;
  await holdPlan(db, edition.id);
  const { rows } = await sql<{ id: string }>`update milestone set due_on = due_on + ${shift}::int, version = version + 1
    where edition_id = ${edition.id} and done_on is null and id::text = any(${ids}) returning id`.execute(db);
  for (const { id } of rows) await setReminders(db, id, now);
}

onRehearsal(rehearse);
onWithin<EditionMoved>('edition-moved', (event, { tx }) => carryOn(tx, event));
