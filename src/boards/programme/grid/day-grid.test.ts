import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseInMemory } from '../house-in-memory.ts';
import { activity, id, smallEdition } from '../pages/small-edition.ts';
import type { Activity, EditionContent } from '../content.ts';
import type { TileContext } from './tile.ts';
import { dayGrid, startOfDay } from './day-grid.ts';
import { hourList } from './hour-list.ts';

const DAY = '2022-11-26';

async function contextOf(...versions: EditionContent[]): Promise<TileContext> {
  const house = houseInMemory(versions.map((content) => ({ content, publishedAt: '2022-11-24T10:00:00Z' })));
  const published = await house.current('2022');
  assert.ok(published);
  return { published, base: '/en/2022', readable: null };
}

const gridOf = async (activities: Activity[]) => dayGrid(activities, DAY, await contextOf(smallEdition({ activities })));
const tilesOf = (grid: Awaited<ReturnType<typeof gridOf>>) => grid.groups.flatMap((group) => group.rows.flatMap((row) => row.tiles));

test('a forum of the morning stands between its hours', async () => {
  const grid = await gridOf([activity(1, { startsAt: '2022-11-26T01:00:00Z', endsAt: '2022-11-26T04:00:00Z' })]);
  assert.deepEqual([grid.from, grid.to], [8, 19]);
  const [tile] = tilesOf(grid);
  // 09:00 and 12:00 in Beijing, on an axis of eleven hours from 08:00.
  assert.ok(tile && Math.abs(tile.start - 100 / 11) < 0.01 && Math.abs(tile.end - 400 / 11) < 0.01);
});

test('an early and a late activity make the axis longer', async () => {
  const grid = await gridOf([
    activity(1, { startsAt: '2022-11-25T22:30:00Z', endsAt: '2022-11-26T00:00:00Z' }),
    activity(2, { startsAt: '2022-11-26T12:00:00Z', endsAt: '2022-11-26T14:30:00Z' }),
  ]);
  assert.deepEqual([grid.from, grid.to], [6, 23]);
});

test('an exhibition of several days fills the axis and does not lengthen it', async () => {
  const grid = await gridOf([activity(1, { startsAt: '2022-11-25T01:00:00Z', endsAt: '2022-11-30T09:30:00Z' })]);
  const [tile] = tilesOf(grid);
  assert.deepEqual([grid.from, grid.to, tile?.start, tile?.end, tile?.opens], [8, 19, 0, 100, 'both']);
});

test('venues come before sub-venues, and a sub-venue says how far its clock is behind', async () => {
  const { activities } = smallEdition();
  const grid = await gridOf(activities);
  assert.deepEqual(
    grid.groups.map((group) => [group.is, group.rows.map((row) => row.ahead)]),
    [
      ['venue', [0]],
      ['sub-venues', [-7]],
    ],
  );
});

test('what overlaps in a room is laid below each other', async () => {
  const grid = await gridOf([activity(1, {}), activity(2, { sharesRoom: 'poster' })]);
  assert.deepEqual(
    tilesOf(grid).map(({ lane }) => lane),
    [0, 1],
  );
});

test('nothing of the day is lost, not even what has no room or lies outside the hours', async () => {
  const activities = [
    activity(1, { room: null }),
    // The evening in San Francisco is the morning after in Beijing.
    activity(2, { room: id(7), startsAt: '2022-11-26T23:00:00Z', endsAt: '2022-11-27T02:00:00Z' }),
    activity(3, { startsAt: '2022-11-26T01:00:00Z', endsAt: '2022-11-26T01:00:00Z' }),
  ];
  for (const tile of tilesOf(await gridOf(activities))) {
    assert.ok(tile.start >= 0 && tile.end <= 100 && tile.end > tile.start, JSON.stringify(tile));
  }
  assert.equal(tilesOf(await gridOf(activities)).length, 3);
});

test('the newest version marks what it moved', async () => {
  const before = smallEdition();
  const after = smallEdition();
  const moved = after.activities[1];
  assert.ok(moved);
  moved.startsAt = '2022-11-26T06:00:00Z';
  const grid = dayGrid(after.activities, DAY, await contextOf(before, after));
  assert.deepEqual(
    tilesOf(grid).flatMap(({ tile }) => (tile.marks.includes('time') ? [tile.number] : [])),
    [moved.number],
  );
});

test('a day begins at its own midnight, also where the clocks change', () => {
  assert.equal(startOfDay(DAY, 'Asia/Shanghai'), Date.parse('2022-11-25T16:00:00Z'));
  assert.equal(startOfDay('2022-10-30', 'Europe/Berlin'), Date.parse('2022-10-29T22:00:00Z'));
  assert.equal(startOfDay('2022-10-31', 'Europe/Berlin'), Date.parse('2022-10-30T23:00:00Z'));
});

test('a list has every activity once, under the hour it starts', async () => {
  const activities = [
    activity(1, { startsAt: '2022-11-26T01:00:00Z' }),
    activity(2, { startsAt: null, endsAt: null }),
    activity(3, { startsAt: '2022-11-25T01:00:00Z', endsAt: '2022-11-27T01:00:00Z' }),
  ];
  const context = await contextOf(smallEdition({ activities }));
  const said = (days: ReturnType<typeof hourList>) =>
    days.map(({ date, going, hours }) => [
      date,
      going.map((tile) => tile.number),
      hours.map(({ time, tiles }) => [time, tiles.map((tile) => tile.number)]),
    ]);
  assert.deepEqual(said(hourList(activities, context)), [
    ['2022-11-25', [], [['09:00', [3]]]],
    [DAY, [], [['09:00', [1]]]],
    [null, [], [['', [2]]]],
  ]);
  assert.deepEqual(said(hourList(activities.slice(2), context, DAY)), [[DAY, [3], []]]);
});
