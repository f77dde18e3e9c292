import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { both } from '#registry/text.ts';
import { publishProgramme } from '../actions.server.ts';
import { sampleContent } from '../content.example.ts';
import { lockEdition, readContent } from '../store.server.ts';
import { currentPublication } from '../versions.server.ts';
import { nextPublication } from '../versions.ts';
import { moveEdition } from './actions.server.ts';
import { actor, December, now, reason, testDatabasePublished } from './testing.ts';

/** A transaction that has done this, holds what it took, and ends when it is told to. */
async function holding(db: Kysely<DB>, work: (tx: Transaction<DB>) => Promise<unknown>): Promise<{ commit(): Promise<void> }> {
  const done = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  const ended = db.transaction().execute(async (tx) => {
    await work(tx);
    done.resolve();
    await told.promise;
  });
  await Promise.race([done.promise, ended]);
  return {
    commit: () => {
      told.resolve();
      return ended;
    },
  };
}

async function untilSomebodyWaits(db: Kysely<DB>): Promise<void> {
  for (;;) {
    const { rows } = await sql<{
      waiting: boolean;
    }>`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`.execute(db);
    if (rows[0]!.waiting) return;
  }
}

test('an edit that comes between reading and writing is not lost: it waits for the move', async (t) => {
  const { db } = await testDatabasePublished(t);
  const content = sampleContent();
  const [first] = content.activities;
  // Somebody edits the title and has not committed when the move begins.
  const editing = await holding(db, (tx) =>
    sql`update activity set title = jsonb_set(title, '{texts,en}', '"Edited"'), version = version + 1 where id = ${first!.id}`.execute(tx),
  );
  const moving = moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason });
  // The move waits for the row that is being edited.
  await untilSomebodyWaits(db);
  await editing.commit();
  assert.ok((await moving).ok);
  const after = (await currentPublication(db, 'example-2022'))!.content.activities[0]!;
  assert.equal(after.title.texts.en, 'Edited');
  assert.equal(after.startsAt, '2022-12-03T00:30:00Z');
});

test('a publisher that does not take its turn would put the old days back; one that does publishes the new', async (t) => {
  const { db } = await testDatabasePublished(t);
  // Without the guard: what is published was read before the move, and written after it.
  const stale = (await readContent(db, 'example-2022'))!;
  stale.activities[0]!.title = both('改名', 'Retitled');
  await sql`update activity set title = ${JSON.stringify(stale.activities[0]!.title)} where id = ${stale.activities[0]!.id}`.execute(db);
  assert.ok((await moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason })).ok);
  const moved = (await currentPublication(db, 'example-2022'))!;
  const unguarded = nextPublication(moved, stale, '2022-09-15T10:00:01Z', randomUUID());
  assert.equal(moved.content.edition.startsOn, '2022-12-03');
  assert.equal(unguarded.content.edition.startsOn, '2022-11-26', 'the public would read the old days as the newest version');
  assert.ok(unguarded.number > moved.number && unguarded.changes.length > 0);

  // With it: the publisher waits for the move that is under way, and finds nothing of its own to undo.
  const editing = await holding(db, async (tx) => {
    await lockEdition(tx, 'example-2022');
    await tx.updateTable('edition').set({ starts_on: '2022-12-10', ends_on: '2022-12-11' }).where('slug', '=', 'example-2022').execute();
  });
  const publishing = publishProgramme({ db, actor, now: new Date('2022-09-15T11:00:00Z') }, { edition: 'example-2022' });
  await untilSomebodyWaits(db);
  await editing.commit();
  assert.ok((await publishing).ok);
  assert.equal((await currentPublication(db, 'example-2022'))!.content.edition.startsOn, '2022-12-10');
});

test('a move during a publish: one after the other, each whole', async (t) => {
  const { db } = await testDatabasePublished(t);
  await sql`update activity set title = jsonb_set(title, '{texts,en}', '"Retitled"')`.execute(db);
  const [move, publish] = await Promise.all([
    moveEdition({ db, actor, now }, { edition: 'example-2022', to: December, reason }),
    publishProgramme({ db, actor, now }, { edition: 'example-2022' }),
  ]);
  assert.ok(move.ok);
  // Published first: versions 2 and 3. Moved first: the move published the titles too, and nothing was left to publish.
  const numbers = (await db.selectFrom('publication').select('number').orderBy('number').execute()).map(({ number }) => number);
  assert.deepEqual(numbers, publish.ok ? [1, 2, 3] : [1, 2]);
  const { content } = (await currentPublication(db, 'example-2022'))!;
  assert.deepEqual(
    content.activities.map(({ startsAt, title }) => [startsAt!.slice(0, 10), title.texts.en]),
    [
      ['2022-12-03', 'Retitled'],
      ['2022-12-03', 'Retitled'],
    ],
  );
});
