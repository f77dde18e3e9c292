/**
 * A call (征集): what the office asks hosts for, until when, and how many it takes. Its questions are its own, beside what every proposal
 * tells. Rules only: no database, no clock.
 */
import type { Localised } from '#registry/text.ts';
import type { ActivityKind, Board, Instant, Uuid } from '../content.ts';

export const CALL_STATES = ['draft', 'open', 'closed'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const QUESTION_KINDS = ['line', 'text', 'number', 'date', 'yes-no', 'choice', 'choices', 'link'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  /** Stable: answers are kept by it. */
  key: string;
  kind: QuestionKind;
  label: Localised;
  help: Localised | null;
  required: boolean;
  /** Of `choice` and `choices`. */
  options: { key: string; label: Localised }[];
}

export interface Criterion {
  key: string;
  label: Localised;
  /** How much it counts beside the others. */
  weight: number;
}

export const QUOTA_OF = ['all', 'focus', 'topic', 'organisation'] as const;
export type QuotaOf = (typeof QUOTA_OF)[number];
/** `submitted` counts what is with the office or accepted; `accepted` only the latter. */
export const QUOTA_COUNTS = ['submitted', 'accepted'] as const;
export type QuotaCounts = (typeof QUOTA_COUNTS)[number];

export interface Quota {
  of: QuotaOf;
  /** The focus or topic; `null` for all, and for each one organisation. */
  category: Uuid | null;
  counts: QuotaCounts;
  places: number;
}

export interface Call {
  id: Uuid;
  edition: Uuid;
  slug: string;
  board: Board;
  kind: ActivityKind;
  state: CallState;
  title: Localised;
  about: Localised | null;
  closesAt: Instant;
  reviewBy: Instant | null;
  resubmitBy: Instant | null;
  questions: Question[];
  criteria: Criterion[];
  quotas: Quota[];
  sample: boolean;
  version: number;
}

/** Whether the call takes in: something new, or something that comes back after it was returned. */
export function takesIn(call: Pick<Call, 'state' | 'closesAt' | 'resubmitBy'>, returned: boolean, now: Instant): boolean {
  const until = returned ? (call.resubmitBy ?? call.closesAt) : call.closesAt;
  return (call.state === 'open' || (returned && call.state === 'closed')) && Date.parse(now) <= Date.parse(until);
}

/** What of a proposal a quota looks at. */
export interface Counted {
  id: Uuid;
  state: string;
  organisation: Uuid;
  focus: Uuid | null;
  topic: Uuid | null;
}

const IN_HAND: Record<QuotaCounts, readonly string[]> = {
  submitted: ['submitted', 'returned', 'accepted'],
  accepted: ['accepted'],
};

/** Whether a quota has to do with a proposal. */
function concerns(quota: Quota, proposal: Counted): boolean {
  switch (quota.of) {
    case 'all':
    case 'organisation':
      return true;
    case 'focus':
      return proposal.focus === quota.category;
    case 'topic':
      return proposal.topic === quota.category;
  }
}

/** How many of `all` already stand against a quota; for one of each organisation, those of the proposal's own. */
export const takenOf = (quota: Quota, all: readonly Counted[], proposal?: Counted): number =>
  all.filter(
    (other) =>
      other.id !== proposal?.id &&
      IN_HAND[quota.counts].includes(other.state) &&
      concerns(quota, other) &&
      (quota.of !== 'organisation' || other.organisation === proposal?.organisation),
  ).length;

/** The quotas that leave no room for the proposal, were it to go into `state`. */
export const fullQuotas = (
  quotas: readonly Quota[],
  all: readonly Counted[],
  proposal: Counted,
  state: 'submitted' | 'accepted',
): Quota[] =>
  quotas.filter(
    (quota) => IN_HAND[quota.counts].includes(state) && concerns(quota, proposal) && takenOf(quota, all, proposal) + 1 > quota.places,
  );
