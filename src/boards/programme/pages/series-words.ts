import { words } from '#platform/words.ts';

/** What the archive of editions and the page about the data say. */
export const seriesWords = words({
  editions: { zh: '历届论坛', en: 'All editions' },
  since: { zh: '始于{year}年', en: 'since {year}' },
  countEditions: { zh: '{count, number}届', en: '{count, plural, one {# edition} other {# editions}}' },
  theme: { zh: '主题', en: 'Theme' },
  activities: { zh: '{count, number}场活动', en: '{count, plural, one {# activity} other {# activities}}' },
  sites: { zh: '{count, number}个会场城市', en: '{count, plural, one {# site} other {# sites}}' },
  countries: { zh: '{count, number}个国家和地区', en: '{count, plural, one {# country or region} other {# countries and regions}}' },
  version: { zh: '日程第{number}版', en: 'programme version {number}' },
  over: { zh: '{value}+', en: '{value}+' },
  nearly: { zh: '近{value}', en: 'nearly {value}' },
  programme: { zh: '日程', en: 'Programme' },
  versions: { zh: '版本', en: 'Versions' },

  data: { zh: '开放数据', en: 'Open data' },
  dataIntro: {
    zh: '网页上公开的一切，也以通行的格式提供，供开发者、媒体和其他系统使用。所有地址都可跨域读取，并带有 ETag 与 Last-Modified。',
    en: 'Everything public on these pages is there in the formats of the trade as well, for developers, the press and other systems. Every address may be read from any origin, and carries ETag and Last-Modified.',
  },
  format: { zh: '格式', en: 'Format' },
  address: { zh: '地址', en: 'Address' },
  whatFor: { zh: '用途', en: 'What for' },
  ics: { zh: '整个日程，可订阅到任何日历', en: 'The whole programme, for any calendar' },
  scheduleXml: { zh: '会议应用通用的日程格式', en: 'The schedule format that conference apps read' },
  scheduleJson: { zh: '同上，JSON（第 1 版）', en: 'The same as JSON, version 1' },
  schedule2: { zh: '同上，JSON（第 2 版）', en: 'The same as JSON, version 2' },
  atom: { zh: '每次公布的变更', en: 'What each publication changed' },
  pdf: { zh: '可打印的日程册', en: 'The programme as a printable book' },
  csv: { zh: '列表：{list}', en: 'List: {list}' },
  selections: { zh: '只要一部分', en: 'Only a part' },
  selectionsIntro: {
    zh: '日历、日程和变更地址都可加上与网页相同的条件，可以组合：',
    en: 'Calendars, schedules and changes take the same conditions as the pages, also together:',
  },
  single: { zh: '单场活动、单位嘉宾的日历', en: 'One activity, one person' },
  api: { zh: '读取接口', en: 'Read interface' },
  apiIntro: {
    zh: '以 JSON 读取已公布的内容，接口说明符合 OpenAPI 3.1。',
    en: 'What is published, as JSON. The interface is described in OpenAPI 3.1.',
  },
  structured: { zh: '网页中的结构化数据', en: 'Structured data in the pages' },
  structuredIntro: {
    zh: '活动、嘉宾、机构和会场的网页内含 schema.org 描述（JSON-LD）：改期写明 previousStartDate，取消和延期写明 eventStatus。',
    en: 'The pages of activities, people, organisations and places carry schema.org descriptions (JSON-LD): a move names its previousStartDate, cancelled and postponed say so in eventStatus.',
  },
  stable: { zh: '长期不变的约定', en: 'What can be relied on' },
  stableUid: {
    zh: '日历条目的 UID 永不改变；每次公布的变更使 SEQUENCE 加一；取消的条目保留，并标明 STATUS:CANCELLED。',
    en: 'A calendar entry keeps its UID for ever; each published change raises its SEQUENCE; what is cancelled stays and says STATUS:CANCELLED.',
  },
  stableVersions: {
    zh: '每个版本都有编号，公布后不再改动：例如 {address}。',
    en: 'Every version has a number and is never changed: for example {address}.',
  },
  stableZone: {
    zh: '时间均附所在地时区；时刻以 ISO 8601 表示。',
    en: 'Times carry the zone of their place; instants are ISO 8601.',
  },
  noProgramme: { zh: '还没有公布的日程。', en: 'No programme has been published yet.' },
});
