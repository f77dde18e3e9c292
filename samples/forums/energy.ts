/** Sample forums on frontiers of energy and materials. */
import type { ForumEntry } from './forum.ts';

export const ENERGY: readonly ForumEntry[] = [
  {
    slug: 'energy-security-forum',
    title: '能源安全与转型论坛|Forum on Energy Security and Transition',
    focus: 'frontier',
    topic: 'energy-security',
    fields: ['energy', 'renewables', 'storage'],
    lead: 'ministry-energy',
    with: ['academy-energy'],
    crafts: ['scholar', 'engineer', 'official'],
    size: 500,
    abstract:
      '能源系统要同时做到安全、清洁和负担得起，没有哪一项可以让步太多。论坛讨论电网灵活性、关键矿产、跨境互联和极端天气下的保供。|An energy system must be secure, clean and affordable at once, and none of the three can give way far. The forum discusses flexible grids, critical minerals, links across borders, and supply in extreme weather.',
    talks: `新型电力系统的安全边界|The limits of security in a new power system
      高比例可再生能源电网的惯量从何而来|Where does inertia come from when renewables dominate?
      关键矿产的循环利用路线图|A road map for reusing critical minerals
      寒潮来临时的电网：一次复盘|The grid in a cold wave: a review
      虚拟电厂的第一个盈利年|The first profitable year of a virtual power plant
      乡村微电网的维护者|Those who keep a village microgrid running`,
    panels: `能源转型的代价怎样公平分担|How can the cost of the transition be shared fairly?`,
    problems: `风光出力的波动|the swings of wind and sun
      关键矿产的供应集中|the concentration of mineral supply
      极端天气下的电力缺口|the shortfall of power in extreme weather`,
    uses: `区域电网的灵活调度|the flexible operation of regional grids
      工业园区的综合能源|integrated energy for industrial parks
      海岛与边远地区供电|power for islands and remote places`,
    areas: `电力系统|power systems
      能源经济|energy economics
      可再生能源|renewable energy`,
  },
  {
    slug: 'carbon-neutrality-forum',
    title: '碳中和技术论坛|Carbon Neutrality Technology Forum',
    focus: 'frontier',
    topic: 'carbon-neutrality',
    fields: ['carbon', 'energy', 'climate'],
    lead: 'ministry-environment',
    with: ['academy-carbon', 'company-steel'],
    crafts: ['scholar', 'engineer', 'founder'],
    size: 280,
    rooms: ['room-305'],
    day: 1,
    part: 'afternoon',
    start: '14:00',
    abstract:
      '论坛关注两件难事：怎样减掉最难减的排放，怎样把已经排出的二氧化碳收回来。每一位讲者都要公布自己的成本数字。|The forum looks at two hard things: how to cut the emissions that are hardest to cut, and how to take back the carbon dioxide already out there. Every speaker is asked to put figures of cost on the table.',
    talks: `最后百分之二十的排放怎么办|What to do about the last twenty per cent
      直接空气捕集的成本下降曲线|The falling cost of capturing carbon from air
      水泥窑里的二氧化碳去哪儿了|Where the carbon dioxide of a cement kiln goes
      地质封存的百年责任|The hundred-year responsibility of storage underground
      一件衬衫的碳足迹能算准吗|Can the footprint of a shirt be reckoned truly?`,
    panels: `碳价多高才够|How high must the price of carbon be?`,
    problems: `碳捕集的能耗|the energy that carbon capture needs
      封存地点的长期监测|the long-term watch over storage sites
      产品碳足迹的核算口径|the rules for counting the footprint of products`,
    uses: `水泥与钢铁的深度减排|deep cuts in cement and steel
      二氧化碳制甲醇|making methanol from carbon dioxide
      绿色建筑的改造|the retrofitting of buildings`,
    areas: `碳捕集与封存|carbon capture and storage
      碳核算|carbon accounting
      低碳工艺|low-carbon processes`,
  },
  {
    slug: 'hydrogen-forum',
    title: '氢能全产业链创新论坛|Forum on Innovation across the Hydrogen Chain',
    focus: 'frontier',
    topic: 'energy-security',
    fields: ['hydrogen', 'energy', 'materials'],
    lead: 'ministry-energy',
    with: ['academy-energy', 'company-vehicles'],
    abstract:
      '从电解槽到加氢站，氢能的每一环都有人怀疑。论坛把制、储、运、用的专家放在一起，对着同一张成本表讨论。|From the electrolyser to the filling station, every link of the hydrogen chain has its doubters. The forum puts those who make, store, carry and use hydrogen around one table and one sheet of costs.',
    talks: `绿氢平价的三个条件|Three conditions for green hydrogen at par
      阴离子交换膜电解槽的寿命|How long do anion-exchange electrolysers last?
      液氢重卡的冬季测试|Liquid-hydrogen trucks in a winter test
      天然气管道掺氢的安全边界|How much hydrogen is safe in gas pipelines?
      铂用量减半之后的燃料电池|Fuel cells with half the platinum`,
    panels: `氢应当先用在哪里|Where should hydrogen be used first?`,
    problems: `电解槽的波动工况寿命|the life of electrolysers under changing loads
      储运环节的损耗|losses in storage and transport
      贵金属催化剂的依赖|the dependence on precious metals`,
    uses: `重型货运|heavy road freight
      绿色化工原料|green feedstock for chemicals
      长时储能|storing energy over seasons`,
    areas: `电化学|electrochemistry
      燃料电池|fuel cells
      氢安全|hydrogen safety`,
  },
  {
    slug: 'energy-storage-forum',
    title: '新型储能与先进电池论坛|Forum on Energy Storage and Advanced Batteries',
    focus: 'frontier',
    topic: 'energy-security',
    fields: ['storage', 'materials', 'mobility'],
    lead: 'academy-energy',
    with: ['academy-materials', 'company-vehicles'],
    crafts: ['engineer', 'scholar', 'founder'],
    size: 280,
    abstract:
      '电池要更安全、更便宜、用得更久，而且最好不用稀缺金属。论坛讨论固态电池、钠离子电池、液流电池和退役电池的第二次生命。|Batteries should be safer, cheaper and longer-lived, and preferably free of scarce metals. The forum discusses solid-state, sodium-ion and flow batteries, and the second life of those that retire.',
    talks: `固态电池：承诺与时间表|Solid-state batteries: promise and timetable
      钠离子电池适合哪里|Where sodium-ion batteries fit
      热失控的二十秒|Twenty seconds of thermal runaway
      退役电池怎样体检|A medical check for retired batteries
      全钒液流电站运行五年记|Five years of a vanadium flow battery
      电池护照能否追溯一公斤钴|Can a battery passport trace a kilogram of cobalt?`,
    panels: `下一代电池会不会有唯一的赢家|Will there be a single winner among the next batteries?`,
    problems: `固固界面的阻抗|the resistance between solids
      热失控的早期识别|the early signs of thermal runaway
      退役电池的一致性|the uniformity of retired batteries`,
    uses: `电动汽车快充|fast charging of electric cars
      电网侧储能|storage for the grid
      家庭与社区储能|storage for homes and neighbourhoods`,
    areas: `电池材料|battery materials
      储能系统|storage systems
      电池回收|battery recycling`,
  },
  {
    slug: 'fusion-energy-forum',
    title: '聚变能源科学与工程论坛|Forum on the Science and Engineering of Fusion',
    focus: 'frontier',
    topic: 'energy-security',
    fields: ['fusion', 'materials'],
    lead: 'academy-energy',
    with: ['university-science'],
    crafts: ['scholar', 'engineer', 'investor'],
    size: 160,
    abstract:
      '聚变研究正从物理问题变成工程问题。论坛讨论高温超导磁体、氚的自持、抗辐照材料，以及公共计划和私人公司怎样互补。|Fusion is turning from a question of physics into one of engineering. The forum discusses high-temperature superconducting magnets, tritium, materials that withstand radiation, and how public programmes and private companies complement each other.',
    talks: `长脉冲等离子体的控制|Controlling plasmas over long pulses
      高温超导磁体改变了什么|What high-temperature superconducting magnets have changed
      氚从哪里来|Where will the tritium come from?
      偏滤器材料的极限测试|Divertor materials at their limit
      聚变创业公司的风险清单|A list of risks for fusion start-ups`,
    panels: `聚变何时并网：请给出你的误差范围|When will fusion feed the grid? Please give your margin of error`,
    problems: `第一壁材料的辐照损伤|radiation damage to the first wall
      等离子体破裂的预测|the prediction of plasma disruptions
      氚的增殖与回收|the breeding and recovery of tritium`,
    uses: `示范电站的设计|the design of a demonstration plant
      中子源的多用途开发|other uses of neutron sources
      大型超导磁体制造|the making of large superconducting magnets`,
    areas: `等离子体物理|plasma physics
      超导磁体|superconducting magnets
      核材料|nuclear materials`,
  },
  {
    slug: 'two-dimensional-materials-forum',
    title: '低维与量子材料论坛|Forum on Low-Dimensional and Quantum Materials',
    focus: 'frontier',
    topic: 'materials',
    fields: ['nano', 'materials', 'sensors'],
    lead: 'academy-materials',
    with: ['university-science'],
    crafts: ['scholar', 'scholar', 'engineer'],
    size: 160,
    abstract:
      '石墨烯之后，低维材料的家族不断壮大。论坛讨论大面积生长、转角电子学、传感器应用，以及材料基因工程怎样缩短寻找的时间。|Since graphene, the family of thin materials has kept growing. The forum discusses growth over large areas, twisted layers, sensors, and how data shorten the search.',
    talks: `转角材料里的新物理|New physics in twisted layers
      晶圆级二维半导体的生长|Growing two-dimensional semiconductors on wafers
      石墨烯产业化：十五年的得失|Graphene in industry: fifteen years of gains and losses
      一张纸大小的气体传感器阵列|An array of gas sensors the size of a sheet of paper
      用高通量实验寻找室温超导|Looking for room-temperature superconductors by the thousand`,
    panels: `新材料为什么总要等二十年|Why do new materials always take twenty years?`,
    problems: `大面积生长的均匀性|uniform growth over large areas
      接触电阻|contact resistance
      材料性能的批次差异|differences between batches`,
    uses: `柔性电子皮肤|flexible electronic skin
      高灵敏气体检测|sensitive detection of gases
      下一代晶体管|the next generation of transistors`,
    areas: `凝聚态物理|condensed matter physics
      材料生长|crystal growth
      纳米器件|nanodevices`,
  },
  {
    slug: 'green-steel-forum',
    title: '绿色冶金与工业更新论坛|Forum on Green Metallurgy and Industrial Renewal',
    focus: 'frontier',
    topic: 'carbon-neutrality',
    fields: ['metals', 'carbon', 'hydrogen'],
    lead: 'company-steel',
    with: ['academy-carbon', 'academy-materials'],
    crafts: ['engineer', 'scholar', 'founder'],
    size: 240,
    rooms: ['silo-theatre'],
    day: 2,
    part: 'morning',
    abstract:
      '在一座停产的高炉旁讨论钢铁的未来：氢冶金、短流程、余热利用，以及老工业区怎样变成人们愿意停留的地方。|Beside a blast furnace that has gone cold, the forum discusses the future of steel: hydrogen, shorter routes, waste heat, and how an old industrial district becomes a place where people like to stay.',
    talks: `钢铁的零碳路线：四种选择|Zero-carbon steel: four choices
      氢基竖炉的第一炉铁水|The first iron from a hydrogen shaft furnace
      废钢里的杂质从哪里来|Where the impurities in scrap come from
      工业余热温暖一座城|Waste heat that warms a city
      从炼铁厂到科幻公园：一个片区的转身|From ironworks to science fiction park: a district turns`,
    panels: `绿色钢材的溢价由谁支付|Who pays the premium for green steel?`,
    problems: `氢冶金的经济性|the economics of hydrogen metallurgy
      废钢资源的质量|the quality of scrap
      工业遗址的土壤修复|the cleaning of soil on industrial land`,
    uses: `汽车用低碳钢板|low-carbon sheet for cars
      工业余热供暖|heating with waste heat
      老工业区的更新|the renewal of old industrial districts`,
    areas: `冶金工程|metallurgy
      工业节能|industrial efficiency
      遗产更新|the renewal of heritage`,
  },
];
