import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { canonical } from '#platform/canonical.ts';
import type { EditionContent } from '../src/boards/programme/content.ts';
import { clashesOfPeople, clashesOfRooms } from './checks.ts';
import { sampleEditions, sampleHistory2022 } from './index.ts';

const editions = sampleEditions();
const content = editions.find(({ edition }) => edition.year === 2022)!;
const ofTheDays = content.activities.filter(({ kind, state }) => kind !== 'year-round' && state !== 'cancelled');
const forums = ofTheDays.filter(({ kind }) => kind === 'parallel-forum');
const organisations = new Map(content.organisations.map((organisation) => [organisation.id, organisation]));
const sessions = content.activities.flatMap((activity) => activity.sessions.map((session) => ({ activity, session })));

test('every edition that the account tells of is there', () => {
  assert.deepEqual(
    editions.map(({ edition }) => edition.slug),
    ['2007', '2019', '2020', '2021', '2022'],
  );
});

test('the 2022 edition counts what the account says', () => {
  const subVenues = content.places.filter(({ kind, role }) => kind === 'site' && role === 'sub-venue');
  const beijing = content.places.find(({ slug }) => slug === 'beijing')!;
  assert.equal(ofTheDays.length, 126);
  assert.equal(forums.length, 60);
  assert.equal(forums.filter(ledByMinistry).length, 27);
  assert.equal(new Set(forums.map(({ focus }) => focus)).size, 4);
  assert.equal(content.places.filter(({ kind, parent }) => kind === 'venue' && parent === beijing.id).length, 3);
  assert.equal(subVenues.length, 22);
  assert.equal(new Set(subVenues.map(({ country }) => country)).size, 14);
  assert.equal(content.results.length, 28);
  assert.equal(content.results.filter(({ hardTechnology }) => hardTechnology).length, 22);
  assert.equal(new Set(content.results.map(({ category }) => canonical(category))).size, 4);
  assert.equal(content.activities.filter(({ kind }) => kind === 'year-round').length, 15);
  assert.ok(new Set(content.people.map(({ country }) => country)).size > 70);
  assert.ok(sessions.length >= 950 && sessions.length <= 1050, `${sessions.length} sessions`);
});

const ledByMinistry = ({ hosts }: (typeof forums)[number]): boolean =>
  hosts.some(({ organisation, role }) => role === 'lead' && ['ministry', 'central-body'].includes(organisations.get(organisation)!.kind));

test('figures and names are those of the facts', (t) => {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), '..', 'shared', 'seed', 'facts.json');
  if (!existsSync(file)) return t.skip('../shared/seed/facts.json is not here');
  const facts = JSON.parse(readFileSync(file, 'utf8'));
  const told = facts.editions.find(({ year }: { year: number }) => year === 2022);
  assert.equal(ofTheDays.length, told.events);
  assert.equal(forums.length, told.parallelForums.count);
  assert.equal(forums.filter(ledByMinistry).length, told.parallelForums.ledByMinistries);
  assert.equal(content.places.filter(({ role }) => role === 'sub-venue').length, told.overseas.subVenues);
  assert.equal(content.results.length, told.release.count);
  assert.equal(content.results.filter(({ hardTechnology }) => hardTechnology).length, told.release.hardTech);
  assert.equal(content.activities.filter(({ kind }) => kind === 'year-round').length, told.yearRound.eventsSoFar);
  assert.equal(
    forums.length / told.parallelForums.timesLastYear,
    facts.editions.find(({ year }: { year: number }) => year === 2021).parallelForums,
  );
  const zh = (texts: { zh: string }) => texts.zh;
  const titles = forums.map(({ title }) => title.texts['zh']);
  for (const named of told.parallelForums.named.map(zh)) assert.ok(titles.includes(named), named);
  const focuses = content.focuses.map(({ name }) => name.texts['zh']);
  assert.deepEqual(focuses, told.parallelForums.focus);
  const leads = forums.flatMap(({ hosts }) =>
    hosts.filter(({ role }) => role === 'lead').map(({ organisation }) => organisations.get(organisation)!),
  );
  for (const lead of told.parallelForums.externalLeads)
    assert.ok(
      leads.some(({ name }) => name.texts['zh'] === lead),
      lead,
    );
  for (const venue of told.venues)
    assert.ok(
      content.places.some(({ name, sample }) => name.texts['zh'] === venue && !sample),
      venue,
    );
  const hosts = (role: string) =>
    content.edition.hosts.filter((host) => host.role === role).map(({ organisation }) => organisations.get(organisation)!.name.texts['zh']);
  assert.deepEqual(hosts('host'), facts.series.hosts);
  assert.deepEqual(hosts('supporter'), facts.series.supporters);
  assert.deepEqual({ from: content.edition.startsOn, to: content.edition.endsOn }, { from: told.from, to: told.to });
  assert.deepEqual(content.edition.dateChanges[0]!.from, { startsOn: told.firstPlanned.from, endsOn: told.firstPlanned.to });
  assert.deepEqual(
    content.edition.milestones.map(({ date }) => date),
    told.milestones.map(({ date }: { date: string }) => date),
  );
  for (const named of told.sideEvents)
    assert.ok(
      ofTheDays.some(({ title }) => title.texts['zh'] === named),
      named,
    );
});

test('only what the account names is real', () => {
  assert.deepEqual(
    content.organisations.filter(({ sample }) => !sample).length,
    14,
    'four hosts, their office, six supporters and three leads from outside',
  );
  for (const item of [...content.activities, ...content.people, ...content.results]) assert.ok(item.sample, item.slug);
  for (const person of content.people) {
    assert.match(person.name.texts['en']!, /^Sample /);
    for (const { organisation } of person.affiliations) assert.ok(organisations.get(organisation)!.sample, person.slug);
  }
  for (const { name, sample } of content.organisations) assert.equal(name.texts['en']!.includes('Sample'), sample);
});

test('made twice, it is the same', () => {
  assert.equal(canonical(sampleEditions()), canonical(editions));
});

const unique = (values: readonly unknown[], what: string) => assert.equal(new Set(values).size, values.length, what);

test('identifiers, slugs and numbers are unique', () => {
  const { activities, people, places, results, focuses, topics } = content;
  for (const list of [activities, people, places, results, focuses, topics, content.organisations]) {
    unique(
      list.map(({ id }) => id),
      'ids',
    );
    unique(
      list.map(({ slug }) => slug),
      'slugs',
    );
    for (const { slug } of list) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  }
  for (const activity of activities)
    unique(
      activity.sessions.map(({ slug }) => slug),
      activity.slug,
    );
  unique([...activities.map(({ number }) => number), ...sessions.map(({ session }) => session.number)], 'numbers');
  unique([...activities.map(({ guid }) => guid), ...sessions.map(({ session }) => session.guid)], 'guids');
});

test('everything that is named is there', () => {
  for (const version of [content, ...sampleHistory2022().map((one) => one.content)]) resolves(version);
});

function resolves(content: EditionContent): void {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [places, organisations, people, results] = [
    ids(content.places),
    ids(content.organisations),
    ids(content.people),
    ids(content.results),
  ];
  const fields = new Set(content.fields.map(({ code }) => code));
  const seen = new Set<string>();
  for (const place of content.places) {
    if (place.parent) assert.ok(seen.has(place.parent), `${place.slug} comes before what it lies in`);
    seen.add(place.id);
  }
  for (const { from, to } of content.travel) assert.ok(places.has(from) && places.has(to));
  for (const person of content.people)
    for (const { organisation } of person.affiliations) assert.ok(organisations.has(organisation), person.slug);
  for (const { organisation } of content.edition.hosts) assert.ok(organisations.has(organisation));
  for (const activity of content.activities) {
    if (activity.room) assert.ok(places.has(activity.room), activity.slug);
    if (activity.focus)
      assert.ok(
        content.focuses.some(({ id }) => id === activity.focus),
        activity.slug,
      );
    if (activity.topic)
      assert.ok(
        content.topics.some(({ id }) => id === activity.topic),
        activity.slug,
      );
    for (const code of activity.fields) assert.ok(fields.has(code), `${activity.slug}: ${code}`);
    for (const { organisation } of activity.hosts) assert.ok(organisations.has(organisation), activity.slug);
    for (const { person } of [...activity.people, ...activity.sessions.flatMap((session) => session.people)])
      assert.ok(people.has(person), activity.slug);
    for (const result of activity.sessions.flatMap((session) => session.results)) assert.ok(results.has(result), activity.slug);
  }
  for (const result of content.results) {
    if (result.field) assert.ok(fields.has(result.field), result.field);
    for (const owner of result.owners) assert.ok(organisations.has(owner), result.slug);
    for (const { activity } of result.steps)
      if (activity)
        assert.ok(
          content.activities.some(({ id }) => id === activity),
          result.slug,
        );
  }
}

test('all 28 results are released in a session, once', () => {
  const released = sessions.filter(({ session }) => session.kind === 'release').flatMap(({ session }) => session.results);
  assert.deepEqual(released.toSorted(), content.results.map(({ id }) => id).toSorted());
});

test('sessions follow each other inside their activity', () => {
  for (const { slug, startsAt, endsAt, sessions } of content.activities) {
    assert.ok(sessions.length > 0, slug);
    assert.equal(sessions[0]!.startsAt, startsAt, slug);
    assert.equal(sessions.at(-1)!.endsAt, endsAt, slug);
    for (const [at, session] of sessions.slice(1).entries()) assert.equal(session.startsAt, sessions[at]!.endsAt, slug);
  }
});

test('the days hold their activities', () => {
  for (const { slug, startsAt, endsAt } of ofTheDays) {
    assert.ok(startsAt! >= '2022-11-24T16:00:00Z' && endsAt! <= '2022-12-01T08:00:00Z', slug);
  }
  const months = new Set(content.activities.filter(({ kind }) => kind === 'year-round').map(({ startsAt }) => startsAt!.slice(0, 7)));
  assert.deepEqual(
    [...months].sort(),
    Array.from({ length: 11 }, (_, at) => `2022-${String(at + 1).padStart(2, '0')}`),
  );
});

test('no room is booked twice, nobody is in two places, nothing is too large for its room', () => {
  const seats = new Map(content.places.map((place) => [place.id, place.capacity ?? 0]));
  for (const version of sampleHistory2022().map((one) => one.content)) {
    assert.deepEqual(clashesOfRooms(version), []);
    assert.deepEqual(clashesOfPeople(version), []);
    for (const { slug, room, capacity } of version.activities) if (room) assert.ok(seats.get(room)! >= capacity!, slug);
  }
});

test('the checks see a clash where there is one', () => {
  const spoilt = structuredClone(content);
  const [one, other] = spoilt.activities.filter(({ slug }) => slug === 'global-engineering-innovation-forum' || slug === 'plenary-session');
  other!.room = one!.room;
  other!.people = [{ person: one!.sessions[1]!.people[0]!.person, role: 'chair' }];
  assert.equal(clashesOfRooms(spoilt).length, 1);
  assert.ok(clashesOfPeople(spoilt).length > 0);
});

/** Whatever has `texts` is a text. */
function textsIn(value: unknown, path: string, found: [string, Record<string, string>][] = []): [string, Record<string, string>][] {
  if (value === null || typeof value !== 'object') return found;
  if ('texts' in value) found.push([path, value.texts as Record<string, string>]);
  else for (const [key, item] of Object.entries(value)) textsIn(item, `${path}/${key}`, found);
  return found;
}

test('every text is there in Chinese and English', () => {
  for (const one of editions) {
    for (const [path, texts] of textsIn(one, one.edition.slug)) {
      assert.match(texts['zh'] ?? '', /\p{Script=Han}/u, path);
      assert.match(texts['en'] ?? '', /[A-Za-z]/, path);
      assert.doesNotMatch(texts['en']!, /\p{Script=Han}/u, path);
      for (const text of Object.values(texts)) assert.doesNotMatch(text, /\{[a-z]\}|undefined|\s{2}|^\s|\s$/, path);
    }
  }
});
