/** What reviewers and the office do with proposals: score, return, accept, decline, merge, and take such steps back. */
import { z } from 'zod';
import { done, refused } from '#platform/outcome.ts';
import { type Act, verb } from '#platform/verb.server.ts';
import { both } from '#registry/text.ts';
import { createActivity, removeActivity } from './acceptance-store.server.ts';
import { forStep, message, ofProposal, placesTaken, type ProposalProblem, versioned } from './actions.server.ts';
import { callById, editionFrame } from './calls-store.server.ts';
import { orNull } from './input.ts';
import { mayTake, merged, STEPS, type Step, unmerged } from './model.ts';
import { ADVICE, scoresOf } from './reviews.ts';
import {
  addEntry,
  belongsTo,
  holdProposal,
  type Proposal,
  proposalByNumber,
  proposalSubject,
  putReview,
  saveContent,
  saveStep,
} from './store.server.ts';
import { tellOf, type Told } from './telling.server.ts';

/** A reviewer scores by the call's criteria, or declares a conflict of interest; may be changed until the proposal is decided. */
export const reviewProposal = verb({
  name: 'proposal.review',
  input: ofProposal.extend({
    conflict: orNull(z.string().trim().max(2000)),
    scores: z.record(z.string().max(60), z.union([z.string(), z.number()])).default({}),
    comment: orNull(z.string().trim().max(8000)),
    advice: orNull(z.enum(ADVICE)),
  }),
  permission: 'review proposal',
  subject: proposalSubject,
  async run({ tx, input, actor, now, note }) {
    const proposal = (await holdProposal(tx, input.edition, input.proposal))!;
    if (proposal.state !== 'submitted') return refused<ProposalProblem>({ is: 'wrong-state', state: proposal.state });
    if (!actor.account) return refused<ProposalProblem>({ is: 'conflict' });
    const about = { account: actor.account, at: now };
    if (input.conflict) {
      await putReview(tx, proposal.id, { ...about, conflict: input.conflict, scores: null, comment: null, advice: null });
      note({ subject: `proposal ${input.edition}/${input.proposal}`, after: { conflict: true } });
      return done({ conflict: true });
    }
    if (await belongsTo(tx, actor.account, proposal.organisation)) return refused<ProposalProblem>({ is: 'conflict' });
    const scores = scoresOf(input.scores, (await callById(tx, proposal.call)).criteria);
    if (!scores) return refused<ProposalProblem>({ is: 'scores' });
    await putReview(tx, proposal.id, { ...about, conflict: null, scores, comment: input.comment, advice: input.advice });
    note({ subject: `proposal ${input.edition}/${input.proposal}`, after: { scores, advice: input.advice } });
    return done({ conflict: false });
  },
});

type Decision = Act<z.output<typeof versioned>>;

/** Leaves the step in the history and tells the host. */
async function took({ tx, input, actor, role, now, note }: Decision, proposal: Proposal, step: Step, told: Told | null, into?: number) {
  const { to } = STEPS[step];
  await addEntry(tx, proposal.id, { kind: 'state', from: proposal.state, to, text: input.message }, { actor, role, now });
  const call = await callById(tx, proposal.call);
  const telling = { edition: input.edition, board: call.board, by: actor.name, now, said: input.message, ...(into ? { into } : {}) };
  if (told) await tellOf(tx, proposal, told, 'host', telling);
  note({ subject: `proposal ${input.edition}/${proposal.number}`, before: proposal.state, after: to });
}

const decision = <Value>(name: string, step: Step, decide: (act: Decision, proposal: Proposal) => Promise<Value | ProposalProblem>) =>
  verb({
    name,
    input: versioned,
    permission: 'decide proposal',
    subject: proposalSubject,
    async run(act) {
      const proposal = await forStep(act.tx, act.input, step);
      if ('is' in proposal) return refused<ProposalProblem>(proposal);
      const value = await decide(act, proposal);
      if (value !== null && typeof value === 'object' && 'is' in value) return refused(value as ProposalProblem);
      return done(value as Value);
    },
  });

/** Back to the host, with what to change. */
export const returnProposal = decision('proposal.return', 'return', async (act, proposal) => {
  if (!act.input.message) return { is: 'no-text' };
  await saveStep(act.tx, proposal.id, { state: 'returned' }, act.now);
  await took(act, proposal, 'return', 'returned');
  return { state: 'returned' };
});

/** Not this year, with the reason. */
export const declineProposal = decision('proposal.decline', 'decline', async (act, proposal) => {
  if (!act.input.message) return { is: 'no-text' };
  await saveStep(act.tx, proposal.id, { state: 'declined' }, act.now);
  await took(act, proposal, 'decline', 'declined');
  return { state: 'declined' };
});

/** It becomes an activity of the edition, planned and not yet placed. */
export const acceptProposal = decision('proposal.accept', 'accept', async (act, proposal) => {
  const { tx, input, now, emit } = act;
  const call = await callById(tx, proposal.call);
  const full = await placesTaken(tx, call, proposal, 'accepted');
  if (full.length > 0) return { is: 'full', quotas: full };
  const activity = await createActivity(tx, proposal, call, await editionFrame(tx, input.edition), now);
  await saveStep(tx, proposal.id, { state: 'accepted', activity }, now);
  await took(act, proposal, 'accept', 'accepted');
  emit({ is: 'proposal-accepted', edition: proposal.edition, proposal: proposal.id, activity, organisation: proposal.organisation });
  return { activity };
});

/** Its acceptance is taken back, as long as nobody has worked on the activity. */
export const takeBackAcceptance = decision('proposal.take-back', 'take back', async (act, proposal) => {
  if (proposal.activity && !(await removeActivity(act.tx, proposal.activity.id, proposal.decidedAt))) return { is: 'worked-on' };
  await saveStep(act.tx, proposal.id, { state: 'submitted', activity: null }, act.now);
  await took(act, proposal, 'take back', null);
  act.emit({ is: 'proposal-taken-back', edition: proposal.edition, proposal: proposal.id });
  return { state: 'submitted' };
});

/** A declined or merged proposal is looked at again, where the quotas still leave room. */
export const reopenProposal = decision('proposal.reopen', 'reopen', async (act, proposal) => {
  const { tx, input, now } = act;
  const full = await placesTaken(tx, await callById(tx, proposal.call), proposal, 'submitted');
  if (full.length > 0) return { is: 'full', quotas: full };
  if (proposal.mergedInto !== null) {
    const into = (await holdProposal(tx, input.edition, proposal.mergedInto))!;
    if (into.state !== 'submitted' && into.state !== 'returned') return { is: 'worked-on' };
    await saveContent(tx, into.id, unmerged(into.content, proposal.content, proposal.organisation), into.answers);
  }
  await saveStep(tx, proposal.id, { state: 'submitted', mergedInto: null }, now);
  await took(act, proposal, 'reopen', null);
  return { state: 'submitted' };
});

/** One proposal is taken into another: its host becomes a co-host there. */
export const mergeProposal = verb({
  name: 'proposal.merge',
  input: versioned.extend({ into: z.coerce.number().int().positive() }),
  permission: 'decide proposal',
  subject: proposalSubject,
  async run(act) {
    const { tx, input, now } = act;
    if (input.into === input.proposal) return refused<ProposalProblem>({ is: 'no-such-proposal' });
    // Held in one order, whichever goes into which.
    for (const number of [input.into, input.proposal].sort((a, b) => a - b)) await holdProposal(tx, input.edition, number);
    const proposal = await forStep(tx, input, 'merge');
    if ('is' in proposal) return refused<ProposalProblem>(proposal);
    const into = await proposalByNumber(tx, input.edition, input.into);
    if (into?.call !== proposal.call) return refused<ProposalProblem>({ is: 'no-such-proposal' });
    if (!mayTake('merge', into.state)) return refused<ProposalProblem>({ is: 'wrong-state', state: into.state });
    await saveContent(tx, into.id, merged(into.content, proposal.content, proposal.organisation, into.organisation), into.answers);
    await saveStep(tx, proposal.id, { state: 'merged', mergedInto: into.id }, now);
    await took(act, proposal, 'merge', 'merged', into.number);
    return done({ into: into.number });
  },
});

/** A message from the office to the host, or a note among the office and the reviewers. */
export const answerProposal = verb({
  name: 'proposal.answer',
  input: ofProposal.extend({ message, kind: z.enum(['message', 'note']).default('message') }),
  permission: 'decide proposal',
  subject: proposalSubject,
  async run({ tx, input, now, actor, role, note }) {
    if (!input.message) return refused<ProposalProblem>({ is: 'no-text' });
    const proposal = (await holdProposal(tx, input.edition, input.proposal))!;
    await addEntry(tx, proposal.id, { kind: input.kind, text: input.message }, { actor, role, now });
    note({ subject: `proposal ${input.edition}/${input.proposal}`, after: { [input.kind]: input.message } });
    if (input.kind === 'message') {
      const call = await callById(tx, proposal.call);
      const telling = {
        edition: input.edition,
        board: call.board,
        by: actor.name,
        now,
        said: input.message,
        from: both('组委会办公室', 'The organising office'),
      };
      await tellOf(tx, proposal, 'message', 'host', telling);
    }
    return done({ written: true });
  },
});
