/**
 * What the schedule desk works on: an edition's activities with their rooms and hours, and all that the rules of clashes look at. One view
 * gives it whole (`views.server.ts`); the server, tests and the browser open clashes from it (`clashes.ts`). Free of Node.
 */
import type {
  ActivityKind,
  ActivityState,
  Board,
  Instant,
  PersonRole,
  PlaceKind,
  PlainDate,
  SessionKind,
  Travel,
  Uuid,
} from '../content.ts';
import type { Language, Localised } from '#registry/text.ts';

export const CLASH_RULES = [
  'room',
  'site',
  'person',
  'capacity',
  'hours',
  'closure',
  'travel',
  'layout',
  'equipment',
  'interpretation',
  'availability',
  'audience',
  'wish',
] as const;
export type ClashRule = (typeof CLASH_RULES)[number];

/** How much weight a rule has, heaviest first. */
export const LEVELS = ['blocks-placing', 'blocks-publishing', 'warns', 'ignored'] as const;
export type Level = (typeof LEVELS)[number];
export type Levels = Record<ClashRule, Level>;

/** Rules that an activity keeps or breaks by itself, whatever the others do. */
export const RULES_OF_ONE: ReadonlySet<ClashRule> = new Set<ClashRule>([
  ...(['site', 'capacity', 'hours', 'closure', 'layout', 'availability', 'wish'] as const),
]);

/** What holds before the office has set anything. A room booked twice is refused by the database whatever is set. */
export const DEFAULT_LEVELS: Levels = {
  room: 'blocks-placing',
  site: 'blocks-placing',
  person: 'blocks-publishing',
  capacity: 'warns',
  hours: 'warns',
  closure: 'blocks-publishing',
  travel: 'warns',
  layout: 'warns',
  equipment: 'warns',
  interpretation: 'warns',
  availability: 'blocks-publishing',
  audience: 'warns',
  wish: 'warns',
};

/** Minutes on foot or by car where `travel` names none. */
export interface Walking {
  /** Between two rooms of one venue. */
  sameVenue: number;
  /** Between two venues of one site. */
  sameSite: number;
  /** Between two sites. */
  otherSite: number;
}
export const DEFAULT_WALKING: Walking = { sameVenue: 5, sameSite: 30, otherSite: 1440 };

export interface DeskSchedule {
  edition: {
    id: Uuid;
    slug: string;
    timeZone: string;
    startsOn: PlainDate | null;
    endsOn: PlainDate | null;
    /** Raised by every change of anything in the edition. */
    version: number;
  };
  /** Parents before children, in the order in which they are shown. */
  places: DeskPlace[];
  travel: Travel[];
  walking: Walking;
  activities: DeskActivity[];
  topics: { id: Uuid; name: Localised }[];
  people: { id: Uuid; name: Localised }[];
  levels: Levels;
  hours: Hours[];
  closures: Closure[];
  absences: Absence[];
  /** Movable equipment, and booths for interpretation (`equipment: 'interpretation'`), by the place that they belong to. */
  stock: Stock[];
  wishes: Wish[];
  /** Pairs of topics that share an audience; every topic shares its own with itself. */
  audiences: { a: Uuid; b: Uuid }[];
  acceptances: Acceptance[];
}

export interface DeskPlace {
  id: Uuid;
  slug: string;
  kind: PlaceKind;
  parent: Uuid | null;
  name: Localised;
  timeZone: string | null;
  /** Seats in its usual layout; `null` for what nobody is placed in. */
  capacity: number | null;
  layouts: { layout: string; seats: number }[];
  equipment: string[];
  parallel: boolean;
}

export interface DeskActivity {
  id: Uuid;
  number: number;
  slug: string;
  board: Board;
  kind: ActivityKind;
  state: ActivityState;
  title: Localised;
  topic: Uuid | null;
  languages: Language[];
  interpretation: Language[];
  streamed: boolean;
  /** People expected or admitted; `null` where nobody has said. */
  capacity: number | null;
  room: Uuid | null;
  /** The city it belongs to: that of its first room, or as somebody said; `null` while it belongs to none. */
  site: Uuid | null;
  startsAt: Instant | null;
  endsAt: Instant | null;
  sharesRoom: string | null;
  hosts: { organisation: Uuid; name: Localised; role: string }[];
  people: { person: Uuid; role: PersonRole }[];
  sessions: DeskSession[];
  need: Need;
  /** Stays where it is, for people and for a proposed timetable alike. */
  locked: boolean;
  /** While it has no hours: those it had or is to have, from which the times of its sessions are counted. */
  kept: { startsAt: Instant; endsAt: Instant } | null;
  version: number;
}

export interface DeskSession {
  id: Uuid;
  kind: SessionKind;
  title: Localised;
  startsAt: Instant;
  endsAt: Instant;
  room: Uuid | null;
  cancelled: boolean;
  people: { person: Uuid; role: PersonRole }[];
}

/** What an activity needs of its room. */
export interface Need {
  layout: string | null;
  equipment: string[];
}

/** Local hours of a place and of what lies in it (`place: null`: of all places), in the zone of the place. The nearest place that has any counts. */
export interface Hours {
  id: Uuid;
  place: Uuid | null;
  /** One day only; before `weekday`, which is before neither. */
  date: PlainDate | null;
  /** ISO 8601: 1 is Monday. */
  weekday: number | null;
  /** `08:00` to `22:00`, at most `24:00`; both `00:00`: closed that day. */
  from: string;
  to: string;
}

/** A place and what lies in it cannot be used. */
export interface Closure {
  id: Uuid;
  place: Uuid;
  from: Instant;
  to: Instant;
  reason: string;
}

export interface Absence {
  id: Uuid;
  person: Uuid;
  from: Instant;
  to: Instant;
}

export interface Stock {
  place: Uuid;
  equipment: string;
  count: number;
}

/** What a host asks for; of each list one is enough. `avoid` turns it round. */
export interface Wish {
  id: string;
  activity: Uuid;
  /** Rooms, or places that they lie in. */
  places: Uuid[];
  days: PlainDate[];
  /** Starts within one of these, local to the place, `09:00` to `12:00`. */
  starts: { from: string; to: string }[];
  avoid: boolean;
  weight: number;
}

/** A clash that somebody has taken on, with the reason; it holds while the clash is as it was. */
export interface Acceptance {
  key: string;
  fingerprint: string;
  reason: string;
  by: string;
  at: Instant;
}

export interface Placement {
  activity: Uuid;
  room: Uuid | null;
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** `along` (unless told): sessions keep their times relative to the start; `stay`: they keep their hours. */
  sessions?: 'along' | 'stay';
}
