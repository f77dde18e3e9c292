/** Activities as a list: by day, and within a day by the hour they start. */
import type { Activity, PlainDate } from '../content.ts';
import { tileOf, type Tile, type TileContext } from './tile.ts';

export interface ListDay {
  /** `null` gathers what has no time yet. */
  date: PlainDate | null;
  /** What began on a day before and goes on. */
  going: Tile[];
  hours: { time: string; tiles: Tile[] }[];
  count: number;
}

/** With `only`, just that day; otherwise every activity once, on the day it begins. */
export function hourList(activities: readonly Activity[], context: TileContext, only: PlainDate | null = null): ListDay[] {
  const days = new Map<PlainDate | null, { going: Tile[]; hours: Map<string, Tile[]>; count: number }>();
  for (const activity of activities) {
    const tile = tileOf(activity, context);
    const first = tile.days[0] ?? null;
    const date = only ?? first;
    let day = days.get(date);
    if (!day) days.set(date, (day = { going: [], hours: new Map(), count: 0 }));
    day.count += 1;
    if (only && first !== only) {
      day.going.push(tile);
      continue;
    }
    const time = tile.times.slice(0, 5);
    const hour = day.hours.get(time);
    if (hour) hour.push(tile);
    else day.hours.set(time, [tile]);
  }
  return [...days]
    .sort(([a], [b]) => (a ?? '9999').localeCompare(b ?? '9999'))
    .map(([date, { going, hours, count }]) => ({
      date,
      going,
      hours: [...hours].sort(([a], [b]) => a.localeCompare(b)).map(([time, tiles]) => ({ time, tiles })),
      count,
    }));
}
