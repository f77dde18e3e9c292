import fc from 'fast-check';
import type { Instance } from './instance.ts';
import { readInstance } from './read.ts';

/** Reads what a test has made, which must be well formed. */
export function read(json: unknown): Instance {
  const outcome = readInstance(json);
  if (!outcome.ok) throw new Error(outcome.faults.map((fault) => `${fault.path}: ${fault.reason}`).join('\n'));
  return outcome.value;
}

/** Small instances of every kind: days, halls, walks, stands, people online, absences, sessions, limits, named delegates, precedences, minima. */
export const instances: fc.Arbitrary<Instance> = fc
  .record({
    slots: fc.integer({ min: 1, max: 40 }),
    days: fc.integer({ min: 1, max: 3 }),
    halls: fc.integer({ min: 1, max: 3 }),
    organisations: fc.integer({ min: 2, max: 6 }),
    perDay: fc.integer({ min: 1, max: 12 }),
    maxRun: fc.integer({ min: 1, max: 5 }),
    fairShare: fc.constantFrom(0, 0.3, 1),
    idleCountsAway: fc.boolean(),
    holdAll: fc.boolean(),
  })
  .chain((shape) => {
    const slot = fc.integer({ min: 0, max: shape.slots - 1 });
    const hall = fc.integer({ min: 0, max: shape.halls - 1 });
    const org = fc.integer({ min: 0, max: shape.organisations - 1 });
    const wish = fc
      .tuple(org, fc.integer({ min: 1, max: shape.organisations - 1 }), fc.integer({ min: 1, max: 8 }))
      .map(([a, step, weight]) => [a, (a + step) % shape.organisations, weight]);
    return fc
      .record({
        travel: fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: shape.halls, maxLength: shape.halls }), {
          minLength: shape.halls,
          maxLength: shape.halls,
        }),
        delegates: fc.array(
          fc.record({
            org,
            remote: fc.integer({ min: 0, max: 4 }).map((x) => x === 0),
            limit: fc.integer({ min: 0, max: 10 }),
            away: fc.array(slot, { maxLength: 6 }),
            busy: fc.uniqueArray(fc.tuple(slot, hall), { maxLength: 2, selector: ([s]) => s }),
          }),
          { minLength: 1, maxLength: 9 },
        ),
        tables: fc.array(fc.record({ hall, stand: fc.option(org) }), { maxLength: 4 }),
        wishes: fc.array(wish, { maxLength: 25 }),
        allowed: fc.array(fc.option(fc.array(slot, { maxLength: 12 })), { maxLength: 3 }),
        order: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 3 }),
        minima: fc.array(fc.tuple(org, fc.integer({ min: 0, max: 3 })), { maxLength: 2 }),
      })
      .map(({ order, allowed, ...rest }) =>
        read({
          ...shape,
          ...rest,
          allowed: allowed.slice(0, rest.wishes.length),
          dayOf: Array.from({ length: shape.slots }, (_, s) => Math.floor((s * shape.days) / shape.slots)),
          // No diagonal: staying in a hall takes no time.
          travel: rest.travel.map((row, h) => row.map((free, g) => (h === g ? 0 : free))),
          penalty: { shortfall: 20, idle: 0.05, tableChange: 0.02 },
          precedences: order.filter(([x, y]) => x < rest.wishes.length && y < rest.wishes.length && x !== y),
        }),
      );
  });
