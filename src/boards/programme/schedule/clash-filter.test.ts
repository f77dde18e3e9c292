import assert from 'node:assert/strict';
import { test } from 'node:test';
import { content2027 } from '../../../../samples/edition-2027.ts';
import { csv } from '../formats/csv.ts';
import { clashFilterOf, narrowed, parametersOf, rulesIn } from './clash-filter.ts';
import { clashTable } from './clash-table.ts';
import { openClashes } from './clashes.ts';
import { deskOf } from './desk-schedule.example.ts';
import { tellerOf } from './words.ts';

const bare = deskOf(content2027());
const forum = bare.activities.find(({ slug }) => slug === 'green-steel-forum')!;
const first = openClashes(bare)
  .all()
  .find(({ rule, activities }) => rule === 'interpretation' && activities.includes(forum.id))!;
const desk = {
  ...bare,
  acceptances: [{ key: first.key, fingerprint: first.fingerprint, reason: '=Booth, rented', by: 'office', at: '2027-01-01T00:00:00Z' }],
};
const clashes = openClashes(desk).all();
const told = tellerOf(desk, 'en').clash;
const of = (query: string) => narrowed(clashes, clashFilterOf(new URLSearchParams(query)), told);

test('clashes are narrowed by rule, by whether they were accepted and by words, together', () => {
  assert.equal(of('').length, clashes.length);
  assert.deepEqual(
    of('rule=interpretation').map(({ rule }) => rule),
    ['interpretation', 'interpretation', 'interpretation'],
  );
  assert.deepEqual(
    of('state=accepted').map(({ key }) => key),
    [first.key],
  );
  assert.equal(of('rule=interpretation&state=open').length, 2);
  assert.deepEqual(
    of(`rule=interpretation&q=${encodeURIComponent('GREEN metallurgy')}`).map(({ key }) => key),
    [first.key],
  );
  assert.deepEqual(of('q=nowhere-at-all'), []);
  assert.equal(of('rule=nonsense&state=x').length, clashes.length, 'what is unknown narrows nothing');
  assert.equal(
    rulesIn(clashes).reduce((sum, { count }) => sum + count, 0),
    clashes.length,
  );
  assert.deepEqual(parametersOf(clashFilterOf(new URLSearchParams('state=open&q=+a+&rule=room'))), [
    ['rule', 'room'],
    ['state', 'open'],
    ['q', 'a'],
  ]);
});

test('as a table each clash is a row in the reader’s words, on the wall of its place, and no cell runs as a formula', () => {
  const [head, ...rows] = csv(clashTable(of('rule=interpretation'), desk, 'en'))
    .slice(1)
    .trim()
    .split('\r\n');
  assert.match(head!, /^Level,Rule,What it says,/);
  assert.equal(rows.length, 3);
  const row = rows.find((one) => one.includes('Green Metallurgy'))!;
  assert.ok(row.includes(`${forum.number},`) && row.includes('office') && row.includes('"\'=Booth, rented"'), row);
  const [chinese] = csv(clashTable(clashes, desk, 'zh'))
    .slice(1)
    .split('\r\n');
  assert.deepEqual(chinese!.split(',').slice(0, 3), ['级别', '规则', '情况']);
});
