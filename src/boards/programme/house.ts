/**
 * What pages, feeds and lists are given: the publications that the public may read, and nothing of the working state. The server fills
 * it; tests fill it with publications made in memory.
 */
import type { EditionStatus, PlainDate, Instant, Series, StatedFigure, Uuid } from './content.ts';
import type { Indexed } from './index-of.ts';
import type { Publication } from './publication.ts';
import type { Localised, PageLanguage } from '#registry/text.ts';

/** A publication with its look-ups, ready to be rendered. */
export interface Published {
  publication: Publication;
  index: Indexed;
}

export interface EditionSummary {
  id: Uuid;
  slug: string;
  year: number;
  name: Localised;
  theme: Localised | null;
  status: EditionStatus;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  timeZone: string;
  /** The number of the current publication. */
  number: number;
  publishedAt: Instant;
  activities: number;
  sites: number;
  countries: number;
  figures: StatedFigure[];
  sample: boolean;
}

export interface VersionSummary {
  number: number;
  publishedAt: Instant;
  activities: number;
  changes: number;
}

export interface House {
  /** The address the site is reached at, without a slash at the end. */
  publicUrl: string;
  mode: 'demo' | 'production';
  series(): Promise<Series[]>;
  /** Every edition that has a publication, newest first. */
  editions(): Promise<EditionSummary[]>;
  /** The current publication of an edition by its slug. */
  current(edition: string): Promise<Published | null>;
  /** An earlier publication; `null` where that number was never published. */
  version(edition: string, number: number): Promise<Published | null>;
  /** Newest first. */
  versions(edition: string): Promise<VersionSummary[]>;
  search(query: SearchQuery): Promise<SearchAnswer>;
  now(): Date;
}

export interface SearchQuery {
  text: string;
  language: PageLanguage;
  /** Slug of one edition, or `null` for all. */
  edition: string | null;
  type: SearchHit['type'] | null;
  limit: number;
  offset: number;
}

/** What can be found. */
export const HIT_TYPES = ['activity', 'session', 'person', 'organisation', 'place', 'result', 'letter'] as const;

export interface SearchHit {
  type: (typeof HIT_TYPES)[number];
  edition: { slug: string; year: number; name: Localised };
  /** Path below `/{language}`, for example `/2022/activities/brain-computer-interface-forum`. */
  path: string;
  title: Marked;
  excerpt: Marked;
  startsAt: Instant | null;
}

/** A text cut at what was found: pieces with `hit` are shown marked. */
export interface Marked {
  language: string;
  pieces: { text: string; hit: boolean }[];
}

export interface SearchAnswer {
  total: number;
  hits: SearchHit[];
  byType: Partial<Record<SearchHit['type'], number>>;
  /** What was searched for instead, where the words as typed are found nowhere. */
  corrected: string | null;
}
