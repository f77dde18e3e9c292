import { words } from '#platform/words.ts';
import type { Choice } from '#registry/rehearsals.server.ts';
import type { PageLanguage } from '#registry/text.ts';

/** What is said of moves: on the page, and to those they concern. */
export const moveWords = words({
  move: { zh: '改期', en: 'Move the edition' },
  moveIntro: {
    zh: '整届论坛改到其他日期，或改为日期待定。先看清会影响什么、逐项处理，再一次完成：新的日程版本、公告、日历更新和通知一并生成，不会只改一半。',
    en: 'Move the whole edition to other days, or to days not known yet. First see all that would break and settle it; then everything is done at once: a new version of the programme, a notice, updated calendars and messages. Nothing is ever half-moved.',
  },
  now: { zh: '现定日期', en: 'Planned for' },
  unknown: { zh: '日期待定', en: 'Dates not known' },
  newDays: { zh: '新的日期', en: 'New dates' },
  firstDay: { zh: '第一天', en: 'First day' },
  lastDay: { zh: '最后一天', en: 'Last day' },
  lastDayHint: { zh: '留空则与原来天数相同', en: 'Left empty: as many days as now' },
  toUnknown: { zh: '日期待定（先延期，新日期确定后再改）', en: 'Not known yet (postpone now, set the dates later)' },
  preview: { zh: '查看影响', en: 'See what would break' },
  nothingMoves: { zh: '新的日期与现在相同。', en: 'These are the present dates.' },
  badDays: { zh: '最后一天不能早于第一天。', en: 'The last day is before the first.' },
  tooFar: { zh: '一届论坛最多60天。', en: 'An edition lasts sixty days at most.' },
  effects: { zh: '会发生什么', en: 'What will happen' },
  movesCount: {
    zh: '{count}场活动改期，各自的当地时刻不变。',
    en: '{count, plural, one {# activity moves} other {# activities move}}, each at the same hour of its own place.',
  },
  postponesCount: {
    zh: '{count}场活动标为延期，原定时间留存。',
    en: '{count, plural, one {# activity is} other {# activities are}} marked as postponed; the first plan is kept.',
  },
  shiftBy: {
    zh: '整体{direction, select, later {推后} other {提前}}{days}天。',
    en: 'Everything moves {days, plural, one {# day} other {# days}} {direction, select, later {later} other {earlier}}.',
  },
  weekday: {
    zh: '第一天由{before}变为{after}。',
    en: 'The first day was a {before} and will be a {after}.',
  },
  staysBecause: {
    zh: '{count}场活动保持不变（{why}）。',
    en: '{count, plural, one {# activity stays as it is} other {# activities stay as they are}} ({why}).',
  },
  'year-round': { zh: '常态化活动', en: 'year-round' },
  held: { zh: '已举办或正在进行', en: 'held or under way' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  unplaced: { zh: '尚未排定，或已单独延期', en: 'not placed, or postponed by themselves' },
  outside: { zh: '不在会期之内', en: 'outside the days of the edition' },
  wishesAlong: {
    zh: '{count}场活动的主办方对日期的意愿随之顺移。',
    en: 'What the hosts of {count, plural, one {# activity} other {# activities}} wish for in days moves along.',
  },
  newVersion: { zh: '生成日程第{number}版，立即公开。', en: 'Version {number} of the programme is published at once.' },
  alsoPublished: {
    zh: '同时公开另外{count}处尚未发布的改动。',
    en: '{count, plural, one {# other change} other {# other changes}} not yet published will be public too.',
  },
  notYetPublished: {
    zh: '本届日程尚未公开发布，改期只影响工作日程。',
    en: 'This edition is not published yet, so only the working plan moves.',
  },
  calendars: {
    zh: '已订阅的日历随之更新：同一条目，更高的序号。',
    en: 'Subscribed calendars follow: the same entries with a higher sequence.',
  },
  told: {
    zh: '{count}封通知写入发件箱，等人确认后发出。',
    en: '{count, plural, one {# message is} other {# messages are}} written to the outbox and wait there for somebody to release them.',
  },
  breaks: { zh: '会有哪些影响', en: 'What would break' },
  noBreaks: { zh: '没有发现任何影响。', en: 'Nothing was found that would break.' },
  breaksCount: {
    zh: '{must, plural, =0 {没有必须由你决定的事项} other {#项必须由你决定}}，{told, plural, =0 {没有其他影响} other {#项只是告知、无需决定}}。',
    en: '{must, plural, =0 {Nothing must be decided} one {# must be decided by you} other {# must be decided by you}}; {told, plural, =0 {nothing else is affected} one {# is only told and needs no decision} other {# are only told and need no decision}}.',
  },
  mustDecide: { zh: '必须决定', en: 'To be decided' },
  mustDecideIntro: {
    zh: '请逐项或整组选择；保持不变的，请写明理由。决定和理由都留在审计日志里。',
    en: 'Choose for each, or for all that are alike. Leaving something as it is needs a reason. Decisions and reasons are kept in the audit trail.',
  },
  onlyTold: { zh: '无需决定', en: 'No decision needed' },
  onlyToldIntro: {
    zh: '按给出的建议处理；也可以整组或展开逐项另作选择。',
    en: 'Each goes as is proposed here, unless you choose otherwise: for all that are alike, or opened one by one.',
  },
  stillOpen: {
    zh: '{count, plural, =0 {已全部决定} other {还有#项没有决定}}',
    en: '{count, plural, =0 {all decided} other {# still open}}',
  },
  asForAll: { zh: '与整组一致', en: 'As for all' },
  decisionOn: { zh: '处理方式：{title}', en: 'Decision: {title}' },
  reasonOn: { zh: '理由：{title}', en: 'Reason: {title}' },
  eachOne: { zh: '逐项查看（{count}项）', en: 'See each of the {count}' },
  someOtherwise: { zh: '其中{count}项另作选择', en: '{count} chosen otherwise' },
  alikeCount: { zh: '{count}项', en: '{count} of them' },
  decision: { zh: '处理方式', en: 'Decision' },
  choose: { zh: '请选择', en: 'Choose' },
  accept: { zh: '保持不变', en: 'Leave it as it is' },
  shift: { zh: '随论坛改期', en: 'Move with the edition' },
  'shift-beyond': { zh: '改到最后一天', en: 'Put on the last day' },
  postpone: { zh: '先延期，时间另定', en: 'Postpone, time to be announced' },
  cancel: { zh: '取消', en: 'Cancel it' },
  withdraw: { zh: '撤回', en: 'Withdraw it' },
  'ask-again': { zh: '重新征询', en: 'Ask again' },
  discard: { zh: '不再发送', en: 'Do not send it' },
  reasonFor: { zh: '理由', en: 'Reason' },
  reason: { zh: '改期原因（公开）', en: 'Reason for the move (public)' },
  noticeTitle: { zh: '公告标题', en: 'Title of the notice' },
  noticeBody: { zh: '公告正文', en: 'Text of the notice' },
  withNotice: { zh: '同时发布公告', en: 'Issue a notice with it' },
  announcedOn: { zh: '宣布日期', en: 'Announced on' },
  confirm: {
    zh: '我已看过上述影响，确认改期',
    en: 'I have seen what this does; move the edition',
  },
  commit: { zh: '改期并发布', en: 'Move and publish' },
  commitDraft: { zh: '改期', en: 'Move' },
  done: { zh: '改期完成', en: 'The edition is moved' },
  doneWith: {
    zh: '{moved}场活动已处理。日程第{number}版已公开；{messages}封通知在发件箱等待确认。',
    en: '{moved, plural, one {# activity was} other {# activities were}} moved. Version {number} of the programme is public; {messages, plural, one {# message waits} other {# messages wait}} in the outbox.',
  },
  doneDraft: {
    zh: '{moved}场活动已处理。本届日程尚未公开；{messages}封通知在发件箱等待确认。',
    en: '{moved, plural, one {# activity was} other {# activities were}} moved. This edition is not public yet; {messages, plural, one {# message waits} other {# messages wait}} in the outbox.',
  },
  toOutbox: { zh: '去发件箱确认通知', en: 'Read and release the messages' },
  toVersion: { zh: '查看这一版的变更', en: 'See what changed in this version' },
  unsettled: {
    zh: '有影响还没有处理，或在你查看之后出现了新的影响。没有任何改动；请看下面标出的项目。',
    en: 'Something is not settled, or something new has come up since you looked. Nothing was changed; see what is marked below.',
  },
  reasonMissing: { zh: '请用两种语言写明改期原因。', en: 'Give the reason in both languages.' },
  confirmMissing: { zh: '请先确认。', en: 'Please confirm first.' },
  'taken-by': { zh: '{room}在{when}已由“{by}”使用。', en: '{room} is taken by “{by}”, {when}.' },
  blocked: {
    zh: '有排期规则禁止这样安排。没有任何改动；请换一个时间或会场，或由组委会办公室调整规则。',
    en: 'A rule of the schedule blocks this. Nothing was changed; choose another time or room, or have the office change the rule.',
  },
  'no-such-room': { zh: '本届没有这个会场。没有任何改动。', en: 'This edition has no such room. Nothing was changed.' },
  mayNotIssue: {
    zh: '公告由组委会办公室发布。没有任何改动；请去掉公告后再试。',
    en: 'Notices are issued by the organising office. Nothing was changed; try again without the notice.',
  },
  'room-taken': {
    zh: '新的时间里，这个会场已被另一项活动使用。没有任何改动。',
    en: 'At the new time a room is taken by something else. Nothing was changed.',
  },
  // Headings of what breaks.
  beyond: { zh: '新会期里没有的日子', en: 'Days that there are no more' },
  rooms: { zh: '会场已被占用', en: 'Rooms taken by others' },
  clashes: { zh: '新的冲突', en: 'New clashes' },
  deadlines: { zh: '截止日期', en: 'Deadlines' },
  people: { zh: '已答应出席的人', en: 'People who said that they would come' },
  messages: { zh: '尚未发出的邮件', en: 'Messages not yet sent' },
  notices: { zh: '公告', en: 'Notices' },
  plan: { zh: '筹备计划', en: 'Plan' },
  committees: { zh: '组委会会议', en: 'Meetings of committees' },
  history: { zh: '改期记录', en: 'Dates so far' },
  historyLine: {
    zh: '{on}：由{before}改为{after}',
    en: '{on}: from {before} to {after}',
  },
  mailSubjectMoved: { zh: '{name}改期：{days}', en: '{name} is moved to {days}' },
  mailSubjectPostponed: { zh: '{name}延期，日期另行通知', en: '{name} is postponed; dates will follow' },
  mailSubjectActivity: { zh: '“{title}”有变更（{name}）', en: '“{title}” has changed ({name})' },
  mailActivity: { zh: '{name}的一项活动有变更。原因：{reason}', en: 'An activity of {name} has changed. Reason: {reason}' },
  mailHello: { zh: '{name}：', en: 'Dear {name},' },
  mailMoved: {
    zh: '{name}由{before}改为{after}。原因：{reason}',
    en: '{name} moves from {before} to {after}. Reason: {reason}',
  },
  mailYours: { zh: '与您有关的活动：', en: 'Activities that concern you:' },
  mailLine: { zh: '{title}\n  原定：{before}\n  现定：{after}', en: '{title}\n  was: {before}\n  now: {after}' },
  mailMore: { zh: '……另有{count}场，见日程。', en: '… and {count} more; see the programme.' },
  mailToBeAnnounced: { zh: '时间另行通知', en: 'time to be announced' },
  mailCancelled: { zh: '取消', en: 'cancelled' },
  mailProgramme: { zh: '日程：{url}', en: 'Programme: {url}' },
  mailCalendar: {
    zh: '附件是更新后的日历条目；如已订阅日历，会自动更新。',
    en: 'The attached calendar entries replace the earlier ones; a subscribed calendar updates by itself.',
  },
  mailConfirm: {
    zh: '如新的时间您不能出席，请在工作台更新您的时间，或直接回复组委会办公室。',
    en: 'If you cannot come at the new time, please say so at your desk or answer the organising office.',
  },
  moveActivity: { zh: '变更活动', en: 'Move, postpone or cancel' },
  moveActivityIntro: {
    zh: '已公开的活动在这里改时间、改会场、延期、取消或恢复。相关人员会收到通知；日历条目保持不变，序号升高。',
    en: 'For an activity that is public: another time or room, a time to be announced, called off, or on again. Those it concerns are told; its calendar entry stays the same, with a higher sequence.',
  },
  reschedule: { zh: '改时间或会场', en: 'Another time or room' },
  reinstate: { zh: '恢复举办', en: 'On again as it was' },
  start: { zh: '开始（当地时间）', en: 'Starts (local time)' },
  end: { zh: '结束（当地时间）', en: 'Ends (local time)' },
  room: { zh: '会场', en: 'Room' },
  noRoom: { zh: '会场待定', en: 'No room yet' },
  publishNow: { zh: '立即发布新的日程版本', en: 'Publish a new version at once' },
  draft: {
    zh: '这项活动还没有公开过，请在排期里安排，不必通知任何人。',
    en: 'This activity was never public: place it in the schedule, and nobody need be told.',
  },
  heldAlready: { zh: '这项活动已经举办，不能再改期。', en: 'This activity has been held and is moved no more.' },
  endsBeforeStart: { zh: '结束时间要晚于开始时间。', en: 'It must end after it starts.' },
  nothingChanges: { zh: '与现在的安排相同，没有任何改动。', en: 'That is how it is already; nothing was changed.' },
  mayNotPublish: {
    zh: '你可以改动活动，但发布由组委会办公室决定。',
    en: 'You may change the activity; publishing is for the organising office.',
  },
  activityDone: {
    zh: '已变更。{messages}封通知在发件箱等待确认。',
    en: 'Done. {messages, plural, one {# message waits} other {# messages wait}} in the outbox.',
  },
  badTimes: { zh: '请填写开始和结束时间。', en: 'Give both the start and the end.' },
  waitsWithEdition: {
    zh: '：随整届一并延期，日期确定后自动恢复；如在此延期，则单独另定。',
    en: ', together with the edition: on again once it has its dates. Postponed here, it waits for a time of its own.',
  },
  stateBecomes: { zh: '状态改为：{state}', en: 'It will be: {state}' },
  commitActivity: { zh: '变更', en: 'Make the change' },
  batchMoved: { zh: '改期通知', en: 'Messages about the move' },
  batchActivity: { zh: '活动变更通知', en: 'Messages about a changed activity' },
});

/** What is chosen for a break of a kind, as the page and the trail tell it. */
export const choiceWord = (language: PageLanguage, kind: string, choice: Choice): string =>
  moveWords(language)(choice === 'shift' && kind === 'beyond' ? 'shift-beyond' : choice);

/** The heading over breaks of a kind; a kind that no board has words for stands by its name. */
export const breakKindWord = (language: PageLanguage, kind: string): string =>
  Object.hasOwn(moveWords.messages, kind) ? moveWords(language)(kind as 'rooms') : kind;
