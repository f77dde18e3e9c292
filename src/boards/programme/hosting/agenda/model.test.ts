import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both } from '#registry/text.ts';
import { chosen, merged } from './merge.ts';
import {
  type Agenda,
  type AgendaSession,
  added,
  lengthened,
  leaves,
  minutesOf,
  ms,
  overlaps,
  reordered,
  shifted,
  timed,
  without,
  written,
} from './model.ts';

const start = Date.parse('2027-04-16T01:00:00Z');
const instant = (minutes: number) => new Date(start + minutes * 60_000).toISOString().replace('.000Z', 'Z');
const session = (id: string, from: number, minutes: number): AgendaSession => ({
  id,
  kind: 'talk',
  title: both(`报告${id}`, `Talk ${id}`),
  abstract: null,
  startsAt: instant(from),
  endsAt: instant(from + minutes),
  languages: [],
  cancelled: false,
  people: [],
});
const three = (): Agenda => [session('a', 0, 30), session('b', 30, 20), session('c', 60, 40)];
const bounds = { startsAt: instant(0), endsAt: instant(120) };
const told = (agenda: Agenda) =>
  agenda.map(({ id, startsAt, endsAt }) => `${id} ${(ms(startsAt) - start) / 60_000}–${(ms(endsAt) - start) / 60_000}`);
const after = (change: ReturnType<typeof lengthened>) => (change.ok ? told(change.agenda) : change.problem.is);

test('a longer session uses the pause first and pushes what follows only as far as it must', () => {
  assert.deepEqual(after(lengthened(three(), 'b', 5, bounds)), ['a 0–30', 'b 30–55', 'c 60–100']);
  assert.deepEqual(after(lengthened(three(), 'b', 20, bounds)), ['a 0–30', 'b 30–70', 'c 70–110']);
  assert.deepEqual(after(lengthened(three(), 'a', 15, bounds)), ['a 0–45', 'b 45–65', 'c 65–105']);
  assert.equal(after(lengthened(three(), 'a', 45, bounds)), 'outside');
  assert.equal(after(lengthened(three(), 'b', -20, bounds)), 'too-short');
});

test('neighbours change places and keep their lengths and the pause between them', () => {
  assert.deepEqual(after(reordered(three(), 'b', 2)), ['a 0–30', 'c 30–70', 'b 80–100']);
  assert.deepEqual(after(reordered(three(), 'c', 0)), ['c 0–40', 'a 40–70', 'b 80–100']);
  assert.equal(after(reordered(three(), 'a', -1)), 'at-the-edge');
});

test('a session starts later and what follows makes room; typed hours move nothing else', () => {
  assert.deepEqual(after(shifted(three(), 'b', 15, bounds)), ['a 0–30', 'b 45–65', 'c 65–105']);
  assert.deepEqual(after(timed(three(), 'b', instant(100), instant(120), bounds)), ['a 0–30', 'c 60–100', 'b 100–120']);
  assert.equal(after(timed(three(), 'b', instant(110), instant(130), bounds)), 'outside');
  assert.deepEqual(overlaps([session('a', 0, 30), session('b', 20, 20)]), [{ first: 'a', second: 'b' }]);
});

test('what is added follows the last and ends with the activity', () => {
  const { startsAt: _s, endsAt: _e, ...plain } = session('d', 0, 0);
  assert.deepEqual(told(added(three(), plain, 30, bounds, instant(0))!), ['a 0–30', 'b 30–50', 'c 60–100', 'd 100–120']);
  assert.equal(added([session('a', 0, 120)], plain, 30, bounds, instant(0)), null);
});

const steps = fc.array(
  fc.record({
    deed: fc.constantFrom('longer', 'shift', 'order', 'remove'),
    id: fc.constantFrom('a', 'b', 'c'),
    by: fc.integer({ min: -6, max: 6 }),
  }),
  { maxLength: 25 },
);

test('whatever is done, lengths stay unless changed, nothing leaves the activity and nothing comes to overlap by being moved in order', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let agenda = three();
      for (const { deed, id, by } of list) {
        if (!agenda.some((one) => one.id === id)) continue;
        const before = agenda;
        if (deed === 'remove') agenda = without(agenda, id);
        else {
          const change =
            deed === 'longer'
              ? lengthened(agenda, id, by * 5, bounds)
              : deed === 'shift'
                ? shifted(agenda, id, by * 5, bounds)
                : reordered(agenda, id, by);
          if (!change.ok) continue;
          agenda = change.agenda;
        }
        for (const one of agenda) {
          assert.ok(!leaves(one, bounds));
          const was = before.find((other) => other.id === one.id)!;
          if (deed !== 'longer' || one.id !== id) assert.equal(minutesOf(one), minutesOf(was));
        }
        if (overlaps(before).length === 0 && (deed === 'order' || deed === 'longer')) assert.deepEqual(overlaps(agenda), []);
      }
    }),
  );
});

test('what two people changed in different places is put together', () => {
  const base = three();
  const mine = written(base, 'a', { title: both('甲', 'Alpha') });
  const longer = lengthened(base, 'b', 20, bounds);
  assert.ok(longer.ok);
  const { agenda, conflicts } = merged(base, [...mine, session('mine', 110, 10)], without(longer.agenda, 'nothing'));
  assert.deepEqual(conflicts, []);
  assert.deepEqual(told(agenda), ['a 0–30', 'b 30–70', 'c 70–110', 'mine 110–120']);
  assert.equal(agenda[0]!.title.texts['en'], 'Alpha');
});

test('what both changed differently is shown, and nothing is chosen for anybody', () => {
  const base = three();
  const mine = written(base, 'a', { title: both('甲', 'Alpha') });
  const theirs = written(base, 'a', { title: both('乙', 'Beta') });
  const { agenda, conflicts } = merged(base, mine, theirs);
  assert.equal(conflicts.length, 1);
  assert.equal(agenda[0]!.title.texts['en'], 'Beta');
  assert.equal(chosen(agenda, conflicts[0]!, 'mine')[0]!.title.texts['en'], 'Alpha');

  const removed = merged(base, without(base, 'c'), written(base, 'c', { kind: 'panel' }));
  assert.deepEqual(
    removed.conflicts.map(({ is }) => is),
    ['removed'],
  );
  assert.equal(chosen(removed.agenda, removed.conflicts[0]!, 'mine').length, 2);
  const theirsRemoved = merged(base, written(base, 'c', { kind: 'panel' }), without(base, 'c'));
  assert.equal(theirsRemoved.agenda.length, 2);
  assert.equal(chosen(theirsRemoved.agenda, theirsRemoved.conflicts[0]!, 'mine').length, 3);
});

test('merging with an unchanged side gives the other side', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let mine = three();
      for (const { id, by } of list) {
        const change = mine.some((one) => one.id === id) ? lengthened(mine, id, by * 5, bounds) : null;
        if (change?.ok) mine = change.agenda;
      }
      assert.deepEqual(merged(three(), mine, three()), { agenda: mine, conflicts: [] });
      assert.deepEqual(merged(three(), three(), mine), { agenda: mine, conflicts: [] });
    }),
  );
});
