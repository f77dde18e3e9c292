import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { testDatabase } from './database/testing.ts';
import { done } from './outcome.ts';
import { storable } from './storable.ts';
import { verb } from './verb.server.ts';
import { view } from './view.server.ts';

test('a character of code zero is left out wherever it lies; files and dates stay what they are', () => {
  const [file, at] = [new File(['a\0b'], 'a'), new Date(0)];
  assert.deepEqual(storable({ 'a\0': ['\0x', { y: 'y\0' }], n: 1, none: null, file, at }), {
    ...{ a: ['x', { y: 'y' }], n: 1, none: null, file, at },
  });
});

test('verbs and views are given texts that the database can keep', async (t) => {
  const { db } = await testDatabase(t);
  const actor = { name: 'a', account: null, grants: [{ role: 'operator' as const, scope: { is: 'all' as const } }] };
  const declared = { input: z.object({ q: z.string() }), permission: 'read edition' as const, subject: () => ({}) };
  const find = async (q: string) => (await db.selectFrom('edition').select('id').where('slug', '=', q).execute()).length;
  const said = verb({ name: 'test.say', ...declared, run: async ({ input }) => done(await find(input.q)) });
  const seen = view({ name: 'test.see', ...declared, run: ({ input }) => find(input.q) });
  assert.deepEqual(await said({ db, actor }, { q: 'x\0' }), { ok: true, value: 0 });
  assert.deepEqual(await seen({ db, actor }, { q: 'x\0' }), { ok: true, value: 0 });
});
