import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '#platform/database/testing.ts';
import { schemaFile, schemaSource } from '../scripts/schema.ts';

test('the types of the tables are those of the migrations (otherwise: node scripts/schema.ts)', async (t) => {
  const database = await testDatabase(t);
  assert.equal(readFileSync(schemaFile, 'utf8'), await schemaSource(database));
});
