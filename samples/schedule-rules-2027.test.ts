import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksPublishing, openClashes } from '../src/boards/programme/schedule/clashes.ts';
import { CLASH_RULES, RULES_OF_ONE } from '../src/boards/programme/schedule/desk-schedule.ts';
import { groundOf } from '../src/boards/programme/schedule/ground.ts';
import { readDesk } from '../src/boards/programme/schedule/store.server.ts';
import { pose, USUALLY } from '../src/boards/programme/schedule/timetabling.ts';
import { content2027 } from './edition-2027.ts';
import { testDatabase2027 } from './test-database.ts';

test('the schedule of the samples has closed rooms, missing booths and people who are away; what is hosted abroad stays there', async (t) => {
  const { db } = await testDatabase2027(t, 'desks');
  const content = content2027();
  const { desk } = (await readDesk(db, content.edition.id))!;
  const clashes = openClashes(desk).all();
  const of = (rule: string) =>
    clashes
      .filter((clash) => clash.rule === rule)
      .flatMap(({ activities }) => activities)
      .map((id) => desk.activities.find((activity) => activity.id === id)!.slug)
      .sort();
  assert.deepEqual(of('closure'), ['culture-and-technology-forum']);
  assert.deepEqual(of('availability'), ['brain-science-and-ageing-forum']);
  for (const slug of ['open-source-software-forum', 'standards-and-innovation-forum']) assert.ok(of('interpretation').includes(slug), slug);
  assert.equal(clashes.filter(blocksPublishing).length, 2, 'the rest of the programme can be published');

  const ground = groundOf(desk);
  const main = desk.places.find(({ slug }) => slug === 'beijing')!.id;
  const waiting = desk.activities.filter(({ room }) => room === null);
  const abroad = waiting.filter(({ site }) => site !== main).map(({ id }) => id);
  assert.ok(abroad.length > 0 && abroad.length < waiting.length);
  // Without wishes, too, which say the same of most.
  const { movable } = pose({ ...desk, wishes: [] }, { ...USUALLY, keep: 'placed' });
  assert.deepEqual(
    movable.map(({ id }) => id),
    waiting.filter(({ id }) => !abroad.includes(id)).map(({ id }) => id),
  );

  const berlin = desk.activities.find(({ room, site }) => room !== null && site !== main)!;
  assert.equal(berlin.site, ground.site(berlin.room!));
  await db.updateTable('activity').set({ room_id: null, starts_at: null, ends_at: null }).where('id', '=', berlin.id).execute();
  const after = (await readDesk(db, content.edition.id))!.desk.activities.find(({ id }) => id === berlin.id)!;
  assert.deepEqual([after.room, after.site], [null, berlin.site], 'taken out it still belongs there');
});

test('rules said to look at one activity find in it alone what they find among all', async (t) => {
  const { db } = await testDatabase2027(t, 'desks');
  const { edition } = content2027();
  const { desk } = (await readDesk(db, edition.id))!;
  const rooms = desk.places.filter(({ kind }) => kind === 'room');
  // At night, in rooms of other cities, for three times the people: and nobody and nothing there all year: every rule finds something.
  const later = (at: string | null) => at && new Date(Date.parse(at) + 12 * 3_600_000).toISOString().replace('.000Z', 'Z');
  const activities = desk.activities.map((activity, at) => ({
    ...activity,
    room: activity.room && (at % 2 === 0 ? activity.room : rooms[(at * 7) % rooms.length]!.id),
    startsAt: at % 3 === 0 ? later(activity.startsAt) : activity.startsAt,
    endsAt: at % 3 === 0 ? later(activity.endsAt) : activity.endsAt,
    capacity: (activity.capacity ?? 0) * 3,
    need: { layout: 'banquet', equipment: [] },
  }));
  const hours = [{ id: edition.id, place: null, date: null, weekday: null, from: '09:00', to: '18:00' }];
  const year = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
  const mangled = {
    ...desk,
    activities,
    hours,
    closures: desk.closures.map((closure) => ({ ...closure, place: rooms[0]!.parent!, ...year })),
    absences: desk.absences.map((absence) => ({ ...absence, ...year })),
    levels: Object.fromEntries(CLASH_RULES.map((rule) => [rule, 'warns'])) as typeof desk.levels,
  };
  const among = openClashes(mangled).all();
  for (const rule of RULES_OF_ONE) {
    const keys = among.flatMap((clash) => (clash.rule === rule ? [clash.key] : [])).sort();
    assert.ok(keys.length > 0, `${rule} finds nothing`);
    const alone = mangled.activities.flatMap((activity) =>
      openClashes({ ...mangled, activities: [activity] })
        .all()
        .flatMap((clash) => (clash.rule === rule ? [clash.key] : [])),
    );
    assert.deepEqual(alone.sort(), keys, rule);
  }
  const [one] = desk.activities;
  const read = (await readDesk(db, edition.id, [one!.id]))!;
  assert.deepEqual(read.desk, { ...desk, activities: [one], wishes: desk.wishes.filter(({ activity }) => activity === one!.id) });
});
