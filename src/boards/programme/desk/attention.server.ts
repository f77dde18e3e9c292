/** What of the programme, and of the mails about it, waits for a decision. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { onAttention, type Waiting } from '#registry/attention.server.ts';
import { both } from '#registry/text.ts';
import { overdueTasks } from '../hosting/tasks/open.server.ts';

type Counts<Key extends string> = Record<Key, number>;
type Line = Omit<Waiting, 'count'>;

const lines = <Key extends string>(counts: Counts<Key>, told: Record<Key, Omit<Line, 'key'>>): Waiting[] =>
  (Object.keys(told) as Key[]).map((key) => ({ key, count: counts[key], ...told[key] }));

const one = async <Row>(db: Kysely<DB>, query: ReturnType<typeof sql<Row>>): Promise<Row> => (await query.execute(db)).rows[0]!;

onAttention('decide proposal', async (db, { edition }) =>
  lines(
    await one(
      db,
      sql<Counts<'proposals' | 'claims'>>`select
        (select count(*)::int from proposal where edition_id = ${edition.id} and state = 'submitted') as proposals,
        (select count(*)::int from organisation_claim where edition_id = ${edition.id} and state = 'asked') as claims`,
    ),
    {
      proposals: { what: both('份提案等待决定', 'proposals to decide'), path: 'proposals?state=submitted', urgent: false },
      claims: { what: both('人申请代表机构', 'people who say that they act for an organisation'), path: 'calls', urgent: false },
    },
  ),
);

onAttention('edit schedule', async (db, { edition }) =>
  lines(
    await one(
      db,
      sql<Counts<'unplaced'>>`select count(*)::int as unplaced from activity
        where edition_id = ${edition.id} and state in ('planned', 'scheduled') and (starts_at is null or room_id is null)`,
    ),
    { unplaced: { what: both('场活动尚未排定时间或会场', 'activities without a room or an hour'), path: 'schedule', urgent: false } },
  ),
);

onAttention('set task', async (db, { edition, now }) =>
  lines(
    {
      late: await overdueTasks(db, edition.id, now),
      ...(await one(
        db,
        sql<Counts<'questions' | 'declined'>>`select
        (select count(*)::int from activity_question q join activity a on a.id = q.activity_id
          where a.edition_id = ${edition.id} and q.answer is null and q.asked_side = 'team') as questions,
        (select count(*)::int from appearance p join activity a on a.id = p.activity_id
          where a.edition_id = ${edition.id} and p.state = 'declined' and a.state not in ('cancelled', 'held')) as declined`,
      )),
    },
    {
      late: { what: both('项任务已过截止日期仍未完成', 'tasks past their deadline and not done'), path: 'activities', urgent: true },
      questions: { what: both('个主办单位的问题等待答复', 'questions of host teams to answer'), path: 'activities', urgent: false },
      declined: { what: both('位嘉宾谢绝出席', 'speakers who declined'), path: 'activities', urgent: false },
    },
  ),
);

onAttention('release message', async (db, { edition }) =>
  lines(
    await one(
      db,
      sql<
        Counts<'held' | 'failed'>
      >`select count(*) filter (where m.state = 'held')::int as held, count(*) filter (where m.state = 'failed')::int as failed
        from message m join message_batch b on b.id = m.batch_id where b.edition_id = ${edition.id}`,
    ),
    {
      failed: { what: both('封邮件未能送达', 'messages that could not be delivered'), path: 'messages?state=failed', urgent: true },
      held: { what: both('封邮件等待确认发送', 'messages that wait to be released'), path: 'messages?state=held', urgent: false },
    },
  ),
);
