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
  const last = await tx.selectFrom('audit_entry').select('sha256').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const previous = last?.sha256 ?? START;
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

/** The first entry whose hash does not follow from the one before it, or `null` where the whole chain holds. */
export async function firstGap(db: Kysely<DB>): Promise<{ id: number } | null> {
  let previous: Buffer = START;
  let after = 0;
  for (;;) {
    const rows = await db.selectFrom('audit_entry').selectAll().where('id', '>', after).orderBy('id').limit(1000).execute();
    for (const row of rows) {
      const entry: AuditEntry = { ...row, edition: row.edition_id, at: new Date(row.at).toISOString(), role: row.role as Role };
      if (!row.previous_sha256.equals(previous) || !row.sha256.equals(seal(previous, entry))) return { id: Number(row.id) };
      previous = row.sha256;
      after = Number(row.id);
    }
    if (rows.length < 1000) return null;
  }
}
