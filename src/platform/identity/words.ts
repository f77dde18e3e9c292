import { words } from '../words.ts';

/** Mails about signing in. */
export const identityWords = words({
  codeBatch: { zh: '登录验证码', en: 'Code to sign in' },
  codeSubject: { zh: '登录验证码：{code}', en: '{code} is your code to sign in' },
  codeBody: {
    zh: "您的登录验证码是：\n\n{code}\n\n请在提出登录的浏览器中输入。验证码{minutes}分钟内有效，只能使用一次。\n\n如果不是您本人操作，请忽略本邮件：没有验证码，任何人都无法登录。\n\n'{site}'",
    en: "Your code to sign in is:\n\n{code}\n\nEnter it in the browser where you asked for it. It is good for {minutes} minutes and can be used once.\n\nIf it was not you, ignore this mail: without the code nobody gets in.\n\n'{site}'",
  },
});
