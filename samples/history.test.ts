import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from '#platform/canonical.ts';
import { difference } from '../src/boards/programme/difference.ts';
import { sampleEditions, sampleHistory2022 } from './index.ts';

const history = sampleHistory2022();
const [first, postponed, moved] = history.map(({ content }) => content);
const ofTheDays = (content: typeof first) => content!.activities.filter(({ kind }) => kind !== 'year-round');

test('the last version is the edition, and each says something new', () => {
  assert.equal(canonical(history.at(-1)!.content), canonical(sampleEditions().at(-1)));
  for (const [at, { content }] of history.slice(1).entries())
    assert.ok(difference(history[at]!.content, content).length > 0, `version ${at + 2}`);
});

test('versions are published one after another, before the forum opens', () => {
  const dates = history.map(({ publishedAt }) => publishedAt);
  assert.deepEqual(dates, dates.toSorted());
  assert.ok(dates.at(-1)! < '2022-11-25T11:00:00Z');
});

test('first for September, then to a day not known, then for November', () => {
  assert.deepEqual([first!.edition.startsOn, first!.edition.endsOn], ['2022-09-22', '2022-09-27']);
  assert.deepEqual([postponed!.edition.startsOn, postponed!.edition.endsOn], [null, null]);
  assert.deepEqual([moved!.edition.startsOn, moved!.edition.endsOn], ['2022-11-25', '2022-11-30']);
  assert.deepEqual(
    history.map(({ content }) => content.edition.dateChanges.length),
    [0, 1, 2, 2, 2, 2],
  );
  for (const { state, slug } of ofTheDays(postponed)) assert.equal(state, 'postponed', slug);
  for (const { startsAt, slug } of ofTheDays(first)) assert.match(startsAt!, /^2022-09-2[1-8]T/, slug);
});

test('what was planned for September remembers when', () => {
  const planned = new Map(first!.activities.map((activity) => [activity.id, activity.startsAt]));
  for (const activity of ofTheDays(history.at(-1)!.content)) {
    const was = planned.get(activity.id);
    if (was === undefined) assert.equal(activity.firstPlannedStartsAt, null, activity.slug);
    else assert.match(activity.firstPlannedStartsAt!, /^2022-09-2[1-8]T/, activity.slug);
  }
});

test('an identifier means the same in every version', () => {
  const slugs = new Map<string, string>();
  for (const { content } of history) {
    for (const { id, slug } of content.activities) {
      assert.equal(slugs.get(id) ?? slug, slug);
      slugs.set(id, slug);
    }
  }
});

test('a cancelled activity stays, one joined late, rooms, times and speakers changed', () => {
  const kinds = new Set(
    history.slice(3).flatMap(({ content }, at) =>
      difference(history[at + 2]!.content, content)
        .filter(({ subject }) => subject.type === 'activity' || subject.type === 'session')
        .flatMap((change) => (change.is === 'changed' ? change.fields.map(({ field }) => field) : [change.is])),
    ),
  );
  for (const kind of ['added', 'state', 'room', 'time', 'people', 'title']) assert.ok(kinds.has(kind), kind);
  assert.ok(!kinds.has('gone'));
});
