import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { rangesOfBreaks } from './breaks.ts';
import { construct } from './construct.ts';
import { Exchange, isOfSlotsAlone, SPREAD } from './exchange.ts';
import type { Instance, Meeting } from './instance.ts';
import { compile } from './model.ts';
import { score } from './score.ts';
import { read } from './testing.ts';

/** Events where slots are all there is to decide, of those wishes that a first plan holds, with that plan. */
const events: fc.Arbitrary<{ instance: Instance; meetings: Meeting[] }> = fc
  .record({ slots: fc.integer({ min: 2, max: 32 }), people: fc.integer({ min: 3, max: 9 }), days: fc.integer({ min: 1, max: 3 }) })
  .chain(({ slots, people, days }) => {
    const slot = fc.integer({ min: 0, max: slots - 1 });
    const person = fc.integer({ min: 0, max: people - 1 });
    return fc
      .record({
        tables: fc.integer({ min: 1, max: 4 }),
        idleCountsAway: fc.boolean(),
        remote: fc.array(fc.boolean(), { minLength: people, maxLength: people }),
        away: fc.array(fc.array(slot, { maxLength: slots >> 1 }), { minLength: people, maxLength: people }),
        pairs: fc.array(fc.tuple(person, fc.integer({ min: 1, max: people - 1 })), { minLength: 1, maxLength: 24 }),
        allowed: fc.array(fc.option(fc.array(slot, { minLength: 1, maxLength: slots })), { maxLength: 24 }),
        order: fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 6 }),
      })
      .map(({ tables, idleCountsAway, remote, away, pairs, allowed, order }) => {
        const shape = {
          slots,
          dayOf: Array.from({ length: slots }, (_, s) => Math.floor((s * days) / slots)),
          organisations: people,
          delegates: away.map((list, org) => ({ org, away: list, remote: remote[org]! && org % 3 === 0 })),
          tables: Array.from({ length: tables }, () => ({})),
          idleCountsAway,
        };
        const wishes = pairs.map(([a, step]) => [a, (a + step) % people, 1]);
        const agenda = new Agenda(compile(read({ ...shape, wishes, allowed: allowed.slice(0, wishes.length) })));
        construct(agenda, new Random(1));
        const held = agenda.meetings();
        const slotOf = held.map((meeting) => meeting[1]);
        return {
          instance: read({
            ...shape,
            wishes: held.map(([w]) => wishes[w]),
            allowed: held.map(([w]) => allowed[w] ?? null),
            precedences: order.filter(([x, y]) => x < held.length && y < held.length && slotOf[x]! < slotOf[y]!),
            holdAll: true,
          }),
          meetings: held.map(([, ...place], w): Meeting => [w, ...place]),
        };
      });
  });

test('after every exchange breaks and waiting are those of the full score and those of each delegate within its bounds, all is still held, and the plan is feasible', () => {
  fc.assert(
    fc.property(events, fc.integer(), fc.constantFrom(0.1, 1, 100), fc.nat(2), ({ instance, meetings }, seed, temperature, floor) => {
      const m = compile(instance);
      assert.ok(isOfSlotsAlone(m));
      const ranges = rangesOfBreaks(m);
      const exchange = new Exchange(m, new Random(seed), meetings, 0.01, floor);
      const agenda = new Agenda(m);
      agenda.breakFloor = floor;
      agenda.breakCap = floor + SPREAD;
      let best = [exchange.unfair, exchange.breaks, exchange.idle];
      for (let i = 0; i < 80; i++) {
        if (meetings.length > 0) exchange.step(temperature);
        const plan = { meetings: seated(instance, exchange.slot) };
        const full = score(instance, plan);
        assert.deepEqual([full.problems, full.meetings], [[], meetings.length]);
        agenda.load(plan.meetings);
        for (const [d, { least, most }] of ranges) assert.ok(agenda.breaksOf[d]! >= least && agenda.breaksOf[d]! <= most);
        assert.deepEqual([full.breaks, full.idle], [agenda.breaks, exchange.idle]);
        const now = [exchange.unfair, exchange.breaks, exchange.idle];
        assert.deepEqual(now, [agenda.unfair, full.breaks, full.idle]);
        if ((now[0]! - best[0]! || now[1]! - best[1]! || now[2]! - best[2]!) < 0) best = now;
      }
      assert.deepEqual([exchange.leastUnfair, exchange.leastBreaks, exchange.leastIdle], best);
    }),
    { numRuns: 100 },
  );
});

/** The meetings in these slots, at the first free tables. */
function seated(instance: Instance, slots: Int32Array): Meeting[] {
  const used = new Int32Array(instance.slots);
  return instance.wishes.map(([a, b], w): Meeting => {
    const online = instance.delegates[a]!.remote || instance.delegates[b]!.remote;
    return [w, slots[w]!, online ? -1 : used[slots[w]!]!++, a, b];
  });
}
