import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobody } from '../actor.ts';
import { testDatabase } from '../database/testing.ts';
import { provideAccount } from './accounts.server.ts';
import { CODE_TRIES } from './codes.server.ts';
import { askForCode, enterCode, LIMITS } from './sign-in/actions.server.ts';
import { signedInBy } from './sign-ins.server.ts';
import { askedFor, CLIENT, codeSentTo, entered } from './testing.ts';

const now = new Date('2026-11-25T01:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const email = 'someone@example.org';
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a code lets in once, and is kept nowhere afterwards', async (t) => {
  const { db } = await testDatabase(t);
  const secret = await askedFor(db, ' Someone@Example.org', now);
  const code = await codeSentTo(db, email);
  const outcome = await enterCode(
    { db, actor: nobody, now },
    { secret, code: ` ${code.slice(0, 3)} ${code.slice(3)}`, language: 'en', ...CLIENT },
  );
  assert.ok(outcome.ok && outcome.value.is === 'in');
  const someone = await signedInBy(db, outcome.value.token, now);
  assert.equal(someone?.account.email, email);
  assert.deepEqual(
    someone?.actor.grants.map(({ role }) => role),
    ['member', 'public'],
  );
  assert.equal(await entered(db, { secret, code }, now), 'over');
  assert.equal(await codeSentTo(db, email), '');
  const tables = ['audit_entry', 'idempotency', 'sign_in_code', 'message', 'outbox_event'] as const;
  for (const table of tables) {
    const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute());
    assert.ok(!rows.includes(outcome.value.token), table);
    assert.ok(!rows.includes(code), table);
  }
});

test('the answer and the mail are the same whether or not there is an account', async (t) => {
  const { db } = await testDatabase(t);
  await provideAccount(db, { email, name: 'Someone', language: 'zh' }, now.toISOString());
  const shapes = [];
  for (const to of [email, 'nobody@example.org']) {
    const outcome = await askForCode({ db, actor: nobody, now }, { email: to, language: 'en', ...CLIENT });
    const [{ subject, body } = { subject: '', body: '' }] = await db
      .selectFrom('message')
      .selectAll()
      .where('to_address', '=', to)
      .execute();
    shapes.push(
      JSON.stringify([outcome, subject, body])
        .replace(/"secret":"[\w-]{43}"/, '')
        .replace(/\d{6}/g, '#'),
    );
  }
  assert.equal(shapes[0], shapes[1]);
});

test('a code is of no use in another browser, after ten minutes, or after five tries', async (t) => {
  const { db } = await testDatabase(t);
  const secret = await askedFor(db, email, now);
  const code = await codeSentTo(db, email);
  const other = await askedFor(db, 'other@example.org', now);
  assert.equal(await entered(db, { secret: other, code }, now), 'wrong');
  assert.equal(await entered(db, { secret, code }, later(11)), 'over');
  for (let nth = 1; nth < CODE_TRIES; nth++) assert.equal(await entered(db, { secret, code: wrong(code) }, now), 'wrong');
  assert.equal(await entered(db, { secret, code: wrong(code) }, now), 'over');
  assert.equal(await entered(db, { secret, code }, now), 'over');
});

test('tries that come at once are counted one by one', async (t) => {
  const { db } = await testDatabase(t);
  const secret = await askedFor(db, email, now);
  const code = await codeSentTo(db, email);
  const answers = await Promise.all(Array.from({ length: 12 }, () => entered(db, { secret, code: wrong(code) }, now)));
  assert.equal(answers.filter((answer) => answer === 'wrong').length, CODE_TRIES - 1);
  assert.equal(await entered(db, { secret, code }, now), 'over');
});

test('codes to one address are limited wherever they are asked for, and told in how long', async (t) => {
  const { db } = await testDatabase(t);
  const ask = (client: string, at: Date) => askForCode({ db, actor: nobody, now: at }, { email, language: 'zh', client });
  for (let nth = 0; nth < LIMITS.askByAddress.times; nth++) assert.ok((await ask(`198.51.100.${nth}`, now)).ok);
  const refusal = await ask('192.0.2.1', now);
  assert.ok(!refusal.ok && refusal.problem.is === 'too-many');
  assert.equal(refusal.problem.seconds, 600);
  assert.ok((await ask('192.0.2.1', later(10))).ok);
});

test('signing in gives a new token and ends the sign-in that the browser had', async (t) => {
  const { db } = await testDatabase(t);
  const start = async (replaces?: string) => {
    const secret = await askedFor(db, email, now);
    const given = { secret, code: await codeSentTo(db, email), language: 'en' as const, ...CLIENT };
    const outcome = await enterCode({ db, actor: nobody, now }, replaces ? { ...given, replaces } : given);
    assert.ok(outcome.ok && outcome.value.is === 'in');
    return outcome.value.token;
  };
  const first = await start();
  const before = await signedInBy(db, first, now);
  const second = await start(before!.signIn);
  assert.notEqual(second, first);
  assert.equal(await signedInBy(db, first, now), null);
  assert.ok(await signedInBy(db, second, now));
});

test('a closed account is not opened again by its address', async (t) => {
  const { db } = await testDatabase(t);
  await provideAccount(db, { email, name: 'Someone', language: 'zh' }, now.toISOString());
  await db.updateTable('account').set({ closed_at: now.toISOString() }).where('email', '=', email).execute();
  const secret = await askedFor(db, email, now);
  assert.equal(await entered(db, { secret, code: await codeSentTo(db, email) }, now), 'over');
});
