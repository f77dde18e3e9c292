/** The plans of the samples: what the account tells of 2022, and one of the edition in preparation that is all sample data. */
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { milestonesOf, putMilestone, setDone } from '../src/boards/preparation/plan/store.server.ts';
import { setReminders } from '../src/boards/preparation/plan/reminders.server.ts';
import type { Uuid } from '../src/boards/programme/content.ts';
import { type Pair, text } from './identity.ts';
import { personaId } from './personas.ts';

type Line = [key: string, title: Pair, owner: Pair, dueOn: string, days: number, waitsFor: string[], done: boolean];

const COMMITTEE: Pair = ['执行委员会', 'Executive committee'];
const OFFICE: Pair = ['组委会办公室', 'Organising office'];
const PRESS: Pair = ['新闻中心（示例）', 'Press office (sample)'];
const TECHNICAL: Pair = ['会务组（示例）', 'Venue team (sample)'];

/** Their days are those of the account; what waits for what is our reading of it. */
export const PLAN_2022: Line[] = [
  [
    'plenary',
    ['执行委员会全体会议，部署筹办', 'The executive committee meets in plenary to begin the preparation'],
    COMMITTEE,
    '2022-03-18',
    1,
    [],
    true,
  ],
  ['briefing', ['媒体通气会', 'Media briefing'], OFFICE, '2022-08-22', 5, ['plenary'], true],
  ['postponed', ['发布延期公告', 'The postponement is announced'], COMMITTEE, '2022-09-15', 1, ['briefing'], true],
  [
    'traffic',
    ['发布交通管制通告', 'Traffic control is announced'],
    ['公安交管部门', 'Traffic police'],
    '2022-11-16',
    10,
    ['postponed'],
    true,
  ],
  ['press', ['新闻发布会', 'Press conference'], OFFICE, '2022-11-18', 2, ['traffic'], true],
];

const PLAN_2027: Line[] = [
  [
    'plenary',
    ['执行委员会部署筹办（示例）', 'The executive committee begins the preparation (sample)'],
    COMMITTEE,
    '2026-09-10',
    1,
    [],
    true,
  ],
  ['call', ['平行论坛征集截止（示例）', 'The call for forums closes (sample)'], OFFICE, '2027-01-15', 40, ['plenary'], false],
  ['venues', ['会场合同签订（示例）', 'Venues are under contract (sample)'], TECHNICAL, '2027-01-20', 30, ['plenary'], false],
  ['review', ['完成提案评审（示例）', 'Proposals are decided (sample)'], OFFICE, '2027-02-12', 20, ['call'], false],
  ['schedule', ['排期定稿（示例）', 'The schedule is settled (sample)'], OFFICE, '2027-03-05', 18, ['review', 'venues'], false],
  ['interpreters', ['译员到位（示例）', 'Interpreters are engaged (sample)'], TECHNICAL, '2027-03-25', 15, ['schedule'], false],
  ['briefing', ['媒体通气会（示例）', 'Media briefing (sample)'], PRESS, '2027-03-12', 4, ['schedule'], false],
  [
    'traffic',
    ['交通管制通告（示例）', 'Traffic control is announced (sample)'],
    ['公安交管部门（示例）', 'Traffic police (sample)'],
    '2027-04-08',
    10,
    ['schedule'],
    false,
  ],
  ['press', ['新闻发布会（示例）', 'Press conference (sample)'], PRESS, '2027-04-12', 3, ['briefing', 'traffic'], false],
  ['opening', ['开幕（示例）', 'Opening (sample)'], COMMITTEE, '2027-04-16', 1, ['press', 'interpreters'], false],
];

/** Whose desk a milestone is on, by key; all others are the office's. */
const ANSWERABLE_2027: Record<string, string> = { call: 'forum-board', review: 'forum-board', briefing: 'press', press: 'press' };
/** When the sample accounts were there: reminders are those still to come from then on. */
const PLANNED = '2026-09-15T01:00:00Z';

export const loadPlan2027 = async (tx: Transaction<DB>, edition: Uuid): Promise<void> => {
  await loadPlan(tx, edition, PLAN_2027, ANSWERABLE_2027);
  for (const { id } of await milestonesOf(tx, edition)) await setReminders(tx, id, PLANNED);
};

export async function loadPlan(
  tx: Transaction<DB>,
  edition: Uuid,
  lines: readonly Line[],
  answerable: Record<string, string> = {},
): Promise<void> {
  const ids = new Map<string, string>();
  for (const [key, title, owner, dueOn, days, waits] of lines) {
    const waitsFor = waits.map((one) => ids.get(one)!);
    ids.set(
      key,
      (await putMilestone(
        tx,
        edition,
        {
          title: text(title),
          owner: text(owner),
          answerable: answerable[key] ? personaId(answerable[key]) : null,
          dueOn,
          days,
          waitsFor,
          note: null,
        },
        null,
        true,
      ))!,
    );
  }
  const made = new Map((await milestonesOf(tx, edition)).map((one) => [one.id, one]));
  for (const [key, , , dueOn, , , done] of lines) {
    const one = made.get(ids.get(key)!)!;
    if (done) await setDone(tx, edition, one.id, one.version, dueOn);
  }
}
