/** Short forms for the plans of activities that are not forums. */
import { type AbstractKind, Abstracts } from '../abstracts.ts';
import type { ActivityKind, Board, PersonRole, SessionKind } from '../../src/boards/programme/content.ts';
import { type ActivityPlan, type CastPlan, type Craft, type ItemPlan, type Matter, pair, pairs, type Part } from '../plan.ts';

export const cast = (role: PersonRole, count: number, ...crafts: Craft[]): CastPlan => ({ role, count, crafts });

export const matter = (problems: string, uses: string, areas: string): Matter => ({
  problems: pairs(problems),
  uses: pairs(uses),
  areas: pairs(areas),
});

/** An item without an abstract; `with` says who is on stage. */
export const item = (kind: SessionKind, minutes: number, title: string, ...people: CastPlan[]): ItemPlan => ({
  kind,
  minutes,
  title: pair(title),
  ...(people.length > 0 ? { cast: people } : {}),
});

const SESSION_KIND: Record<AbstractKind, SessionKind> = {
  keynote: 'keynote',
  talk: 'talk',
  panel: 'panel',
  pitch: 'pitch',
  demand: 'pitch',
  offer: 'pitch',
  scenario: 'pitch',
};

/** One item for each title, each with an abstract of its own. */
export function series(kind: AbstractKind, minutes: number, titles: string, about: Matter, key: string, ...people: CastPlan[]): ItemPlan[] {
  const abstracts = new Abstracts(about, key);
  return pairs(titles).map((title) => ({ kind: SESSION_KIND[kind], minutes, title, abstract: abstracts.next(kind), cast: people }));
}

export interface EventEntry {
  slug: string;
  board: Board;
  kind: ActivityKind;
  title: string;
  subtitle?: string;
  abstract: string;
  topic: string;
  fields: string[];
  hosts: ActivityPlan['hosts'];
  people?: CastPlan[];
  matter: Matter;
  size: number;
  rooms: string[];
  day?: number;
  part: Part;
  start?: string;
  items: ItemPlan[];
  access?: ActivityPlan['access'];
  streamed?: boolean;
  interpreted?: boolean;
  foreign?: number;
  country?: string;
  languages?: string[];
}

export const event = (entry: EventEntry): ActivityPlan => ({
  slug: entry.slug,
  board: entry.board,
  kind: entry.kind,
  title: pair(entry.title),
  ...(entry.subtitle ? { subtitle: pair(entry.subtitle) } : {}),
  abstract: pair(entry.abstract),
  topic: entry.topic,
  fields: entry.fields,
  hosts: entry.hosts,
  people: entry.people ?? [],
  access: entry.access ?? 'registered',
  languages: entry.languages ?? ['zh', 'en'],
  interpretation: entry.interpreted ? ['zh', 'en'] : [],
  streamed: entry.streamed ?? false,
  size: entry.size,
  rooms: entry.rooms,
  ...(entry.day === undefined ? {} : { day: entry.day }),
  part: entry.part,
  ...(entry.start ? { start: entry.start } : {}),
  items: entry.items,
  matter: entry.matter,
  foreign: entry.foreign ?? 3,
  ...(entry.country ? { country: entry.country } : {}),
});
