import { Random } from '../../src/engines/random.ts';
import type { Activity, Relation, Room, TimetableProblem, Wish } from '../../src/engines/timetable/model.ts';

const DATES = ['2027-09-22', '2027-09-23', '2027-09-24', '2027-09-25', '2027-09-26', '2027-09-27'];
const SITES = [
  { site: 'Sample site A', venues: 3, rooms: 22 },
  { site: 'Sample site B', venues: 2, rooms: 8 },
  { site: 'Sample site C', venues: 1, rooms: 4 },
];
const LAYOUTS = ['theatre', 'classroom', 'round-table'];
const EQUIPMENT = ['streaming', 'interpretation', 'demo-stage'];
const FIELDS = ['AI', 'biotech', 'energy', 'materials', 'space', 'chips', 'cities', 'health', 'finance', 'rights', 'youth', 'policy'];
const ZONES = ['Europe/London', 'America/New_York', 'Asia/Tokyo', 'America/Los_Angeles', 'Africa/Nairobi'];

/**
 * A forum at full size, made up from a seed and marked as sample: 126 activities with 1,000 sessions, three sites with travel between them,
 * guests with absences and speakers from afar, 60 hosts with a wish each for a room and some for an hour. Shaped as the 2022 edition was (an opening
 * and a plenary fixed in the great hall, 60 parallel forums, a contest in rounds, side events), with no data of any real one.
 */
export function sampleEdition(seed = 2027): TimetableProblem {
  const random = new Random(seed);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const some = <T>(list: readonly T[], percent: number) => list.filter(() => random.below(100) < percent);
  const venues = SITES.flatMap(({ site, venues: n }) => Array.from({ length: n }, (_, v) => ({ id: `${site}, venue ${v + 1}`, site })));
  const rooms: Room[] = SITES.flatMap(({ site, venues: n, rooms: count }) =>
    Array.from({ length: count }, (_, r) => {
      const id = `${site}, room ${r + 1}`;
      const capacity = r === 0 ? 1500 : 80 + random.below(12) * 40;
      const date = pick(DATES);
      return {
        id,
        venue: `${site}, venue ${(r % n) + 1}`,
        capacity,
        layouts: r === 0 ? LAYOUTS : ['theatre', ...some(LAYOUTS.slice(1), 60)],
        equipment: r === 0 ? EQUIPMENT : some(EQUIPMENT, 65),
        open: [],
        closed: random.below(4) === 0 ? [{ from: `${date}T12:00`, to: `${date}T18:00` }] : [],
      };
    }),
  );
  const guests = Array.from({ length: 700 }, (_, i) => {
    const remote = random.below(12) === 0 ? { timeZone: pick(ZONES), hours: { from: '07:00', to: '22:00' } } : undefined;
    const date = pick(DATES);
    return {
      id: `Sample guest ${i + 1}`,
      absent: !remote && random.below(4) === 0 ? [{ from: `${date}T00:00`, to: `${date}T24:00` }] : [],
      ...(remote && { remote }),
    };
  });
  const activities: Activity[] = [];
  const relations: Relation[] = [];
  let sessionsLeft = 1000;
  const add = (id: string, sessions: number, minutes: number, more: Partial<Activity>) => {
    sessionsLeft -= sessions;
    activities.push({
      id,
      attendance: 40 + random.below(10) * 20,
      equipment: some(EQUIPMENT, 20),
      topics: [pick(FIELDS)],
      order: random.below(3) === 0 ? 'free' : 'fixed',
      windows: [],
      sessions: Array.from({ length: sessions }, (_, i) => ({
        id: `${id}, session ${i + 1}`,
        minutes,
        people: [...new Set(Array.from({ length: random.below(3) }, () => pick(guests).id))],
      })),
      ...more,
    });
    return id;
  };
  const hall = 'Sample site A, room 1';
  add('Sample opening ceremony', 4, 30, { attendance: 1400, fixed: { room: hall, start: '2027-09-22T09:00' }, topics: [] });
  add('Sample plenary', 6, 30, { attendance: 1300, fixed: { room: hall, start: '2027-09-22T14:00' }, topics: [] });
  for (let i = 1; i <= 60; i++) add(`Sample forum ${i}`, 8 + random.below(4), 15, { layout: pick(LAYOUTS) });
  let round = '';
  for (let i = 1; i <= 12; i++) {
    const next = add(`Sample contest round ${i}`, 10, 15, { equipment: ['demo-stage'], topics: [] });
    if (i % 3 !== 1) relations.push({ id: `Sample rounds ${i - 1} and ${i}`, kind: 'before', a: round, b: next, gap: 60, weight: 'must' });
    round = next;
  }
  const rest = 126 - activities.length;
  for (let i = 1; i <= rest; i++) {
    const left = rest - i;
    const sessions = left === 0 ? sessionsLeft : Math.max(1, Math.round(sessionsLeft / (left + 1)) + random.below(3) - 1);
    add(`Sample side event ${i}`, sessions, 15, {});
  }
  for (let i = 0; i < 8; i++) {
    const [a, b] = [`Sample forum ${2 * i + 1}`, `Sample forum ${2 * i + 2}`];
    relations.push({ id: `Sample pair ${i + 1}`, kind: i % 2 ? 'same-day' : 'apart', a, b, gap: 0, weight: i % 4 < 2 ? 'must' : 40 });
  }
  const wishes: Wish[] = [];
  for (let i = 1; i <= 60; i++) {
    const activity = `Sample forum ${i}`;
    const kind = random.below(4);
    const weight = 10 + random.below(4) * 10;
    if (kind === 0)
      wishes.push({ id: `Sample wish ${i}`, activity, rooms: [hall, `Sample site A, room ${2 + random.below(4)}`], avoid: false, weight });
    else if (kind === 1) wishes.push({ id: `Sample wish ${i}`, activity, venues: [pick(venues).id], avoid: false, weight });
    else if (kind === 2) wishes.push({ id: `Sample wish ${i}`, activity, days: [pick(DATES)], avoid: random.below(3) === 0, weight });
    else {
      const date = pick(DATES);
      wishes.push({ id: `Sample wish ${i}`, activity, spans: [{ from: `${date}T09:00`, to: `${date}T13:00` }], avoid: false, weight });
    }
  }
  const b = venues.find((v) => v.site === 'Sample site B')!.id;
  return {
    format: 'everforum-timetable-1',
    name: 'Sample edition',
    timeZone: 'Asia/Shanghai',
    step: 15,
    days: DATES.map((date) => ({ date, from: '09:00', to: '18:00' })),
    venues,
    travel: [{ from: venues[0]!.id, to: b, minutes: 45 }],
    defaultTravel: 60,
    rooms,
    people: guests,
    activities,
    relations,
    wishes,
    topics: FIELDS.map((id) => ({ id, weight: 1 })),
    before: [],
    weights: { roomMoved: 2, timeMoved: 5, remoteHours: 1 },
  };
}
