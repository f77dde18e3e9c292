import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownTime } from './own-time.ts';

const [from, to] = ['2022-11-26T00:30:00Z', '2022-11-26T03:30:00Z'];

test('a reader elsewhere is told the time on their own clock, with the day where it is another', () => {
  assert.equal(ownTime('en', from, to, 'Asia/Shanghai', 'Europe/Berlin'), '01:30–04:30');
  assert.equal(ownTime('en', from, to, 'Asia/Shanghai', 'America/New_York'), '25 Nov 19:30–22:30');
  assert.equal(ownTime('zh-Hans', from, to, 'Asia/Shanghai', 'America/Los_Angeles'), '11月25日 16:30–19:30');
  assert.equal(ownTime('en', '2022-11-26T10:00:00Z', '2022-11-26T12:00:00Z', 'Europe/Berlin', 'Asia/Tokyo'), '19:00–21:00');
  assert.equal(ownTime('en', '2022-11-26T14:00:00Z', '2022-11-26T16:00:00Z', 'Europe/Berlin', 'Asia/Tokyo'), '23:00–27 Nov 01:00');
});

test('a reader whose clock shows the same is told nothing', () => {
  assert.equal(ownTime('en', from, to, 'Asia/Shanghai', 'Asia/Singapore'), null);
  assert.equal(ownTime('en', 'soon', to, 'Asia/Shanghai', 'Europe/Berlin'), null);
});
