/** How the texts of a parallel forum are written down, and the plan made from them. */
import type { Language } from '#registry/text.ts';
import { forumItems } from '../agenda.ts';
import { chance, type Pair } from '../identity.ts';
import { type ActivityPlan, type Craft, type ItemPlan, type Matter, pair, pairs, type Part } from '../plan.ts';

export type Focus = 'open' | 'frontier' | 'shared' | 'brand';

/** Texts are `zh|en`, lists have one pair a line. */
export interface ForumEntry {
  slug: string;
  title: string;
  subtitle?: string;
  focus: Focus;
  topic: string;
  fields: string[];
  lead: string;
  with: string[];
  abstract: string;
  /** Complete titles of talks; the first two are keynotes. */
  talks: string;
  panels: string;
  problems: string;
  uses: string;
  areas: string;
  crafts?: Craft[];
  size?: number;
  rooms?: string[];
  day?: number;
  part?: Part;
  start?: string;
  foreign?: number;
  country?: string;
  /** Items of its own before the closing: a launch, an initiative, a demonstration. */
  extra?: ItemPlan[];
}

const LARGE = ['hall-c', 'hall-b'];
const MIDDLE = [
  'room-301',
  'room-303',
  'room-305',
  'room-307',
  'room-309',
  'lecture-hall',
  'silo-theatre',
  'hall-c',
  'conference-hall',
  'hall-b',
];
const SMALL = [
  'room-402',
  'room-405',
  'room-307',
  'room-309',
  'crane-studio',
  'lecture-hall',
  'silo-theatre',
  'room-301',
  'room-303',
  'room-305',
  'conference-hall',
  'hall-c',
];

const roomsFor = (size: number): string[] => (size > 300 ? [...LARGE, 'conference-hall'] : size > 180 ? [...MIDDLE] : [...SMALL]);

const FOREIGN: Record<Focus, number> = { open: 6, frontier: 4, shared: 5, brand: 4 };

export function forumPlan(entry: ForumEntry): ActivityPlan {
  const random = chance(`forum ${entry.slug}`);
  const crafts = entry.crafts ?? ['scholar', 'engineer', 'founder'];
  const part = entry.part ?? (random.below(2) === 0 ? 'morning' : 'afternoon');
  const size = entry.size ?? [120, 160, 200, 220, 280][random.below(5)]!;
  const matter = { problems: pairs(entry.problems), uses: pairs(entry.uses), areas: pairs(entry.areas) };
  const text = { title: pair(entry.title), abstract: pair(entry.abstract), talks: pairs(entry.talks), panels: pairs(entry.panels), matter };
  const items = forumItems(text, entry.slug, crafts, part === 'day');
  items.splice(items.length - 1, 0, ...(entry.extra ?? []));
  const languages: Language[] = ['zh', 'en'];
  return {
    slug: entry.slug,
    board: 'forum',
    kind: 'parallel-forum',
    title: text.title,
    ...(entry.subtitle ? { subtitle: pair(entry.subtitle) } : {}),
    abstract: text.abstract,
    description: description(matter),
    focus: entry.focus,
    topic: entry.topic,
    fields: entry.fields,
    hosts: [
      [entry.lead, 'lead'],
      ...entry.with.map((key, at): [string, 'organiser' | 'co-host'] => [key, at === 0 ? 'organiser' : 'co-host']),
    ],
    people: [
      { role: 'chair', count: 1, crafts: ['scholar'] },
      { role: 'host', count: 1, crafts: ['expert'] },
    ],
    access: random.below(6) === 0 ? 'invited' : random.below(8) === 0 ? 'open' : 'registered',
    languages,
    interpretation: size >= 200 || entry.focus === 'open' ? ['zh', 'en'] : [],
    streamed: size >= 200 || random.below(3) === 0,
    size,
    rooms: entry.rooms ?? roomsFor(size),
    ...(entry.day === undefined ? {} : { day: entry.day }),
    part,
    ...(entry.start ? { start: entry.start } : {}),
    items,
    matter,
    foreign: entry.foreign ?? FOREIGN[entry.focus],
    ...(entry.country ? { country: entry.country } : {}),
  };
}

/** Which questions run through a forum, and whom it is for. */
function description({ problems, areas, uses }: Matter): Pair {
  const [p, q, r] = problems;
  const [a, b] = areas;
  return [
    `论坛围绕三个问题展开：${p![0]}、${q![0]}，以及${r![0]}。欢迎从事${a![0]}、${b![0]}的研究者，以及关心${uses[0]![0]}的企业、投资机构和公共部门参加。`,
    `Three questions run through the forum: ${p![1]}; ${q![1]}; and ${r![1]}. It is for those who work in ${a![1]} and ${b![1]}, and for companies, investors and public bodies with an interest in ${uses[0]![1]}.`,
  ];
}
