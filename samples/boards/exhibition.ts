/** 前沿科技与未来产业展: five days in the hall, one for each stated theme and one for the public; the cloud exhibition; the two stated zones. */
import type { ActivityPlan } from '../plan.ts';
import { cast, event, item, matter } from './event.ts';

const SHOW = '前沿科技与未来产业展';
const SHOW_EN = 'Frontier Technology and Future Industry Show';

interface Day {
  slug: string;
  theme: [zh: string, en: string];
  field: string;
  abstract: string;
  items: string[];
}

const DAYS: Day[] = [
  {
    slug: 'show-day-artificial-intelligence',
    theme: ['人工智能主题日', 'day of artificial intelligence'],
    field: 'ai',
    abstract:
      '开展首日以人工智能为主题，展示从芯片、框架到行业应用的全链条，并安排面向专业观众的导览。|The first day is about artificial intelligence, from chips and frameworks to its uses, with guided tours for professional visitors.',
    items: [
      '机械臂当场学会叠衣服|A robot arm learns to fold shirts on the spot',
      '多语言同声翻译实测|Simultaneous translation put to the test',
      '算法如何读懂一张胸片|How an algorithm reads a chest X-ray',
      '首发：低功耗视觉芯片|First launch: a low-power vision chip',
    ],
  },
  {
    slug: 'show-day-blockchain',
    theme: ['区块链主题日', 'day of blockchain'],
    field: 'blockchain',
    abstract:
      '区块链主题日展示可信存证、碳账户、供应链金融和跨境贸易单证，观众可以亲手完成一次链上验证。|The day of blockchain shows trusted evidence, carbon accounts, supply chain finance and trade documents; visitors can verify a record themselves.',
    items: [
      '三分钟看懂一次链上存证|A record on the chain in three minutes',
      '一箱水果的跨境旅程|The journey of a crate of fruit across borders',
      '个人碳账户开户体验|Opening a personal carbon account',
      '首发：隐私计算一体机|First launch: an appliance for private computing',
    ],
  },
  {
    slug: 'show-day-metaverse',
    theme: ['元宇宙主题日', 'day of the metaverse'],
    field: 'metaverse',
    abstract:
      '元宇宙主题日展示轻薄显示、动作捕捉、数字人和工业仿真，区分哪些已经能用，哪些仍是设想。|The day of the metaverse shows thin displays, motion capture, virtual humans and industrial simulation, and tells apart what works from what is still imagined.',
    items: [
      '戴上眼镜走进一座炼钢厂|Put on the glasses and walk into a steelworks',
      '数字人手语主播|A virtual presenter who signs',
      '不眩晕的虚拟现实是怎样做到的|Virtual reality without dizziness: how it is done',
      '首发：裸眼立体显示屏|First launch: a stereoscopic screen without glasses',
    ],
  },
  {
    slug: 'show-day-brain-science',
    theme: ['脑科学主题日', 'day of brain science'],
    field: 'brain',
    abstract:
      '脑科学主题日展示脑图谱、神经调控和脑机接口，每一件展品旁都写明研究阶段和伦理审查情况。|The day of brain science shows maps of the brain, neuromodulation and brain–computer interfaces; beside each exhibit stand its stage of research and its ethical review.',
    items: [
      '用意念移动一只小车|Moving a small car by thought',
      '在全脑图谱里旅行|A journey through a map of the brain',
      '一分钟记忆力筛查|A one-minute check of memory',
      '首发：可穿戴睡眠脑电仪|First launch: a wearable EEG for sleep',
    ],
  },
  {
    slug: 'show-day-open-to-the-public',
    theme: ['公众开放日', 'day for the public'],
    field: 'education',
    abstract:
      '展览最后一天向公众开放，科研人员轮流在展台值班，回答孩子们的任何问题。|On its last day the show is open to the public; scientists take turns at the stands and answer any question a child may ask.',
    items: [
      '给小学生的导览：十件展品十个为什么|A tour for schoolchildren: ten exhibits, ten questions',
      '科学家值班台：什么都可以问|The scientists’ desk: ask anything',
      '亲手组装一台显微镜|Build a microscope with your own hands',
      '最受欢迎展品揭晓|The visitors’ favourite is announced',
    ],
  },
];

const ABOUT = matter(
  `展品从样机到量产的距离|the distance from exhibit to volume production
   公众对新技术的疑虑|the doubts of the public about new technology`,
  `面向家庭的智能设备|smart devices for the home
   面向工厂的升级改造|upgrades for factories`,
  `展品研发|the development of exhibits
   科技展示|the showing of technology`,
);

export const exhibition = (): ActivityPlan[] => [
  ...DAYS.map(({ slug, theme, field, abstract, items }, at) =>
    event({
      slug,
      board: 'exhibition',
      kind: 'exhibition',
      title: `${SHOW}·${theme[0]}|${SHOW_EN}: ${theme[1]}`,
      abstract,
      topic: field === 'education' ? 'people' : field === 'brain' ? 'brain-computer' : field === 'ai' ? 'ai' : 'digital',
      fields: [field],
      hosts: [
        ['transfer-centre', 'organiser'],
        ['company-cloud', 'co-host'],
      ],
      matter: ABOUT,
      size: 5000,
      rooms: ['hall-e1'],
      day: at + 1,
      part: 'day',
      start: '09:00',
      access: at === 4 ? 'open' : 'registered',
      items: [
        item(
          'opening',
          30,
          at === 0
            ? '开展与巡馆|Opening of the show and first walk round'
            : `入场与导览：${theme[0]}|Doors open and guided tour: ${theme[1]}`,
          cast('host', 1, 'expert'),
        ),
        ...items.slice(0, 2).map((title) => item('demonstration', 60, title, cast('speaker', 1, 'engineer', 'founder'))),
        item('break', 90, '自由参观|Free visit'),
        ...items.slice(2).map((title) => item('demonstration', 60, title, cast('speaker', 1, 'founder', 'engineer'))),
        item('other', 120, '展台交流与预约洽谈|Talks at the stands and by appointment'),
      ],
    }),
  ),
  event({
    slug: 'cloud-exhibition-launch',
    board: 'exhibition',
    kind: 'exhibition',
    title: '云上展览开通|The Cloud Exhibition Opens',
    abstract:
      '云上展览与线下展览同步开通：不能到场的观众也能看展品、听讲解、约洽谈。|The cloud exhibition opens together with the halls: those who cannot come can see the exhibits, hear them explained and make appointments.',
    topic: 'digital',
    fields: ['metaverse', 'software'],
    hosts: [['company-cloud', 'organiser']],
    matter: ABOUT,
    size: 120,
    rooms: ['scenario-hall'],
    day: 0,
    part: 'afternoon',
    start: '15:00',
    access: 'open',
    streamed: true,
    items: [
      item('opening', 10, '开通仪式|Opening'),
      item('demonstration', 25, '在手机上逛展：五分钟上手|The show on a phone: five minutes to learn', cast('speaker', 1, 'engineer')),
      item('talk', 25, '网速很慢时怎样看展|Seeing the show on a slow connection', cast('speaker', 1, 'engineer')),
      item('demonstration', 30, '三位参展者的云展台|Three exhibitors and their stands in the cloud', cast('speaker', 3, 'founder')),
    ],
  }),
  event({
    slug: 'tibetan-plateau-zone',
    board: 'exhibition',
    kind: 'exhibition',
    title: '第二次青藏科考成果展区开放活动|Zone of the Second Tibetan Plateau Expedition: Open Hours',
    abstract:
      '科考队员带着岩心、冰芯和标本，在展区讲述数据背后的路程。|Members of the expedition bring cores of rock and ice and specimens, and tell of the journeys behind the data.',
    topic: 'earth',
    fields: ['ecology', 'climate'],
    hosts: [['academy-plateau', 'organiser']],
    matter: ABOUT,
    size: 240,
    rooms: ['lecture-hall'],
    day: 2,
    part: 'afternoon',
    start: '14:00',
    access: 'open',
    items: [
      item('opening', 10, '展区导览|A walk through the zone'),
      item('talk', 25, '一根冰芯里的一千年|A thousand years in a core of ice', cast('speaker', 1, 'scholar')),
      item('talk', 25, '在海拔六千米住下来|Living at six thousand metres', cast('speaker', 1, 'scholar')),
      item('demonstration', 30, '浮空艇怎样测量大气|How an aerostat measures the air', cast('speaker', 1, 'engineer')),
      item('panel', 30, '与科考队员面对面|Meet the expedition', cast('moderator', 1, 'writer'), cast('panellist', 3, 'scholar')),
    ],
  }),
  event({
    slug: 'academicians-zone',
    board: 'exhibition',
    kind: 'exhibition',
    title: '院士创新成果展区专题讲解|Zone of Academicians’ Innovations: Guided Talks',
    abstract:
      '展区精选院士团队的代表性成果，由团队成员讲解研究的起点、转折与应用。|The zone shows selected work of academicians’ teams; members explain how it began, where it turned and what it is used for.',
    topic: 'materials',
    fields: ['materials', 'photonics'],
    hosts: [
      ['academy-materials', 'organiser'],
      ['academy-life', 'co-host'],
    ],
    matter: ABOUT,
    size: 240,
    rooms: ['lecture-hall'],
    day: 3,
    part: 'morning',
    start: '10:00',
    access: 'open',
    items: [
      item('opening', 10, '展区介绍|About the zone'),
      item('talk', 25, '一块玻璃的三十年|Thirty years of one piece of glass', cast('speaker', 1, 'scholar')),
      item('talk', 25, '从矿石到超导带材|From ore to superconducting tape', cast('speaker', 1, 'scholar')),
      item('talk', 25, '疫苗佐剂的意外发现|The chance discovery of an adjuvant', cast('speaker', 1, 'scholar')),
      item('demonstration', 25, '看得见的光纤|Optical fibre made visible', cast('speaker', 1, 'engineer')),
    ],
  }),
];
