import { words } from '#platform/words.ts';

/** What the frame around every page says. */
export const shellWords = words({
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  menu: { zh: '菜单', en: 'Menu' },
  mainNavigation: { zh: '主导航', en: 'Main' },
  breadcrumb: { zh: '所在位置', en: 'You are here' },
  programme: { zh: '日程', en: 'Programme' },
  people: { zh: '嘉宾', en: 'People' },
  organisations: { zh: '机构', en: 'Organisations' },
  places: { zh: '会场', en: 'Places' },
  results: { zh: '成果', en: 'Results' },
  notices: { zh: '公告', en: 'Notices' },
  search: { zh: '搜索', en: 'Search' },
  signIn: { zh: '登录', en: 'Sign in' },
  editions: { zh: '历届论坛', en: 'All editions' },
  versions: { zh: '日程版本', en: 'Versions' },
  data: { zh: '开放数据', en: 'Open data' },
  myDay: { zh: '我的一天', en: 'My day' },
  calendar: { zh: '订阅日历', en: 'Calendar' },
  changesFeed: { zh: '变更订阅', en: 'Feed of changes' },
  otherLanguage: { zh: '用 English 阅读本页', en: 'Read this page in Chinese' },
  sample: { zh: '示例数据', en: 'Sample data' },
  sampleWhy: {
    zh: '本页部分内容为示例数据，并非真实的活动、机构或人员。',
    en: 'Parts of this page are sample data: no real activity, organisation or person.',
  },
  machine: { zh: '机器翻译', en: 'machine translation' },
  outdated: { zh: '译文待更新', en: 'translation out of date' },
  publishedFrom: { zh: '日程第 {number} 版', en: 'Programme version {number}' },
  madeWith: { zh: '由 Everforum 搭建：开放源代码的论坛系统。', en: 'Runs on Everforum, open-source software for forums.' },
  followProgramme: { zh: '关注日程', en: 'Follow the programme' },
  lookUp: { zh: '查找', en: 'Look up' },
  theSeries: { zh: '论坛', en: 'The forum' },
  readerTime: { zh: '你所在时区：{time}', en: '{time} for you' },
});

/** Short names of the boards for the navigation, where their full names would not fit. */
export const boardLabel = words({
  main: { zh: '全体会议', en: 'Plenary' },
  forum: { zh: '平行论坛', en: 'Forums' },
  exhibition: { zh: '展览', en: 'Exhibition' },
  exchange: { zh: '技术交易', en: 'Exchange' },
  release: { zh: '成果发布', en: 'Release' },
  contest: { zh: '大赛', en: 'Contest' },
  side: { zh: '配套活动', en: 'Side events' },
});
