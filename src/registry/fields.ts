/**
 * The taxonomy of fields of technology, at most three levels deep, each field with the subclasses of the International Patent Classification (WIPO, edition
 * 2023.01) that its patents are mostly filed under. A parent covers what its children cover, and what it names itself.
 */
import { both, type Localised } from './text.ts';

export interface FieldOfTechnology {
  code: string;
  name: Localised;
  parent: string | null;
  /** IPC subclasses, for example `G06N`. */
  ipc: string[];
}

const field = (code: string, zh: string, en: string, parent: string | null, ipc: string): FieldOfTechnology => ({
  code,
  name: both(zh, en),
  parent,
  ipc: ipc === '' ? [] : ipc.split(' '),
});

/** Parents before their children. */
export const FIELDS_OF_TECHNOLOGY: readonly FieldOfTechnology[] = [
  field('information', '信息技术', 'Information technology', null, 'G06F'),
  field('ai', '人工智能', 'Artificial intelligence', 'information', 'G06N G06V G06T'),
  field('ai-for-science', '人工智能驱动的科学研究', 'AI for science', 'information', 'G16C G06N'),
  field('blockchain', '区块链', 'Blockchain', 'information', 'H04L G06Q'),
  field('metaverse', '元宇宙与扩展现实', 'Metaverse and extended reality', 'information', 'G06T G02B A63F'),
  field('quantum', '量子信息', 'Quantum information', 'information', 'G06N H04L B82Y'),
  field('software', '软件与开源', 'Software and open source', 'information', 'G06F'),
  field('data', '数据与隐私', 'Data and privacy', 'information', 'G06F G06Q H04L'),
  field('security', '网络安全', 'Cybersecurity', 'information', 'H04L H04W G06F'),
  field('communications', '移动通信', 'Mobile communications', 'information', 'H04W H04B H04L'),
  field('industrial-internet', '工业互联网', 'Industrial internet', 'information', 'G05B H04L'),

  field('electronics', '电子与集成电路', 'Electronics and integrated circuits', null, 'H01L'),
  field('chips', '芯片设计', 'Chip design', 'electronics', 'G06F H03K G11C'),
  field('semiconductor-process', '半导体工艺与装备', 'Semiconductor processes and equipment', 'electronics', 'H01L H01J G03F'),
  field('photonics', '光子技术', 'Photonics', 'electronics', 'G02B G02F H01S'),
  field('sensors', '智能传感', 'Sensors', 'electronics', 'G01D G01N G01R'),
  field('displays', '新型显示', 'Displays', 'electronics', 'G09G G02F H10K'),

  field('life', '生命科学与健康', 'Life sciences and health', null, 'A61B'),
  field('brain', '脑科学', 'Brain science', 'life', 'A61B A61N G06N'),
  field('brain-computer', '脑机接口', 'Brain–computer interfaces', 'brain', 'A61B A61N A61F'),
  field('biomedicine', '生物医药', 'Biomedicine', 'life', 'A61K A61P C07K C07D'),
  field('gene-cell', '基因与细胞技术', 'Gene and cell technologies', 'life', 'C12N C12Q'),
  field('synthetic-biology', '合成生物', 'Synthetic biology', 'life', 'C12N C12P'),
  field('medical-devices', '医疗器械', 'Medical devices', 'life', 'A61B A61M A61F'),
  field('digital-health', '数字健康', 'Digital health', 'life', 'G16H A61B'),
  field('public-health', '传染病防控', 'Control of infectious diseases', 'life', 'A61K C12Q G16H'),
  field('agriculture', '农业与食品', 'Agriculture and food', 'life', 'A01H A01G A23L'),

  field('energy', '能源', 'Energy', null, 'H02J'),
  field('renewables', '可再生能源', 'Renewable energy', 'energy', 'H02S F03D H01L'),
  field('storage', '储能与电池', 'Energy storage and batteries', 'energy', 'H01M H02J'),
  field('hydrogen', '氢能', 'Hydrogen', 'energy', 'C01B C25B H01M'),
  field('fusion', '核聚变', 'Nuclear fusion', 'energy', 'G21B H05H'),
  field('carbon', '碳中和与碳捕集', 'Carbon neutrality and capture', 'energy', 'B01D C01B F23J'),

  field('materials', '先进材料', 'Advanced materials', null, 'C08L'),
  field('metals', '金属与冶金', 'Metals and metallurgy', 'materials', 'C22C C21B C22B'),
  field('nano', '纳米与二维材料', 'Nanomaterials and two-dimensional materials', 'materials', 'B82Y C01B'),
  field('polymers', '高分子与复合材料', 'Polymers and composites', 'materials', 'C08F C08G C08L'),

  field('engineering', '工程与制造', 'Engineering and manufacturing', null, 'G05B'),
  field('robotics', '机器人', 'Robotics', 'engineering', 'B25J G05D'),
  field('mobility', '智能网联汽车', 'Intelligent and connected vehicles', 'engineering', 'B60W G08G B60L'),
  field('aerospace', '航空航天', 'Aerospace', 'engineering', 'B64C B64G B64U'),
  field('construction', '建筑与城市', 'Building and cities', 'engineering', 'E04B E01D G06Q'),
  field('additive', '增材制造', 'Additive manufacturing', 'engineering', 'B33Y B29C B22F'),

  field('earth', '地球与环境', 'Earth and environment', null, 'G01W'),
  field('climate', '气候与大气', 'Climate and atmosphere', 'earth', 'G01W G06F'),
  field('water', '水与污染治理', 'Water and pollution control', 'earth', 'C02F B01D B09C'),
  field('ocean', '海洋', 'Ocean technology', 'earth', 'B63C B63G G01S'),
  field('remote-sensing', '遥感与对地观测', 'Remote sensing', 'earth', 'G01S G01C G06V'),
  field('ecology', '生态与青藏高原', 'Ecology and the Tibetan Plateau', 'earth', 'G01N A01G'),

  field('society', '创新与社会', 'Innovation and society', null, 'G06Q'),
  field('innovation-policy', '创新治理', 'Innovation governance', 'society', 'G06Q'),
  field('technology-transfer', '技术转移与知识产权', 'Technology transfer and intellectual property', 'society', 'G06Q'),
  field('finance', '科技金融', 'Finance for technology', 'society', 'G06Q'),
  field('education', '科学教育与传播', 'Science education and communication', 'society', 'G09B'),
];
