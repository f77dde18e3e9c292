import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#platform/database/testing.ts';
import { textIn } from '#registry/text.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { loadDesks } from '../../samples/load.ts';
import { personaEmail, personaId } from '../../samples/personas.ts';
import { calledLike, namesWithin } from './names.server.ts';

const content = content2027();

test('every kind of thing is called by its name, in one statement', async (t) => {
  const { db } = await testDatabase(t);
  await db.transaction().execute((tx) => loadDesks(tx, content));
  const activity = content.activities[0]!;
  const [place, person, organisation] = [content.places[0]!, content.people[0]!, content.organisations[0]!];
  const gone = '00000000-0000-4000-8000-000000000000';
  let statements = 0;
  const counted = db.withPlugin({
    transformQuery: ({ node }) => (statements++, node),
    transformResult: async ({ result }) => result,
  });
  const names = await namesWithin(counted, [
    { subject: `activity ${activity.id}`, by: personaEmail('office') },
    { after: { room: place.id, people: [{ person: person.id }], hosts: [organisation.id, gone], account: personaId('press') } },
  ]);
  assert.equal(statements, 1);
  assert.deepEqual(
    [activity.id, place.id, person.id, organisation.id].map((id) => names[id]),
    [activity.title, place.name, person.name, organisation.name],
  );
  assert.match(names[personaEmail('office')] as string, /Organising office/);
  assert.match(names[personaId('press')] as string, /Press office/);
  assert.equal(Object.hasOwn(names, gone), false);
});

test('what names things by their ids is found by what they are called, in any language', async (t) => {
  const { db } = await testDatabase(t);
  await db.transaction().execute((tx) => loadDesks(tx, content));
  const activity = content.activities[0]!;
  const found = async (words: string) =>
    (await sql<{ found: boolean }>`select ${calledLike(sql`${`activity ${activity.id}`}`, words)} as found`.execute(db)).rows[0]!.found;
  assert.equal(await found(textIn(activity.title, 'zh').slice(0, 6)), true);
  assert.equal(await found(textIn(activity.title, 'en').toUpperCase()), true);
  assert.equal(await found('100%_nothing'), false);
});
