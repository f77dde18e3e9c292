/** Forums that the public account names. Their names and what is said of them are facts; agendas, people and hours are sample data. */
import type { ForumEntry } from './forum.ts';

export const NAMED: readonly ForumEntry[] = [
  {
    slug: 'global-engineering-innovation-forum',
    title: '全球工程创新论坛|Global Engineering Innovation Forum',
    focus: 'open',
    topic: 'engineering',
    fields: ['engineering', 'construction', 'materials'],
    lead: 'body-engineering',
    with: ['university-science', 'international-young'],
    size: 700,
    rooms: ['hall-b'],
    day: 1,
    part: 'morning',
    start: '09:00',
    foreign: 6,
    abstract:
      '工程把科学变成人们每天使用的道路、电网、医院和网络。论坛邀请各国工程界人士，讨论重大工程如何更安全、更低碳、更包容，以及工程教育怎样跟上变化。|Engineering turns science into the roads, grids, hospitals and networks that people use every day. Engineers from many countries discuss how great works can be made safer, cleaner and more inclusive, and how the training of engineers can keep pace.',
    talks: `重大工程的系统韧性：从设计规范到运行数据|Resilience of great works: from design codes to operating data
      面向2050的低碳基础设施|Low-carbon infrastructure for 2050
      跨海通道的长期健康监测|Monitoring the health of sea crossings over decades
      数字孪生在大型枢纽建设中的得与失|What digital twins did, and did not do, for a large transport hub
      极端气候下的城市排水改造|Rebuilding city drainage for extreme weather
      工程师资格的国际互认：进展与障碍|Mutual recognition of engineers: progress and obstacles`,
    panels: `工程教育如何面向复杂问题|How should engineers be taught to face complex problems?`,
    problems: `老旧基础设施的隐性风险|the hidden risks of ageing infrastructure
      复杂系统的级联失效|cascading failure in complex systems
      工程全寿命期的碳排放核算|carbon accounting over the whole life of a structure
      跨国工程标准的不一致|the differences between national engineering standards`,
    uses: `特大桥梁与隧道的运维|the operation of very large bridges and tunnels
      城市生命线的安全改造|the safe renewal of urban lifelines
      偏远地区的供水供电|water and power for remote regions
      医院与学校的抗震加固|making hospitals and schools safe in earthquakes`,
    areas: `结构工程|structural engineering
      系统工程|systems engineering
      基础设施韧性|infrastructure resilience
      工程教育|engineering education`,
  },
  {
    slug: 'science-and-diplomacy-forum',
    title: '科学与外交国际论坛|International Forum on Science and Diplomacy',
    focus: 'open',
    topic: 'cooperation',
    fields: ['innovation-policy'],
    lead: 'ministry-external',
    with: ['academy-policy', 'international-parks'],
    crafts: ['official', 'scholar', 'expert'],
    size: 600,
    rooms: ['hall-b'],
    day: 1,
    part: 'afternoon',
    start: '14:00',
    foreign: 7,
    abstract:
      '科学合作为国家之间的对话保留了一条可靠的通道。论坛讨论科学家怎样参与全球议题的磋商，外交官怎样读懂证据，以及大科学计划如何在分歧中继续。|Scientific cooperation keeps a dependable channel open between countries. The forum asks how scientists take part in talks on global issues, how diplomats read evidence, and how big science projects go on in the midst of disagreement.',
    talks: `科学家在多边谈判中的角色：四十年的经验|Scientists at multilateral talks: the experience of forty years
      共享大科学设施的治理模式|Governing shared large research facilities
      驻外科技参赞的一天|A day in the life of a science attaché
      公共卫生合作中的信任与数据|Trust and data in cooperation on public health
      小国的科学外交策略|Science diplomacy for small countries
      科研签证与人员流动：现状与改进|Research visas and mobility: where we stand and what could be better`,
    panels: `分歧时代，科学合作的底线是什么|In an age of disagreement, what should scientific cooperation never give up?`,
    problems: `科研数据跨境流动的规则差异|the differing rules for research data across borders
      科学建议与政治决策之间的时间差|the gap in time between scientific advice and political decision
      大科学计划的成本分担|the sharing of costs in big science projects
      青年科学家跨国流动的障碍|the obstacles to young scientists moving between countries`,
    uses: `气候与海洋的联合观测|joint observation of climate and oceans
      跨境疫情预警|early warning of epidemics across borders
      国际空间探测任务|international space missions
      双边联合实验室的长期运行|the long life of bilateral joint laboratories`,
    areas: `科学外交|science diplomacy
      国际科技合作政策|policy for international scientific cooperation
      大科学设施治理|the governance of large facilities
      全球公共卫生治理|global health governance`,
  },
  {
    slug: 'brain-computer-interface-forum',
    title: '脑机接口创新发展论坛|Brain–Computer Interface Innovation Forum',
    focus: 'frontier',
    topic: 'brain-computer',
    fields: ['brain-computer', 'brain', 'medical-devices', 'ai'],
    lead: 'ministry-health',
    with: ['academy-brain', 'university-medical'],
    crafts: ['scholar', 'clinician', 'engineer', 'founder'],
    size: 280,
    rooms: ['room-301'],
    day: 1,
    part: 'morning',
    start: '08:30',
    foreign: 5,
    abstract:
      '脑机接口正在走出实验室，走向临床和市场。科学家、医生、企业家与监管者共同讨论科学上的未解问题、通用标准与伦理，并发布两项成果。|Brain–computer interfaces are leaving the laboratory for the clinic and the market. Scientists, physicians, entrepreneurs and regulators discuss the open questions of science, shared standards and ethics, and release two results.',
    talks: `脑机接口的下一个十年|The next ten years of brain–computer interfaces
      高密度柔性电极：从实验台到病床|High-density flexible electrodes: from bench to bedside
      无创脑电解码的上限在哪里|How far can non-invasive decoding go?
      让失语者重新“说话”：语音解码的临床试验|Speaking again: a clinical trial of speech decoding
      植入式器件的无线供能与散热|Powering implants without wires, and keeping them cool`,
    panels: `标准、伦理与市场|Standards, ethics, market`,
    problems: `植入电极的长期稳定性|the long-term stability of implanted electrodes
      神经信号在个体之间的差异|the differences in neural signals from one person to the next
      脑数据的隐私与归属|the privacy and ownership of brain data
      解码算法的实时性与可解释性|the speed and transparency of decoding algorithms`,
    uses: `瘫痪患者的运动功能重建|restoring movement to paralysed patients
      癫痫的闭环调控|closed-loop control of epilepsy
      失语者的交流辅助|communication for people who cannot speak
      卒中后的康复训练|rehabilitation after stroke`,
    areas: `神经工程|neural engineering
      柔性电子|flexible electronics
      神经外科|neurosurgery
      神经信号解码|neural decoding`,
  },
  {
    slug: 'ai-for-science-forum',
    title: '人工智能驱动的科学研究论坛|AI for Science Forum',
    focus: 'frontier',
    topic: 'ai',
    fields: ['ai-for-science', 'ai', 'materials', 'biomedicine'],
    lead: 'academy-ai',
    with: ['academy-math', 'company-cloud'],
    size: 280,
    rooms: ['room-305'],
    day: 1,
    part: 'morning',
    start: '09:00',
    abstract:
      '从蛋白质结构到气象预报，人工智能正在改变科学发现的方式。论坛讨论数据、算法与实验怎样结合，哪些结论可以相信，以及科研设施应当如何重建。|From the structure of proteins to weather forecasts, artificial intelligence is changing how discoveries are made. The forum discusses how data, algorithms and experiments combine, which conclusions can be trusted, and how research facilities should be rebuilt.',
    talks: `科学智能的范式与边界|AI for science: its paradigm and its limits
      用机器学习求解高维薛定谔方程|Solving high-dimensional Schrödinger equations with machine learning
      从结构预测到功能设计：蛋白质的下一步|From predicting structure to designing function: what is next for proteins
      数据驱动的中期天气预报|Medium-range weather forecasts driven by data
      自主实验室：机器人化学家的一年|The autonomous laboratory: a year with a robot chemist`,
    panels: `科学家与模型：谁提出问题，谁负责结论|Scientists and models: who asks the questions, who answers for the conclusions?`,
    problems: `高质量科学数据的稀缺|the scarcity of good scientific data
      模型外推的可靠性|the reliability of models beyond their data
      物理约束与神经网络的融合|the marriage of physical laws and neural networks
      计算结果的可重复性|the reproducibility of computed results`,
    uses: `新药分子的筛选|screening molecules for new medicines
      催化剂的逆向设计|the inverse design of catalysts
      等离子体的实时控制|real-time control of plasmas
      极端天气的提前预警|early warning of extreme weather`,
    areas: `科学计算|scientific computing
      计算化学|computational chemistry
      机器学习|machine learning
      计算生物学|computational biology`,
  },
  {
    slug: 'tibetan-plateau-expedition-forum',
    title:
      '第二次青藏科考服务青藏高原生态文明高地建设论坛|Forum on the Second Tibetan Plateau Expedition and the Plateau’s Ecological Civilisation',
    focus: 'frontier',
    topic: 'earth',
    fields: ['ecology', 'climate', 'water'],
    lead: 'ministry-resources',
    with: ['academy-plateau', 'academy-earth'],
    size: 260,
    rooms: ['room-303'],
    day: 2,
    part: 'morning',
    abstract:
      '第二次青藏科考持续记录着“亚洲水塔”和高原生态的变化。论坛介绍科考的阶段性认识，讨论它们怎样服务高原的生态保护、防灾减灾和当地居民的生活。|The second scientific expedition to the Tibetan Plateau records how “Asia’s water tower” and the life of the plateau are changing. The forum presents what has been understood so far and discusses how it serves conservation, disaster prevention and the people who live there.',
    talks: `亚洲水塔的变化及其影响|How Asia’s water tower is changing, and what follows
      高原生态系统的碳汇潜力|The carbon sink of plateau ecosystems
      冰湖溃决的监测与预警|Watching glacial lakes and warning before they burst
      极高海拔自动气象站的运行经验|Running automatic weather stations at extreme altitude
      高原动植物如何适应缺氧|How plants and animals of the plateau live with little oxygen`,
    panels: `科考成果怎样变成保护行动|How do findings of an expedition become acts of conservation?`,
    problems: `冰川加速退缩|the faster retreat of glaciers
      多年冻土的退化|the thaw of permafrost
      高海拔观测资料的空白|the blanks in observations at high altitude
      链式灾害的识别|the recognition of chains of disasters`,
    uses: `高原水资源管理|the management of plateau water
      国家公园的监测网络|monitoring networks in national parks
      铁路与公路的冻土防护|protecting railways and roads on frozen ground
      牧区的防灾预警|disaster warning for herding communities`,
    areas: `冰川学|glaciology
      高原生态学|plateau ecology
      古环境研究|the study of past environments
      大气观测|atmospheric observation`,
  },
  {
    slug: 'science-technology-innovation-think-tanks-forum',
    title: '全球科技创新高端智库论坛|Global Forum of Think Tanks on Science, Technology and Innovation',
    focus: 'brand',
    topic: 'governance',
    fields: ['innovation-policy'],
    lead: 'academy-policy',
    with: ['university-business'],
    crafts: ['expert', 'scholar', 'official'],
    size: 400,
    part: 'afternoon',
    day: 2,
    abstract:
      '论坛每年持续举办，邀请各国智库比较科技政策的设计与效果：怎样评价基础研究，怎样支持高风险探索，怎样让公众参与科技决策。|Held every year, the forum brings think tanks of many countries together to compare how science policy is made and what it achieves: how to judge basic research, how to support risky exploration, how to let the public take part.',
    talks: `创新型城市的测度：指标背后的选择|Measuring innovative cities: the choices behind the indicators
      使命导向的科技计划：十二国比较|Mission-oriented programmes: a comparison of twelve countries
      同行评议之外：资助高风险研究的实验|Beyond peer review: experiments in funding risky research
      技术预见为何常常落空|Why technology foresight so often misses
      公众怎样看待新兴技术：一项多国调查|How the public sees emerging technologies: a survey in several countries`,
    panels: `智库如何说出决策者不愿听的话|How can think tanks say what decision-makers would rather not hear?`,
    problems: `科技评价的短期化|short-termism in the assessment of science
      政策效果的归因|the attribution of effects to policies
      创新资源的区域失衡|the uneven spread of resources between regions
      新兴技术治理的滞后|the lag in governing new technologies`,
    uses: `国家科技计划的设计|the design of national programmes
      城市创新指数的编制|the making of city innovation indices
      科技立法的评估|the assessment of laws on science and technology
      产业政策的退出机制|the winding down of industrial policies`,
    areas: `科技政策|science and technology policy
      创新经济学|the economics of innovation
      技术预见|technology foresight
      科学计量学|scientometrics`,
  },
  {
    slug: 'women-in-science-innovation-forum',
    title: '科技女性创新论坛|Forum of Women in Science and Innovation',
    focus: 'brand',
    topic: 'people',
    fields: ['education', 'aerospace', 'life'],
    lead: 'body-women',
    with: ['international-young', 'association-popular'],
    crafts: ['scholar', 'engineer', 'founder', 'clinician'],
    size: 500,
    part: 'afternoon',
    day: 3,
    abstract:
      '中关村论坛首次设立女性平行论坛。论坛设天宫寄语、揭榜挂帅、科技女性创新论坛倡议等环节，展现前沿科技中的“她力量”。|The first parallel forum of women at the ZGC Forum. With greetings from the Tiangong space station, open challenges and a joint initiative, it shows the strength of women at the frontier of science.',
    talks: `看见她们：科研团队中的性别与创造力|Seeing them: gender and creativity in research teams
      从实验室到董事会：一条不平坦的路|From laboratory to boardroom: an uneven road
      女性健康研究中被忽略的数据|The missing data in research on women’s health
      怎样留住博士毕业后的年轻女性|Keeping young women in science after the doctorate
      山村中学里的机器人社|A robotics club in a mountain school`,
    panels: `改变从哪里开始：机构、家庭还是自己|Where does change begin: with institutions, families or ourselves?`,
    extra: [
      { kind: 'ceremony', minutes: 10, title: ['天宫寄语', 'Greetings from Tiangong'] },
      {
        kind: 'pitch',
        minutes: 20,
        title: ['揭榜挂帅：她们的难题与答案', 'Open challenges: their questions and answers'],
        cast: [{ role: 'speaker', count: 3, crafts: ['founder', 'engineer'] }],
      },
      {
        kind: 'ceremony',
        minutes: 10,
        title: ['发布科技女性创新论坛倡议', 'The initiative of the Forum of Women in Science and Innovation'],
      },
    ],
    problems: `科研评价中的隐性偏见|unspoken bias in the assessment of research
      育儿阶段的职业中断|careers interrupted by the years of childcare
      女性在工程专业中的低比例|the small share of women in engineering
      临床试验中的性别失衡|the imbalance of the sexes in clinical trials`,
    uses: `导师与同伴支持网络|networks of mentors and peers
      返岗科研资助|grants for returning to research
      面向女孩的科学课程|science lessons for girls
      女性创业者的早期融资|early funding for women who found companies`,
    areas: `航天医学|space medicine
      科学教育|science education
      女性健康|women’s health
      科研管理|research management`,
  },
  {
    slug: 'china-science-fiction-convention',
    title: '中国科幻大会|China Science Fiction Convention',
    subtitle: '科学梦想 创造未来|Dream of Science, Make the Future',
    focus: 'brand',
    topic: 'imagination',
    fields: ['metaverse', 'education', 'displays'],
    lead: 'association-fiction',
    with: ['association-popular', 'company-steel', 'university-design'],
    crafts: ['writer', 'scholar', 'founder'],
    size: 800,
    rooms: ['blast-furnace-3'],
    day: 1,
    part: 'day',
    start: '09:30',
    foreign: 4,
    abstract:
      '中国科幻大会首次纳入中关村论坛，在首钢园举办，以“科学梦想 创造未来”为主题，以元宇宙概念为核心元素，让作家、科学家与工程师在同一个舞台上谈论想象力。|For the first time the China Science Fiction Convention is part of the ZGC Forum. Held at Shougang Park under the theme “Dream of Science, Make the Future”, with the metaverse at its core, it puts writers, scientists and engineers on one stage to talk about imagination.',
    talks: `科幻为科学提出过哪些好问题|Good questions that science fiction has put to science
      元宇宙：隐喻、技术与生活|The metaverse: metaphor, technology, life
      用游戏引擎讲述宇宙|Telling the universe with a game engine
      从小说到银幕：视觉化的取舍|From novel to screen: what to show and what to leave out
      虚拟制片怎样改变科幻电影|How virtual production changes science fiction films
      机器会写科幻吗|Can machines write science fiction?
      工业遗址上的科幻街区|A science fiction quarter on an old steelworks
      给孩子的科幻课|Science fiction in the classroom`,
    panels: `想象力能不能成为产业|Can imagination become an industry?
      科学家与作家的对谈：什么样的未来值得写|Scientists and writers in conversation: which futures are worth writing?`,
    problems: `科学准确与叙事张力的平衡|the balance of accuracy and suspense
      虚拟世界的沉浸与眩晕|immersion and dizziness in virtual worlds
      原创故事的版权保护|the protection of original stories
      科幻产业的投入周期|the long cycles of investment in science fiction`,
    uses: `沉浸式展览与主题空间|immersive exhibitions and theme spaces
      科幻影视的虚拟制作|virtual production for film and television
      中小学的想象力课程|lessons in imagination at school
      虚拟数字人的表演|performances by virtual humans`,
    areas: `科幻创作|science fiction writing
      虚拟现实|virtual reality
      影视视效|visual effects
      科学传播|science communication`,
  },
];
