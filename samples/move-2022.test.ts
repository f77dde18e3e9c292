/** The case of 2022: planned for 22–27 September, postponed on the 15th, held 25–30 November, done as an office would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveEdition } from '../src/boards/programme/moving/actions.server.ts';
import { feed } from '../src/boards/programme/formats/feed.ts';
import { houseInMemory } from '../src/boards/programme/house-in-memory.ts';
import { writeContent } from '../src/boards/programme/store.server.ts';
import { currentPublication, publishEdition } from '../src/boards/programme/versions.server.ts';
import { commandLine } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { sampleHistory2022 } from './history-2022.ts';

const reason = { zh: '根据疫情防控需要', en: 'As the control of the pandemic requires' };

test('the whole edition goes from September by way of no dates to November, as it is told', async (t) => {
  const { db } = await testDatabase(t);
  const [planned, , held] = sampleHistory2022();
  await db.transaction().execute(async (tx) => {
    await writeContent(tx, planned!.content);
    await publishEdition(tx, '2022', planned!.publishedAt, { searched: false });
  });
  const call = { db, actor: commandLine };
  const postponed = await moveEdition({ ...call, now: new Date('2022-09-15T10:00:00Z') }, { edition: '2022', to: null, reason });
  assert.ok(postponed.ok, JSON.stringify(postponed));
  const during = (await currentPublication(db, '2022'))!;
  const days = during.content.activities.filter(({ kind }) => kind !== 'year-round');
  assert.ok(days.every(({ state }) => state === 'postponed'));

  const to = { startsOn: '2022-11-25', endsOn: '2022-11-30' };
  const moved = await moveEdition({ ...call, now: new Date('2022-11-16T09:00:00Z') }, { edition: '2022', to, reason });
  assert.ok(moved.ok, JSON.stringify(moved));
  const publication = (await currentPublication(db, '2022'))!;
  const told = new Map(held!.content.activities.map((activity) => [activity.slug, activity]));
  const ours = publication.content.activities.filter(({ slug }) => told.has(slug));
  assert.ok(ours.length > 100);
  for (const activity of ours) {
    const { startsAt, endsAt, state, firstPlannedStartsAt, sessions } = told.get(activity.slug)!;
    assert.deepEqual(
      { startsAt: activity.startsAt, endsAt: activity.endsAt, state: activity.state, first: activity.firstPlannedStartsAt?.slice(0, 10) },
      { startsAt, endsAt, state, first: firstPlannedStartsAt?.slice(0, 10) },
      activity.slug,
    );
    assert.deepEqual(
      activity.sessions.map((session) => session.startsAt),
      sessions.map((session) => session.startsAt),
      activity.slug,
    );
  }
  assert.deepEqual(
    publication.content.edition.dateChanges.map(({ announcedOn, from, to: then }) => [announcedOn, from.startsOn, then.startsOn]),
    [
      ['2022-09-15', '2022-09-22', null],
      ['2022-11-16', null, '2022-11-25'],
    ],
  );

  // The same entries in the calendar, each changed twice since it was first told.
  const house = houseInMemory([{ content: publication.content, publishedAt: publication.publishedAt }], {
    publicUrl: 'https://forum.example',
  });
  assert.ok((await feed(house, '2022', 'schedule.ics', new URLSearchParams()))!.body.toString().includes('BEGIN:VEVENT'));
  const forum = ours.find(({ kind }) => kind === 'parallel-forum')!;
  assert.equal(publication.revisions[forum.id]!.sequence, 2);
  assert.equal(forum.guid, told.get(forum.slug)!.guid);
});
