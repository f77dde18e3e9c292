import { words } from '#platform/words.ts';

export const standingName = words({
  done: { zh: '已完成', en: 'Done' },
  late: { zh: '已逾期', en: 'Late' },
  endangered: { zh: '将要误期', en: 'In danger' },
  waiting: { zh: '等待前序', en: 'Waits' },
  ready: { zh: '可以进行', en: 'Can be done' },
});

export const planWords = words({
  intro: {
    zh: '筹备工作的各个节点、负责方和先后关系。',
    en: 'The milestones of the preparation, who answers for each, and what waits for what.',
  },
  none: {
    zh: '还没有节点。从最后一天往前倒排，先写下最要紧的几项。',
    en: 'No milestones yet. Begin with the last day and work back from it.',
  },
  today: { zh: '今天', en: 'Today' },
  critical: { zh: '关键路径', en: 'Critical path' },
  owner: { zh: '负责方', en: 'Owner' },
  title: { zh: '节点', en: 'Milestone' },
  answerable: { zh: '提醒发给', en: 'Reminders go to' },
  nextReminder: { zh: '下次提醒：{day}', en: 'Next reminder: {day}' },
  wholeOffice: { zh: '组委会办公室全体', en: 'Everybody in the organising office' },
  reminders: {
    zh: '未完成的节点在期限前7天、前1天和逾期次日上午9时自动发邮件提醒；改期后按新期限提醒，标为已完成后不再提醒。',
    en: 'An open milestone is told of by mail seven days and one day before its day, and on the day after it, at nine in the morning. A new day brings new reminders; what is done is not told of again.',
  },
  notInTeam: {
    zh: '所选账号已不能查看本届的筹备计划，没有改动。请另选一位。',
    en: 'The account chosen no longer reads the plan of this edition; nothing was changed. Choose another.',
  },
  due: { zh: '期限', en: 'Due' },
  days: { zh: '所需天数', en: 'Days of work' },
  waitsFor: { zh: '前序节点', en: 'Waits for' },
  earliest: { zh: '最早可于{day}完成', en: 'can be done by {day} at the earliest' },
  doneOn: { zh: '{day}完成', en: 'done on {day}' },
  slack: { zh: '余{days}天', en: '{days, plural, one {# day} other {# days}} to spare' },
  short: { zh: '差{days}天', en: '{days, plural, one {# day} other {# days}} short' },
  tick: { zh: '标为已完成', en: 'Mark as done' },
  untick: { zh: '恢复为未完成', en: 'Not done after all' },
  edit: { zh: '修改', en: 'Change' },
  remove: { zh: '删除节点', en: 'Remove' },
  add: { zh: '添加节点', en: 'Add a milestone' },
  circle: { zh: '这样会形成循环：{titles}。没有改动。', en: 'This would go round in a circle: {titles}. Nothing was changed.' },
  timeline: { zh: '时间线', en: 'Timeline' },
  timelineTold: {
    zh: '每条横线是一个节点所需的时间，末端为期限；箭头由前序指向后续。',
    en: 'Each bar is the work of a milestone up to its day; arrows lead from what is waited for.',
  },
});

/** What an account is written that answers for a milestone. */
export const reminderWords = words({
  soon: { zh: '即将到期：{title}（{day}）', en: 'Due soon: {title} ({day})' },
  late: { zh: '已逾期：{title}（{day}）', en: 'Overdue: {title} ({day})' },
  soonLine: { zh: '{edition}筹备计划中的节点「{title}」应于{day}完成。', en: 'In the plan of {edition}, “{title}” is due on {day}.' },
  lateLine: {
    zh: '{edition}筹备计划中的节点「{title}」应于{day}完成，目前尚未标为已完成。',
    en: 'In the plan of {edition}, “{title}” was due on {day} and is not marked as done.',
  },
  owner: { zh: '负责方', en: 'Owner' },
  waits: { zh: '尚未完成的前序节点', en: 'Still open before it' },
  follows: { zh: '等待它的节点', en: 'Waiting for it' },
  link: { zh: '在筹备计划中查看、改期或标为已完成', en: 'See it, give it another day or mark it as done' },
  why: {
    zh: '您负责这个节点，或在组委会办公室工作，因此收到此信。',
    en: 'You get this because you answer for this milestone, or belong to the organising office.',
  },
});
