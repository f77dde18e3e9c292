/** What the desk of notices shows. */
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { noticeSubject } from './actions.server.ts';
import { askedOf } from './input.ts';
import { OFFICE } from './listeners.server.ts';
import type { NoticeText } from './model.ts';
import { addressees, draftsOf, editionFrame, issuedOf, mailsAbout, nextNumber, noticeOf, readersOf, venuesOf } from './store.server.ts';

export const notices = view({
  name: 'notices',
  input: z.object({ edition: z.string() }),
  permission: 'read notice',
  subject: editionSubject,
  async run({ db, input, may, now }) {
    const edition = (await editionFrame(db, { slug: input.edition }))!;
    const [drafts, issued] = [await draftsOf(db, edition.id), await issuedOf(db, edition.id)];
    return { drafts, issued, now, may: { draft: may('draft notice') } };
  },
});

const EMPTY: NoticeText = {
  ...{ kind: 'announcement', issuer: OFFICE, title: { source: 'zh', texts: {} }, body: { source: 'zh', texts: {} } },
  ...{ validFrom: null, validUntil: null, audience: { is: 'everybody' }, roads: null },
};

/** An empty form, and what it offers. */
export const newNotice = view({
  name: 'notice.new',
  input: z.object({ edition: z.string() }),
  permission: 'draft notice',
  subject: editionSubject,
  async run({ db, input }) {
    const edition = (await editionFrame(db, { slug: input.edition }))!;
    return { asked: askedOf(EMPTY, edition.timeZone, () => null), venues: await venuesOf(db, edition.id) };
  },
});

export const notice = view({
  name: 'notice',
  input: z.object({ edition: z.string(), notice: z.uuid() }),
  permission: 'read notice',
  subject: noticeSubject,
  async run({ db, input, may, now }) {
    const found = await noticeOf(db, input.notice);
    const edition = await editionFrame(db, { slug: input.edition });
    if (!found || found.edition !== edition?.id) return null;
    const activities = await addressees(db, edition.id);
    const numberOf = (id: string) => activities.find((activity) => activity.id === id)?.number ?? null;
    return {
      notice: found,
      asked: found.state === 'draft' ? askedOf(found, edition.timeZone, numberOf) : null,
      venues: await venuesOf(db, edition.id),
      /** How many an issue would write to. */
      readers: (await readersOf(db, edition.id, found.audience)).length,
      next: await nextNumber(db, edition.id),
      mails: found.state === 'draft' ? {} : await mailsAbout(db, found.id),
      now,
      may: { draft: may('draft notice'), issue: may('issue notice') },
    };
  },
});
