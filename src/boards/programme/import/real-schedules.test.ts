/** Real schedules, none of them fully valid: all of them come in whole. Read from beside the project, where they are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '#platform/database/testing.ts';
import { jsonErrors, shared, sourceOf, xmlErrors } from '../formats/testing.ts';
import { readContent } from '../store.server.ts';
import { importSchedule } from './actions.server.ts';
import { OUT } from './formats.example.ts';
import type { Imported } from './imported.ts';
import { planImport } from './plan.ts';
import { readFile } from './read-file.ts';
import { commandLine } from '#platform/actor.ts';

const FILES = [
  {
    name: 'fosdem-2024.schedule.xml',
    events: 876,
    rooms: 35,
    sites: 1,
    days: ['2024-02-03', '2024-02-04'],
    roomClashes: 0,
    personClashes: 1,
  },
  {
    name: 'jev22-everything.schedule.json',
    events: 433,
    rooms: 48,
    sites: 12,
    days: ['2022-12-26', '2022-12-31'],
    roomClashes: 5,
    personClashes: 35,
  },
  {
    name: 'pyconuk-2015.schedule.ics',
    events: 162,
    rooms: 11,
    sites: 1,
    days: ['2015-09-18', '2015-09-21'],
    roomClashes: null,
    personClashes: 0,
  },
];
const common = { series: null, known: [], published: new Set<string>(), gone: null, now: '2026-01-01T00:00:00Z', zone: null };
const actor = { ...commandLine, name: 'test' };

async function read(bytes: Buffer): Promise<Imported> {
  const outcome = await readFile(bytes);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

for (const { name, events, rooms, sites, days, roomClashes, personClashes } of FILES) {
  test(`${name} comes in whole, and again without a change`, async (t) => {
    const path = shared(`schedules/${name}`);
    if (!path) return t.skip(`../shared/data/schedules/${name} is not here`);
    const bytes = readFileSync(path);
    const { content, remarks } = await planImport({ ...common, file: await read(bytes), into: 'real', existing: null });
    assert.equal(content.activities.length, events);
    assert.equal(content.places.filter(({ kind }) => kind === 'room').length, rooms);
    assert.equal(content.places.filter(({ kind }) => kind === 'site').length, sites);
    assert.deepEqual([content.edition.startsOn, content.edition.endsOn], days);
    const count = (code: string) => remarks.filter((remark) => remark.code === code).length;
    assert.equal(remarks.filter(({ level }) => level === 'bad').length, 0);
    assert.equal(count('person-clash'), personClashes);
    if (roomClashes !== null) assert.ok(count('room-overlap') >= roomClashes);
    assert.equal(new Set(content.activities.map(({ slug }) => slug)).size, events);
    const again = await planImport({ ...common, file: await read(bytes), into: 'real', existing: content });
    assert.deepEqual(again.changes, []);
    assert.deepEqual(again.content, content);
  });

  test(`what is written of ${name} is valid and comes back as it was`, async (t) => {
    const path = shared(`schedules/${name}`);
    if (!path || !shared('formats/schedule.xml.xsd')) return t.skip('../shared/data is not here');
    const { content } = await planImport({ ...common, file: await read(readFileSync(path)), into: 'real', existing: null });
    const source = sourceOf(content, content.edition.languages[0]);
    assert.deepEqual(await xmlErrors(String(OUT['schedule.xml']!(source))), []);
    assert.deepEqual(jsonErrors(String(OUT['schedule.json']!(source)), 'schema.json'), []);
    assert.deepEqual(jsonErrors(String(OUT['schedule2']!(source)), 'schema2.json'), []);
    for (const [format, write] of Object.entries(OUT)) {
      const file = write(source);
      const back = await planImport({ ...common, file: await read(Buffer.from(file)), into: 'real', existing: content });
      assert.deepEqual(back.changes, [], format);
    }
  });

  test(`${name} goes into the database, and nothing is written the second time`, async (t) => {
    const path = shared(`schedules/${name}`);
    if (!path) return t.skip(`../shared/data/schedules/${name} is not here`);
    const { db } = await testDatabase(t);
    const input = { edition: 'real', base64: readFileSync(path).toString('base64') };
    const first = await importSchedule({ db, actor }, input);
    assert.ok(first.ok, JSON.stringify(first));
    assert.deepEqual([first.value.makes, first.value.activities], [true, events]);
    const stored = await readContent(db, 'real');
    assert.equal(stored?.activities.length, events);
    const second = await importSchedule({ db, actor }, input);
    assert.ok(second.ok && second.value.changes.length === 0, JSON.stringify(second).slice(0, 2000));
    assert.deepEqual(await readContent(db, 'real'), stored);
  });
}

test('places in other zones keep their clocks', async (t) => {
  const path = shared('schedules/jev22-everything.schedule.json');
  if (!path) return t.skip('../shared/data/schedules is not here');
  const { content } = await planImport({ ...common, file: await read(readFileSync(path)), into: 'real', existing: null });
  const site = (name: string) => content.places.find((place) => place.kind === 'site' && place.name.texts['de'] === name);
  assert.deepEqual([site('New York')?.timeZone, site('New York')?.country], ['America/New_York', 'US']);
  assert.deepEqual([site('Luzern')?.timeZone, site('Luzern')?.country], ['Europe/Zurich', 'CH']);
});
