import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  arranged,
  type Arrangement,
  hoursFrom,
  inverse,
  isPlaced,
  move,
  outside,
  type Placed,
  resize,
  spanOf,
  swap,
  takeOut,
} from './model.ts';

const MINUTE = 60_000;
const DAY = Date.parse('2027-04-17T00:00:00Z');
const start = fc.integer({ min: 0, max: 6 * 288 }).map((fives) => DAY + fives * 5 * MINUTE);
const length = fc.integer({ min: 1, max: 120 }).map((fives) => fives * 5 * MINUTE);
const hours = fc.tuple(start, length).map(([from, long]) => hoursFrom(from, long));
const room = fc.constantFrom('hall-a', 'hall-b', 'room-301');
const session = fc.record({ at: fc.double({ min: 0, max: 0.8, noNaN: true }), part: fc.double({ min: 0.01, max: 0.2, noNaN: true }) });

/** Placed or waiting, its sessions inside of its hours. */
const activity = fc
  .record({ hours, room, placed: fc.boolean(), known: fc.boolean(), parts: fc.array(session, { maxLength: 5 }) })
  .map(({ hours, room, placed, known, parts }): Placed => {
    const from = Date.parse(hours.startsAt);
    const long = Date.parse(hours.endsAt) - from;
    const sessions = parts.map(({ at, part }, index) => ({
      id: `session-${index}`,
      room: null,
      ...hoursFrom(from + Math.floor((at * long) / MINUTE) * MINUTE, Math.floor((part * long) / MINUTE) * MINUTE),
    }));
    return {
      id: 'it',
      version: 1,
      locked: false,
      room: placed ? room : null,
      hours: placed ? hours : null,
      kept: placed ? null : known ? hours : spanOf(sessions),
      sessions,
    };
  });

const anything = fc.oneof(
  fc.record({ room, hours }).map((to) => (): Arrangement => move('it', to)),
  hours.map(
    (to) =>
      (present: Placed): Arrangement =>
        isPlaced(present) ? resize(present, to) : move('it', { room: 'hall-a', hours: to }),
  ),
  fc.constant((present: Placed): Arrangement => takeOut(present)),
);

test('what is done and undone is as it was', () => {
  fc.assert(
    fc.property(activity, anything, (before, make) => {
      const arrangement = make(before);
      assert.deepEqual(arranged(arranged(before, arrangement), inverse(before, arrangement)), before);
    }),
  );
});

test('any number of steps undone in turn leads back to the beginning', () => {
  fc.assert(
    fc.property(activity, fc.array(anything, { maxLength: 8 }), (first, makes) => {
      let present = first;
      const back: Arrangement[] = [];
      for (const make of makes) {
        const arrangement = make(present);
        back.unshift(inverse(present, arrangement));
        present = arranged(present, arrangement);
      }
      for (const arrangement of back) present = arranged(present, arrangement);
      assert.deepEqual(present, first);
    }),
  );
});

test('a move that keeps the length keeps sessions inside', () => {
  fc.assert(
    fc.property(activity, start, room, (before, at, where) => {
      const long = before.hours ?? before.kept;
      fc.pre(long !== null);
      const after = arranged(
        before,
        move('it', { room: where, hours: hoursFrom(at, Date.parse(long.endsAt) - Date.parse(long.startsAt)) }),
      );
      assert.deepEqual(outside(after), []);
      assert.equal(after.sessions.length, before.sessions.length);
    }),
  );
});

const at = (time: string) => `2027-04-17T${time}:00Z`;
const forum: Placed = {
  id: 'forum',
  version: 3,
  locked: false,
  room: 'room-305',
  hours: { startsAt: at('06:00'), endsAt: at('08:30') },
  kept: null,
  sessions: [{ id: 'opening', room: null, startsAt: at('06:10'), endsAt: at('06:30') }],
};

test('taken out and placed again, an activity has its length and its sessions their places in it', () => {
  const waiting = arranged(forum, takeOut(forum));
  assert.deepEqual([waiting.room, waiting.hours, waiting.kept], [null, null, forum.hours]);
  const again = arranged(waiting, move('forum', { room: 'hall-b', hours: { startsAt: at('01:00'), endsAt: at('03:30') } }));
  assert.deepEqual(again.sessions, [{ id: 'opening', room: null, startsAt: at('01:10'), endsAt: at('01:30') }]);
  assert.equal(again.kept, null);
});

test('made shorter, sessions stay where they are and those outside are told', () => {
  const shorter = arranged(forum, resize(forum, { startsAt: at('06:20'), endsAt: at('08:30') }));
  assert.deepEqual(shorter.sessions, forum.sessions);
  assert.deepEqual(
    outside(shorter).map(({ id }) => id),
    ['opening'],
  );
});

test('two that change places take room and start from each other and keep their lengths', () => {
  const plenary: Placed = { ...forum, id: 'plenary', room: 'hall-a', hours: { startsAt: at('01:00'), endsAt: at('02:00') }, sessions: [] };
  const [one, other] = swap(forum, plenary);
  assert.deepEqual(one.to, { room: 'hall-a', hours: { startsAt: at('01:00'), endsAt: at('03:30') } });
  assert.deepEqual(other.to, { room: 'room-305', hours: { startsAt: at('06:00'), endsAt: at('07:00') } });
});
