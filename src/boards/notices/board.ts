/** Where the public's notices hang: everything that was issued, in memory, and a word to whoever shows them when that changes or its hour comes. */
import type { Issued } from './model.ts';

export interface NoticeBoard {
  /** Everything ever issued in an edition, newest first, by the edition's name in addresses. */
  of(edition: string): readonly Issued[];
  /** Changes exactly when something on any page does: a notice issued, replaced, withdrawn, beginning or ending to hold. */
  stamp(): string;
  now(): Date;
  /** Told of each such change, after it is in place: for readers with an open page. Comes to the way to stop. */
  follow(edition: string, hear: () => void): () => void;
}

/** A board without a notice, for servers of pages alone. */
export const emptyBoard: NoticeBoard = { of: () => [], stamp: () => '', now: () => new Date(), follow: () => () => {} };
