/** Sample organisations: sixty that host, and one for each country that speakers come from. Real ones stand in facts.ts. */
import type { Organisation, OrganisationKind } from '../src/boards/programme/content.ts';
import { COUNTRIES, type Country } from './countries.ts';
import { idOf, type Pair, text } from './identity.ts';
import { pair } from './plan.ts';

const sample = (key: string, kind: OrganisationKind, name: Pair, about: Pair, country = 'CN'): Organisation => ({
  id: idOf('organisation', key),
  slug: key,
  name: text(name),
  kind,
  country,
  parent: null,
  ror: null,
  uscc: null,
  url: null,
  about: text(about),
  sample: true,
});

/** key · kind · zh|en · what it looks after, zh|en */
const HOSTS: readonly [string, OrganisationKind, string, string][] = [
  ['ministry-industry', 'ministry', '示例工业部|Sample Ministry of Industry', '工业与制造|industry and manufacturing'],
  ['ministry-energy', 'ministry', '示例能源部|Sample Ministry of Energy', '能源转型与安全|energy transition and security'],
  ['ministry-environment', 'ministry', '示例生态环境部|Sample Ministry of the Environment', '生态环境保护|protection of the environment'],
  ['ministry-transport', 'ministry', '示例交通部|Sample Ministry of Transport', '交通运输|transport'],
  ['ministry-agriculture', 'ministry', '示例农业部|Sample Ministry of Agriculture', '农业与乡村|agriculture and the countryside'],
  ['ministry-health', 'ministry', '示例卫生部|Sample Ministry of Health', '卫生健康|health'],
  ['ministry-resources', 'ministry', '示例自然资源部|Sample Ministry of Natural Resources', '自然资源|natural resources'],
  ['ministry-emergency', 'ministry', '示例应急部|Sample Ministry of Emergency Response', '防灾减灾|disaster prevention and relief'],
  ['ministry-digital', 'ministry', '示例数字发展部|Sample Ministry of Digital Development', '数字经济|the digital economy'],
  ['ministry-culture', 'ministry', '示例文化部|Sample Ministry of Culture', '文化与科技融合|culture and technology'],
  ['ministry-talent', 'ministry', '示例人才部|Sample Ministry of Talent', '科技人才|people in science and technology'],
  ['ministry-commerce', 'ministry', '示例商务部|Sample Ministry of Commerce', '贸易与投资|trade and investment'],
  ['ministry-water', 'ministry', '示例水利部|Sample Ministry of Water Resources', '水资源|water resources'],
  ['ministry-housing', 'ministry', '示例城乡建设部|Sample Ministry of Housing and Cities', '城乡建设|housing and cities'],
  ['ministry-external', 'ministry', '示例国际交流部|Sample Ministry of International Exchange', '国际交流|international exchange'],
  ['ministry-learning', 'ministry', '示例学习部|Sample Ministry of Learning', '科学教育|science education'],
  ['body-foundation', 'central-body', '示例自然科学基金会|Sample Natural Science Foundation', '基础研究资助|funding of basic research'],
  ['body-space', 'central-body', '示例航天局|Sample Space Administration', '空间科学与应用|space science and its applications'],
  ['body-weather', 'central-body', '示例气象局|Sample Meteorological Administration', '天气与气候|weather and climate'],
  ['body-standards', 'central-body', '示例标准局|Sample Standards Administration', '标准与计量|standards and metrology'],
  [
    'body-women',
    'central-body',
    '示例女性科技工作者联合会|Sample Federation of Women in Science',
    '科技女性的发展|the careers of women in science',
  ],
  ['body-ocean', 'central-body', '示例海洋局|Sample Ocean Administration', '海洋科学与开发|ocean science and use'],
  ['body-medicine', 'central-body', '示例药品监督局|Sample Medicines Administration', '药品与器械审评|review of medicines and devices'],
  [
    'body-engineering',
    'central-body',
    '示例工程院所联合会|Sample Federation of Engineering Institutes',
    '工程科技咨询|advice on engineering',
  ],
  ['academy-brain', 'institute', '示例脑科学研究院|Sample Brain Institute', '脑科学与神经工程|brain science and neural engineering'],
  [
    'academy-ai',
    'institute',
    '示例人工智能研究院|Sample Institute of Artificial Intelligence',
    '人工智能基础与应用|the foundations and uses of artificial intelligence',
  ],
  [
    'academy-quantum',
    'institute',
    '示例量子信息研究院|Sample Institute of Quantum Information',
    '量子计算与通信|quantum computing and communication',
  ],
  ['academy-chip', 'institute', '示例开源芯片研究院|Sample Open-Source Chip Institute', '开源芯片设计|open-source chip design'],
  ['academy-materials', 'institute', '示例材料研究院|Sample Institute of Materials', '先进材料|advanced materials'],
  ['academy-energy', 'institute', '示例能源研究院|Sample Energy Research Institute', '新型能源系统|new energy systems'],
  [
    'academy-carbon',
    'institute',
    '示例碳中和研究院|Sample Carbon Neutrality Institute',
    '减碳与碳核算|decarbonisation and carbon accounting',
  ],
  ['academy-plateau', 'institute', '示例高原研究所|Sample Plateau Research Institute', '高原生态与水资源|plateau ecology and water'],
  ['academy-life', 'institute', '示例生命科学研究院|Sample Institute of Life Sciences', '生命科学前沿|frontiers of the life sciences'],
  [
    'academy-policy',
    'institute',
    '示例科技战略研究院|Sample Institute of Science and Technology Strategy',
    '科技战略与政策|strategy and policy',
  ],
  ['academy-math', 'institute', '示例应用数学研究院|Sample Institute of Applied Mathematics', '应用数学|applied mathematics'],
  ['academy-earth', 'institute', '示例地球系统研究所|Sample Earth System Institute', '地球系统模拟|earth system modelling'],
  [
    'academy-space',
    'institute',
    '示例空间技术研究院|Sample Institute of Space Technology',
    '卫星与深空探测|satellites and deep-space exploration',
  ],
  ['academy-polar', 'institute', '示例海洋与极地研究所|Sample Ocean and Polar Institute', '海洋与极地观测|ocean and polar observation'],
  [
    'university-science',
    'university',
    '示例理工大学|Sample University of Science and Technology',
    '理工科教育与研究|teaching and research in science and engineering',
  ],
  [
    'university-medical',
    'university',
    '示例医科大学|Sample Medical University',
    '医学教育与临床研究|medical education and clinical research',
  ],
  ['university-agriculture', 'university', '示例农业大学|Sample Agricultural University', '农业科学|agricultural science'],
  ['university-design', 'university', '示例艺术与设计大学|Sample University of Art and Design', '艺术与科技|art and technology'],
  ['university-business', 'university', '示例工商大学|Sample Business University', '创新管理与金融|innovation management and finance'],
  ['company-cloud', 'company', '示例云计算公司|Sample Cloud Company', '云与算力服务|cloud and computing services'],
  ['company-vehicles', 'company', '示例智能汽车公司|Sample Intelligent Vehicle Company', '智能网联汽车|intelligent and connected vehicles'],
  ['company-robotics', 'company', '示例机器人公司|Sample Robotics Company', '机器人整机与部件|robots and their parts'],
  ['company-displays', 'company', '示例显示科技公司|Sample Display Company', '新型显示|displays'],
  ['company-biotech', 'company', '示例生物科技公司|Sample Biotech Company', '创新药研发|new medicines'],
  ['company-steel', 'company', '示例钢铁集团|Sample Steel Group', '钢铁与园区更新|steel and the renewal of industrial parks'],
  [
    'transfer-centre',
    'transfer-organisation',
    '示例国际技术转移中心|Sample International Technology Transfer Centre',
    '跨境技术转移|technology transfer across borders',
  ],
  ['transfer-exchange', 'transfer-organisation', '示例技术交易所|Sample Technology Exchange', '技术交易服务|services for technology trade'],
  ['transfer-incubator', 'transfer-organisation', '示例孵化器联盟|Sample Alliance of Incubators', '创业孵化|incubation of start-ups'],
  ['association-investors', 'association', '示例创业投资协会|Sample Venture Capital Association', '创业投资|venture capital'],
  ['association-standards', 'association', '示例产业标准联盟|Sample Industry Standards Alliance', '产业标准|industry standards'],
  ['association-open', 'association', '示例开源软件联盟|Sample Open-Source Software Alliance', '开源社区|open-source communities'],
  [
    'association-fiction',
    'association',
    '示例科幻协会|Sample Science Fiction Association',
    '科幻创作与产业|science fiction and its industry',
  ],
  ['association-popular', 'association', '示例科普协会|Sample Association for Popular Science', '科学普及|popular science'],
  [
    'association-patents',
    'association',
    '示例知识产权服务协会|Sample Association of Patent Services',
    '知识产权服务|intellectual property services',
  ],
  [
    'international-parks',
    'international-organisation',
    '示例国际科学城联盟|Sample International Alliance of Science Cities',
    '科学城之间的合作|cooperation between science cities',
  ],
  [
    'international-young',
    'international-organisation',
    '示例青年科学家国际联盟|Sample International Union of Young Scientists',
    '青年科学家交流|exchange among young scientists',
  ],
];

export const hostOrganisations = (): Organisation[] =>
  HOSTS.map(([key, kind, name, about]) => {
    const [zh, en] = pair(about);
    return sample(key, kind, pair(name), [
      `示例机构，用于演示，职责设定为${zh}。`,
      `A sample organisation for demonstration; its remit is ${en}.`,
    ]);
  });

const ABROAD: readonly [OrganisationKind, Pair][] = [
  ['university', ['示例大学', 'Sample University']],
  ['institute', ['示例研究院', 'Sample Research Institute']],
  ['company', ['示例科技公司', 'Sample Technology Company']],
];

export const abroadKey = (country: Country): string => `sample-${country.code.toLowerCase()}`;

/** One organisation for each country abroad: a university, an institute or a company by turns. */
export const organisationsAbroad = (): Organisation[] =>
  COUNTRIES.map((country, at) => {
    const [kind, [zh, en]] = ABROAD[at % ABROAD.length]!;
    return sample(
      abroadKey(country),
      kind,
      [`${country.name[0]}${zh}`, `${en}, ${country.name[1]}`],
      [
        `设在${country.name[0]}的示例机构，用于演示。`,
        `A sample organisation placed in ${ARTICLE.has(country.code) ? 'the ' : ''}${country.name[1]}, for demonstration.`,
      ],
      country.code,
    );
  });

/** Countries whose English name takes an article in a sentence. */
const ARTICLE = new Set(['AE', 'GB', 'KR', 'NL', 'PH', 'US']);
