/** What the press room keeps, and how figures as they were told stand beside those of today. Rules only: no clock. */
import type { Localised, PageLanguage } from '#registry/text.ts';

export interface Figure {
  key: string;
  value: number;
}

/** The figures of one version of the programme, as they were told on an occasion. */
export interface Told {
  /** Number of the publication. */
  number: number;
  /** ISO 8601, UTC. */
  at: string;
  figures: Figure[];
  sentences: Record<PageLanguage, string[]>;
}

export interface PressRecord {
  id: string;
  activity: { id: string; title: Localised; startsAt: string | null } | null;
  /** `YYYY-MM-DD` */
  heldOn: string;
  title: Localised;
  statement: Localised | null;
  sample: boolean;
  version: number;
  speakers: { told: Localised; person: { slug: string; name: Localised } | null }[];
  answers: { question: Localised; answer: Localised | null }[];
  pictures: { file: string; caption: Localised }[];
  /** The newest first. */
  told: Told[];
}

export const LETTER_KINDS = ['congratulation', 'message'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export interface Letter {
  id: string;
  kind: LetterKind;
  /** Who wrote it, by name or as an office. */
  sender: Localised;
  /** The organisation or office that they wrote for. */
  office: Localised | null;
  /** `YYYY-MM-DD` */
  writtenOn: string;
  body: Localised;
  position: number;
  released: boolean;
  sample: boolean;
  version: number;
}

export interface Beside {
  key: string;
  /** `null`: not told then, or no longer counted. */
  then: number | null;
  now: number | null;
  differs: boolean;
}

/** Every figure that was told or is counted today; those that are nothing on both sides are left out. */
export function beside(told: readonly Figure[], today: readonly Figure[]): Beside[] {
  const then = new Map(told.map(({ key, value }) => [key, value]));
  const now = new Map(today.map(({ key, value }) => [key, value]));
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((key) => ({ key, then: then.get(key) ?? null, now: now.get(key) ?? null }))
    .filter(({ then: before, now: after }) => before || after)
    .map((one) => ({ ...one, differs: one.then !== one.now }));
}
