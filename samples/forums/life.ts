/** Sample forums on frontiers of the life sciences and health. */
import type { ForumEntry } from './forum.ts';

export const LIFE: readonly ForumEntry[] = [
  {
    slug: 'synthetic-biology-forum',
    title: '合成生物与生物制造论坛|Forum on Synthetic Biology and Biomanufacturing',
    focus: 'frontier',
    topic: 'life',
    fields: ['synthetic-biology', 'gene-cell', 'polymers'],
    lead: 'academy-life',
    with: ['company-biotech', 'university-agriculture'],
    crafts: ['scholar', 'founder', 'engineer'],
    abstract:
      '用细胞做工厂，能造出什么，代价是多少？论坛讨论底盘细胞、自动化实验、发酵放大和生物安全，并比较与石油路线的全成本。|With cells as factories, what can be made and at what cost? The forum discusses host cells, automated experiments, scaling up, and biosafety, and compares full costs with the route from oil.',
    talks: `二氧化碳变淀粉：从实验到工厂还有几步|From carbon dioxide to starch: how many steps to a factory?
      生物铸造厂的一天|A day in a biofoundry
      可降解塑料的微生物路线|Degradable plastics by way of microbes
      发酵放大：从五升到五百吨|Scaling up: from five litres to five hundred tonnes
      工程菌的“刹车”设计|Designing brakes for engineered microbes`,
    panels: `生物制造能否便宜过石油|Can biomanufacturing be cheaper than oil?`,
    problems: `底盘细胞的稳定性|the stability of host cells
      发酵放大的不确定性|the uncertainty of scaling up
      生物安全的边界|the limits of biosafety`,
    uses: `可降解材料|degradable materials
      医药中间体|intermediates for medicines
      替代蛋白|alternative proteins`,
    areas: `代谢工程|metabolic engineering
      生物制造|biomanufacturing
      酶设计|enzyme design`,
  },
  {
    slug: 'gene-and-cell-therapy-forum',
    title: '基因与细胞治疗论坛|Forum on Gene and Cell Therapies',
    focus: 'frontier',
    topic: 'life',
    fields: ['gene-cell', 'biomedicine'],
    lead: 'body-medicine',
    with: ['university-medical', 'company-biotech'],
    crafts: ['clinician', 'scholar', 'founder'],
    size: 280,
    abstract:
      '一次治疗能否管用一生？论坛讨论递送载体、通用型细胞、罕见病的可及性和长期随访，审评人员现场回答研发者的提问。|Can one treatment last a lifetime? The forum discusses delivery, universal cells, access for rare diseases and long-term follow-up, and reviewers answer the questions of developers.',
    talks: `体内基因编辑的安全窗口|The safe window for editing genes in the body
      通用型细胞治疗的排异难题|Rejection: the riddle of universal cell therapies
      百万元一针的药怎样用得起|Who can afford a medicine at a million a dose?
      遗传性耳聋患儿听见声音之后|After a deaf child has heard
      脂质纳米颗粒的定向递送|Sending lipid nanoparticles where they should go`,
    panels: `十五年的随访由谁来做|Who will follow patients for fifteen years?`,
    problems: `递送系统的靶向性|the targeting of delivery systems
      编辑脱靶的检测|the detection of off-target edits
      个体化制备的成本|the cost of preparation for each patient`,
    uses: `血液肿瘤治疗|the treatment of blood cancers
      遗传性眼病|inherited diseases of the eye
      罕见代谢病|rare metabolic diseases`,
    areas: `基因编辑|gene editing
      细胞治疗|cell therapy
      临床血液学|clinical haematology`,
  },
  {
    slug: 'drug-discovery-forum',
    title: '创新药研发与临床转化论坛|Forum on Drug Discovery and Clinical Translation',
    focus: 'frontier',
    topic: 'life',
    fields: ['biomedicine', 'ai-for-science'],
    lead: 'company-biotech',
    with: ['academy-life', 'university-medical'],
    crafts: ['scholar', 'clinician', 'investor'],
    size: 280,
    abstract:
      '十种进入临床的新药，九种会失败。论坛讨论怎样更早地知道失败，怎样在老年病和抗感染这些“不赚钱”的方向上坚持。|Of ten new medicines that enter trials, nine fail. The forum discusses how to know of failure earlier, and how to persist where there is little money, in the diseases of old age and in infection.',
    talks: `靶点选择的艺术与统计|The art and statistics of choosing targets
      计算机设计的抗体进入二期临床|An antibody designed by computer enters phase two
      类器官能代替多少动物实验|How many animal tests can organoids replace?
      抗生素研发为什么需要新的报酬方式|Why antibiotics need a new way of being paid for
      真实世界证据的使用边界|Where real-world evidence can be used, and where not`,
    panels: `失败的临床数据应不应该公开|Should data from failed trials be public?`,
    problems: `临床前模型的预测力|the predictive power of preclinical models
      受试者招募的困难|the difficulty of finding participants
      耐药性的快速出现|the quick rise of resistance`,
    uses: `神经退行性疾病用药|medicines for neurodegenerative disease
      新型抗感染药|new anti-infectives
      肿瘤免疫治疗|immunotherapy of cancer`,
    areas: `药物化学|medicinal chemistry
      临床药理|clinical pharmacology
      结构生物学|structural biology`,
  },
  {
    slug: 'digital-health-forum',
    title: '数字健康与智慧医疗论坛|Forum on Digital Health',
    focus: 'shared',
    topic: 'life',
    fields: ['digital-health', 'medical-devices', 'data'],
    lead: 'university-medical',
    with: ['company-cloud', 'academy-ai'],
    crafts: ['clinician', 'engineer', 'founder'],
    abstract:
      '论坛与多地医院共同举办，关注技术在基层能不能用、用得起、用得久，并由患者代表主持最后一场讨论。|Held together with hospitals in several regions, the forum asks whether technology works in primary care, is affordable and lasts; a representative of patients leads the last discussion.',
    talks: `县医院里的影像人工智能|Imaging AI in a county hospital
      电子病历二十年：我们学到了什么|Twenty years of electronic records: what we have learned
      可穿戴心电能发现什么，会错过什么|What a wearable ECG finds, and what it misses
      远程超声下乡记|Remote ultrasound goes to the countryside
      数字疗法与睡眠|Digital therapy and sleep`,
    panels: `患者想要怎样的数字医院|What kind of digital hospital do patients want?`,
    problems: `医疗数据的互通|the exchange of medical data
      算法在不同人群中的偏差|the bias of algorithms between groups
      基层使用者的培训|the training of users in primary care`,
    uses: `慢病居家管理|managing chronic disease at home
      基层影像诊断|imaging in primary care
      术后康复随访|follow-up after surgery`,
    areas: `医学信息学|medical informatics
      医学影像|medical imaging
      远程医疗|telemedicine`,
  },
  {
    slug: 'brain-science-and-ageing-forum',
    title: '脑科学与健康老龄论坛|Forum on Brain Science and Healthy Ageing',
    focus: 'frontier',
    topic: 'life',
    fields: ['brain', 'biomedicine', 'digital-health'],
    lead: 'academy-brain',
    with: ['university-medical'],
    crafts: ['scholar', 'clinician', 'founder'],
    abstract:
      '大脑怎样变老，又怎样保持年轻？论坛从全脑图谱谈到社区筛查，从睡眠谈到孤独，希望让研究更快地走进家庭。|How does a brain grow old, and how does it stay young? From maps of the whole brain to screening in the neighbourhood, from sleep to loneliness, the forum wants research to reach families sooner.',
    talks: `全脑图谱之后的问题|Questions after the map of the whole brain
      阿尔茨海默病的血液标志物|Blood markers for Alzheimer’s disease
      睡眠怎样清洗大脑|How sleep washes the brain
      音乐训练与认知储备|Music and the reserves of the mind
      社区记忆门诊三年记|Three years of a memory clinic in the neighbourhood`,
    panels: `知道自己会患病，是好事吗|Is it good to know that one will fall ill?`,
    problems: `早期标志物的特异性|the specificity of early markers
      动物模型与人脑的差距|the gap between animal models and the human brain
      认知衰退的个体差异|the differences in how people decline`,
    uses: `认知障碍早期筛查|early screening for cognitive decline
      居家认知训练|training of the mind at home
      神经调控治疗|treatment by neuromodulation`,
    areas: `认知神经科学|cognitive neuroscience
      老年医学|geriatric medicine
      脑影像|brain imaging`,
  },
];
