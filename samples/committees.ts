/** Committees of the samples: what the account tells of 2022, and those of the edition in preparation, which are posts and all sample data. */
import type { Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { CommitteeKind, MemberRole } from '../src/boards/preparation/committees/model.ts';
import { putCommittee, putDecision, putMeeting, putMember } from '../src/boards/preparation/committees/store.server.ts';
import type { Uuid } from '../src/boards/programme/content.ts';
import { type Pair, text } from './identity.ts';

interface Sitting {
  title: Pair;
  on: string;
  at?: string;
  place?: Pair;
  held: boolean;
  agenda?: Pair;
  minutes?: Pair;
  decisions: { said: Pair; owner: Pair; dueOn?: string; doneOn?: string }[];
}
interface SampleCommittee {
  kind: CommitteeKind;
  name: Pair;
  since: string;
  mandate?: Pair;
  members: [post: Pair, role: MemberRole, since: string, until?: string][];
  meetings: Sitting[];
}

/** Only what the account tells: no members are named there, and of the plenary only its day and that it began the preparation. */
export const COMMITTEES_2022: SampleCommittee[] = [
  { kind: 'organising', name: ['论坛组织委员会', 'Organising Committee of the forum'], since: '2021-09-18', members: [], meetings: [] },
  {
    kind: 'executive',
    name: ['论坛执行委员会', 'Executive Committee of the forum'],
    since: '2021-09-18',
    mandate: [
      '筹办论坛。2022年9月15日，执行委员会办公室发布公告：原定9月下旬举办的论坛延期举办。',
      'Prepares the forum. On 15 September 2022 its office announced that the forum, first planned for late September, was postponed.',
    ],
    members: [],
    meetings: [
      {
        title: ['执行委员会全体会议', 'Plenary of the executive committee'],
        on: '2022-03-18',
        held: true,
        minutes: ['会议部署了2022年论坛的筹办工作。', 'The plenary planned the preparation of the forum of 2022.'],
        decisions: [],
      },
    ],
  },
];

export const COMMITTEES_2027: SampleCommittee[] = [
  {
    kind: 'organising',
    name: ['组织委员会（示例）', 'Organising committee (sample)'],
    since: '2026-09-01',
    mandate: [
      '审定论坛主题、日期和总体方案，协调各部门和主办单位。',
      'Settles theme, days and the overall scheme of the forum, and brings ministries and hosts together.',
    ],
    members: [
      [['主办城市负责同志（示例职务）', 'Head of the host city (sample post)'], 'chair', '2026-09-01'],
      [['科技主管部门负责同志（示例职务）', 'Head of the science department (sample post)'], 'vice-chair', '2026-09-01'],
      [['外事主管部门代表（示例职务）', 'Delegate of the foreign affairs office (sample post)'], 'member', '2026-09-01'],
    ],
    meetings: [
      {
        title: ['组织委员会第一次会议（示例）', 'First meeting of the organising committee (sample)'],
        on: '2026-09-03',
        at: '09:30',
        place: ['第一会议室（示例）', 'Meeting room 1 (sample)'],
        held: true,
        agenda: ['一、论坛主题\n二、举办日期', '1. Theme of the forum\n2. Its days'],
        minutes: ['会议确定了主题和举办日期。', 'Theme and days were settled.'],
        decisions: [
          {
            said: ['由执行委员会启动筹办', 'The executive committee begins the preparation'],
            owner: ['执行委员会（示例）', 'Executive committee (sample)'],
            dueOn: '2026-09-10',
            doneOn: '2026-09-10',
          },
        ],
      },
    ],
  },
  {
    kind: 'executive',
    name: ['执行委员会（示例）', 'Executive committee (sample)'],
    since: '2026-09-01',
    mandate: [
      '落实组织委员会的决定，统筹会务、活动、宣传和安全保障。',
      'Carries out what the organising committee decides: venues, activities, press and safety.',
    ],
    members: [
      [['常务副主任（示例职务）', 'Executive head (sample post)'], 'chair', '2026-09-01'],
      [['组委会办公室主任（示例职务）', 'Head of the organising office (sample post)'], 'secretary', '2026-11-02'],
      [['组委会办公室前任主任（示例职务）', 'Former head of the organising office (sample post)'], 'secretary', '2026-09-01', '2026-11-01'],
      [['会务组组长（示例职务）', 'Head of the venue team (sample post)'], 'member', '2026-09-01'],
      [['新闻中心负责人（示例职务）', 'Head of the press office (sample post)'], 'member', '2026-09-01'],
    ],
    meetings: [
      {
        title: ['执行委员会全体会议（示例）', 'Plenary of the executive committee (sample)'],
        on: '2026-09-10',
        at: '14:00',
        place: ['第二会议室（示例）', 'Meeting room 2 (sample)'],
        held: true,
        agenda: ['一、筹办计划\n二、征集安排', '1. Plan of the preparation\n2. The calls'],
        minutes: ['会议通过了筹办计划。', 'The plan of the preparation was adopted.'],
        decisions: [
          {
            said: ['与各会场签订合同', 'The venues are put under contract'],
            owner: ['会务组（示例）', 'Venue team (sample)'],
            dueOn: '2027-01-20',
          },
          {
            said: ['发布平行论坛征集', 'The call for forums is opened'],
            owner: ['组委会办公室（示例）', 'Organising office (sample)'],
            dueOn: '2026-10-15',
            doneOn: '2026-10-12',
          },
        ],
      },
      {
        title: ['执行委员会第二次会议（示例）', 'Second meeting of the executive committee (sample)'],
        on: '2027-03-08',
        at: '14:00',
        place: ['第二会议室（示例）', 'Meeting room 2 (sample)'],
        held: false,
        agenda: ['一、排期定稿\n二、媒体通气会', '1. The settled schedule\n2. The media briefing'],
        decisions: [],
      },
    ],
  },
];

export async function loadCommittees(
  tx: Transaction<DB>,
  edition: Uuid,
  committees: readonly SampleCommittee[],
  sample: boolean,
): Promise<void> {
  const perhaps = (pair: Pair | undefined) => (pair ? text(pair) : null);
  for (const { kind, name, since, mandate, members, meetings } of committees) {
    const values = { kind, name: text(name), mandate: perhaps(mandate), since, until: null };
    const committee = (await putCommittee(tx, edition, values, null, sample))!;
    for (const [post, role, from, until = null] of members)
      await putMember(tx, committee, { person: null, post: text(post), role, since: from, until }, null, sample);
    for (const { title, on, at = null, place, held, agenda, minutes, decisions } of meetings) {
      const told = { place: perhaps(place), agenda: perhaps(agenda), minutes: perhaps(minutes), state: held ? 'held' : 'planned' } as const;
      const meeting = (await putMeeting(tx, committee, { title: text(title), on, at, ...told }, null, sample))!;
      for (const { said, owner, dueOn = null, doneOn = null } of decisions)
        await putDecision(tx, meeting, { said: text(said), owner: text(owner), dueOn, doneOn }, null, sample);
    }
  }
}
