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

/** The newest mails of a demo, which sends none; `about` keeps those whose address, subject or text holds the words. */
export async function mailsOfDemo(db: Kysely<DB>, about: string) {
  const like = `%${about.replace(/[\\%_]/g, '\\$&')}%`;
  return db
    .selectFrom('message as m')
    .innerJoin('message_batch as b', 'b.id', 'm.batch_id')
    .select(['m.id', 'm.to_address as to', 'm.subject', 'm.body', 'm.language', 'm.state', 'b.kind', 'b.written_at as at'])
    .$if(about !== '', (query) =>
      query.where((is) => is.or([is('m.to_address', 'ilike', like), is('m.subject', 'ilike', like), is('m.body', 'ilike', like)])),
    )
    .orderBy('b.written_at', 'desc')
    .orderBy('m.to_address')
    .limit(50)
    .execute();
}
