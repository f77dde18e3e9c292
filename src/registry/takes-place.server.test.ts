import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { sampleContent } from '#boards/programme/content.example.ts';
import { ACTIVITY_STATES, EDITION_STATUSES } from '#boards/programme/content.ts';
import { writeContent } from '#boards/programme/store.server.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { takesPlace } from './takes-place.ts';

test('the database has the same idea of what takes place', async (t) => {
  const { db } = await testDatabase(t);
  const content = sampleContent();
  await db.transaction().execute((tx) => writeContent(tx, content));
  const { id } = content.activities[0]!;
  for (const state of ACTIVITY_STATES)
    for (const postponedAlone of [undefined, true] as const)
      for (const kind of ['parallel-forum', 'year-round'])
        for (const status of EDITION_STATUSES)
          for (const startsOn of ['2022-11-26', null]) {
            if (postponedAlone && state !== 'postponed') continue;
            const { rows } = await sql<{ counts: boolean }>`select takes_place(
              json_populate_record(a, ${JSON.stringify({ state, kind, postponed_alone: postponedAlone ?? false })}::json),
              json_populate_record(e, ${JSON.stringify({ status, starts_on: startsOn })}::json)) as counts
              from activity a join edition e on e.id = a.edition_id where a.id = ${id}`.execute(db);
            const activity = { state, kind, ...(postponedAlone ? { postponedAlone } : {}) };
            assert.equal(rows[0]!.counts, takesPlace({ startsOn, status }, activity), JSON.stringify({ ...activity, startsOn, status }));
          }
});
