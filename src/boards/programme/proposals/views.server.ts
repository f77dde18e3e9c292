/** What the desks of calls and proposals show. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { type Grant, grantFor, type Permission, roleMay, type Subject } from '#platform/permissions.ts';
import { type Look, view } from '#platform/view.server.ts';
import { editionSubject, reachingInto } from '#registry/subjects.server.ts';
import type { Uuid } from '../content.ts';
import { slug } from './calls-actions.server.ts';
import { ofProposal } from './actions.server.ts';
import { type Counted, type Quota, takenOf, takesIn } from './call.ts';
import { callById, callBySlug, callsOf, callSubject, countedOf, editionFrame, openCallsAt } from './calls-store.server.ts';
import { claimsBy, claimsOf, type Known, organisations } from './claims-store.server.ts';
import { mayTake, missing, PROPOSAL_STATES, type ProposalState, STEPS, type Step } from './model.ts';
import { visibleReviews, verdictOf, meanOf } from './reviews.ts';
import { belongsTo, entriesOf, proposalByNumber, proposalsOf, proposalSubject, reviewsOf, subjectOf } from './store.server.ts';

const ofEdition = z.object({ edition: slug });

/** What of an edition's proposals somebody may read. */
const mayRead = (grants: readonly Grant[], subject: Subject, permission: Permission = 'read proposal') =>
  grantFor(grants, permission, subject) !== null;

const countsOf = (all: readonly Counted[]): Record<ProposalState, number> =>
  Object.fromEntries(PROPOSAL_STATES.map((state) => [state, all.filter((one) => one.state === state).length])) as Record<
    ProposalState,
    number
  >;

/** Each quota with what stands against it; of one for each organisation, the organisation nearest to its end. */
function withTaken(quotas: readonly Quota[], all: readonly Counted[]): (Quota & { taken: number })[] {
  return quotas.map((quota) => {
    if (quota.of !== 'organisation') return { ...quota, taken: takenOf(quota, all) };
    const each = [...new Set(all.map(({ organisation }) => organisation))].map((organisation) =>
      takenOf(quota, all, { id: '', state: '', organisation, focus: null, topic: null }),
    );
    return { ...quota, taken: Math.max(0, ...each) };
  });
}

async function edition(look: Look<{ edition: string }>) {
  const subject = await editionSubject(look.db, look.input);
  if (!subject) return null;
  const grants = await reachingInto(look.db, look.actor.grants, { id: subject.edition, series: subject.series! });
  return grants.length > 0 ? { id: subject.edition, subject, grants } : null;
}

/** The calls of an edition, and who asks to act for an organisation. Hosts and reviewers see no drafts. */
export const calls = view({
  name: 'calls',
  input: ofEdition,
  permission: 'read call',
  subject: 'own',
  async run(look) {
    const found = await edition(look);
    if (!found) return null;
    const mayOpen = look.may('open call', found.subject);
    const readsAll = mayOpen || found.grants.some(({ role, scope }) => roleMay(role, 'read audit') && scope.is !== 'organisation');
    const rows = [];
    for (const call of await callsOf(look.db, found.id)) {
      if (call.state === 'draft' && !readsAll) continue;
      const all = await countedOf(look.db, call.id);
      const counts = mayRead(look.actor.grants, { ...found.subject, board: call.board }) ? countsOf(all) : null;
      rows.push({ call, counts, quotas: withTaken(call.quotas, all), open: takesIn(call, false, look.now) });
    }
    const mayGrant = look.may('edit team', found.subject);
    return {
      calls: rows,
      mayOpen,
      claims: mayGrant ? await claimsOf(look.db, found.id) : [],
      organisations: mayGrant ? await organisations(look.db) : [],
    };
  },
});

/** What the form of a new call chooses among. */
export const newCall = view({
  name: 'call.new',
  input: ofEdition,
  permission: 'open call',
  subject: editionSubject,
  run: async ({ db, input }) => ({ frame: await editionFrame(db, input.edition) }),
});

/** For whom somebody may propose in the edition: their own organisations; for the office, any. */
async function proposesFor(db: Kysely<DB>, grants: readonly Grant[], subject: Subject): Promise<Known[]> {
  const all = await organisations(db);
  return all.filter(({ id }) => mayRead(grants, { ...subject, organisations: [id] }, 'write proposal'));
}

/** One call: what it asks, how full it is, and for whom the reader may answer it. */
export const call = view({
  name: 'call',
  input: z.object({ edition: slug, call: slug }),
  permission: 'read call',
  subject: 'own',
  async run(look) {
    const found = await edition(look);
    const one = await callBySlug(look.db, look.input.edition, look.input.call);
    if (!found || !one) return null;
    const subject = { ...found.subject, board: one.board };
    const mayOpen = look.may('open call', subject);
    if (one.state === 'draft' && !mayOpen && !look.may('read audit', subject)) return null;
    const all = await countedOf(look.db, one.id);
    return {
      call: one,
      frame: await editionFrame(look.db, look.input.edition),
      counts: mayRead(look.actor.grants, subject) ? countsOf(all) : null,
      quotas: withTaken(one.quotas, all),
      open: takesIn(one, false, look.now),
      mayOpen,
      proposesFor: takesIn(one, false, look.now) ? await proposesFor(look.db, look.actor.grants, subject) : [],
    };
  },
});

/** Every open call of every edition, for whoever is signed in, and what became of their requests to act for an organisation. */
export const openCalls = view({
  name: 'calls.open',
  input: z.object({}),
  permission: 'read call',
  subject: 'own',
  run: async ({ db, actor, now }) => ({
    calls: await openCallsAt(db, now),
    claims: actor.account ? await claimsBy(db, actor.account) : [],
  }),
});

/** One open call for somebody who may not yet work on the edition. */
export const openCall = view({
  name: 'call.open-to-all',
  input: z.object({ edition: slug, call: slug }),
  permission: 'read call',
  subject: 'own',
  async run({ db, input, actor, now }) {
    const one = await callBySlug(db, input.edition, input.call);
    const subject = await callSubject(db, input);
    if (!one || !subject || !takesIn(one, false, now)) return null;
    const { about, title, closesAt, questions, kind, sample } = one;
    const frame = await editionFrame(db, input.edition);
    return {
      call: { about, title, closesAt, questions, kind, sample, slug: one.slug },
      edition: { slug: frame.slug, timeZone: frame.timeZone },
      mine: await proposesFor(db, actor.grants, subject),
      claims: actor.account ? (await claimsBy(db, actor.account)).filter((claim) => claim.edition.id === frame.id) : [],
      organisations: await organisations(db),
      account: actor.account,
    };
  },
});

export type ListedProposal = Awaited<ReturnType<typeof listed>>[number];

async function listed(look: Look<{ edition: string }>, found: { id: Uuid }) {
  const criteria = new Map((await callsOf(look.db, found.id)).map((one) => [one.slug, one.criteria]));
  return (await proposalsOf(look.db, found.id)).flatMap((row) => {
    const subject = subjectOf(row);
    if (!mayRead(look.actor.grants, subject)) return [];
    const decides = mayRead(look.actor.grants, subject, 'decide proposal') || mayRead(look.actor.grants, subject, 'read audit');
    const reviews = mayRead(look.actor.grants, subject, 'review proposal') || decides;
    // A draft is its host's own until it is handed in.
    if (row.state === 'draft' && reviews && !decides) return [];
    const judged = row.reviews.map((review) => ({ ...review, name: '', comment: null, at: '' }));
    const visible = reviews ? visibleReviews(judged, look.actor.account, decides) : null;
    const mine = row.reviews.find(({ account }) => account === look.actor.account);
    const { reviews: _, series: _series, edition: _edition, activity, ...rest } = row;
    return [
      {
        ...rest,
        activity,
        /** `null`: not for the reader to see. */
        verdict: visible && verdictOf(visible, criteria.get(row.call) ?? []),
        /** For reviewers: whether it still waits for them. */
        mine:
          reviews && row.state === 'submitted'
            ? mine
              ? mine.conflict
                ? ('conflict' as const)
                : ('scored' as const)
              : ('open' as const)
            : null,
      },
    ];
  });
}

/** Proposals of an edition that the reader may see: the office all, reviewers what is handed in, a host its own. */
export const proposals = view({
  name: 'proposals',
  input: ofEdition,
  permission: 'read proposal',
  subject: 'own',
  async run(look) {
    const found = await edition(look);
    if (!found) return null;
    const { focusList, topicList, timeZone } = await editionFrame(look.db, look.input.edition);
    const open = (await callsOf(look.db, found.id)).filter((one) => takesIn(one, false, look.now));
    return {
      rows: await listed(look, found),
      focuses: focusList,
      topics: topicList,
      timeZone,
      openCalls: open
        .filter(() => found.grants.some(({ role }) => roleMay(role, 'write proposal')))
        .map(({ slug: name, title }) => ({ slug: name, title })),
    };
  },
});

/** One proposal with its history, its messages and, for whoever may see them, its reviews; and what may be done next. */
export const proposal = view({
  name: 'proposal',
  input: ofProposal,
  permission: 'read proposal',
  subject: proposalSubject,
  async run(look) {
    const one = await proposalByNumber(look.db, look.input.edition, look.input.proposal);
    if (!one) return null;
    const asked = await callById(look.db, one.call);
    const frame = await editionFrame(look.db, look.input.edition);
    const decides = look.may('decide proposal');
    const reads = decides || look.may('read audit');
    const reviews = look.may('review proposal') || reads;
    if (one.state === 'draft' && reviews && !reads) return null;
    const all = await reviewsOf(look.db, one.id);
    const visible = reviews ? visibleReviews(all, look.actor.account, reads) : null;
    const me = look.actor.account;
    const conflict = look.may('review proposal') && me !== null && (await belongsTo(look.db, me, one.organisation));
    const entries = (await entriesOf(look.db, one.id))
      .filter(({ kind }) => kind !== 'note' || visible !== null)
      .filter(({ kind }) => kind !== 'message' || !reviews || reads);
    const may = (step: Step, permission: Permission) => mayTake(step, one.state) && look.may(permission);
    const siblings = decides && mayTake('merge', one.state) ? await proposalsOf(look.db, one.edition) : [];
    return {
      proposal: one,
      call: asked,
      frame,
      entries,
      names: await organisations(look.db),
      missing: one.state === 'draft' || one.state === 'returned' ? missing(one.content, one.answers, asked, frame) : [],
      reviews: visible?.map((review) => ({ ...review, mean: meanOf(review, asked.criteria) })) ?? null,
      verdict: visible && verdictOf(visible, asked.criteria),
      mine: all.find(({ account }) => account === me) ?? null,
      /** Belongs to the organisation that proposes, so may not score. */
      conflict,
      may: {
        write: (one.state === 'draft' || one.state === 'returned') && look.may('write proposal'),
        say: look.may('write proposal') && !decides,
        submit: may('submit', 'submit proposal'),
        withdraw: may('withdraw', 'submit proposal'),
        revive: may('revive', 'submit proposal'),
        review: one.state === 'submitted' && look.may('review proposal') && me !== null,
        decide: decides,
        steps: (Object.keys(STEPS) as Step[]).filter((step) => decides && mayTake(step, one.state)),
      },
      mergeable: siblings
        .filter((other) => other.call === asked.slug && other.state === 'submitted' && other.number !== one.number)
        .map(({ number, title, organisationName }) => ({ number, title, organisationName })),
    };
  },
});

export type ProposalShown = NonNullable<Awaited<ReturnType<typeof proposal.run>>>;
