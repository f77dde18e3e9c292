import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Random } from '../../random.ts';
import { search } from '../search.ts';
import { Chains } from './chains.ts';
import { Construction } from './construct.ts';
import { evaluate } from './evaluate.ts';
import { Moves } from './moves.ts';
import type { CoreProblem } from './problem.ts';
import { problemFrom } from './random-problem.ts';
import { Timetable } from './timetable.ts';

const anyProblem = fc.tuple(fc.nat(), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }));

test('the cost kept by moves equals the cost counted from nothing, after every move', () => {
  fc.assert(
    fc.property(anyProblem, fc.integer(), ([seed, sections], walk) => {
      const core = problemFrom(seed, sections);
      const table = new Timetable(core);
      const random = new Random(walk);
      const state = () => ({ room: table.room, at: table.at, parts: table.people?.parts ?? null });
      let steps = 0;
      new Construction(table, random).run(() => steps++ > 30);
      // A group's rank and a series' rooms are counted among placed events, so a partly placed table has the same meaning in both.
      const partial = core.series && table.outCount > 0;
      if (partial) return;
      const moves = new Moves(core, table, random);
      moves.mostOut = core.series ? 0 : 3;
      if (!moves.hasChoice) return;
      for (let i = 0; i < 120; i++) {
        const before = [...table.room, ...table.at];
        const cost = table.cost;
        if (!moves.try(random.below(8) - 2)) {
          assert.deepEqual([...table.room, ...table.at], before);
          assert.equal(table.cost, cost);
        }
        const full = evaluate(core, state());
        assert.equal(table.cost, full.cost);
        assert.deepEqual(
          full.broken.filter((text) => !text.includes('is not placed')),
          [],
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('a chain breaks no hard rule, and moved back leaves all as it was', () => {
  let moved = 0;
  fc.assert(
    fc.property(fc.nat(), fc.integer(), (seed, walk) => {
      const core = problemFrom(seed, [true, false, false, false, true, true, true, true, true]);
      const table = new Timetable(core);
      const random = new Random(walk);
      let steps = 0;
      if (new Construction(table, random).run(() => steps++ > 30) > 0) return;
      const chains = new Chains(core, table);
      for (let i = 0; i < 30; i++) {
        const e = random.below(core.events);
        const tick = random.below(core.ticks);
        const before = { room: table.room.slice(), at: table.at.slice(), cost: table.cost };
        if (!core.startAllowed[e * core.ticks + tick] || !chains.attempt(e, tick, Infinity)) {
          assert.deepEqual([table.room, table.at, table.cost], [before.room, before.at, before.cost]);
          continue;
        }
        moved += Number([...before.at].filter((at, f) => at !== table.at[f]).length > 2);
        const full = evaluate(core, { room: table.room, at: table.at, parts: null });
        assert.deepEqual([full.cost, full.broken], [table.cost, []]);
        assert.equal(table.at[e], tick);
        if (random.next() & 1) continue;
        assert.ok(chains.attempt(e, before.at[e]!, Infinity));
        assert.deepEqual([table.room, table.at, table.cost], [before.room, before.at, before.cost]);
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(moved > 0);
});

test('whatever the problem, what is found breaks no hard rule, and says how many events are left out', () => {
  fc.assert(
    fc.property(anyProblem, fc.integer(), ([seed, sections], draw) => {
      const core = problemFrom(seed, sections);
      const found = search(core, { moves: 3_000, seed: draw, now: () => 0 });
      const full = evaluate(core, found);
      assert.equal(full.broken.length, found.unplaced);
      if (found.unplaced === 0) assert.equal(full.cost, found.cost);
    }),
    { numRuns: 100 },
  );
});

test('the same seed and the same work give the same timetable', () => {
  fc.assert(
    fc.property(anyProblem, fc.integer(), ([seed, sections], draw) => {
      const run = () => search(problemFrom(seed, sections), { moves: 6_000, seed: draw, now: () => 0 });
      const [one, two] = [run(), run()];
      assert.deepEqual([one.room, one.at, one.parts, one.cost], [two.room, two.at, two.parts, two.cost]);
    }),
    { numRuns: 12 },
  );
});

test('moves allocate nothing', () => {
  const kinds = {
    plain: [true, false, false, false, true, true, true, true, true],
    cells: [false, false, false, true, false, false, true, true, false],
    people: [true, true, true, false, false, false, false, false, true],
  };
  const moves = 60_000;
  for (const [kind, sections] of Object.entries(kinds)) {
    const core = Array.from({ length: 200 }, (_, seed) => problemFrom(seed, sections)).find((p) => p.events > 6 && isPlaceable(p))!;
    const table = new Timetable(core);
    const random = new Random(1);
    new Construction(table, random).run(() => false);
    const search = new Moves(core, table, random);
    const walk = () => {
      for (let i = 0; i < moves; i++) search.try(3);
    };
    walk();
    const grown = Array.from({ length: 9 }, () => {
      const before = process.memoryUsage().heapUsed;
      walk();
      return process.memoryUsage().heapUsed - before;
    }).sort((a, b) => a - b);
    // Sixteen bytes a move would come to a megabyte; the collector and the compiler account for less in most of the rounds.
    assert.ok(grown[4]! < moves * 4, `${kind}: ${grown.join(' ')}`);
  }
});

function isPlaceable(core: CoreProblem): boolean {
  let steps = 0;
  return new Construction(new Timetable(core), new Random(1)).run(() => steps++ > 50) === 0;
}
