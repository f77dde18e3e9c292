/** What things are called, by their ids: for what is told of many kinds of thing at once, as in the trail of what changed. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Localised } from './text.ts';

/** By id, and accounts by their mail address too. A person's own name of an account is a plain string. */
export type Names = Record<string, Localised | string>;

const NAMED: readonly [table: keyof DB, name: RawBuilder<unknown>][] = [
  ['account', sql`to_jsonb(name)`],
  ['activity', sql`title`],
  ['session', sql`title`],
  ['person', sql`name`],
  ['organisation', sql`name`],
  ['place', sql`name`],
  ['series', sql`name`],
  ['edition', sql`name`],
  ['category', sql`name`],
  ['result', sql`title`],
  ['call', sql`title`],
  ['proposal', sql`title`],
  ['milestone', sql`title`],
  ['task', sql`title`],
  ['notice', sql`title`],
  ['committee', sql`name`],
  ['committee_meeting', sql`title`],
  ['committee_decision', sql`said`],
  ['press_record', sql`title`],
  ['edition_letter', sql`sender`],
  ['message_batch', sql`title`],
  ['message', sql`to_jsonb(subject)`],
  ['file', sql`to_jsonb(name)`],
  ['guest', sql`to_jsonb(name)`],
];
const union = (where: RawBuilder<unknown>) =>
  sql.join(
    NAMED.map(([table, name]) => sql`(select id::text as id, ${name} as name from ${sql.table(table)} where ${where})`),
    sql` union all `,
  );

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MAIL = /[^\s"@\\]+@[^\s"@\\]+/g;

/** The names of everything whose id, and of every account whose address, stands anywhere in `told`: one statement, whatever it holds. */
export async function namesWithin(db: Kysely<DB>, told: unknown): Promise<Names> {
  const text = JSON.stringify(told) ?? '';
  const ids = [...new Set(text.match(UUID))];
  const mails = [...new Set(text.match(MAIL)?.map((mail) => mail.toLowerCase()))];
  const people = sql`select email as id, to_jsonb(name) as name from account where email = any(${mails}::text[])`;
  const { rows } = await sql<{
    id: string;
    name: Names[string] | null;
  }>`${people} union all ${union(sql`id = any(${ids}::uuid[])`)}`.execute(db);
  return Object.fromEntries(rows.flatMap(({ id, name }) => (name === null || name === '' ? [] : [[id, name]])));
}

/** Whether `subject` is about something that is called like `words`, in any language. */
export function calledLike(subject: RawBuilder<string>, words: string): RawBuilder<boolean> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`exists (select from regexp_matches(${subject}, ${UUID.source}, 'g') as found where found[1] in
    (select id from (${union(sql`true`)}) named where coalesce(name -> 'texts', name)::text ilike ${like}))`;
}
