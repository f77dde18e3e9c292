import { words } from '#platform/words.ts';

/** What feeds say. */
export const feedWords = words({
  changesOf: { zh: '{name}：日程变更', en: '{name}: programme changes' },
  version: { zh: '第{number}版：{count, number}处变更', en: 'Version {number}: {count, plural, one {# change} other {# changes}}' },
  first: { zh: '第{number}版：日程首次公布', en: 'Version {number}: the programme is published' },
  added: { zh: '新增：{what}', en: 'New: {what}' },
  gone: { zh: '撤下：{what}', en: 'Taken out: {what}' },
  changed: { zh: '{what}', en: '{what}' },
  field: { zh: '{field}：{before} → {after}', en: '{field}: {before} → {after}' },
  joined: { zh: '{field}：加入{names}', en: '{field}: {names} added' },
  left: { zh: '{field}：退出{names}', en: '{field}: {names} left' },
  other: { zh: '{field}有变', en: '{field} changed' },
  nothing: { zh: '（无）', en: '(none)' },
  more: { zh: '另有{count, number}处变更', en: '{count, plural, one {# more change} other {# more changes}}' },
  within: { zh: '{activity}：{session}', en: '{activity}: {session}' },
});
