/**
 * The printed programme as plain data: everything that stands on a page, in the order in which it stands there, in one page language.
 * The setting (book.typ) decides only how it looks. All of it is JSON.
 */

/** A text, with its language where that is not the book's. */
export type Text = string | { text: string; lang: string };

export interface Book {
  lang: string;
  region: string;
  title: string;
  /** The whole publication as one line for the foot of every page. */
  version: string;
  /** Seconds since 1970 of the publication; the date in the file's metadata. */
  publishedAt: number;
  published: { year: number; month: number; day: number; hour: number; minute: number; second: number };
  series: Text;
  edition: Text;
  year: string;
  theme: Text | null;
  dates: string | null;
  sites: string | null;
  sampleNote: string | null;
  about: Text[];
  figures: { value: string; label: Text }[];
  hosts: { role: string; names: Text[] }[];
  dateChanges: { on: string; text: Text }[];
  milestones: { on: string; text: Text }[];
  howTo: string[];
  boards: { board: string; name: string }[];
  access: string[];
  chapters: Chapter[];
  results: { title: Text; owners: string; about: string; activities: number[] }[];
  indexes: { title: string; groups: { letter: string; entries: IndexEntry[] }[] }[];
  /** Words that the setting itself needs. */
  say: Record<
    | 'book'
    | 'contents'
    | 'about'
    | 'figures'
    | 'hosts'
    | 'datesChanged'
    | 'milestones'
    | 'howToRead'
    | 'howBoards'
    | 'howAccess'
    | 'overview'
    | 'agenda'
    | 'sample'
    | 'results',
    string
  >;
}

/** A day, or the activities that lie outside of the edition's days. */
export interface Chapter {
  title: string;
  /** The day of the month, to be set large; `null` for other days. */
  day: string | null;
  line: string;
  count: string;
  overview: Overview[];
  activities: BookActivity[];
}

/** One venue on one day: rooms by parts of the day. */
export interface Overview {
  venue: Text;
  note: string | null;
  parts: string[];
  rooms: {
    name: Text;
    note: string | null;
    cells: { time: string; title: Text; activity: number; board: string; cancelled: boolean }[][];
  }[];
}

export interface BookActivity {
  number: number;
  board: string;
  /** Board and kind. */
  label: string;
  title: Text;
  /** In the other page language, where there is one. */
  otherTitle: Text | null;
  subtitle: Text | null;
  when: string;
  state: string | null;
  facts: { label: string; value: Text[] }[];
  paragraphs: Text[];
  agenda: { time: string; kind: string; title: Text; people: Text[]; quiet: boolean; cancelled: boolean }[];
  sample: boolean;
}

export interface IndexEntry {
  name: Text;
  about: string | null;
  activities: number[];
}
