/** Documents as PostgreSQL keeps them for search: a tsvector of words already cut, folded and stemmed here. */
import { segment } from './segment.ts';
import { stem } from './stem.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Where in a document a word stands, the most telling first. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** What PostgreSQL can tell apart as a place in a document (its documentation, 11.11 Limitations). */
const LAST_POSITION = 16_383;
/** Places of one word that it keeps. */
const PLACES = 255;
/** Longer words are cut, in documents and queries alike. */
const LONGEST = 64;
/** Characters of one text that are read; what follows is not found. */
const READ = 60_000;

/**
 * Collects the words of one document. Chinese is kept as words and as every pair of neighbouring characters, so that a query cut
 * otherwise still hits; pairs that cross a border between words weigh less. Positions count characters of Chinese and words of
 * other scripts, so that an exact phrase is a chain of neighbours.
 */
export class Vector {
  readonly #places = new Map<string, Map<number, Weight>>();
  /** Words as they can be put in place of a mistyped one. */
  readonly terms = new Set<string>();
  #at = 1;

  add(text: string, weight: Weight): void {
    let before: Token | undefined;
    for (const token of tokensOf(text.slice(0, READ))) {
      if (token.is === 'han') this.#addHan(token.text, weight);
      else this.#addWord(token, before, weight);
      before = token;
    }
    // A phrase does not go on from one text into the next.
    this.#at += 8;
  }

  /** In the form that PostgreSQL reads as a tsvector. */
  toString(): string {
    const parts: string[] = [];
    for (const [lexeme, places] of this.#places) {
      parts.push(`${quoted(lexeme)}:${[...places].map(([at, weight]) => `${at}${weight}`).join(',')}`);
    }
    return parts.join(' ');
  }

  #addHan(run: string, weight: Weight): void {
    const characters = [...run];
    const pairs = new Set<number>();
    // A short text of its own is a word, whatever the dictionary says: 碳中和.
    if (characters.length > 1 && characters.length <= 6) this.terms.add(run);
    let place = 0;
    for (const word of segment(run)) {
      const length = [...word].length;
      if (length > 1) {
        if (length > 2) this.#put(word, place, weight);
        else pairs.add(place);
        if (length <= 8) this.terms.add(word);
      }
      place += length;
    }
    for (let i = 0; i + 1 < characters.length; i++) {
      this.#put(characters[i]! + characters[i + 1]!, i, pairs.has(i) ? weight : LESS[weight]);
    }
    // Every character then starts something, and a single one is found by that.
    this.#put(characters.at(-1)!, characters.length - 1, weight);
    this.#at += characters.length;
  }

  #addWord(token: Token, before: Token | undefined, weight: Weight): void {
    const word = token.text.slice(0, LONGEST);
    this.#put(word, 0, weight);
    this.#put(stem(word), 0, weight);
    if (token.joined && before?.is === 'word') this.#put((before.text + token.text).slice(0, LONGEST), -1, weight);
    const parts = partsOf(word);
    if (parts.length > 1) for (const part of parts) if (part.length > 1) this.#put(part, 0, LESS[weight]);
    if (word.length > 3 && parts.length === 1 && !/\d/.test(word)) this.terms.add(word);
    this.#at += 1;
  }

  #put(lexeme: string, offset: number, weight: Weight): void {
    let places = this.#places.get(lexeme);
    if (!places) this.#places.set(lexeme, (places = new Map()));
    const at = Math.min(this.#at + offset, LAST_POSITION);
    const now = places.get(at);
    if (now === undefined ? places.size < PLACES : weight < now) places.set(at, weight);
  }
}

const LESS: Record<Weight, Weight> = { A: 'B', B: 'C', C: 'D', D: 'D' };

/** `h04l` is also found by its letters and its digits: h, 04, l. */
export const partsOf = (word: string): string[] => word.match(/\p{N}+|[^\p{N}]+/gu) ?? [];

export const clipped = (word: string): string => word.slice(0, LONGEST);

/** A lexeme as tsvector and tsquery read it. */
export const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
