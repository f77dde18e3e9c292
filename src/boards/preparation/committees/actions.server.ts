/** What is done with an edition's committees. */
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { done, refused } from '#platform/outcome.ts';
import { verb } from '#platform/verb.server.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import type { Localised } from '#registry/text.ts';
import { COMMITTEE_KINDS, endsBeforeItBegins, heldTooSoon, MEMBER_ROLES, sitsAlready, WITHDRAWABLE } from './model.ts';
import {
  committeesOf,
  holdCommittee,
  isPerson,
  type Known,
  putCommittee,
  putDecision,
  putMeeting,
  putMember,
  setWithdrawn,
  todayOf,
} from './store.server.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = z
  .union([z.iso.date(), z.literal('')])
  .default('')
  .transform((one) => one || null);
const pair = (longest: number) =>
  z
    .object({ zh: z.string().trim().min(1).max(longest), en: z.string().trim().min(1).max(longest) })
    .transform((texts): Localised => ({ source: 'zh', texts }));
/** Nothing, or at least one language. */
const perhaps = (longest: number) =>
  z
    .object({ zh: z.string().trim().max(longest).default(''), en: z.string().trim().max(longest).default('') })
    .optional()
    .transform((given): Localised | null => {
      const texts = Object.fromEntries(Object.entries(given ?? {}).filter(([, one]) => one !== ''));
      const source = Object.keys(texts)[0];
      return source ? { source, texts } : null;
    });
/** `id` and `version` of what is changed; neither for something new. */
const known = { id: z.uuid().optional(), version: z.coerce.number().int().optional() };
const knownOf = ({ id, version }: { id?: string | undefined; version?: number | undefined }): Known =>
  id ? { id, version: version ?? 0 } : null;

export type CommitteeProblem =
  | { is: 'stale' }
  | { is: 'no-such-committee' }
  | { is: 'ends-before' }
  | { is: 'person-or-post' }
  | { is: 'sits-already' }
  | { is: 'held-too-soon' }
  | { is: 'withdrawn' }
  | { is: 'no-reason' };

const committeeOf = async (tx: Transaction<DB>, edition: string, id: string) =>
  (await committeesOf(tx, edition)).find((one) => one.id === id);

export const putInCommittees = verb({
  name: 'committee.put',
  input: z.object({
    edition: slug,
    ...known,
    kind: z.enum(COMMITTEE_KINDS),
    name: pair(200),
    mandate: perhaps(4000),
    since: day,
    until: day,
  }),
  permission: 'edit committee',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    const { kind, name, mandate, since, until } = input;
    if (endsBeforeItBegins(input)) return refused<CommitteeProblem>({ is: 'ends-before' });
    const was = input.id && (await committeeOf(tx, edition, input.id));
    if (was && was.withdrawn) return refused<CommitteeProblem>({ is: 'withdrawn' });
    const before = was ? { kind: was.kind, name: was.name, mandate: was.mandate, since: was.since, until: was.until } : null;
    const after = { kind, name, mandate, since, until };
    const id = await putCommittee(tx, edition, after, knownOf(input));
    if (!id) return refused<CommitteeProblem>({ is: 'stale' });
    note({ subject: `committee ${id}`, before, after });
    return done({ id });
  },
});

/** A member comes, changes or ends; nobody vanishes from the record. */
export const seatMember = verb({
  name: 'committee.seat',
  input: z.object({
    edition: slug,
    committee: z.uuid(),
    ...known,
    person: z
      .union([z.uuid(), z.literal('')])
      .default('')
      .transform((one) => one || null),
    post: perhaps(200),
    role: z.enum(MEMBER_ROLES),
    since: z.iso.date(),
    until: day,
  }),
  permission: 'edit committee',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    if (!(await holdCommittee(tx, edition, input.committee))) return refused<CommitteeProblem>({ is: 'no-such-committee' });
    const { person, post, role, since, until } = input;
    if ((person === null) === (post === null)) return refused<CommitteeProblem>({ is: 'person-or-post' });
    if (person && !(await isPerson(tx, person))) return refused<CommitteeProblem>({ is: 'person-or-post' });
    if (endsBeforeItBegins(input)) return refused<CommitteeProblem>({ is: 'ends-before' });
    const { members, withdrawn } = (await committeeOf(tx, edition, input.committee))!;
    if (withdrawn) return refused<CommitteeProblem>({ is: 'withdrawn' });
    if (sitsAlready(members, { id: input.id ?? null, person, since, until })) return refused<CommitteeProblem>({ is: 'sits-already' });
    const id = await putMember(tx, input.committee, { person, post, role, since, until }, knownOf(input));
    if (!id) return refused<CommitteeProblem>({ is: 'stale' });
    note({
      subject: `committee ${input.committee} member ${id}`,
      before: members.find((one) => one.id === input.id),
      after: { person, post, role, since, until },
    });
    return done({ id });
  },
});

export const putCommitteeMeeting = verb({
  name: 'committee.meet',
  input: z.object({
    edition: slug,
    committee: z.uuid(),
    ...known,
    title: pair(200),
    on: z.iso.date(),
    at: z
      .string()
      .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
      .default('')
      .transform((one) => one || null),
    place: perhaps(200),
    state: z.enum(['planned', 'held']),
    agenda: perhaps(8000),
    minutes: perhaps(20000),
  }),
  permission: 'edit committee',
  subject: editionSubject,
  async run({ tx, input, now, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    await holdCommittee(tx, edition, input.committee);
    const was = await committeeOf(tx, edition, input.committee);
    if (!was) return refused<CommitteeProblem>({ is: 'no-such-committee' });
    if (was.withdrawn || was.meetings.find(({ id }) => id === input.id)?.withdrawn) return refused<CommitteeProblem>({ is: 'withdrawn' });
    if (heldTooSoon(input, await todayOf(tx, edition, now))) return refused<CommitteeProblem>({ is: 'held-too-soon' });
    const { title, on, at, place, state, agenda, minutes } = input;
    const after = { title, on, at, place, state, agenda, minutes };
    const id = await putMeeting(tx, input.committee, after, knownOf(input));
    if (!id) return refused<CommitteeProblem>({ is: 'stale' });
    note({ subject: `committee ${input.committee} meeting ${id}`, before: was.meetings.find((one) => one.id === id), after });
    return done({ id });
  },
});

/** What a meeting decided, who carries it out, by when; later, when it was done. */
export const putCommitteeDecision = verb({
  name: 'committee.decide',
  input: z.object({
    edition: slug,
    committee: z.uuid(),
    meeting: z.uuid(),
    ...known,
    said: pair(2000),
    owner: pair(200),
    dueOn: day,
    doneOn: day,
  }),
  permission: 'edit committee',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    await holdCommittee(tx, edition, input.committee);
    const was = await committeeOf(tx, edition, input.committee);
    const meeting = was?.meetings.find(({ id }) => id === input.meeting);
    if (!was || !meeting) return refused<CommitteeProblem>({ is: 'no-such-committee' });
    if (was.withdrawn || meeting.withdrawn || meeting.decisions.find(({ id }) => id === input.id)?.withdrawn)
      return refused<CommitteeProblem>({ is: 'withdrawn' });
    const { said, owner, dueOn, doneOn } = input;
    const after = { said, owner, dueOn, doneOn };
    const id = await putDecision(tx, input.meeting, after, knownOf(input));
    if (!id) return refused<CommitteeProblem>({ is: 'stale' });
    const before = was.meetings.flatMap(({ decisions }) => decisions).find((one) => one.id === id);
    note({ subject: `committee ${input.committee} decision ${id}`, before, after });
    return done({ id });
  },
});

/** `item` is the committee itself, or a meeting or decision of it. */
const withdrawable = {
  edition: slug,
  committee: z.uuid(),
  what: z.enum(WITHDRAWABLE),
  item: z.uuid(),
  version: z.coerce.number().int(),
};

/** A committee is dissolved, a meeting or a decision withdrawn: it no longer holds, and stays on record with the reason. */
export const withdrawInCommittees = verb({
  name: 'committee.withdraw',
  input: z.object({ ...withdrawable, why: perhaps(2000) }),
  permission: 'edit committee',
  subject: editionSubject,
  async run({ tx, input, now, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    const { committee, what, item: id, version, why } = input;
    if (!(await holdCommittee(tx, edition, committee))) return refused<CommitteeProblem>({ is: 'no-such-committee' });
    if (!why) return refused<CommitteeProblem>({ is: 'no-reason' });
    const withdrawn = { on: await todayOf(tx, edition, now), why };
    if (!(await setWithdrawn(tx, committee, { what, id, version }, withdrawn))) return refused<CommitteeProblem>({ is: 'stale' });
    note({ subject: what === 'committee' ? `committee ${id}` : `committee ${committee} ${what} ${id}`, after: { withdrawn } });
    return done({ what });
  },
});

/** It holds again, as it was. */
export const putBackInCommittees = verb({
  name: 'committee.put-back',
  input: z.object(withdrawable),
  permission: 'edit committee',
  subject: editionSubject,
  async run({ tx, input, note }) {
    const { edition } = (await editionSubject(tx, input))!;
    const { committee, what, item: id, version } = input;
    if (!(await holdCommittee(tx, edition, committee))) return refused<CommitteeProblem>({ is: 'no-such-committee' });
    if (!(await setWithdrawn(tx, committee, { what, id, version }, null))) return refused<CommitteeProblem>({ is: 'stale' });
    note({ subject: what === 'committee' ? `committee ${id}` : `committee ${committee} ${what} ${id}`, after: { withdrawn: null } });
    return done({ what });
  },
});
