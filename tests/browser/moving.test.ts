import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { writeContent } from '#boards/programme/store.server.ts';
import { publishEdition } from '#boards/programme/versions.server.ts';
import { both } from '#registry/text.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { loadPersonas } from '../../samples/personas.ts';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

/** The edition in preparation as if its first version were out. */
const { journey } = deskStage({
  bare: true,
  fill: async ({ db }) => {
    const content = content2027();
    for (const activity of content.activities) if (activity.state === 'scheduled') activity.state = 'published';
    // Put off, set and put off again on one day: the history tells all three.
    const days = { startsOn: content.edition.startsOn, endsOn: content.edition.endsOn };
    const unknown = { startsOn: null, endsOn: null };
    for (const [from, to] of [
      [days, unknown],
      [unknown, days],
      [days, unknown],
      [unknown, days],
    ] as const)
      content.edition.dateChanges.push({ announcedOn: '2026-10-30', from, to, reason: both('场馆检修', 'Works at the venue') });
    await db.transaction().execute(async (tx) => {
      await writeContent(tx, content);
      await loadPersonas(tx, content);
      await publishEdition(tx, '2027', '2026-11-01T02:00:00Z', { searched: false });
    });
  },
});

journey(
  'the office looks at what a move does, decides what is alike at once, moves the edition, and the public reads the new days',
  async ({ as, database }) => {
    const page = await as('office', '/en/desk/2027/move', { bypassCSP: true });
    await page.getByLabel('First day').fill('2027-05-14');
    await page.getByLabel('Last day').fill('2027-05-17');
    await page.getByRole('button', { name: 'See what would break' }).click();
    await page.getByRole('heading', { name: 'What will happen' }).waitFor();
    assert.match((await page.locator('.effects').textContent())!, /Everything moves 28 days later/);
    // Two days fewer: what was on them must be decided, all alike but one.
    const count = Number(/^(\d+) must be decided/m.exec((await page.getByText('must be decided by you').textContent())!)![1]);
    assert.ok(count > 2);
    await page.getByText(`${count} still open`).waitFor();
    await page.getByLabel(`Decision: ${count} activities would be on days that there are no more`).selectOption('postpone');
    await page.getByText('all decided').waitFor();
    await page.getByText(`See each of the ${count}`).press('Enter');
    const each = page
      .getByRole('listitem')
      .filter({ hasText: `See each of the ${count}` })
      .getByRole('listitem');
    assert.equal(await each.count(), count);
    await each.first().getByRole('combobox').selectOption('cancel');
    await page.getByText('1 chosen otherwise').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByLabel('Reason for the move (public) (Chinese)').fill('场馆检修');
    await page.getByLabel('Reason for the move (public) (English)').fill('Works at the venue');
    await page.getByLabel('I have seen what this does').check();
    await page.getByRole('button', { name: 'Move and publish' }).click();
    await page.getByRole('heading', { name: 'The edition is moved' }).waitFor();
    const reader = await as(null, '/en/2027');
    await reader.getByText('14–17 May 2027').first().waitFor();
    const calendar = await (await reader.request.get('/2027/schedule.ics')).text();
    assert.match(calendar, /SEQUENCE:1/);
    const { rows } = await sql<{ state: string; count: number }>`select state, count(*)::int as count from activity
    where state in ('cancelled', 'postponed') group by 1 order by 1`.execute(database.db);
    assert.deepEqual(rows, [
      { state: 'cancelled', count: 1 },
      { state: 'postponed', count: count - 1 },
    ]);

    // The trail tells it in words, on the page and in the files.
    await page.goto('/zh/desk/2027/audit?verb=edition.move');
    await page.getByText('处理方式 · 新会期里没有的日子：').first().waitFor({ state: 'attached' });
    const table = await (await page.request.get('/zh/desk/2027/audit/audit.csv?verb=edition.move')).text();
    assert.match(table, /处理方式 · 新会期里没有的日子：[^；]+：先延期，时间另定（/);
  },
);

journey('on a phone, in Chinese, one activity is called off; whoever may not is turned away', async ({ as, database }) => {
  const { id, slug } = await database.db
    .selectFrom('activity')
    .select(['id', 'slug'])
    .where('kind', '=', 'parallel-forum')
    .where('state', '=', 'published')
    .orderBy('number')
    .executeTakeFirstOrThrow();
  const path = `/zh/desk/2027/activities/${slug}/move`;
  const page = await as('forum-board', path, { bypassCSP: true, viewport: { width: 390, height: 844 } });
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await axeFindings(page), []);
  await page.getByLabel('取消', { exact: true }).check();
  await page.getByRole('button', { name: '查看影响' }).click();
  await page.getByRole('heading', { name: '会发生什么' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByLabel('改期原因（公开）（中文）').fill('主办单位调整安排');
  await page.getByLabel('改期原因（公开）（英文）').fill('The host has changed its plans');
  // A board's manager publishes nothing and issues no notice: neither is offered.
  assert.equal(await page.getByLabel('同时发布公告').count(), 0);
  await page.getByRole('button', { name: '变更' }).click();
  await page.getByText('封通知在发件箱等待确认').waitFor();
  assert.equal(
    (await database.db.selectFrom('activity').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state,
    'cancelled',
  );
  const other = await as('reviewer');
  assert.equal((await other.goto(path))?.status(), 403);
});
