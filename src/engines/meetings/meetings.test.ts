import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { Search } from './anneal.ts';
import { agendaOf, book, giveBack, offers } from './book.ts';
import { boundByPrices, boundByProgramme } from './bound.ts';
import { contradictions } from './check.ts';
import { construct } from './construct.ts';
import { explain } from './explain.ts';
import { compile } from './model.ts';
import { relaxation } from './relaxation.ts';
import { score } from './score.ts';
import { solve } from './solve.ts';
import { boundInTime } from './timed.ts';
import type { Watch } from './watch.ts';
import { instances, read } from './testing.ts';

const still: Watch = { now: () => 0 };
const near = (x: number, y: number) => Math.abs(x - y) < 1e-3;

test('after every move the terms kept step by step are those of the full score, and the plan is feasible', () => {
  fc.assert(
    fc.property(instances, fc.integer(), (instance, seed) => {
      const m = compile(instance);
      fc.pre(contradictions(m).length === 0);
      const agenda = new Agenda(m);
      const search = new Search(agenda, new Random(seed));
      search.exchangeShare = 0.3;
      search.chainShare = 0.4;
      for (let i = 0; i < 60; i++) {
        search.step(2);
        const full = score(instance, { meetings: agenda.meetings() });
        assert.deepEqual(full.problems, []);
        assert.ok(near(full.value, agenda.value()), `${full.value} but ${agenda.value()}`);
        assert.equal(full.idle, agenda.idle);
        assert.equal(full.breaks, agenda.breaks);
        assert.equal(full.tableChanges, agenda.tableChanges);
        assert.ok(near(full.shortfall, agenda.shortfall));
        assert.equal(full.meetings, agenda.plannedCount);
      }
    }),
    { numRuns: 150 },
  );
});

test('no plan found exceeds a bound, and the linear programme is never above the bound by prices', async () => {
  await fc.assert(
    fc.asyncProperty(instances, async (instance) => {
      const m = compile(instance);
      fc.pre(contradictions(m).length === 0);
      const agenda = new Agenda(m);
      construct(agenda, new Random(1));
      const search = new Search(agenda, new Random(1));
      for (let i = 0; i < 300; i++) search.step(0.5);
      const prices = boundByPrices(m, relaxation(m), agenda.weight, () => false, 200);
      const programme = await boundByProgramme(m, 10);
      assert.ok(programme);
      assert.ok(agenda.weight <= programme.weight + 1e-6, `${agenda.weight} above ${programme.weight}`);
      assert.ok(programme.weight <= prices.weight + 1e-6);
      const inTime = await boundInTime(m, 10);
      assert.ok(inTime !== null && agenda.weight <= inTime + 1e-6, `${agenda.weight} above ${inTime}`);
    }),
    { numRuns: 25 },
  );
});

test('the programme in time knows of halls and hours, of which the other does not', async () => {
  // Two meetings of one person, in two slots that follow each other, at two stands with a walk between them.
  const instance = read({
    slots: 2,
    organisations: 3,
    halls: 2,
    travel: [
      [0, 1],
      [1, 0],
    ],
    delegates: [{ org: 0 }, { org: 1 }, { org: 2 }, { org: 0 }].map((d, i) => (i === 3 ? { ...d, away: [0, 1] } : d)),
    tables: [
      { hall: 0, stand: 1 },
      { hall: 1, stand: 2 },
    ],
    wishes: [
      [0, 1, 5],
      [0, 2, 3],
    ],
    allowed: [[0], [1]],
    holdAll: false,
  });
  const m = compile(instance);
  assert.deepEqual([(await boundByProgramme(m, 10))?.weight, await boundInTime(m, 10)], [8, 5]);
});

test('any instance gets a feasible plan or words why there is none; the same seed and work give the same plan', async () => {
  await fc.assert(
    fc.asyncProperty(instances, fc.nat(1000), async (instance, seed) => {
      const run = () => solve(instance, { seed, budget: { moves: 4000 } }, still);
      const first = await run();
      if (first.is === 'impossible') return assert.ok(first.reasons.length > 0);
      assert.deepEqual(first.score.problems, []);
      if (instance.holdAll) assert.equal(first.score.meetings + first.missing.length, instance.wishes.length);
      const second = await run();
      assert.deepEqual(second.is === 'planned' && second.plan, first.plan);
    }),
    { numRuns: 40 },
  );
});

test('where no time is left there is a first plan all the same', async () => {
  const instance = read({
    slots: 2,
    organisations: 2,
    delegates: [{ org: 0 }, { org: 1 }],
    tables: [{}],
    wishes: [[0, 1, 3]],
    holdAll: false,
  });
  const result = await solve(instance, { seed: 1, budget: { seconds: 0 } }, still);
  assert.equal(result.is === 'planned' && result.score.weight, 3);
});

test('what is offered can be booked, and the plan stays feasible; nothing is offered for what is planned', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const m = compile(instance);
      fc.pre(contradictions(m).length === 0);
      const agenda = new Agenda(m);
      construct(agenda, new Random(1));
      const meetings = agenda.meetings();
      const plan = { meetings: meetings.slice(0, meetings.length >> 1) };
      const open = agendaOf(instance, plan);
      for (let w = 0; w < instance.wishes.length; w++) {
        const found = offers(open, w);
        if (plan.meetings.some(([planned]) => planned === w)) assert.deepEqual(found, []);
        for (const offer of found.slice(0, 3)) {
          assert.ok(book(open, offer));
          assert.deepEqual(score(instance, { meetings: open.meetings() }).problems, []);
          assert.equal(book(open, offer), null);
          giveBack(open, w);
        }
      }
      assert.deepEqual(new Set(open.meetings().map(String)), new Set(plan.meetings.map(String)));
    }),
    { numRuns: 40 },
  );
});

test('the cheapest change that admits a wish leads to a feasible plan with the gain it says', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const m = compile(instance);
      fc.pre(contradictions(m).length === 0);
      const agenda = new Agenda(m);
      construct(agenda, new Random(1));
      const plan = { meetings: agenda.meetings() };
      const before = score(instance, plan);
      for (const w of agenda.unplanned.slice(0, agenda.unplannedCount)) {
        const { cheapest, slots } = explain(agenda, w);
        if (!cheapest) continue;
        // A wish that the heaviest-first plan left out was in nobody's way, so each slot has its reason.
        assert.ok(slots.every((slot) => slot.obstacles.length > 0));
        const gone = new Set([...cheapest.lost.map((x) => x[0]), ...cheapest.moved.map((x) => x.from[0])]);
        const meetings = [...plan.meetings.filter((x) => !gone.has(x[0])), ...cheapest.moved.map((x) => x.to), cheapest.admits];
        const after = score(instance, { meetings });
        assert.deepEqual(after.problems, []);
        assert.ok(near(after.weight - before.weight, cheapest.gain));
      }
    }),
    { numRuns: 60 },
  );
});
