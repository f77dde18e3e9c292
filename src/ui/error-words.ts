import { words } from '#platform/words.ts';

/** What pages say that could not be shown. */
export const errorWords = words({
  notFound: { zh: '没有找到这个页面', en: 'There is no such page' },
  activity: { zh: '本届日程中没有这场活动', en: 'This programme has no such activity' },
  session: { zh: '这场活动没有这个环节', en: 'This activity has no such session' },
  person: { zh: '本届论坛没有这位嘉宾', en: 'This edition has no such person' },
  organisation: { zh: '本届论坛没有这家机构', en: 'This edition has no such organisation' },
  place: { zh: '本届论坛没有这个会场', en: 'This edition has no such place' },
  result: { zh: '本届论坛没有这项成果', en: 'This edition has no such result' },
  edition: { zh: '没有这一届论坛', en: 'There is no such edition' },
  version: { zh: '日程没有这个版本', en: 'The programme has no such version' },
  failed: { zh: '页面暂时无法显示', en: 'This page cannot be shown right now' },
  failedWhy: {
    zh: '问题出在我们这边，已记录下来。请稍后再试。',
    en: 'The fault is ours and has been recorded. Please try again in a moment.',
  },
  why: {
    zh: '地址可能有误，或者内容已从日程中撤下。可以搜索，或从以下页面找起。',
    en: 'The address may be mistyped, or what it named was taken out of the programme. You can search, or start from one of these.',
  },
  programme: { zh: '日程', en: 'Programme' },
  people: { zh: '嘉宾', en: 'People' },
  organisations: { zh: '机构', en: 'Organisations' },
  places: { zh: '会场', en: 'Places' },
  versions: { zh: '日程版本', en: 'Versions of the programme' },
  editions: { zh: '历届论坛', en: 'All editions' },
  front: { zh: '首页', en: 'Front page' },
  search: { zh: '搜索', en: 'Search' },
});
