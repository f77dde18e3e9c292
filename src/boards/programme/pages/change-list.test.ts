import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both } from '#registry/text.ts';
import { difference } from '../difference.ts';
import { changeList, partingOf } from './change-list.ts';
import { activity, id, smallEdition } from './small-edition.ts';

const before = smallEdition();
const after = smallEdition({
  activities: [
    {
      ...before.activities[0]!,
      title: both('脑机接口论坛', 'BCI Forum'),
      startsAt: '2022-11-27T00:30:00Z',
      endsAt: '2022-11-27T03:30:00Z',
      sessions: before.activities[0]!.sessions.map((session, at) => (at === 0 ? { ...session, room: id(5) } : session)),
    },
    before.activities[1]!,
    activity(19, {}),
  ],
  people: before.people.map((person, at) => (at === 0 ? { ...person, biography: both('简介', 'About') } : person)),
});
const changes = difference(before, after);

test('an activity stands once, with its own changes and those of its sessions', () => {
  const list = changeList(changes, null);
  const forum = list.activities.find((group) => group.id === id(10))!;
  assert.equal(forum.own?.is, 'changed');
  assert.deepEqual(
    forum.sessions.map(({ subject }) => subject.slug),
    ['opening'],
  );
  assert.deepEqual(
    list.others.map(({ section }) => section),
    ['person'],
  );
});

test('a kind that is chosen leaves the entries and the fields of that kind, and its count says how many', () => {
  for (const { kind, count } of changeList(changes, null).counts) {
    const list = changeList(changes, kind);
    assert.equal(list.shown, count);
    assert.equal(list.total, changes.length);
  }
  const [moved] = changeList(changes, 'time').activities;
  assert.deepEqual(moved?.own?.is === 'changed' && moved.own.fields.map(({ field }) => field), ['time']);
});

test('texts part at words, and put together again they are whole', () => {
  assert.deepEqual(partingOf('Open-Source Chip Forum', 'Open-Source Chip Industry Forum'), {
    same: 'Open-Source Chip ',
    before: '',
    after: 'Industry ',
    rest: 'Forum',
  });
  assert.deepEqual(partingOf('开源芯片论坛', '开源芯片产业论坛'), { same: '开源芯片', before: '', after: '产业', rest: '论坛' });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const { same, before: was, after: is, rest } = partingOf(a, b);
      assert.equal(same + was + rest, a);
      assert.equal(same + is + rest, b);
    }),
  );
});

test('an agenda that moves with its activity is told once; a session that moves otherwise is told itself', () => {
  const [forum] = before.activities;
  const later = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
  const moved = {
    ...forum!,
    startsAt: later(forum!.startsAt!, 24),
    endsAt: later(forum!.endsAt!, 24),
    sessions: forum!.sessions.map((session, at) => ({
      ...session,
      startsAt: later(session.startsAt, at === 0 ? 24 : 25),
      endsAt: later(session.endsAt, at === 0 ? 24 : 25),
    })),
  };
  const [group] = changeList(difference(before, smallEdition({ activities: [moved, ...before.activities.slice(1)] })), null).activities;
  assert.equal(group?.movedAlong, 1);
  assert.deepEqual(
    group?.sessions.map(({ subject }) => subject.slug),
    ['electrodes'],
  );
});
