import { createHash } from 'node:crypto';
import type { Uuid } from '../content.ts';

/** The same UUID for the same name, of version 8 (RFC 9562: made in a way of one's own), so that it is told from those that other programs derive. */
export function derivedUuid(space: Uuid, name: string): Uuid {
  const hash = createHash('sha256').update(`${space}\n${name}`).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
