/** Sample forums on frontiers of information and electronics. */
import type { ForumEntry } from './forum.ts';

export const DIGITAL: readonly ForumEntry[] = [
  {
    slug: 'open-source-chip-forum',
    title: '开源芯片论坛|Open-Source Chip Forum',
    focus: 'frontier',
    topic: 'open-source-chips',
    fields: ['chips', 'software'],
    lead: 'academy-chip',
    with: ['association-open', 'university-science'],
    crafts: ['engineer', 'scholar', 'founder'],
    size: 280,
    rooms: ['room-301'],
    day: 1,
    part: 'afternoon',
    start: '13:30',
    abstract:
      '开放指令集让更多团队有机会设计处理器。论坛讨论高性能开源核心、敏捷设计工具、验证与生态，并请学生展示自己流片的芯片。|Open instruction sets let more teams design processors. The forum discusses high-performance open cores, agile design tools, verification and the ecosystem, and students show chips that they taped out themselves.',
    talks: `开源处理器的性能天花板在哪里|Where is the performance ceiling of open processors?
      敏捷芯片设计：用写软件的方式写硬件|Agile chip design: writing hardware the way one writes software
      一生一芯：本科生如何流片|One student, one chip: undergraduates who tape out
      形式化验证走进流水线|Formal verification joins the pipeline
      开源电子设计工具的可用性报告|How usable are open design tools? A report`,
    panels: `开源芯片的商业模式|Business models for open chips`,
    problems: `高性能核心的验证成本|the cost of verifying high-performance cores
      设计工具链的完整性|the completeness of the tool chain
      软硬件生态的碎片化|the fragmentation of the ecosystem`,
    uses: `物联网控制器|controllers for the internet of things
      数据中心加速卡|accelerator cards for data centres
      处理器教学|the teaching of processor design`,
    areas: `处理器体系结构|processor architecture
      电子设计自动化|electronic design automation
      编译技术|compilers`,
  },
  {
    slug: 'quantum-information-forum',
    title: '量子信息科学论坛|Forum on Quantum Information Science',
    focus: 'frontier',
    topic: 'quantum',
    fields: ['quantum', 'photonics'],
    lead: 'academy-quantum',
    with: ['academy-math'],
    size: 280,
    abstract:
      '量子计算、量子通信和量子测量处在不同的成熟阶段。论坛希望说清楚：哪些已经可用，哪些还是实验，哪些可能永远做不到。|Quantum computing, communication and measurement have reached different stages. The forum wants to say plainly what can be used already, what is still an experiment, and what may never be possible.',
    talks: `纠错之路：从物理比特到逻辑比特|The road of error correction: from physical to logical qubits
      城域量子网络的第一个用户|The first user of a metropolitan quantum network
      冷原子干涉仪测量重力|Measuring gravity with cold atoms
      离子阱与超导：两种路线的对话|Trapped ions and superconductors in conversation
      后量子密码的迁移时间表|A timetable for moving to post-quantum cryptography`,
    panels: `量子优势离实用还有多远|How far is quantum advantage from usefulness?`,
    problems: `量子比特的退相干|the decoherence of qubits
      低温系统的规模化|the scaling of cryogenic systems
      量子算法的适用边界|the limits of quantum algorithms`,
    uses: `分子能级的计算|the computation of molecular energies
      密钥的安全分发|the secure distribution of keys
      地下资源的重力勘测|gravity surveys of what lies underground`,
    areas: `量子计算|quantum computing
      量子通信|quantum communication
      精密测量|precision measurement`,
  },
  {
    slug: 'trustworthy-ai-forum',
    title: '可信人工智能与大模型论坛|Forum on Trustworthy AI and Large Models',
    focus: 'frontier',
    topic: 'ai',
    fields: ['ai', 'security'],
    lead: 'academy-ai',
    with: ['company-cloud', 'association-standards'],
    size: 500,
    abstract:
      '模型越来越大，信任从哪里来？论坛讨论评测、对齐、能耗和开放，并请医院、学校和法院的使用者讲述真实的风险。|Models grow ever larger; where does trust come from? The forum discusses evaluation, alignment, energy and openness, and users in hospitals, schools and courts tell of the risks they see.',
    talks: `大模型的涌现能力与测量方法|Emergent abilities of large models, and how to measure them
      让模型知道自己不知道|Models that know what they do not know
      训练一次大模型要用多少电|How much electricity does it take to train a large model?
      多模态模型看懂了什么|What multimodal models really see
      少数语言不应被模型遗忘|Small languages that models must not forget
      医院里的算法审计|Auditing algorithms in a hospital`,
    panels: `开放模型权重：安全还是更安全|Open weights: safe, or safer?`,
    problems: `模型的幻觉与事实错误|hallucination and errors of fact
      训练数据的来源与授权|the origin and licensing of training data
      评测基准的污染|the contamination of benchmarks`,
    uses: `病历的结构化整理|putting medical records in order
      编程与测试辅助|help with programming and testing
      多语言公共服务|public services in many languages`,
    areas: `自然语言处理|natural language processing
      人工智能安全|AI safety
      多模态学习|multimodal learning`,
  },
  {
    slug: 'next-generation-mobile-forum',
    title: '下一代移动通信论坛|Forum on the Next Generation of Mobile Communications',
    focus: 'frontier',
    topic: 'digital',
    fields: ['communications', 'chips'],
    lead: 'ministry-digital',
    with: ['association-standards', 'university-science'],
    size: 260,
    abstract:
      '当5G走进工厂和矿山，6G的研究已经开始。论坛讨论太赫兹、通感一体、空天地融合，以及如何在标准开始之前形成共识。|While 5G enters factories and mines, research on 6G has begun. The forum discusses terahertz bands, sensing and communicating at once, networks of ground, air and space, and how to agree before standards begin.',
    talks: `6G愿景：从连接人到连接智能|A vision for 6G: from linking people to linking intelligence
      太赫兹信道的测量与建模|Measuring and modelling terahertz channels
      通信与感知一体的基站试验|A base station that senses while it communicates
      矿井深处的5G专网|A private 5G network deep in a mine
      手机直连卫星的链路预算|The link budget of phones that talk to satellites`,
    panels: `频谱从哪里来|Where will the spectrum come from?`,
    problems: `高频段的覆盖与功耗|coverage and power at high frequencies
      网络能耗的持续增长|the steady growth of network energy use
      频谱资源的国际协调|the international coordination of spectrum`,
    uses: `工业现场的确定性控制|deterministic control on the factory floor
      远海与沙漠的宽带接入|broadband at sea and in the desert
      车路协同|vehicles and roads that cooperate`,
    areas: `无线通信|wireless communication
      射频芯片|radio-frequency chips
      网络架构|network architecture`,
  },
  {
    slug: 'industrial-internet-forum',
    title: '工业互联网与智能制造论坛|Forum on the Industrial Internet and Smart Manufacturing',
    focus: 'frontier',
    topic: 'materials',
    fields: ['industrial-internet', 'engineering', 'robotics'],
    lead: 'ministry-industry',
    with: ['company-robotics'],
    crafts: ['engineer', 'founder', 'scholar'],
    size: 280,
    abstract:
      '工厂主最常问的问题是：投入多久能收回？论坛用数据回答，并讨论老设备联网、工业软件、数据安全和一线工人的参与。|What factory owners ask most is how long until it pays. The forum answers with data and discusses connecting old machines, industrial software, security and the part of those who work on the line.',
    talks: `智能工厂的投资回报：一百个案例|The return on smart factories: a hundred cases
      工业软件为什么难做|Why industrial software is hard
      让三十年前的机床开口说话|Making a machine tool of thirty years ago talk
      质检模型上线之后|After the inspection model went live
      班组长参与设计的数字看板|A dashboard designed with the shift leaders`,
    panels: `中小制造企业数字化的第一步|The first digital step of a small manufacturer`,
    problems: `设备协议的不兼容|the incompatibility of machine protocols
      工业数据的确权|the ownership of industrial data
      老旧产线的改造成本|the cost of refitting old lines`,
    uses: `关键设备的预测性维护|predictive maintenance of critical machines
      柔性生产排程|flexible production scheduling
      供应链的质量追溯|tracing quality along the supply chain`,
    areas: `工业自动化|industrial automation
      工业软件|industrial software
      机器视觉|machine vision`,
  },
  {
    slug: 'photonic-integration-forum',
    title: '光子集成与光计算论坛|Forum on Photonic Integration and Optical Computing',
    focus: 'frontier',
    topic: 'quantum',
    fields: ['photonics', 'chips', 'materials'],
    lead: 'university-science',
    with: ['academy-quantum'],
    abstract:
      '用光传输数据早已平常，用光计算能否走向实用？论坛讨论硅光、薄膜铌酸锂、光电共封装与光学神经网络。|Light has long carried data; can it also compute? The forum discusses silicon photonics, thin-film lithium niobate, co-packaged optics and optical neural networks.',
    talks: `硅光芯片的十五年|Fifteen years of silicon photonics
      光计算的真实能效|The real energy efficiency of optical computing
      薄膜铌酸锂调制器的量产难题|Thin-film lithium niobate modulators: trouble on the way to volume
      光电共封装的散热与测试|Heat and testing in co-packaged optics
      片上光频梳与便携光谱仪|Frequency combs on a chip and the portable spectrometer`,
    panels: `光子芯片需要自己的代工厂吗|Do photonic chips need foundries of their own?`,
    problems: `光源的片上集成|the integration of light sources on the chip
      光电转换的额外能耗|the energy lost between light and electrons
      晶圆级测试的速度|the speed of testing whole wafers`,
    uses: `数据中心内部互连|links inside data centres
      激光雷达|laser radar
      便携式光谱检测|portable spectroscopy`,
    areas: `集成光子学|integrated photonics
      光通信|optical communication
      非线性光学|nonlinear optics`,
  },
  {
    slug: 'wide-bandgap-semiconductors-forum',
    title: '宽禁带半导体论坛|Forum on Wide-Bandgap Semiconductors',
    focus: 'frontier',
    topic: 'materials',
    fields: ['semiconductor-process', 'materials', 'mobility'],
    lead: 'academy-materials',
    with: ['company-vehicles', 'university-science'],
    abstract:
      '碳化硅与氮化镓正在改变电动汽车、充电桩和电网。论坛讨论晶体缺陷、器件可靠性、成本下降的路径和下一代超宽禁带材料。|Silicon carbide and gallium nitride are changing electric cars, chargers and grids. The forum discusses crystal defects, the reliability of devices, the way to lower cost, and the ultra-wide materials that come next.',
    talks: `八英寸碳化硅：缺陷与良率|Eight-inch silicon carbide: defects and yield
      氧化镓会是下一站吗|Is gallium oxide the next stop?
      车规器件的十五年寿命怎样验证|How to prove that a car’s device will last fifteen years
      氮化镓快充背后的散热设计|Keeping gallium nitride chargers cool
      固态变压器进入配电网|Solid-state transformers enter the grid`,
    panels: `材料、器件与整车厂如何共担风险|How can makers of materials, devices and cars share the risk?`,
    problems: `大尺寸晶体的位错密度|the density of dislocations in large crystals
      栅氧界面的长期可靠性|the long-term reliability of gate oxides
      封装材料的热匹配|the thermal match of packaging`,
    uses: `电动汽车主驱逆变器|traction inverters in electric cars
      光伏与储能变流器|converters for solar power and storage
      轨道交通牵引|traction for railways`,
    areas: `半导体材料|semiconductor materials
      功率器件|power devices
      封装可靠性|the reliability of packages`,
  },
  {
    slug: 'blockchain-forum',
    title: '区块链与可信数字经济论坛|Forum on Blockchain and a Trusted Digital Economy',
    focus: 'frontier',
    topic: 'digital',
    fields: ['blockchain', 'data', 'security'],
    lead: 'company-cloud',
    with: ['association-standards', 'university-business'],
    crafts: ['engineer', 'founder', 'expert'],
    abstract:
      '离开投机之后，区块链还能做什么？论坛从供应链、司法存证、碳账户和跨境贸易的实际系统出发，讨论性能、隐私和互操作。|What is left for blockchain once speculation is set aside? From working systems in supply chains, legal evidence, carbon accounts and trade across borders, the forum discusses performance, privacy and interoperation.',
    talks: `区块链的十年：哪些承诺兑现了|Ten years of blockchain: which promises were kept?
      高性能共识协议的理论极限|The theoretical limit of fast consensus
      法院为什么采信链上证据|Why courts accept evidence on a chain
      跨境贸易单证的数字化联盟|An alliance for digital trade documents
      智能合约漏洞的自动发现|Finding flaws in smart contracts automatically`,
    panels: `什么情况下不应该用区块链|When should blockchain not be used?`,
    problems: `链上性能与去中心化的取舍|the trade-off between speed and decentralisation
      跨链互操作的安全|the security of bridges between chains
      链下数据的真实性|the truth of data from outside the chain`,
    uses: `供应链金融|supply chain finance
      碳排放账户|carbon accounts
      电子证照的跨域互认|the recognition of electronic certificates across regions`,
    areas: `分布式系统|distributed systems
      密码学|cryptography
      数字金融|digital finance`,
  },
  {
    slug: 'data-and-privacy-computing-forum',
    title: '数据流通与隐私计算论坛|Forum on Data Exchange and Privacy-Preserving Computing',
    focus: 'frontier',
    topic: 'digital',
    fields: ['data', 'security'],
    lead: 'ministry-digital',
    with: ['academy-math', 'company-cloud'],
    abstract:
      '数据可用而不可见，是理想还是日常？论坛讨论联邦学习、多方计算、可信硬件和数据定价，并公开一次跨医院研究的全部账目。|Data that can be used but not seen: an ideal or an everyday matter? The forum discusses federated learning, multi-party computation, trusted hardware and the price of data, and opens the full accounts of one study across hospitals.',
    talks: `数据要素市场的经济学|The economics of a market for data
      全同态加密何时足够快|When will fully homomorphic encryption be fast enough?
      联邦学习在十二家医院的实践|Federated learning in twelve hospitals
      去标识化之后还能认出你吗|Can you still be recognised after de-identification?
      数据信托：一种新的受托人|Data trusts: a new kind of trustee`,
    panels: `公共数据应当怎样定价|How should public data be priced?`,
    problems: `密文计算的性能开销|the overhead of computing on encrypted data
      数据质量的参差不齐|the uneven quality of data
      重标识攻击的风险|the risk of re-identification`,
    uses: `跨机构疾病研究|studies of disease across institutions
      中小企业信用评估|credit assessment of small companies
      城市交通优化|improving city traffic`,
    areas: `隐私计算|privacy-preserving computing
      数据治理|data governance
      应用密码学|applied cryptography`,
  },
  {
    slug: 'cybersecurity-forum',
    title: '网络空间安全前沿论坛|Forum on the Frontiers of Cybersecurity',
    focus: 'frontier',
    topic: 'digital',
    fields: ['security', 'software'],
    lead: 'association-standards',
    with: ['company-cloud'],
    crafts: ['engineer', 'scholar', 'founder'],
    abstract:
      '关键基础设施、智能汽车和医疗设备都成了攻击面。论坛讨论漏洞披露、内生安全、应急演练，以及安全人员短缺这一老问题的新解法。|Critical infrastructure, intelligent cars and medical devices have all become targets. The forum discusses disclosure, security by design, exercises, and new answers to the old shortage of people.',
    talks: `漏洞披露的伦理与时钟|Disclosure: its ethics and its clock
      内生安全：把防御写进架构|Security by design: defence written into the architecture
      一次医院勒索事件的完整复盘|A ransomware attack on a hospital, told in full
      汽车里的上亿行代码怎样更新|Updating a hundred million lines of code in a car
      红队与蓝队：一座水厂的演练|Red team, blue team: an exercise at a waterworks`,
    panels: `安全责任该由谁承担：厂商、用户还是国家|Who answers for security: makers, users or states?`,
    problems: `软件漏洞的修补滞后|the delay in patching software
      工业控制系统的暴露面|the exposure of industrial control systems
      安全人才的短缺|the shortage of security professionals`,
    uses: `电力调度系统防护|protecting power dispatch
      车载系统的安全升级|secure updates in vehicles
      医院网络的隔离与恢复|isolating and restoring hospital networks`,
    areas: `系统安全|systems security
      工控安全|industrial control security
      漏洞挖掘|vulnerability research`,
  },
  {
    slug: 'applied-mathematics-forum',
    title: '应用数学与交叉科学论坛|Forum on Applied Mathematics and the Sciences It Meets',
    focus: 'frontier',
    topic: 'ai',
    fields: ['ai-for-science', 'data'],
    lead: 'academy-math',
    with: ['university-science'],
    crafts: ['scholar', 'engineer', 'expert'],
    abstract:
      '数学家带来方法，工程师和医生带来问题。论坛安排“问题门诊”，让企业现场提出一个难题，数学家当场讨论思路。|Mathematicians bring methods, engineers and physicians bring problems. In a “clinic for problems”, companies put a hard question on the spot and mathematicians think aloud.',
    talks: `最优传输：从沙堆到图像|Optimal transport: from heaps of sand to images
      反问题：看不见的东西怎样算出来|Inverse problems: computing what cannot be seen
      排班、排产、排课：组合优化的日常|Rosters, production, timetables: combinatorial optimisation every day
      湍流为什么还没有解决|Why turbulence is still unsolved
      随机算法与可信结果|Random algorithms and results one can trust`,
    panels: `企业需要怎样的数学家|What kind of mathematician does industry need?`,
    problems: `高维问题的计算复杂度|the complexity of problems in high dimensions
      数据噪声下的稳定反演|stable inversion of noisy data
      大规模整数规划的求解|the solution of very large integer programmes`,
    uses: `医学影像重建|the reconstruction of medical images
      电网的机组组合|unit commitment in power grids
      物流网络设计|the design of logistics networks`,
    areas: `计算数学|computational mathematics
      运筹优化|operations research
      统计学|statistics`,
  },
  {
    slug: 'earth-observation-forum',
    title: '卫星遥感与对地观测论坛|Forum on Satellites and Earth Observation',
    focus: 'frontier',
    topic: 'space',
    fields: ['remote-sensing', 'aerospace', 'climate'],
    lead: 'academy-space',
    with: ['academy-earth'],
    abstract:
      '每天有上百颗卫星拍下同一块土地。论坛讨论数据如何变成农民、城市和保险公司能用的答案，以及星座时代的轨道安全。|Hundreds of satellites see the same field every day. The forum discusses how data become answers that farmers, cities and insurers can use, and how orbits stay safe in the age of constellations.',
    talks: `从影像到答案：遥感的服务化|From images to answers: remote sensing as a service
      温室气体卫星看见了什么|What greenhouse gas satellites have seen
      合成孔径雷达监测地面沉降|Watching the ground sink with radar
      小卫星星座的标定难题|Calibrating a constellation of small satellites
      轨道碎片的编目与避让|Cataloguing debris and keeping out of its way`,
    panels: `遥感数据该不该免费|Should data from orbit be free?`,
    problems: `多源影像的一致性|the consistency of images from many sources
      轨道碎片的增加|the growth of orbital debris
      星上处理的算力限制|the limits of computing on board`,
    uses: `作物估产与保险|crop estimates and insurance
      地面沉降监测|monitoring the sinking of ground
      甲烷泄漏的定位|locating methane leaks`,
    areas: `遥感科学|remote sensing
      雷达成像|radar imaging
      星座系统|satellite constellations`,
  },
];
