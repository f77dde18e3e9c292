/** For tests only: an edition of nothing, in Shanghai, to be prepared. */
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { testDatabase } from '#platform/database/testing.ts';

export async function testDatabasePrepared(t: TestContext) {
  const database = await testDatabase(t);
  const { db } = database;
  const id = randomUUID();
  const name = JSON.stringify({ source: 'en', texts: { en: 'x' } });
  await db.insertInto('series').values({ id, slug: 's', name }).execute();
  const edition = { id, slug: '2027', timeZone: 'Asia/Shanghai' };
  const { slug, timeZone } = edition;
  await db
    .insertInto('edition')
    .values({ id, series_id: id, slug, name, year: 2027, status: 'planned', languages: ['zh', 'en'], time_zone: timeZone })
    .execute();
  return { ...database, edition };
}
