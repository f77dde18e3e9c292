import { words } from '#platform/words.ts';
import { textIn, type Localised, type PageLanguage } from '#registry/text.ts';
import type { Scope } from '#platform/permissions.ts';
import { boardLabel } from '#ui/words.ts';

export const teamWords = words({
  team: { zh: '团队与权限', en: 'Team' },
  intro: {
    zh: '谁以什么身份参与、能管到哪里。没有列出的人看不到工作台。',
    en: 'Who takes part, in which role and how far it reaches. Whoever is not listed sees no desk.',
  },
  invite: { zh: '邀请', en: 'Invite' },
  inviteSomebody: { zh: '邀请同事', en: 'Invite somebody' },
  inviteWhy: {
    zh: '对方会收到一封带有专用链接的邮件，用该邮箱登录后接受。链接 {days} 天内有效，只能使用一次。',
    en: 'They get a mail with a link of their own and accept it after signing in with that address. The link is good for {days} days and once.',
  },
  mail: { zh: '邮箱', en: 'Mail address' },
  name: { zh: '姓名', en: 'Name' },
  language: { zh: '邮件语言', en: 'Language of the mail' },
  role: { zh: '岗位', en: 'Role' },
  reach: { zh: '范围', en: 'Reach' },
  chooseReach: { zh: '请选择', en: 'Choose' },
  whole: { zh: '整体', en: 'The whole' },
  boards: { zh: '板块', en: 'Boards' },
  organisations: { zh: '主办单位', en: 'Host organisations' },
  activities: { zh: '活动', en: 'Activities' },
  all: { zh: '全部论坛', en: 'Everything' },
  series: { zh: '{name}（历届）', en: '{name}, every edition' },
  edition: { zh: '{name}', en: '{name}' },
  board: { zh: '{board}板块', en: 'Board: {board}' },
  organisation: { zh: '{name}主办的活动', en: 'What {name} hosts' },
  activity: { zh: '活动「{name}」', en: '“{name}”' },
  reachAll: { zh: '全部', en: 'everything' },
  reachSeries: { zh: '历届', en: 'every edition' },
  reachEdition: { zh: '本届', en: 'this edition' },
  reachBoard: { zh: '板块', en: 'a board' },
  reachOrganisation: { zh: '主办单位', en: 'an organisation' },
  reachActivity: { zh: '单场活动', en: 'one activity' },
  state: { zh: '状态', en: 'State' },
  holds: { zh: '在岗', en: 'holds the role' },
  invited: { zh: '已邀请', en: 'invited' },
  expired: { zh: '邀请已过期', en: 'invitation expired' },
  invitedBy: { zh: '{by} 于{at}邀请', en: 'invited by {by}, {at}' },
  until: { zh: '有效期至{at}', en: 'good until {at}' },
  since: { zh: '{by} 于{at}授予', en: 'granted by {by}, {at}' },
  you: { zh: '本人', en: 'you' },
  byName: { zh: '姓名', en: 'name' },
  byRole: { zh: '岗位', en: 'role' },
  byDate: { zh: '时间', en: 'date' },
  end: { zh: '结束岗位', en: 'End' },
  endHint: { zh: '结束岗位：{name}，{role}', en: 'End the role of {name}: {role}' },
  undo: { zh: '撤销', en: 'Undo' },
  resend: { zh: '重新发送', en: 'Send again' },
  withdraw: { zh: '撤回邀请', en: 'Withdraw' },
  noTeam: { zh: '还没有人。', en: 'Nobody yet.' },
  wasInvited: { zh: '已邀请 {email}，邮件正在发出。', en: '{email} was invited; the mail is on its way.' },
  wasResent: { zh: '已重新发送，之前的链接不再有效。', en: 'Sent again; the earlier link is no longer good.' },
  wasWithdrawn: { zh: '已撤回邀请，链接不再有效。', en: 'The invitation was withdrawn; its link is no longer good.' },
  wasEnded: { zh: '已结束该岗位，对方的下一次操作起生效。', en: 'The role was ended, from their next click on.' },
  wasRestored: { zh: '已恢复该岗位。', en: 'The role is held again.' },
  'more-than-held': {
    zh: '没有发出邀请：你只能授予自己拥有的权限，且不能超出自己的范围。',
    en: 'Nothing was changed: you may give only what you hold, and only as far as you reach.',
  },
  'wrong-reach': { zh: '没有发出邀请：这个岗位不能用于所选范围。', en: 'Nobody was invited: this role does not go with that reach.' },
  'already-held': { zh: '没有发出邀请：对方已有这个岗位。', en: 'Nobody was invited: they hold this role already.' },
  'already-invited': {
    zh: '没有发出邀请：对方已收到同样的邀请，可在列表中重新发送。',
    en: 'Nobody was invited: the same invitation is open already; it can be sent again from the list.',
  },
  'last-office': {
    zh: '没有结束：这是最后一个组委会办公室岗位，必须先邀请接替者。',
    en: 'Not ended: this is the last organising office. Somebody else must hold that role first.',
  },
  'too-many': { zh: '发送太频繁，请稍后再试。', en: 'That was too often; please try again later.' },
  'bad-input': {
    zh: '请填写完整的邮箱，并选择岗位和范围；其余内容均已保留。',
    en: 'A whole mail address, a role and a reach are needed; the rest was kept.',
  },
  'not-found': { zh: '要处理的内容已不存在，没有任何改动。', en: 'What this was about is no longer there; nothing was changed.' },
  'not-allowed': { zh: '你的岗位不能进行这项操作，没有任何改动。', en: 'Your roles do not allow this; nothing was changed.' },
  // the invited person
  invitation: { zh: '邀请', en: 'Invitation' },
  invitedTo: { zh: '{by} 邀请您参与{edition}的筹备', en: '{by} invites you to work on {edition}' },
  yourRole: { zh: '岗位', en: 'Your role' },
  forAddress: { zh: '受邀邮箱', en: 'Sent to' },
  signInToAccept: { zh: '登录并查看', en: 'Sign in to accept' },
  signInWhy: {
    zh: '请用 {email} 登录：我们会向它发送验证码。没有账号时会自动建立。',
    en: 'Sign in with {email}: a code is sent there. If there is no account yet, one is made.',
  },
  accept: { zh: '接受邀请', en: 'Accept' },
  decline: { zh: '谢绝', en: 'Decline' },
  otherAccount: {
    zh: '您目前以 {current} 登录，而邀请发给了 {email}。请退出后改用受邀邮箱登录，或请邀请人改发到您的邮箱。',
    en: 'You are signed in as {current}, but the invitation was sent to {email}. Sign out and in again with that address, or ask to be invited by yours.',
  },
  signOut: { zh: '退出登录', en: 'Sign out' },
  invitationUnknown: { zh: '这个链接不能使用', en: 'This link does not work' },
  invitationUnknownWhy: {
    zh: '链接可能不完整，或已被后来的一封邮件替代。请用最近一封邀请邮件里的链接，或请邀请人重新发送。',
    en: 'It may be incomplete, or a later mail has replaced it. Use the link in the latest invitation you got, or ask for a new one.',
  },
  invitationExpired: { zh: '邀请已过期。请联系邀请人 {by} 重新发送。', en: 'This invitation has expired. Ask {by} to send it again.' },
  invitationAccepted: { zh: '邀请已被接受，链接不能再次使用。', en: 'This invitation was accepted; its link is good once.' },
  invitationWithdrawn: { zh: '邀请已撤回。如有疑问，请联系 {by}。', en: 'This invitation was withdrawn. Ask {by} if that surprises you.' },
  declined: { zh: '已谢绝，邀请已从团队页移除。', en: 'You have declined; the invitation is gone from the team’s page.' },
  toDesk: { zh: '进入工作台', en: 'To my desk' },
  // the mail
  mailTitle: { zh: '邀请：{role}', en: 'Invitation: {role}' },
  mailSubject: { zh: '{edition}：邀请您担任{role}', en: '{edition}: you are invited as {role}' },
  mailBody: {
    zh: "{greeting}\n\n{by} 邀请您参与{edition}的筹备工作。\n\n岗位：{role}\n范围：{reach}\n\n请打开下面的链接，用本邮箱（{email}）登录后接受。链接 {days} 天内有效，只能使用一次：\n\n'{site}'/zh/invitations/{token}\n\n如果您不认识邀请人，请忽略本邮件。",
    en: "{greeting}\n\n{by} invites you to help prepare {edition}.\n\nRole: {role}\nReach: {reach}\n\nOpen this link and accept after signing in with this address ({email}). It is good for {days} days and once:\n\n'{site}'/en/invitations/{token}\n\nIf you do not know who invites you, ignore this mail.",
  },
  greeting: { zh: '{name}：', en: 'Dear {name},' },
  greetingNoName: { zh: '您好：', en: 'Hello,' },
});

/** The names of what a scope reaches. */
export interface ScopeNames {
  is: Scope['is'];
  board: string | null;
  name: Localised | null;
  edition: Localised | null;
}

/** `What Sample Institute hosts`, `Board: Forums`. */
export function scopeTold(language: PageLanguage, { is, board, name }: ScopeNames): string {
  const say = teamWords(language);
  const shown = textIn(name, language);
  switch (is) {
    case 'board':
      return say('board', { board: boardLabel(language)(board as 'forum') });
    case 'series':
    case 'edition':
    case 'organisation':
    case 'activity':
      return say(is, { name: shown });
    default:
      return say('all');
  }
}
