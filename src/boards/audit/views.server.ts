/** The audit trail of an edition, to be read, searched, checked and taken along. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { firstGap, headOf } from '#platform/audit.server.ts';
import type { DB } from '#platform/database/schema.ts';
import type { Role } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { calledLike, type Names, namesWithin } from '#registry/names.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';

export interface TrailEntry {
  id: number;
  at: string;
  actor: string;
  role: Role;
  verb: string;
  subject: string;
  before: unknown;
  after: unknown;
}

const PAGE = 50;
const text = z
  .string()
  .max(200)
  .transform((given) => given.replace(/\p{Cc}+/gu, ' ').trim())
  .default('');
const day = z
  .union([z.literal(''), z.iso.date()])
  .default('')
  .catch('');
const filters = z.object({
  edition: z.string(),
  q: text,
  actor: text,
  verb: text,
  subject: text,
  /** Days on the wall of the edition, both included. */
  from: day,
  to: day,
});
type Filters = z.output<typeof filters>;

const like = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

async function selecting(db: Kysely<DB>, asked: Filters): Promise<{ of: RawBuilder<boolean>; with: RawBuilder<boolean>; zone: string }> {
  const edition = await db.selectFrom('edition').select(['id', 'time_zone']).where('slug', '=', asked.edition).executeTakeFirstOrThrow();
  // Entries from before they knew their edition are found by their subject.
  const of = sql<boolean>`(t.edition_id = ${edition.id} or (t.edition_id is null and t.subject = ${`edition ${asked.edition}`}))`;
  const zone = edition.time_zone;
  const conditions = [of];
  if (asked.actor) conditions.push(sql`t.actor = ${asked.actor}`);
  if (asked.verb) conditions.push(sql`t.verb = ${asked.verb}`);
  const subject = sql<string>`t.subject`;
  if (asked.subject) conditions.push(sql`(t.subject ilike ${like(asked.subject)} or ${calledLike(subject, asked.subject)})`);
  if (asked.from) conditions.push(sql`t.at >= ${asked.from}::timestamp at time zone ${zone}`);
  if (asked.to) conditions.push(sql`t.at < (${asked.to}::date + 1)::timestamp at time zone ${zone}`);
  for (const word of asked.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    conditions.push(sql`(concat_ws(' ', t.actor, t.role, t.verb, t.subject, t.before::text, t.after::text) ilike ${like(word)}
      or ${calledLike(subject, word)})`);
  }
  return { of, with: sql.join(conditions, sql` and `), zone };
}

const columns = sql`t.id::int as id, t.at, t.actor, t.role, t.verb, t.subject, t.before, t.after`;

export const auditTrail = view({
  name: 'audit',
  input: filters.extend({ page: z.coerce.number().int().min(1).max(1_000_000).default(1).catch(1) }),
  permission: 'read audit',
  subject: editionSubject,
  async run({ db, input }) {
    const { of, with: matching, zone } = await selecting(db, input);
    const { rows } = await sql<{ total: number; all: number }>`
      select count(*) filter (where ${matching})::int as total, count(*)::int as all from audit_entry t where ${of}`.execute(db);
    const { total, all } = rows[0]!;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(input.page, pages);
    const entries = await sql<TrailEntry>`select ${columns} from audit_entry t where ${matching}
      order by t.id desc limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(db);
    const known = async (column: 'actor' | 'verb') =>
      (
        await sql<{
          key: string;
        }>`select t.${sql.ref(column)} as key from audit_entry t where ${of} group by 1 order by count(*) desc, 1 limit 200`.execute(db)
      ).rows.map(({ key }) => key);
    const actors = await known('actor');
    const names = await namesWithin(db, [entries.rows, actors]);
    return { entries: entries.rows, names, timeZone: zone, total, all, page, pages, actors, verbs: await known('verb') };
  },
});

/** Whether every entry of the whole trail still follows from the one before it. Reads all of it. */
export const auditChain = view({
  name: 'audit.chain',
  input: z.object({ edition: z.string() }),
  permission: 'read audit',
  subject: editionSubject,
  async run({ db }) {
    const head = await headOf(db);
    const gap = await firstGap(db);
    return { gap, last: head && { id: head.entry, seal: head.sha256.toString('hex'), since: head.since } };
  },
});

/** What matches, oldest first, in pieces, so that a long trail is never held whole. */
export const auditExport = view({
  name: 'audit.export',
  input: filters,
  permission: 'read audit',
  subject: editionSubject,
  async run({ db, input }) {
    const { with: matching, zone } = await selecting(db, input);
    async function* pieces(): AsyncGenerator<{ entries: (TrailEntry & { seal: string })[]; names: Names }> {
      for (let after = 0; ;) {
        const { rows } = await sql<TrailEntry & { seal: string }>`select ${columns}, encode(t.sha256, 'hex') as seal from audit_entry t
          where ${matching} and t.id > ${after} order by t.id limit 500`.execute(db);
        if (rows.length > 0) yield { entries: rows, names: await namesWithin(db, rows) };
        if (rows.length < 500) return;
        after = rows.at(-1)!.id;
      }
    }
    return { pieces: pieces(), timeZone: zone };
  },
});
