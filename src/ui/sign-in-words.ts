import { words } from '#platform/words.ts';

/** What is said on the way in. */
export const signInWords = words({
  signIn: { zh: '登录', en: 'Sign in' },
  demo: { zh: '以示例身份体验', en: 'Try it as somebody' },
  demoIntro: {
    zh: '这是演示站点：选一个示例身份，即可进入对应的工作台。示例身份代表岗位，不代表任何真实人员；正式站点没有这个页面。',
    en: 'This is a demo: choose a sample identity and you are at its desk. Each stands for a post, none for a real person; a production site has no such page.',
  },
  noRole: { zh: '没有任何岗位', en: 'No role at all' },
});
