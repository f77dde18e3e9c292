/** Forums led from outside Beijing and from abroad (the three leads are stated, the rest is sample data), and lasting brands. */
import type { ForumEntry } from './forum.ts';

export const SHARED: readonly ForumEntry[] = [
  {
    slug: 'singapore-innovation-forum',
    title: '中新创新合作论坛|China–Singapore Innovation Forum',
    focus: 'shared',
    topic: 'cooperation',
    fields: ['technology-transfer', 'digital-health'],
    lead: 'enterprise-singapore',
    with: ['transfer-centre'],
    crafts: ['founder', 'expert', 'investor'],
    size: 110,
    rooms: ['singapore-hall'],
    day: 1,
    part: 'morning',
    start: '10:00',
    country: 'SG',
    foreign: 10,
    abstract:
      '论坛在新加坡分会场举行，讨论两地初创企业怎样互相落地，数字贸易、城市方案和生物医药有哪些可以共同完成的项目。|Held at the Singapore sub-venue, the forum discusses how start-ups settle in each other’s cities, and which projects in digital trade, urban solutions and biomedicine can be done together.',
    talks: `双城实验室：一家公司的两个总部|A laboratory in two cities: one company, two headquarters
      热带城市的降温技术|Technologies that cool a tropical city
      跨境数据走廊的规则与实践|A corridor for data: rules and practice
      生物医药临床研究的联合设计|Designing clinical studies together`,
    panels: `初创企业出海的第一个一百天|A start-up’s first hundred days abroad`,
    problems: `跨境合规的复杂性|the complexity of compliance across borders
      本地人才的招募|the hiring of local people
      两地市场的差异|the differences between the two markets`,
    uses: `智慧港口|smart ports
      社区健康服务|health services in the neighbourhood
      绿色建筑运营|the running of green buildings`,
    areas: `创业孵化|incubation
      数字贸易|digital trade
      城市解决方案|urban solutions`,
  },
  {
    slug: 'xiongan-innovation-forum',
    title: '雄安新区科技创新论坛|Xiong’an Forum on Science, Technology and Innovation',
    focus: 'shared',
    topic: 'engineering',
    fields: ['construction', 'industrial-internet'],
    lead: 'xiongan-new-area',
    with: ['university-science', 'company-cloud'],
    crafts: ['official', 'engineer', 'expert'],
    size: 280,
    abstract:
      '一座新城怎样成为新技术的第一个用户？论坛讨论数字城市、绿色交通和中试基地，并公布可供全球团队申请的应用场景。|How can a new city be the first user of new technology? The forum discusses the digital city, green transport and pilot plants, and announces scenarios that teams from anywhere may apply for.',
    talks: `数字城市与现实城市同步生长|A digital city that grows with the real one
      地下综合管廊的无人巡检|Inspecting utility tunnels without people
      新城的第一批应用场景|The first scenarios of a new city
      白洋淀生态修复的监测网络|The monitoring network behind a lake’s recovery
      中试基地怎样服务全国团队|A pilot plant that serves teams from everywhere`,
    panels: `新城与老城如何分享创新资源|How can new cities and old ones share what they have?`,
    problems: `新技术首用的风险|the risk of being the first to use a technology
      城市数据的持续更新|keeping city data up to date
      产业与人口的同步导入|bringing in work and people at the same pace`,
    uses: `城市综合管廊运维|the operation of utility tunnels
      自动驾驶接驳|automated shuttles
      湿地生态监测|the monitoring of wetlands`,
    areas: `数字城市|the digital city
      生态修复|ecological restoration
      中试服务|pilot plant services`,
  },
  {
    slug: 'sco-technology-cooperation-forum',
    title: '上合组织科技创新合作论坛|SCO Forum on Cooperation in Science, Technology and Innovation',
    focus: 'shared',
    topic: 'cooperation',
    fields: ['innovation-policy', 'agriculture', 'renewables'],
    lead: 'shanghai-cooperation-organisation',
    with: ['international-young', 'transfer-centre'],
    crafts: ['official', 'scholar', 'expert'],
    size: 280,
    foreign: 8,
    abstract:
      '论坛讨论干旱地区农业、可再生能源、数字互联和青年科学家交流，寻找区域内可以共同投入的长期项目。|The forum discusses farming in dry lands, renewable energy, digital links and the exchange of young scientists, and looks for long-term projects that the region can invest in together.',
    talks: `干旱区农业的共同实验|A common experiment in dryland farming
      跨国联合实验室的五年账本|Five years of accounts from a joint laboratory
      草原光伏与牧民生计|Solar power on the steppe and those who herd there
      青年科学家交流：一份校友调查|Exchange of young scientists: a survey of alumni
      高山冰川水资源的联合观测|Joint observation of mountain glaciers and their water`,
    panels: `区域科技合作怎样从会议走到项目|How does regional cooperation get from meetings to projects?`,
    problems: `区域观测数据的不连续|the gaps in regional observations
      技术标准的差异|the differences in technical standards
      科研人员往来的成本|the cost of travel for researchers`,
    uses: `节水灌溉示范|demonstrations of thrifty irrigation
      跨境电力互联|power links across borders
      数字教育资源共享|the sharing of digital teaching`,
    areas: `区域科技合作|regional scientific cooperation
      干旱区农业|dryland agriculture
      可再生能源|renewable energy`,
  },
  {
    slug: 'cross-regional-innovation-forum',
    title: '跨区域协同创新论坛|Forum on Innovation across Regions',
    focus: 'shared',
    topic: 'governance',
    fields: ['innovation-policy', 'finance'],
    lead: 'university-business',
    with: ['academy-policy', 'transfer-incubator'],
    crafts: ['expert', 'official', 'scholar'],
    abstract:
      '研发在一地，制造在另一地，市场在第三地：论坛讨论创新资源怎样跨区域流动，利益怎样共享。|Research in one place, production in another, the market in a third: the forum discusses how the resources of innovation flow between regions and how the gains are shared.',
    talks: `“飞地”孵化器的利益分配|Sharing gains in an incubator away from home
      创新券跨省通用的第一年|The first year of vouchers valid in every province
      产业链上的隐形距离|Hidden distances along a supply chain
      区域创新共同体的比较研究|A comparison of innovation communities`,
    panels: `成果在别处落地，算谁的成绩|When a result takes root elsewhere, whose achievement is it?`,
    problems: `税收与统计的属地限制|taxes and statistics that stop at the border
      科研设施的重复建设|the doubling of research facilities
      跨区域信用的互认|the recognition of credit across regions`,
    uses: `异地中试基地|pilot plants elsewhere
      科技资源共享平台|platforms for shared resources
      产业协作招商|attracting industry together`,
    areas: `区域经济|regional economics
      创新政策|innovation policy
      产业规划|industrial planning`,
  },
  {
    slug: 'shared-instruments-forum',
    title: '科学仪器与条件平台共享论坛|Forum on Sharing Scientific Instruments and Platforms',
    focus: 'shared',
    topic: 'engineering',
    fields: ['sensors', 'photonics', 'medical-devices'],
    lead: 'university-science',
    with: ['academy-life', 'academy-materials'],
    crafts: ['engineer', 'scholar', 'founder'],
    size: 160,
    abstract:
      '许多昂贵的仪器每天只用几个小时，许多好想法却找不到仪器。论坛讨论预约系统、技术员职业和国产仪器的首个用户。|Many costly instruments work a few hours a day, while many good ideas find no instrument. The forum discusses booking, the careers of technicians, and the first users of newly built instruments.',
    talks: `看不见的英雄：仪器工程师|Unseen heroes: the engineers behind instruments
      冷冻电镜中心的开放经验|What an open cryo-electron microscopy centre has learned
      质谱仪关键部件的攻关笔记|Notes from building the critical parts of a mass spectrometer
      一套预约系统怎样省下三台仪器|How a booking system saved three instruments`,
    panels: `新仪器的第一个用户从哪里来|Where does a new instrument find its first user?`,
    problems: `大型仪器的闲置|the idle hours of large instruments
      技术支撑人员的职业通道|the careers of technical staff
      自研仪器的可靠性验证|proving that a home-built instrument is reliable`,
    uses: `企业的分析测试|analysis and testing for companies
      跨校学生实验|student experiments across universities
      应急检测任务|tests in emergencies`,
    areas: `科学仪器|scientific instruments
      分析测试|analysis and testing
      科研平台管理|the management of research platforms`,
  },
  {
    slug: 'culture-and-technology-forum',
    title: '文化与科技融合论坛|Forum on Culture and Technology',
    focus: 'brand',
    topic: 'imagination',
    fields: ['metaverse', 'displays', 'education'],
    lead: 'ministry-culture',
    with: ['university-design', 'company-displays'],
    crafts: ['writer', 'engineer', 'founder'],
    size: 240,
    rooms: ['silo-theatre'],
    day: 3,
    part: 'afternoon',
    abstract:
      '论坛连续举办，今年的题目是“让古老的东西重新说话”：数字修复、沉浸式演出、博物馆里的算法，以及传统工艺遇到新材料。|A fixture of the forum; this year’s subject is letting old things speak again: digital restoration, immersive performance, algorithms in museums, and crafts that meet new materials.',
    talks: `壁画的数字重生|The digital rebirth of murals
      超高清显示怎样还原丝绸的光泽|How ultra-high definition shows the sheen of silk
      一座剧场的实时渲染|A theatre rendered in real time
      陶瓷釉料的光谱档案|A spectral archive of ceramic glazes
      听见古琴：声学重建|Hearing the guqin: an acoustic reconstruction`,
    panels: `数字复制品有没有灵魂|Does a digital copy have a soul?`,
    problems: `文物数字化的精度与速度|precision and speed in digitising heritage
      沉浸内容的制作成本|the cost of immersive content
      数字藏品的长期保存|the long-term keeping of digital collections`,
    uses: `博物馆的线上展厅|museums online
      沉浸式演出|immersive performances
      传统工艺的教学|the teaching of crafts`,
    areas: `数字人文|digital humanities
      显示技术|display technology
      文化遗产保护|the conservation of heritage`,
  },
  {
    slug: 'hard-technology-investment-forum',
    title: '硬科技与耐心资本论坛|Forum on Hard Technology and Patient Capital',
    focus: 'brand',
    topic: 'transfer',
    fields: ['finance', 'chips', 'biomedicine'],
    lead: 'association-investors',
    with: ['university-business', 'transfer-incubator'],
    crafts: ['investor', 'founder', 'expert'],
    size: 450,
    abstract:
      '硬科技的周期常常长过一只基金。论坛邀请投资人、创业者和科学家讨论怎样算账、怎样等待、怎样在该停的时候停下来。|Hard technology often takes longer than a fund lives. Investors, founders and scientists discuss how to reckon, how to wait, and how to stop when it is time to stop.',
    talks: `耐心的价格|The price of patience
      科学家创业：角色、股权与时间|Scientists who found companies: role, equity, time
      一次失败投资的完整复盘|A failed investment, told in full
      从专利包到上市公司：十二年|From a patent portfolio to a listed company: twelve years
      早期项目的技术尽职调查|Technical due diligence for early projects
      公共资金怎样不挤走私人资金|Public money that does not crowd out private money`,
    panels: `什么时候应该放弃一项技术|When should one give up on a technology?`,
    problems: `基金期限与研发周期的错配|the mismatch between the life of a fund and that of research
      早期技术的估值|the valuation of early technologies
      退出渠道的单一|the few ways of exit`,
    uses: `概念验证基金|proof-of-concept funds
      知识产权证券化|securities backed by intellectual property
      产业链投资|investment along a supply chain`,
    areas: `风险投资|venture capital
      科技金融|finance for technology
      创业管理|the management of start-ups`,
  },
  {
    slug: 'science-communication-forum',
    title: '科学教育与科普论坛|Forum on Science Education and Communication',
    focus: 'brand',
    topic: 'people',
    fields: ['education'],
    lead: 'association-popular',
    with: ['international-young', 'university-design'],
    crafts: ['writer', 'scholar', 'expert'],
    size: 260,
    rooms: ['lecture-hall', 'silo-theatre', 'room-301', 'room-303'],
    abstract:
      '怎样让孩子爱上提问，让成年人愿意改变看法？论坛邀请教师、科普作者、博物馆人和研究者，用实验而不是口号来回答。|How do children come to love questions, and adults to change their minds? Teachers, science writers, museum people and researchers answer with experiments rather than slogans.',
    talks: `谣言为什么跑得比科学快|Why rumours outrun science
      一间教室里的天文台|An observatory in a classroom
      短视频时代的长问题|Long questions in the age of short videos
      博物馆里的失败展品|Exhibits that failed
      科学家写给十岁读者的信|Letters from scientists to readers of ten`,
    panels: `科学家应该花多少时间做科普|How much time should scientists give to the public?`,
    problems: `科学课堂的应试倾向|lessons that teach to the test
      科普内容的可信度|the trustworthiness of popular science
      城乡科学资源的差距|the gap between town and country`,
    uses: `流动科技馆|travelling science museums
      家庭科学实验|experiments at home
      科学家进校园|scientists who visit schools`,
    areas: `科学教育|science education
      科学传播|science communication
      博物馆学|museum studies`,
  },
  {
    slug: 'start-up-growth-forum',
    title: '全球创业者峰会|Global Summit of Founders',
    focus: 'brand',
    topic: 'transfer',
    fields: ['finance', 'technology-transfer'],
    lead: 'transfer-incubator',
    with: ['association-investors', 'international-young'],
    crafts: ['founder', 'investor', 'founder'],
    size: 420,
    foreign: 5,
    abstract:
      '年年在中关村举办的创业者聚会：没有主席台，讲者只讲一件做错的事和一件做对的事。|The yearly meeting of founders in Zhongguancun: no platform for dignitaries; each speaker tells one thing done wrong and one done right.',
    talks: `第一位客户教会我的事|What my first customer taught me
      从论文到产品说明书|From paper to product manual
      团队吵架之后|After the team had quarrelled
      我们为什么把价格提高了一倍|Why we doubled our price
      在别人的国家开公司|Starting a company in somebody else’s country
      卖掉公司的第二天|The day after selling the company`,
    panels: `创业者怎样照顾自己|How do founders look after themselves?`,
    problems: `从样机到产品的断层|the gap between prototype and product
      首个订单的获取|winning the first order
      核心团队的稳定|keeping the core team together`,
    uses: `大企业的开放创新|open innovation with large companies
      跨境市场拓展|entering markets abroad
      首台套应用|first uses of new equipment`,
    areas: `硬科技产品化|making products of hard technology
      产品管理|product management
      市场拓展|business development`,
  },
];
