import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inLanes, type Span } from './lanes.ts';

const spans = fc.array(
  fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })).map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 40 },
);

test('nothing in a lane overlaps, and there are no more lanes than ever overlap at once', () => {
  fc.assert(
    fc.property(spans, (items) => {
      const placed = inLanes(items);
      assert.equal(placed.length, items.length);
      for (const a of placed)
        for (const b of placed) {
          if (a !== b && a.lane === b.lane) assert.ok(a.item.end <= b.item.start || b.item.end <= a.item.start);
        }
      const most = Math.max(0, ...items.map(({ start }) => items.filter((other) => other.start <= start && start < other.end).length));
      assert.equal(new Set(placed.map(({ lane }) => lane)).size, most);
    }),
  );
});

test('one after the other share a lane', () => {
  assert.deepEqual(
    inLanes([
      { start: 9, end: 10 },
      { start: 10, end: 11 },
    ]).map(({ lane }) => lane),
    [0, 0],
  );
});
