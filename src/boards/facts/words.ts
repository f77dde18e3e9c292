import { words } from '#platform/words.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Fact, FactKey } from './model.ts';

export const factName = words({
  activities: { zh: '活动', en: 'activities' },
  'parallel-forums': { zh: '平行论坛', en: 'parallel forums' },
  'parallel-forums-led-by-central-bodies': {
    zh: '国家部委和中央单位牵头的平行论坛',
    en: 'parallel forums led by ministries and central bodies',
  },
  'host-organisations': { zh: '牵头和主办机构', en: 'leading and hosting organisations' },
  'sub-venues': { zh: '海外分会场', en: 'sub-venues abroad' },
  'sub-venue-countries': { zh: '设有分会场的国家', en: 'countries with a sub-venue' },
  sessions: { zh: '环节', en: 'sessions' },
  people: { zh: '嘉宾', en: 'speakers and guests' },
  countries: { zh: '嘉宾来自的国家和地区', en: 'countries and regions of speakers and guests' },
  results: { zh: '发布成果', en: 'results released' },
  'hard-technology-results': { zh: '硬科技成果', en: 'hard-technology results' },
  'year-round-events': { zh: '常态化活动', en: 'year-round events' },
} satisfies Record<FactKey, Record<PageLanguage, string>>);

/** What counts and what does not. */
export const factDefinition = words({
  activities: {
    zh: '会期内公布的全部活动，含仪式、全体会议、平行论坛、展览、交易、发布、大赛和配套活动；不含常态化活动，不含已取消或单独延期的活动。',
    en: 'Every published activity of the main dates: ceremonies, plenary, parallel forums, exhibition, exchange, release, contest and side events. Year-round events, and what is cancelled or put off by itself to an unknown date, do not count.',
  },
  'parallel-forums': {
    zh: '类型为平行论坛的活动；已取消或单独延期的不计。',
    en: 'Activities that are parallel forums; those cancelled or put off by themselves do not count.',
  },
  'parallel-forums-led-by-central-bodies': {
    zh: '至少有一家国家部委或中央单位任牵头单位的平行论坛；仅任主办、协办或支持单位的不计。',
    en: 'Parallel forums with a ministry or central body among their leads; bodies that only host, co-host or support do not count.',
  },
  'host-organisations': {
    zh: '在至少一场活动中任牵头或主办单位的机构，每家计一次。',
    en: 'Organisations that lead or host at least one activity, each counted once.',
  },
  'sub-venues': { zh: '主会场城市以外参加本届论坛的会场城市。', en: 'Sites that take part in the edition beyond its main site.' },
  'sub-venue-countries': { zh: '设有至少一处分会场的国家，每国计一次。', en: 'Countries with at least one sub-venue, each counted once.' },
  sessions: {
    zh: '活动议程中的环节；茶歇和已取消的环节不计。',
    en: 'Sessions of the agendas; breaks and cancelled sessions do not count.',
  },
  people: {
    zh: '在至少一场活动或环节中担任角色的人员，每人计一次。',
    en: 'People with a role in at least one activity or session, each counted once.',
  },
  countries: {
    zh: '上述人员资料中公开的国家和地区，每个计一次。',
    en: 'Countries and regions given for those people, each counted once.',
  },
  results: { zh: '在本届论坛发布的成果。', en: 'Results released at this edition.' },
  'hard-technology-results': {
    zh: '发布成果中属于原创性颠覆性硬科技的成果。',
    en: 'Released results that are original, disruptive hard technology.',
  },
  'year-round-events': {
    zh: '主会期以外、当年举办的常态化活动；已取消的不计。',
    en: 'Events of the year outside the main dates; cancelled ones do not count.',
  },
} satisfies Record<FactKey, Record<PageLanguage, string>>);

/** Where the edition has no days, what is put off with it is still planned and counts. */
const DEPENDS_ON_DAYS: ReadonlySet<FactKey> = new Set<FactKey>([
  ...(['activities', 'parallel-forums', 'parallel-forums-led-by-central-bodies', 'host-organisations'] as const),
  ...(['sessions', 'people', 'countries'] as const),
]);

const planned = words({
  definition: {
    zh: '{definition}本届日期待定，此为计划数，含随整届一并延期的活动。',
    en: '{definition} This is what is planned, as the edition has no dates at present: what is put off together with it counts.',
  },
});

export const definitionOf = (language: PageLanguage, { key, planned: isPlanned }: Pick<Fact, 'key' | 'planned'>): string => {
  const definition = factDefinition(language)(key);
  return isPlanned && DEPENDS_ON_DAYS.has(key) ? planned(language)('definition', { definition }) : definition;
};

export const sentence = words({
  activities: {
    zh: '本届论坛{planned, select, yes {计划} other {共}}举办{value}场活动。',
    en: '{planned, select, yes {{value, plural, one {# activity is} other {# activities are}} planned in all.} other {The forum comprises {value, plural, one {# activity} other {# activities}} in all.}}',
  },
  forums: {
    zh: '{planned, select, yes {计划} other {共}}举办{value}场平行论坛{growth, select, none {} other {，论坛数量为上届的{times}倍}}。',
    en: '{planned, select, yes {{value, plural, one {# parallel forum is} other {# parallel forums are}} planned} other {There are {value, plural, one {# parallel forum} other {# parallel forums}}}}{growth, select, none {} other {, {times} times the number of the edition before}}.',
  },
  led: {
    zh: '其中{value}场由国家部委和中央单位牵头，{share}。',
    en: 'Of these, {value} {value, plural, one {is} other {are}} led by ministries and central bodies, {share}.',
  },
  venues: {
    zh: '{planned, select, yes {计划在} other {在}}{countries}个国家设立{value}个海外分会场。',
    en: '{value, plural, one {# sub-venue is} other {# sub-venues are}} {planned, select, yes {to be set up} other {set up}} in {countries, plural, one {# country} other {# countries}}.',
  },
  countries: {
    zh: '{planned, select, yes {预计有来自{value}个国家和地区的嘉宾参加论坛。} other {来自{value}个国家和地区的嘉宾参加论坛。}}',
    en: 'Guests from {value, plural, one {# country or region} other {# countries and regions}} {planned, select, yes {are to take part} other {take part}}.',
  },
  results: {
    zh: '论坛{planned, select, yes {计划} other {{over, select, yes {} other {将}}}}发布{value}项重大成果，其中硬科技成果{hard}项，{share}。',
    en: '{value, plural, one {# major result is} other {# major results are}} {over, select, yes {released} other {to be released}}, {hard} of them hard technology, {share}.',
  },
  yearRound: {
    zh: '主会期以外，{over, select, yes {当年已举办} other {本年度安排}}{value}场常态化活动。',
    en: 'Outside the main dates, {over, select, yes {{value, plural, one {# year-round event has} other {# year-round events have}} been held this year} other {{value, plural, one {# event is} other {# events are}} planned year-round}}.',
  },
});

/** How a share is said: halves and near-round tenths in words, everything else to the percent. */
export const shareWords = words({
  half: { zh: '占总数的一半', en: 'half of the total' },
  aboutHalf: { zh: '约占总数的一半', en: 'about half of the total' },
  nearlyTenths: { zh: '占总数近{tenths}成', en: 'nearly {percent}% of the total' },
  exactTenths: { zh: '占总数的{tenths}成', en: '{percent}% of the total' },
  percent: { zh: '占总数的{percent}%', en: '{percent}% of the total' },
  all: { zh: '即全部', en: 'that is all of them' },
});

export const factPage = words({
  title: { zh: '数据口径', en: 'Facts and figures' },
  lead: {
    zh: '每个数字只定义一次，由已发布的日程计算得出，并可查看所计的每一项。',
    en: 'Every figure is defined once, counted from the published programme, and opens to the rows it counts.',
  },
  deskTitle: { zh: '数据与新闻口径', en: 'Facts and the press sheet' },
  deskLead: {
    zh: '“已公开”一列是公众现在读到的数字；“按当前安排”是把已排定的活动全部发布之后的数字，两者不同时以朱红标出。点开即可看到所计的每一项。',
    en: 'The public column is what is read now; the prepared one is what the figures would be once all that is scheduled is published, in vermilion where it differs. Each opens to the rows it counts.',
  },
  sheetWorking: { zh: '尚未发布，按当前安排计算。', en: 'Nothing is published yet: counted from the present plan.' },
  public: { zh: '已公开', en: 'Public' },
  prepared: { zh: '按当前安排', en: 'Prepared' },
  publicPage: { zh: '公开页面', en: 'Public page' },
  copy: { zh: '复制全部', en: 'Copy all' },
  copied: { zh: '已复制。', en: 'Copied.' },
  showRows: { zh: '查看{count}项', en: '{count, plural, one {Show # row} other {Show # rows}}' },
  asOf: { zh: '依据第{number}版，{at}发布', en: 'From version {number}, published {at}' },
  sheet: { zh: '新闻稿用语', en: 'Press sheet' },
  figures: { zh: '全部数据', en: 'All figures' },
  figure: { zh: '数据', en: 'Figure' },
  what: { zh: '口径', en: 'What counts' },
  before: { zh: '{year}年', en: '{year}' },
  rows: { zh: '所计各项', en: 'What is counted' },
  none: { zh: '目前没有。', en: 'None at present.' },
  machine: { zh: '数据接口', en: 'As data' },
  over: { zh: '{value}余', en: '{value}+' },
  nearly: { zh: '近{value}', en: 'nearly {value}' },
  compared: { zh: '{year}年为{value}', en: '{value} in {year}' },
  count: { zh: '共{count}项', en: '{count, plural, one {# row} other {# rows}}' },
});
