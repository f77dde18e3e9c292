/**
 * A programme version (日程版本): an edition's content as the public reads it, numbered and never changed afterwards, with the
 * readable difference to the one before.
 */
import type { EditionContent, Instant, Uuid } from './content.ts';
import type { Change } from './difference.ts';
import type { Localised } from '#registry/text.ts';

export interface Publication {
  id: Uuid;
  /** From 1, without gaps, within its edition. */
  number: number;
  publishedAt: Instant;
  content: EditionContent;
  /** What is different from the publication before; empty for the first. */
  changes: Change[];
  /** For every activity and session that a published change ever touched: how many, and when last. Calendars say SEQUENCE and LAST-MODIFIED from it. */
  revisions: Record<Uuid, Revision>;
  /** What an earlier version showed and this one no longer does: calendars say CANCELLED for it rather than letting it vanish. */
  withdrawn: Withdrawn[];
}

/** An activity or session (then with its activity's slug) that is no longer in the programme. */
export interface Withdrawn {
  id: Uuid;
  guid: Uuid;
  slug: string;
  activity: string | null;
  title: Localised;
  startsAt: Instant | null;
  endsAt: Instant | null;
}

/** `sequence` counts the published changes of a calendar entry (RFC 5545, 3.8.7.4); `at` is the instant of the last. */
export interface Revision {
  sequence: number;
  at: Instant;
}
