/** The link in a speaker's invitation: opened by looking, used by a press of a button, once. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised, PageLanguage } from '#registry/text.ts';
import type { Instant, Uuid } from '../../content.ts';
import { hashOf } from './store.server.ts';

export interface Link {
  activity: Uuid;
  person: Uuid;
  name: Localised;
  title: Localised;
  edition: Localised;
  editionSlug: string;
  activitySlug: string;
  email: string;
  language: PageLanguage;
  state: 'open' | 'used' | 'replaced' | 'expired';
  startsAt: Instant | null;
}

export async function linkOf(db: Kysely<DB>, token: string, now: string): Promise<Link | null> {
  const row = await db
    .selectFrom('appearance_link as l')
    .innerJoin('appearance as x', 'x.id', 'l.appearance_id')
    .innerJoin('activity as a', 'a.id', 'x.activity_id')
    .innerJoin('edition as e', 'e.id', 'a.edition_id')
    .innerJoin('person as p', 'p.id', 'x.person_id')
    .select(['a.id as activity', 'p.id as person', 'p.name', 'a.title', 'e.name as edition', 'e.slug as editionSlug'])
    .select(['a.slug as activitySlug', 'l.email', 'x.language', 'a.starts_at as startsAt', 'l.used_at', 'l.replaced_at', 'l.expires_at'])
    .where('l.token_sha256', '=', hashOf(token))
    .executeTakeFirst();
  if (!row) return null;
  const { used_at, replaced_at, expires_at, ...link } = row;
  const state = used_at ? 'used' : replaced_at ? 'replaced' : Date.parse(expires_at) <= Date.parse(now) ? 'expired' : 'open';
  return { ...link, state } as unknown as Link;
}
