/** The nine fields of the contest and the projects of their finals: sample data. */
import type { Matter } from '../plan.ts';
import { matter } from './event.ts';

export interface FieldFinal {
  field: string;
  slug: string;
  name: string;
  projects: string;
  about: Matter;
  day: number;
  part: 'morning' | 'afternoon';
}

export const FINALS: FieldFinal[] = [
  {
    field: 'biomedicine',
    slug: 'biomedicine',
    name: '生物医药|biomedicine',
    day: 1,
    part: 'morning',
    projects: `吸入式疫苗干粉递送|A dry powder that delivers vaccines
      脓毒症一小时分型|Typing sepsis within an hour
      肠道菌群活体药物|A living medicine from gut bacteria
      可视化喉镜机器人|A robot laryngoscope that sees
      抗体偶联的新连接子|A new linker for antibody conjugates
      无标记肿瘤细胞分选|Sorting tumour cells without labels
      长效缓释微针贴片|A slow-release patch of microneedles
      新生儿遗传病快速测序|Rapid sequencing for the newborn`,
    about: matter(
      `临床验证的周期与成本|the time and cost of clinical proof
      样本数量的不足|the small number of samples
      工艺放大的一致性|sameness when a process is scaled up`,
      `基层医院的早期诊断|early diagnosis in local hospitals
      罕见病的规范治疗|the treatment of rare diseases
      居家给药|taking medicine at home`,
      `转化医学|translational medicine
      诊断试剂|diagnostics`,
    ),
  },
  {
    field: 'chips',
    slug: 'integrated-circuits',
    name: '集成电路|integrated circuits',
    day: 1,
    part: 'afternoon',
    projects: `毫米波成像雷达芯片|A millimetre-wave imaging radar on a chip
      车规级边缘推理处理器|An edge processor fit for cars
      高精度模数转换器|A high-precision converter
      开源指令集安全岛|A security island for open instruction sets
      电流自校准驱动芯片|A driver that calibrates its own current
      芯粒互连测试平台|A platform to test chiplet links
      低温读出电路|Readout circuits for the cold
      三维堆叠散热方案|Cooling for stacked chips`,
    about: matter(
      `流片资金的压力|the price of taping out
      客户验证周期过长|customers’ long qualification
      设计工具的限制|the limits of design tools`,
      `智能驾驶感知|sensing for automated driving
      工业控制|industrial control
      科学仪器|scientific instruments`,
      `芯片设计|chip design
      封装测试|packaging and testing`,
    ),
  },
  {
    field: 'ai',
    slug: 'artificial-intelligence',
    name: '人工智能|artificial intelligence',
    day: 2,
    part: 'morning',
    projects: `濒危语言语音识别|Speech recognition for endangered languages
      工业图纸智能审查|Checking engineering drawings by machine
      蜂群无人机森林巡护|A swarm of drones that patrols forests
      会写测试的编程助手|A programming aid that writes tests
      手语双向翻译|Sign language, translated both ways
      仓储机器人统一调度|One dispatcher for all robots in a warehouse
      城市内涝分钟级推演|Street flooding, simulated by the minute
      端侧小模型压缩|Compressing models for small devices`,
    about: matter(
      `真实场景数据的获取|getting data from real use
      模型在边缘设备上的功耗|the power that models draw at the edge
      结果的可解释性|the transparency of results`,
      `无障碍沟通|communication without barriers
      工厂质量检验|inspection in factories
      城市应急调度|emergency dispatch in cities`,
      `机器学习|machine learning
      智能感知|machine perception`,
    ),
  },
  {
    field: 'materials',
    slug: 'advanced-materials',
    name: '先进材料|advanced materials',
    day: 2,
    part: 'afternoon',
    projects: `可回收热固性树脂|A thermoset that can be recycled
      超疏冰风机叶片涂层|A coating that keeps ice off wind blades
      生物基高阻隔薄膜|A barrier film from plants
      低温烧结纳米银|Nanosilver that sinters cold
      自感知混凝土|Concrete that senses its own strain
      高熵合金刀具|Tools of high-entropy alloy
      可拉伸导电纤维|Conducting fibres that stretch
      气凝胶规模化制备|Aerogels by the tonne`,
    about: matter(
      `中试放大的稳定性|steadiness on the pilot line
      老化寿命的验证|proof of how a material ages
      原料成本的波动|the swings in the price of raw materials`,
      `绿色包装|green packaging
      风电与桥梁防护|protecting wind turbines and bridges
      可穿戴设备|wearable devices`,
      `高分子材料|polymers
      金属材料|metals`,
    ),
  },
  {
    field: 'storage',
    slug: 'clean-energy',
    name: '清洁能源|clean energy',
    day: 3,
    part: 'morning',
    projects: `氨燃料内燃机|An engine that runs on ammonia
      钙钛矿叠层组件|Tandem modules with perovskite
      重力储能模块|A module that stores energy by weight
      退役电池快速分选|Sorting retired batteries fast
      小型风机并网逆变器|A grid inverter for small wind turbines
      生物质气化制氢|Hydrogen from biomass
      地热井下换热器|A heat exchanger down the well
      储能电站早期预警|Early warning for battery stations`,
    about: matter(
      `全寿命期成本的测算|the cost over a whole life
      并网标准的适配|the fit with grid codes
      极端温度下的效率|efficiency in great heat and cold`,
      `远洋船舶动力|power for ocean ships
      工商业屋顶|roofs of shops and factories
      园区综合能源|energy for industrial parks`,
      `储能技术|energy storage
      氢能装备|hydrogen equipment`,
    ),
  },
  {
    field: 'quantum',
    slug: 'quantum-and-information',
    name: '量子与新一代信息技术|quantum and new information technologies',
    day: 3,
    part: 'afternoon',
    projects: `便携原子磁力计|A portable atomic magnetometer
      光量子随机数芯片|A chip for random numbers from light
      后量子密码网关|A gateway for post-quantum cryptography
      卫星物联网终端|A terminal for the satellite internet of things
      分布式声波传感|Distributed acoustic sensing
      云原生数据库内核|A database kernel born in the cloud
      太赫兹安检成像|Terahertz imaging for security checks
      数字孪生渲染引擎|A rendering engine for digital twins`,
    about: matter(
      `器件小型化的瓶颈|the limits of making devices small
      与现有系统的兼容|the fit with existing systems
      行业标准的缺位|the lack of industry standards`,
      `心磁与脑磁检测|measuring the magnetism of heart and brain
      油气管线监测|watching pipelines
      政务数据保护|protecting public data`,
      `量子传感|quantum sensing
      信息系统|information systems`,
    ),
  },
  {
    field: 'aerospace',
    slug: 'aerospace',
    name: '航空航天|aerospace',
    day: 4,
    part: 'morning',
    projects: `可折叠卫星天线|A satellite antenna that folds
      电推进小卫星平台|A small satellite with electric thrust
      长航时测绘无人机|A survey drone that stays up long
      火箭贮箱智能焊接|Smart welding of rocket tanks
      空间碎片光学监测|Watching debris by telescope
      航空复材无损检测|Testing aircraft composites without harm
      垂直起降货运飞行器|A cargo craft that takes off upright
      在轨数据智能压缩|Compressing data in orbit`,
    about: matter(
      `飞行验证机会的稀缺|the few chances to fly
      适航审定的要求|the demands of certification
      小批量制造的成本|the cost of small batches`,
      `应急物资投送|bringing relief supplies
      农林巡查|patrolling farms and forests
      海上通信|communication at sea`,
      `飞行器设计|aircraft design
      空间系统|space systems`,
    ),
  },
  {
    field: 'digital-health',
    slug: 'digital-health',
    name: '数字健康与医疗器械|digital health and medical devices',
    day: 4,
    part: 'afternoon',
    projects: `掌上超声探头|An ultrasound probe for the palm
      步态分析鞋垫|An insole that analyses gait
      听力自测与助听验配|Testing one’s hearing and fitting an aid
      手术导航增强显示|Augmented display for surgery
      呼气代谢物分析仪|An analyser of breath
      智能义肢控制|Control for smart prostheses
      卒中居家康复手套|A glove for rehabilitation after stroke
      婴儿睡眠安全监测|Watching over babies’ sleep`,
    about: matter(
      `医疗注册的周期|the time that registration takes
      用户依从性|whether users keep to it
      与医院系统的对接|the link with hospital systems`,
      `社区慢病管理|chronic care in the neighbourhood
      术中导航|navigation in surgery
      居家康复|rehabilitation at home`,
      `医疗器械|medical devices
      数字医疗|digital medicine`,
    ),
  },
  {
    field: 'robotics',
    slug: 'robotics-and-manufacturing',
    name: '机器人与智能制造|robotics and smart manufacturing',
    day: 2,
    part: 'afternoon',
    projects: `柔性夹爪与视觉一体|A soft gripper with eyes
      管道蠕动检测机器人|A robot that crawls through pipes
      冲压线快速换模|Changing dies fast on a press line
      增材制造在线监控|Watching additive manufacture as it runs
      外骨骼搬运助力|An exoskeleton for lifting
      晶圆搬运机械手|An arm that carries wafers
      喷涂轨迹自动生成|Paint paths made automatically
      果蔬无损分级|Grading fruit without a bruise`,
    about: matter(
      `非标场景的适配|fitting each special case
      核心部件的寿命|the life of core parts
      用户现场的服务|service on the customer’s site`,
      `仓储物流|storage and logistics
      汽车零部件制造|the making of car parts
      果蔬加工|packing fruit and vegetables`,
      `机器人系统|robot systems
      制造装备|manufacturing equipment`,
    ),
  },
];
