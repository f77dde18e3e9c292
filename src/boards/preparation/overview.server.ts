/** What of the preparation is late, and what comes next, for the overview of an edition's desk. */
import { onAhead } from '#registry/ahead.server.ts';
import { onAttention } from '#registry/attention.server.ts';
import { dayAt } from '#registry/days.ts';
import { both } from '#registry/text.ts';
import { carried } from './committees/model.ts';
import { committeesOf } from './committees/store.server.ts';
import { milestonesOf } from './plan/store.server.ts';
import { pressRecordsOf } from './press/store.server.ts';

const MILESTONE = both('节点', 'Milestone');
const MEETING = both('会议', 'Meeting');
const DECISION = both('决议到期', 'Decision due');
const PRESS = both('新闻活动', 'Press event');

onAttention('edit plan', async (db, { edition, now }) => {
  const today = dayAt(now, edition.timeZone);
  const late = (await milestonesOf(db, edition.id)).filter(({ doneOn, dueOn }) => doneOn === null && dueOn < today);
  return [
    {
      ...{ key: 'milestones', count: late.length, path: 'plan', urgent: true },
      what: both('个筹备节点已过截止日期仍未完成', 'milestones past their day and not done'),
    },
  ];
});

onAttention('edit committee', async (db, { edition, now }) => {
  const today = dayAt(now, edition.timeZone);
  const late = (await committeesOf(db, edition.id))
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ meetings }) => meetings)
    .flatMap((meeting) => meeting.decisions.filter((decision) => carried(decision, meeting, today) === 'late'));
  return [
    {
      ...{ key: 'decisions', count: late.length, path: 'committees', urgent: true },
      what: both('项会议决议已过期限仍未落实', 'decisions of meetings past their day and not carried out'),
    },
  ];
});

onAhead('read plan', async (db, { edition }) =>
  (await milestonesOf(db, edition.id))
    .filter(({ doneOn }) => doneOn === null)
    .map(({ id, title, dueOn }) => ({ key: `milestone ${id}`, on: dueOn, what: MILESTONE, title, path: 'plan' })),
);

onAhead('read committee', async (db, { edition, today }) =>
  (await committeesOf(db, edition.id))
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ meetings }) => meetings)
    .flatMap((meeting) => {
      const path = `committees#m-${meeting.id}`;
      const planned = !meeting.withdrawn && meeting.state === 'planned';
      return [
        ...(planned ? [{ key: `meeting ${meeting.id}`, on: meeting.on, what: MEETING, title: meeting.title, path }] : []),
        ...meeting.decisions.flatMap((decision) =>
          decision.dueOn !== null && carried(decision, meeting, today) === 'open'
            ? [{ key: `decision ${decision.id}`, on: decision.dueOn, what: DECISION, title: decision.said, path }]
            : [],
        ),
      ];
    }),
);

onAhead('read press', async (db, { edition }) =>
  (await pressRecordsOf(db, edition.id)).map(({ id, heldOn, title }) => ({
    ...{ key: `press ${id}`, on: heldOn, what: PRESS, title, path: 'press' },
  })),
);
