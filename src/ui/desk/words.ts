import { words } from '#platform/words.ts';

/** What every desk says. */
export const deskWords = words({
  desk: { zh: '工作台', en: 'Desk' },
  myDesk: { zh: '我的工作台', en: 'My desk' },
  myDeskIntro: { zh: '你参与筹备的各届论坛，以及等你处理的事项。', en: 'The editions you work on, and what waits for you.' },
  noDesk: {
    zh: '你的账号还没有参与任何一届论坛的工作。收到邀请后，这里会出现相应的工作台。',
    en: 'Your account takes part in no edition yet. Once you are invited, its desk appears here.',
  },
  deskNavigation: { zh: '工作台导航', en: 'Desk' },
  overview: { zh: '概览', en: 'Overview' },
  calls: { zh: '征集', en: 'Calls' },
  proposals: { zh: '提案', en: 'Proposals' },
  activities: { zh: '活动筹备', en: 'Preparation' },
  schedule: { zh: '排期', en: 'Schedule' },
  publish: { zh: '发布', en: 'Publish' },
  move: { zh: '改期', en: 'Move' },
  notices: { zh: '公告', en: 'Notices' },
  messages: { zh: '发件箱', en: 'Outbox' },
  facts: { zh: '数据口径', en: 'Facts' },
  committees: { zh: '组委会', en: 'Committees' },
  plan: { zh: '筹备计划', en: 'Plan' },
  press: { zh: '新闻', en: 'Press room' },
  team: { zh: '团队与权限', en: 'Team' },
  audit: { zh: '审计日志', en: 'Audit trail' },
  notPublished: { zh: '尚未发布', en: 'Not published' },
  publishedAs: { zh: '已发布第 {number} 版', en: 'Version {number} published' },
  daysUnknown: { zh: '日期待定', en: 'Dates to be announced' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: { zh: '已保存。', en: 'Saved.' },
  stale: {
    zh: '你打开页面之后，这里已被他人修改，你的改动没有保存。请刷新页面查看最新内容；你填写的内容仍保留在下方。',
    en: 'Somebody changed this after you opened the page, so nothing of yours was saved. Load the page again to see it as it is now; what you typed is kept below.',
  },
  notAllowed: { zh: '你的角色不能进行这项操作，没有任何改动。', en: 'Your roles do not allow this; nothing was changed.' },
  notFound: { zh: '要处理的内容已不存在，没有任何改动。', en: 'What this was about is no longer there; nothing was changed.' },
  badInput: { zh: '请检查标出的内容，其余内容均已保留。', en: 'Please look at what is marked; everything else was kept.' },
  failed: { zh: '没有完成：{reason}', en: 'Not done: {reason}' },
});

/** Names of the roles, as people are told them. */
export const roleWords = words({
  operator: { zh: '系统管理员', en: 'Operator' },
  office: { zh: '组委会办公室', en: 'Organising office' },
  'board-manager': { zh: '板块负责人', en: 'Board manager' },
  'host-lead': { zh: '主办单位负责人', en: 'Host team lead' },
  'host-editor': { zh: '主办单位编辑', en: 'Host team editor' },
  'host-assistant': { zh: '主办单位助理', en: 'Host team assistant' },
  reviewer: { zh: '评审专家', en: 'Reviewer' },
  press: { zh: '新闻中心', en: 'Press office' },
  auditor: { zh: '审计（只读）', en: 'Auditor (reads only)' },
  speaker: { zh: '嘉宾', en: 'Speaker' },
  member: { zh: '用户', en: 'Member' },
  public: { zh: '公众', en: 'Public' },
});
