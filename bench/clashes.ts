/**
 * How long a full check of the clashes of the full edition takes, told beside reading the same state from JSON in the same run, and how long
 * following one placing takes beside it.
 *
 *     node bench/clashes.ts [--times 30]
 */
import { parseArgs } from 'node:util';
import { deskOf } from '#boards/programme/schedule/desk-schedule.example.ts';
import { openClashes } from '#boards/programme/schedule/clashes.ts';
import { content2027 } from '../samples/edition-2027.ts';

const { values } = parseArgs({ options: { times: { type: 'string', default: '30' } } });
const times = Number(values.times);
const content = content2027();
const venues = content.places.filter(({ kind }) => kind === 'venue');
/** Every rule has something to look at. */
const desk = deskOf(content, {
  hours: [{ id: 'hours', place: null, date: null, weekday: null, from: '08:30', to: '18:00' }],
  closures: venues.map(({ id }) => ({ id, place: id, from: '2027-04-19T04:00:00Z', to: '2027-04-19T06:00:00Z', reason: 'Sample' })),
  absences: content.people.slice(0, 400).map(({ id }) => ({ id, person: id, from: '2027-04-17T16:00:00Z', to: '2027-04-18T16:00:00Z' })),
  stock: venues.map(({ id }) => ({ place: id, equipment: 'interpretation', count: 3 })),
  wishes: content.activities.map(({ id }) => ({
    ...{ id, activity: id, places: [venues[0]!.id], days: ['2027-04-18'], starts: [{ from: '09:00', to: '12:00' }] },
    ...{ avoid: false, weight: 1 },
  })),
});
const text = JSON.stringify(desk);
const placed = desk.activities.filter(({ room, startsAt }) => room && startsAt);

const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
const took = (run: (at: number) => void): number => {
  const each: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    run(at);
    each.push(performance.now() - began);
  }
  return median(each);
};

let found = 0;
const full = took(() => (found = openClashes(desk).all().length));
const parse = took(() => JSON.parse(text));
const index = openClashes(desk);
const rooms = placed.map(({ room }) => room!);
const step = took((at) => {
  const { id, startsAt, endsAt } = placed[at % placed.length]!;
  index.place({ activity: id, room: rooms[(at * 7) % rooms.length]!, startsAt, endsAt });
});
const sessions = desk.activities.reduce((sum, activity) => sum + activity.sessions.length, 0);
console.log(`${desk.activities.length} activities, ${sessions} sessions, ${found} clashes`);
console.log(`full check       ${full.toFixed(1)} ms   ${(full / parse).toFixed(1)} × reading the state from JSON (${parse.toFixed(1)} ms)`);
console.log(`one placing      ${step.toFixed(2)} ms   1/${(full / step).toFixed(0)} of a full check`);
