/** Opening, plenary and signing: the hours are stated (evening of the 25th, morning of the 26th), the agendas are sample data. */
import { Abstracts } from './abstracts.ts';
import { type ActivityPlan, pair, pairs } from './plan.ts';

const MATTER = {
  problems: pairs(`全球科研合作中的信任|trust in global research
    创新资源的均衡共享|the fair sharing of resources for innovation
    前沿技术的共同治理|the common governance of new technologies`),
  uses: pairs(`应对气候变化的联合行动|joint action against climate change
    普惠的数字服务|digital services for everyone
    公共卫生的全球协作|global cooperation in public health`),
  areas: pairs(`国际科技合作|international scientific cooperation
    基础研究|basic research
    创新治理|the governance of innovation`),
};

const FOUR_HOSTS: ActivityPlan['hosts'] = [
  ['ministry-of-science-and-technology', 'host'],
  ['chinese-academy-of-sciences', 'host'],
  ['china-association-for-science-and-technology', 'host'],
  ['beijing-municipal-government', 'host'],
];

/** People of the ceremonies work for sample organisations, whoever hosts. */
const main = {
  board: 'main' as const,
  fields: ['innovation-policy'],
  topic: 'cooperation',
  hosts: FOUR_HOSTS,
  people: [],
  access: 'invited' as const,
  languages: ['zh', 'en'],
  interpretation: ['zh', 'en'],
  streamed: true,
  rooms: ['grand-hall-a'],
  matter: MATTER,
  foreign: 5,
};

export function ceremonies(): ActivityPlan[] {
  const abstracts = new Abstracts(MATTER, 'plenary');
  const keynote = (title: string) => ({
    kind: 'keynote' as const,
    minutes: 25,
    title: pair(title),
    abstract: abstracts.next('keynote'),
    cast: [{ role: 'speaker' as const, count: 1, crafts: ['scholar' as const] }],
  });
  return [
    {
      ...main,
      slug: 'opening-ceremony',
      kind: 'ceremony',
      title: pair('论坛开幕式|Opening Ceremony'),
      abstract: pair(
        '2022中关村论坛开幕，各国来宾在北京主会场和海外分会场共同参加。|ZGC Forum 2022 opens, with guests of many countries in the main venue in Beijing and at the sub-venues abroad.',
      ),
      size: 2800,
      day: 0,
      part: 'evening',
      start: '19:00',
      items: [
        { kind: 'ceremony', minutes: 10, title: pair('序幕：从中关村到世界|Prelude: from Zhongguancun to the world') },
        {
          kind: 'opening',
          minutes: 30,
          title: pair('主办单位与来宾致辞|Addresses by hosts and guests'),
          cast: [{ role: 'guest-of-honour', count: 4, crafts: ['official'] }],
        },
        { kind: 'ceremony', minutes: 15, title: pair('连线海外分会场|Greetings from the sub-venues') },
        {
          kind: 'keynote',
          minutes: 20,
          title: pair('开放是科学的天性|Openness is in the nature of science'),
          abstract: abstracts.next('keynote'),
          cast: [{ role: 'speaker', count: 1, crafts: ['scholar'] }],
        },
        { kind: 'closing', minutes: 15, title: pair('宣布论坛开幕|The forum is declared open') },
      ],
    },
    {
      ...main,
      slug: 'plenary-session',
      kind: 'plenary',
      title: pair('全体会议|Plenary Session'),
      abstract: pair(
        '围绕“开放合作·共享未来”，科学家、企业家和国际科技组织负责人发表主旨演讲并对话。|On the theme “Open Cooperation, Shared Future”, scientists, entrepreneurs and heads of international scientific organisations give keynotes and talk with one another.',
      ),
      size: 2800,
      day: 1,
      part: 'morning',
      start: '09:00',
      people: [{ role: 'chair', count: 1, crafts: ['official'] }],
      items: [
        { kind: 'opening', minutes: 10, title: pair('主席开场|Opening by the chair') },
        keynote('基础研究为什么需要全世界|Why basic research needs the whole world'),
        keynote('把技术交到需要它的人手中|Putting technology into the hands that need it'),
        keynote('人类共同的实验室：大科学设施的未来|Laboratories for all: the future of large research facilities'),
        keynote('当机器参与发现|When machines take part in discovery'),
        {
          kind: 'panel',
          minutes: 40,
          title: pair('对话：开放创新的代价与回报|Dialogue: what open innovation costs and what it gives back'),
          abstract: abstracts.next('panel'),
          cast: [
            { role: 'moderator', count: 1, crafts: ['expert'] },
            { role: 'panellist', count: 5, crafts: ['scholar', 'official', 'founder'] },
          ],
        },
      ],
    },
    {
      ...main,
      slug: 'signing-international-cooperation',
      kind: 'signing',
      board: 'exchange',
      topic: 'transfer',
      fields: ['technology-transfer'],
      title: pair('国际科技合作项目签约仪式|Signing of International Cooperation Projects'),
      abstract: pair(
        '一批国际科技合作项目在论坛期间签约，涵盖联合实验室、人才培养和技术转移。|International cooperation projects are signed during the forum: joint laboratories, training and technology transfer.',
      ),
      hosts: [['transfer-centre', 'organiser']],
      size: 180,
      rooms: ['signing-hall'],
      day: 3,
      part: 'afternoon',
      start: '15:00',
      items: [
        {
          kind: 'opening',
          minutes: 10,
          title: pair('致辞|Words of welcome'),
          cast: [{ role: 'guest-of-honour', count: 1, crafts: ['official'] }],
        },
        {
          kind: 'signing',
          minutes: 20,
          title: pair('联合实验室合作签约|Signing for joint laboratories'),
          cast: [{ role: 'guest-of-honour', count: 4, crafts: ['scholar', 'official'] }],
        },
        {
          kind: 'signing',
          minutes: 20,
          title: pair('技术转移与产业合作签约|Signing for technology transfer and industry'),
          cast: [{ role: 'guest-of-honour', count: 4, crafts: ['founder', 'expert'] }],
        },
        { kind: 'closing', minutes: 10, title: pair('合影与交流|Group photograph and conversation') },
      ],
    },
    {
      ...main,
      slug: 'signing-technology-deals',
      kind: 'signing',
      board: 'exchange',
      topic: 'transfer',
      fields: ['technology-transfer'],
      title: pair('技术交易项目集中签约|Signing of Technology Deals'),
      abstract: pair(
        '采用“零门槛费＋里程碑支付＋收入提成”等“先使用后付费”方式达成的项目集中签约，同时推出示范应用场景。|Deals made on “use first, pay later” terms (no entry fee, payments at milestones, a share of revenue) are signed together, and scenarios for demonstration are announced.',
      ),
      hosts: [['transfer-exchange', 'organiser']],
      size: 180,
      rooms: ['signing-hall'],
      day: 5,
      part: 'morning',
      start: '10:00',
      items: [
        {
          kind: 'opening',
          minutes: 10,
          title: pair('交易会成果通报|What the convention achieved'),
          cast: [{ role: 'speaker', count: 1, crafts: ['expert'] }],
        },
        {
          kind: 'signing',
          minutes: 20,
          title: pair('“先使用后付费”项目签约|Signing of “use first, pay later” deals'),
          cast: [{ role: 'guest-of-honour', count: 4, crafts: ['founder', 'expert'] }],
        },
        {
          kind: 'signing',
          minutes: 20,
          title: pair('揭榜挂帅项目签约|Signing of open-challenge projects'),
          cast: [{ role: 'guest-of-honour', count: 4, crafts: ['engineer', 'founder'] }],
        },
        { kind: 'release', minutes: 15, title: pair('推出示范应用场景|Scenarios for demonstration are announced') },
      ],
    },
  ];
}
