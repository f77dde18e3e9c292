import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { placedOf } from '#boards/programme/schedule/placing/store.server.ts';
import type { Placed } from '#boards/programme/schedule/placing/model.ts';
import type { Database } from '#platform/database/connect.ts';
import { content2027 } from '../../samples/edition-2027.ts';
import { deskStage } from './desk-stage.ts';
import { axeFindings, sideways } from './support.ts';

const { journey } = deskStage();
const content = content2027();
const DAY = '2027-04-17';
const path = (language: string, day = DAY) => `/${language}/desk/2027/schedule?day=${day}`;

const roomId = (name: string) => content.places.find((place) => place.name.texts['en'] === name)!.id;
const idOf = (title: string) => content.activities.find((activity) => activity.title.texts['en'] === title)!.id;
const stored = async ({ db }: Database, id: string): Promise<Placed> => (await placedOf(db, content.edition.id, [id]))[0]!;

async function ready(page: Page): Promise<void> {
  await page.locator('[data-desk="ready"]').waitFor();
}
const tile = (page: Page, id: string) => page.locator(`[data-activity="${id}"][data-in="grid"]`);
const waiting = (page: Page, id: string) => page.locator(`[data-activity="${id}"][data-in="tray"]`);
const ghost = (page: Page) => page.locator('[data-ghost]');
const allSaved = (page: Page) => page.getByText('Not yet published').waitFor();

/** Where an hour of the local day is on the screen, in a room's row. */
async function point(page: Page, room: string, hour: number) {
  const lane = page.locator(`[data-lane="${room}"][data-from]`);
  await lane.scrollIntoViewIfNeeded();
  const box = (await lane.boundingBox())!;
  const [from, to] = [Number(await lane.getAttribute('data-from')), Number(await lane.getAttribute('data-to'))];
  return { x: box.x + (box.width * (hour - from)) / (to - from), y: box.y + box.height / 2 };
}

const AI = idOf('AI for Science Forum');
const ROOM_307 = roomId('Room 307');
const HOURS = 3_600_000;
/** Forums of three hours that wait to be placed. */
const [MOUSED, KEYED, FORMED] = content.activities
  .filter(({ kind, startsAt, sessions }) => {
    const [from, to] = [sessions[0]?.startsAt, sessions.at(-1)?.endsAt];
    return kind === 'parallel-forum' && !startsAt && from && to && Date.parse(to) - Date.parse(from) === 3 * HOURS;
  })
  .map(({ id }) => id) as [string, string, string];
/** On the day: a hall that is free in the afternoon, and one that is taken at nine. */
const onDay = content.activities.filter(({ startsAt }) => startsAt?.startsWith(DAY));
const afternoon = onDay.filter(({ endsAt }) => endsAt! > `${DAY}T06:00:00Z`).map(({ room }) => room);
const halls = content.places.filter(
  ({ kind, capacity, role, parallel }) => kind === 'room' && role === 'venue' && !parallel && (capacity ?? 0) >= 300,
);
const FREE = halls.find(({ id }) => !afternoon.includes(id))!.id;
const TAKEN = onDay.find(
  ({ room, startsAt }) => startsAt === `${DAY}T01:00:00Z` && room !== FREE && halls.some(({ id }) => id === room),
)!.room!;

journey(
  'by mouse: dragged over what is taken it is told so, placed where it is free, made longer, undone and redone',
  async ({ as, database }) => {
    const page = await as('office', path('en'));
    await ready(page);
    const from = (await waiting(page, MOUSED).boundingBox())!;
    await page.mouse.move(from.x + 30, from.y + 15);
    await page.mouse.down();
    const taken = await point(page, TAKEN, 9.5);
    await page.mouse.move(taken.x, taken.y, { steps: 5 });
    assert.match(await ghost(page).innerText(), /Not here: .* is taken at 09:00 by /);
    const free = await point(page, FREE, 14);
    await page.mouse.move(free.x, free.y, { steps: 5 });
    assert.match(await ghost(page).innerText(), /14:00–17:00/);
    await page.mouse.up();
    await tile(page, MOUSED).waitFor();
    await allSaved(page);
    assert.deepEqual(
      [(await stored(database, MOUSED)).room, (await stored(database, MOUSED)).hours],
      [FREE, { startsAt: '2027-04-17T06:00:00Z', endsAt: '2027-04-17T09:00:00Z' }],
    );

    const box = (await tile(page, MOUSED).boundingBox())!;
    const longer = await point(page, FREE, 17.5);
    await page.mouse.move(box.x + box.width - 3, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(longer.x, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await tile(page, MOUSED).getByText('14:00–17:30').waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();
    await tile(page, MOUSED).getByText('14:00–17:00').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await waiting(page, MOUSED).waitFor();
    await allSaved(page);
    assert.equal((await stored(database, MOUSED)).hours, null);
    await page.getByRole('button', { name: 'Redo' }).click();
    await tile(page, MOUSED).getByText('14:00–17:00').waitFor();
    await allSaved(page);
    assert.equal((await stored(database, MOUSED)).room, FREE);
  },
);

journey('what is taken up again while its last place is still being saved stays in hand', async ({ as, database }) => {
  const page = await as('office', path('en', '2027-04-19'));
  await ready(page);
  const id = (await page.locator('[data-in="grid"][data-draggable]').first().getAttribute('data-activity'))!;
  const moved = async (by: number, between: () => Promise<void> = async () => {}) => {
    const box = (await tile(page, id).boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 15);
    await page.mouse.down();
    await page.mouse.move(box.x + 20 + by, box.y + 15, { steps: 3 });
    await ghost(page).waitFor();
    await between();
    await page.mouse.up();
  };
  const before = await stored(database, id);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/desk/schedule/arrange', async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await moved(40);
  await moved(40, async () => {
    answer();
    await allSaved(page);
    assert.ok(await ghost(page).isVisible());
  });
  await allSaved(page);
  assert.equal((await stored(database, id)).version, before.version + 2);
});

journey('by keyboard alone: taken up, moved, put down, locked, swapped, undone, and told aloud', async ({ as, database }) => {
  const page = await as('office', path('en', '2027-04-18'));
  await ready(page);
  const said = (text: RegExp) => page.locator('[aria-live="assertive"]').filter({ hasText: text }).waitFor({ state: 'attached' });
  const focusedId = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['activity']);
  // The tray is one stop; arrows lead through it.
  await page.getByRole('searchbox', { name: 'Filter activities, hosts…' }).focus();
  await page.keyboard.press('Tab');
  for (let steps = 0; (await focusedId()) !== KEYED; steps++) {
    assert.ok(steps < 60, 'it is in the tray');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('p');
  await said(/09:00–12:00/);
  const at = (await ghost(page).innerText()).includes('Not here');
  assert.equal(at, false, 'it begins where it is free');
  await page.keyboard.press('Shift+ArrowRight');
  await said(/09:30–12:30/);
  await page.keyboard.press('ArrowLeft');
  await said(/09:25–12:25/);
  await page.keyboard.press('Enter');
  await said(/put down/);
  await allSaved(page);
  const placed = await stored(database, KEYED);
  assert.equal(placed.hours?.startsAt, '2027-04-18T01:25:00Z');
  assert.equal(await focusedId(), KEYED, 'the keys are where they were');

  await page.keyboard.press('l');
  await said(/locked/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await said(/is locked; press L/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await said(/unlocked/);

  await page.keyboard.press('s');
  await said(/Choose what changes places/);
  await page.keyboard.press('ArrowUp');
  const other = (await focusedId())!;
  assert.notEqual(other, KEYED);
  const before = await stored(database, other);
  await page.keyboard.press('Enter');
  await said(/have changed places/);
  await allSaved(page);
  assert.equal((await stored(database, KEYED)).room, before.room);
  assert.equal((await stored(database, other)).room, placed.room);
  await page.keyboard.press('z');
  await said(/Undone/);
  await allSaved(page);
  assert.equal((await stored(database, KEYED)).room, placed.room);
});

journey('two editors see each other and each other’s changes, and neither overwrites the other unseen', async ({ as, database }) => {
  const mine = await as('office', path('en'));
  await ready(mine);
  const theirs = await as('forum-board', path('en'));
  await ready(theirs);
  await mine.getByText('1 other editing').waitFor();
  await theirs.getByText('1 other editing').waitFor();

  const move = async (page: Page, key: string) => {
    await tile(page, AI).click();
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
  };
  await move(theirs, 'ArrowRight');
  await tile(mine, AI).getByText('09:05–12:05').waitFor();

  // Out of reach of each other, both move it on.
  await mine.context().setOffline(true);
  await move(mine, 'Shift+ArrowRight');
  await mine.getByText(/No connection: 1 change is kept here/).waitFor();
  await move(theirs, 'ArrowRight');
  await tile(theirs, AI).getByText('09:10–12:10').waitFor();
  await allSaved(theirs);
  await mine.context().setOffline(false);
  await mine.getByRole('alert').filter({ hasText: 'was changed by somebody else, so yours was not saved' }).waitFor();
  await tile(mine, AI).getByText('09:10–12:10').waitFor();
  assert.equal((await stored(database, AI)).hours?.startsAt, '2027-04-17T01:10:00Z');
  // What they did to it is theirs to undo.
  await mine.keyboard.press('Control+z');
  await mine.getByRole('alert').filter({ hasText: 'Cannot undo' }).waitFor();
  assert.equal((await stored(database, AI)).hours?.startsAt, '2027-04-17T01:10:00Z');
  await mine.getByRole('button', { name: 'Do mine anyway' }).click();
  await tile(theirs, AI).getByText('09:35–12:35').waitFor();
});

journey('what could not be saved is saved by the next visit', async ({ as, database }) => {
  const page = await as('office', path('en'));
  await ready(page);
  const water = content.activities.find(({ room, startsAt }) => room === ROOM_307 && startsAt?.startsWith(DAY))!.id;
  const before = (await stored(database, water)).hours!.startsAt;
  await page.route('**/api/desk/schedule/arrange', (route) => route.abort());
  await tile(page, water).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByText(/No connection: 1 change is kept here/).waitFor();
  await page.unroute('**/api/desk/schedule/arrange');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page
    .getByRole('alert')
    .filter({ hasText: /1 change from your last visit had not been saved/ })
    .waitFor();
  await allSaved(page);
  assert.equal(Date.parse((await stored(database, water)).hours!.startsAt) - Date.parse(before), 300_000);
});

journey(
  'on a phone without a script: the day as a list, and a form that places, refuses what is taken and locks',
  async ({ as, database }) => {
    const page = await as('office', path('en', '2027-04-19'), { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    await page.locator(`a[href$="/schedule/${FORMED}"]`).click();
    const fill = async (day: string, time: string, room: string) => {
      await page.locator('input[name="day"]').first().fill(day);
      await page.locator('input[name="start"]').first().fill(time);
      await page.locator('select[name="room"]').first().selectOption({ label: room });
      await page.getByRole('button', { name: 'Save' }).first().click();
    };
    await fill('2027-04-17', '09:00', 'Grand Hall A · 3000 seats');
    assert.match(await page.getByRole('alert').innerText(), /Not here: Grand Hall A is taken at 09:00 by Plenary Session/);
    await fill('2027-04-17', '20:00', 'London · 120 seats');
    assert.match(await page.getByRole('alert').innerText(), /Not here: .+ belongs to Beijing; .+ is in London/);
    await page.getByLabel('Belongs to').selectOption({ label: 'London' });
    await page.getByRole('button', { name: 'Save Belongs to' }).click();
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    await fill('2027-04-17', '20:00', 'London · 120 seats');
    assert.match(await page.getByRole('status').innerText(), /Saved/);
    assert.equal((await stored(database, FORMED)).hours?.startsAt, '2027-04-17T19:00:00Z', 'eight in the evening in London');
    await page.getByRole('button', { name: 'Lock' }).click();
    assert.equal((await stored(database, FORMED)).locked, true);
  },
);

journey('the list of clashes is narrowed as one types, and saved as it is narrowed', async ({ as }) => {
  const page = await as('office', path('en'), { bypassCSP: true });
  await ready(page);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByText('Narrow the clashes').click();
  await page.getByLabel('Rule').selectOption({ label: 'Place closed (1)' });
  await page
    .getByRole('status')
    .filter({ hasText: /1 of \d+ shown/ })
    .waitFor();
  const href = (await page.getByRole('link', { name: 'Save as CSV' }).getAttribute('href'))!;
  const rows = (await (await page.request.get(href)).text()).trim().split('\r\n');
  assert.equal(rows.length, 2);
  assert.match(rows[1]!, /Stage lighting check \(sample\)/);
  await page.getByLabel('Search the clashes').fill('no such words');
  await page.getByText('No clash fits.').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByText('No clash fits.').waitFor({ state: 'detached' });
  if (process.env.LOOK) await page.screenshot({ path: process.env.LOOK });
});

journey('the desk is accessible, fits every width, and shows readers only what they may do', async ({ as }) => {
  const page = await as('office', path('zh'), { bypassCSP: true, viewport: { width: 1440, height: 900 } });
  await ready(page);
  await tile(page, AI).click();
  assert.deepEqual(await axeFindings(page), []);
  for (const width of [820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await sideways(page), 0, String(width));
  }
  assert.deepEqual(await axeFindings(page), [], 'as a list');
  const overview = await as('office', path('en', 'all'), { bypassCSP: true });
  await ready(overview);
  assert.deepEqual(await axeFindings(overview), []);
  const form = await as('office', `/zh/desk/2027/schedule/${AI}`, { bypassCSP: true, viewport: { width: 390, height: 900 } });
  assert.deepEqual(await axeFindings(form), []);
  assert.equal(await sideways(form), 0);
  const reader = await as('auditor', path('en'));
  await ready(reader);
  assert.equal(await reader.locator('[data-draggable]').count(), 0);
  assert.equal(await reader.getByRole('link', { name: 'Move to…' }).count(), 0);
});
