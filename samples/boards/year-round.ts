/**
 * 常态化活动: fifteen events from January to November 2022, at least one each month. That there were fifteen, and the promise of an event
 * every month, is stated; what they were is sample data.
 */
import { type ActivityPlan, pair } from '../plan.ts';
import { cast, event, item, matter, series } from './event.ts';

/** month-day · title · abstract · talk · field · topic */
const EVENTS: readonly [date: string, title: string, abstract: string, talk: string, field: string, topic: string][] = [
  [
    '01-14',
    '新年科学讲坛：从一片雪花说起|New Year Lecture: Beginning with a Snowflake',
    '以冰雪为题的公众科学讲座。|A public lecture on ice and snow.',
    '雪花为什么是六角形|Why snowflakes have six corners',
    'education',
    'people',
  ],
  [
    '02-25',
    '硬科技投资早餐会|Hard Technology Breakfast',
    '投资人与早期团队在早餐桌边交流。|Investors and early teams meet over breakfast.',
    '种子轮的第一张问卷|The first questions of a seed round',
    'finance',
    'transfer',
  ],
  [
    '03-10',
    '开源芯片开发者沙龙|Open-Source Chip Developers’ Salon',
    '开发者带着代码与波形图来讨论。|Developers bring code and waveforms.',
    '一次流片失败的排查记录|Tracking down a failed tape-out',
    'chips',
    'open-source-chips',
  ],
  [
    '03-24',
    '春耕时节：智慧农业开放日|Spring Ploughing: Smart Farming Open Day',
    '在田间地头演示播种与监测技术。|Sowing and monitoring, shown in the field.',
    '拖拉机自动驾驶的田间账|Self-driving tractors: what the field says',
    'agriculture',
    'life',
  ],
  [
    '04-21',
    '世界地球日：遥感看变化|Earth Day: Change Seen from Orbit',
    '用二十年的影像讲述一条河的故事。|Twenty years of images tell the story of a river.',
    '一条河的二十张照片|One river in twenty pictures',
    'remote-sensing',
    'earth',
  ],
  [
    '05-12',
    '数据安全实践工作坊|Workshop on Data Security in Practice',
    '中小机构动手完成一次数据分级。|Small organisations grade their data, hands on.',
    '数据分级从哪张表开始|With which table to start',
    'data',
    'digital',
  ],
  [
    '05-26',
    '科技周·实验室之夜|Science Week: a Night in the Laboratory',
    '实验室在夜间向公众开放。|Laboratories open to the public by night.',
    '夜里的显微镜|The microscope at night',
    'education',
    'people',
  ],
  [
    '06-16',
    '国际技术转移圆桌|Round Table on International Technology Transfer',
    '跨境技术转移机构交流年中项目。|Transfer organisations exchange projects at mid-year.',
    '一份跨境许可合同的半年|Half a year of one licence',
    'technology-transfer',
    'transfer',
  ],
  [
    '07-07',
    '青年科学家夏季夜谈|Summer Evening with Young Scientists',
    '青年科学家谈失败、转向与坚持。|Young scientists on failing, turning and persisting.',
    '我放弃过的三个课题|Three problems I gave up',
    'education',
    'people',
  ],
  [
    '07-21',
    '碳中和城市行动会|City Action for Carbon Neutrality',
    '城市与园区比较减碳清单。|Cities and parks compare their lists.',
    '一个园区的减碳账本|A park’s carbon accounts',
    'carbon',
    'carbon-neutrality',
  ],
  [
    '08-11',
    '脑机接口体验日|A Day with Brain–Computer Interfaces',
    '公众在研究人员陪同下体验无创设备。|Visitors try non-invasive devices, accompanied by researchers.',
    '脑电帽能读出什么|What an EEG cap can read',
    'brain-computer',
    'brain-computer',
  ],
  [
    '08-25',
    '前沿大赛集训营|Training Camp of the Frontier Contest',
    '入围团队接受路演与合规辅导。|Selected teams are coached in pitching and compliance.',
    '八分钟怎样讲清一项技术|One technology in eight minutes',
    'technology-transfer',
    'transfer',
  ],
  [
    '09-08',
    '智能制造工厂行|A Visit to a Smart Factory',
    '走进生产线，看数据怎样改变换班。|On the line, to see how data change a shift.',
    '换班时的十分钟|Ten minutes at the change of shift',
    'industrial-internet',
    'materials',
  ],
  [
    '10-20',
    '金秋成果对接会|Autumn Matching of Results',
    '高校院所与企业的秋季对接。|Universities and companies meet in autumn.',
    '样机之后的第一张订单|The first order after the prototype',
    'technology-transfer',
    'transfer',
  ],
  [
    '11-10',
    '论坛预热：科幻与未来城市|On the Way to the Forum: Science Fiction and Future Cities',
    '作家与规划师的对谈，为年度论坛预热。|A writer and a planner talk, as a prelude to the forum.',
    '小说里的地铁通向哪里|Where the underground in novels leads',
    'metaverse',
    'imagination',
  ],
];

const ABOUT = matter(
  `活动之后的持续联系|keeping in touch after an event
   公众参与的深度|how deeply the public takes part`,
  `全年不断的交流|exchange throughout the year
   小型合作的起步|small beginnings of cooperation`,
  `科技交流|scientific exchange
   创新服务|services for innovation`,
);

export const YEAR_ROUND_DATES = new Map(EVENTS.map(([date, title]) => [slug(title), `2022-${date}`]));

function slug(title: string): string {
  return `year-round-${pair(title)[1]
    .toLowerCase()
    .normalize('NFKD')
    .replace(/’/g, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '')
    .slice(0, 60)
    .replace(/-$/, '')}`;
}

export const yearRound = (): ActivityPlan[] =>
  EVENTS.map(([, title, abstract, talk, field, topic], at) =>
    event({
      slug: slug(title),
      board: 'side',
      kind: 'year-round',
      title,
      abstract,
      topic,
      fields: [field],
      hosts: [[['association-popular', 'transfer-incubator', 'transfer-centre'][at % 3]!, 'organiser']],
      matter: ABOUT,
      size: 110,
      rooms: ['scenario-hall'],
      part: 'afternoon',
      start: '14:00',
      access: 'open',
      foreign: 2,
      items: [
        ...series('talk', 40, talk, ABOUT, `year-round ${title}`, cast('speaker', 1, 'scholar', 'engineer')),
        item('other', 50, '讨论与交流|Discussion', cast('host', 1, 'expert')),
      ],
    }),
  );
