/**
 * The 28 results released in 2022. How many, how many of them hard technology, and the four categories are stated; titles and owners are
 * sample data.
 */
import type { Activity, Result, Stage, Uuid } from '../src/boards/programme/content.ts';
import { idOf, type Pair, slugOf, text } from './identity.ts';
import { pair } from './plan.ts';

const CATEGORIES = {
  plans: ['国家级科技计划与报告', 'National programmes and reports'],
  indices: ['国际科技创新中心评估指数', 'Indices of international innovation centres'],
  reform: ['中关村先行先试改革最新成效', 'Latest outcomes of Zhongguancun’s pilot reforms'],
  hard: ['原创性颠覆性硬科技成果', 'Original and disruptive hard technology'],
} satisfies Record<string, Pair>;

export interface ResultPlan {
  key: string;
  title: Pair;
  what: Pair;
  category: keyof typeof CATEGORIES;
  field: string;
  readiness: number | null;
  stage: Stage;
  owner: string;
  /** The year of the first publication. */
  since: number;
}

/** title · what it is · category · field · readiness · stage · owner · since */
type Row = [string, string, keyof typeof CATEGORIES, string, number | null, Stage, string, number];

const ROWS: readonly Row[] = [
  [
    '碳中和关键技术研究报告（示例）|Report on Key Technologies for Carbon Neutrality (sample)',
    '梳理十二个行业的减排技术及其成本区间|reviews technologies to cut emissions in twelve sectors and what they cost',
    'plans',
    'carbon',
    null,
    'science',
    'ministry-environment',
    2020,
  ],
  [
    '资源环境科技行动计划（示例）|Action Plan for Resources and the Environment (sample)',
    '提出面向资源循环和生态修复的五年任务|sets tasks for five years in recycling and the restoration of nature',
    'plans',
    'ecology',
    null,
    'science',
    'ministry-resources',
    2021,
  ],
  [
    '科技成果转化年度报告（示例）|Annual Report on the Transfer of Results (sample)',
    '统计高校院所转让、许可和作价投资的情况|counts what universities and institutes sold, licensed and invested',
    'plans',
    'technology-transfer',
    null,
    'market',
    'transfer-exchange',
    2019,
  ],
  [
    '国际科技创新中心指数（示例）|Index of International Innovation Centres (sample)',
    '从科学研究、创新经济和创新生态三方面评估全球城市|assesses cities of the world by research, innovative economy and environment',
    'indices',
    'innovation-policy',
    null,
    'science',
    'academy-policy',
    2020,
  ],
  [
    '科研城市指数（示例）|Index of Science Cities (sample)',
    '以高质量论文和合作网络衡量城市的科研实力|measures the research of cities by their best papers and their networks',
    'indices',
    'innovation-policy',
    null,
    'science',
    'international-parks',
    2018,
  ],
  [
    '先行先试改革实施成效评估（示例）|Assessment of the Pilot Reforms (sample)',
    '评估24项改革措施在税收、转化、人才和开放方面的阶段性成效|assesses what 24 reform measures have brought so far in tax, transfer, people and openness',
    'reform',
    'innovation-policy',
    null,
    'market',
    'university-business',
    2021,
  ],
  [
    '高密度柔性电极|High-density flexible electrode',
    '上千通道的薄膜电极，可随脑组织微动而形变|a thin-film electrode with more than a thousand channels that moves with the brain',
    'hard',
    'brain-computer',
    6,
    'product',
    'academy-brain',
    2019,
  ],
  [
    '无线植入式神经刺激器|Wireless implanted neurostimulator',
    '无需电池更换的闭环刺激装置|a closed-loop stimulator that needs no change of battery',
    'hard',
    'medical-devices',
    7,
    'product',
    'university-medical',
    2018,
  ],
  [
    '百比特级超导量子处理器|Superconducting quantum processor with a hundred qubits',
    '面向纠错实验的可调耦合芯片|a chip with tunable coupling, made for experiments in error correction',
    'hard',
    'quantum',
    4,
    'technology',
    'academy-quantum',
    2020,
  ],
  [
    '城域量子密钥分发网络|Metropolitan network for quantum keys',
    '可与现有光纤共用的密钥分发系统|a system for distributing keys over existing fibre',
    'hard',
    'quantum',
    7,
    'product',
    'academy-quantum',
    2017,
  ],
  [
    '开源高性能处理器核第二代|Open-source high-performance processor core, second generation',
    '全部设计与验证环境向社区开放|a core whose design and verification are open to the community',
    'hard',
    'chips',
    6,
    'product',
    'academy-chip',
    2020,
  ],
  [
    '存算一体视觉芯片|Vision chip that computes in memory',
    '以毫瓦级功耗完成目标识别|recognises objects on a few milliwatts',
    'hard',
    'chips',
    6,
    'technology',
    'university-science',
    2019,
  ],
  [
    '硅光互连收发模块|Silicon photonic transceiver',
    '用于数据中心机架之间的高速互连|links the racks of a data centre at high speed',
    'hard',
    'photonics',
    7,
    'product',
    'university-science',
    2018,
  ],
  [
    '八英寸碳化硅衬底|Eight-inch silicon carbide substrate',
    '微管密度显著降低的大尺寸单晶|a large single crystal with far fewer micropipes',
    'hard',
    'semiconductor-process',
    7,
    'product',
    'academy-materials',
    2016,
  ],
  [
    '多模态科学大模型|Multimodal model for science',
    '可同时读取论文、谱图和分子结构|reads papers, spectra and molecular structures together',
    'hard',
    'ai-for-science',
    5,
    'technology',
    'academy-ai',
    2021,
  ],
  [
    '中期天气预报智能系统|Learning system for medium-range weather forecasts',
    '数分钟内完成十天全球预报|makes a ten-day forecast for the globe within minutes',
    'hard',
    'climate',
    6,
    'technology',
    'academy-earth',
    2021,
  ],
  [
    '可信区块链底层平台|Trusted blockchain platform',
    '支持国产密码与跨链互认的开源平台|an open platform with standard cryptography and recognition across chains',
    'hard',
    'blockchain',
    8,
    'market',
    'company-cloud',
    2018,
  ],
  [
    '隐私计算一体机|Appliance for privacy-preserving computing',
    '让多家机构在不交换原始数据的前提下联合建模|lets institutions build models together without exchanging raw data',
    'hard',
    'data',
    8,
    'market',
    'company-cloud',
    2019,
  ],
  [
    '广谱纳米抗体候选药物|Broad-spectrum nanobody candidate',
    '针对呼吸道病毒的吸入制剂，已进入临床试验|an inhaled medicine against respiratory viruses, now in clinical trials',
    'hard',
    'biomedicine',
    5,
    'technology',
    'company-biotech',
    2020,
  ],
  [
    '通用型细胞治疗平台|Platform for universal cell therapies',
    '以基因编辑降低异体排斥|reduces rejection by editing genes',
    'hard',
    'gene-cell',
    4,
    'science',
    'academy-life',
    2019,
  ],
  [
    '二氧化碳人工合成淀粉工艺|Process that makes starch from carbon dioxide',
    '实验室规模的无细胞合成路线|a cell-free route on the scale of the laboratory',
    'hard',
    'synthetic-biology',
    3,
    'science',
    'academy-life',
    2021,
  ],
  [
    '全固态锂电池样件|All-solid-state lithium cell',
    '通过针刺测试的软包样件|a pouch cell that passes the nail test',
    'hard',
    'storage',
    5,
    'technology',
    'academy-energy',
    2018,
  ],
  [
    '兆瓦级质子交换膜电解槽|Megawatt proton-exchange electrolyser',
    '适应风光波动的制氢装备|makes hydrogen from the changing power of wind and sun',
    'hard',
    'hydrogen',
    7,
    'product',
    'academy-energy',
    2019,
  ],
  [
    '长脉冲高约束等离子体运行|Long pulses of high-confinement plasma',
    '在全金属壁条件下实现的稳态运行|steady operation with walls of metal',
    'hard',
    'fusion',
    4,
    'science',
    'academy-energy',
    2017,
  ],
  [
    '氢基竖炉短流程炼铁|Ironmaking in a hydrogen shaft furnace',
    '以富氢气体替代焦炭的中试产线|a pilot line that replaces coke with gas rich in hydrogen',
    'hard',
    'metals',
    6,
    'technology',
    'company-steel',
    2019,
  ],
  [
    '万米级全海深机械手|Manipulator for full ocean depth',
    '可在海沟底部完成取样的电动机械手|an electric arm that takes samples at the bottom of a trench',
    'hard',
    'ocean',
    8,
    'product',
    'academy-polar',
    2016,
  ],
  [
    '星载温室气体监测载荷|Satellite instrument for greenhouse gases',
    '可识别单个排放源的高分辨率光谱仪|a spectrometer fine enough to see a single source',
    'hard',
    'remote-sensing',
    8,
    'product',
    'academy-space',
    2017,
  ],
  [
    '具身智能协作机器人|Embodied cooperative robot',
    '通过示教即可学会新动作的双臂机器人|a robot with two arms that learns new motions by being shown',
    'hard',
    'robotics',
    7,
    'product',
    'company-robotics',
    2020,
  ],
];

export const RESULTS: readonly ResultPlan[] = ROWS.map(([title, what, category, field, readiness, stage, owner, since]) => {
  const names = pair(title);
  return { key: slugOf(names[1]), title: names, what: pair(what), category, field, readiness, stage, owner, since };
});

export const resultId = (key: string): Uuid => idOf('result', key);

const STAGES: readonly Stage[] = ['science', 'technology', 'product', 'market'];

const BEFORE: Record<Stage, (result: ResultPlan) => { what: Pair; on: string }> = {
  science: ({ since }) => ({ what: ['首篇论文发表', 'First paper published'], on: `${since}-05-18` }),
  technology: ({ since }) => ({ what: ['完成原理样机', 'First prototype completed'], on: `${Math.min(since + 1, 2021)}-11-09` }),
  product: () => ({ what: ['通过第三方测试', 'Tested by a third party'], on: '2022-04-21' }),
  market: () => ({ what: ['首批用户投入使用', 'In use with the first customers'], on: '2022-08-12' }),
};

const edition = (result: ResultPlan): Pair =>
  result.category === 'hard'
    ? ['在重大科技成果发布会上发布', 'Released at the release of major results']
    : ['在论坛上正式发布', 'Published at the forum'];

/** Each result with the steps of its way so far: up to its stage, then what the forum adds. */
export function results2022(activities: readonly Activity[]): Result[] {
  const where = (key: string, kind: string) =>
    activities.find((activity) => activity.board === kind && activity.sessions.some((session) => session.results.includes(resultId(key))));
  return RESULTS.map((result) => {
    const known = STAGES.slice(0, STAGES.indexOf(result.stage) + 1).map((stage) => ({ stage, ...BEFORE[stage](result) }));
    const report = result.category !== 'hard';
    const steps = report ? [{ stage: result.stage, what: ['完成编制与评审', 'Compiled and reviewed'] as Pair, on: '2022-10-20' }] : known;
    const releasedIn = where(result.key, 'release');
    return {
      id: resultId(result.key),
      slug: result.key,
      title: text(result.title),
      abstract: text([`${result.what[0]}。`, `${result.what[1][0]!.toUpperCase()}${result.what[1].slice(1)}.`]),
      field: result.field,
      readiness: result.readiness,
      stage: result.stage,
      category: text(CATEGORIES[result.category]),
      hardTechnology: !report,
      owners: [idOf('organisation', result.owner)],
      steps: [
        ...steps.map(({ stage, what, on }) => ({ stage, what: text(what), on, activity: null })),
        ...(releasedIn ? [{ stage: result.stage, what: text(edition(result)), on: '2022-11-26', activity: releasedIn.id }] : []),
      ],
      sample: true,
    };
  });
}
