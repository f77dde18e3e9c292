/** Sample forums on robots, vehicles, oceans, space, water and building. */
import type { ForumEntry } from './forum.ts';

export const MACHINES: readonly ForumEntry[] = [
  {
    slug: 'robotics-forum',
    title: '机器人与具身智能论坛|Forum on Robotics and Embodied Intelligence',
    focus: 'frontier',
    topic: 'ai',
    fields: ['robotics', 'ai', 'sensors'],
    lead: 'company-robotics',
    with: ['academy-ai', 'university-science'],
    crafts: ['engineer', 'scholar', 'founder'],
    size: 280,
    abstract:
      '机器人离开围栏之后，要学会看、摸和道歉。论坛现场演示多台样机，并请护理院和果园的使用者打分。|Once robots leave their cages they must learn to see, to touch and to say sorry. Several prototypes are shown, and users from a nursing home and an orchard give them marks.',
    talks: `具身智能：从抓取到理解|Embodied intelligence: from grasping to understanding
      双足机器人为什么要摔一万次|Why a two-legged robot must fall ten thousand times
      触觉传感器与一枚鸡蛋|A tactile sensor and an egg
      手术机器人的远程时延|Delay in remote surgery
      护理机器人：老人们怎么说|Care robots: what older people say
      开源机械臂进课堂|An open robot arm in the classroom`,
    panels: `机器人应当长得像人吗|Should robots look like people?`,
    problems: `非结构化环境的感知|perception in cluttered places
      灵巧操作的学习效率|the slow learning of dexterous skills
      人机协作的安全|safety where people and robots work together`,
    uses: `医院物流|hospital logistics
      果园采摘|picking fruit
      危险环境巡检|inspection in dangerous places`,
    areas: `机器人学|robotics
      机器触觉|robot touch
      人机交互|human–robot interaction`,
  },
  {
    slug: 'intelligent-vehicles-forum',
    title: '智能网联汽车与未来交通论坛|Forum on Intelligent Vehicles and Future Transport',
    focus: 'frontier',
    topic: 'engineering',
    fields: ['mobility', 'ai', 'communications'],
    lead: 'ministry-transport',
    with: ['company-vehicles'],
    crafts: ['engineer', 'official', 'founder'],
    size: 280,
    abstract:
      '自动驾驶从示范区走向城市道路，交通管理者、车企和行人都有话要说。论坛公布道路测试数据，讨论责任、保险与公共交通的位置。|Automated driving moves from test zones to city streets, and those who manage traffic, build cars or walk all have something to say. The forum presents data from road tests and discusses liability, insurance and the place of public transport.',
    talks: `自动驾驶的长尾场景|The long tail of automated driving
      车路云一体化的分工|Vehicle, road and cloud: who does what
      一座城市的无人公交运行报告|A city’s report on driverless buses
      行人眼中的自动驾驶|Automated driving as pedestrians see it
      激光雷达降价之后|After the fall in the price of laser radar`,
    panels: `事故发生之后，谁来负责|After an accident, who is responsible?`,
    problems: `极端场景的仿真验证|the simulation of rare situations
      人机共驾的接管风险|the risk when people take back control
      高精地图的更新|keeping detailed maps up to date`,
    uses: `港口与矿区的无人运输|driverless haulage in ports and mines
      夜间公交接驳|night buses to the station
      城市末端配送|the last mile of delivery`,
    areas: `自动驾驶|automated driving
      交通工程|traffic engineering
      车载计算|in-vehicle computing`,
  },
  {
    slug: 'deep-sea-technology-forum',
    title: '深海探测与海洋科技论坛|Forum on Deep-Sea Exploration and Ocean Technology',
    focus: 'frontier',
    topic: 'space',
    fields: ['ocean', 'sensors', 'robotics'],
    lead: 'body-ocean',
    with: ['academy-polar'],
    abstract:
      '人类对深海的了解还不如对月球表面。论坛讨论万米载人与无人装备、海底观测网、极地航行，以及开发与保护的界限。|We know the deep sea less well than the face of the moon. The forum discusses crewed and uncrewed craft for ten thousand metres, observatories on the sea floor, polar voyages, and the line between use and protection.',
    talks: `万米之下的生命|Life below ten thousand metres
      海底观测网的十年数据|Ten years of data from a sea-floor observatory
      软体机器人承受千倍大气压|A soft robot under a thousand atmospheres
      极地冰下声学通信|Sound under polar ice
      深海采矿的环境基线|An environmental baseline for deep-sea mining`,
    panels: `深海应当先认识还是先利用|The deep sea: know first or use first?`,
    problems: `深海能源与通信的限制|the limits of power and communication at depth
      高压密封的可靠性|the reliability of seals under pressure
      深海生态的恢复能力|the power of deep-sea life to recover`,
    uses: `海底地震监测|watching earthquakes on the sea floor
      渔业资源评估|the assessment of fish stocks
      海洋碳循环研究|the study of carbon in the ocean`,
    areas: `海洋工程|ocean engineering
      深海生物学|deep-sea biology
      水声学|underwater acoustics`,
  },
  {
    slug: 'commercial-space-forum',
    title: '空间科学与商业航天论坛|Forum on Space Science and Commercial Space',
    focus: 'frontier',
    topic: 'space',
    fields: ['aerospace', 'materials', 'communications'],
    lead: 'body-space',
    with: ['academy-space'],
    crafts: ['engineer', 'scholar', 'founder'],
    size: 280,
    abstract:
      '科学卫星寻找问题的答案，商业公司寻找降低成本的办法，两者越来越需要彼此。论坛讨论可重复使用火箭、月球科研、微重力实验和空间交通管理。|Scientific satellites look for answers, companies look for lower costs, and each needs the other more and more. The forum discusses reusable rockets, lunar research, experiments in microgravity and the management of space traffic.',
    talks: `月球背面的低频射电窗口|A low-frequency radio window on the far side of the moon
      可重复使用火箭的第十次飞行|A rocket’s tenth flight
      微重力下的蛋白质结晶|Growing protein crystals in microgravity
      立方星实验室：学生的第一次在轨|A laboratory in a cube satellite: students in orbit
      空间交通管理为何紧迫|Why space traffic cannot wait`,
    panels: `科学任务怎样用好商业发射|How can science make good use of commercial launches?`,
    problems: `发动机多次点火的可靠性|the reliability of restarting engines
      空间辐射的防护|protection from radiation in space
      近地轨道的拥挤|the crowding of low orbits`,
    uses: `空间天文观测|astronomy from orbit
      在轨制造试验|trials of making things in orbit
      农业与灾害遥感|remote sensing for farms and disasters`,
    areas: `火箭推进|rocket propulsion
      空间科学|space science
      卫星平台|satellite platforms`,
  },
  {
    slug: 'water-technology-forum',
    title: '水安全与水环境科技论坛|Forum on Water Security and Water Technology',
    focus: 'shared',
    topic: 'earth',
    fields: ['water', 'remote-sensing', 'materials'],
    lead: 'ministry-water',
    with: ['academy-plateau', 'university-science'],
    crafts: ['scholar', 'engineer', 'expert'],
    abstract:
      '论坛由上下游地区和境外流域机构共同策划，讨论节水、再生水、新污染物和跨界流域的共同监测。|Planned together by regions upstream and downstream and by river basin bodies abroad, the forum discusses saving and reusing water, new pollutants, and the joint monitoring of shared rivers.',
    talks: `一滴水的五次使用|Five uses of one drop of water
      新污染物：看不见的名单|New pollutants: an unseen list
      跨界河流的共同监测|Watching shared rivers together
      低能耗海水淡化膜|Membranes that desalt with little energy
      数字孪生流域的洪水演练|A flood exercise in a digital river basin`,
    panels: `水价怎样既公平又节约|How can the price of water be both fair and thrifty?`,
    problems: `微量新污染物的去除|the removal of traces of new pollutants
      地下水的超采|the overuse of groundwater
      跨界流域的数据互信|trust in data along shared rivers`,
    uses: `城市再生水利用|reusing water in cities
      灌区精准配水|precise watering of irrigated land
      湖泊富营养化治理|the recovery of overfed lakes`,
    areas: `水文学|hydrology
      水处理|water treatment
      流域管理|river basin management`,
  },
  {
    slug: 'smart-construction-forum',
    title: '智能建造与韧性城市论坛|Forum on Smart Construction and Resilient Cities',
    focus: 'shared',
    topic: 'engineering',
    fields: ['construction', 'additive', 'climate'],
    lead: 'ministry-housing',
    with: ['university-design', 'company-robotics'],
    crafts: ['engineer', 'scholar', 'official'],
    abstract:
      '新城与旧城的建设者共同讨论：怎样造得更快、更省、更安静，怎样让老房子住得更久，怎样在暴雨和热浪中保护居民。|Builders of new towns and old discuss how to build faster, cheaper and more quietly, how to let old houses live longer, and how to shelter people from cloudbursts and heat.',
    talks: `城市更新的慢与快|Slow and fast in urban renewal
      三维打印的社区中心|A community centre that was printed
      木结构高层建筑的防火试验|Fire tests on a tall timber building
      热浪中的街道：树、屋顶与风|Streets in a heat wave: trees, roofs, wind
      地下管网的声音诊断|Listening to pipes under the street`,
    panels: `智慧城市怎样不丢掉烟火气|How does a smart city keep its everyday life?`,
    problems: `既有建筑的能耗|the energy that existing buildings use
      施工现场的劳动力短缺|the shortage of labour on building sites
      老旧管网的渗漏|leaks from old pipes`,
    uses: `老旧小区的节能改造|refitting old housing estates
      装配式学校与医院|prefabricated schools and hospitals
      城市热岛的缓解|cooling urban heat islands`,
    areas: `智能建造|smart construction
      建筑节能|energy in buildings
      城市气候|urban climate`,
  },
];
