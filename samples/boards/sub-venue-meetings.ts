/** What the meetings at the sub-venues abroad are about: sample data. Texts are `zh|en`, lists have one pair a line. */
export interface Meeting {
  city: string;
  board: 'side' | 'exchange';
  title: string;
  abstract: string;
  topic: string;
  field: string;
  day: number;
  start: string;
  talks: string;
  panel: string;
  problems: string;
  uses: string;
  areas: string;
}

export const MEETINGS: Meeting[] = [
  {
    city: 'berlin',
    board: 'side',
    title: '绿色技术分会场|Green Technology Sub-Venue',
    abstract:
      '柏林分会场讨论建筑节能、绿色电力和循环经济，与北京主会场连线问答。|The Berlin sub-venue discusses energy in buildings, green power and the circular economy, with questions exchanged with Beijing.',
    topic: 'carbon-neutrality',
    field: 'carbon',
    day: 1,
    start: '09:00',
    talks: `老公寓的深度节能改造|Deep retrofits for old apartment houses
      城市矿山：从废旧电器到铜|The urban mine: from old appliances to copper`,
    panel: '两座首都的减碳清单|Two capitals and their lists for cutting carbon',
    problems: '既有建筑改造的资金|the funding of retrofits\n建材循环的标准|standards for reused materials',
    uses: '城市供热转型|the transition of district heating\n社区光伏|solar power for neighbourhoods',
    areas: '建筑节能|energy in buildings\n循环经济|the circular economy',
  },
  {
    city: 'london',
    board: 'side',
    title: '金融与科技分会场|Finance and Technology Sub-Venue',
    abstract:
      '伦敦分会场讨论绿色金融、早期投资和研究型大学的衍生企业。|The London sub-venue discusses green finance, early investment and companies that spring from universities.',
    topic: 'transfer',
    field: 'finance',
    day: 2,
    start: '09:00',
    talks: `绿色债券的真实影响怎样测量|Measuring what green bonds really do
      大学衍生企业的股权之争|The dispute over equity in university spin-outs`,
    panel: '科学家需要怎样的投资人|What kind of investors do scientists need?',
    problems: '影响力的量化|the measurement of impact\n早期融资的断档|the gap in early funding',
    uses: '气候投融资|climate finance\n大学成果孵化|incubating university results',
    areas: '绿色金融|green finance\n创业投资|venture capital',
  },
  {
    city: 'edinburgh',
    board: 'side',
    title: '数据科学分会场|Data Science Sub-Venue',
    abstract: '爱丁堡分会场讨论健康数据、统计方法与公众信任。|The Edinburgh sub-venue discusses health data, statistics and public trust.',
    topic: 'digital',
    field: 'data',
    day: 4,
    start: '09:30',
    talks: `安全研究环境的十年|Ten years of safe havens for data
      小样本也能讲真话|Small samples that tell the truth`,
    panel: '公众愿意把数据交给谁|To whom do people entrust their data?',
    problems: '数据访问的审批时间|the time that access to data takes\n统计结论的误读|the misreading of statistics',
    uses: '公共卫生研究|research in public health\n城市统计|city statistics',
    areas: '统计学|statistics\n数据治理|data governance',
  },
  {
    city: 'paris',
    board: 'exchange',
    title: '生物与健康技术对接分会场|Matching Sub-Venue: Biology and Health',
    abstract:
      '巴黎分会场为两地团队安排路演与洽谈，议题为诊断、疫苗与医疗器械。|The Paris sub-venue arranges pitches and meetings for teams on both sides, in diagnostics, vaccines and medical devices.',
    topic: 'life',
    field: 'biomedicine',
    day: 2,
    start: '09:30',
    talks: `联合临床试验的伦理互认|Mutual recognition of ethics in joint trials
      诊断试剂进入欧洲市场的路径|The way of a diagnostic into the European market`,
    panel: '怎样写好第一份合作备忘录|How to write a first memorandum',
    problems: '审评要求的差异|the differences between reviews\n样本运输的限制|the limits on moving samples',
    uses: '多中心临床试验|trials at many centres\n疫苗联合开发|joint vaccine development',
    areas: '转化医学|translational medicine\n医疗器械|medical devices',
  },
  {
    city: 'grenoble',
    board: 'side',
    title: '微电子与大科学装置分会场|Microelectronics and Large Facilities Sub-Venue',
    abstract:
      '格勒诺布尔分会场讨论中子与同步辐射在微电子研究中的用途。|The Grenoble sub-venue discusses what neutrons and synchrotron light can do for microelectronics.',
    topic: 'materials',
    field: 'semiconductor-process',
    day: 3,
    start: '10:00',
    talks: `用X射线看芯片内部的应力|Stress inside a chip, seen by X-rays
      中子成像下的电池|Batteries seen by neutrons`,
    panel: '产业界怎样用好大科学装置|How can industry make use of large facilities?',
    problems: '机时与产业节奏的冲突|beam time and the pace of industry\n数据保密的要求|the need for secrecy',
    uses: '失效分析|the analysis of failures\n新材料筛选|screening new materials',
    areas: '材料表征|characterisation of materials\n微电子工艺|microelectronic processes',
  },
  {
    city: 'helsinki',
    board: 'side',
    title: '教育与创新分会场|Education and Innovation Sub-Venue',
    abstract:
      '赫尔辛基分会场讨论科学教育、终身学习和6G研究人才的培养。|The Helsinki sub-venue discusses science education, learning for life and training people for 6G research.',
    topic: 'people',
    field: 'education',
    day: 5,
    start: '09:30',
    talks: `没有考试的科学课|Science lessons without exams
      工程师怎样在四十岁重新学习|How engineers learn again at forty`,
    panel: '学校应该教孩子编程吗|Should schools teach children to program?',
    problems: '学习成果的评价|the assessment of learning\n教师的持续培训|the further training of teachers',
    uses: '终身学习平台|platforms for learning throughout life\n中学科学课程|science lessons at school',
    areas: '科学教育|science education\n通信人才培养|training for communications',
  },
  {
    city: 'tokyo',
    board: 'side',
    title: '健康老龄科技分会场|Healthy Ageing Sub-Venue',
    abstract:
      '东京分会场讨论照护机器人、社区医疗和长寿社会中的工作。|The Tokyo sub-venue discusses care robots, local medicine, and work in a society of long lives.',
    topic: 'life',
    field: 'digital-health',
    day: 2,
    start: '14:00',
    talks: `照护机器人的三代人|Three generations of care robots
      八十岁的程序员|Programmers at eighty`,
    panel: '科技能替代陪伴吗|Can technology replace company?',
    problems: '照护人员的短缺|the shortage of carers\n老年用户的隐私|the privacy of older users',
    uses: '居家照护|care at home\n社区健康促进|keeping a neighbourhood healthy',
    areas: '老年工学|gerontechnology\n社区医学|community medicine',
  },
  {
    city: 'osaka',
    board: 'exchange',
    title: '先进制造技术对接分会场|Matching Sub-Venue: Advanced Manufacturing',
    abstract:
      '大阪分会场邀请中小制造企业与北京团队洽谈精密加工与检测技术。|The Osaka sub-venue brings small manufacturers and Beijing teams together on precision machining and measurement.',
    topic: 'materials',
    field: 'additive',
    day: 4,
    start: '10:00',
    talks: `一微米的坚持：小工厂的传承|Holding to a micron: how a small works hands on its skill
      在线测量怎样减少返工|Measuring on the line, and mending less`,
    panel: '工匠经验能不能数据化|Can a craftsman’s experience become data?',
    problems: '精密加工的人才断层|the missing generation of machinists\n检测数据的互认|the recognition of measurements',
    uses: '医疗器械零件|parts for medical devices\n半导体设备部件|parts for semiconductor equipment',
    areas: '精密加工|precision machining\n计量检测|metrology',
  },
  {
    city: 'kuala-lumpur',
    board: 'exchange',
    title: '绿色农业技术对接分会场|Matching Sub-Venue: Green Agriculture',
    abstract:
      '吉隆坡分会场围绕热带农业、棕榈副产物利用和冷链安排项目洽谈。|The Kuala Lumpur sub-venue arranges meetings on tropical farming, the by-products of palms and cold chains.',
    topic: 'life',
    field: 'agriculture',
    day: 3,
    start: '09:30',
    talks: `棕榈废弃物变成建材|Building materials from palm waste
      热带果蔬的无电保鲜|Keeping tropical fruit fresh without power`,
    panel: '技术怎样适应小农场|How does technology fit a small farm?',
    problems: '湿热气候下的设备寿命|the life of equipment in damp heat\n农户的初始投入|the first outlay of farmers',
    uses: '果蔬冷链|cold chains for fruit\n生物质利用|the use of biomass',
    areas: '热带农业|tropical agriculture\n农产品加工|food processing',
  },
  {
    city: 'bangkok',
    board: 'side',
    title: '智慧城市分会场|Smart Cities Sub-Venue',
    abstract:
      '曼谷分会场讨论洪水预警、公共交通和空气质量。|The Bangkok sub-venue discusses flood warning, public transport and the quality of air.',
    topic: 'engineering',
    field: 'construction',
    day: 2,
    start: '09:30',
    talks: `与洪水共处的城市设计|Designing a city that lives with floods
      低成本空气传感器靠得住吗|Can cheap air sensors be trusted?`,
    panel: '城市数据由谁保管|Who keeps a city’s data?',
    problems: '低成本传感器的校准|the calibration of cheap sensors\n部门之间的数据壁垒|the walls between departments',
    uses: '内涝预警|flood warning\n公交优化|better bus routes',
    areas: '城市治理|urban governance\n环境监测|environmental monitoring',
  },
  {
    city: 'abu-dhabi',
    board: 'exchange',
    title: '新能源技术对接分会场|Matching Sub-Venue: New Energy',
    abstract:
      '阿布扎比分会场围绕光热、绿氢和海水淡化安排路演与洽谈。|The Abu Dhabi sub-venue arranges pitches and meetings on solar heat, green hydrogen and desalination.',
    topic: 'energy-security',
    field: 'renewables',
    day: 3,
    start: '10:00',
    talks: `沙尘里的光伏清洁|Keeping solar panels clean in sand
      用弃光淡化海水|Desalting the sea with surplus sun`,
    panel: '绿氢的买家在哪里|Where are the buyers of green hydrogen?',
    problems: '高温沙尘下的效率损失|losses in heat and sand\n跨洋运氢的成本|the cost of shipping hydrogen',
    uses: '海水淡化|desalination\n绿氢出口|exports of green hydrogen',
    areas: '太阳能|solar energy\n氢能|hydrogen',
  },
  {
    city: 'cape-town',
    board: 'side',
    title: '射电天文与大数据分会场|Radio Astronomy and Big Data Sub-Venue',
    abstract:
      '开普敦分会场讨论射电望远镜的数据处理，以及天文台怎样惠及周边社区。|The Cape Town sub-venue discusses the data of radio telescopes, and how an observatory serves those who live near it.',
    topic: 'space',
    field: 'sensors',
    day: 1,
    start: '14:00',
    talks: `从射电噪声里找到脉冲星|Finding pulsars in radio noise
      天文台旁的乡村学校|The village school beside the observatory`,
    panel: '大科学怎样惠及邻居|How does big science serve its neighbours?',
    problems: '射电干扰的增加|the growth of radio interference\n海量数据的实时筛选|sifting huge data in real time',
    uses: '脉冲星搜寻|the search for pulsars\n青年数据培训|training the young in data',
    areas: '射电天文|radio astronomy\n数据工程|data engineering',
  },
  {
    city: 'johannesburg',
    board: 'side',
    title: '矿业与安全科技分会场|Mining and Safety Technology Sub-Venue',
    abstract:
      '约翰内斯堡分会场讨论深井安全、矿区复垦和关键矿产的负责任开采。|The Johannesburg sub-venue discusses safety in deep mines, restoring the land and mining critical minerals responsibly.',
    topic: 'earth',
    field: 'metals',
    day: 2,
    start: '10:00',
    talks: `三千米深处的地压预警|Warning of rock bursts three kilometres down
      矿区复垦二十年|Twenty years of restoring a mine`,
    panel: '关键矿产怎样负责任地开采|How can critical minerals be mined responsibly?',
    problems: '深井高温与岩爆|heat and rock bursts at depth\n尾矿的长期风险|the long-term risk of tailings',
    uses: '井下无人设备|machines without crews underground\n尾矿再利用|the reuse of tailings',
    areas: '采矿工程|mining engineering\n矿区生态|the ecology of mines',
  },
  {
    city: 'sao-paulo',
    board: 'exchange',
    title: '生物经济技术对接分会场|Matching Sub-Venue: Bioeconomy',
    abstract:
      '圣保罗分会场围绕生物燃料、生物制造和热带病诊断安排项目洽谈。|The São Paulo sub-venue arranges meetings on biofuels, biomanufacturing and the diagnosis of tropical diseases.',
    topic: 'life',
    field: 'synthetic-biology',
    day: 4,
    start: '09:30',
    talks: `甘蔗渣里的第二桶金|A second harvest from sugar cane
      登革热的床旁检测|Testing for dengue at the bedside`,
    panel: '生物多样性怎样变成公平的收益|How does biodiversity become fair income?',
    problems: '遗传资源的惠益分享|sharing the benefits of genetic resources\n生物燃料的可持续认证|the certification of biofuels',
    uses: '航空生物燃料|biofuels for aircraft\n热带病诊断|the diagnosis of tropical diseases',
    areas: '生物能源|bioenergy\n热带医学|tropical medicine',
  },
  {
    city: 'rio-de-janeiro',
    board: 'side',
    title: '海洋与气候分会场|Ocean and Climate Sub-Venue',
    abstract:
      '里约热内卢分会场讨论海洋碳汇、近海观测和沿海城市的适应。|The Rio de Janeiro sub-venue discusses carbon in the ocean, coastal observation and how coastal cities adapt.',
    topic: 'space',
    field: 'ocean',
    day: 5,
    start: '09:30',
    talks: `红树林能存下多少碳|How much carbon a mangrove keeps
      海浪浮标上的学生实验|Students’ experiments on a wave buoy`,
    panel: '海平面上升一米之前|Before the sea has risen by a metre',
    problems: '海洋碳汇的计量|the measurement of carbon in the sea\n近海观测的连续性|the continuity of coastal observation',
    uses: '沿海防护|coastal protection\n渔业管理|the management of fisheries',
    areas: '海洋学|oceanography\n气候适应|adaptation to climate',
  },
  {
    city: 'vancouver',
    board: 'side',
    title: '清洁技术与森林分会场|Clean Technology and Forests Sub-Venue',
    abstract:
      '温哥华分会场讨论木结构建筑、森林碳汇和燃料电池船舶。|The Vancouver sub-venue discusses timber buildings, carbon in forests and ships with fuel cells.',
    topic: 'carbon-neutrality',
    field: 'carbon',
    day: 3,
    start: '09:00',
    talks: `十八层的木楼|A timber house of eighteen storeys
      燃料电池渡轮的第一个冬天|A fuel cell ferry in its first winter`,
    panel: '森林碳汇怎样算才可信|How can forest carbon be counted credibly?',
    problems: '森林碳汇的永久性|the permanence of forest carbon\n木结构的防火规范|fire codes for timber',
    uses: '城市木结构建筑|timber buildings in cities\n近海航运|coastal shipping',
    areas: '林业科学|forest science\n清洁航运|clean shipping',
  },
  {
    city: 'melbourne',
    board: 'side',
    title: '医学影像与仿生分会场|Medical Imaging and Bionics Sub-Venue',
    abstract:
      '墨尔本分会场讨论人工耳蜗、视网膜假体和影像诊断的公平性。|The Melbourne sub-venue discusses cochlear implants, retinal prostheses and fairness in imaging.',
    topic: 'brain-computer',
    field: 'medical-devices',
    day: 1,
    start: '10:00',
    talks: `人工耳蜗四十年之后|Forty years after the cochlear implant
      影像算法怎样看待不同肤色|How imaging algorithms see different skins`,
    panel: '患者怎样参与器械设计|How do patients take part in design?',
    problems: '植入器件的长期维护|the long-term upkeep of implants\n算法训练数据的偏差|bias in training data',
    uses: '听觉重建|restoring hearing\n视觉辅助|aids to sight',
    areas: '仿生医学|bionic medicine\n医学影像|medical imaging',
  },
];
