import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { startProvider } from './openid.example.ts';
import { nobody } from '../actor.ts';
import { testDatabase } from '../database/testing.ts';
import { provideAccount } from './accounts.server.ts';
import { comeFromProvider, goToProvider } from './openid.server.ts';
import { signInByProvider } from './sign-in/actions.server.ts';
import { CLIENT } from './testing.ts';

const publicUrl = 'http://localhost:4711';
const now = () => new Date().toISOString();

/** Goes to the provider, signs in there as `login`, and comes to the query that the browser is sent back with. */
async function visit(t: TestContext) {
  const { db } = await testDatabase(t);
  const { oidc, signInThere } = await startProvider(t, publicUrl);
  const go = () => goToProvider(db, { oidc, publicUrl, then: '/en/desk', language: 'en' }, now());
  const come = (secret: string | undefined, query: string) => comeFromProvider(db, { oidc, publicUrl, secret, query }, now());
  const signIn = (from: { issuer: string; subject: string; email: string | null; name: string }) =>
    signInByProvider({ db, actor: nobody }, { ...from, language: 'en', ...CLIENT });
  return { db, oidc, go, come, signIn, signInThere };
}

test('whoever the provider vouches for is signed in, once with an account that is made and then with the same', async (t) => {
  const { db, go, come, signIn, signInThere } = await visit(t);
  const first = await go();
  const found = await come(first.secret, await signInThere(first.address, 'lin'));
  assert.deepEqual(found && { email: found.email, name: found.name, then: found.then }, {
    email: 'lin@university.example',
    name: 'Lin (test)',
    then: '/en/desk',
  });
  const outcome = await signIn(found!);
  assert.ok(outcome.ok);
  const account = await db.selectFrom('account').selectAll().executeTakeFirstOrThrow();
  assert.equal(account.name, 'Lin (test)');
  // Another address over there is still the same person here.
  const again = await signIn({ ...found!, email: 'married@university.example' });
  assert.ok(again.ok && again.value.account === account.id);
  assert.equal((await db.selectFrom('account').selectAll().execute()).length, 1);
});

test('an account that is there already is linked by an address that the provider verified, and by no other', async (t) => {
  const { db, go, come, signIn, signInThere } = await visit(t);
  const mine = await provideAccount(db, { email: 'lin@university.example', name: 'Lin', language: 'zh' }, now());
  const theirs = await provideAccount(db, { email: 'unverified@university.example', name: 'Other', language: 'zh' }, now());
  const gone = await go();
  const linked = await signIn((await come(gone.secret, await signInThere(gone.address, 'lin')))!);
  assert.ok(linked.ok && linked.value.account === mine.id);
  const tried = await go();
  const unverified = (await come(tried.secret, await signInThere(tried.address, 'unverified')))!;
  assert.equal(unverified.email, null);
  const refusal = await signIn(unverified);
  assert.ok(!refusal.ok && refusal.problem.is === 'address-not-verified');
  assert.equal((await db.selectFrom('sign_in').selectAll().where('account_id', '=', theirs.id).execute()).length, 0);
});

test('an answer is good once, in the browser that asked, and only as it was given', async (t) => {
  const { go, come, signInThere } = await visit(t);
  const [mine, others] = [await go(), await go()];
  const query = await signInThere(mine.address, 'lin');
  assert.equal(await come(undefined, query), null, 'no secret');
  assert.equal(await come(others.secret, query), null, 'the state of another browser');
  const tampered = await go();
  const answer = new URLSearchParams(await signInThere(tampered.address, 'lin'));
  answer.set('state', 'made up');
  assert.equal(await come(tampered.secret, `?${answer}`), null, 'another state');
  assert.ok(await come(mine.secret, query));
  assert.equal(await come(mine.secret, query), null, 'a second time');
  const refusedThere = await go();
  const state = new URL(refusedThere.address).searchParams.get('state')!;
  assert.equal(await come(refusedThere.secret, `?error=access_denied&state=${state}`), null, 'refused over there');
});

test('a provider that cannot be reached is asked again next time', async (t) => {
  const { db } = await testDatabase(t);
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const oidc = { issuer: `http://127.0.0.1:${port}`, clientId: 'forum', clientSecret: null, name: 'x' };
  await assert.rejects(goToProvider(db, { oidc, publicUrl, then: '/en/desk', language: 'en' }, now()));
  await startProvider(t, publicUrl, port);
  assert.ok(await goToProvider(db, { oidc, publicUrl, then: '/en/desk', language: 'en' }, now()));
});
