import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solve } from '#engines/timetable/solve.ts';
import type { TimetableSolution } from '#engines/timetable/model.ts';
import { parseProblem } from '#engines/timetable/parse.ts';
import { content2027 } from '../../../../samples/edition-2027.ts';
import { openClashes } from './clashes.ts';
import { deskOf } from './desk-schedule.example.ts';
import type { DeskSchedule } from './desk-schedule.ts';
import { type Asked, isMove, placementsOf, pose, USUALLY } from './timetabling.ts';

const desk = deskOf(content2027());

async function worked(of: DeskSchedule, asked: Asked) {
  const { problem, movable } = pose(of, asked);
  const { solution } = await solve({ form: 'native', problem }, { moves: 60_000, seed: 1, now: () => 0 });
  return { problem, movable, solution: solution as TimetableSolution };
}

test('only what waits is placed where all that is placed stays, and it clashes with nothing', async () => {
  const { movable, solution } = await worked(desk, { ...USUALLY, keep: 'placed' });
  assert.deepEqual(
    movable.map(({ id }) => id),
    desk.activities.filter(({ startsAt }) => startsAt === null).map(({ id }) => id),
  );
  assert.deepEqual(solution.unplaced, []);
  const index = openClashes(desk);
  const before = new Set(index.all().map(({ key }) => key));
  const placements = placementsOf(solution.placed, desk);
  for (const placement of placements) index.place(placement);
  const heavy = index.all().filter(({ key, rule }) => !before.has(key) && ['room', 'person', 'closure', 'capacity'].includes(rule));
  assert.deepEqual(heavy, []);
  for (const placement of placements)
    assert.ok(
      isMove(
        desk.activities.find(({ id }) => id === placement.activity)!,
        placement,
      ),
    );
});

test('what is locked, public or of another board stays, as asked', () => {
  const [one, other] = desk.activities.filter(({ kind, room }) => kind === 'parallel-forum' && room);
  const state = {
    ...desk,
    activities: desk.activities.map((activity) =>
      activity.id === one!.id
        ? { ...activity, locked: true }
        : activity.id === other!.id
          ? { ...activity, state: 'published' as const }
          : activity,
    ),
  };
  const moves = (asked: Partial<Asked>) => new Set(pose(state, { ...USUALLY, ...asked }).movable.map(({ id }) => id));
  assert.deepEqual([moves({ keep: 'nothing' }).has(one!.id), moves({ keep: 'nothing' }).has(other!.id)], [false, true]);
  assert.equal(moves({ keep: 'published' }).has(other!.id), false);
  assert.ok([...moves({ boards: ['contest'] })].every((id) => desk.activities.find((activity) => activity.id === id)?.board === 'contest'));
});

test('what belongs to another city, or is wanted there, is left to people', () => {
  const waits = desk.activities.find(({ startsAt }) => startsAt === null)!;
  const abroad = desk.places.find(({ slug }) => slug === 'berlin-hall')!;
  const wish = { id: 'w', activity: waits.id, places: [abroad.id], days: [], starts: [], avoid: false, weight: 1 };
  const isMoved = (state: DeskSchedule) => pose(state, { ...USUALLY, keep: 'placed' }).movable.some(({ id }) => id === waits.id);
  assert.deepEqual([isMoved(desk), isMoved({ ...desk, wishes: [wish] })], [true, false]);
  const belongs = (site: string) =>
    isMoved({ ...desk, activities: desk.activities.map((one) => (one.id === waits.id ? { ...one, site } : one)) });
  const site = (slug: string) => desk.places.find((place) => place.slug === slug)!.id;
  assert.deepEqual([belongs(site('beijing')), belongs(site('berlin'))], [true, false]);
});

test('hours, closures, absences and wishes are in the problem, and it is one that the engine reads', () => {
  const activity = desk.activities.find(({ startsAt, sessions }) => startsAt === null && sessions.some(({ people }) => people.length > 0))!;
  const person = activity.sessions.flatMap(({ people }) => people)[0]!.person;
  const room = desk.places.find(({ slug }) => slug === 'room-301')!;
  const { problem } = pose(
    {
      ...desk,
      hours: [{ id: 'h', place: room.id, date: null, weekday: null, from: '10:00', to: '16:00' }],
      closures: [{ id: 'c', place: room.id, from: '2027-04-17T01:00:00Z', to: '2027-04-17T03:00:00Z', reason: '' }],
      absences: [{ id: 'a', person, from: '2027-04-18T00:00:00Z', to: '2027-04-18T04:00:00Z' }],
      wishes: [{ id: 'w', activity: activity.id, places: [room.parent!], days: ['2027-04-19'], starts: [], avoid: false, weight: 1 }],
    },
    { ...USUALLY, keep: 'placed' },
  );
  const posed = problem.rooms.find(({ id }) => id === room.id)!;
  assert.deepEqual(posed.open[0], { from: '2027-04-16T10:00', to: '2027-04-16T16:00' });
  assert.ok(posed.closed.some(({ from, to }) => from === '2027-04-17T09:00' && to === '2027-04-17T11:00'));
  assert.ok(problem.people.find(({ id }) => id === person)!.absent.some(({ from }) => from === '2027-04-18T08:00'));
  assert.deepEqual(
    problem.wishes.map(({ id }) => id),
    ['w place', 'w day'],
  );
  assert.equal(parseProblem(JSON.parse(JSON.stringify(problem))).ok, true);
});
