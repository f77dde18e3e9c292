/** What overlaps in one row is laid in lanes below each other, so that nothing hides anything. */

export interface Span {
  /** Any unit; `end` is after `start`. */
  start: number;
  end: number;
}

/** Gives each span the first lane that is free when it starts. Lanes count from 0; there are as many as ever overlap at once. */
export function inLanes<Item extends Span>(items: readonly Item[]): { item: Item; lane: number }[] {
  const freeFrom: number[] = [];
  return items
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((item) => {
      const free = freeFrom.findIndex((end) => end <= item.start);
      const lane = free === -1 ? freeFrom.length : free;
      freeFrom[lane] = item.end;
      return { item, lane };
    });
}
