import { words } from '#platform/words.ts';
import type { PageLanguage } from '#registry/text.ts';

export const auditWords = words({
  audit: { zh: '审计日志', en: 'Audit trail' },
  intro: {
    zh: '所有改动的记录：谁、何时、以什么岗位、改动前后。只增不改；每条记录都封存上一条的指纹。',
    en: 'Everything that changed: who, when, in which role, before and after. Only ever added to; each entry seals the one before it.',
  },
  check: { zh: '检查记录链', en: 'Check the chain' },
  holds: { zh: '记录链完整：全部记录环环相扣。', en: 'The chain holds: every entry follows from the one before it.' },
  broken: {
    zh: '记录链在第 {id} 条断开：该条或其前一条在数据库中被改动过。',
    en: 'The chain is broken at entry {id}: it, or the one before it, was changed in the database.',
  },
  last: { zh: '最新一条为第 {id} 条，指纹：', en: 'The latest is entry {id}, sealed:' },
  lastWhy: {
    zh: '把指纹抄在别处，末尾的记录若被删去也能发现。',
    en: 'Written down elsewhere, it shows even whether entries at the end were taken away.',
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

/** The verbs met most, told in words; of the others the name stands for itself. */
export const auditVerbWords = words({
  'team.invite': { zh: '邀请同事', en: 'Invite to the team' },
  'team.end': { zh: '结束岗位', en: 'End a role' },
  'team.restore': { zh: '恢复岗位', en: 'Restore a role' },
  'team.resend': { zh: '重发邀请', en: 'Send an invitation again' },
  'team.withdraw': { zh: '撤回邀请', en: 'Withdraw an invitation' },
  'notice.draft': { zh: '起草公告', en: 'Draft a notice' },
  'notice.save': { zh: '保存公告', en: 'Save a notice' },
  'notice.issue': { zh: '发布公告', en: 'Issue a notice' },
  'notice.withdraw': { zh: '撤回公告', en: 'Withdraw a notice' },
  'programme.import': { zh: '导入日程', en: 'Import a programme' },
  'programme.publish': { zh: '发布日程', en: 'Publish the programme' },
  'programme.publish-from-desk': { zh: '从工作台发布日程', en: 'Publish the programme from the desk' },
  'proposal.accept': { zh: '接受提案', en: 'Accept a proposal' },
  'proposal.decline': { zh: '不接受提案', en: 'Decline a proposal' },
  'proposal.return': { zh: '退回提案修改', en: 'Return a proposal' },
  'proposal.review': { zh: '评审提案', en: 'Review a proposal' },
  'edition.move': { zh: '改期', en: 'Move the edition' },
});

export const auditVerb = (language: PageLanguage, verb: string): string =>
  verb in auditVerbWords.messages ? auditVerbWords(language)(verb as keyof typeof auditVerbWords.messages) : verb;
