import { words } from '#platform/words.ts';

/** What an error page says, by what was not found. */
export const errorWords = words({
  notFound: { zh: '没有找到这个页面', en: 'This page was not found' },
  notFoundWhy: {
    zh: '地址可能有误，或者这项内容已经不在日程中。日程中的一切都可以从下面找到。',
    en: 'The address may be mistyped, or what it named has left the programme. Everything that is in it can be found from here.',
  },
  notAllowed: { zh: '你没有查看这个页面的权限', en: 'You may not see this page' },
  notAllowedWhy: {
    zh: '你已登录，但你的岗位不包含这一部分。如需权限，请联系组委会办公室或你所在团队的负责人。',
    en: 'You are signed in, but your roles do not reach this part. Ask the organising office, or the lead of your team, if they should.',
  },
  deskLink: { zh: '我的工作台', en: 'My desk' },
  edition: { zh: '没有这一届', en: 'There is no such edition' },
  version: { zh: '没有这一版日程', en: 'There is no such version of the programme' },
  programme: { zh: '日程里没有这一项', en: 'The programme has no such part' },
  activity: { zh: '本届日程中没有这场活动', en: 'This programme has no such activity' },
  session: { zh: '这场活动没有这个环节', en: 'This activity has no such session' },
  person: { zh: '本届论坛没有这位嘉宾', en: 'This edition has no such person' },
  organisation: { zh: '本届论坛没有这家机构', en: 'This edition has no such organisation' },
  place: { zh: '本届论坛没有这个会场', en: 'This edition has no such place' },
  result: { zh: '本届论坛没有这项成果', en: 'This edition has no such result' },
  broken: { zh: '这个页面出了问题', en: 'This page has failed' },
  brokenWhy: {
    zh: '问题在我们这一边，已经记录下来。你没有丢失任何内容，请稍后再试。',
    en: 'The fault is ours and has been recorded. Nothing of yours is lost; please try again in a while.',
  },
  home: { zh: '论坛首页', en: 'Front page' },
  programmeLink: { zh: '看日程', en: 'See the programme' },
  search: { zh: '搜索', en: 'Search' },
  searchLabel: { zh: '搜索活动、嘉宾、机构', en: 'Search activities, people, organisations' },
  editions: { zh: '历届论坛', en: 'All editions' },
});
