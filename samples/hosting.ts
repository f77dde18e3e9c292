/** What the teams of the edition in preparation have before them: tasks with deadlines, people who were asked, what is not translated yet. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Rule } from '../src/boards/programme/hosting/tasks/rules.ts';
import type { EditionContent } from '../src/boards/programme/content.ts';
import { chance, idOf, type Pair, text } from './identity.ts';
import { hostedBySample, OFFICE } from './personas.ts';

const SET = '2026-10-08T01:00:00Z';

/** Due at the end of the day in Beijing. */
const TASKS: { key: string; title: Pair; about: Pair | null; due: string; rule: Rule | null }[] = [
  {
    key: 'description',
    title: ['写好摘要和介绍', 'Write abstract and description'],
    about: ['公众在日程里读到的内容，中英文皆可先写。', 'What the public reads in the programme; begin in either language.'],
    due: '2026-11-15',
    rule: 'description-written',
  },
  {
    key: 'speakers',
    title: ['确定各环节人员', 'Name the people of every session'],
    about: null,
    due: '2026-12-15',
    rule: 'speakers-named',
  },
  { key: 'agenda', title: ['确定议程', 'Fix the agenda'], about: null, due: '2027-01-15', rule: 'agenda-fixed' },
  { key: 'confirmed', title: ['嘉宾全部确认', 'Have all speakers confirm'], about: null, due: '2027-02-15', rule: 'speakers-confirmed' },
  { key: 'translated', title: ['补齐译文', 'Complete the translations'], about: null, due: '2027-03-01', rule: 'translated' },
  {
    key: 'contact',
    title: ['指定现场联络人', 'Name a contact on site'],
    about: ['告诉组委会办公室活动当天由谁负责。', 'Tell the office who is in charge on the day.'],
    due: '2027-03-10',
    rule: null,
  },
  { key: 'guests', title: ['提交来宾名单', 'Hand in the guest list'], about: null, due: '2027-03-20', rule: 'guests-listed' },
  { key: 'slides', title: ['收齐讲稿', 'Collect the slides'], about: null, due: '2027-04-09', rule: 'slides-in' },
];

export async function loadHosting(db: Kysely<DB>, content: EditionContent): Promise<void> {
  const { edition, activities } = content;
  for (const { key, title, about, due, rule } of TASKS) {
    await db
      .insertInto('task')
      .values({
        id: idOf('task', key),
        edition_id: edition.id,
        title: JSON.stringify(text(title)),
        about: about && JSON.stringify(text(about)),
        due_at: `${due}T15:59:59Z`,
        rule,
        asked_of: 'boards',
        boards: ['forum', 'side'],
        set_by: OFFICE,
        set_at: SET,
      })
      .execute();
  }
  const { activity: hosted, person: speaker } = hostedBySample(content);
  const appearances = activities
    .filter(({ board }) => board === 'forum' || board === 'side')
    .flatMap((activity) => {
      const people = [
        ...new Set([...activity.people, ...activity.sessions.flatMap((session) => session.people)].map(({ person }) => person)),
      ];
      return people.map((person) => {
        const dice = chance(`appearance ${activity.slug} ${person}`).next();
        const open = activity.id === hosted && person === speaker;
        // Some forums are far ahead of others.
        const ahead = chance(`ahead ${activity.slug}`).next();
        const state = open ? 'invited' : ahead > 0.7 || dice < ahead ? 'confirmed' : dice < 0.6 ? 'invited' : 'added';
        return {
          id: idOf('appearance', `${activity.id} ${person}`),
          activity_id: activity.id,
          person_id: person,
          state,
          email: state === 'added' ? null : `${person.slice(0, 8)}@sample.everforum.example`,
          invited_at: state === 'added' ? null : SET,
          answered_at: state === 'confirmed' ? '2026-10-20T02:00:00Z' : null,
        };
      });
    });
  for (let at = 0; at < appearances.length; at += 500)
    await db
      .insertInto('appearance')
      .values(appearances.slice(at, at + 500))
      .execute();
  await unfinished(db, hosted);
}

/** The host team of the personas has a translation to write, one to renew, and a question to wait for. */
async function unfinished(db: Kysely<DB>, hosted: string): Promise<void> {
  await sql`update session set title = jsonb_set(title::jsonb #- '{texts,en}', '{source}', '"zh"') where id = (
    select id from session where activity_id = ${hosted} and kind <> 'break' order by starts_at desc limit 1)`.execute(db);
  await sql`update activity set abstract = abstract::jsonb || '{"outdated": ["en"]}' where id = ${hosted} and abstract is not null
    and abstract::jsonb -> 'texts' ? 'en' and abstract ->> 'source' = 'zh'`.execute(db);
  await db
    .insertInto('activity_question')
    .values({
      id: randomUUID(),
      activity_id: hosted,
      question: '会场能否摆成圆桌？ Could the room be set up with round tables?',
      asked_side: 'team',
      asked_by: 'host-editor@sample.everforum.example',
      asked_name: '主办单位编辑（示例） / Editor of a host’s team (sample)',
      asked_at: '2026-11-20T03:00:00Z',
    })
    .execute();
}
