/** Who gets in where: every page of the desks as every persona, an invitation from its mail to the desk, and the trail of it all. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#platform/actor.ts';
import { accountById, actorOf } from '#platform/identity/accounts.server.ts';
import { codeSentTo } from '#platform/identity/testing.ts';
import { startSignIn } from '#platform/identity/sign-ins.server.ts';
import { grantFor, maySomewhere, roleMay, type Subject } from '#platform/permissions.ts';
import { reachingInto } from '#registry/subjects.server.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { personaId, personas } from '../../samples/personas.ts';
import { doorsForPeopleAtWork, everythingDeclared } from '../permissions/registry.ts';
import { deskStage, type DeskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage();
const content = content2027();
const everybody = [...personas(content).map(({ key }) => key), null];

async function cookieOf({ database }: DeskStage, persona: string | null): Promise<Record<string, string>> {
  if (!persona) return {};
  const given = { account: personaId(persona), method: 'persona' as const, userAgent: null };
  return { cookie: `everforum=${await startSignIn(database.db, given, new Date())}` };
}

journey('every page of the desks answers every persona as the table says', async (stage, t: TestContext) => {
  const { url, database } = stage;
  const doors = doorsForPeopleAtWork(await everythingDeclared()).filter(
    ({ path, file }) => path.includes('/desk/[edition]') && !file.includes('+layout'),
  );
  const edition = { id: content.edition.id, series: content.series.id };
  let asked = 0;
  let exact = 0;
  const wrong: string[] = [];
  for (const persona of everybody) {
    const headers = await cookieOf(stage, persona);
    const actor = persona ? await actorOf(database.db, (await accountById(database.db, personaId(persona)))!) : nobody;
    const here = (await reachingInto(database.db, actor.grants, edition)).length > 0;
    for (const { path, page, uses } of doors) {
      const unknown = path.replace('/[lang=lang]/desk/[edition]', '').includes('[');
      const address = path
        .replace('[lang=lang]', 'en')
        .replace('[edition]', '2027')
        .replaceAll(/\[[^\]=]+=integer\]/g, '999999')
        .replaceAll(/\[[^\]]+\]/g, randomUUID());
      const { status } = await fetch(url + address, { headers, redirect: 'manual' });
      asked++;
      const may: boolean[] = [];
      for (const { kind, permission, subject, input } of uses) {
        if (kind !== 'view' || unknown) continue;
        const parsed = input.safeParse({ edition: '2027' });
        const of =
          subject === 'own'
            ? 'own'
            : parsed.success
              ? await (subject as (db: unknown, given: unknown) => Promise<Subject | null>)(database.db, parsed.data)
              : null;
        if (of) may.push(of === 'own' ? maySomewhere(actor.grants, permission) : grantFor(actor.grants, permission, of) !== null);
      }
      const decided = !unknown && may.length > 0 && (may.every(Boolean) || !may.some(Boolean));
      const expected = !persona
        ? [303, 404, 405]
        : !here
          ? [403, 404, 405]
          : !decided
            ? [200, 303, 400, 403, 404, 405]
            : may[0]
              ? [200, 303]
              : [403, 404];
      if (!persona && page) expected.splice(1);
      if (decided || !persona || !here) exact++;
      if (!expected.includes(status)) wrong.push(`${persona ?? 'nobody'} at ${address}: ${status}, expected ${expected.join(' or ')}`);
    }
  }
  assert.deepEqual(wrong, []);
  t.diagnostic(`${asked} requests: ${doors.length} doors × ${everybody.length} personas; ${exact} with their answer decided by the table`);
});

journey('nobody changes anything: every form and every script’s door, unsigned', async (stage) => {
  const { url, database } = stage;
  const changes = async () => (await sql<{ n: number }>`select count(*)::int as n from audit_entry`.execute(database.db)).rows[0]!.n;
  const before = await changes();
  for (const { path, uses, page } of doorsForPeopleAtWork(await everythingDeclared())) {
    if (path.includes('/demo') || !uses.some(({ kind, permission }) => kind === 'verb' && !roleMay('public', permission))) continue;
    const address = path
      .replace('[lang=lang]', 'en')
      .replace('[edition]', '2027')
      .replaceAll(/\[[^\]=]+=integer\]/g, '999999')
      .replaceAll(/\[[^\]]+\]/g, randomUUID());
    const script = await fetch(url + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: '{}',
      redirect: 'manual',
    });
    assert.ok(script.status >= 300 && script.status < 500, `${address}: ${script.status}`);
    const foreign = await fetch(url + address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      body: 'a=b',
      redirect: 'manual',
    });
    assert.ok(
      [403, 405, 415].includes(foreign.status),
      `a form of another site at ${address}: ${foreign.status}${page ? '' : ' (no page)'}`,
    );
  }
  assert.equal(await changes(), before);
});

journey('an invitation to a host’s team, from the mail to the desk, on a phone', async ({ as, database, url }) => {
  const lead = await as('host-lead', '/en/desk/2027/team', { bypassCSP: true });
  await lead.getByLabel('Mail address').fill('helper@example.org');
  await lead.getByLabel('Name').fill('Helping Hand');
  await lead.getByRole('combobox', { name: 'Role' }).selectOption('host-editor');
  await lead.getByRole('combobox', { name: 'Reach' }).selectOption({ index: 1 });
  await lead.getByRole('button', { name: 'Invite' }).click();
  await lead.getByText('helper@example.org was invited').waitFor();
  assert.deepEqual(await axeFindings(lead), []);
  const { rows } = await sql<{ body: string }>`select body from message where to_address = 'helper@example.org'`.execute(database.db);
  const link = rows[0]!.body.match(/\/en\/invitations\/[\w-]+/)![0];

  const phone = { bypassCSP: true, viewport: { width: 390, height: 844 } };
  const page = await as(null, link, phone);
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await sideways(page), 0);
  await page.getByRole('link', { name: 'Sign in to accept' }).click();
  await page.getByRole('button', { name: 'Send me a code' }).click();
  // The field is there once the mail is written.
  const code = page.getByLabel('Code of six digits');
  await code.waitFor();
  await code.fill(await codeSentTo(database.db, 'helper@example.org'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(url + link);
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(`${url}/en/desk/2027`);
  await page.goto('/en/account');
  await page.getByText('Host team editor').waitFor();
  await page.getByLabel('Name', { exact: true }).waitFor();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Helping Hand');
  await page.goto(link);
  await page.getByText('its link is good once').waitFor();

  await lead.reload();
  await lead.getByRole('button', { name: 'End the role of Helping Hand: Host team editor' }).click();
  await lead.getByText('The role was ended').waitFor();
  assert.equal((await page.goto('/en/desk/2027'))?.status(), 404);
});

journey('the trail: what was done is found, read, checked and taken along', async ({ as, url }) => {
  const office = await as('office', '/zh/desk/2027/team', { bypassCSP: true });
  await office.getByLabel('邮箱').fill('reviewer.two@example.org');
  await office.getByRole('combobox', { name: '岗位' }).selectOption('reviewer');
  await office.getByRole('combobox', { name: '范围' }).selectOption('edition');
  await office.getByRole('button', { name: '邀请', exact: true }).click();
  await office.getByText('已邀请 reviewer.two@example.org').waitFor();

  const page = await as('auditor', '/en/desk/2027/audit', { bypassCSP: true });
  await page.getByLabel('Words').fill('reviewer.two');
  await page.getByRole('combobox', { name: 'What' }).selectOption('team.invite');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.waitForURL(/q=reviewer\.two/);
  assert.equal(await page.locator('tbody tr').count(), 1);
  await page.getByText('Invited · Who').waitFor();
  await page.getByRole('link', { name: 'Check the chain' }).click();
  await page.getByText('The chain holds').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const csv = await (await fetch(`${url}/en/desk/2027/audit/audit.csv?q=reviewer.two`, { headers: { cookie } })).text();
  assert.match(csv, /team\.invite/);
  assert.match(csv, /Invited · Who: reviewer\.two@example\.org/);
  const entries = (await (await fetch(`${url}/en/desk/2027/audit/audit.json`, { headers: { cookie } })).json()) as { verb: string }[];
  assert.ok(entries.some(({ verb }) => verb === 'team.invite'));
  assert.ok(!/invitations\//.test(JSON.stringify(entries)), 'no link of an invitation');

  for (const [language, colorScheme] of [
    ['zh', 'dark'],
    ['en', 'light'],
  ] as const)
    for (const path of ['team', 'audit']) {
      const phone = await as('office', `/${language}/desk/2027/${path}`, {
        bypassCSP: true,
        viewport: { width: 390, height: 844 },
        colorScheme,
      });
      assert.deepEqual(await axeFindings(phone), [], path);
      assert.equal(await sideways(phone), 0, path);
    }
});

journey('whoever comes with a link that was cut short is told so, signed in or not', async (stage) => {
  for (const persona of ['member', null]) {
    const headers = await cookieOf(stage, persona);
    for (const path of ['/zh/invitations/cut', '/zh/invitations/speaker/cut']) {
      const answer = await fetch(stage.url + path, { headers, redirect: 'manual' });
      assert.equal(answer.status, 200, path);
      assert.match(await answer.text(), /这个链接不能使用/);
    }
  }
});

const production = deskStage({ env: { EVERFORUM_MODE: 'production' } });
production.journey('production lets nobody be a sample identity, and shows no mails', async ({ url, database }) => {
  for (const path of ['/en/demo', '/zh/demo', '/en/demo/outbox']) assert.equal((await fetch(url + path)).status, 404, path);
  const become = await fetch(`${url}/en/demo?/become`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ account: personaId('office') }),
    redirect: 'manual',
  });
  assert.equal(become.status, 404);
  assert.equal(become.headers.get('set-cookie'), null);
  assert.equal((await database.db.selectFrom('sign_in').selectAll().execute()).length, 0);
  assert.ok(!(await (await fetch(`${url}/en/sign-in`)).text()).includes('/demo'));
});
