/** The matching sessions of the exchange by field: sample data. Texts are `zh|en`, lists have one pair a line. */
export interface Matching {
  slug: string;
  title: string;
  abstract: string;
  fields: string[];
  demands: string;
  offers: string;
  talk: string;
  problems: string;
  uses: string;
}

export const MATCHING: Matching[] = [
  {
    slug: 'matching-biomedicine',
    title: '生物医药技术供需对接会|Matching Session: Biomedicine',
    abstract:
      '药企、医院与研究机构带着具体需求和可转让的成果面对面交流。|Drug makers, hospitals and institutes meet face to face with concrete demands and results that can be transferred.',
    fields: ['biomedicine', 'gene-cell'],
    demands: `寻求：口服多肽的递送辅料|Wanted: excipients for oral peptides
      寻求：低温不失活的诊断酶|Wanted: diagnostic enzymes that survive the cold`,
    offers: `可转让：纳米抗体筛选平台|Offered: a platform to screen nanobodies
      可转让：可吸收止血材料|Offered: an absorbable material that stops bleeding`,
    talk: `许可协议里的里程碑怎样设置|How to set milestones in a licence`,
    problems: `口服吸收的个体差异|how differently people absorb
       临床级原料的稳定供应|a steady supply of clinical-grade material`,
    uses: `医院检验科的日常检测|daily tests in hospital laboratories
       创伤急救|emergency care of wounds`,
  },
  {
    slug: 'matching-digital-transformation',
    title: '数字化转型需求专场|Demands for Digital Transformation',
    abstract:
      '制造、商贸与公共服务单位发布数字化转型需求，技术团队现场回应并约定后续洽谈。|Manufacturers, traders and public services publish what they need to go digital; teams respond on the spot and agree to meet again.',
    fields: ['industrial-internet', 'software'],
    demands: `需求：铸造车间的能耗在线监测|Demand: watching the energy of a foundry as it is used
      需求：冷链仓库的自动盘点|Demand: automatic stocktaking in a cold store`,
    offers: `方案：免改造的设备数据采集|Solution: data from machines without rebuilding them
      方案：小样本缺陷检测模型|Solution: finding defects from few samples`,
    talk: `需求怎样写，别人才能接得住|How to write a demand that others can take up`,
    problems: `车间高温粉尘环境|heat and dust on the shop floor
       缺陷样本太少|too few samples of defects`,
    uses: `铸造与机加工车间|foundries and machine shops
       冷链物流中心|cold-chain logistics centres`,
  },
  {
    slug: 'matching-green-technology',
    title: '绿色低碳技术供需对接会|Matching Session: Green Technology',
    abstract:
      '用能企业公布减排目标和预算，节能、储能和资源循环团队给出方案。|Companies that use much energy state their targets and budgets; teams in efficiency, storage and recycling propose solutions.',
    fields: ['carbon', 'storage'],
    demands: `寻求：低品位余热发电|Wanted: power from low-grade waste heat
      寻求：退役风机叶片的再利用|Wanted: a second use for retired wind blades`,
    offers: `可转让：高温热泵机组|Offered: high-temperature heat pumps
      可转让：钠离子储能模组|Offered: sodium-ion storage modules`,
    talk: `合同能源管理的新写法|New ways to write an energy performance contract`,
    problems: `热源温度的波动|the swings of the heat source
       复合材料的低成本拆解|taking composites apart cheaply`,
    uses: `印染与食品企业|dye works and food makers
       风电场的退役改造|the renewal of old wind farms`,
  },
  {
    slug: 'matching-smart-manufacturing',
    title: '智能制造技术供需对接会|Matching Session: Smart Manufacturing',
    abstract:
      '装备企业与工厂一起讨论从单机到产线的升级，样机在隔壁展区可以当场试用。|Makers of machines and factories discuss upgrades from single machine to whole line; prototypes can be tried next door.',
    fields: ['engineering', 'robotics', 'additive'],
    demands: `寻求：薄壁零件的柔性夹持|Wanted: gentle gripping of thin-walled parts
      寻求：焊缝质量的在线判断|Wanted: judging welds as they are made`,
    offers: `可转让：金属粉末循环装置|Offered: a device to reuse metal powder
      可转让：协作机器人力控关节|Offered: force-controlled joints for cobots`,
    talk: `首台套保险能分担什么风险|What risks insurance of first machines can share`,
    problems: `薄壁件的加工变形|the bending of thin walls in machining
       小批量多品种的换线|changing lines for small and varied batches`,
    uses: `航空零件加工|the machining of aircraft parts
       压力容器制造|the making of pressure vessels`,
  },
  {
    slug: 'matching-universities',
    title: '高校院所成果路演|Results from Universities and Institutes',
    abstract:
      '来自高校院所的成果按“零门槛费＋里程碑支付＋收入提成”等方式开放许可，中小企业可当场登记试用。|Results from universities and institutes are offered on terms such as no entry fee, payments at milestones and a share of revenue; small companies can sign up for a trial on the spot.',
    fields: ['technology-transfer', 'materials'],
    demands: `高校需求：寻找中试伙伴|A university seeks a partner for its pilot plant
      院所需求：寻找海外临床合作方|An institute seeks clinical partners abroad`,
    offers: `成果：自修复防腐涂层|Result: a coating that heals itself
      成果：水下无线充电|Result: wireless charging under water`,
    talk: `“先使用后付费”的第一批案例|The first cases of “use first, pay later”`,
    problems: `实验室成果的工程化|turning laboratory results into engineering
       学生团队的持续投入|keeping student teams at work`,
    uses: `海洋平台防护|the protection of offshore platforms
       水下机器人供能|power for underwater robots`,
  },
  {
    slug: 'matching-international-projects',
    title: '国际项目专场|International Projects',
    abstract:
      '海外机构与团队通过现场和线上两种方式介绍项目，翻译与法律顾问全程在场。|Organisations and teams from abroad present their projects on site and online; interpreters and legal advisers are at hand throughout.',
    fields: ['technology-transfer', 'agriculture'],
    demands: `海外需求：咸水稻育种合作|From abroad: partners for breeding rice that stands salt
      海外需求：山区小水电改造|From abroad: renewing small hydropower in the mountains`,
    offers: `海外成果：免制冷疫苗运输箱|From abroad: a vaccine box without refrigeration
      海外成果：地热井防腐材料|From abroad: materials that last in geothermal wells`,
    talk: `跨境技术合同登记指南|A guide to registering technology contracts across borders`,
    problems: `长距离运输中的温度控制|the control of temperature on long journeys
       当地运维能力|local skill in maintenance`,
    uses: `边远地区的疫苗接种|vaccination in remote regions
       地热供暖|heating from the earth`,
  },
];
