/** What the kinds, states and roles of a programme are called for readers, and how languages, countries and zones are named. */
import { LOCALE, words } from '#platform/words.ts';
import type { Language, PageLanguage } from '#registry/text.ts';
import type {
  Access,
  ActivityKind,
  ActivityState,
  Board,
  EditionStatus,
  HostRole,
  Letter,
  OrganisationKind,
  PersonRole,
  PlaceKind,
  SessionKind,
  Stage,
} from './content.ts';

export const boardName = words({
  main: { zh: '开幕式与全体会议', en: 'Ceremonies and plenary' },
  forum: { zh: '平行论坛', en: 'Parallel forums' },
  exhibition: { zh: '展览展示', en: 'Exhibition' },
  exchange: { zh: '技术交易', en: 'Technology exchange' },
  release: { zh: '成果发布', en: 'Results release' },
  contest: { zh: '前沿大赛', en: 'Frontier contest' },
  side: { zh: '配套活动', en: 'Side events' },
} satisfies Record<Board, Record<PageLanguage, string>>);

export const activityKindName = words({
  ceremony: { zh: '仪式', en: 'Ceremony' },
  plenary: { zh: '全体会议', en: 'Plenary session' },
  'parallel-forum': { zh: '平行论坛', en: 'Parallel forum' },
  exhibition: { zh: '展览', en: 'Exhibition' },
  exchange: { zh: '技术交易', en: 'Technology exchange' },
  release: { zh: '成果发布', en: 'Results release' },
  'contest-round': { zh: '大赛场次', en: 'Contest round' },
  signing: { zh: '签约', en: 'Signing' },
  'side-event': { zh: '配套活动', en: 'Side event' },
  'year-round': { zh: '常态化活动', en: 'Year-round event' },
  press: { zh: '新闻发布会', en: 'Press conference' },
  other: { zh: '其他活动', en: 'Other activity' },
} satisfies Record<ActivityKind, Record<PageLanguage, string>>);

export const activityStateName = words({
  planned: { zh: '筹备中', en: 'Planned' },
  scheduled: { zh: '已排期', en: 'Scheduled' },
  published: { zh: '已公布', en: 'Published' },
  live: { zh: '进行中', en: 'Under way' },
  held: { zh: '已举办', en: 'Held' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  postponed: { zh: '已延期', en: 'Postponed' },
} satisfies Record<ActivityState, Record<PageLanguage, string>>);

export const sessionKindName = words({
  opening: { zh: '开场', en: 'Opening' },
  keynote: { zh: '主旨演讲', en: 'Keynote' },
  talk: { zh: '报告', en: 'Talk' },
  panel: { zh: '圆桌', en: 'Panel' },
  pitch: { zh: '路演', en: 'Pitch' },
  release: { zh: '发布', en: 'Release' },
  signing: { zh: '签约', en: 'Signing' },
  ceremony: { zh: '仪式', en: 'Ceremony' },
  demonstration: { zh: '演示', en: 'Demonstration' },
  break: { zh: '茶歇', en: 'Break' },
  closing: { zh: '闭幕', en: 'Closing' },
  other: { zh: '环节', en: 'Session' },
} satisfies Record<SessionKind, Record<PageLanguage, string>>);

export const accessName = words({
  open: { zh: '向公众开放', en: 'open to all' },
  registered: { zh: '报名参会', en: 'by registration' },
  invited: { zh: '凭邀请参会', en: 'by invitation' },
} satisfies Record<Access, Record<PageLanguage, string>>);

export const hostRoleName = words({
  lead: { zh: '牵头', en: 'Led by' },
  host: { zh: '主办', en: 'Hosted by' },
  'co-host': { zh: '协办', en: 'Co-hosted by' },
  organiser: { zh: '承办', en: 'Organised by' },
  supporter: { zh: '支持', en: 'Supported by' },
} satisfies Record<HostRole, Record<PageLanguage, string>>);

export const personRoleName = words({
  speaker: { zh: '演讲嘉宾', en: 'Speaker' },
  chair: { zh: '主席', en: 'Chair' },
  moderator: { zh: '主持人', en: 'Moderator' },
  panellist: { zh: '圆桌嘉宾', en: 'Panellist' },
  'guest-of-honour': { zh: '特邀嘉宾', en: 'Guest of honour' },
  host: { zh: '主办方代表', en: 'Host' },
  judge: { zh: '评委', en: 'Judge' },
} satisfies Record<PersonRole, Record<PageLanguage, string>>);

export const organisationKindName = words({
  ministry: { zh: '部委', en: 'Ministry' },
  'central-body': { zh: '中央单位', en: 'Central body' },
  government: { zh: '政府机构', en: 'Government' },
  academy: { zh: '科学院与学会', en: 'Academy' },
  university: { zh: '高校', en: 'University' },
  institute: { zh: '研究机构', en: 'Research institute' },
  company: { zh: '企业', en: 'Company' },
  'transfer-organisation': { zh: '技术转移机构', en: 'Technology transfer organisation' },
  association: { zh: '协会', en: 'Association' },
  'international-organisation': { zh: '国际组织', en: 'International organisation' },
  other: { zh: '其他机构', en: 'Other organisation' },
} satisfies Record<OrganisationKind, Record<PageLanguage, string>>);

export const placeKindName = words({
  site: { zh: '会场城市', en: 'Site' },
  venue: { zh: '场馆', en: 'Venue' },
  floor: { zh: '楼层', en: 'Floor' },
  hall: { zh: '展厅', en: 'Hall' },
  room: { zh: '会场', en: 'Room' },
} satisfies Record<PlaceKind, Record<PageLanguage, string>>);

export const editionStatusName = words({
  planned: { zh: '筹备中', en: 'In preparation' },
  announced: { zh: '已公布', en: 'Announced' },
  open: { zh: '开放报名', en: 'Open' },
  closed: { zh: '已闭幕', en: 'Closed' },
  archived: { zh: '已归档', en: 'In the archive' },
} satisfies Record<EditionStatus, Record<PageLanguage, string>>);

export const stageName = words({
  science: { zh: '科学', en: 'Science' },
  technology: { zh: '技术', en: 'Technology' },
  product: { zh: '产品', en: 'Product' },
  market: { zh: '市场', en: 'Market' },
} satisfies Record<Stage, Record<PageLanguage, string>>);

const displayNames = new Map<string, Intl.DisplayNames>();
function displayName(reader: PageLanguage, type: 'language' | 'region', code: string): string {
  const key = `${reader} ${type}`;
  let names = displayNames.get(key);
  if (!names) displayNames.set(key, (names = new Intl.DisplayNames(LOCALE[reader], { type, fallback: 'code' })));
  try {
    return names.of(code) ?? code;
  } catch {
    // An imported file may carry a code that is none.
    return code;
  }
}

/** A language (BCP 47) as the reader calls it; the code itself where it is unknown. */
export const languageName = (reader: PageLanguage, code: Language): string => displayName(reader, 'language', code);

/** The language that a text is written in, as the reader calls it. */
export const writtenName = (reader: PageLanguage, code: Language): string =>
  reader === 'zh' && code === 'en' ? '英文' : languageName(reader, code);

/** A country (ISO 3166-1 alpha-2) as the reader calls it. */
export const countryName = (reader: PageLanguage, code: string): string => displayName(reader, 'region', code.toUpperCase());

export const letterKindName = words({
  congratulation: { zh: '贺信', en: 'Letter of congratulation' },
  message: { zh: '致辞', en: 'Message' },
} satisfies Record<Letter['kind'], Record<PageLanguage, string>>);
