/**
 * A forum's timetable as the office states it. Times are local in `timeZone`, written `2022-11-25T09:00`; lengths are minutes, and every time
 * is rounded to the grid of `step` minutes (lengths and absences up, opening hours down to what is whole).
 */
export interface TimetableProblem {
  format: 'everforum-timetable-1';
  name: string;
  timeZone: string;
  /** Minutes of the grid. */
  step: number;
  days: { date: string; from: string; to: string }[];
  venues: { id: string; site: string }[];
  /** Minutes that a person needs between two venues, either way. Venues that are not named are `defaultTravel` apart, within one site 0. */
  travel: { from: string; to: string; minutes: number }[];
  defaultTravel: number;
  rooms: Room[];
  people: Person[];
  activities: Activity[];
  relations: Relation[];
  wishes: Wish[];
  /** Topics share an audience: `weight` for each step that two activities of one topic run side by side. */
  topics: { id: string; weight: number }[];
  /** A timetable that people already know; leaving its room or its time costs `weights.roomMoved`, `weights.timeMoved`. */
  before: { activity: string; room: string; start: string }[];
  weights: { roomMoved: number; timeMoved: number; remoteHours: number };
}

export interface Room {
  id: string;
  venue: string;
  capacity: number;
  layouts: string[];
  equipment: string[];
  /** Open hours narrower than the day's; none means the whole of each day. */
  open: Span[];
  closed: Span[];
}

export interface Span {
  from: string;
  to: string;
}

export interface Person {
  id: string;
  absent: Span[];
  /** Takes part from afar: no travel, and hours outside `hours` of the own zone cost `weights.remoteHours` for each step. */
  remote?: { timeZone: string; hours: { from: string; to: string } } | undefined;
}

/** One stretch of time in one room, its sessions one after the other. */
export interface Activity {
  id: string;
  attendance: number;
  layout?: string | undefined;
  equipment: string[];
  topics: string[];
  sessions: { id: string; minutes: number; people: string[] }[];
  /** Whether the sessions keep the order given or may change it. */
  order: 'fixed' | 'free';
  /** Where it may start and must end within, when not at any time. */
  windows: Span[];
  fixed?: { room: string; start: string } | undefined;
}

/** Between two activities; `weight` 'must' is a hard rule. `before`: b starts at least `gap` minutes after a ends. */
export interface Relation {
  id: string;
  kind: 'before' | 'same-day' | 'same-room' | 'other-day' | 'apart';
  a: string;
  b: string;
  gap: number;
  weight: number | 'must';
}

/** What a host asks for: one of the rooms or venues, or a start on one of the days or within one of the spans (or none of them: `avoid`). */
export interface Wish {
  id: string;
  activity: string;
  rooms?: string[] | undefined;
  venues?: string[] | undefined;
  days?: string[] | undefined;
  spans?: Span[] | undefined;
  avoid: boolean;
  weight: number;
}

/** One reason why something cannot be, as data: the page finds the words in its reader's language. */
export interface Reason {
  rule:
    | 'room'
    | 'capacity'
    | 'layout'
    | 'equipment'
    | 'closed'
    | 'window'
    | 'absent'
    | 'fixed'
    | 'person'
    | 'travel'
    | 'relation'
    | 'clash'
    | 'track'
    | 'hours';
  /** What is in the way or concerned: ids of activities, people, rooms, relations. */
  ids: string[];
  words: string;
}

export interface Placed {
  activity: string;
  room: string;
  start: string;
  end: string;
  sessions: { id: string; start: string; end: string }[];
}

export interface Term {
  name: 'wishes' | 'relations' | 'topics' | 'remoteHours' | 'moves';
  cost: number;
  /** No timetable that keeps the hard rules has less; 0 where nothing better is known. */
  bound: number;
}

export interface UnmetWish {
  wish: string;
  activity: string;
  weight: number;
  /** impossible: no allowed place would meet it; blocked: others stand in the way everywhere; outweighed: a place is free but costs more. */
  why: 'impossible' | 'blocked' | 'outweighed';
  /** The nearest place that would meet it, and what stands in its way there or what it would cost more. */
  at: { room: string; start: string } | null;
  reasons: Reason[];
  costsMore: number;
}

export interface TimetableSolution {
  format: 'everforum-timetable-solution-1';
  problem: string;
  feasible: boolean;
  cost: number;
  bound: number;
  terms: Term[];
  placed: Placed[];
  unplaced: { activity: string; reasons: Reason[] }[];
  /** Sets of rules that cannot stand together, where this is proved. */
  contradictions: Reason[];
  unmet: UnmetWish[];
  brokenRelations: string[];
  moved: string[];
  search: { seed: number; moves: number; milliseconds: number };
}
