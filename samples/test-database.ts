/** Databases for tests that begin with the edition in preparation. */
import type { TestContext } from 'node:test';
import { writeContent } from '#boards/programme/store.server.ts';
import type { Database } from '#platform/database/connect.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { content2027 } from './edition-2027.ts';
import { loadDesks } from './load.ts';

/** The programme of 2027 alone, or with everything that the desks show: personas, calls, plans, notices. */
export const testDatabase2027 = (t: Pick<TestContext, 'after'>, what: 'programme' | 'desks' = 'programme'): Promise<Database> =>
  testDatabase(t, {
    filled: {
      as: what,
      fill: ({ db }) =>
        db.transaction().execute((tx) => (what === 'desks' ? loadDesks(tx, content2027()) : writeContent(tx, content2027()))),
    },
  });
