/** 成果发布: all 28 results in one event, and a dialogue about some of them afterwards. */
import { RESULTS } from '../results.ts';
import type { ActivityPlan, ItemPlan } from '../plan.ts';
import { cast, event, item, matter, series } from './event.ts';

const ABOUT = matter(
  `成果的独立验证|the independent proof of results
   从发布到应用的时间|the time from release to use`,
  `成果的首批示范应用|first demonstrations of new results
   国际联合验证|proof by international teams`,
  `重大成果评价|the assessment of major results
   成果转化|the transfer of results`,
);

const release = (key: string): ItemPlan => {
  const result = RESULTS.find((found) => found.key === key)!;
  return {
    kind: 'release',
    minutes: 5,
    title: [`发布：${result.title[0]}`, `Release: ${result.title[1]}`],
    abstract: [`${result.what[0]}。`, sentence(result.what[1])],
    cast: [cast('speaker', 1, result.category === 'hard' ? 'scholar' : 'expert')],
    results: [result.key],
  };
};

const sentence = (what: string): string => `${what[0]!.toUpperCase()}${what.slice(1)}.`;

const inCategory = (category: string): ItemPlan[] =>
  RESULTS.filter((result) => result.category === category).map(({ key }) => release(key));

export const releases = (): ActivityPlan[] => [
  event({
    slug: 'release-of-major-results',
    board: 'release',
    kind: 'release',
    title: '重大科技成果发布会|Release of Major Results',
    subtitle: '28项成果，其中22项硬科技|28 results, 22 of them hard technology',
    abstract:
      '四类成果依次发布：国家级科技计划与报告、国际科技创新中心评估指数、先行先试改革最新成效、原创性颠覆性硬科技成果。|Results of four kinds are released in turn: national programmes and reports, indices of innovation centres, outcomes of the pilot reforms, and original and disruptive hard technology.',
    topic: 'governance',
    fields: ['innovation-policy', 'technology-transfer'],
    hosts: [
      ['ministry-of-science-and-technology', 'host'],
      ['chinese-academy-of-sciences', 'host'],
      ['china-association-for-science-and-technology', 'host'],
      ['beijing-municipal-government', 'host'],
    ],
    people: [cast('host', 1, 'expert')],
    matter: ABOUT,
    size: 1500,
    rooms: ['grand-hall-a'],
    day: 1,
    part: 'afternoon',
    start: '14:00',
    access: 'invited',
    streamed: true,
    interpreted: true,
    foreign: 1,
    items: [
      item('opening', 10, '开场：这一年的二十八件事|Opening: twenty-eight things in a year', cast('guest-of-honour', 1, 'official')),
      ...inCategory('plans'),
      ...inCategory('indices'),
      ...inCategory('reform'),
      item('break', 15, '茶歇与媒体提问|Break and questions from the press'),
      ...inCategory('hard'),
      item('closing', 10, '成果进入交易与展示环节|From release to exchange and exhibition', cast('host', 1, 'expert')),
    ],
  }),
  event({
    slug: 'results-dialogue',
    board: 'release',
    kind: 'release',
    title: '成果对话：发布之后|Dialogue on Results: after the Release',
    abstract:
      '部分成果的团队与用户、投资人、监管者对话，回答一个问题：下一个一年里要做成什么。|Teams behind some of the results talk with users, investors and regulators and answer one question: what must be achieved within a year?',
    topic: 'transfer',
    fields: ['technology-transfer', 'storage', 'brain-computer'],
    hosts: [['transfer-centre', 'organiser']],
    matter: ABOUT,
    size: 240,
    rooms: ['room-307', 'room-309', 'lecture-hall'],
    day: 2,
    part: 'afternoon',
    streamed: true,
    items: [
      item('opening', 10, '从“发布”到“可用”|From “released” to “usable”', cast('host', 1, 'expert')),
      ...series(
        'talk',
        20,
        `柔性电极的下一步：医生怎么看|What is next for the flexible electrode: a physician’s view
        量子密钥网络的第一份账单|The first bill of a quantum key network
        固态电池离装车还有几关|How many gates before a solid-state cell is in a car?`,
        ABOUT,
        'results dialogue',
        cast('speaker', 1, 'clinician', 'engineer'),
      ).map((plan, at) => ({
        ...plan,
        results: [['high-density-flexible-electrode', 'metropolitan-network-for-quantum-keys', 'all-solid-state-lithium-cell'][at]!],
      })),
      item('break', 15, '茶歇|Break'),
      ...series(
        'panel',
        45,
        '成果发布之后的第一百天|The hundredth day after a release',
        ABOUT,
        'results panel',
        cast('moderator', 1, 'writer'),
        cast('panellist', 4, 'investor', 'expert', 'official'),
      ),
    ],
  }),
];
