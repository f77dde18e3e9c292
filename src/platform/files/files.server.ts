/**
 * Files that people hand in. One arrives first (`receive`: examined, stored, its giver's alone), and is then kept by a verb for something
 * (`keepFile`), which says who may read it. What nothing keeps is thrown away after a day.
 */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '../database/schema.ts';
import type { Work } from '../jobs/work.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Permission, Subject } from '../permissions.ts';
import { view } from '../view.server.ts';
import { examine, FILE_KINDS, type FileKind, type FileProblem, plainName } from './examine.ts';
import { portraitOf } from './portrait.ts';
import { type FileStore, hashOf } from './store.ts';

export interface FileTold {
  id: string;
  name: string;
  type: string;
  bytes: number;
}

export type ReceiveProblem = FileProblem | { is: 'too-many-files' };

/** What one account may have waiting to be kept. */
const MOST_WAITING = 300 * 1024 * 1024;
const WAITS_HOURS = 24;

/** Takes a file in from an account; comes to its id, by which a verb can keep it. */
export async function receive(
  { db, files }: { db: Kysely<DB>; files: FileStore },
  given: { account: string; file: File; kind: FileKind },
  now: Date,
): Promise<Outcome<FileTold, ReceiveProblem>> {
  const handedIn = new Uint8Array(await given.file.arrayBuffer());
  const examined = await examine(handedIn, given.file.name, given.kind);
  if (!examined.ok) return examined;
  const prepared =
    given.kind === 'portrait' ? await preparedPortrait(handedIn, examined.value) : done({ bytes: handedIn, ...examined.value });
  if (!prepared.ok) return prepared;
  const { bytes, name, type } = prepared.value;
  const { total } = await db
    .selectFrom('file')
    .select(({ fn }) => fn.coalesce(fn.sum<string>('bytes'), sql<string>`0`).as('total'))
    .where('received_by', '=', given.account)
    .where('kept_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(total) + bytes.length > MOST_WAITING) return refused({ is: 'too-many-files' });
  const sha256 = hashOf(bytes);
  const told = { id: randomUUID(), name, type, bytes: bytes.length };
  await db.transaction().execute(async (tx) => {
    await holdBytes(tx, sha256);
    await files.put(bytes);
    await tx
      .insertInto('file')
      .values({ ...told, sha256, received_by: given.account, received_at: now.toISOString() })
      .execute();
  });
  return done(told);
}

async function preparedPortrait(
  handedIn: Uint8Array,
  { name, type }: { name: string; type: string },
): Promise<Outcome<{ bytes: Uint8Array; name: string; type: string }, FileProblem>> {
  const bytes = await portraitOf(handedIn);
  if (!bytes) return refused({ is: 'file-not-taken', found: type, takes: Object.values(FILE_KINDS.portrait.types) });
  return done({ bytes, name: `${plainName(name)}.webp`, type: 'image/webp' });
}

/** Whoever stores certain bytes and whoever throws them away take turns: bytes that are there already must not go before they are named. */
const holdBytes = (tx: Transaction<DB>, sha256: Buffer) =>
  sql`select pg_advisory_xact_lock(hashtext('bytes of a file'), ${sha256.readInt32BE(0)})`.execute(tx);

/** Keeps what the account handed in; `null` where there is no such file of its own, or it is kept already. */
export async function keepFile(
  tx: Transaction<DB>,
  given: {
    file: string;
    account: string | null;
    edition?: string | null;
    activity?: string | null;
    person?: string | null;
    readWith: readonly Permission[];
    public?: boolean;
  },
  now: string,
): Promise<FileTold | null> {
  const kept = await tx
    .updateTable('file')
    .set({
      kept_at: now,
      edition_id: given.edition ?? null,
      activity_id: given.activity ?? null,
      person_id: given.person ?? null,
      read_with: [...given.readWith],
      public: given.public ?? false,
    })
    .where('id', '=', given.file)
    .where('received_by', '=', given.account)
    .where('kept_at', 'is', null)
    .returning(['id', 'name', 'type', 'bytes'])
    .executeTakeFirst();
  return kept ?? null;
}

/** Nothing needs it any more; its bytes go with the last file that has them. */
export async function letGo(tx: Transaction<DB>, file: string): Promise<void> {
  await tx
    .updateTable('file')
    .set({ kept_at: null, edition_id: null, activity_id: null, person_id: null, public: false, received_by: null })
    .where('id', '=', file)
    .execute();
}

/** Throws away what has waited for a day, the bytes with the last file that has them; comes to how many files. */
export async function clearFiles({ db, files }: { db: Kysely<DB>; files: FileStore }, now: Date): Promise<number> {
  const before = new Date(now.getTime() - WAITS_HOURS * 3_600_000).toISOString();
  const waited = (of: Kysely<DB>) =>
    of
      .selectFrom('file')
      .where('kept_at', 'is', null)
      .where('received_at', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('published_file as p').select('p.sha256').whereRef('p.sha256', '=', 'file.sha256'))),
      );
  let cleared = 0;
  for (const { sha256 } of await waited(db).select('sha256').distinct().execute()) {
    cleared += await db.transaction().execute(async (tx) => {
      await holdBytes(tx, sha256);
      const gone = await tx
        .deleteFrom('file')
        .where('id', 'in', waited(tx).select('id').where('sha256', '=', sha256))
        .executeTakeFirst();
      const still = await tx.selectFrom('file').select('id').where('sha256', '=', sha256).limit(1).executeTakeFirst();
      if (!still) await files.remove(sha256);
      return Number(gone.numDeletedRows);
    });
  }
  return cleared;
}

/** Jobs are carried on at least every five minutes; looking this often is enough. */
const CLEARS_EVERY = 3_600_000;

/** Throws away, at every start and every hour for as long as the server runs, what nothing kept. */
export function clearsFiles(of: { db: Kysely<DB>; files: FileStore; now(): Date }): Work {
  let next = new Date(0);
  return {
    name: 'files',
    async run() {
      if (of.now() < next) return next;
      await clearFiles(of, of.now());
      next = new Date(of.now().getTime() + CLEARS_EVERY);
      return next;
    },
  };
}

/** A file to be read, by whoever its keeper let read it. */
export const fileToRead = view({
  name: 'file',
  input: z.object({ id: z.uuid() }),
  permission: 'read publication',
  subject: 'own',
  async run({ db, input, actor, may }) {
    const file = await db.selectFrom('file').selectAll().where('id', '=', input.id).executeTakeFirst();
    if (!file) return null;
    const subject = await subjectOf(db, file);
    const readable =
      file.kept_at === null
        ? file.received_by !== null && file.received_by === actor.account
        : file.public || file.read_with.some((permission) => may(permission as Permission, subject));
    return readable ? { id: file.id, name: file.name, type: file.type, bytes: file.bytes, sha256: file.sha256 } : null;
  },
});

/** Whether a current publication shows the bytes that have this hash (hexadecimal); `null` where none does. */
export const publishedFile = view({
  name: 'file.published',
  input: z.object({ sha256: z.string().max(200) }),
  permission: 'read publication',
  subject: 'own',
  async run({ db, input }) {
    if (!/^[0-9a-f]{64}$/.test(input.sha256)) return { sha256: null };
    const sha256 = Buffer.from(input.sha256, 'hex');
    const shown = await db.selectFrom('published_file').select('sha256').where('sha256', '=', sha256).limit(1).executeTakeFirst();
    return { sha256: shown ? sha256 : null };
  },
});

/** What the publication of an edition shows from now on; what the one before showed and this one does not may go. */
export async function showFiles(tx: Transaction<DB>, edition: string, hashes: readonly string[]): Promise<void> {
  await tx.deleteFrom('published_file').where('edition_id', '=', edition).execute();
  const rows = [...new Set(hashes)].map((sha256) => ({ edition_id: edition, sha256: Buffer.from(sha256, 'hex') }));
  if (rows.length > 0) await tx.insertInto('published_file').values(rows).execute();
}

async function subjectOf(
  db: Kysely<DB>,
  file: { edition_id: string | null; activity_id: string | null; person_id: string | null },
): Promise<Subject> {
  const activity = file.activity_id
    ? await db.selectFrom('activity').select(['edition_id', 'board']).where('id', '=', file.activity_id).executeTakeFirst()
    : undefined;
  const edition = activity?.edition_id ?? file.edition_id;
  const series = edition
    ? (await db.selectFrom('edition').select('series_id').where('id', '=', edition).executeTakeFirst())?.series_id
    : undefined;
  const organisations = file.activity_id
    ? await db
        .selectFrom('activity_organisation')
        .select('organisation_id')
        .where('activity_id', '=', file.activity_id)
        .where('role', 'in', ['lead', 'host', 'co-host'])
        .execute()
    : [];
  return {
    ...(series ? { series } : {}),
    ...(edition ? { edition } : {}),
    ...(activity ? { board: activity.board } : {}),
    ...(file.activity_id ? { activity: file.activity_id } : {}),
    organisations: organisations.map(({ organisation_id }) => organisation_id),
    ...(file.person_id ? { people: [file.person_id] } : {}),
  };
}
