/** What the public will read of an activity and what its team decides about it, beside agenda, place and hour. */
import type { Localised } from '#registry/text.ts';
import type { Access, HostRole, Uuid } from '../../content.ts';

export interface Details {
  title: Localised;
  subtitle: Localised | null;
  abstract: Localised | null;
  description: Localised | null;
  topic: Uuid | null;
  fields: string[];
  languages: string[];
  interpretation: string[];
  streamed: boolean;
  access: Access;
  capacity: number | null;
  hosts: { organisation: Uuid; role: HostRole }[];
}
export const TEXT_FIELDS = ['title', 'subtitle', 'abstract', 'description'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export const DETAIL_FIELDS = [
  ...TEXT_FIELDS,
  'topic',
  'fields',
  'languages',
  'interpretation',
  'streamed',
  'access',
  'capacity',
  'hosts',
] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];
