import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#platform/database/testing.ts';
import { both } from '#registry/text.ts';
import { sampleContent } from '../content.example.ts';
import { writeContent } from '../store.server.ts';
import { noWishes, type Wishes } from './wishes.ts';
import { readWishes, writeWishes } from './wishes.server.ts';

test('wishes are read as they were written, the most wished place first, and stay when the programme is written again', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  const activity = content.activities[0]!.id;
  const rooms = content.places.filter(({ kind }) => kind === 'room').map(({ id }) => id);
  const wishes: Wishes = {
    ...noWishes(),
    minutes: 180,
    days: ['2022-11-26', '2022-11-27'],
    avoidedDays: ['2022-11-25'],
    parts: ['morning'],
    places: rooms.toReversed(),
    expected: 240,
    layout: 'theatre',
    equipment: ['recording'],
    interpretation: ['en'],
    streamed: true,
    note: both('靠近展厅。', 'Near the exhibition.'),
  };
  await db.transaction().execute(async (tx) => {
    await writeContent(tx, content);
    await writeWishes(tx, activity, noWishes());
    await writeWishes(tx, activity, wishes);
    await writeContent(tx, content);
  });
  assert.deepEqual([...(await readWishes(db, content.edition.id))], [[activity, { activity, ...wishes }]]);
});

test('the wishes of an activity go with it', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute(async (tx) => {
    await writeContent(tx, content);
    await writeWishes(tx, content.activities[0]!.id, { ...noWishes(), places: [content.places.at(-1)!.id] });
    await writeContent(tx, { ...content, activities: content.activities.slice(1), results: [] });
  });
  assert.equal((await readWishes(db, content.edition.id)).size, 0);
});
