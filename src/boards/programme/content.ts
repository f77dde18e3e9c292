/**
 * The content of an edition: one plain value that holds everything a programme is made of. The working tables are read into it and
 * written from it; imports and samples produce it; a publication freezes it; pages, feeds, formats and search read nothing else.
 *
 * Conventions: identifiers are UUIDs and never change; slugs are what addresses show. Instants are ISO 8601 in UTC
 * (`2022-11-26T01:00:00Z`), dates `YYYY-MM-DD`. Lists are in the order in which they are shown. Absent values are `null`.
 */
import type { Language, Localised } from '#registry/text.ts';

export type Instant = string;
export type PlainDate = string;
export type Uuid = string;

/** The six boards of an edition, and `main` for its ceremonies and plenary. */
export const BOARDS = ['main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side'] as const;
export type Board = (typeof BOARDS)[number];

export const ACTIVITY_KINDS = [
  'ceremony',
  'plenary',
  'parallel-forum',
  'exhibition',
  'exchange',
  'release',
  'contest-round',
  'signing',
  'side-event',
  'year-round',
  'press',
  'other',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** `planned` and `scheduled` are drafts of the office: no publication holds them. */
export const ACTIVITY_STATES = ['planned', 'scheduled', 'published', 'live', 'held', 'cancelled', 'postponed'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export const SESSION_KINDS = [
  'opening',
  'keynote',
  'talk',
  'panel',
  'pitch',
  'release',
  'signing',
  'ceremony',
  'demonstration',
  'break',
  'closing',
  'other',
] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const ACCESS = ['open', 'registered', 'invited'] as const;
export type Access = (typeof ACCESS)[number];

export const ORGANISATION_KINDS = [
  'ministry',
  'central-body',
  'government',
  'academy',
  'university',
  'institute',
  'company',
  'transfer-organisation',
  'association',
  'international-organisation',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An organisation's role towards an activity (牵头、主办、协办、承办、支持). */
export const HOST_ROLES = ['lead', 'host', 'co-host', 'organiser', 'supporter'] as const;
export type HostRole = (typeof HOST_ROLES)[number];

export const PERSON_ROLES = ['speaker', 'chair', 'moderator', 'panellist', 'guest-of-honour', 'host', 'judge'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const PLACE_KINDS = ['site', 'venue', 'floor', 'hall', 'room'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const EDITION_STATUSES = ['planned', 'announced', 'open', 'closed', 'archived'] as const;
export type EditionStatus = (typeof EDITION_STATUSES)[number];

export const STAGES = ['science', 'technology', 'product', 'market'] as const;
export type Stage = (typeof STAGES)[number];

export interface EditionContent {
  series: Series;
  edition: Edition;
  /** Parents before children. */
  places: Place[];
  travel: Travel[];
  organisations: Organisation[];
  people: Person[];
  focuses: Category[];
  topics: Category[];
  fields: Field[];
  activities: Activity[];
  results: Result[];
  /** Letters of congratulation and messages that may be read by the public, in the order in which the edition gives them; absent where there are none. */
  letters?: Letter[];
}

export interface Letter {
  id: Uuid;
  kind: 'congratulation' | 'message';
  /** Who wrote it, by name or as an office. */
  sender: Localised;
  /** The organisation or office that they wrote for. */
  office: Localised | null;
  writtenOn: PlainDate;
  body: Localised;
  sample: boolean;
}

export interface Series {
  id: Uuid;
  slug: string;
  name: Localised;
  theme: Localised | null;
  about: Localised | null;
  founded: number | null;
  sample: boolean;
}

export interface Edition {
  id: Uuid;
  slug: string;
  year: number;
  name: Localised;
  theme: Localised | null;
  about: Localised | null;
  status: EditionStatus;
  languages: Language[];
  /** IANA name of the zone that the edition's days are counted in. */
  timeZone: string;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  /** Every change of the dates, oldest first. */
  dateChanges: DateChange[];
  /** Public figures as a source stated them, in the source's own precision. */
  figures: StatedFigure[];
  milestones: Milestone[];
  /** Organisations of the whole edition with their role. */
  hosts: { organisation: Uuid; role: HostRole }[];
  sample: boolean;
}

export interface DateChange {
  announcedOn: PlainDate;
  from: { startsOn: PlainDate | null; endsOn: PlainDate | null };
  to: { startsOn: PlainDate | null; endsOn: PlainDate | null };
  reason: Localised;
}

export interface StatedFigure {
  /** Stable name, for example `parallel-forums`. */
  key: string;
  label: Localised;
  /** The number itself; how exact it is says `precision`. */
  value: number;
  /** `exactly` 126; `over` 70+; `nearly` 40. */
  precision: 'exactly' | 'over' | 'nearly';
}

export interface Milestone {
  date: PlainDate;
  what: Localised;
}

export interface Place {
  id: Uuid;
  slug: string;
  kind: PlaceKind;
  parent: Uuid | null;
  name: Localised;
  /** IANA name; set on sites, and inherited by what lies inside. */
  timeZone: string | null;
  /** ISO 3166-1 alpha-2; set on sites. */
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  address: Localised | null;
  /** Seats in its usual layout. */
  capacity: number | null;
  layouts: { layout: string; seats: number }[];
  equipment: string[];
  /** Several things may go on here at once (stands, posters). */
  parallel: boolean;
  /** `main`: a venue of the main site; `sub-venue`: a site elsewhere that takes part (分会场). */
  role: 'main' | 'venue' | 'sub-venue';
  sample: boolean;
}

/** Minutes from door to door between two venues or sites; the same both ways. */
export interface Travel {
  from: Uuid;
  to: Uuid;
  minutes: number;
}

export interface Organisation {
  id: Uuid;
  slug: string;
  name: Localised;
  kind: OrganisationKind;
  country: string | null;
  parent: Uuid | null;
  ror: string | null;
  /** Unified social credit code (GB 32100). */
  uscc: string | null;
  url: string | null;
  about: Localised | null;
  sample: boolean;
}

export interface Person {
  id: Uuid;
  slug: string;
  name: Localised;
  country: string | null;
  biography: Localised | null;
  orcid: string | null;
  languages: Language[];
  /** First is the main one. */
  affiliations: { organisation: Uuid; position: Localised | null }[];
  /** SHA-256 of their picture, 480 × 600 (`/portraits/….webp`); absent where there is none. */
  portrait?: string;
  /** Fields that the public does not read; a publication neither has them nor says so. */
  hidden?: HideableField[];
  sample: boolean;
}

export type HideableField = 'country' | 'biography' | 'orcid' | 'languages' | 'affiliations';

/** A focus (聚焦方向) or a topic (主题) that activities are grouped by. */
export interface Category {
  id: Uuid;
  slug: string;
  name: Localised;
}

/** A field of technology with the IPC subclasses it covers. */
export interface Field {
  code: string;
  name: Localised;
  parent: string | null;
  ipc: string[];
}

export interface Activity {
  id: Uuid;
  /** The identity other programs know it by; kept from an import. */
  guid: Uuid;
  /** Positive, unique among the activities and sessions of the edition. */
  number: number;
  slug: string;
  board: Board;
  kind: ActivityKind;
  state: ActivityState;
  /** Put off by itself, not with its edition; absent where it was not. */
  postponedAlone?: true;
  title: Localised;
  subtitle: Localised | null;
  abstract: Localised | null;
  description: Localised | null;
  focus: Uuid | null;
  topic: Uuid | null;
  fields: string[];
  languages: Language[];
  /** Languages it is interpreted into. */
  interpretation: Language[];
  streamed: boolean;
  streamUrl: string | null;
  access: Access;
  capacity: number | null;
  room: Uuid | null;
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** When it was first to start, where that was another time. */
  firstPlannedStartsAt: Instant | null;
  /** Takes place beside others in the same room; says why. */
  sharesRoom: string | null;
  hosts: { organisation: Uuid; role: HostRole }[];
  people: { person: Uuid; role: PersonRole }[];
  sessions: Session[];
  links: Link[];
  /** What an imported file called its type, where it fits no kind of ours. */
  typeLabel: string | null;
  sample: boolean;
}

export interface Session {
  id: Uuid;
  guid: Uuid;
  number: number;
  /** Unique within its activity. */
  slug: string;
  kind: SessionKind;
  title: Localised;
  abstract: Localised | null;
  startsAt: Instant;
  endsAt: Instant;
  /** A room other than the activity's. */
  room: Uuid | null;
  languages: Language[];
  cancelled: boolean;
  people: { person: Uuid; role: PersonRole }[];
  links: Link[];
  /** Results shown, released or signed in it. */
  results: Uuid[];
}

export interface Link {
  url: string;
  title: string;
  kind: 'link' | 'attachment' | 'recording' | 'logo' | 'origin' | 'feedback';
}

/** 成果: the registry entry that moves along the chain science → technology → product → market. */
export interface Result {
  id: Uuid;
  slug: string;
  title: Localised;
  abstract: Localised | null;
  field: string | null;
  /** Technology readiness level 1–9 (ISO 16290). */
  readiness: number | null;
  stage: Stage;
  category: Localised | null;
  hardTechnology: boolean;
  owners: Uuid[];
  steps: { stage: Stage; what: Localised; on: PlainDate; activity: Uuid | null }[];
  sample: boolean;
}
