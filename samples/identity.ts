/** Names and numbers that are the same each time the samples are made. */
import { createHash } from 'node:crypto';
import type { Uuid } from '../src/boards/programme/content.ts';
import { both, type Localised } from '#registry/text.ts';
import { Random } from '#engines/random.ts';

/** A text in Chinese and English. */
export type Pair = readonly [zh: string, en: string];

export const text = ([zh, en]: Pair): Localised => both(zh, en);

/** An identifier made from a stable name, in the form of a UUID version 5 (RFC 9562, 5.5). */
export function idOf(kind: string, key: string): Uuid {
  const hash = createHash('sha1').update(`everforum sample ${kind} ${key}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Chance that depends on nothing but the name. */
export const chance = (key: string): Random => new Random(createHash('sha1').update(key).digest().readUIntBE(0, 6));

/** The words of an English title as an address shows them, at most 80 characters. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
