/** The audit trail: what changed, who did it, in which role, before and after. Append-only; each entry seals the one before. */
import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { canonical } from './canonical.ts';
import type { DB } from './database/schema.ts';
import type { Role } from './permissions.ts';

export interface AuditEntry {
  at: string;
  actor: string;
  role: Role;
  verb: string;
  /** What it was done to, for example `edition 2022`. */
  subject: string;
  /** Id of the edition that it belongs to. */
  edition?: string | null;
  before: unknown;
  after: unknown;
}

const START = Buffer.alloc(32);

/** SHA-256 over the entry and the hash of the one before it. Entries from before they knew their edition are sealed without it. */
const seal = (previous: Buffer, { at, actor, role, verb, subject, edition, before, after }: AuditEntry): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(canonical([at, actor, role, verb, subject, before ?? null, after ?? null, ...(edition ? [edition] : [])]))
    .digest();

/** Writers take turns until their transaction ends, so that the chain has one order. */
export async function record(tx: Transaction<DB>, entry: AuditEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('everforum audit'))`.execute(tx);
  // Not the last entry that is there: what was taken away from the end must not be covered up by what follows.
  const previous = (await tx.selectFrom('audit_head').select('sha256').executeTakeFirst())?.sha256 ?? START;
  await tx
    .insertInto('audit_entry')
    .values({
      at: entry.at,
      actor: entry.actor,
      role: entry.role,
      verb: entry.verb,
      subject: entry.subject,
      edition_id: entry.edition ?? null,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
      previous_sha256: previous,
      sha256: seal(previous, entry),
    })
    .execute();
}

/** Where the end of the trail was kept, and since when it is. */
export interface Head {
  entry: number;
  sha256: Buffer;
  since: string;
}

export async function headOf(db: Kysely<DB>): Promise<Head | null> {
  const row = await db.selectFrom('audit_head').select(['entry', 'sha256', 'since']).executeTakeFirst();
  return row ? { ...row, entry: Number(row.entry) } : null;
}

export type Gap =
  /** This entry does not follow from the one before it: one of them was changed, or one between them taken away. */
  | { is: 'broken'; id: number }
  /** The last that is there, and the last that there was: what lies after `id` was taken away. `until` is `null` where the end was, too. */
  | { is: 'cut-off'; id: number; until: number | null };

/** The first place where the trail was changed, or `null` where the whole of it holds. Entries that come meanwhile are left for the next time. */
export async function firstGap(db: Kysely<DB>): Promise<Gap | null> {
  const head = await headOf(db);
  let previous: Buffer = START;
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('id', '>', after)
      .where('id', '<=', head?.entry ?? 0)
      .orderBy('id')
      .limit(1000)
      .execute();
    for (const row of rows) {
      const entry: AuditEntry = { ...row, edition: row.edition_id, at: new Date(row.at).toISOString(), role: row.role as Role };
      if (!row.previous_sha256.equals(previous) || !row.sha256.equals(seal(previous, entry))) return { is: 'broken', id: Number(row.id) };
      previous = row.sha256;
      after = Number(row.id);
    }
    if (rows.length < 1000) break;
  }
  if (head) return previous.equals(head.sha256) ? null : { is: 'cut-off', id: after, until: head.entry };
  const any = await db.selectFrom('audit_entry').select('id').limit(1).executeTakeFirst();
  return any ? { is: 'cut-off', id: Number(any.id), until: null } : null;
}
