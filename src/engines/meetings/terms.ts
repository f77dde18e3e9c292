import type { Penalty } from './instance.ts';
import type { Score } from './score.ts';

/** One term of the objective: how much of it a plan has, what one of it weighs, and what it adds to the value. */
export interface Term {
  name: 'weight' | keyof Penalty;
  amount: number;
  each: number;
  worth: number;
}

/** The value of a plan, taken apart: the four add up to it. */
export function termsOf(score: Score, penalty: Penalty): Term[] {
  const term = (name: Term['name'], amount: number, each: number): Term => ({ name, amount, each, worth: amount * each });
  return [
    term('weight', score.weight, 1),
    term('shortfall', score.shortfall, -penalty.shortfall),
    term('idle', score.idle, -penalty.idle),
    term('tableChange', score.tableChanges, -penalty.tableChange),
  ];
}
