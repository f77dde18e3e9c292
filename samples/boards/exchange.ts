/** 中关村国际技术交易大会: its opening, one-to-one meetings, open challenges and sessions by field. */
import { type ActivityPlan, pair, pairs } from '../plan.ts';
import { type Matching, MATCHING } from './exchange-matching.ts';
import { cast, event, item, matter, series } from './event.ts';

const ZGC = ['conference-hall', 'pitch-hall', 'lecture-hall', 'signing-hall'];

const ABOUT = matter(
  `供需双方的信息不对称|the unequal knowledge of seeker and owner
   技术估值的分歧|disagreement about what a technology is worth
   中试与验证的资金缺口|the missing funds for pilot plants and proof`,
  `中小企业的首次技术引进|a small company’s first purchase of technology
   高校成果的许可转化|the licensing of university results
   跨境联合开发|joint development across borders`,
  `技术交易|technology trade
   成果转化|the transfer of results
   合作开发|joint development`,
);

const base = {
  board: 'exchange' as const,
  kind: 'exchange' as const,
  topic: 'transfer',
  matter: ABOUT,
  rooms: ZGC,
};

const CHALLENGES = matter(
  `深水高压下的作业|work under deep-water pressure
   无创测量的准确度|accuracy without needles
   低品位资源的经济回收|recovering poor sources at a profit
   残缺样本的比对|comparing incomplete samples`,
  `海底通信与输电的抢修|repairing cables under the sea
   儿童糖尿病管理|diabetes care for children
   冶金渣的资源化|making use of slag
   古籍整理|the restoration of old books`,
  `海洋装备|marine equipment
   生物传感|biosensing`,
);

const SCENARIOS = matter(
  `施工与运营同时进行|building while operations go on
   居民的接受程度|whether residents accept it
   长期维护由谁负责|who keeps it running`,
  `社区消防安全|fire safety in the neighbourhood
   公园与街道的养护|the care of parks and streets
   基层医疗随访|follow-up in primary care
   园区物流|logistics in industrial parks`,
  `城市运营|running a city
   公共服务|public services`,
);

const HOSTS: ActivityPlan['hosts'] = [
  ['transfer-exchange', 'organiser'],
  ['transfer-centre', 'co-host'],
];

const matching = ({ slug, title, abstract, fields, demands, offers, talk, problems, uses }: Matching): ActivityPlan => {
  const about = { ...ABOUT, problems: pairs(problems), uses: pairs(uses) };
  return event({
    ...base,
    matter: about,
    slug,
    title,
    abstract,
    fields,
    hosts: HOSTS,
    people: [cast('host', 1, 'expert')],
    size: 150,
    part: 'afternoon',
    foreign: 4,
    items: [
      ...series('talk', 20, talk, about, `${slug} talk`, cast('speaker', 1, 'expert')),
      ...series('demand', 15, demands, about, `${slug} demands`, cast('speaker', 1, 'engineer')),
      item('break', 15, '茶歇与登记洽谈|Break and sign-up for meetings'),
      ...series('offer', 15, offers, about, `${slug} offers`, cast('speaker', 1, 'scholar', 'founder')),
      item('other', 40, '分桌洽谈|Talks at tables'),
    ],
  });
};

const MEETINGS: readonly [day: number, theme: string][] = [
  [1, '信息技术与集成电路|information technology and integrated circuits'],
  [2, '生命健康|life and health'],
  [3, '新能源与新材料|new energy and materials'],
  [4, '先进制造与国际项目|advanced manufacturing and international projects'],
];

const meetings = ([day, theme]: readonly [number, string]): ActivityPlan => {
  const [zh, en] = pair(theme);
  return event({
    ...base,
    slug: `one-to-one-meetings-day-${day}`,
    title: `一对一洽谈：${zh}|One-to-One Meetings: ${en}`,
    abstract: `按双方意愿预先排定的一对一洽谈，本场以${zh}为主，每轮三十分钟，临时空出的洽谈桌可当场预约。|One-to-one meetings, arranged beforehand by the wishes of both sides, this time on ${en}; rounds of thirty minutes, and tables that fall free can be booked on the spot.`,
    fields: ['technology-transfer'],
    hosts: HOSTS,
    size: 600,
    rooms: ['matchmaking-hall'],
    day,
    part: 'afternoon',
    start: '13:00',
    items: [
      item('other', 120, `第一至四轮洽谈（${zh}）|Rounds one to four (${en})`),
      item('break', 30, '换桌与休息|Break and change of tables'),
      item('other', 120, `第五至八轮洽谈（${zh}）|Rounds five to eight (${en})`),
    ],
  });
};

export const exchange = (): ActivityPlan[] => [
  event({
    ...base,
    slug: 'technology-exchange-convention-opening',
    title: '中关村国际技术交易大会开幕式|Opening of the ZGC International Technology Exchange Convention',
    abstract:
      '近40个国家和地区的2000余家机构参会，3000余项高科技成果和创新项目寻求合作。|More than 2,000 organisations from nearly 40 countries and regions take part, and more than 3,000 high-technology results and innovative projects seek partners.',
    fields: ['technology-transfer'],
    hosts: HOSTS,
    size: 480,
    rooms: ['conference-hall'],
    day: 1,
    part: 'morning',
    start: '09:00',
    streamed: true,
    interpreted: true,
    foreign: 6,
    items: [
      item('opening', 20, '致辞与大会介绍|Addresses, and what the convention offers', cast('guest-of-honour', 2, 'official')),
      ...series(
        'keynote',
        25,
        `技术为什么难以定价|Why technology is hard to price
        跨境技术交易的信任基础|What trust rests on in technology trade across borders`,
        ABOUT,
        'convention',
        cast('speaker', 1, 'expert'),
      ),
      item('release', 20, '发布重点供给与需求清单|The list of main offers and demands is published', cast('speaker', 1, 'expert')),
      item('break', 15, '茶歇|Break'),
      ...series(
        'panel',
        45,
        '交易所、经理人与平台：谁在撮合技术|Exchanges, brokers, platforms: who brings technology together?',
        ABOUT,
        'convention panel',
        cast('moderator', 1, 'expert'),
        cast('panellist', 4, 'expert', 'founder'),
      ),
      item('ceremony', 15, '首批合作意向交换|The first letters of intent are exchanged', cast('guest-of-honour', 2, 'founder')),
    ],
  }),
  ...MEETINGS.map(meetings),
  event({
    ...base,
    slug: 'open-challenges-call',
    title: '揭榜挂帅·需求发布|Open Challenges: the Call',
    abstract:
      '领军企业公开发布技术难题，张榜内容包括指标、经费与期限，各国团队均可揭榜。|Leading companies publish their hard problems with targets, budgets and deadlines; teams of any country may bid.',
    fields: ['technology-transfer', 'engineering'],
    hosts: HOSTS,
    size: 150,
    rooms: ['pitch-hall'],
    day: 1,
    part: 'afternoon',
    start: '14:00',
    streamed: true,
    items: [
      item('opening', 10, '规则说明|The rules', cast('host', 1, 'expert')),
      ...series(
        'demand',
        15,
        `榜单一：百米级海底缆线的快速修复|Challenge one: repairing a hundred metres of sea cable fast
        榜单二：婴幼儿无创血糖监测|Challenge two: blood sugar in infants without needles
        榜单三：高炉渣中稀散金属的回收|Challenge three: rare metals from blast furnace slag
        榜单四：古籍残页的自动缀合|Challenge four: joining the fragments of old books`,
        CHALLENGES,
        'challenges',
        cast('speaker', 1, 'engineer'),
      ),
      item('other', 30, '答疑与组队|Questions, and finding a team'),
    ],
  }),
  event({
    ...base,
    slug: 'open-challenges-bids',
    title: '揭榜挂帅·团队答辩|Open Challenges: the Bids',
    abstract:
      '揭榜团队公开答辩，出题企业与专家共同评议，结果按规则公示。|Teams defend their bids in public before the companies that set the problems and experts; the outcome is published by the rules.',
    fields: ['technology-transfer', 'engineering'],
    hosts: HOSTS,
    people: [cast('judge', 5, 'expert', 'engineer')],
    size: 150,
    rooms: ['pitch-hall'],
    day: 4,
    part: 'morning',
    start: '09:00',
    items: [
      ...series(
        'pitch',
        20,
        `答辩：以柔性机器人修复缆线|Bid: a soft robot that repairs cables
        答辩：近红外贴片与校准算法|Bid: a near-infrared patch and how it is calibrated
        答辩：低温氯化提取路线|Bid: extraction by chlorination at low temperature
        答辩：笔迹与纸纹的联合匹配|Bid: matching handwriting and paper together`,
        CHALLENGES,
        'bids',
        cast('speaker', 1, 'scholar', 'founder'),
      ),
      item('break', 15, '评议|The judges confer'),
      item('closing', 20, '点评与公示说明|Comments, and how the outcome is published', cast('speaker', 1, 'expert')),
    ],
  }),
  ...MATCHING.map(matching),
  event({
    ...base,
    slug: 'application-scenarios-release',
    title: '示范应用场景发布会|Release of Scenarios for Demonstration',
    abstract:
      '城市管理、医院、港口和公园开放真实场景，邀请新技术新产品先试先用。|Cities, hospitals, ports and parks open real scenarios where new technologies and products may be tried first.',
    fields: ['construction', 'digital-health'],
    hosts: [
      ['transfer-incubator', 'organiser'],
      ['company-steel', 'co-host'],
    ],
    size: 110,
    rooms: ['scenario-hall'],
    day: 2,
    part: 'morning',
    items: [
      item('opening', 10, '场景清单发布|The list of scenarios is published', cast('host', 1, 'expert')),
      ...series(
        'scenario',
        15,
        `场景：老旧小区的电动车消防|Scenario: fire safety for electric bicycles on old estates
        场景：公园里的无人清扫|Scenario: driverless cleaning in a park
        场景：社区医院的智能随访|Scenario: follow-up calls for a community hospital
        场景：园区级氢能叉车|Scenario: hydrogen forklifts in an industrial park`,
        SCENARIOS,
        'scenarios',
        cast('speaker', 1, 'official', 'engineer'),
      ),
      item('demonstration', 30, '场景体验与报名|Try the scenarios and apply'),
    ],
  }),
];
