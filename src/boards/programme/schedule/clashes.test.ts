import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleContent } from '../content.example.ts';
import type { Activity, EditionContent, Place, Session } from '../content.ts';
import { blocksPublishing, CLASH_RULES, type Clash, openClashes, type Placement } from './clashes.ts';
import { deskOf } from './desk-schedule.example.ts';
import { type DeskSchedule, LEVELS } from './desk-schedule.ts';
import { resolutions } from './resolutions.ts';
import { placed } from './spots.ts';
import { ruleHelp, tellerOf } from './words.ts';

const DAY = '2022-11-26';
const at = (time: string, date = DAY) => `${date}T${time}:00Z`;
const base = sampleContent();
const [ROOM, OTHER] = base.places.filter(({ kind }) => kind === 'room').map(({ id }) => id) as [string, string];
const [ONE, TWO] = base.activities as [Activity, Activity];
const SPEAKER = base.people[0]!.id;

/** Two forums without people, as the test wants them. */
function two(first: Partial<Activity>, second: Partial<Activity>, more: Partial<EditionContent> = {}): EditionContent {
  const bare = { sessions: [], people: [], interpretation: [], topic: null, capacity: null };
  return {
    ...base,
    activities: [
      { ...ONE, ...bare, ...first },
      { ...TWO, ...bare, ...second },
    ],
    ...more,
  };
}
const clashes = (content: EditionContent, more: Partial<DeskSchedule> = {}): Clash[] => openClashes(deskOf(content, more)).all();
const rules = (content: EditionContent, more: Partial<DeskSchedule> = {}) => clashes(content, more).map(({ rule }) => rule);
const slot = (from: string, to: string, room: string | null = ROOM) => ({ room, startsAt: at(from), endsAt: at(to) });
const talk = (of: Activity, from: string, to: string, more: Partial<Session> = {}): Session => ({
  ...ONE.sessions[0]!,
  id: of.id.replace('0007', `000${8 + of.sessions.length}`),
  startsAt: at(from),
  endsAt: at(to),
  people: [{ person: SPEAKER, role: 'speaker' }],
  ...more,
});

test('a room: overlapping is a clash, touching is none, the same hours are one', () => {
  assert.deepEqual(rules(two(slot('01:00', '03:00'), slot('02:30', '04:00'))), ['room']);
  assert.deepEqual(rules(two(slot('01:00', '03:00'), slot('03:00', '04:00'))), []);
  assert.deepEqual(rules(two(slot('01:00', '03:00'), slot('01:00', '03:00'))), ['room']);
  assert.deepEqual(rules(two(slot('01:00', '01:00'), slot('01:00', '01:00'))), ['room']);
});

test('places for many things, rooms shared on purpose and what is cancelled or postponed clash with nothing', () => {
  const overlapping = [slot('01:00', '03:00'), slot('02:00', '04:00')] as const;
  const stands = base.places.map((place) => ({ ...place, parallel: true }));
  assert.deepEqual(rules(two(...overlapping, { places: stands })), []);
  assert.deepEqual(rules(two({ ...overlapping[0], sharesRoom: 'One stage' }, overlapping[1])), []);
  for (const state of ['cancelled', 'postponed'] as const) assert.deepEqual(rules(two({ ...overlapping[0], state }, overlapping[1])), []);
});

test('an activity belongs to a city: a room in another is a clash that blocks placing, and is resolved by a room there', () => {
  const [here, abroad] = [
    { ...base.places.find(({ kind }) => kind === 'site')!, id: 'a0000000-0000-4000-8000-00000000aaaa', slug: 'abroad', parent: null },
  ].map((site) => [
    site,
    { ...base.places.find(({ id }) => id === ROOM)!, id: 'a0000000-0000-4000-8000-00000000bbbb', slug: 'hall', parent: site.id },
  ])[0]!;
  const places = [...base.places, here!, abroad!];
  const desk = (room: string, more: Partial<DeskSchedule> = {}) => {
    const made = deskOf(two(slot('01:00', '03:00', room), { startsAt: null, endsAt: null, room: null }, { places }), more);
    return { ...made, activities: made.activities.map((one) => (one.id === ONE.id ? { ...one, site: here!.id } : one)) };
  };
  const [clash] = openClashes(desk(ROOM)).all();
  assert.deepEqual([clash?.rule, clash?.level, clash?.detail], ['site', 'blocks-placing', { site: here!.id }]);
  assert.match(tellerOf(desk(ROOM), 'en').clash(clash!), / belongs to .+; .+ is in .+/);
  assert.deepEqual(openClashes(desk(abroad!.id)).all(), []);
  assert.deepEqual(openClashes(desk(ROOM, { levels: { ...desk(ROOM).levels, site: 'ignored' } })).all(), []);
  const index = openClashes(desk(abroad!.id));
  assert.deepEqual(
    index.ifPlaced({ activity: ONE.id, ...slot('01:00', '03:00', ROOM) }).map(({ rule }) => rule),
    ['site'],
  );
  const [first] = resolutions(openClashes(desk(ROOM)), clash!, [base.places.find(({ id }) => id === OTHER)!, abroad!]);
  assert.deepEqual([first?.is, first?.is === 'room' && first.placement.room], ['room', abroad!.id]);
});

test('a session in another room books that room', () => {
  const first = { ...slot('01:00', '04:00'), sessions: [talk(ONE, '02:00', '03:00', { room: OTHER, people: [] })] };
  const [clash] = clashes(two(first, slot('02:30', '05:00', OTHER)));
  assert.equal(clash?.rule, 'room');
  assert.equal(clash?.room, OTHER);
  assert.deepEqual(
    clash?.sessions,
    first.sessions.map(({ id }) => id),
  );
});

test('two sessions of one activity in one other room clash too, as the database has it', () => {
  const elsewhere = { room: OTHER, people: [] };
  const sessions = [talk(ONE, '01:00', '02:00', elsewhere), talk(ONE, '01:30', '02:30', { ...elsewhere, id: TWO.id })];
  assert.deepEqual(rules(two({ ...slot('01:00', '03:00'), sessions }, slot('05:00', '06:00'))), ['room']);
});

test('a person: sessions at the same time clash, and so do activities a person leads throughout', () => {
  const same = two(
    { ...slot('01:00', '03:00'), sessions: [talk(ONE, '01:00', '02:00')] },
    { ...slot('01:00', '03:00', OTHER), sessions: [talk(TWO, '01:00', '02:00')] },
  );
  const [clash] = clashes(same);
  assert.equal(clash?.rule, 'person');
  assert.deepEqual(clash?.people, [SPEAKER]);
  assert.deepEqual(clash?.detail, { minutes: 60 });
  assert.deepEqual([clash?.from, clash?.to], [at('01:00'), at('02:00')]);
  const led = two(
    { ...slot('01:00', '03:00'), people: [{ person: SPEAKER, role: 'chair' }], sessions: [talk(ONE, '01:00', '01:30')] },
    { ...slot('02:00', '03:00', OTHER), sessions: [talk(TWO, '02:00', '02:30')] },
  );
  assert.deepEqual(rules(led), ['person']);
  const spoken = two(
    { ...slot('01:00', '03:00'), people: [{ person: SPEAKER, role: 'speaker' }], sessions: [talk(ONE, '01:00', '01:30')] },
    { ...slot('02:00', '03:00', OTHER), sessions: [talk(TWO, '02:00', '02:30')] },
  );
  assert.deepEqual(rules(spoken), []);
  const cancelled = structuredClone(same);
  cancelled.activities[0]!.sessions[0]!.cancelled = true;
  assert.deepEqual(rules(cancelled), []);
});

test('a person in two sessions of one activity at once', () => {
  const sessions = [talk(ONE, '01:00', '02:00'), talk(ONE, '01:30', '02:30', { id: TWO.id, room: OTHER })];
  assert.deepEqual(rules(two({ ...slot('01:00', '03:00'), sessions }, slot('05:00', '06:00'))), ['person']);
});

test('the way between rooms, venues and cities takes its time', () => {
  const apart = (room: string, more: Partial<EditionContent> = {}) =>
    two(
      { ...slot('01:00', '02:00'), sessions: [talk(ONE, '01:00', '02:00')] },
      { ...slot('02:00', '03:00', room), sessions: [talk(TWO, '02:00', '03:00')] },
      more,
    );
  const [walk] = clashes(apart(OTHER));
  assert.equal(walk?.rule, 'travel');
  assert.deepEqual(walk?.detail, { gap: 0, minutes: 5 });
  assert.deepEqual(rules(apart(ROOM)), []);
  const venue = base.places.find(({ kind }) => kind === 'venue')!;
  const far: Place = { ...venue, id: SPEAKER.replace('0005', '0044'), slug: 'far', name: venue.name };
  const places = [...base.places.filter(({ id }) => id !== OTHER), far, { ...base.places.find(({ id }) => id === OTHER)!, parent: far.id }];
  const travel = [{ from: venue.id, to: far.id, minutes: 45 }];
  assert.deepEqual(clashes(apart(OTHER, { places, travel }))[0]?.detail, { gap: 0, minutes: 45 });
  assert.deepEqual(clashes(apart(OTHER, { places }))[0]?.detail, { gap: 0, minutes: 30 });
});

test('seats, in the layout asked for', () => {
  const content = two({ ...slot('01:00', '02:00'), capacity: 250 }, slot('05:00', '06:00'), {
    places: base.places.map((place) => (place.id === ROOM ? { ...place, layouts: [{ layout: 'classroom', seats: 180 }] } : place)),
  });
  assert.deepEqual(rules(content), []);
  const desk = deskOf(content);
  desk.activities[0]!.need.layout = 'classroom';
  assert.deepEqual(openClashes(desk).all()[0]?.detail, { needed: 250, seats: 180, layout: 'classroom' });
  desk.activities[0]!.need.layout = 'round-table';
  assert.deepEqual(
    openClashes(desk)
      .all()
      .map(({ rule }) => rule),
    ['layout'],
  );
});

test('opening hours: of the nearest place, of the day before the weekday, and over midnight', () => {
  const hours = (more: object) => ({ id: ROOM, place: ROOM, date: null, weekday: null, from: '08:00', to: '22:00', ...more });
  // 01:00 UTC is 09:00 in Beijing, a Saturday.
  const content = two(slot('01:00', '03:00'), slot('05:00', '06:00', OTHER));
  assert.deepEqual(rules(content, { hours: [hours({})] }), []);
  assert.deepEqual(rules(content, { hours: [hours({ from: '09:30' })] }), ['hours']);
  assert.deepEqual(rules(content, { hours: [hours({ from: '09:30' }), hours({ weekday: 6 })] }), []);
  assert.deepEqual(rules(content, { hours: [hours({}), hours({ date: DAY, from: '00:00', to: '00:00' })] }), ['hours']);
  assert.deepEqual(rules(content, { hours: [hours({ place: null, from: '10:00' })] }), ['hours']);
  // 23:00 to 01:00 in Beijing, open until midnight and again from midnight.
  const late = two(slot('15:00', '17:00'), slot('05:00', '06:00', OTHER));
  assert.deepEqual(rules(late, { hours: [hours({ from: '00:00', to: '24:00' })] }), []);
  assert.deepEqual(rules(late, { hours: [hours({})] }), ['hours']);
});

test('a closure of the venue closes its rooms', () => {
  const venue = base.places.find(({ kind }) => kind === 'venue')!.id;
  const closures = [{ id: SPEAKER, place: venue, from: at('02:00'), to: at('04:00'), reason: 'Rehearsal' }];
  const content = two(slot('01:00', '03:00'), slot('04:00', '06:00'));
  const [clash, ...more] = clashes(content, { closures });
  assert.deepEqual(more, []);
  assert.equal(clash?.rule, 'closure');
  assert.deepEqual([clash?.from, clash?.to], [at('02:00'), at('03:00')]);
});

test('equipment and booths: of the room, or of a stock that counts who draws on it at once', () => {
  const venue = base.places.find(({ kind }) => kind === 'venue')!.id;
  const content = two(
    { ...slot('01:00', '03:00'), interpretation: ['en'] },
    { ...slot('02:00', '04:00', OTHER), interpretation: ['en', 'zh', 'fr'] },
  );
  assert.deepEqual(rules(content), ['interpretation', 'interpretation']);
  const stock = (count: number) => ({ stock: [{ place: venue, equipment: 'interpretation', count }] });
  const [short, ...more] = clashes(content, stock(2));
  assert.deepEqual(more, []);
  assert.deepEqual(short?.detail, { needed: 3, there: 2, place: venue });
  assert.deepEqual(short?.activities, [ONE.id, TWO.id]);
  assert.deepEqual(rules(content, stock(3)), []);
  const places = base.places.map((place) => ({ ...place, equipment: ['interpretation'] }));
  assert.deepEqual(rules({ ...content, places }), []);
});

test('guests who are away, topics that share an audience, wishes', () => {
  const content = two(
    { ...slot('01:00', '03:00'), sessions: [talk(ONE, '01:00', '02:00')], topic: ONE.topic },
    { ...slot('01:00', '03:00', OTHER), topic: ONE.topic },
  );
  assert.deepEqual(rules(content), ['audience']);
  const absences = [{ id: ROOM, person: SPEAKER, from: at('01:30'), to: at('05:00') }];
  assert.deepEqual(rules(content, { absences }), ['availability', 'audience']);
  const wish = { id: OTHER, activity: ONE.id, places: [], days: [], starts: [], avoid: false, weight: 1 };
  const wished = (more: object) => rules(content, { wishes: [{ ...wish, ...more }] }).filter((rule) => rule === 'wish').length;
  assert.equal(wished({ places: [ROOM], days: [DAY], starts: [{ from: '09:00', to: '10:00' }] }), 0);
  assert.equal(wished({ places: [OTHER] }), 1);
  assert.equal(wished({ days: ['2022-11-27'] }), 1);
  assert.equal(wished({ starts: [{ from: '13:00', to: '17:00' }] }), 1);
  assert.equal(wished({ days: [DAY], avoid: true }), 1);
  assert.equal(wished({ days: ['2022-11-27'], avoid: true }), 0);
  const [against] = clashes(content, { wishes: [{ ...wish, days: [DAY], avoid: true }] }).filter(({ rule }) => rule === 'wish');
  assert.deepEqual(against?.detail, { wish: OTHER, of: 'day', avoided: true });
});

test('levels: what is ignored is not told; what was accepted no longer blocks, until it changes', () => {
  const content = (end: string) =>
    two(
      { ...slot('01:00', '03:00'), sessions: [talk(ONE, '01:00', end)] },
      { ...slot('01:00', '03:00', OTHER), sessions: [talk(TWO, '01:00', '02:00')] },
    );
  const [clash] = clashes(content('02:00'));
  assert.ok(blocksPublishing(clash!));
  const acceptances = [{ key: clash!.key, fingerprint: clash!.fingerprint, reason: 'Speaks by video', by: 'office', at: at('00:00') }];
  const [accepted] = clashes(content('02:00'), { acceptances });
  assert.equal(accepted?.accepted?.reason, 'Speaks by video');
  assert.ok(!blocksPublishing(accepted!));
  const [changed] = clashes(content('01:30'), { acceptances });
  assert.equal(changed?.key, clash?.key);
  assert.equal(changed?.accepted, null);
  assert.equal(changed?.acceptedBefore?.reason, 'Speaks by video');
  assert.ok(blocksPublishing(changed!));
  assert.deepEqual(rules(content('02:00'), { levels: { ...deskOf(base).levels, person: 'ignored' } }), []);
});

test('what would resolve a clash does resolve it', () => {
  const content = two({ ...slot('01:00', '03:00'), capacity: 150 }, { ...slot('02:30', '04:00'), capacity: 150 });
  const desk = deskOf(content);
  const index = openClashes(desk);
  const [clash] = index.all();
  const ways = resolutions(
    index,
    clash!,
    desk.places.filter(({ kind }) => kind === 'room'),
  );
  assert.ok(ways.length >= 2);
  for (const way of ways) {
    if (way.is === 'accept') assert.fail('a room booked twice cannot be accepted');
    else assert.deepEqual(index.ifPlaced(way.placement), []);
  }
});

/** Random states and placings over a few rooms and hours, with every rule having something to say. */
const placements = (desk: DeskSchedule) =>
  fc.array(
    fc.record({
      activity: fc.constantFrom(...desk.activities.map(({ id }) => id)),
      room: fc.constantFrom(ROOM, OTHER, null),
      start: fc.option(fc.integer({ min: 0, max: 24 })),
      steps: fc.integer({ min: 0, max: 6 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

function busyDesk(): DeskSchedule {
  const venue = base.places.find(({ kind }) => kind === 'venue')!.id;
  const activities = Array.from({ length: 6 }, (_, n): Activity => {
    const id = ONE.id.slice(0, -1) + n;
    const sessions = [0, 1].map((k) =>
      talk(ONE, `0${1 + k}:00`, `0${2 + k}:00`, {
        id: `${id.slice(0, -3)}${k}0${n}`,
        room: n === 2 ? OTHER : null,
        people: n % 2 === k ? [{ person: SPEAKER, role: 'speaker' }] : [],
      }),
    );
    return {
      ...ONE,
      id,
      ...slot('01:00', '03:00'),
      sessions,
      interpretation: n < 4 ? ['en'] : [],
      capacity: 190 + 5 * n,
      sharesRoom: n === 5 ? 'yes' : null,
    };
  });
  return deskOf(
    { ...base, activities },
    {
      hours: [{ id: ROOM, place: null, date: null, weekday: null, from: '09:30', to: '15:00' }],
      closures: [{ id: venue, place: OTHER, from: at('04:00'), to: at('05:00'), reason: '' }],
      absences: [{ id: OTHER, person: SPEAKER, from: at('02:00'), to: at('03:00') }],
      stock: [{ place: venue, equipment: 'interpretation', count: 2 }],
      wishes: [{ id: SPEAKER, activity: activities[0]!.id, places: [OTHER], days: [], starts: [], avoid: false, weight: 1 }],
    },
  );
}

const placementOf = (one: { activity: string; room: string | null; start: number | null; steps: number }): Placement => {
  const moment = (steps: number) => new Date(Date.parse(at('00:00')) + steps * 1_800_000).toISOString().replace('.000Z', 'Z');
  return {
    activity: one.activity,
    room: one.room,
    startsAt: one.start === null ? null : moment(one.start),
    endsAt: one.start === null ? null : moment(one.start + one.steps),
  };
};

test('following placings one by one tells what a full check of the outcome tells', () => {
  const desk = busyDesk();
  fc.assert(
    fc.property(placements(desk), (list) => {
      const index = openClashes(desk);
      let shown = new Map(index.all().map((clash) => [clash.key, clash]));
      let state = desk;
      for (const placement of list.map(placementOf)) {
        const supposed = index.ifPlaced(placement);
        const { gone, come } = index.place(placement);
        assert.deepEqual(index.of(placement.activity), supposed);
        for (const { key } of gone) assert.ok(shown.delete(key));
        for (const clash of come) shown.set(clash.key, clash);
        state = {
          ...state,
          activities: state.activities.map((one) => (one.id === placement.activity ? placed(one, placement) : one)),
        };
        const full = openClashes(state).all();
        assert.deepEqual(index.all(), full);
        assert.deepEqual(new Set(shown.values()), new Set(full));
        shown = new Map(full.map((clash) => [clash.key, clash]));
      }
    }),
  );
});

test('every clash can be told in both languages, and every rule has words', () => {
  const desk = busyDesk();
  const index = openClashes(desk);
  for (const language of ['zh', 'en'] as const) {
    const teller = tellerOf(desk, language);
    for (const clash of index.all()) assert.match(teller.clash(clash), /\S/);
    for (const rule of CLASH_RULES) assert.match(ruleHelp(language)(rule), /\S/);
  }
  assert.equal(new Set(LEVELS).size, 4);
});
