/** The lists as tables: what their columns are called in both languages, and what stands in each. CSV and XLSX are written and read by these. */
import type { Message } from '#platform/words.ts';
import { textIn, type Localised } from '#registry/text.ts';
import type { Instant } from '../content.ts';
import { clean } from './plain-text.ts';

/** Instants are told on the wall of a zone that stands in a column of its own. */
export type Cell = string | number | boolean | null | { at: Instant; zone: string };

export interface Column<Row> {
  /** The name it has in any language of headers; localised columns add the text's language: `title:zh`. */
  key: string;
  header: string;
  of(row: Row): Cell;
}

export interface Table {
  /** What the sheet is called. */
  name: string;
  columns: { key: string; header: string }[];
  rows: Cell[][];
}

export const HEADERS = {
  number: { zh: '编号', en: 'Number' },
  guid: { zh: '标识', en: 'Identifier' },
  title: { zh: '标题', en: 'Title' },
  subtitle: { zh: '副标题', en: 'Subtitle' },
  name: { zh: '名称', en: 'Name' },
  board: { zh: '板块', en: 'Board' },
  kind: { zh: '类型', en: 'Kind' },
  type: { zh: '原类型', en: 'Type' },
  state: { zh: '状态', en: 'State' },
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  timeZone: { zh: '时区', en: 'Time zone' },
  room: { zh: '会场', en: 'Room' },
  focus: { zh: '聚焦方向', en: 'Focus' },
  topic: { zh: '主题', en: 'Topic' },
  fields: { zh: '技术领域', en: 'Fields of technology' },
  languages: { zh: '语言', en: 'Languages' },
  interpretation: { zh: '同声传译', en: 'Interpretation' },
  access: { zh: '参会方式', en: 'Access' },
  capacity: { zh: '容量', en: 'Capacity' },
  streamUrl: { zh: '直播地址', en: 'Stream' },
  hosts: { zh: '主办与支持', en: 'Hosts' },
  people: { zh: '人员', en: 'People' },
  abstract: { zh: '摘要', en: 'Abstract' },
  description: { zh: '说明', en: 'Description' },
  url: { zh: '网址', en: 'Page' },
  activity: { zh: '所属活动', en: 'Activity' },
  activityNumber: { zh: '所属活动编号', en: 'Activity number' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  results: { zh: '成果', en: 'Results' },
  country: { zh: '国家和地区', en: 'Country' },
  affiliations: { zh: '任职机构', en: 'Affiliations' },
  orcid: { zh: 'ORCID', en: 'ORCID' },
  biography: { zh: '简介', en: 'Biography' },
  parent: { zh: '上级', en: 'Part of' },
  ror: { zh: 'ROR', en: 'ROR' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  website: { zh: '官方网站', en: 'Website' },
  about: { zh: '介绍', en: 'About' },
  latitude: { zh: '纬度', en: 'Latitude' },
  longitude: { zh: '经度', en: 'Longitude' },
  address: { zh: '地址', en: 'Address' },
  equipment: { zh: '设备', en: 'Equipment' },
  parallel: { zh: '可同时举办多项', en: 'Holds several at once' },
  role: { zh: '会场类别', en: 'Role' },
  field: { zh: '技术领域', en: 'Field of technology' },
  readiness: { zh: '技术成熟度', en: 'Readiness' },
  stage: { zh: '阶段', en: 'Stage' },
  category: { zh: '类别', en: 'Category' },
  hardTechnology: { zh: '硬科技', en: 'Hard technology' },
  owners: { zh: '所有方', en: 'Owners' },
  version: { zh: '版本', en: 'Version' },
  published: { zh: '发布时间', en: 'Published' },
  change: { zh: '变更', en: 'Change' },
  about_what: { zh: '对象', en: 'What' },
  before: { zh: '原为', en: 'Before' },
  after: { zh: '现为', en: 'Now' },
  sample: { zh: '示例数据', en: 'Sample data' },
} satisfies Record<string, Message>;
export type HeaderKey = keyof typeof HEADERS;

/** One column for each language that the edition's texts are in. */
export const textColumns = <Row>(
  key: HeaderKey,
  header: string,
  languages: readonly string[],
  of: (row: Row) => Localised | null,
): Column<Row>[] =>
  languages.map((language) => ({
    key: `${key}:${language}`,
    header: `${header} (${language})`,
    // The text itself and never its stand-in: an empty cell is one that nobody has translated.
    of: (row) => {
      const text = of(row)?.texts[language];
      return text ? clean(text) : null;
    },
  }));

export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return {
    name,
    columns: columns.map(({ key, header }) => ({ key, header })),
    rows: rows.map((row) => columns.map((column) => column.of(row))),
  };
}

/** `A (Lead); B (Host)` */
export const listed = (items: readonly string[]): string | null =>
  items.length > 0 ? items.map((item) => item.replaceAll(';', ',')).join('; ') : null;

export const textOr = (text: Localised | null | undefined, language: string): string => clean(textIn(text, language)).replace(/\s+/g, ' ');
