import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexOf } from '../index-of.ts';
import { activity, smallEdition } from '../pages/small-edition.ts';
import { activityData, dataBlock, editionData, organisationData, personData, placeData, type LinkedContext } from './json-ld.ts';
import { both, onlyIn } from '#registry/text.ts';

const contextOf = (content = smallEdition()): LinkedContext => ({
  index: indexOf(content),
  language: 'en',
  publicUrl: 'https://forum.example',
});
const read = (data: Parameters<typeof dataBlock>[0]) => JSON.parse(dataBlock(data)) as Record<string, unknown>;

const dataOf = (given: Parameters<typeof activity>[1], previous?: string[]) => {
  const one = activity(10, given);
  return read(activityData(contextOf(smallEdition({ activities: [one] })), one, previous));
};

test('a scheduled activity says when with the offset of its place, and nothing of earlier dates', () => {
  const data = dataOf({});
  assert.equal(data['eventStatus'], 'https://schema.org/EventScheduled');
  assert.equal(data['startDate'], '2022-11-26T08:30:00+08:00');
  assert.equal('previousStartDate' in data, false);
});

test('a moved activity names every earlier start once', () => {
  const data = dataOf({ firstPlannedStartsAt: '2022-09-23T00:30:00Z' }, [
    '2022-09-23T00:30:00Z',
    '2022-11-25T00:30:00Z',
    '2022-11-26T00:30:00Z',
  ]);
  assert.equal(data['eventStatus'], 'https://schema.org/EventRescheduled');
  assert.deepEqual(data['previousStartDate'], ['2022-09-23T08:30:00+08:00', '2022-11-25T08:30:00+08:00']);
});

test('cancelled and postponed keep their entry and its date, also when they were moved before', () => {
  for (const [state, status] of [
    ['cancelled', 'EventCancelled'],
    ['postponed', 'EventPostponed'],
  ] as const) {
    const data = dataOf({ state, firstPlannedStartsAt: '2022-09-23T00:30:00Z' });
    assert.equal(data['eventStatus'], `https://schema.org/${status}`);
    assert.equal(data['startDate'], '2022-11-26T08:30:00+08:00');
    assert.equal('previousStartDate' in data, false);
  }
});

test('postponed without a new date keeps the date first planned', () => {
  const data = dataOf({ state: 'postponed', startsAt: null, endsAt: null, firstPlannedStartsAt: '2022-09-23T00:30:00Z' });
  assert.equal(data['startDate'], '2022-09-23T08:30:00+08:00');
});

test('attendance: in the room, in both, or online only', () => {
  assert.match(String(dataOf({})['eventAttendanceMode']), /Offline/);
  assert.match(String(dataOf({ streamed: true })['eventAttendanceMode']), /Mixed/);
  assert.match(String(dataOf({ streamed: true, room: null })['eventAttendanceMode']), /Online/);
});

test('a whole activity: hosts, performers, sessions, place within place, both names', () => {
  const context = contextOf();
  const data = read(activityData(context, context.index.activityBySlug.get('bci-forum')!)) as {
    [key: string]: unknown;
    performer: { name: string }[];
    organizer: { '@type': string }[];
    subEvent: { superEvent: { '@id': string } }[];
    location: { containedInPlace: { name: string }; geo: unknown }[];
  };
  assert.equal(data['name'], 'Brain–Computer Interface Forum');
  assert.deepEqual(data['alternateName'], ['脑机接口创新发展论坛']);
  assert.deepEqual(
    data.performer.map(({ name }) => name),
    ['Sample Speaker One', 'Übel, Muster'],
  );
  assert.deepEqual(new Set(data.organizer.map((one) => one['@type'])), new Set(['ResearchOrganization', 'GovernmentOrganization']));
  assert.equal(data.subEvent[0]?.superEvent['@id'], data['@id']);
  assert.equal(data.location[0]?.containedInPlace.name, 'Convention Centre');
  assert.ok(data.location[0]?.geo, 'the venue lends its coordinates to the room');
});

test('edition, person, organisation and place speak of each other', () => {
  const context = contextOf();
  const { content } = context.index;
  assert.deepEqual(read(editionData(context))['previousStartDate'], ['2022-09-22']);
  const person = read(personData(context, content.people[1]!));
  assert.equal(person['sameAs'], 'https://orcid.org/0000-0002-1825-0097');
  assert.equal((person['performerIn'] as unknown[]).length, 1);
  assert.equal(read(organisationData(context, content.organisations[0]!))['@type'], 'GovernmentOrganization');
  assert.equal(read(placeData(context, content.places[1]!))['@type'], 'EventVenue');
});

test('no text can leave its data block', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script><script>alert(1)//', '<!--', ']]>', '\u2028\u2029')),
      (text) => {
        const one = activity(10, { title: both(text, text), abstract: onlyIn('zh', text) });
        const context = contextOf(smallEdition({ activities: [one], results: [] }));
        const block = dataBlock(activityData(context, one));
        assert.doesNotMatch(block, /[<>&\u2028\u2029]/);
        assert.equal((JSON.parse(block) as { name: string }).name, text);
      },
    ),
  );
});

test('what is not there is left out, never null', () => {
  const bare = activity(10, { room: null, startsAt: null, endsAt: null, languages: [] });
  const context = contextOf(smallEdition({ activities: [bare], results: [] }));
  assert.doesNotMatch(dataBlock(activityData(context, bare)), /null|undefined/);
});
