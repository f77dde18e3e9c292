import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both, onlyIn } from '#registry/text.ts';
import { type ActivityFacts, isComplete, RULES, standing, taskState } from './rules.ts';

const facts = (change: Partial<ActivityFacts> = {}): ActivityFacts => ({
  languages: ['zh', 'en'],
  texts: [
    { field: 'title', text: both('论坛', 'Forum') },
    { field: 'abstract', text: null },
    { field: 'description', text: onlyIn('zh', '说明') },
  ],
  startsAt: '2027-04-16T01:00:00Z',
  endsAt: '2027-04-16T04:00:00Z',
  sessions: [
    {
      title: both('开场', 'Opening'),
      break: false,
      startsAt: '2027-04-16T01:00:00Z',
      endsAt: '2027-04-16T01:30:00Z',
      people: 1,
      speakers: ['p'],
    },
    { title: onlyIn('zh', '茶歇'), break: true, startsAt: '2027-04-16T01:30:00Z', endsAt: '2027-04-16T02:00:00Z', people: 0, speakers: [] },
  ],
  people: [{ id: 'p', state: 'invited', slides: 0, biography: false }],
  guests: 0,
  wishes: false,
  ...change,
});

test('each rule says how much is done', () => {
  assert.deepEqual(standing('description-written', facts()), { done: 1, of: 2 });
  assert.deepEqual(standing('translated', facts()), { done: 2, of: 3 });
  assert.deepEqual(standing('agenda-fixed', facts()), { done: 1, of: 1 });
  assert.deepEqual(standing('agenda-fixed', facts({ startsAt: null, endsAt: null })), { done: 0, of: 1 });
  assert.deepEqual(standing('speakers-named', facts()), { done: 1, of: 1 });
  assert.deepEqual(standing('speakers-confirmed', facts()), { done: 0, of: 1 });
  assert.deepEqual(standing('slides-in', facts()), { done: 0, of: 1 });
  assert.deepEqual(standing('guests-listed', facts({ guests: 3 })), { done: 1, of: 1 });
});

test('an outdated translation is not translated', () => {
  const outdated = { ...both('开场', 'Opening'), outdated: ['en'] };
  const [first, second] = facts().sessions;
  assert.deepEqual(standing('translated', facts({ texts: [], sessions: [{ ...first!, title: outdated }, second!] })), { done: 0, of: 1 });
});

test('who declined and still stands in the agenda has to be replaced; who is gone from it need not', () => {
  const declined = [{ id: 'p', state: 'declined' as const, slides: 0, biography: true }];
  assert.equal(isComplete(standing('speakers-confirmed', facts({ people: declined }))), false);
  const confirmed = { id: 'q', state: 'confirmed' as const, slides: 1, biography: true };
  const [first, second] = facts().sessions;
  const replaced = facts({ people: [...declined, confirmed], sessions: [{ ...first!, speakers: ['q'] }, second!] });
  assert.equal(isComplete(standing('speakers-confirmed', replaced)), true);
});

test('nothing at all is not complete', () => {
  const nothing = facts({ sessions: [], people: [], texts: [] });
  for (const rule of RULES) assert.equal(isComplete(standing(rule, nothing)), false, rule);
});

test('a task with a rule cannot be ticked away, one without is ticked, and what is waived is over', () => {
  const due = { dueAt: '2027-03-01T00:00:00Z', mark: null };
  const [before, after] = ['2027-02-01T00:00:00Z', '2027-03-02T00:00:00Z'];
  assert.equal(taskState({ ...due, rule: 'slides-in' }, facts(), before).state, 'open');
  assert.equal(taskState({ ...due, rule: 'slides-in', mark: 'done' }, facts(), after).state, 'overdue');
  assert.equal(taskState({ ...due, rule: null }, facts(), after).state, 'overdue');
  assert.equal(taskState({ ...due, rule: null, mark: 'done' }, facts(), after).state, 'done');
  assert.equal(taskState({ ...due, rule: 'slides-in', mark: 'waived' }, facts(), after).state, 'waived');
});

test('one more speaker who confirms never makes less of it done', () => {
  const person = fc.record({
    id: fc.uuid(),
    state: fc.constantFrom('added', 'invited', 'confirmed' as const),
    slides: fc.nat(3),
    biography: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), fc.nat(7), (people, at) => {
      const confirmed = people.map((one, index) => (index === at % people.length ? { ...one, state: 'confirmed' as const } : one));
      const [less, more] = [people, confirmed].map((list) =>
        standing('speakers-confirmed', facts({ people: list as ActivityFacts['people'] })),
      );
      assert.ok(more!.done >= less!.done && more!.of === less!.of);
    }),
  );
});
