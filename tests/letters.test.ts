import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putEditionLetter, removeEditionLetter } from '#boards/preparation/press/actions.server.ts';
import { sampleContent } from '#boards/programme/content.example.ts';
import { readContent, writeContent } from '#boards/programme/store.server.ts';
import { publicationNumber, publishEdition } from '#boards/programme/versions.server.ts';
import { commandLine } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';

test('a letter is public from the version published after its release, and that version keeps it', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  const edition = content.edition.slug;
  await db.transaction().execute((tx) => writeContent(tx, content));
  let hour = 0;
  const publish = async () => {
    const at = new Date(Date.UTC(2022, 10, 1, (hour += 1))).toISOString();
    const outcome = await db.transaction().execute((tx) => publishEdition(tx, edition, at, { searched: false }));
    assert.ok(outcome.ok);
    return outcome.value;
  };
  const call = { db, actor: commandLine, now: new Date('2022-11-01T00:00:00Z') };
  const pair = (words: string) => ({ zh: words, en: words });
  const letter = {
    edition,
    kind: 'congratulation' as const,
    sender: pair('Head of an academy'),
    office: pair('Academy'),
    writtenOn: '2022-10-30',
    body: { zh: '', en: 'Good luck.' },
  };
  const kept = await putEditionLetter(call, letter);
  assert.ok(kept.ok);
  assert.equal((await publish()).content.letters, undefined, 'what is not released stays at the desk');

  const id = kept.value.id;
  assert.ok((await putEditionLetter(call, { ...letter, letter: id, version: 1, released: 'on' })).ok);
  const second = await publish();
  const text = (words: string) => ({ source: 'zh', texts: pair(words) });
  const told = {
    id,
    kind: 'congratulation',
    sender: text('Head of an academy'),
    office: text('Academy'),
    writtenOn: '2022-10-30',
    body: { source: 'en', texts: { en: 'Good luck.' } },
    sample: false,
  };
  assert.deepEqual(second.content.letters, [told]);
  assert.deepEqual(
    second.changes.map(({ is, subject }) => [is, subject.type, subject.title.texts.en]),
    [['added', 'letter', 'Head of an academy']],
  );
  // An import writes the content that it read: the press room's letters stay as they are.
  const read = (await readContent(db, edition))!;
  await db.transaction().execute((tx) => writeContent(tx, { ...read, letters: [] }));
  assert.equal((await readContent(db, edition))!.letters?.length, 1);

  assert.ok((await putEditionLetter(call, { ...letter, letter: id, version: 2, released: 'on', body: pair('Better.') })).ok);
  const third = await publish();
  assert.deepEqual(
    third.changes.map((change) => change.is === 'changed' && change.fields.map(({ field }) => field)),
    [['body']],
  );
  assert.ok((await removeEditionLetter(call, { edition, letter: id, version: 3 })).ok);
  assert.equal((await publish()).content.letters, undefined);
  assert.deepEqual((await publicationNumber(db, edition, 2))!.content.letters, [told], 'a version is never changed');
});
