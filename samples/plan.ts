/** What the writers of the sample programme fill in; everything else (time, room, people, numbers) is worked out from it. */
import type { Access, ActivityKind, Board, HostRole, PersonRole, SessionKind } from '../src/boards/programme/content.ts';
import type { Language } from '#registry/text.ts';
import type { Pair } from './identity.ts';

/** `'zh|en'` read as a pair; both sides must be there. */
export function pair(line: string): Pair {
  const [zh, en, ...more] = line.split('|');
  if (!zh || !en || more.length > 0) throw new Error(`not a pair of texts: ${line}`);
  return [zh.trim(), en.trim()];
}

/** One pair a line. */
export const pairs = (lines: string): Pair[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(pair);

/** What the people of an activity do for a living; says what they are called, too. */
export type Craft = 'scholar' | 'engineer' | 'clinician' | 'founder' | 'investor' | 'official' | 'writer' | 'expert';

export interface CastPlan {
  role: PersonRole;
  count: number;
  crafts: Craft[];
}

export interface ItemPlan {
  kind: SessionKind;
  minutes: number;
  title: Pair;
  abstract?: Pair;
  cast?: CastPlan[];
  /** Keys of results shown, released or signed. */
  results?: string[];
}

/** What the people and sessions of an activity are about, as noun phrases that fit into a sentence. */
export interface Matter {
  problems: Pair[];
  uses: Pair[];
  /** Fields of work, for biographies. */
  areas: Pair[];
}

export type Part = 'morning' | 'afternoon' | 'evening' | 'day';

export interface ActivityPlan {
  slug: string;
  board: Board;
  kind: ActivityKind;
  title: Pair;
  subtitle?: Pair;
  abstract: Pair;
  description?: Pair;
  focus?: string;
  topic?: string;
  fields: string[];
  hosts: [organisation: string, role: HostRole][];
  people: CastPlan[];
  access: Access;
  languages: Language[];
  interpretation: Language[];
  streamed: boolean;
  /** Seats wanted. */
  size: number;
  /** Room keys in order of preference. */
  rooms: string[];
  /** Day of the edition, 0 is the first; left open, the scheduler chooses. */
  day?: number;
  part: Part;
  /** Wall-clock start at the place; left open, the scheduler chooses. */
  start?: string;
  items: ItemPlan[];
  matter: Matter;
  /** How many of ten people come from abroad. */
  foreign: number;
  /** The country of a sub-venue, whose people stay there. */
  country?: string;
}

export const minutesOf = (plan: ActivityPlan): number => plan.items.reduce((sum, item) => sum + item.minutes, 0);
