import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { lowerBounds } from '../bounds/bounds.ts';
import { readProblem } from '../read.ts';
import { compile, solve, type AnyProblem } from '../solve.ts';
import type { ConferenceProblem } from './csp.ts';
import { courses } from './courses.example.ts';

const data = new URL('../../../../../shared/data/', import.meta.url);
const limits = (moves: number) => ({ moves, seed: 1, now: () => 0 });
type Judgement = { objective: number; feasible: boolean; problems: string[] };

function read(form: 'csp' | 'ctt', text: string): AnyProblem {
  const outcome = readProblem(form, text);
  assert.deepEqual(outcome.ok ? [] : outcome.errors, []);
  return (outcome as { value: AnyProblem }).value;
}

test('every conference of the library is solved without a broken rule, and its judge counts the same cost', async (t) => {
  const folder = new URL('csp/', data);
  if (!existsSync(folder)) return t.skip('../shared/data/csp is not here');
  const judge = (await import(pathToFileURL(new URL('score.mjs', folder).pathname).href)) as {
    score: (p: unknown, s: unknown) => Judgement;
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const solved = await solve(read('csp', text), limits(300_000));
    const judged = judge.score(JSON.parse(text), solved.solution);
    assert.deepEqual([file, judged.problems, judged.feasible], [file, [], true]);
    assert.equal(judged.objective, solved.cost, file);
  }
});

test('every course timetable here is solved without a broken rule, and its judge counts the same cost', async (t) => {
  const folder = new URL('ctt/', data);
  if (!existsSync(folder)) return t.skip('../shared/data/ctt is not here');
  const judge = (await import(pathToFileURL(new URL('score.mjs', folder).pathname).href)) as {
    read: (text: string) => unknown;
    score: (p: unknown, s: string) => Judgement;
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ctt'))) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const solved = await solve(read('ctt', text), limits(300_000));
    const judged = judge.score(judge.read(text), solved.solution as string);
    assert.deepEqual([file, judged.problems, judged.feasible], [file, [], true]);
    assert.equal(judged.objective, solved.cost, file);
  }
});

test('a small course timetable reaches its optimum, which the bound proves', async () => {
  const any = read('ctt', courses);
  const solved = await solve(any, limits(20_000));
  // Four lectures fill both days: nobody is lonely, Art meets on both days, and only Law's twenty standing students cost.
  assert.equal(solved.cost, 20);
  const bounds = await lowerBounds(compile(any), 5, () => 0);
  assert.equal(bounds.total, 20);
});

test('too many lectures for the week are proved to be so', async () => {
  const solved = await solve(read('ctt', courses.replace('Art Ann 2', 'Art Ann 4')), limits(20_000));
  assert.equal(solved.feasible, false);
  assert.ok(solved.contradictions.some((words) => words.includes('Art')));
});

test('a course file with errors is answered by its lines', () => {
  const wrong = readProblem('ctt', courses.replace('Law Bob 2', 'Law Bob two').replace('Q 2 Art', 'Q 2 Arts'));
  assert.deepEqual(wrong.ok ? [] : wrong.errors.map((e) => e.path), ['line 11', 'line 17']);
  assert.equal(readProblem('ctt', 'Courses: 9999999999').ok, false);
});

test('no text is too strange to be answered', () => {
  const line = fc.constantFrom(...courses.split('\n'), 'COURSES:', 'Days: -1', 'Rooms: 1e9', '\u0000', 'a b c d e');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('csp', 'ctt', 'native'), (lines, form) => {
      const outcome = readProblem(form as 'csp', lines.join('\n'));
      assert.ok(outcome.ok || outcome.errors.length > 0);
    }),
  );
});

const conference = (more: Partial<ConferenceProblem>): string =>
  JSON.stringify({
    sessions: [
      { name: 's1', slots: 2 },
      { name: 's2', slots: 2 },
      { name: 's3', slots: 2 },
    ],
    rooms: ['r1'],
    tracks: ['t1', 't2'],
    submissions: [0, 0, 0, 1].map((track, i) => ({ name: `x${i}`, track, slots: 1, order: 0 })),
    weights: { submissionSession: 1, consecutiveTracks: 5 },
    penalties: {},
    conflicts: {},
    ...more,
  });

test('a gap in a track is avoided, and closed by an empty cell where that is cheaper', async () => {
  const solved = await solve(read('csp', conference({})), limits(40_000));
  assert.equal(solved.cost, 0);
  // Track 1 must be in the first and the last session and there is a free cell between.
  const pinned = {
    submissionSession: [
      [0, 1, 9],
      [0, 2, 9],
      [1, 1, 9],
      [1, 2, 9],
      [2, 0, 9],
      [2, 1, 9],
      [3, 1, 9],
      [3, 2, 9],
    ] as [number, number, number][],
  };
  const held = await solve(read('csp', conference({ rooms: ['r1', 'r2'], penalties: pinned })), limits(40_000));
  assert.equal(held.cost, 0);
  assert.ok((held.solution as { tracks: number[][] }).tracks[1]!.includes(0));
});

test('a submission longer than every session is named', async () => {
  const long = [{ name: 'long', track: 0, slots: 3, order: 0 }];
  const solved = await solve(read('csp', conference({ submissions: long })), limits(1_000));
  assert.match(solved.contradictions[0]!, /long/);
});

test('a conference file with errors is answered by its paths', () => {
  const wrong = readProblem('csp', conference({ submissions: [{ name: '', track: 7, slots: 1, order: 0 }] }));
  assert.deepEqual(wrong.ok ? [] : wrong.errors.map((e) => e.path), ['submissions.0.track']);
});

test('a penalty too large to be counted with is refused, not wrapped around', () => {
  const dear = { weights: { trackRoom: 1_000_000 }, penalties: { trackRoom: [[0, 0, 1_000_000]] } };
  const wrong = readProblem('csp', conference(dear as unknown as Partial<ConferenceProblem>));
  assert.deepEqual(wrong.ok ? [] : wrong.errors.map((e) => e.path), ['penalties.trackRoom.0']);
});

/** A course file of so many courses, rooms and curricula of all courses. */
function large(courses: number, rooms: number, curricula: number): string {
  const names = Array.from({ length: courses }, (_, c) => `c${c}`);
  const all = `${courses} ${names.join(' ')}`;
  return [
    `Name: Large\nCourses: ${courses}\nRooms: ${rooms}\nDays: 100\nPeriods_per_day: 12\nCurricula: ${curricula}\nConstraints: 0`,
    `COURSES:\n${names.map((name) => `${name} t 1 1 10`).join('\n')}\n`,
    `ROOMS:\n${Array.from({ length: rooms }, (_, r) => `r${r} 20`).join('\n')}\n`,
    `CURRICULA:\n${Array.from({ length: curricula }, (_, q) => `q${q} ${all}`).join('\n')}\n`,
    'UNAVAILABILITY_CONSTRAINTS:\n\nEND.\n',
  ].join('\n');
}

test('a course file too large for the memory is refused by its part before anything is built', () => {
  const paths = (text: string) => {
    const outcome = readProblem('ctt', text);
    return outcome.ok ? [] : outcome.errors.map(({ path }) => path);
  };
  assert.deepEqual(paths(large(1, 60_000, 0)), ['ROOMS']);
  assert.deepEqual(paths(large(2_000, 1, 20)), ['CURRICULA']);
  assert.deepEqual(paths(large(2_000, 1, 1)), []);
});

test('strange numbers, lines beyond those announced and floods of errors in a course file are answered by their lines', () => {
  const paths = (from: string, to: string) => {
    const outcome = readProblem('ctt', courses.replace(from, to));
    return outcome.ok ? [] : outcome.errors.map(({ path }) => path);
  };
  for (const number of ['-2', '0x2', '2e0', 'NaN', 'Infinity', '2.0', '99999999999999999999'])
    assert.deepEqual(paths('Art Ann 2', `Art Ann ${number}`), ['line 10'], number);
  for (const head of ['Days: -1', 'Days: 1e1', 'Days: NaN', 'Days: 0']) assert.deepEqual(paths('Days: 2', head), ['Days'], head);
  assert.deepEqual(paths('Courses: 2', 'Courses: 1'), ['line 11', 'line 17']);
  assert.deepEqual(paths('Law Bob', 'Art Bob'), ['line 17', 'COURSES']);
  const flood = 'nobody '.repeat(50_000);
  assert.equal(paths('Q 2 Art Law', `Q 50000 ${flood}`).length, 20);
});

test('a course without lectures lacks all its days, as the judge counts', async () => {
  const solved = await solve(read('ctt', courses.replace('Law Bob 2 1', 'Law Bob 0 3')), { ...limits(20_000), proving: 5 });
  // Three days of Law, and Art is alone on its two.
  assert.deepEqual([solved.cost, solved.bound], [19, 19]);
});

test('a pair in conflict counts once, however often a conference file says it', () => {
  const pairs = (list: [number, number][]) =>
    compile(
      read(
        'csp',
        conference({
          weights: { presenters: 3, attendees: 2, attendeesSlot: 7, chairs: 5 },
          conflicts: { presenters: list, attendees: list, chairs: list.map(([a, b]) => [a % 2, b % 2] as [number, number]) },
        }),
      ),
    );
  const once = pairs([
    [0, 1],
    [2, 3],
  ]);
  const often = pairs([
    [2, 3],
    [0, 1],
    [1, 0],
    [2, 3],
    [3, 2],
  ]);
  assert.deepEqual(often.pairs, once.pairs);
  assert.deepEqual(often.cells, once.cells);
  assert.deepEqual([...once.pairs!.of.items], [1, 0, 3, 2]);
  assert.deepEqual([once.pairs!.sessionCost[0], once.pairs!.tickCost[0]], [5, 7]);
});

test('a conference file that is contradictory, unknown, too large or not made of whole numbers is answered by its paths', () => {
  const paths = (text: string) => {
    const outcome = readProblem('csp', text);
    return outcome.ok ? [] : outcome.errors.map(({ path }) => path);
  };
  assert.deepEqual(paths(conference({ weights: { submissionSesion: 1 } })), ['weights.submissionSesion']);
  assert.deepEqual(paths(conference({ conflicts: { presenters: [[0, 4]] } })), ['conflicts.presenters.0']);
  for (const number of ['-1', '1.5', '1e400', '"2"', 'null', '99999999'])
    assert.deepEqual(paths(conference({}).replace('"slots":2', `"slots":${number}`)), ['sessions.0.slots'], number);
  assert.deepEqual(paths('{"sessions": NaN}'), ['']);
  const many = Array.from({ length: 1_000 }, () => ({ name: '', slots: 500 }));
  assert.deepEqual(paths(conference({ sessions: many, submissions: Array(200).fill({ name: '', track: 0, slots: 1, order: 0 }) })), [
    'submissions',
  ]);
});

test('a conference of nothing is a timetable of nothing', async () => {
  const nothing = conference({ sessions: [], rooms: [], tracks: [], submissions: [] });
  const solved = await solve(read('csp', nothing), limits(1_000));
  assert.deepEqual([solved.feasible, solved.cost, solved.solution], [true, 0, { tracks: [], submissions: [] }]);
  const nowhere = await solve(read('csp', conference({ sessions: [] })), limits(1_000));
  assert.equal(nowhere.feasible, false);
  assert.equal(nowhere.contradictions.length, 4);
});
