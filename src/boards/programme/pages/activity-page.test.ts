import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexOf } from '../index-of.ts';
import { agendaOf, chainOf, hostsOf, linksOf, neighboursOf, resultsOf } from './activity-page.ts';
import { activity, id, session, smallEdition } from './small-edition.ts';

const index = indexOf(smallEdition());
const forum = index.activityBySlug.get('bci-forum')!;

test('hosts are told by role, whoever leads first', () => {
  assert.deepEqual(
    hostsOf(index, forum).map(({ role, organisations }) => [role, organisations.map(({ slug }) => slug)]),
    [
      ['lead', ['ministry']],
      ['organiser', ['institute']],
    ],
  );
});

test('an agenda of several days is cut at the place\u2019s midnight and in the order of time', () => {
  const long = activity(13, {
    sessions: [
      session(131, { startsAt: '2022-11-27T01:00:00Z', endsAt: '2022-11-27T02:00:00Z' }),
      session(132, { startsAt: '2022-11-26T15:30:00Z', endsAt: '2022-11-26T17:00:00Z' }),
    ],
  });
  const days = agendaOf(indexOf(smallEdition({ activities: [long] })), long);
  assert.deepEqual(
    days.map(({ date, items }) => [date, items.map((item) => item.session.number)]),
    [
      ['2022-11-26', [132]],
      ['2022-11-27', [131]],
    ],
  );
});

test('people stand with the organisation they come from', () => {
  const people = agendaOf(index, forum)[0]!.items[1]!.people;
  assert.deepEqual(
    people.map(({ person, role, organisation }) => [person.slug, role, organisation?.slug]),
    [
      ['speaker-one', 'speaker', 'institute'],
      ['speaker-two', 'panellist', undefined],
    ],
  );
});

test('a result\u2019s chain says what lies behind, what happens here and what is ahead', () => {
  const [on] = resultsOf(index, forum);
  assert.deepEqual(
    on?.chain.map(({ state }) => state),
    ['past', 'past', 'here', 'ahead'],
  );
  assert.deepEqual(
    chainOf(on!.result, null).map(({ state }) => state),
    ['past', 'past', 'last', 'ahead'],
  );
  assert.deepEqual(resultsOf(index, index.activityBySlug.get('chip-forum')!), []);
});

test('the neighbours of a day are counted in the edition\u2019s order of time, those of a room only in that room', () => {
  const chip = index.activityBySlug.get('chip-forum')!;
  const { dayBefore, dayAfter, roomBefore, roomAfter } = neighboursOf(index, chip);
  assert.deepEqual([dayBefore?.slug, dayAfter?.slug, roomBefore?.slug, roomAfter], ['bci-forum', 'berlin-forum', 'bci-forum', null]);
});

test('a cancelled activity is nobody\u2019s neighbour, but finds its own', () => {
  const off = activity(14, { state: 'cancelled', startsAt: '2022-11-26T04:00:00Z', endsAt: '2022-11-26T05:00:00Z' });
  const with14 = indexOf(smallEdition({ activities: [...smallEdition().activities, off] }));
  assert.equal(neighboursOf(with14, with14.activityBySlug.get('bci-forum')!).dayAfter?.slug, 'chip-forum');
  assert.equal(neighboursOf(with14, off).dayAfter?.slug, 'chip-forum');
});

test('links that are no web address are not offered', () => {
  const links = [
    { url: 'javascript:alert(1)', title: 'x', kind: 'link' as const },
    { url: 'https://example.org/', title: 'page', kind: 'link' as const },
    { url: 'https://example.org/slides.pdf', title: 'slides', kind: 'attachment' as const },
    { url: 'https://example.org/logo.png', title: 'logo', kind: 'logo' as const },
  ];
  assert.deepEqual(
    linksOf(activity(15, { id: id(15), links })).map(({ title }) => title),
    ['slides', 'page'],
  );
});
