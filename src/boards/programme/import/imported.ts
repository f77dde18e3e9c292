/**
 * What a file told, before it is asked what it means for an edition. `undefined` is what the format or the file does not speak of and
 * the edition keeps; `null` is what it says is not there.
 */
import type { ActivityState, Instant, Link, PersonRole, Uuid } from '../content.ts';

export type ImportFormat = 'schedule.xml' | 'schedule.json' | 'schedule2' | 'ics' | 'csv' | 'xlsx';

/** Texts by language; `''` stands for the language of the file, where the text names none. */
export type Texts = Record<string, string>;

export interface Remark {
  /** `bad`: the row is left out. `guess`: something was read into the file. `note`: something that is good to know. */
  level: 'bad' | 'guess' | 'note';
  /** Of the file, from 1; for tables the row of the sheet. */
  line: number | null;
  /** Remarks of one sort are told together. */
  code: string;
  text: string;
}

export interface Imported {
  format: ImportFormat;
  /** Made by this program, which needs no guessing. */
  own: boolean;
  /** The whole programme, so that what it does not hold is gone from it. */
  whole: boolean;
  /** Language of texts that name none; `null` where the file does not say. */
  language: string | null;
  conference: ImportedConference;
  rooms: ImportedRoom[];
  events: ImportedEvent[];
  remarks: Remark[];
}

export interface ImportedConference {
  title: string | null;
  acronym: string | null;
  /** Days or instants as the file has them. */
  start: string | null;
  end: string | null;
  timeZone: string | null;
  languages: string[];
  venue: string | null;
  city: string | null;
}

export interface ImportedRoom {
  /** What events call it. */
  key: string;
  guid: Uuid | null;
  name: string;
  capacity?: number | null;
  slug?: string | null;
  timeZone?: string | null;
  latitude?: number;
  longitude?: number;
  /** Where it lies, in the file's words: `Berlin, c-base`. */
  location: string | null;
  /** The places around it, nearest first, where the file knows a tree. */
  parents: { kind: string | null; name: string; guid: Uuid | null; slug: string | null; timeZone: string | null; country: string | null }[];
  /** Offsets that events in it are told with, in minutes, each with an instant it holds at. */
  offsets: { at: Instant; minutes: number }[];
}

export interface ImportedPerson {
  guid: Uuid | null;
  /** The file's own identifier, where it has no guid. */
  code: string | null;
  name: string;
  role?: PersonRole;
}

export interface ImportedEvent {
  line: number | null;
  guid: Uuid;
  /** Where the file has no guid, an earlier import or an own number may still know it. */
  guidGiven: boolean;
  number: number | null;
  slug: string | null;
  /** Its name in our own addresses, where the file has them. */
  ownSlug?: string | null;
  title: Texts;
  subtitle?: Texts | null;
  abstract?: Texts | null;
  description?: Texts | null;
  startsAt?: Instant | null;
  endsAt?: Instant | null;
  /** Key of a room, `null` for none. */
  room?: string | null;
  track?: string | null;
  type?: string | null;
  /** Languages spoken; only the first where the format has one. */
  languages?: string[];
  people?: ImportedPerson[];
  links?: Link[];
  state?: Extract<ActivityState, 'published' | 'cancelled' | 'postponed'>;
  /** Fields that only tables have, by the key of their column. */
  more?: Record<string, string | null>;
}

export type FileProblem =
  | { is: 'too-large'; bytes: number; most: number }
  | { is: 'empty' }
  | { is: 'unknown-format'; looksLike: string }
  | { is: 'malformed'; format: string; line: number | null; text: string }
  | { is: 'refused'; text: string };

export function problemTold(problem: FileProblem): string {
  switch (problem.is) {
    case 'too-large':
      return `The file has ${Math.ceil(problem.bytes / 1_048_576)} MB; at most ${Math.floor(problem.most / 1_048_576)} MB are read.`;
    case 'empty':
      return 'The file is empty.';
    case 'unknown-format':
      return `The file is none of the formats that can be imported (schedule.xml, schedule.json, schedule2, iCalendar, CSV, XLSX); it looks like ${problem.looksLike}.`;
    case 'malformed':
      return `The file is damaged or cut off and cannot be read as ${problem.format}${problem.line ? ` (line ${problem.line})` : ''}: ${problem.text.replace(/[.]?$/, '.')}`;
    case 'refused':
      return problem.text;
  }
}

/** Thrown within readers only; `readFile` turns it into an outcome. */
export class Unreadable extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problemTold(problem));
    this.problem = problem;
  }
}
