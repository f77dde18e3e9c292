import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Random } from './random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const take = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  fc.assert(fc.property(fc.maxSafeInteger(), (seed) => assert.deepEqual(take(seed), take(seed))));
  assert.notDeepEqual(take(1), take(2));
  assert.notDeepEqual(take(1), take(1 + 2 ** 40));
});

test('numbers below a bound stay below it and reach every one of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer(), (bound, seed) => {
      const random = new Random(seed);
      const seen = new Set<number>();
      for (let i = 0; i < bound * 40; i++) seen.add(random.below(bound));
      assert.ok([...seen].every((n) => Number.isInteger(n) && n >= 0 && n < bound));
      assert.ok(seen.size > bound * 0.9);
    }),
  );
});

test('a shuffle keeps what is shuffled', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
      const copy = [...list];
      new Random(seed).shuffle(copy);
      assert.deepEqual(copy.sort(), [...list].sort());
    }),
  );
});
