/** 配套活动: the three that the account names, and four sample ones. */
import type { ActivityPlan } from '../plan.ts';
import { cast, event, item, matter, series } from './event.ts';

const SERVICES = matter(
  `科技服务的专业化|the making of a profession in technology services
   服务质量的评价|the assessment of services
   中小机构的获客成本|the cost of finding clients`,
  `企业研发外包|research done for companies
   检验检测与认证|testing and certification
   科技咨询|advice on technology`,
  `科技服务业|technology services
   检验检测|testing
   技术经纪|technology brokerage`,
);

const PUBLIC = matter(
  `把复杂的问题讲明白|making hard questions plain
   公众的好奇与误解|public curiosity and misunderstanding`,
  `课堂上的科学活动|science in the classroom
   家庭里的小实验|small experiments at home`,
  `科学普及|popular science
   基础科学|basic science`,
);

const ENTERPRISE = matter(
  `实体企业的数字化投入|what manufacturers invest in going digital
   供应链的韧性|the resilience of supply chains
   技能工人的短缺|the shortage of skilled workers`,
  `柔性制造|flexible manufacturing
   门店与工厂的数据打通|joining the data of shop and factory
   绿色供应链|green supply chains`,
  `实体经济|the real economy
   供应链管理|supply chains
   企业数字化|digital business`,
);

export const sideEvents = (): ActivityPlan[] => [
  event({
    slug: 'technology-services-session',
    board: 'side',
    kind: 'side-event',
    title: '科技服务创新发展专场会|Session on Innovation in Technology Services',
    abstract:
      '检验检测、技术经纪、科技咨询和知识产权服务机构共同讨论：科技服务业怎样从“帮忙”变成专业。|Testing houses, brokers, advisers and patent firms discuss how technology services turn from a favour into a profession.',
    topic: 'transfer',
    fields: ['technology-transfer'],
    hosts: [
      ['transfer-centre', 'organiser'],
      ['association-patents', 'co-host'],
    ],
    people: [cast('chair', 1, 'expert')],
    matter: SERVICES,
    size: 150,
    rooms: ['pitch-hall'],
    day: 1,
    part: 'morning',
    start: '09:30',
    items: [
      item('opening', 10, '致辞|Words of welcome', cast('guest-of-honour', 1, 'official')),
      ...series(
        'keynote',
        25,
        '科技服务业的价值怎样被看见|Making the worth of technology services visible',
        SERVICES,
        'services keynote',
        cast('speaker', 1, 'expert'),
      ),
      ...series(
        'talk',
        20,
        `技术经理人：一种新职业的成长|The technology broker: a profession grows up
        一份检测报告怎样走遍世界|How one test report travels the world
        概念验证中心的真实账本|The true accounts of a proof-of-concept centre`,
        SERVICES,
        'services',
        cast('speaker', 1, 'expert'),
      ),
      ...series(
        'panel',
        35,
        '好的科技服务值多少钱|What is good technology service worth?',
        SERVICES,
        'services panel',
        cast('moderator', 1, 'expert'),
        cast('panellist', 4, 'expert', 'founder'),
      ),
    ],
  }),
  event({
    slug: 'new-real-economy-enterprise-forum',
    board: 'side',
    kind: 'side-event',
    title: '新型实体企业论坛|Forum of New Real-Economy Enterprises',
    abstract:
      '既有实体根基、又有数字能力的企业，讨论怎样带动供应链上的中小企业一起转型。|Enterprises with roots in the real economy and digital skills discuss how to bring along the small companies in their supply chains.',
    topic: 'engineering',
    fields: ['industrial-internet'],
    hosts: [
      ['company-cloud', 'organiser'],
      ['university-business', 'co-host'],
    ],
    people: [cast('chair', 1, 'expert')],
    matter: ENTERPRISE,
    size: 450,
    rooms: ['hall-c'],
    day: 4,
    part: 'afternoon',
    start: '14:00',
    streamed: true,
    interpreted: true,
    items: [
      item('opening', 10, '开场|Opening', cast('guest-of-honour', 1, 'official')),
      ...series(
        'keynote',
        25,
        `什么是新型实体企业|What is a new real-economy enterprise?
        技术怎样流到供应链的末端|How technology reaches the end of the supply chain`,
        ENTERPRISE,
        'enterprise keynote',
        cast('speaker', 1, 'founder'),
      ),
      item('break', 15, '茶歇|Break'),
      ...series(
        'talk',
        20,
        `一家百年工厂的第三次转型|The third transformation of a factory a hundred years old
        仓库里的算法与人|Algorithms and people in a warehouse`,
        ENTERPRISE,
        'enterprise',
        cast('speaker', 1, 'engineer', 'founder'),
      ),
      ...series(
        'panel',
        40,
        '大企业与小供应商如何共享数据|How can large companies and small suppliers share data?',
        ENTERPRISE,
        'enterprise panel',
        cast('moderator', 1, 'expert'),
        cast('panellist', 4, 'founder', 'engineer'),
      ),
    ],
  }),
  event({
    slug: 'scientists-hard-science-talks',
    board: 'side',
    kind: 'side-event',
    title: '科学家硬科普演讲|Scientists’ Hard-Science Talks',
    abstract:
      '不用比喻绕开难点：科学家面向公众，把一个硬核问题讲到底。|No metaphors to get round the difficulty: scientists take one hard question before the public and follow it to the end.',
    topic: 'people',
    fields: ['education'],
    hosts: [['association-popular', 'organiser']],
    people: [cast('host', 1, 'writer')],
    matter: PUBLIC,
    size: 260,
    rooms: ['lecture-hall'],
    day: 0,
    part: 'afternoon',
    start: '14:30',
    access: 'open',
    streamed: true,
    items: [
      item('opening', 5, '今晚之前，先听三个难题|Three hard questions before tonight', cast('host', 1, 'writer')),
      ...series(
        'talk',
        30,
        `时间为什么只有一个方向|Why time has only one direction
        细胞怎样数数|How cells count
        一块芯片里有多少座城市|How many cities fit into a chip`,
        PUBLIC,
        'hard science',
        cast('speaker', 1, 'scholar'),
      ),
      item('other', 25, '观众提问：没有愚蠢的问题|Questions from the audience: none is foolish'),
    ],
  }),
  event({
    slug: 'open-day-of-laboratories',
    board: 'side',
    kind: 'side-event',
    title: '实验室与企业开放日|Open Day of Laboratories and Companies',
    abstract:
      '参会者分组走进实验室、孵化器和生产线，与正在做事的人交谈。|Participants visit laboratories, incubators and production lines in groups and talk with those at work there.',
    topic: 'cooperation',
    fields: ['technology-transfer', 'robotics'],
    hosts: [['transfer-incubator', 'organiser']],
    matter: ENTERPRISE,
    size: 120,
    rooms: ['scenario-hall'],
    day: 4,
    part: 'morning',
    start: '09:30',
    items: [
      item('opening', 15, '分组与安全说明|Groups and safety'),
      item('demonstration', 60, '参观路线：从芯片到机器人|Tour: from chip to robot', cast('host', 1, 'engineer')),
      item('demonstration', 60, '参观路线：从细胞到新药|Tour: from cell to medicine', cast('host', 1, 'scholar')),
      item('closing', 15, '返程与交流|Return and conversation'),
    ],
  }),
  event({
    slug: 'overseas-talents-meeting',
    board: 'side',
    kind: 'side-event',
    title: '海外科技人才交流会|Meeting for Scientists and Engineers from Abroad',
    abstract:
      '已在北京工作的外籍科研人员讲述签证、住房、子女教育和合作中的真实经历，相关部门现场答疑。|Foreign researchers who work in Beijing tell of visas, housing, schools and working together as they really are; those in charge answer questions on the spot.',
    topic: 'people',
    fields: ['innovation-policy'],
    hosts: [
      ['ministry-talent', 'organiser'],
      ['international-young', 'co-host'],
    ],
    matter: SERVICES,
    size: 150,
    rooms: ['pitch-hall', 'crane-studio'],
    day: 3,
    part: 'afternoon',
    foreign: 8,
    items: [
      item('opening', 10, '欢迎|Welcome', cast('host', 1, 'official')),
      ...series(
        'talk',
        20,
        `我在北京建实验室的第一年|My first year of building a laboratory in Beijing
        跨国家庭的学校与生活|Schools and daily life for families from abroad`,
        SERVICES,
        'overseas',
        cast('speaker', 1, 'scholar'),
      ),
      item('other', 40, '政策咨询与一对一答疑|Advice and answers one to one', cast('panellist', 3, 'official', 'expert')),
    ],
  }),
  event({
    slug: 'youth-science-workshop',
    board: 'side',
    kind: 'side-event',
    title: '青少年科学工作坊|Science Workshop for the Young',
    abstract:
      '在首钢园的吊车工坊里，学生用一个下午造一台会画画的机器。|In the crane studio at Shougang Park, students spend an afternoon building a machine that draws.',
    topic: 'people',
    fields: ['education', 'robotics'],
    hosts: [
      ['association-popular', 'organiser'],
      ['association-fiction', 'co-host'],
    ],
    people: [cast('host', 1, 'writer')],
    matter: PUBLIC,
    size: 120,
    rooms: ['crane-studio'],
    day: 5,
    part: 'afternoon',
    start: '13:30',
    access: 'open',
    foreign: 1,
    items: [
      item('opening', 15, '认识零件|Meet the parts'),
      item('demonstration', 60, '造一台会画画的机器|Build a machine that draws', cast('speaker', 2, 'engineer')),
      item('other', 40, '作品展示|Show what you made'),
      item('closing', 15, '颁发“好问题奖”|Prizes for good questions', cast('guest-of-honour', 1, 'scholar')),
    ],
  }),
  event({
    slug: 'science-and-music-evening',
    board: 'side',
    kind: 'side-event',
    title: '科学与音乐之夜|An Evening of Science and Music',
    abstract:
      '科学家与音乐家同台：引力波的声音、鸟鸣的语法、一座高炉的回声。|Scientists and musicians share a stage: the sound of gravitational waves, the grammar of birdsong, the echo of a blast furnace.',
    topic: 'imagination',
    fields: ['education'],
    hosts: [
      ['university-design', 'organiser'],
      ['company-steel', 'co-host'],
    ],
    people: [cast('host', 1, 'writer')],
    matter: PUBLIC,
    size: 800,
    rooms: ['blast-furnace-3'],
    day: 4,
    part: 'evening',
    start: '19:00',
    access: 'open',
    streamed: true,
    items: [
      item('opening', 10, '序曲|Overture'),
      item('talk', 20, '引力波听起来像什么|What gravitational waves sound like', cast('speaker', 1, 'scholar')),
      item('talk', 20, '鸟儿也有方言|Birds have dialects, too', cast('speaker', 1, 'scholar')),
      item('demonstration', 40, '为高炉而作：现场演奏|Written for a blast furnace: a performance', cast('speaker', 2, 'writer')),
      item('closing', 10, '尾声|Coda'),
    ],
  }),
];
