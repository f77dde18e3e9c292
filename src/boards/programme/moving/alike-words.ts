/** What several breaks have in common, in one line; `{count}` is two or more. */
import { words } from '#platform/words.ts';
import { both, type Localised } from '#registry/text.ts';
import type { Clash } from '../schedule/clash.ts';

export const alikeWords = words({
  beyond: { zh: '{count}场活动排在新会期没有的日子', en: '{count} activities would be on days that there are no more' },
  rooms: { zh: '{count}处会场已由其他活动使用', en: '{count} times the room is taken by somebody else' },
  'task-deadline': { zh: '{count}项任务的截止时间', en: '{count} tasks have deadlines' },
  'call-deadline': { zh: '{count}项征集的截止时间', en: '{count} calls have deadlines' },
  room: { zh: '{count}处会场重复占用', en: '{count} times a room would be booked twice' },
  site: { zh: '{count}场活动不在所属城市', en: '{count} activities would not be in their city' },
  person: { zh: '{count}处人员须同时在两地', en: '{count} times somebody would be needed at two places' },
  capacity: { zh: '{count}场活动座位不足', en: '{count} activities would have too few seats' },
  hours: { zh: '{count}场活动不在会场开放时间', en: '{count} activities would be outside opening hours' },
  closure: { zh: '{count}场活动遇场地停用', en: '{count} activities would be in a place that is closed' },
  travel: { zh: '{count}处转场时间不足', en: '{count} times there would be too little time for the way' },
  layout: { zh: '{count}场活动的布置形式不符', en: '{count} activities could not have the layout they need' },
  equipment: { zh: '{count}处设备不足', en: '{count} times equipment would be missing' },
  interpretation: { zh: '{count}处同传间不足', en: '{count} times there would be too few interpretation booths' },
  availability: { zh: '{count}处嘉宾届时不在', en: '{count} times a guest would be away' },
  audience: { zh: '{count}对活动听众相近而时间重叠', en: '{count} pairs of activities would share an audience at one time' },
  'wish-day': { zh: '{count}项主办方的日期意愿不再满足', en: '{count} wishes of hosts for a day would not be met' },
  'wish-start': { zh: '{count}项主办方的时段意愿不再满足', en: '{count} wishes of hosts for an hour would not be met' },
  'wish-place': { zh: '{count}项主办方的场地意愿不再满足', en: '{count} wishes of hosts for a place would not be met' },
});

export function alikeOf(key: keyof typeof alikeWords.messages): Localised {
  const { zh, en } = alikeWords.messages[key];
  return both(zh, en);
}

export const clashesAlike = (clash: Clash): Localised => alikeOf(clash.rule === 'wish' ? `wish-${clash.detail.of}` : clash.rule);
