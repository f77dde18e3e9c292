import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both } from '#registry/text.ts';
import { activityNotice, editionNotice } from './notice-text.ts';

const name = both('示例论坛', 'Sample Forum');
const September = { startsOn: '2022-09-22', endsOn: '2022-09-27' };
const November = { startsOn: '2022-11-25', endsOn: '2022-11-30' };

test('days that were not known are never told as if they had been planned', () => {
  const back = editionNotice(name, { from: null, to: November, planned: September });
  assert.equal(back.body.zh, '示例论坛原定于2022年9月22日至27日举办，后延期；现定于2022年11月25日至30日举办。各项活动的时间见最新日程。');
  assert.match(back.body.en, /first planned for 22–27 September 2022 and then postponed, will be held 25–30 November 2022/);
  const first = editionNotice(name, { from: null, to: November, planned: null });
  assert.equal(first.body.zh, '示例论坛现定于2022年11月25日至30日举办。各项活动的时间见最新日程。');
});

test('a move and a postponement tell the days that were planned', () => {
  assert.match(editionNotice(name, { from: September, to: November, planned: September }).body.zh, /原定于2022年9月22日至27日举办，现改为/);
  assert.match(
    editionNotice(name, { from: September, to: null, planned: September }).body.en,
    /planned for 22–27 September 2022, is postponed/,
  );
});

test('each way of moving one activity has its words', () => {
  assert.equal(activityNotice(name, both('芯片论坛', 'Chips'), 'postpone').body.zh, '示例论坛“芯片论坛”延期举办，新的时间另行公告。');
  assert.equal(activityNotice(name, both('芯片论坛', 'Chips'), 'cancel').body.en, 'Sample Forum: “Chips” is cancelled.');
});
