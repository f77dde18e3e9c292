import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { sampleContent } from '../../content.example.ts';
import { writeContent } from '../../store.server.ts';
import { myAppearances } from './own-views.server.ts';

test('what is past is told to be over, and comes after what is to come', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  const person = content.people[0]!.id;
  const [first, second] = content.activities.toSorted((a, b) => a.startsAt!.localeCompare(b.startsAt!));
  for (const activity of [first!, second!])
    if (!activity.people.some((one) => one.person === person)) activity.people.push({ person, role: 'chair' });
  await db.transaction().execute((tx) => writeContent(tx, content));
  const seen = async (now: string) => {
    const shown = await myAppearances({ db, actor: commandLine, now: new Date(now) }, { person });
    assert.ok(shown.ok && shown.value);
    return shown.value.appearances.map(({ activity, over }) => [activity.slug, over]);
  };
  assert.deepEqual(await seen('2022-01-01T00:00:00Z'), [
    [first!.slug, false],
    [second!.slug, false],
  ]);
  assert.deepEqual(await seen(new Date(Date.parse(first!.endsAt!) + 1000).toISOString()), [
    [second!.slug, false],
    [first!.slug, true],
  ]);
});
