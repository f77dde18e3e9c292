/** What people do with notices. */
import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { writeMessages } from '#platform/mail/outbox.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { Subject } from '#platform/permissions.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { both } from '#registry/text.ts';
import { type Asked, noticeInput, textOf } from './input.ts';
import { mailOf } from './mail.ts';
import { type Draft, type Issued, type IssueProblem, mayIssue } from './model.ts';
import {
  addDraft,
  addressees,
  editionFrame,
  holdNumbers,
  markIssued,
  markWithdrawn,
  nextNumber,
  noticeForUpdate,
  noticeOf,
  readersOf,
  removeDraft,
  saveDraft,
} from './store.server.ts';

export type DraftProblem = { is: 'stale' } | { is: 'not-draft' } | { is: 'bad-input'; errors: { path: string; message: string }[] };

export const noticeSubject = async (db: Kysely<DB>, { notice }: { notice: string }): Promise<Subject | null> => {
  const found = await noticeOf(db, notice);
  const edition = found && (await editionFrame(db, { id: found.edition }));
  return edition && { series: edition.series, edition: edition.id };
};

const one = z.object({ notice: z.uuid() });
const oneVersion = z.object({ notice: z.uuid(), version: z.coerce.number().int() });

/** What was typed, with times on the edition's wall, as what is kept; or the fields that are wrong. */
async function read(tx: Transaction<DB>, asked: Asked, edition: string) {
  const frame = (await editionFrame(tx, { id: edition }))!;
  const activities = await addressees(tx, edition);
  return textOf(asked, frame.timeZone, (number) => activities.find((activity) => activity.number === number)?.id ?? null);
}

export const draftNotice = verb({
  name: 'notice.draft',
  input: noticeInput.extend({ edition: z.string() }),
  permission: 'draft notice',
  subject: editionSubject,
  async run({ tx, input, actor, now, note }) {
    const edition = (await editionFrame(tx, { slug: input.edition }))!;
    const text = await read(tx, input, edition.id);
    if (!text.ok) return refused<DraftProblem>(text.problem);
    const id = randomUUID();
    await addDraft(tx, { id, edition: edition.id, replaces: null, ...text.value }, actor.name, now);
    note({ subject: `notice ${id}`, after: text.value });
    return done({ id });
  },
});

/** A draft, held until the transaction ends, as somebody saw it. */
async function draftFor(tx: Transaction<DB>, id: string, version: number | null): Promise<Draft | 'stale' | 'not-draft'> {
  const found = await noticeForUpdate(tx, id);
  if (found?.state !== 'draft') return 'not-draft';
  return version === null || found.version === version ? found : 'stale';
}

export const saveNotice = verb({
  name: 'notice.save',
  input: noticeInput.extend(oneVersion.shape),
  permission: 'draft notice',
  subject: noticeSubject,
  async run({ tx, input, actor, now, note }) {
    const draft = await draftFor(tx, input.notice, input.version);
    if (typeof draft === 'string') return refused<DraftProblem>({ is: draft });
    const text = await read(tx, input, draft.edition);
    if (!text.ok) return refused<DraftProblem>(text.problem);
    await saveDraft(tx, draft.id, text.value, actor.name, now);
    note({ subject: `notice ${draft.id}`, before: draft, after: text.value });
    return done({ version: draft.version + 1 });
  },
});

export const discardNotice = verb({
  name: 'notice.discard',
  input: one,
  permission: 'draft notice',
  subject: noticeSubject,
  async run({ tx, input, note }) {
    const draft = await draftFor(tx, input.notice, null);
    if (typeof draft === 'string') return refused<DraftProblem>({ is: draft });
    await removeDraft(tx, draft.id);
    note({ subject: `notice ${draft.id}`, before: draft });
    return done({});
  },
});

/** From this moment the public reads the notice, on pages and in the feed, and its audience is written to. */
export const issueNotice = verb({
  name: 'notice.issue',
  input: oneVersion,
  permission: 'issue notice',
  subject: noticeSubject,
  async run({ tx, input, actor, now, emit, note }) {
    const draft = await draftFor(tx, input.notice, input.version);
    if (typeof draft === 'string') return refused<DraftProblem | IssueProblem>({ is: draft });
    await holdNumbers(tx, draft.edition);
    const replaced = draft.replaces ? ((await noticeForUpdate(tx, draft.replaces)) as Issued) : null;
    const outcome = mayIssue(draft, replaced, now);
    if (!outcome.ok) return refused<DraftProblem | IssueProblem>(outcome.problem);
    const number = await nextNumber(tx, draft.edition);
    await markIssued(tx, draft, number, actor.name, now);
    const edition = (await editionFrame(tx, { id: draft.edition }))!;
    const readers = await readersOf(tx, draft.edition, draft.audience);
    const batch = {
      edition: draft.edition,
      kind: 'notice',
      about: `notice ${draft.id}`,
      title: draft.title,
      by: actor.name,
      held: false,
      messages: readers.map((reader) => mailOf(draft, number, edition, reader)),
    };
    await writeMessages(tx, batch, now);
    emit({ is: 'notice-issued', notice: draft.id, edition: draft.edition, number });
    note({
      subject: `notice ${draft.id}`,
      before: { state: 'draft' },
      after: { number, replaces: replaced?.number ?? null, mails: readers.length },
    });
    return done({ number, mails: readers.length });
  },
});

export const withdrawNotice = verb({
  name: 'notice.withdraw',
  input: one.extend({ reason: z.object({ zh: z.string().trim().min(1).max(1000), en: z.string().trim().min(1).max(1000) }) }),
  permission: 'issue notice',
  subject: noticeSubject,
  async run({ tx, input, actor, now, emit, note }) {
    const found = await noticeForUpdate(tx, input.notice);
    if (found?.state !== 'issued') return refused<IssueProblem>({ is: 'already-ended' });
    await markWithdrawn(tx, found.id, both(input.reason.zh, input.reason.en), actor.name, now);
    emit({ is: 'notice-withdrawn', notice: found.id, edition: found.edition, number: found.number });
    note({ subject: `notice ${found.id}`, before: { state: 'issued' }, after: { state: 'withdrawn', reason: input.reason } });
    return done({});
  },
});

/** A draft with the words of an issued notice, that takes its place once it is issued. */
export const replaceNotice = verb({
  name: 'notice.replace',
  input: one,
  permission: 'draft notice',
  subject: noticeSubject,
  async run({ tx, input, actor, now, note }) {
    const found = await noticeForUpdate(tx, input.notice);
    if (found?.state !== 'issued') return refused<IssueProblem>({ is: 'already-ended' });
    const id = randomUUID();
    await addDraft(tx, { ...found, id, replaces: found.id }, actor.name, now);
    note({ subject: `notice ${id}`, after: { replaces: found.number } });
    return done({ id });
  },
});
