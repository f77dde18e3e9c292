import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both, onlyIn } from '#registry/text.ts';
import { bannerOf, type Issued, mayIssue, nextTurn, type NoticeText, standing } from './model.ts';
import { geometryOf, type Position, positionsOf, readPositions, roads, writePositions } from './roads.ts';

const text: NoticeText = {
  ...{ kind: 'announcement', issuer: both('办公室', 'Office'), title: both('题', 'Title'), body: both('文', 'Text') },
  ...{ validFrom: null, validUntil: null, audience: { is: 'everybody' }, roads: null },
};
const issued = (more: Partial<Issued> = {}): Issued => ({
  ...text,
  ...{ state: 'issued', id: 'a', edition: 'e', number: 1, issuedAt: '2022-11-01T00:00:00Z', replaces: null, replacedBy: null },
  ...{ endedAt: null, withdrawnBecause: null, sample: false },
  ...more,
});
const NOW = '2022-11-25T00:00:00Z';

test('a notice whose time is over is not issued', () => {
  assert.deepEqual(mayIssue({ ...text, validUntil: NOW }, null, NOW), { ok: false, problem: { is: 'ended', at: NOW } });
  assert.ok(mayIssue({ ...text, validUntil: '2022-11-25T00:00:01Z' }, null, NOW).ok);
});

test('a notice is issued in every language of the pages', () => {
  assert.deepEqual(mayIssue({ ...text, body: onlyIn('zh', '文') }, null, NOW), {
    ok: false,
    problem: { is: 'untranslated', languages: ['en'] },
  });
});

test('traffic control names its roads, and what is replaced must be in force', () => {
  assert.deepEqual(mayIssue({ ...text, kind: 'traffic-control' }, null, NOW), { ok: false, problem: { is: 'no-roads' } });
  assert.deepEqual(mayIssue(text, { state: 'withdrawn' }, NOW), { ok: false, problem: { is: 'already-ended' } });
});

test('a notice holds from its first moment to before its last', () => {
  const notice = issued({ validFrom: '2022-11-25T00:00:00Z', validUntil: '2022-11-26T00:00:00Z' });
  assert.equal(standing(notice, '2022-11-24T23:59:59Z'), 'coming');
  assert.equal(standing(notice, '2022-11-25T00:00:00Z'), 'in-force');
  assert.equal(standing(notice, '2022-11-26T00:00:00Z'), 'over');
  assert.equal(standing({ ...notice, state: 'withdrawn' }, NOW), 'withdrawn');
});

test('the banner has what concerns everybody now, safety first', () => {
  const notices = [
    issued({ number: 4, kind: 'announcement' }),
    issued({ number: 3, kind: 'postponement' }),
    issued({ number: 2, kind: 'safety' }),
    issued({ number: 1, kind: 'traffic-control', state: 'replaced' }),
  ];
  assert.deepEqual(
    bannerOf(notices, NOW).map(({ number }) => number),
    [2, 3],
  );
});

test('how a notice stands changes at no moment but its turns', () => {
  const hour = fc.integer({ min: 0, max: 30 }).map((at) => new Date(Date.parse(NOW) + at * 3_600_000).toISOString());
  const notice = fc.record({ validFrom: fc.option(hour), validUntil: fc.option(hour) }).map((validity) => issued(validity));
  fc.assert(
    fc.property(fc.array(notice, { maxLength: 5 }), hour, (notices, now) => {
      const next = nextTurn(notices, now);
      const stands = (at: string) => notices.map((one) => standing(one, at));
      const before = next ? new Date(Date.parse(next) - 1).toISOString() : '2100-01-01T00:00:00Z';
      assert.deepEqual(stands(before), stands(now));
    }),
  );
});

test('positions are typed latitude first and come back as they were', () => {
  assert.deepEqual(readPositions('39.98760, 116.30210\n\n39.99, 116.31\r\n'), [
    [116.3021, 39.9876],
    [116.31, 39.99],
  ]);
  for (const wrong of ['116.3, 39.9', 'north', '39.9', '39.9, 116.3, 4']) assert.equal(readPositions(wrong), null);
  const position = fc.tuple(fc.integer({ min: -18_000_000, max: 18_000_000 }), fc.integer({ min: -8_500_000, max: 8_500_000 }));
  fc.assert(
    fc.property(fc.array(position, { maxLength: 9 }), (raw) => {
      const points = raw.map(([x, y]) => [x / 1e5, y / 1e5] as Position);
      assert.deepEqual(
        readPositions(writePositions(points))?.map((one) => one.map((value) => value.toFixed(5))),
        points.map((one) => one.map((value) => value.toFixed(5))),
      );
    }),
  );
});

test('an area is a closed ring in GeoJSON, and is drawn without its repeated end', () => {
  const points: Position[] = [
    [116.3, 39.9],
    [116.4, 39.9],
    [116.4, 40],
  ];
  const properties = { name: both('路', 'Road'), vehicles: both('车', 'All'), startsAt: NOW, endsAt: NOW, daily: null };
  const road = { type: 'Feature' as const, properties, geometry: geometryOf('area', points) };
  const valid = roads.safeParse({ type: 'FeatureCollection', features: [road] });
  assert.ok(valid.success);
  assert.deepEqual(positionsOf(valid.data.features[0]!), points);
  const open = { ...road, geometry: { type: 'Polygon', coordinates: [[...points, [1, 1]]] } };
  assert.equal(roads.safeParse({ type: 'FeatureCollection', features: [open] }).success, false);
});
