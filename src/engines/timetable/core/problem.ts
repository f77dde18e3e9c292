/**
 * The problem as the search sees it: events of whole ticks to put at (room, tick), hard rules as sections, soft terms as sections.
 * Everything is numbers in typed arrays; the native model and each file format compile to it, and nothing else is searched.
 * A section that a problem does not use is absent and costs nothing.
 */
export interface CoreProblem {
  /** Length of the time axis; `day[t]` never falls with t, and no event crosses from one day to the next. */
  ticks: number;
  day: Int32Array;
  days: number;
  rooms: number;
  events: number;
  /** Length of each event in ticks, at least 1. */
  length: Int32Array;
  /** 1 where event e may be in room r: [e * rooms + r]. */
  roomAllowed: Uint8Array;
  /** 1 where event e may start at tick t, room aside: [e * ticks + t]. */
  startAllowed: Uint8Array;
  /** How many ticks from t on room r stays open without a break on that day: [r * ticks + t]. */
  open: Int32Array;
  /** Cost of event e in room r and of its start at t. */
  roomCost: Int32Array;
  startCost: Int32Array;
  /** 1 for events that may also stay out, at no cost: what they are for is to hold a place where that helps. */
  optional?: Uint8Array;
  clash?: ClashSection;
  people?: PeopleSection;
  relations?: RelationSection;
  cells?: CellSection;
  series?: SeriesSection;
  audience?: AudienceSection;
  pairs?: PairSection;
  order?: OrderSection;
  topics?: TopicSection;
}

/** Rows of varying length: row i is `items[first[i]] … items[first[i + 1] - 1]`. */
export interface Rows {
  first: Int32Array;
  items: Int32Array;
}

/** Hard: events of classes in conflict never share a tick. A class conflicts with itself when `conflict[c * classes + c]` is 1. */
export interface ClashSection {
  classes: number;
  classOf: Int32Array;
  conflict: Uint8Array;
}

/**
 * Hard: a person is at one event at a time, and has `travel[venueA * venues + venueB]` ticks between events in two venues of one day.
 * An event has parts in a row, each of its own people; the parts of a `loose` event may change their order.
 */
export interface PeopleSection {
  people: number;
  /** 1 for people who take part from afar and so never travel. */
  isRemote: Uint8Array;
  venues: number;
  venueOf: Int32Array;
  travel: Int32Array;
  /** The longest of `travel`, how far around an event the search looks. */
  farthest: number;
  parts: number;
  /** Parts of each event in the order given at first. */
  partsOf: Rows;
  partLength: Int32Array;
  peopleOf: Rows;
  loose: Uint8Array;
  /** 1 where the person is present at tick t: [person * ticks + t]. */
  present: Uint8Array;
  /** Cost of the person being needed at tick t: [person * ticks + t] (hours that are not wished for). */
  hourCost: Int32Array;
}

/** Relations between two events a and b. kind: 0 b starts at or after the end of a plus `gap`; 1 same day; 2 same room; 3 another day; 4 not at the same time. */
export interface RelationSection {
  kind: Int32Array;
  a: Int32Array;
  b: Int32Array;
  gap: Int32Array;
  /** Cost when broken; -1 for a hard rule. */
  cost: Int32Array;
  of: Rows;
}

/** A conference's cells: one track at a time in each (day, room), with the costs of a track being there. A day of the axis is a session here. */
export interface CellSection {
  tracks: number;
  trackOf: Int32Array;
  /** Weighted cost of track t in cell (day s, room r) = trackDay[t * days + s] + trackRoom[t * rooms + r] + dayRoom[s * rooms + r]. */
  trackDay: Int32Array;
  trackRoom: Int32Array;
  dayRoom: Int32Array;
  /** Cost of track a in a lower room beside track b in one session: [a * tracks + b]. */
  beside: Int32Array;
  roomsPerTrack: number;
  parallel: number;
  gap: number;
}

/** Series (courses): cost for each day below `minDays[c]` and for each room beyond the first. */
export interface SeriesSection {
  count: number;
  seriesOf: Int32Array;
  minDays: Int32Array;
  dayCost: number;
  roomCost: number;
}

/** Audiences (curricula) of unit events: cost for each tick attended with none attended right before or after it on that day. */
export interface AudienceSection {
  count: number;
  of: Rows;
  cost: number;
}

/** Pairs of events: `sessionCost` once when on one day in different rooms, `tickCost` for each tick they share in different rooms. */
export interface PairSection {
  of: Rows;
  sessionCost: Int32Array;
  tickCost: Int32Array;
}

/** Wished positions within a track: cost for each event whose rank (by day, room, tick; from 1) is not `rank[e]` (0: no wish). */
export interface OrderSection {
  groups: number;
  groupOf: Int32Array;
  rank: Int32Array;
  cost: number;
}

/** Topics that share an audience: `cost[k]` for each tick and each event of topic k beyond the first held then. */
export interface TopicSection {
  count: number;
  of: Rows;
  cost: Int32Array;
}

/** Collects rows from lists. */
export function rowsOf(lists: readonly (readonly number[])[]): Rows {
  const first = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (first[i + 1] = first[i]! + list.length));
  return { first, items: Int32Array.from(lists.flat()) };
}

/** Rows of the columns that a table marks with 1: [row * columns + column]. Made without lists between, so that large tables fit. */
export function rowsWhere(rows: number, columns: number, marked: Uint8Array): Rows {
  const first = new Int32Array(rows + 1);
  const items = new Int32Array(marked.reduce((sum, one) => sum + one, 0));
  let next = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) if (marked[i * columns + j] === 1) items[next++] = j;
    first[i + 1] = next;
  }
  return { first, items };
}

/** How many ticks from each tick on are open, given 1 for open ticks of each room and the day of each tick. */
export function runs(rooms: number, ticks: number, day: Int32Array, isOpen: (room: number, tick: number) => boolean): Int32Array {
  const open = new Int32Array(rooms * ticks);
  for (let r = 0; r < rooms; r++)
    for (let t = ticks - 1; t >= 0; t--)
      if (isOpen(r, t)) open[r * ticks + t] = 1 + (t + 1 < ticks && day[t + 1] === day[t] ? open[r * ticks + t + 1]! : 0);
  return open;
}
