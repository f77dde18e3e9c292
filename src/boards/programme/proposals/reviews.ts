/** How reviewers judge a proposal: scores from 1 to 5 by the call's criteria, nobody seeing the others' before giving their own. */
import type { Uuid } from '../content.ts';
import type { Criterion } from './call.ts';

export const ADVICE = ['accept', 'return', 'decline'] as const;
export type Advice = (typeof ADVICE)[number];
export const LOWEST = 1;
export const HIGHEST = 5;

export interface Review {
  account: Uuid;
  name: string;
  /** Why they may not judge it; then there are no scores. */
  conflict: string | null;
  scores: Record<string, number> | null;
  comment: string | null;
  advice: Advice | null;
  at: string;
}

/** The weighted mean of one review's scores; `null` for none. */
export function meanOf(review: Pick<Review, 'scores'>, criteria: readonly Criterion[]): number | null {
  const { scores } = review;
  if (!scores) return null;
  const given = criteria.filter(({ key }) => scores[key] !== undefined);
  const weight = given.reduce((sum, criterion) => sum + criterion.weight, 0);
  return weight > 0 ? given.reduce((sum, criterion) => sum + criterion.weight * scores[criterion.key]!, 0) / weight : null;
}

export interface Verdict {
  /** Who scored. */
  count: number;
  conflicts: number;
  /** Mean of the reviews' means, and how far the harshest and the mildest lie apart; `null` before the first. */
  mean: number | null;
  spread: number | null;
  advice: Record<Advice, number>;
}

export function verdictOf(reviews: readonly Review[], criteria: readonly Criterion[]): Verdict {
  const means = reviews.map((review) => meanOf(review, criteria)).filter((mean) => mean !== null);
  return {
    count: means.length,
    conflicts: reviews.filter(({ conflict }) => conflict !== null).length,
    mean: means.length > 0 ? means.reduce((sum, mean) => sum + mean, 0) / means.length : null,
    spread: means.length > 0 ? Math.max(...means) - Math.min(...means) : null,
    advice: {
      accept: reviews.filter(({ advice }) => advice === 'accept').length,
      return: reviews.filter(({ advice }) => advice === 'return').length,
      decline: reviews.filter(({ advice }) => advice === 'decline').length,
    },
  };
}

/**
 * What of the reviews somebody is shown: everything to whoever decides; to a reviewer the others' (and even how many there are) only after
 * giving scores of their own, and never under a conflict of interest. `null`: nothing is told.
 */
export function visibleReviews(reviews: readonly Review[], me: Uuid | null, decides: boolean): Review[] | null {
  if (decides) return [...reviews];
  const mine = reviews.find(({ account }) => account === me);
  return mine?.scores ? [...reviews] : null;
}

/** The scores as they are kept: one for each criterion, whole numbers from 1 to 5; `null` where one is missing or none of these. */
export function scoresOf(given: Record<string, unknown>, criteria: readonly Criterion[]): Record<string, number> | null {
  const scores: Record<string, number> = {};
  for (const { key } of criteria) {
    const score = Number(given[key]);
    if (!Number.isInteger(score) || score < LOWEST || score > HIGHEST) return null;
    scores[key] = score;
  }
  return scores;
}
