import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditionContent } from '../content.ts';
import { sourceOf } from '../formats/testing.ts';
import { smallEdition } from '../pages/small-edition.ts';
import { OUT } from './formats.example.ts';
import type { Gone } from './gone.ts';
import { planImport } from './plan.ts';
import { readFile } from './read-file.ts';

const content = smallEdition();
const all = new Set(content.activities.flatMap((activity) => [activity.id, ...activity.sessions.map(({ id }) => id)]));

async function imported(file: string, options: { gone?: Gone; published?: Set<string>; existing?: EditionContent } = {}) {
  const outcome = await readFile(Buffer.from(file), { zone: 'Asia/Shanghai' });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { gone = null, published = all, existing = content } = options;
  return planImport({
    file: outcome.value,
    into: '2022',
    existing,
    series: null,
    known: [],
    published,
    gone,
    now: '2022-10-01T00:00:00Z',
    zone: null,
  });
}
const out = (format: string, given: EditionContent = content, query = '') =>
  String(OUT[format]!(sourceOf(given, 'zh', query ? { query } : {})));
const without = (number: number): EditionContent => ({
  ...content,
  activities: content.activities.filter((activity) => activity.number !== number),
});
const find = (plan: { content: EditionContent }, number: number) => plan.content.activities.find((activity) => activity.number === number);

for (const format of ['schedule.xml', 'schedule.json', 'schedule2', 'ics']) {
  test(`${format}: what a whole programme no longer holds is cancelled where it was published, and taken out where it never was`, async () => {
    const file = out(format, without(12));
    assert.equal(find(await imported(file), 12)?.state, 'cancelled');
    assert.equal(find(await imported(file, { published: new Set() }), 12), undefined);
    assert.equal(find(await imported(file, { gone: 'keep' }), 12)?.state, 'published');
    assert.equal(find(await imported(file, { gone: 'remove' }), 12), undefined);
  });

  test(`${format}: what is called off so is called off once, and takes place again when the file has it again`, async () => {
    const cancelled = (await imported(out(format, without(12)))).content;
    assert.deepEqual((await imported(out(format, without(12)), { existing: cancelled })).changes, []);
    assert.equal(find(await imported(out(format), { existing: cancelled }), 12)?.state, 'published');
  });
}

test('a table or a part of a programme takes nothing out', async () => {
  assert.deepEqual((await imported(out('activities.csv', without(12)))).changes, []);
  assert.deepEqual((await imported(out('schedule.xml', without(12), '?board=forum&lang=zh'))).changes, []);
});

test('a session that is gone is cancelled within its activity', async () => {
  const given = structuredClone(content);
  given.activities[0]!.sessions.pop();
  const { sessions, state } = find(await imported(out('schedule.xml', given)), 10)!;
  assert.deepEqual([state, ...sessions.map(({ cancelled }) => cancelled)], ['published', false, true]);
});

test('only what a file changed is changed, and the rest is kept in every language', async () => {
  const file = out('schedule.xml').replace('<title>开源芯片论坛</title>', '<title>开源芯片大会</title>');
  const plan = await imported(file);
  assert.deepEqual(
    plan.changes.map(({ is, subject }) => [is, subject.slug]),
    [['changed', 'chip-forum']],
  );
  assert.deepEqual(find(plan, 11)!.title, { source: 'zh', texts: { zh: '开源芯片大会', en: 'Open-Source Chip Forum' }, outdated: ['en'] });
  assert.deepEqual({ ...find(plan, 11)!, title: null }, { ...content.activities[1]!, title: null });
});

test('an activity that is moved as a whole takes its agenda along', async () => {
  const moved = structuredClone(content);
  const later = (at: string) => new Date(Date.parse(at) + 86_400_000).toISOString().replace('.000Z', 'Z');
  const activity = moved.activities[0]!;
  [activity.startsAt, activity.endsAt] = [later(activity.startsAt!), later(activity.endsAt!)];
  const found = find(await imported(out('ics', moved)), 10)!;
  assert.deepEqual(
    found.sessions.map(({ startsAt }) => startsAt),
    content.activities[0]!.sessions.map(({ startsAt }) => later(startsAt)),
  );
});

test('without an identifier an entry is known by its number; a number alone never takes over what has another identifier', async () => {
  const table = 'Number,Title (zh)\n11,改名的论坛\n';
  assert.deepEqual(
    (await imported(table)).changes.map(({ is, subject }) => [is, subject.slug]),
    [['changed', 'chip-forum']],
  );
  const foreign = out('schedule.xml').replaceAll(
    /guid="00000000-0000-4000-8000-(\d{12})">\n<room>/g,
    'guid="11111111-1111-4111-8111-$1">\n<room>',
  );
  const plan = await imported(foreign, { gone: 'keep' });
  // The rooms are the same ones, so that both now share them; nothing else of what was there is different.
  const fields = plan.changes.flatMap((change) => (change.is === 'changed' ? change.fields.map(({ field }) => field) : []));
  assert.deepEqual([...new Set(fields)], ['sharesRoom']);
  assert.equal(plan.content.activities.length, content.activities.length + 4);
});

test('two events in one room at one time are both kept, and say so', async () => {
  const rows =
    'Title,Start,End,Room,Time zone\nOne,2022-11-28 09:00,2022-11-28 10:00,301,Asia/Shanghai\nTwo,2022-11-28 09:30,2022-11-28 10:30,301,Asia/Shanghai\n';
  const plan = await imported(rows);
  const made = plan.content.activities.slice(-2);
  assert.ok(made.every(({ room, sharesRoom }) => room === content.places[2]!.id && sharesRoom !== null));
  assert.equal(plan.remarks.filter(({ code }) => code === 'room-overlap').length, 1);
  const apart = await imported(rows.replace('2022-11-28 09:30', '2022-11-28 10:00'), { existing: plan.content });
  assert.ok(apart.content.activities.slice(-2).every(({ sharesRoom }) => sharesRoom === null));
});
