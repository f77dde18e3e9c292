import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleEdition } from '../../../bench/timetable/sample.ts';
import { axisOf, spanTicks, timeAt } from './clockwork.ts';
import type { Activity, TimetableProblem, TimetableSolution } from './model.ts';
import { parseProblem } from './parse.ts';
import { solve } from './solve.ts';
import { solveInWorker } from './thread.ts';

const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  attendance: 10,
  equipment: [],
  topics: [],
  order: 'fixed',
  windows: [],
  sessions: [{ id: `${id}1`, minutes: 60, people: [] }],
  ...more,
});

/** One day from nine to twelve with hours as steps, a small room and a large one at two venues an hour apart. */
const small = (more: Partial<TimetableProblem>): TimetableProblem => ({
  format: 'everforum-timetable-1',
  name: 'small',
  timeZone: 'Asia/Shanghai',
  step: 60,
  days: [{ date: '2027-09-22', from: '09:00', to: '12:00' }],
  venues: [
    { id: 'east', site: 'E' },
    { id: 'west', site: 'W' },
  ],
  travel: [],
  defaultTravel: 60,
  rooms: [
    { id: 'little', venue: 'east', capacity: 20, layouts: [], equipment: [], open: [], closed: [] },
    { id: 'great', venue: 'west', capacity: 200, layouts: ['theatre'], equipment: ['streaming'], open: [], closed: [] },
  ],
  people: [],
  activities: [],
  relations: [],
  wishes: [],
  topics: [],
  before: [],
  weights: { roomMoved: 1, timeMoved: 1, remoteHours: 1 },
  ...more,
});

async function solved(problem: TimetableProblem, moves = 20_000): Promise<TimetableSolution> {
  const parsed = parseProblem(problem);
  assert.deepEqual(parsed.ok ? [] : parsed.errors, []);
  return (await solve({ form: 'native', problem }, { moves, seed: 1, now: () => 0 })).solution as TimetableSolution;
}

test('capacity, layout and equipment decide the room', async () => {
  const needs = [
    activity('many', { attendance: 150 }),
    activity('stage', { layout: 'theatre' }),
    activity('seen', { equipment: ['streaming'] }),
  ];
  const { placed, feasible } = await solved(small({ activities: needs }));
  assert.ok(feasible);
  assert.deepEqual(
    placed.map((p) => p.room),
    ['great', 'great', 'great'],
  );
});

test('a person has time to travel between venues', async () => {
  const sessions = (id: string) => [{ id, minutes: 60, people: ['Sample person'] }];
  const both = [activity('a', { sessions: sessions('a'), attendance: 150 }), activity('b', { sessions: sessions('b') })];
  const pinned = small({
    activities: both,
    people: [{ id: 'Sample person', absent: [] }],
    wishes: [{ id: 'w', activity: 'b', rooms: ['little'], avoid: false, weight: 5 }],
  });
  const { placed, cost } = await solved(pinned);
  const starts = placed.map((p) => p.start).sort();
  assert.equal(cost, 0);
  assert.deepEqual(starts, ['2027-09-22T09:00', '2027-09-22T11:00']);
});

test('what cannot stand together is named', async () => {
  const fixed = { room: 'great', start: '2027-09-22T10:00' };
  const two = await solved(small({ activities: [activity('a', { fixed }), activity('b', { fixed })] }));
  assert.equal(two.feasible, false);
  assert.deepEqual(two.contradictions[0]?.ids, ['a', 'b']);
  const large = await solved(small({ activities: [activity('huge', { attendance: 900 })] }));
  assert.deepEqual(
    large.contradictions.map((c) => c.rule),
    ['capacity'],
  );
  const away = small({
    people: [{ id: 'Sample person', absent: [{ from: '2027-09-22T00:00', to: '2027-09-22T24:00' }] }],
    activities: [activity('a', { sessions: [{ id: 's', minutes: 60, people: ['Sample person'] }] })],
  });
  assert.deepEqual(
    (await solved(away)).contradictions.map((c) => [c.rule, c.ids]),
    [['absent', ['Sample person']]],
  );
  const circle = small({
    activities: [activity('a'), activity('b')],
    relations: [
      { id: 'r1', kind: 'before', a: 'a', b: 'b', gap: 0, weight: 'must' },
      { id: 'r2', kind: 'before', a: 'b', b: 'a', gap: 0, weight: 'must' },
    ],
  });
  assert.ok((await solved(circle)).contradictions.some((c) => c.rule === 'relation'));
  const crowd = small({ activities: Array.from({ length: 4 }, (_, i) => activity(`c${i}`, { attendance: 100 })) });
  assert.deepEqual(
    (await solved(crowd)).contradictions.map((c) => c.rule),
    ['room'],
  );
});

test('an unmet wish says what stood in its way', async () => {
  const fixed = Array.from({ length: 3 }, (_, i) =>
    activity(`f${i}`, { fixed: { room: 'great', start: `2027-09-22T${['09', '10', '11'][i]}:00` } }),
  );
  const wish = { id: 'w', activity: 'a', rooms: ['great'], avoid: false, weight: 7 };
  const { unmet, terms } = await solved(small({ activities: [...fixed, activity('a')], wishes: [wish] }));
  assert.deepEqual(
    unmet.map((u) => [u.wish, u.why, u.reasons.length]),
    [['w', 'blocked', 1]],
  );
  assert.equal(terms.find((t) => t.name === 'wishes')!.cost, 7);
});

test('two hosts who wish for the same only hour have a bound that says so', async () => {
  const spans = [{ from: '2027-09-22T09:00', to: '2027-09-22T10:00' }];
  const wishes = ['a', 'b', 'c'].map((id) => ({ id: `w${id}`, activity: id, spans, avoid: false, weight: 4 }));
  const { cost, unmet } = await solved(small({ activities: ['a', 'b', 'c'].map((id) => activity(id)), wishes }));
  assert.equal(cost, 4);
  assert.equal(unmet.length, 1);
});

test('people far away are not asked for in their night, and sessions change their order for them', async () => {
  const people = [{ id: 'Sample far', absent: [], remote: { timeZone: 'Europe/London', hours: { from: '04:00', to: '23:00' } } }];
  const sessions = ['Sample far', ''].map((p, i) => ({ id: `s${i}`, minutes: 60, people: p ? [p] : [] }));
  const whole = activity('a', { order: 'free', sessions, fixed: { room: 'great', start: '2027-09-22T10:00' } });
  const { placed, cost } = await solved(small({ people, activities: [whole] }));
  assert.equal(cost, 0, 'eleven in Beijing is four in London in September');
  assert.deepEqual(
    placed[0]!.sessions.map((s) => s.id),
    ['s1', 's0'],
  );
});

test('solving again moves nobody without a reason', async () => {
  const activities = ['a', 'b', 'c', 'd'].map((id) => activity(id));
  const first = await solved(small({ activities }));
  const before = first.placed.map(({ activity: id, room, start }) => ({ activity: id, room, start }));
  const again = await solved(small({ activities: [...activities, activity('e')], before }));
  assert.deepEqual(again.moved, []);
  assert.equal(again.placed.length, 5);
});

test('an empty forum has an empty timetable', async () => {
  const { feasible, placed, cost } = await solved(small({ rooms: [], activities: [] }));
  assert.deepEqual([feasible, placed, cost], [true, [], 0]);
});

test('whatever a file says, the answer is a problem or the paths of what is wrong', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      const read = parseProblem(data);
      assert.ok(!read.ok && read.errors.length > 0 && read.errors.length <= 20);
    }),
  );
  const wrong = parseProblem(small({ activities: [activity('a', { fixed: { room: 'none', start: '2027-02-30T10:00' } }), activity('a')] }));
  assert.ok(!wrong.ok);
  assert.ok(wrong.errors.some((e) => e.path === 'activities.0.fixed.start'));
  const twice = parseProblem(small({ activities: [activity('a'), activity('a')] }));
  assert.deepEqual(twice.ok ? [] : twice.errors, [{ path: 'activities.1.id', reason: 'a is there twice' }]);
});

test('what would be counted wrongly, twice or never to the end is refused by its path', () => {
  const paths = (more: Partial<TimetableProblem>) => {
    const read = parseProblem(small(more));
    return read.ok ? [] : read.errors.map(({ path }) => path);
  };
  const wish = (id: string) => ({ id, activity: 'a', rooms: ['little'], avoid: false, weight: 1_000_000 });
  const wishes = Array.from({ length: 1_100 }, (_, i) => wish(`w${i}`));
  assert.deepEqual(paths({ activities: [activity('a')], wishes: wishes.slice(0, 1_000) }), []);
  assert.equal(paths({ activities: [activity('a')], wishes })[0], 'wishes.1073.weight');
  const known = { activity: 'a', room: 'little', start: '2027-09-22T09:00' };
  assert.deepEqual(paths({ activities: [activity('a')], before: [known, known] }), ['before.1.activity']);
  const session = { id: 's', minutes: 60, people: [] };
  assert.deepEqual(paths({ activities: [activity('a', { sessions: [session, session] })] }), ['activities.0.sessions']);
  const people = Array.from({ length: 2_000 }, (_, i) => ({ id: `p${i}`, absent: [] }));
  const crowd = people.map(({ id }) => id);
  const crowds = Array.from({ length: 400 }, (_, i) => activity(`a${i}`, { sessions: [{ id: 's', minutes: 720, people: crowd }] }));
  const days = Array.from({ length: 28 }, (_, d) => ({ date: `2027-02-${String(d + 1).padStart(2, '0')}`, from: '00:00', to: '24:00' }));
  assert.deepEqual(paths({ days, people, activities: crowds }), ['activities']);
});

test('days too short for a single step have no hours, and that is said', async () => {
  const { feasible, contradictions } = await solved(
    small({ days: [{ date: '2027-09-22', from: '09:00', to: '09:30' }], activities: [activity('a')] }),
  );
  assert.equal(feasible, false);
  assert.deepEqual(
    contradictions.map(({ ids }) => ids),
    [['a']],
  );
});

test('the steps of a span are those it touches or holds, day after day', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const moment = fc.tuple(fc.integer({ min: 20, max: 26 }), hour, fc.constantFrom(0, 15, 30, 45));
  fc.assert(
    fc.property(fc.array(fc.tuple(moment, moment), { maxLength: 4 }), hour, (pairs, opens) => {
      const text = ([d, h, m]: [number, number, number]) => `2027-09-${d}T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
      const spans = pairs
        .map(([a, b]) => [text(a), text(b)].sort())
        .flatMap(([from, to]) => (from! < to! ? [{ from: from!, to: to! }] : []));
      const days = [25, 22].map((d) => ({ date: `2027-09-${d}`, from: `${String(opens).padStart(2, '0')}:20`, to: '24:00' }));
      const axis = axisOf(small({ step: 30, days }));
      const touched = spanTicks(axis, spans, 'touched');
      const within = spanTicks(axis, spans, 'within');
      for (let t = 0; t < axis.ticks; t++) {
        const [from, to] = [timeAt(axis, t), timeAt(axis, t, 1)];
        assert.equal(
          touched[t] === 1,
          spans.some((s) => s.from < to && from < s.to),
        );
        assert.equal(
          within[t] === 1,
          spans.some((s) => s.from <= from && to <= s.to),
        );
      }
    }),
  );
});

test('the sample edition at full size is placed, in a thread of its own, and the whole can be cancelled', async () => {
  const problem = sampleEdition();
  assert.equal(problem.activities.length, 126);
  assert.equal(
    problem.activities.reduce((sum, a) => sum + a.sessions.length, 0),
    1000,
  );
  assert.equal(problem.wishes.length, 60);
  const seen: number[] = [];
  const running = solveInWorker({ form: 'native', problem }, { seconds: 600, seed: 1 }, (progress) => {
    seen.push(progress.unplaced);
    if (progress.unplaced === 0) running.cancel();
  });
  const solution = (await running.solved).solution as TimetableSolution;
  assert.ok(solution.feasible);
  assert.equal(seen.at(-1), 0);
  assert.equal(
    solution.terms.reduce((sum, t) => sum + t.cost, 0),
    solution.cost,
  );
  assert.ok(solution.terms.every((t) => t.bound <= t.cost) && solution.bound <= solution.cost);
  const met = problem.wishes.length - solution.unmet.length;
  assert.ok(met >= 0 && solution.unmet.every((u) => u.at !== null || u.why === 'impossible'));
});
