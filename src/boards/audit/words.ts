import { words } from '#platform/words.ts';

export const auditWords = words({
  audit: { zh: '审计日志', en: 'Audit trail' },
  intro: {
    zh: '所有改动的记录：谁、何时、以什么岗位、改动前后。只增不改；每条记录都封存上一条的指纹。',
    en: 'Everything that changed: who, when, in which role, before and after. Only ever added to; each entry seals the one before it.',
  },
  check: { zh: '检查记录链', en: 'Check the chain' },
  holds: { zh: '记录链完整：全部记录环环相扣。', en: 'The chain holds: every entry follows from the one before it.' },
  broken: {
    zh: '记录链在第 {id} 条断开：该条或其前一条在数据库中被改动过，或其间有记录被删去。',
    en: 'The chain is broken at entry {id}: it, or the one before it, was changed in the database, or one between them was taken away.',
  },
  cutOff: {
    zh: '记录链末尾被截断：现存最后一条为第 {id} 条，原有到第 {until} 条。',
    en: 'The end of the chain was cut off: the last entry is {id}, and was {until}.',
  },
  headLost: {
    zh: '记录链末尾的登记已被删去，无法确认末尾是否完整。',
    en: 'What was kept of the end of the chain was taken away, so whether it is complete cannot be told.',
  },
  last: { zh: '最新一条为第 {id} 条，指纹：', en: 'The latest is entry {id}, sealed:' },
  lastWhy: {
    zh: '末尾自{since}起另行登记，删去末尾的记录也会显现。把指纹抄在别处，连登记一并被改也能发现。',
    en: 'The end is kept beside the trail since {since}, so that entries taken away from it show. Kept elsewhere, this seal shows even if both were changed.',
  },
  copySeal: { zh: '复制指纹', en: 'Copy the seal' },
  copied: { zh: '已复制。', en: 'Copied.' },
  tooMany: {
    zh: '一份 XLSX 最多{most, number}条。请缩小范围，或导出 CSV。',
    en: 'An XLSX file holds {most, number} entries at most. Narrow the selection, or take the CSV.',
  },
  words: { zh: '关键词', en: 'Words' },
  actor: { zh: '操作人', en: 'Who' },
  verb: { zh: '操作', en: 'What' },
  subject: { zh: '对象', en: 'To what' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  anybody: { zh: '所有人', en: 'Anybody' },
  anything: { zh: '所有操作', en: 'Anything' },
  when: { zh: '时间', en: 'When' },
  change: { zh: '改动', en: 'Change' },
  filter: { zh: '筛选', en: 'Filter' },
  clear: { zh: '清除条件', en: 'Clear' },
  found: { zh: '共{all, number}条，符合条件的有{total, number}条。', en: '{total, number} of {all, number} entries match.' },
  none: { zh: '还没有任何记录。', en: 'Nothing has been recorded yet.' },
  noneMatch: { zh: '没有符合条件的记录。', en: 'No entry matches.' },
  export: { zh: '导出：', en: 'Export:' },
  more: { zh: '其余{count}项改动', en: '{count, plural, one {one more change} other {# more changes}}' },
  was: { zh: '原为', en: 'was' },
  is: { zh: '改为', en: 'is now' },
  nothing: { zh: '（无）', en: '(nothing)' },
  entry: { zh: '第 {id} 条', en: 'Entry {id}' },
});

/** Of the table that is taken along: as the trail has it, then in words. */
export const auditColumns = words({
  id: { zh: '编号', en: 'Entry' },
  at: { zh: '时间', en: 'Time' },
  actor: { zh: '操作人标识', en: 'Actor' },
  role: { zh: '岗位', en: 'Role' },
  verb: { zh: '操作标识', en: 'Verb' },
  subject: { zh: '对象标识', en: 'Subject' },
  before: { zh: '改动前', en: 'Before' },
  after: { zh: '改动后', en: 'After' },
  seal: { zh: '指纹', en: 'Seal' },
  who: { zh: '操作人', en: 'Who' },
  what: { zh: '操作', en: 'What' },
  about: { zh: '对象', en: 'To what' },
  change: { zh: '改动', en: 'Change' },
});
