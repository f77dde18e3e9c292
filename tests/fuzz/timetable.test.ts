/**
 * Timetable problems that somebody damaged, in each of the three forms: every one is answered, by a timetable that keeps the hard rules, by what is left out,
 * or by the place of what is wrong, in bounded time. `FUZZ=50000` runs more, `FUZZ_SEED=1` other ones.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '#engines/timetable/core/evaluate.ts';
import { courses as twoPeriods } from '#engines/timetable/formats/courses.example.ts';
import { readProblem, type Form } from '#engines/timetable/read.ts';
import { search } from '#engines/timetable/search.ts';
import { compile, solve } from '#engines/timetable/solve.ts';
import { Random } from '#engines/random.ts';

const COUNT = Math.ceil(Number(process.env['FUZZ'] ?? 2000) / 4);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20221126);
/** No input of these sizes may take longer; a hang is what is meant, not a slow machine. */
const PATIENCE = 20_000;

const native = {
  format: 'everforum-timetable-1',
  name: 'small',
  timeZone: 'Asia/Shanghai',
  step: 30,
  days: [
    { date: '2027-09-22', from: '09:00', to: '12:00' },
    { date: '2027-09-23', from: '09:00', to: '12:00' },
  ],
  venues: [
    { id: 'east', site: 'E' },
    { id: 'west', site: 'W' },
  ],
  travel: [{ from: 'east', to: 'west', minutes: 60 }],
  defaultTravel: 30,
  rooms: [
    { id: 'r', venue: 'east', capacity: 20, layouts: ['theatre'], equipment: ['screen'], open: [], closed: [] },
    { id: 'q', venue: 'west', capacity: 90, closed: [{ from: '2027-09-22T09:00', to: '2027-09-22T10:00' }] },
  ],
  people: [
    { id: 'p', absent: [{ from: '2027-09-22T09:00', to: '2027-09-22T10:30' }] },
    { id: 'o', absent: [], remote: { timeZone: 'Europe/London', hours: { from: '08:00', to: '22:00' } } },
  ],
  activities: ['a', 'b', 'c'].map((id, i) => ({
    id,
    attendance: 10 * i,
    topics: ['t'],
    order: i === 1 ? 'free' : 'fixed',
    sessions: [
      { id: `${id}1`, minutes: 30, people: ['p'] },
      { id: `${id}2`, minutes: 60, people: ['o'] },
    ],
    windows: i === 2 ? [{ from: '2027-09-23T09:00', to: '2027-09-23T12:00' }] : [],
  })),
  relations: [{ id: 'k', kind: 'before', a: 'a', b: 'b', gap: 30, weight: 'must' }],
  wishes: [
    { id: 'w', activity: 'a', rooms: ['r'], weight: 5 },
    { id: 'v', activity: 'b', days: ['2027-09-22'], avoid: true, weight: 3 },
  ],
  topics: [{ id: 't', weight: 2 }],
  before: [{ activity: 'a', room: 'r', start: '2027-09-22T10:30' }],
  weights: { roomMoved: 1, timeMoved: 2, remoteHours: 1 },
};
const conference = {
  sessions: [2, 3, 2].map((slots, i) => ({ name: `s${i}`, slots })),
  rooms: ['r', 'q'],
  tracks: ['t', 'u'],
  submissions: [0, 0, 1, 1, 1].map((track, i) => ({ name: `x${i}`, track, slots: 1 + (i === 4 ? 1 : 0), order: i === 0 ? 1 : 0 })),
  weights: { trackSession: 1, roomsPerTrack: 1, parallelTracks: 1, consecutiveTracks: 5, submissionOrder: 2, presenters: 9, attendeesSlot: 4, chairs: 3 },
  penalties: { trackSession: [[0, 1, 9]], submissionRoom: [[2, 0, 3]] },
  conflicts: { presenters: [[0, 2]], attendees: [[1, 3]], chairs: [[0, 1]] },
}; // prettier-ignore
const courses = twoPeriods.replace('Periods_per_day: 2', 'Periods_per_day: 3');

const VALUES: unknown[] = [
  null, true, -1, 0, 1, 2, 7, 0.5, 1e9, 2 ** 31, 2 ** 53, 1e308, '', 'a', 't', 'NaN', '-1', '2027-02-30', '2027-09-22', '9999-12-31T24:00', '0000-01-01', '24:00', 'Mars/Phobos', 'must', '__proto__',
  'constructor', 'A'.repeat(5000), [], {}, [[]], [null], [-1, -1, -1], [0, 0], [[0, 0, 1e6]], { id: 'a' },
]; // prettier-ignore
const WORDS = [
  '-1',
  '0',
  '1',
  '2',
  '7',
  '1e9',
  '100000',
  '99999999999999999999',
  '0x2',
  'NaN',
  'Infinity',
  'Art',
  'Law',
  'Nobody',
  'COURSES:',
  'Days:',
  'END.',
  '\0',
  '\n',
  '\n\n',
  '',
  'A'.repeat(5000),
];

/** The text with one to three values taken out, doubled or replaced. */
function damaged(form: Form, random: Random): string {
  const times = 1 + random.below(3);
  if (form === 'ctt') {
    const words = courses.split(/(\s+)/);
    for (let i = 0; i < times; i++) words[2 * random.below(words.length >> 1)] = WORDS[random.below(WORDS.length)]!;
    return words.join('');
  }
  const root = structuredClone({ problem: form === 'csp' ? conference : native }) as Record<string, unknown>;
  for (let i = 0; i < times; i++) {
    let at = root as Record<string, unknown> | unknown[];
    let key = 'problem';
    // Deeper and deeper, until chance or the end of the tree says stop.
    for (;;) {
      const child = (at as Record<string, unknown>)[key];
      if (child === null || typeof child !== 'object' || Object.keys(child).length === 0 || (at !== root && random.below(4) === 0)) break;
      at = child as Record<string, unknown>;
      key = Object.keys(at)[random.below(Object.keys(at).length)]!;
    }
    const how = random.below(4);
    if (how === 0 && Array.isArray(at)) at.push(structuredClone(at[Number(key)]));
    else if (how === 1) delete (at as Record<string, unknown>)[key];
    else (at as Record<string, unknown>)[key] = structuredClone(VALUES[random.below(VALUES.length)]);
  }
  return JSON.stringify(root['problem']) ?? '';
}

for (const form of ['native', 'csp', 'ctt'] as const)
  test(`${COUNT} damaged problems of the form ${form} are answered`, async () => {
    const random = new Random(SEED);
    let solved = 0;
    for (let run = 0; run < COUNT; run++) {
      const text = damaged(form, random);
      const started = performance.now();
      const read = readProblem(form, text);
      if (!read.ok) {
        assert.ok(read.errors.length > 0 && read.errors.length <= 20, `run ${run}: ${read.errors.length} errors`);
        for (const { path, reason } of read.errors)
          assert.ok(reason.length > 3 && reason.length < 8000 && path.length < 500, `run ${run}: ${path}: ${reason.slice(0, 200)}`);
      } else {
        const limits = { moves: 300, seed: run, now: () => 0 };
        const core = compile(read.value);
        const found = search(core, limits);
        const { cost, broken } = evaluate(core, found);
        assert.ok(Number.isFinite(cost) && cost === found.cost, `run ${run}: ${found.cost} is counted as ${cost}`);
        assert.equal(broken.filter((rule) => !rule.endsWith('is not placed')).length, 0, `run ${run}: ${broken[0]}`);
        if (run % 8 === 0) {
          const answer = await solve(read.value, { ...limits, proving: 0.2 });
          assert.ok(!answer.feasible || (answer.contradictions.length === 0 && answer.bound <= answer.cost), `run ${run}`);
        }
        solved++;
      }
      assert.ok(performance.now() - started < PATIENCE, `run ${run} took ${performance.now() - started} ms`);
    }
    assert.ok(solved > COUNT / 50 && solved < COUNT, `${solved} of ${COUNT} were problems`);
  });
