/** The ways in, as people go them: by a code, by a passkey, by an identity provider; and what they see of their own account. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { startProvider } from '#platform/identity/openid.example.ts';
import { askedFor, codeSentTo } from '#platform/identity/testing.ts';
import { deskStage, freePort } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const port = await freePort();
// Passkeys are made for names, not for numbers.
const url = `http://localhost:${port}`;
const { oidc } = await startProvider({ after }, url);
const { journey } = deskStage({
  env: {
    HOST: 'localhost',
    PORT: String(port),
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret!,
    OIDC_NAME: oidc.name,
  },
});

journey('by mail code, to where one wanted, and out again', async ({ as, database }) => {
  const page = await as(null, '/en/sign-in?then=/en/account');
  await page.getByLabel('Mail address').fill('new.person@example.org');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText('A code is on its way to new.person@example.org').waitFor();
  const code = await codeSentTo(database.db, 'new.person@example.org');
  await page.getByLabel('Code of six digits').fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('4 tries are left').waitFor();
  await page.getByLabel('Code of six digits').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}/en/account`);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'everforum');
  assert.deepEqual(
    { httpOnly: cookie?.httpOnly, sameSite: cookie?.sameSite, path: cookie?.path },
    { httpOnly: true, sameSite: 'Lax', path: '/' },
  );
  await page.getByLabel('Name', { exact: true }).fill('A New Person');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${url}/en`);
  await page.goto('/en/account');
  assert.match(page.url(), /\/en\/sign-in\?then=%2Fen%2Faccount/);
});

journey('a code works without a script', async ({ as, database }) => {
  const page = await as(null, '/zh/sign-in', { javaScriptEnabled: false });
  await page.getByLabel('邮箱').fill('plain@example.org');
  await page.getByRole('button', { name: '发送验证码' }).click();
  // The field is there once the mail is written.
  const code = page.getByLabel('六位验证码');
  await code.waitFor();
  await code.fill(await codeSentTo(database.db, 'plain@example.org'));
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(`${url}/zh/desk`);
});

journey('a passkey is made, signs in, and is removed', async ({ as }) => {
  const page = await as('press', '/en/account');
  // The virtual device would answer the offer in the field at once, beside the click: nobody is that quick.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByLabel('What to call it').fill('Test device');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey was added.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${url}/en`);
  await page.goto('/en/sign-in?then=/en/account');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${url}/en/account`);
  await page.getByText('press@sample.everforum.example').waitFor();
  await page.getByRole('button', { name: 'Remove: Test device' }).click();
  await page.getByText('“Test device” was removed').waitFor();
  await page.getByText('You have none yet.').waitFor();
});

journey('the identity provider brings one in, and another sign-in is ended', async ({ as }) => {
  const page = await as(null, '/en/sign-in?then=/en/account');
  await page.getByRole('link', { name: 'Go on with University' }).click();
  await page.locator('[name=login]').fill('lin');
  await page.locator('[name=password]').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${url}/en/account`);
  await page.getByText('lin@university.example').waitFor();
});

journey('all others are ended, this one goes on', async ({ as }) => {
  const other = await as('reviewer', '/en/desk/2027');
  const page = await as('reviewer', '/en/account');
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByText(/sign-ins? (was|were) ended/).waitFor();
  await other.goto('/en/desk/2027');
  assert.match(other.url(), /\/en\/sign-in/);
  await page.goto('/en/desk/2027');
  assert.match(page.url(), /\/en\/desk\/2027$/);
});

journey('a demo shows its mails, and its sample identity is left', async ({ as, database }) => {
  await askedFor(database.db, 'shown@example.org', new Date());
  const page = await as('speaker', '/en/demo/outbox');
  await page.getByRole('heading', { name: 'is your code to sign in' }).waitFor();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.waitForURL(`${url}/en/demo`);
  await page.goto('/en/account');
  assert.match(page.url(), /sign-in/);
});

journey('the pages are accessible and fit a phone, in both languages and colours', async ({ as }) => {
  for (const [language, colorScheme] of [
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const) {
    const options = { bypassCSP: true, viewport: { width: 390, height: 844 }, colorScheme };
    for (const [persona, path] of [
      [null, 'sign-in'],
      ['member', 'account'],
      [null, 'demo'],
      [null, 'demo/outbox'],
    ] as const) {
      const page = await as(persona, `/${language}/${path}`, options);
      assert.deepEqual(await axeFindings(page), [], path);
      assert.equal(await sideways(page), 0, path);
    }
  }
});
