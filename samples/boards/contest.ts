/** 中关村国际前沿科技创新大赛: nine field finals, the grand final, and heats at four sub-venues. Fields and projects are sample data. */
import { subVenueRoom } from '../places.ts';
import { type ActivityPlan, pair, pairs } from '../plan.ts';
import { type FieldFinal, FINALS } from './contest-fields.ts';
import { cast, event, item, matter, series } from './event.ts';

const HOSTS: ActivityPlan['hosts'] = [
  ['transfer-incubator', 'organiser'],
  ['association-investors', 'co-host'],
];

/** `digital health and medical devices` as a title writes it. */
const titled = (words: string): string => words.replace(/\b(?!and\b)[a-z]/g, (letter) => letter.toUpperCase());

const fieldFinal = ({ field, slug, name, projects, about, day, part }: FieldFinal): ActivityPlan => {
  const [zh, en] = pair(name);
  const pitches = series('pitch', 15, projects, about, `final ${slug}`, cast('speaker', 1, 'founder'));
  return event({
    slug: `contest-final-${slug}`,
    board: 'contest',
    kind: 'contest-round',
    title: `前沿大赛·${zh}领域决赛|Frontier Contest: Final in ${titled(en)}`,
    abstract: `从${zh}领域报名项目中脱颖而出的八支团队现场路演，评委按技术、团队与应用前景打分并点评。|Eight teams chosen from all entries pitch; judges score and comment on technology, team and prospects in ${en}.`,
    topic: 'transfer',
    fields: [field],
    hosts: HOSTS,
    people: [cast('judge', 5, 'investor', 'expert', 'scholar')],
    matter: about,
    size: 200,
    rooms: ['room-311', 'pitch-hall', 'room-309', 'room-307'],
    day,
    part,
    streamed: true,
    foreign: 3,
    items: [
      item('opening', 10, '规则与评委介绍|Rules, and the judges'),
      ...pitches.slice(0, 4),
      item('break', 10, '中场休息|Interval'),
      ...pitches.slice(4),
      item('closing', 20, `评委点评与${zh}领域结果|Comments and results in ${en}`),
    ],
  });
};

const HEATS: readonly [
  key: string,
  zh: string,
  en: string,
  country: string,
  day: number,
  start: string,
  projects: string,
  problems: string,
  uses: string,
][] = [
  [
    'munich',
    '慕尼黑',
    'Munich',
    'DE',
    2,
    '10:00',
    `激光微加工头|A head for laser micromachining
    工业热泵控制器|A controller for industrial heat pumps
    复合材料回收|Recycling composites`,
    `精密光学的装调成本|the cost of aligning fine optics
    工业电价的波动|swings in the price of power
    混合废料的分离|separating mixed waste`,
    `汽车零部件加工|the machining of car parts
    工厂供热|heat for factories
    风电叶片再生|the recycling of wind blades`,
  ],
  [
    'toronto',
    '多伦多',
    'Toronto',
    'CA',
    3,
    '09:30',
    `冰区无人船|An uncrewed boat for ice
    语音病历助手|A voice assistant for records
    碳封存监测|Watching stored carbon`,
    `冰层下的定位|finding one’s position under ice
    口音与术语的识别|recognising accents and terms
    封存区的长期监测|the long watch over storage sites`,
    `极地航运|polar shipping
    门诊记录|notes in outpatient clinics
    碳封存项目|carbon storage projects`,
  ],
  [
    'sydney',
    '悉尼',
    'Sydney',
    'AU',
    4,
    '10:00',
    `珊瑚礁修复机器人|A robot that mends reefs
    山火早期识别|Spotting bush fires early
    矿区电动重卡|Electric haul trucks for mines`,
    `珊瑚幼体的成活率|how many young corals survive
    烟雾与云的区分|telling smoke from cloud
    重载坡道上的能耗|the energy of heavy loads uphill`,
    `近海生态修复|the restoration of coastal waters
    林区瞭望|lookouts over forests
    露天矿运输|haulage in open pits`,
  ],
  [
    'seoul',
    '首尔',
    'Seoul',
    'KR',
    3,
    '14:00',
    `柔性显示驱动|A driver for flexible displays
    智能药盒|A smart pill box
    港口氢能牵引车|Hydrogen tractors for ports`,
    `反复弯折后的寿命|life after many bends
    服药依从性|whether patients keep to their medicine
    港区加氢的安全|the safety of hydrogen in ports`,
    `可折叠终端|devices that fold
    独居老人照护|care for older people who live alone
    集装箱码头|container terminals`,
  ],
];

const HEAT = matter(
  `跨境落地的第一步|the first step into another country
   技术与市场的匹配|the fit of technology and market`,
  `国际联合研发|international joint development
   首批海外用户|the first users abroad`,
  `产品开发|product development
   工程应用|engineering`,
);

export const contest = (): ActivityPlan[] => [
  ...FINALS.map(fieldFinal),
  event({
    slug: 'contest-grand-final',
    board: 'contest',
    kind: 'contest-round',
    title: '前沿大赛·总决赛与颁奖|Frontier Contest: Grand Final and Awards',
    abstract:
      '九个领域的冠军在总决赛中路演，现场公布名次并颁奖。大赛吸引2500余支初创企业和创新团队，近千个项目入选。|The winners of nine fields pitch in the grand final, and the awards are given on the spot. More than 2,500 start-ups and teams entered; nearly 1,000 projects were selected.',
    topic: 'transfer',
    fields: ['technology-transfer', 'finance'],
    hosts: HOSTS,
    people: [cast('judge', 7, 'investor', 'expert', 'scholar')],
    matter: HEAT,
    size: 500,
    rooms: ['hall-b'],
    day: 5,
    part: 'morning',
    start: '09:00',
    streamed: true,
    interpreted: true,
    items: [
      item('opening', 10, '总决赛开场|The grand final opens'),
      ...FINALS.map(({ name }) => pair(name)).map(([zh, en]) =>
        item('pitch', 15, `冠军路演：${zh}|The winner in ${en} pitches`, cast('speaker', 1, 'founder')),
      ),
      item('break', 15, '评议与统分|The judges confer'),
      item('ceremony', 30, '公布名次与颁奖|The results and the awards', cast('guest-of-honour', 3, 'official')),
    ],
  }),
  ...HEATS.map(([key, zh, en, country, day, start, projects, problems, uses]) =>
    event({
      slug: `contest-heat-${key}`,
      board: 'contest',
      kind: 'contest-round',
      title: `前沿大赛·${zh}赛区交流赛|Frontier Contest: ${en} Heat`,
      abstract: `海外团队在${zh}分会场路演，优胜者获得来京对接的机会。|Teams pitch at the ${en} sub-venue; the best are invited to meet partners in Beijing.`,
      topic: 'transfer',
      fields: ['technology-transfer'],
      hosts: [['transfer-incubator', 'organiser']],
      matter: HEAT,
      size: 100,
      rooms: [subVenueRoom(key)],
      day,
      part: Number(start.slice(0, 2)) < 12 ? 'morning' : 'afternoon',
      start,
      country,
      foreign: 10,
      languages: ['en'],
      items: [
        item('opening', 10, `${zh}赛区开场|The ${en} heat opens`, cast('host', 1, 'expert')),
        ...series(
          'pitch',
          15,
          projects,
          { ...HEAT, problems: pairs(problems), uses: pairs(uses) },
          `heat ${key}`,
          cast('speaker', 1, 'founder'),
        ),
        item('closing', 20, `评委点评与${zh}赛区结果|Comments and results of the ${en} heat`, cast('speaker', 1, 'investor')),
      ],
    }),
  ),
];
