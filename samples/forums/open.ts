/** Sample forums on open innovation and international cooperation. */
import type { ForumEntry } from './forum.ts';

export const OPEN: readonly ForumEntry[] = [
  {
    slug: 'open-science-forum',
    title: '开放科学与科研数据共享论坛|Forum on Open Science and Shared Research Data',
    focus: 'open',
    topic: 'cooperation',
    fields: ['data', 'education'],
    lead: 'body-foundation',
    with: ['academy-policy', 'international-young'],
    crafts: ['scholar', 'expert', 'official'],
    abstract:
      '论文、数据、代码和仪器怎样才能真正被别人用上？论坛讨论开放科学的激励、成本与规则，并比较各学科的做法。|How can papers, data, code and instruments really be used by others? The forum discusses incentives, costs and rules of open science and compares how disciplines go about it.',
    talks: `开放获取之后：科学出版的下一步|After open access: what is next for scientific publishing
      让数据被引用：科研数据的身份与信用|Data that is cited: identity and credit for research data
      天文学为什么最早学会共享|Why astronomers were the first to share
      临床数据的开放与患者的信任|Open clinical data and the trust of patients
      一个小型实验室的开放实践|Open practice in a small laboratory`,
    panels: `谁为开放付费|Who pays for openness?`,
    problems: `科研数据的标准化描述|the standard description of research data
      数据共享中的贡献认定|credit for those who share data
      敏感数据的分级开放|graded access to sensitive data`,
    uses: `多中心临床研究|clinical studies across many centres
      生物多样性数据网络|networks of biodiversity data
      公民科学项目|citizen science projects`,
    areas: `科学数据管理|the management of scientific data
      开放出版|open publishing
      科研诚信|research integrity`,
  },
  {
    slug: 'young-scientists-forum',
    title: '世界青年科学家对话|World Dialogue of Young Scientists',
    focus: 'open',
    topic: 'people',
    fields: ['education', 'innovation-policy'],
    lead: 'ministry-talent',
    with: ['international-young'],
    crafts: ['scholar', 'founder', 'engineer'],
    foreign: 7,
    abstract:
      '四十岁以下的科学家在这里说出自己的问题：怎样找到方向，怎样建立团队，怎样在论文之外证明自己。资深科学家只负责倾听和提问。|Scientists under forty say what is on their minds: how to find a direction, how to build a team, how to prove oneself other than by papers. Their elders are here to listen and to ask.',
    talks: `第一个独立课题怎样选|Choosing the first problem of one’s own
      失败的实验记录值得发表吗|Should records of failed experiments be published?
      我在沙漠里的望远镜旁工作了三年|Three years beside a telescope in the desert
      从博士后到公司：两次转身|From postdoc to company: turning twice
      跨时区的实验室怎样开组会|How a laboratory across time zones holds its meetings`,
    panels: `如果由我们来设计科研评价|If it were ours to design the assessment of research`,
    problems: `青年科学家的独立性|the independence of young scientists
      短期合同带来的不确定性|the uncertainty of short contracts
      跨学科研究的评价|the assessment of work across disciplines`,
    uses: `青年科学家交换计划|exchange programmes for young scientists
      种子基金的申请与评审|applying for seed funds and judging them
      跨国联合课题组|joint groups across countries`,
    areas: `实验物理|experimental physics
      化学生物学|chemical biology
      行为科学|behavioural science`,
  },
  {
    slug: 'science-cities-forum',
    title: '科学城与创新区域国际论坛|International Forum of Science Cities and Innovation Districts',
    focus: 'open',
    topic: 'cooperation',
    fields: ['construction', 'innovation-policy'],
    lead: 'international-parks',
    with: ['academy-policy'],
    crafts: ['official', 'expert', 'scholar'],
    size: 280,
    abstract:
      '新老科学城的规划者交流得失：土地、人才、房租、公共空间，以及如何让邻居也受益。|Planners of science cities old and new exchange what worked and what did not: land, people, rents, public space, and how the neighbours may benefit too.',
    talks: `科学城的第二个五十年|The second fifty years of science cities
      没有围墙的实验室街区|A laboratory quarter without walls
      人才公寓之外：年轻科研人员需要怎样的城市|Beyond housing: what kind of city young researchers need
      用公共采购培育早期技术|Nurturing early technologies through public procurement
      园区国际化的十个误区|Ten misunderstandings about making a park international`,
    panels: `科学城怎样避免只剩下写字楼|How can a science city avoid ending up as offices only?`,
    problems: `科研用地的成本上升|the rising cost of space for research
      大学与企业之间的距离|the distance between universities and companies
      园区服务的同质化|the sameness of services in science parks`,
    uses: `共享中试平台|shared pilot plants
      面向初创团队的空间|space for start-up teams
      城市更新与科研用房|urban renewal for laboratories`,
    areas: `城市规划|urban planning
      区域创新|regional innovation
      园区运营|the running of science parks`,
  },
  {
    slug: 'big-science-facilities-forum',
    title: '大科学设施开放合作论坛|Forum on Open Cooperation at Large Research Facilities',
    focus: 'open',
    topic: 'cooperation',
    fields: ['photonics', 'fusion', 'sensors'],
    lead: 'academy-math',
    with: ['university-science', 'academy-space'],
    abstract:
      '同步辐射光源、散裂中子源、射电望远镜和聚变装置都需要全球用户。论坛讨论机时分配、数据政策、样品运输和远程实验。|Light sources, neutron sources, radio telescopes and fusion machines all need users from the whole world. The forum discusses beam time, data policy, the transport of samples and remote experiments.',
    talks: `第四代光源能让我们看见什么|What a fourth-generation light source lets us see
      国际热核聚变合作的工程经验|Engineering lessons from international cooperation in fusion
      平方公里阵列的数据洪流|The flood of data from the Square Kilometre Array
      远程实验：用户不到场的一年|Remote experiments: a year without visitors
      设施退役的科学与经济|The science and economics of closing a facility`,
    panels: `机时应该怎样分配才公平|What is a fair way to share out beam time?`,
    problems: `机时申请的严重超额|the heavy oversubscription of beam time
      实验数据的长期保存|the long-term keeping of experimental data
      关键部件的单一来源|the single source of critical parts`,
    uses: `电池材料的原位表征|the study of battery materials at work
      蛋白质动态结构研究|the study of proteins in motion
      深空射电观测|radio observation of deep space`,
    areas: `加速器物理|accelerator physics
      射电天文|radio astronomy
      探测器技术|detector technology`,
  },
  {
    slug: 'infectious-disease-cooperation-forum',
    title: '传染病防控国际合作论坛|Forum on International Cooperation against Infectious Diseases',
    focus: 'open',
    topic: 'life',
    fields: ['public-health', 'biomedicine'],
    lead: 'ministry-health',
    with: ['university-medical', 'academy-life'],
    crafts: ['clinician', 'scholar', 'official'],
    size: 280,
    abstract:
      '药物、疫苗与检测的联合研究，需要平时就建好的网络。论坛交流联合实验室的经验，讨论下一次大流行到来之前应当准备什么。|Joint research on medicines, vaccines and tests needs networks that are built in quiet times. The forum exchanges the experience of joint laboratories and discusses what to prepare before the next pandemic.',
    talks: `下一次大流行之前：监测网络的空白|Before the next pandemic: the gaps in surveillance
      黏膜疫苗的机会与难点|Mucosal vaccines: the chance and the difficulty
      废水里的早期信号|Early signals in waste water
      耐药结核的短程治疗方案|Shorter treatment for drug-resistant tuberculosis
      热带地区检测试剂的冷链问题|Test kits and the cold chain in the tropics
      流行病模型为什么会出错|Why epidemic models go wrong`,
    panels: `病原体样本与收益怎样公平共享|How should samples of pathogens, and what comes of them, be shared fairly?`,
    problems: `病原体变异的快速识别|the quick recognition of variants
      疫苗的热稳定性|the stability of vaccines in heat
      疫情数据的跨境共享|the sharing of epidemic data across borders`,
    uses: `基层医院的快速检测|rapid tests in local hospitals
      边境地区的联合监测|joint surveillance in border regions
      疫苗的本地化生产|the local production of vaccines`,
    areas: `病毒学|virology
      流行病学|epidemiology
      疫苗研发|vaccine development`,
  },
  {
    slug: 'belt-and-road-technology-transfer-forum',
    title: '“一带一路”技术转移论坛|Belt and Road Technology Transfer Forum',
    focus: 'open',
    topic: 'transfer',
    fields: ['technology-transfer', 'agriculture', 'renewables'],
    lead: 'ministry-commerce',
    with: ['transfer-centre'],
    crafts: ['expert', 'official', 'founder'],
    foreign: 7,
    size: 260,
    abstract:
      '跨国技术转移平台的参与者介绍真实案例：哪些技术适合当地条件，怎样培训人员，如何分担风险。|Those who run technology transfer across borders present real cases: which technologies suit local conditions, how to train people, how to share the risk.',
    talks: `适用技术的再发现|The rediscovery of appropriate technology
      一台净水设备在三个国家的命运|The fate of one water purifier in three countries
      技术经理人的十堂必修课|Ten lessons for every technology broker
      从联合实验室到本地工厂|From joint laboratory to local factory
      跨境许可合同中的常见陷阱|Common traps in cross-border licences`,
    panels: `技术转移的“最后一公里”由谁来走|Who walks the last mile of technology transfer?`,
    problems: `技术与当地条件的不匹配|the mismatch between technology and local conditions
      跨境许可的法律差异|the legal differences in licensing across borders
      本地维护人才的不足|the shortage of people for local maintenance`,
    uses: `小型光伏灌溉系统|small solar irrigation systems
      农产品加工与保鲜|processing food and keeping it fresh
      乡村诊所的远程诊断|remote diagnosis in rural clinics`,
    areas: `技术转移|technology transfer
      发展合作|development cooperation
      知识产权许可|licensing`,
  },
  {
    slug: 'open-source-software-forum',
    title: '开源软件与社区治理论坛|Forum on Open-Source Software and the Governance of Communities',
    focus: 'open',
    topic: 'digital',
    fields: ['software', 'security'],
    lead: 'association-open',
    with: ['company-cloud'],
    crafts: ['engineer', 'founder', 'expert'],
    abstract:
      '开源已经是数字世界的地基。论坛讨论供应链安全、维护者的生计、企业的责任，以及中国社区怎样更深地参与全球协作。|Open source is the ground on which the digital world stands. The forum discusses the security of supply chains, how maintainers live, what companies owe, and how Chinese communities can take a fuller part in global work.',
    talks: `维护者的一天：十万个项目依赖于我|A maintainer’s day: a hundred thousand projects depend on me
      软件物料清单：从口号到流水线|Software bills of materials: from slogan to pipeline
      编译器社区的第一次中文峰会|A compiler community’s first summit in Chinese
      许可证冲突的自动检查|Finding licence conflicts automatically
      大学课堂里的开源贡献|Open-source contributions as coursework
      操作系统内核的可信构建|Trustworthy builds of an operating system kernel`,
    panels: `企业应当回馈开源多少|How much should companies give back?`,
    problems: `开源供应链的安全|the security of open-source supply chains
      维护者的过度劳累|the exhaustion of maintainers
      许可证的兼容性|the compatibility of licences`,
    uses: `政务系统的开源替换|open-source replacements in public administration
      科研软件的长期维护|the long-term upkeep of research software
      嵌入式设备的安全更新|secure updates for embedded devices`,
    areas: `操作系统|operating systems
      软件供应链|software supply chains
      社区治理|the governance of communities`,
  },
  {
    slug: 'standards-and-innovation-forum',
    title: '标准与科技创新国际论坛|International Forum on Standards and Innovation',
    focus: 'open',
    topic: 'governance',
    fields: ['innovation-policy', 'communications'],
    lead: 'body-standards',
    with: ['association-standards'],
    crafts: ['expert', 'engineer', 'official'],
    abstract:
      '标准什么时候推动创新，什么时候拖住创新？论坛邀请标准制定者与使用者讨论专利、测试、互认和中小企业的参与。|When do standards push innovation, and when do they hold it back? Those who make standards and those who use them discuss patents, testing, mutual recognition and the part of small companies.',
    talks: `新兴技术的标准应当何时开始|When should standards for a new technology begin?
      标准必要专利许可的新趋势|New trends in licensing standard-essential patents
      测量的尺度：量子计量进入工厂|The measure of things: quantum metrology enters the factory
      一家小企业参加国际标准的账本|What it costs a small company to take part in international standards
      机器可读的标准|Standards that machines can read`,
    panels: `标准竞争还是标准合作|Competition or cooperation in standards?`,
    problems: `标准与专利的衔接|the fit between standards and patents
      测试方法的不统一|the lack of uniform test methods
      中小企业参与标准的成本|the cost of standards work to small companies`,
    uses: `智能家居的互联互通|connecting devices in the home
      医疗器械的国际互认|the international recognition of medical devices
      绿色产品的认证|the certification of green products`,
    areas: `标准化|standardisation
      计量科学|metrology
      认证认可|certification`,
  },
  {
    slug: 'technology-for-good-forum',
    title: '科技向善与科技伦理论坛|Forum on Technology for Good and the Ethics of Science',
    focus: 'open',
    topic: 'governance',
    fields: ['innovation-policy', 'ai'],
    lead: 'ministry-learning',
    with: ['academy-policy', 'university-design'],
    crafts: ['scholar', 'expert', 'founder'],
    abstract:
      '技术的好坏取决于谁能用上它、谁承担它的代价。论坛从真实产品出发，讨论老年人、残障人士和偏远社区的需要，以及伦理审查怎样做得有用而不繁琐。|Whether a technology is good depends on who can use it and who bears its cost. Starting from real products, the forum discusses the needs of older people, people with disabilities and remote communities, and how ethical review can be useful without being a burden.',
    talks: `技术的代价由谁承担|Who bears the cost of a technology?
      为视障者设计的十年|Ten years of designing for people who cannot see
      伦理审查委员会的一次艰难决定|One hard decision of an ethics board
      给祖父母的智能手机|A smartphone for grandparents
      推荐算法与青少年的注意力|Recommendation and the attention of the young`,
    panels: `好的伦理规则能不能让创新更快|Can good rules of ethics make innovation faster?`,
    problems: `弱势群体的数字鸿沟|the digital divide that vulnerable groups face
      算法决策的申诉渠道|ways to appeal against decisions made by algorithms
      伦理审查的标准差异|the differences between ethical reviews`,
    uses: `无障碍公共服务|accessible public services
      适老化产品|products for older people
      偏远地区的在线教育|online education in remote areas`,
    areas: `科技伦理|the ethics of science
      无障碍设计|accessible design
      科技与社会研究|science and technology studies`,
  },
  {
    slug: 'intellectual-property-forum',
    title: '全球知识产权保护与创新论坛|Global Forum on Intellectual Property and Innovation',
    focus: 'open',
    topic: 'transfer',
    fields: ['technology-transfer'],
    lead: 'association-patents',
    with: ['transfer-exchange', 'university-business'],
    crafts: ['expert', 'official', 'founder'],
    size: 280,
    abstract:
      '论坛讨论人工智能生成内容的权属、专利质量、跨境纠纷的调解，以及知识产权怎样帮助小企业获得融资。|The forum discusses who owns what machines make, the quality of patents, mediation across borders, and how intellectual property helps small companies find funds.',
    talks: `人工智能时代的发明人是谁|Who is the inventor in the age of artificial intelligence?
      专利质量比数量更难衡量|Quality is harder to measure than quantity
      知识产权质押融资的风险定价|Pricing risk when patents secure a loan
      跨境纠纷调解：一个九十天的案例|Mediation across borders: a case of ninety days
      商业秘密与人才流动|Trade secrets and people who change jobs`,
    panels: `开放创新中怎样保护自己|How to protect oneself while innovating in the open`,
    problems: `专利审查的国际协调|the coordination of patent examination
      无形资产的估值|the valuation of intangible assets
      侵权取证的成本|the cost of proving infringement`,
    uses: `高校专利的转让与许可|the sale and licensing of university patents
      初创企业的专利布局|patent portfolios for start-ups
      海外维权服务|services for asserting rights abroad`,
    areas: `知识产权法|intellectual property law
      专利分析|patent analysis
      无形资产评估|the valuation of intangibles`,
  },
  {
    slug: 'agrifood-innovation-forum',
    title: '农业科技与粮食安全论坛|Forum on Agricultural Science and Food Security',
    focus: 'open',
    topic: 'life',
    fields: ['agriculture', 'gene-cell'],
    lead: 'ministry-agriculture',
    with: ['university-agriculture'],
    crafts: ['scholar', 'engineer', 'founder'],
    abstract:
      '怎样用更少的水、肥和土地养活更多的人？论坛讨论育种、智能农机、新型蛋白与减损，并邀请农民讲述使用新技术的真实感受。|How can more people be fed with less water, fertiliser and land? The forum discusses breeding, smart machinery, new proteins and avoiding loss, and farmers tell what new technology is really like to use.',
    talks: `耐热作物：为更热的世界育种|Breeding crops for a hotter world
      根际微生物：看不见的肥料厂|Microbes at the root: the unseen fertiliser works
      采摘机器人为什么还比不上人手|Why picking robots still lag behind human hands
      每一粒粮食的旅程：收获后减损|The journey of a grain: avoiding loss after harvest
      细胞培养肉的成本曲线|The cost curve of cultured meat
      一位合作社社长的数字化账本|A cooperative’s accounts of going digital`,
    panels: `新技术怎样让小农户受益|How can new technology serve small farmers?`,
    problems: `气候变化下的产量波动|swings in yield under a changing climate
      化肥的过量施用|the overuse of fertiliser
      种质资源的保存与利用|the keeping and use of genetic resources`,
    uses: `盐碱地的综合利用|the use of saline land
      温室的精准调控|precise control of greenhouses
      粮食仓储与减损|storing grain without loss`,
    areas: `作物育种|crop breeding
      智慧农业|smart farming
      食品科学|food science`,
  },
];
