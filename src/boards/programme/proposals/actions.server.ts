/** What hosts do with their proposals: begin, save, hand in, withdraw, write to the office. */
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/database/schema.ts';
import { done, refused } from '#platform/outcome.ts';
import { type Act, verb } from '#platform/verb.server.ts';
import { type Call, fullQuotas, type Quota, takesIn } from './call.ts';
import { callById, callBySlug, callSubject, countedOf, editionFrame, holdCall } from './calls-store.server.ts';
import { slug } from './calls-actions.server.ts';
import { answersInput, answersOf, contentInput, orNull } from './input.ts';
import { emptyContent, isOpen, mayTake, type Missing, missing, type ProposalState, type Step, STEPS } from './model.ts';
import { addEntry, holdProposal, insertProposal, type Proposal, proposalSubject, saveContent, saveStep } from './store.server.ts';
import { tellOf } from './telling.server.ts';

type Tx = Transaction<DB>;

export const ofProposal = z.object({ edition: slug, proposal: z.coerce.number().int().positive() });
export const message = orNull(z.string().trim().max(8000));

export type ProposalProblem =
  | { is: 'stale' }
  /** The step does not lead on from this state. */
  | { is: 'wrong-state'; state: ProposalState }
  | { is: 'closed'; until: string }
  | { is: 'full'; quotas: Quota[] }
  | { is: 'incomplete'; missing: Missing[] }
  | { is: 'no-text' }
  | { is: 'worked-on' }
  | { is: 'no-such-proposal' }
  | { is: 'scores' }
  | { is: 'conflict' };

/** Somebody of an organisation begins to answer an open call. */
export const beginProposal = verb({
  name: 'proposal.begin',
  input: z.object({ edition: slug, call: slug, organisation: z.uuid() }),
  permission: 'write proposal',
  subject: async (db, input) => {
    const subject = await callSubject(db, input);
    return subject && { ...subject, organisations: [input.organisation] };
  },
  async run({ tx, input, actor, now, note }) {
    const call = (await callBySlug(tx, input.edition, input.call))!;
    if (!takesIn(call, false, now)) return refused<ProposalProblem>({ is: 'closed', until: call.closesAt });
    const { number } = await insertProposal(
      tx,
      {
        call: call.id,
        edition: call.edition,
        organisation: input.organisation,
        content: emptyContent(),
        by: actor.account,
        sample: call.sample,
      },
      now,
    );
    note({ subject: `proposal ${input.edition}/${number}`, after: { organisation: input.organisation, call: input.call } });
    return done({ number });
  },
});

const filled = ofProposal.extend({ version: z.coerce.number().int(), content: contentInput, answers: answersInput });

async function keep(act: Act<z.output<typeof filled>>): Promise<Proposal | ProposalProblem> {
  const { tx, input, note } = act;
  const before = (await holdProposal(tx, input.edition, input.proposal))!;
  if (!isOpen(before.state)) return { is: 'wrong-state', state: before.state };
  if (before.version !== input.version) return { is: 'stale' };
  const answers = answersOf(input.answers);
  await saveContent(tx, before.id, input.content, answers);
  note({
    subject: `proposal ${input.edition}/${input.proposal}`,
    before: { content: before.content, answers: before.answers },
    after: { content: input.content, answers },
  });
  return { ...before, content: input.content, answers, version: before.version + 1 };
}

/** Keeps what was typed, however unfinished. */
export const saveProposal = verb({
  name: 'proposal.save',
  input: filled,
  permission: 'write proposal',
  subject: proposalSubject,
  async run(act) {
    const kept = await keep(act);
    if ('is' in kept) return refused(kept);
    return done({ version: kept.version });
  },
});

export interface HandedIn {
  /** What was typed is kept, whether or not it could be handed in. */
  version: number;
  submitted: boolean;
  problem: Extract<ProposalProblem, { is: 'closed' | 'full' | 'incomplete' }> | null;
}

/** Keeps what was typed and hands it in, where nothing is missing, the call takes it and its quotas leave room. */
export const submitProposal = verb({
  name: 'proposal.submit',
  input: filled,
  permission: 'submit proposal',
  subject: proposalSubject,
  async run(act) {
    const { tx, input, now, emit, actor, role } = act;
    const kept = await keep(act);
    if ('is' in kept) return refused(kept);
    const call = await callById(tx, kept.call);
    const lacking = missing(kept.content, kept.answers, call, await editionFrame(tx, input.edition));
    const still = (problem: HandedIn['problem']) => done<HandedIn>({ version: kept.version, submitted: false, problem });
    if (lacking.length > 0) return still({ is: 'incomplete', missing: lacking });
    if (!takesIn(call, kept.state === 'returned', now))
      return still({ is: 'closed', until: kept.state === 'returned' ? (call.resubmitBy ?? call.closesAt) : call.closesAt });
    const full = await placesTaken(tx, call, kept, 'submitted');
    if (full.length > 0) return still({ is: 'full', quotas: full });
    await saveStep(tx, kept.id, { state: 'submitted' }, now);
    await addEntry(tx, kept.id, { kind: 'state', from: kept.state, to: 'submitted', text: null }, { actor, role, now });
    const telling = { edition: input.edition, board: call.board, by: actor.name, now };
    await tellOf(tx, kept, 'submitted', 'host', telling);
    await tellOf(tx, kept, 'arrived', 'office', telling);
    emit({ is: 'proposal-submitted', edition: kept.edition, proposal: kept.id });
    return done<HandedIn>({ version: kept.version + 1, submitted: true, problem: null });
  },
});

/** The quotas that the proposal would go beyond in `state`, counted while nobody else can take a place. */
export async function placesTaken(tx: Tx, call: Call, proposal: Proposal, state: 'submitted' | 'accepted'): Promise<Quota[]> {
  await holdCall(tx, call.id);
  return quotasBeyond(tx, call, proposal, state);
}

/** The same without the lock: right only for whoever holds the call. */
export async function quotasBeyond(tx: Tx, call: Call, proposal: Proposal, state: 'submitted' | 'accepted'): Promise<Quota[]> {
  const { focus, topic } = proposal.content;
  const counted = { id: proposal.id, state: proposal.state, organisation: proposal.organisation, focus, topic };
  return fullQuotas(call.quotas, await countedOf(tx, call.id), counted, state);
}

export const versioned = ofProposal.extend({ version: z.coerce.number().int(), message });

/** Holds a proposal for a step, where it may take it and is as the actor saw it. */
export async function forStep(tx: Tx, input: z.output<typeof versioned>, step: Step): Promise<Proposal | ProposalProblem> {
  const proposal = (await holdProposal(tx, input.edition, input.proposal))!;
  if (!mayTake(step, proposal.state)) return { is: 'wrong-state', state: proposal.state };
  return proposal.version === input.version ? proposal : { is: 'stale' };
}

const hostStep = (name: string, step: 'withdraw' | 'revive') =>
  verb({
    name,
    input: versioned,
    permission: 'submit proposal',
    subject: proposalSubject,
    async run({ tx, input, now, actor, role, note }) {
      const proposal = await forStep(tx, input, step);
      if ('is' in proposal) return refused(proposal);
      const { to } = STEPS[step];
      await saveStep(tx, proposal.id, { state: to }, now);
      await addEntry(tx, proposal.id, { kind: 'state', from: proposal.state, to, text: input.message }, { actor, role, now });
      note({ subject: `proposal ${input.edition}/${input.proposal}`, before: proposal.state, after: to });
      return done({ state: to });
    },
  });

/** The host takes it back. */
export const withdrawProposal = hostStep('proposal.withdraw', 'withdraw');
/** A withdrawn proposal becomes a draft again. */
export const reviveProposal = hostStep('proposal.revive', 'revive');

const said = ofProposal.extend({ message });

/** A message from the host to the office. */
export const writeToOffice = verb({
  name: 'proposal.write',
  input: said,
  permission: 'write proposal',
  subject: proposalSubject,
  async run({ tx, input, now, actor, role, note }) {
    if (!input.message) return refused<ProposalProblem>({ is: 'no-text' });
    const proposal = (await holdProposal(tx, input.edition, input.proposal))!;
    const call = await callById(tx, proposal.call);
    await addEntry(tx, proposal.id, { kind: 'message', text: input.message }, { actor, role, now });
    const from = proposal.organisationName;
    const telling = { edition: input.edition, board: call.board, by: actor.name, now, said: input.message, from };
    await tellOf(tx, proposal, 'message', 'office', telling);
    note({ subject: `proposal ${input.edition}/${input.proposal}`, after: { message: input.message } });
    return done({ written: true });
  },
});
