import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { PageLanguage } from '#registry/text.ts';
import type { Uuid } from '../../content.ts';

export interface TeamMember {
  activity: Uuid;
  account: Uuid;
  name: string;
  email: string;
  language: PageLanguage;
}

/** Who prepares each of the activities: leads and editors whose role reaches it; assistants where there is nobody else. */
export async function teamsOf(db: Kysely<DB>, activities: readonly Uuid[]): Promise<TeamMember[]> {
  if (activities.length === 0) return [];
  const { rows } = await sql<TeamMember & { assistant: boolean }>`
    select a.id as activity, c.id as account, c.name, c.email, c.language, bool_and(g.role = 'host-assistant') as assistant
    from activity a join role_grant g on g.ended_at is null and g.role in ('host-lead', 'host-editor', 'host-assistant') and (
        g.activity_id = a.id
        or (g.scope = 'organisation' and (g.edition_id is null or g.edition_id = a.edition_id) and exists (select from activity_organisation o
          where o.activity_id = a.id and o.organisation_id = g.organisation_id and o.role in ('lead', 'host', 'co-host'))))
      join account c on c.id = g.account_id and c.closed_at is null
    where a.id = any(${[...activities]}::uuid[])
    group by a.id, a.position, c.id order by a.position, c.name`.execute(db);
  return rows.filter((row) => !row.assistant || !rows.some((other) => other.activity === row.activity && !other.assistant));
}
