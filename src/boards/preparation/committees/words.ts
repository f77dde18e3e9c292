import { words } from '#platform/words.ts';

export const committeeKindName = words({
  organising: { zh: '组织委员会', en: 'Organising committee' },
  executive: { zh: '执行委员会', en: 'Executive committee' },
  other: { zh: '其他委员会', en: 'Other committee' },
});

export const memberRoleName = words({
  chair: { zh: '主任', en: 'Chair' },
  'vice-chair': { zh: '副主任', en: 'Vice-chair' },
  secretary: { zh: '秘书长', en: 'Secretary' },
  member: { zh: '委员', en: 'Member' },
});

export const sittingName = words({
  sits: { zh: '在任', en: 'In office' },
  'to-come': { zh: '待就任', en: 'To come' },
  ended: { zh: '已离任', en: 'Ended' },
});

export const meetingStateName = words({
  planned: { zh: '拟召开', en: 'Planned' },
  held: { zh: '已召开', en: 'Held' },
});

export const carriedName = words({
  open: { zh: '办理中', en: 'Open' },
  late: { zh: '已逾期', en: 'Late' },
  done: { zh: '已办结', en: 'Done' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
});

export const committeeWords = words({
  intro: {
    zh: '组织委员会、执行委员会和其他委员会：职责、成员、会议和议定事项。',
    en: 'The organising committee, the executive committee and others: mandates, members, meetings and what they decided.',
  },
  none: {
    zh: '还没有委员会。先登记组织委员会和执行委员会，再补充成员和会议。',
    en: 'No committees yet. Begin with the organising and the executive committee, then add members and meetings.',
  },
  noneToRead: { zh: '还没有登记委员会。', en: 'No committees have been entered yet.' },
  sinceDay: { zh: '自{day}起', en: 'since {day}' },
  established: { zh: '{day}成立', en: 'established on {day}' },
  ended: { zh: '至{day}', en: 'until {day}' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  mandate: { zh: '职责', en: 'Mandate' },
  since: { zh: '起始日', en: 'From' },
  until: { zh: '截止日', en: 'Until' },
  untilHelp: { zh: '仍在任则留空。', en: 'Leave empty while in office.' },
  members: { zh: '成员', en: 'Members' },
  noMembers: { zh: '还没有登记成员。', en: 'No members have been entered.' },
  member: { zh: '成员', en: 'Member' },
  role: { zh: '职务', en: 'Role' },
  person: { zh: '名录中的人员', en: 'Person of the registry' },
  noPerson: { zh: '不选人员，填写单位职务', en: 'Nobody: a post instead' },
  post: { zh: '单位和职务', en: 'Organisation and post' },
  addMember: { zh: '添加成员', en: 'Add a member' },
  findPerson: { zh: '按姓名查找人员', en: 'Find a person by name' },
  find: { zh: '查找', en: 'Find' },
  nobodyFound: { zh: '名录中没有姓名包含「{query}」的人员。', en: 'Nobody in the registry has a name with “{query}”.' },
  meetings: { zh: '会议', en: 'Meetings' },
  noMeetings: { zh: '还没有登记会议。', en: 'No meetings have been entered.' },
  noneSaysSo: { zh: '没有提到「{query}」的会议。', en: 'No meeting speaks of “{query}”.' },
  searchMeetings: { zh: '搜索会议、议程、纪要和议定事项', en: 'Search meetings, agendas, minutes and decisions' },
  showAll: { zh: '显示全部', en: 'Show all' },
  addMeeting: { zh: '添加会议', en: 'Add a meeting' },
  title: { zh: '会议名称', en: 'Title' },
  on: { zh: '日期', en: 'Day' },
  at: { zh: '时间', en: 'Hour' },
  place: { zh: '地点', en: 'Place' },
  state: { zh: '状态', en: 'State' },
  agenda: { zh: '议程', en: 'Agenda' },
  minutes: { zh: '纪要', en: 'Minutes' },
  decisions: { zh: '议定事项', en: 'Decisions' },
  said: { zh: '议定内容', en: 'What was decided' },
  owner: { zh: '负责方', en: 'Owner' },
  due: { zh: '期限', en: 'Due' },
  doneOn: { zh: '办结日期', en: 'Done on' },
  dueDay: { zh: '{day}前', en: 'due {day}' },
  doneDay: { zh: '{day}办结', en: 'done on {day}' },
  addDecision: { zh: '添加议定事项', en: 'Add a decision' },
  addCommittee: { zh: '添加委员会', en: 'Add a committee' },
  edit: { zh: '修改', en: 'Change' },
  why: { zh: '原因', en: 'Reason' },
  putBack: { zh: '恢复', en: 'Put back' },
  'withdraw-committee': { zh: '撤销委员会', en: 'Dissolve the committee' },
  'withdraw-meeting': { zh: '撤销会议', en: 'Withdraw the meeting' },
  'withdraw-decision': { zh: '撤销议定事项', en: 'Withdraw the decision' },
  'withdrawn-committee': { zh: '{day}撤销：', en: 'Dissolved on {day}: ' },
  'withdrawn-meeting': { zh: '{day}撤销：', en: 'Withdrawn on {day}: ' },
  'withdrawn-decision': { zh: '{day}撤销：', en: 'Withdrawn on {day}: ' },
  withdrawHelp: { zh: '撤销后仍留在记录中，可以恢复。', en: 'It stays on record and can be put back.' },
  withdrawn: {
    zh: '此项或其所属的委员会、会议已撤销，没有任何改动。需要修改时请先恢复。',
    en: 'This, or the committee or meeting it belongs to, is withdrawn; nothing was changed. Put it back first.',
  },
  'no-reason': { zh: '请填写撤销的原因，没有任何改动。', en: 'Say why; nothing was changed.' },
  stale: {
    zh: '你打开页面之后，这里已被他人修改，你的改动没有保存。上方是最新内容，你填写的内容保留在下方；核对后再次保存即可。',
    en: 'Somebody changed this after you opened the page, so nothing of yours was saved. Above is how it stands now; what you typed is kept below. Compare, then save again.',
  },
  'no-such-committee': {
    zh: '这个委员会或会议已不存在，没有任何改动。',
    en: 'This committee or meeting is no longer there; nothing was changed.',
  },
  'ends-before': { zh: '截止日早于起始日，没有任何改动。', en: 'It would end before it begins; nothing was changed.' },
  'person-or-post': {
    zh: '请选择一位人员，或者填写单位和职务，两者取一。没有任何改动。',
    en: 'Choose a person or fill in a post: one of the two. Nothing was changed.',
  },
  'sits-already': {
    zh: '这位人员在这段时间内已是该委员会成员，没有任何改动。',
    en: 'This person sits in the committee already at that time; nothing was changed.',
  },
  'held-too-soon': {
    zh: '日期未到的会议不能标为已召开，没有任何改动。',
    en: 'A meeting whose day has not come was not held yet; nothing was changed.',
  },
  check: { zh: '请填写或核对此项。', en: 'Please fill this in or check it.' },
});
