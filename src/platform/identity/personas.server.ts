import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.ts';
import type { Role } from '../permissions.ts';

/** The sample accounts that a demo lets anybody be. */
export async function personaList(db: Kysely<DB>): Promise<{ id: string; name: string; roles: Role[] }[]> {
  const rows = await db
    .selectFrom('account as a')
    .leftJoin('role_grant as g', (join) => join.onRef('g.account_id', '=', 'a.id').on('g.ended_at', 'is', null))
    .select(['a.id', 'a.name', 'a.person_id', 'g.role'])
    .where('a.sample', '=', true)
    .where('a.closed_at', 'is', null)
    .orderBy('a.created_at')
    .orderBy('a.email')
    .execute();
  const found = new Map<string, { id: string; name: string; roles: Role[] }>();
  for (const { id, name, person_id, role } of rows) {
    const persona = found.get(id) ?? { id, name, roles: person_id ? ['speaker'] : [] };
    if (role && !persona.roles.includes(role as Role)) persona.roles.push(role as Role);
    found.set(id, persona);
  }
  return [...found.values()];
}
