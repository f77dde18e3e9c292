/** What clashes in a day, and which ways are too long for the time between. Pure: numbers in, warnings out. */
import type { MyDayData, MyDayItem } from '#boards/programme/grid/my-day.ts';

export interface Planned {
  item: MyDayItem;
  /** Others of the plan that take place at the same time. */
  clashes: MyDayItem[];
  /** The next thing that cannot be reached in time: minutes needed and minutes there are. */
  walk: { to: MyDayItem; need: number; have: number } | null;
}

const HOUR = 3_600_000;
/** Nobody attends for whole days: what lasts longer (an exhibition) is visited, and clashes with nothing. */
const VISITED = 8 * HOUR;

const start = (item: MyDayItem): number => (item.startsAt ? Date.parse(item.startsAt) : Infinity);
const end = (item: MyDayItem): number => (item.endsAt ? Date.parse(item.endsAt) : Infinity);
const attended = (item: MyDayItem): boolean => item.startsAt !== null && !item.off && end(item) - start(item) < VISITED;

/** In the order of time; what has no time comes last. */
export function plan(items: readonly MyDayItem[], ways: MyDayData['ways']): Planned[] {
  const inOrder = items.toSorted((a, b) => start(a) - start(b) || a.number - b.number);
  return inOrder.map((item, position) => ({
    item,
    clashes: attended(item)
      ? inOrder.filter((other) => other !== item && attended(other) && start(other) < end(item) && start(item) < end(other))
      : [],
    walk: attended(item) ? walkFrom(item, inOrder.slice(position + 1), ways) : null,
  }));
}

function walkFrom(item: MyDayItem, later: MyDayItem[], ways: MyDayData['ways']): Planned['walk'] {
  const to = later.find((other) => attended(other) && start(other) >= end(item));
  if (!to) return null;
  const need = minutesBetween(item.venue, to.venue, ways);
  const have = Math.round((start(to) - end(item)) / 60_000);
  return need !== null && need > have ? { to, need, have } : null;
}

/** `null` where nothing is known of the way; 0 within one venue. */
export function minutesBetween(a: number, b: number, ways: MyDayData['ways']): number | null {
  if (a < 0 || b < 0) return null;
  if (a === b) return 0;
  return ways[Math.max(a, b)]?.[Math.min(a, b)] ?? null;
}
