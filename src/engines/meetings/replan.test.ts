import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Agenda } from './agenda.ts';
import { contradictions } from './check.ts';
import { construct } from './construct.ts';
import { compare } from './changes.ts';
import { afterUpdate, type Instance, type Plan } from './instance.ts';
import { compile } from './model.ts';
import { Random } from '../random.ts';
import { score } from './score.ts';
import { solve } from './solve.ts';
import type { Watch } from './watch.ts';
import { withMoreTables } from './tables.ts';
import { instances, read } from './testing.ts';

const still: Watch = { now: () => 0 };

function firstPlan(instance: Instance) {
  const agenda = new Agenda(compile(instance));
  construct(agenda, new Random(1));
  return { meetings: agenda.meetings() };
}

test('after an update nobody absent meets, no more is moved or dropped than allowed, and every meeting told is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(instances, fc.nat(8), fc.nat(2), async (given, absent, mostDisturbed) => {
      const instance = {
        ...given,
        update: {
          absent: absent < given.delegates.length ? [absent] : [],
          refused: given.wishes.length > 3 ? [3] : [],
          wishes: given.wishes.slice(0, 2),
        },
      };
      fc.pre(contradictions(compile(instance)).length === 0);
      const before = firstPlan(instance);
      const result = await solve(instance, { seed: 1, budget: { moves: 4000 }, before, mostDisturbed }, still);
      assert.ok(result.is === 'planned' && result.changes);
      assert.deepEqual(score(afterUpdate(instance), result.plan).problems, []);
      const c = result.changes;
      assert.ok(c.moved + c.dropped <= mostDisturbed);
      assert.equal(c.kept + c.otherTable + c.moved + c.dropped + c.forced, before.meetings.length);
      assert.ok(result.plan.meetings.every(([w]) => !instance.update.refused.includes(w)));
      // Whoever has another day than before is told, and nobody else.
      const day = (plan: Plan, d: number) => plan.meetings.filter((x) => x[3] === d || x[4] === d).sort((x, y) => x[1] - y[1]);
      const told = new Set(compare(before, result.plan, instance.update).flatMap((change) => change.tell));
      given.delegates.forEach((_, d) => {
        if (instance.update.absent.includes(d)) return assert.ok(!told.has(d));
        assert.equal(told.has(d), JSON.stringify(day(before, d)) !== JSON.stringify(day(result.plan, d)), `delegate ${d}`);
      });
    }),
    { numRuns: 40 },
  );
});

test('more tables never bring less, and what they bring is a feasible plan', async () => {
  const instance = read({
    slots: 1,
    organisations: 4,
    delegates: [{ org: 0 }, { org: 1 }, { org: 2 }, { org: 3 }],
    tables: [{ hall: 0, stand: null }],
    wishes: [
      [0, 1, 8],
      [2, 3, 5],
    ],
  });
  const before = firstPlan(instance);
  const more = await withMoreTables(instance, before, 1, { seed: 1, budget: { moves: 4000 } }, still);
  assert.deepEqual([score(instance, before).weight, more.weight, more.bound], [8, 5, 13]);
  assert.deepEqual(score(more.instance, more.plan).problems, []);
});
