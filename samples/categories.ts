/** What the forums of 2022 are grouped by: the four focuses that the account states, and topics. */
import type { Category } from '../src/boards/programme/content.ts';
import { idOf, text } from './identity.ts';
import { pair } from './plan.ts';

const FOCUSES: readonly [string, string][] = [
  ['open', '开放创新、国际参与度高|Open innovation with strong international participation'],
  ['frontier', '前沿重大|Frontier and major themes'],
  ['shared', '资源共享|Shared resources'],
  ['brand', '品牌打造|Lasting brands'],
];

const TOPICS: readonly [string, string][] = [
  ['engineering', '工程创新|Engineering innovation'],
  ['open-source-chips', '开源芯片|Open-source chips'],
  ['brain-computer', '脑机接口|Brain–computer interfaces'],
  ['energy-security', '能源安全|Energy security'],
  ['carbon-neutrality', '碳中和|Carbon neutrality'],
  ['ai', '人工智能|Artificial intelligence'],
  ['quantum', '量子信息|Quantum information'],
  ['digital', '数字技术与网络|Digital technologies and networks'],
  ['life', '生命与健康|Life and health'],
  ['materials', '材料与制造|Materials and manufacturing'],
  ['space', '空间与海洋|Space and oceans'],
  ['earth', '地球与生态|Earth and ecology'],
  ['cooperation', '国际合作|International cooperation'],
  ['governance', '创新治理|Governance of innovation'],
  ['transfer', '技术转移与金融|Technology transfer and finance'],
  ['people', '人才与教育|People and education'],
  ['imagination', '科幻与传播|Imagination and communication'],
];

export const categoryId = (kind: 'focus' | 'topic', key: string): string => idOf(kind, `2022 ${key}`);

const categories = (kind: 'focus' | 'topic', entries: readonly [string, string][]): Category[] =>
  entries.map(([key, name]) => ({ id: categoryId(kind, key), slug: key, name: text(pair(name)) }));

export const focuses = (): Category[] => categories('focus', FOCUSES);
export const topics = (): Category[] => categories('topic', TOPICS);
