import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursFrom, move, type Placed } from '../placing/model.ts';
import type { Op } from './ops.ts';
import { type Answer, openSaves, type RefusedSave, type SaveState, type Waiting } from './saves.ts';

const NINE = Date.parse('2027-04-17T01:00:00Z');
const placed = (id: string, room: string, version = 1): Placed => ({
  id,
  version,
  locked: false,
  room,
  hours: hoursFrom(NINE, 3_600_000),
  kept: null,
  sessions: [],
});
const to = (id: string, room: string): Op => ({ is: 'arrange', arrangements: [move(id, { room, hours: hoursFrom(NINE, 3_600_000) })] });

function stage() {
  const sent: {
    body: { arrangements: { activity: string; version: number; to: { room: string } }[] };
    key: string;
    answer(answer: Answer): Promise<void>;
  }[] = [];
  const refused: { op: Op; problem: RefusedSave }[] = [];
  const timers: (() => void)[] = [];
  let state: SaveState = 'saved';
  let keys = 0;
  const saves = openSaves({
    edition: '2027',
    placed: [placed('a', 'hall-a'), placed('b', 'hall-b')],
    send: (_, body, key) =>
      new Promise((resolve) => {
        sent.push({
          body: body as never,
          key,
          answer: async (answer) => {
            resolve(answer);
            await new Promise((next) => setImmediate(next));
          },
        });
      }),
    newKey: () => `key ${++keys}`,
    later: (_, call) => {
      timers.push(call);
      return () => void timers.splice(timers.indexOf(call), 1);
    },
    onPaint: () => {},
    onState: (now) => (state = now),
    onRefused: (op, problem) => refused.push({ op, problem }),
  });
  const room = (id: string) => saves.painted(id)?.room;
  return { saves, sent, refused, timers, room, state: () => state };
}

test('what is done is painted at once and saved one after the other, each with the version that the last one left', async () => {
  const { saves, sent, room, state } = stage();
  saves.add(to('a', 'one'));
  saves.add(to('a', 'two'));
  assert.equal(room('a'), 'two');
  assert.equal(sent.length, 1);
  await sent[0]!.answer({ is: 'done', activities: [placed('a', 'one', 2)] });
  assert.equal(room('a'), 'two', 'what waits is done to what was answered');
  assert.equal(sent[1]!.body.arrangements[0]!.version, 2);
  await sent[1]!.answer({ is: 'done', activities: [placed('a', 'two', 3)] });
  assert.deepEqual([room('a'), state(), saves.waiting().length], ['two', 'saved', 0]);
});

test('without a connection nothing is lost: the same is sent again under the same key', async () => {
  const { saves, sent, timers, room, state } = stage();
  saves.add(to('a', 'one'));
  await sent[0]!.answer({ is: 'unreachable' });
  saves.add(to('b', 'two'));
  assert.deepEqual([state(), room('a'), room('b'), saves.waiting().length], ['unreachable', 'one', 'two', 2]);
  timers[0]!();
  assert.deepEqual([sent[1]!.key, sent[1]!.body], [sent[0]!.key, sent[0]!.body]);
  await sent[1]!.answer({ is: 'done', activities: [placed('a', 'one', 2)] });
  await sent[2]!.answer({ is: 'done', activities: [placed('b', 'two', 2)] });
  assert.deepEqual([state(), saves.waiting().length], ['saved', 0]);
});

test('what is refused goes back to what the server has, and is told; what else waits goes on', async () => {
  const { saves, sent, refused, room } = stage();
  saves.add(to('a', 'one'));
  saves.add(to('b', 'two'));
  await sent[0]!.answer({ is: 'refused', problem: { is: 'stale', present: [placed('a', 'theirs', 7)] } });
  assert.deepEqual([room('a'), room('b'), refused.map(({ problem }) => problem.is)], ['theirs', 'two', ['stale']]);
  await sent[1]!.answer({ is: 'done', activities: [placed('b', 'two', 2)] });
  saves.add(to('a', 'mine after all'));
  assert.equal(sent[2]!.body.arrangements[0]!.version, 7);
});

test('a change of something else is no reason to lose a move', async () => {
  const { saves, sent, refused, room } = stage();
  saves.add(to('a', 'one'));
  await sent[0]!.answer({ is: 'refused', problem: { is: 'stale', present: [placed('a', 'hall-a', 5)] } });
  assert.equal(sent[1]!.body.arrangements[0]!.version, 5);
  assert.deepEqual([room('a'), refused.length], ['one', 0]);
});

test('what others do is painted; what waited for the same activity is told and does not overwrite it', async () => {
  const { saves, sent, refused, room } = stage();
  saves.add(to('b', 'two'));
  saves.add(to('a', 'one'));
  saves.hear([placed('a', 'theirs', 2), placed('b', 'old news', 1)]);
  assert.deepEqual([room('a'), room('b'), refused.map(({ problem }) => problem.is)], ['theirs', 'two', ['changed-by-others']]);
  await sent[0]!.answer({ is: 'done', activities: [placed('b', 'two', 2)] });
  assert.equal(sent.length, 1);
});

test('what a page before this one could not save is saved by this one', async () => {
  const { saves, sent, room } = stage();
  const yesterday: Waiting = { key: 'of yesterday', op: to('a', 'one'), body: { the: 'same' } };
  saves.takeOver([yesterday]);
  assert.equal(room('a'), 'one');
  assert.deepEqual([sent[0]!.key, sent[0]!.body as object], ['of yesterday', { the: 'same' }]);
  await sent[0]!.answer({ is: 'done', activities: [placed('a', 'one', 2)] });
  assert.equal(room('a'), 'one');
});
