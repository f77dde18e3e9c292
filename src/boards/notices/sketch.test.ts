import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both } from '#registry/text.ts';
import type { Position, Roads } from './roads.ts';
import { sketchOf } from './sketch.ts';

const road = (coordinates: Position[]): Roads => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: {
        name: both('路', 'Road'),
        vehicles: both('货车', 'Trucks'),
        startsAt: '2027-04-16T00:00:00Z',
        endsAt: '2027-04-21T00:00:00Z',
        daily: null,
      },
    },
  ],
});

test('the whole of a road and the venue beside it lie within the drawing, whichever way it runs', () => {
  const [longitude, latitude] = [116.385, 39.995];
  const venue = { name: both('会场', 'Venue'), at: [longitude, latitude] as Position };
  for (const [dx, dy] of [
    [0.0005, 0.011],
    [0.02, 0],
    [0, 0.0001],
    [0.03, 0.03],
  ] as const) {
    const { width, height, roads, venues } = sketchOf(
      road([
        [longitude - dx, latitude - dy],
        [longitude + dx, latitude + dy],
      ]),
      [venue],
    );
    const points = roads[0]!.path
      .replaceAll(/[MZ]/g, '')
      .split('L')
      .map((point) => point.split(' ').map(Number) as [number, number]);
    for (const [x, y] of [...points, [venues[0]!.x, venues[0]!.y]]) {
      assert.ok(x! >= 0 && x! <= width && y! >= 0 && y! <= height, `${dx} ${dy}: ${x} ${y} of ${width} ${height}`);
    }
  }
});
