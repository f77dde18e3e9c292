/**
 * Notices of 2022 after the facts of the text (the postponement of September, the traffic control of November) in our own words; roads,
 * hours and vehicles are sample data. And one in preparation for the edition after.
 */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { addDraft, markIssued, type NewDraft } from '../src/boards/notices/store.server.ts';
import { geometryOf, type Position, type Road } from '../src/boards/notices/roads.ts';
import type { Uuid } from '../src/boards/programme/content.ts';
import { idOf, type Pair, text } from './identity.ts';
import { OFFICE as BY } from './personas.ts';

const OFFICE = text(['组委会办公室', 'Organising office']);
const plain = { validFrom: null, validUntil: null, audience: { is: 'everybody' as const }, roads: null, replaces: null, sample: true };

const road = (name: Pair, vehicles: Pair, points: Position[], shape: 'line' | 'area' = 'line'): Road => ({
  type: 'Feature',
  properties: {
    ...{ name: text(name), vehicles: text(vehicles), startsAt: '2022-11-24T22:00:00Z', endsAt: '2022-11-30T14:00:00Z' },
    daily: { from: '06:00', until: '22:00' },
  },
  geometry: geometryOf(shape, points),
});

const PASSING: Pair = ['持证车辆、公交车和沿线居民车辆除外', 'All vehicles but those with a pass, buses and residents'];

export const notices2022 = (edition: Uuid): (NewDraft & { issuedAt: string })[] => [
  {
    ...{ id: idOf('notice', '2022-1'), edition, ...plain, kind: 'postponement', issuer: OFFICE, issuedAt: '2022-09-15T02:00:00Z' },
    title: text(['论坛年会延期举办', 'The annual conference is postponed']),
    body: text([
      '原定于2022年9月22日至27日举办的论坛年会延期举办，新的日期另行公告。\n\n已提交的报名和邀请继续有效，无需重新办理。',
      'The annual conference, planned for 22–27 September 2022, is postponed. The new dates will be announced.\n\nRegistrations and invitations stay valid; nothing needs to be done again.',
    ]),
    validUntil: '2022-11-30T16:00:00Z',
  },
  {
    ...{ id: idOf('notice', '2022-2'), edition, ...plain, kind: 'traffic-control', issuer: OFFICE, issuedAt: '2022-11-22T02:00:00Z' },
    title: text(['论坛期间会场周边道路临时交通管制', 'Traffic control around the venue during the forum']),
    body: text([
      '论坛举办期间，会场周边部分道路分时段采取临时交通管制措施，请提前安排出行，尽量乘坐公共交通。\n\n以下路段、时间和车辆为示例数据。',
      'During the forum some roads around the venue are closed at certain hours. Please plan ahead, and come by public transport.\n\nThe roads, hours and vehicles below are sample data.',
    ]),
    ...{ validFrom: '2022-11-24T22:00:00Z', validUntil: '2022-11-30T14:00:00Z' },
    roads: {
      type: 'FeatureCollection',
      features: [
        road(['示例北路（东段）', 'Sample North Road, east part'], PASSING, [
          [116.3035, 39.9905],
          [116.3085, 39.9907],
          [116.3142, 39.9901],
        ]),
        road(['示例西街', 'Sample West Street'], PASSING, [
          [116.3035, 39.9905],
          [116.3031, 39.9866],
          [116.3033, 39.9838],
        ]),
        road(
          ['会场周边区域', 'The area around the venue'],
          ['除工作车辆外的所有车辆', 'All vehicles but those at work there'],
          [
            [116.3068, 39.9886],
            [116.3106, 39.9887],
            [116.3105, 39.9862],
            [116.3067, 39.9861],
          ],
          'area',
        ),
      ],
    },
  },
];

export async function loadNotices2022(db: Kysely<DB>, edition: Uuid): Promise<void> {
  for (const [at, { issuedAt, ...draft }] of notices2022(edition).entries()) {
    await addDraft(db, draft, BY, issuedAt);
    await markIssued(db, draft, at + 1, BY, issuedAt);
  }
}

export async function loadDraft2027(db: Kysely<DB>, edition: Uuid): Promise<void> {
  const draft: NewDraft = {
    ...{ id: idOf('notice', '2027-1'), edition, ...plain, kind: 'announcement', issuer: OFFICE },
    title: text(['年会报名事项', 'Registration for the annual conference']),
    body: text([
      '年会报名办法正在拟定，确定后公布。（示例草稿）',
      'How to register is being settled and will be announced. (Sample draft)',
    ]),
  };
  await addDraft(db, draft, BY, '2026-11-01T02:00:00Z');
}
