import { words } from '#platform/words.ts';

/** What is said on the way in. */
export const signInWords = words({
  signIn: { zh: '登录', en: 'Sign in' },
  mail: { zh: '邮箱', en: 'Mail address' },
  mailWhy: {
    zh: '我们把六位验证码发到这个邮箱，无需密码。首次使用的邮箱会自动建立账号。',
    en: 'We send a code of six digits there; there is no password. An address that is new gets an account.',
  },
  sendCode: { zh: '发送验证码', en: 'Send me a code' },
  codeSent: {
    zh: '验证码已发往 {email}，10 分钟内有效。请在这里输入；没有收到时，请查看垃圾邮件。',
    en: 'A code is on its way to {email}, good for ten minutes. Enter it here; if it does not arrive, look among the spam.',
  },
  code: { zh: '六位验证码', en: 'Code of six digits' },
  enter: { zh: '登录', en: 'Sign in' },
  otherAddress: { zh: '换一个邮箱，或重新发送', en: 'Another address, or a new code' },
  badMail: { zh: '这不是一个完整的邮箱地址。', en: 'This is not a whole mail address.' },
  wrongCode: {
    zh: '验证码不对，还可以试{left}次。',
    en: '{left, plural, one {That is not the code; one try is left.} other {That is not the code; # tries are left.}}',
  },
  codeOver: { zh: '这个验证码已失效，请重新获取。', en: 'This code is no longer good. Please ask for a new one.' },
  tooMany: {
    zh: '请求太频繁，请{minutes}分钟后再试。你的账号没有任何变化。',
    en: '{minutes, plural, one {That was too often. Please try again in a minute; nothing of yours has changed.} other {That was too often. Please try again in # minutes; nothing of yours has changed.}}',
  },
  failed: { zh: '没有登录成功，请再试一次。', en: 'That did not work; you are not signed in. Please try again.' },
  orElse: { zh: '其他方式', en: 'Other ways' },
  byPasskey: { zh: '使用通行密钥登录', en: 'Use a passkey' },
  passkeyFailed: {
    zh: '没有用通行密钥登录：操作被取消，或者本站没有这个密钥。你可以改用邮箱验证码。',
    en: 'Not signed in by passkey: it was cancelled, or this site does not know the key. A code by mail works too.',
  },
  byProvider: { zh: '使用 {name} 登录', en: 'Go on with {name}' },
  providerFailed: {
    zh: '没有通过身份提供方登录：操作被取消或已过期。请再试一次，或改用邮箱验证码。',
    en: 'Not signed in with the provider: it was cancelled, or took too long. Try again, or use a code by mail.',
  },
  providerAway: {
    zh: '暂时连接不上身份提供方，请稍后再试，或改用邮箱验证码。',
    en: 'The provider cannot be reached just now. Try later, or use a code by mail.',
  },
  notVerified: {
    zh: '身份提供方没有确认你的邮箱，无法对应到账号。请改用邮箱验证码。',
    en: 'The provider does not vouch for your mail address, so we cannot tell which account is yours. Use a code by mail.',
  },
  accountClosed: { zh: '这个账号已关闭，请联系组委会办公室。', en: 'This account is closed. Ask the organising office.' },
  signedInAs: { zh: '你已登录为 {name}。', en: 'You are signed in as {name}.' },
  goOn: { zh: '继续', en: 'Go on' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  demo: { zh: '以示例身份体验', en: 'Try it as somebody' },
  demoIntro: {
    zh: '这是演示站点：选一个示例身份，即可进入对应的工作台。示例身份代表岗位，不代表任何真实人员；正式站点没有这个页面。',
    en: 'This is a demo: choose a sample identity and you are at its desk. Each stands for a post, none for a real person; a production site has no such page.',
  },
  noRole: { zh: '没有任何岗位', en: 'No role at all' },
  thisOne: { zh: '当前身份', en: 'You are this one' },
  personaStrip: { zh: '示例身份', en: 'Sample identity' },
  youAre: { zh: '示例身份：{name}', en: 'Sample identity: {name}' },
  beAnother: { zh: '换一个身份', en: 'Be somebody else' },
  leavePersona: { zh: '离开示例身份', en: 'Leave it' },
  demoOutbox: { zh: '演示发件箱', en: 'Mails of the demo' },
  demoOutboxIntro: {
    zh: '演示站点不向外发送邮件；本应发出的邮件都列在这里，最新的在前。正式站点没有这个页面。',
    en: 'A demo sends no mail; what would have gone is listed here, newest first. A production site has no such page.',
  },
  noMails: { zh: '还没有任何邮件。', en: 'There is no mail yet.' },
  mailTo: { zh: '收件人', en: 'To' },
  seeOutbox: { zh: '查看演示发件箱中的验证码', en: 'See the code among the mails of the demo' },
});
