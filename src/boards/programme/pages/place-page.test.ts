import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf, listQuery } from '#platform/list.ts';
import { indexOf } from '../index-of.ts';
import { appearancesOf } from './appearances.ts';
import { organisationsSpec, peopleSpec, placesSpec, resultsSpec } from './lists.ts';
import { locatorOf, nameLines, placeDays, placeTree, travelFrom, type PlaceNode } from './place-page.ts';
import { id, smallEdition } from './small-edition.ts';

const index = indexOf(smallEdition());

test('a tree shows what was found with all that it lies in, and nothing else', () => {
  const drawn = (nodes: PlaceNode[]): unknown[] =>
    nodes.map(({ place, children }) => (children.length > 0 ? [place.slug, drawn(children)] : place.slug));
  assert.deepEqual(drawn(placeTree(index, [index.place.get(id(5))!])), [['beijing', [['park', ['furnace']]]]]);
  assert.equal(placeTree(index, index.content.places).length, 2);
});

test('a place shows what happens in it and inside it, by the days of its own zone', () => {
  assert.deepEqual(
    placeDays(index, id(2)).map(({ date, activities }) => [date, activities.map(({ slug }) => slug)]),
    [['2022-11-26', ['bci-forum', 'chip-forum']]],
  );
  assert.deepEqual(placeDays(index, id(5)), []);
});

test('ways are found from a room through its venue, in both directions', () => {
  assert.deepEqual(
    travelFrom(index, id(3)).map(({ to, minutes }) => [to.slug, minutes]),
    [['park', 35]],
  );
  assert.deepEqual(
    travelFrom(index, id(4)).map(({ to }) => to.slug),
    ['centre'],
  );
});

test('the locator keeps north up and west left, and its scale bar true', () => {
  const locator = locatorOf(index, id(3))!;
  const [centre, park] = locator.marks;
  assert.ok(centre!.here && !park!.here);
  assert.ok(centre!.x > park!.x && centre!.y < park!.y, 'the centre lies north-east of the park');
  const drawn = Math.hypot(centre!.x - park!.x, centre!.y - park!.y);
  const kilometres = Math.hypot(0.1 * 111.2, 0.24 * 111.2 * Math.cos((39.95 * Math.PI) / 180));
  assert.ok(Math.abs((locator.scale.kilometres / locator.scale.share) * drawn - kilometres) < 0.2);
  assert.equal(locatorOf(index, id(7)), null);
});

test('an appearance names each role once, in the activity and in its sessions', () => {
  const [first] = appearancesOf(index, id(30));
  assert.deepEqual(first?.roles, ['chair']);
  assert.deepEqual(
    first?.sessions.map(({ session, roles }) => [session.slug, roles]),
    [['electrodes', ['speaker']]],
  );
});

test('the lists find entries by what they are connected with', () => {
  const found = (query: string) => new URLSearchParams(query);
  const people = peopleSpec(index, 'en');
  assert.deepEqual(
    listOf(index.content.people, people, listQuery(people, found('q=sample institute'))).rows.map(({ slug }) => slug),
    ['speaker-one'],
  );
  const organisations = organisationsSpec(index, 'en');
  assert.deepEqual(
    listOf(index.content.organisations, organisations, listQuery(organisations, found('role=lead'))).rows.map(({ slug }) => slug),
    ['ministry'],
  );
  const places = placesSpec(index);
  assert.equal(listOf(index.content.places, places, listQuery(places, found('country=DE'))).total, 2);
  const results = resultsSpec(index, 'zh');
  assert.equal(listOf(index.content.results, results, listQuery(results, found('stage=product&q=示例研究院'))).total, 1);
});

test('long names are cut at words, Chinese ones between characters', () => {
  assert.deepEqual(nameLines('Innovation Demonstration Zone', 16), ['Innovation', 'Demonstration', 'Zone']);
  assert.deepEqual(nameLines('中关村展示中心', 8), ['中关村展', '示中心']);
  assert.deepEqual(nameLines('E1', 1), ['E1']);
});
