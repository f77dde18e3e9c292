import type { Instance, Plan } from './instance.ts';
import { score } from './score.ts';
import { solve } from './solve.ts';
import type { Budget, Watch } from './watch.ts';

export interface MoreTables {
  /** The instance with the tables added, in the halls by turns. */
  instance: Instance;
  /** A plan that uses them, and how much weight and value it has above the plan given. */
  plan: Plan;
  weight: number;
  value: number;
  /** No plan with these tables has more weight than this; null where there was no time to find out. */
  bound: number | null;
}

/** What `extra` more shared tables would bring: the given plan, which stays feasible, is searched on from there. */
export async function withMoreTables(
  instance: Instance,
  plan: Plan,
  extra: number,
  options: { seed: number; budget: Budget },
  watch: Watch,
): Promise<MoreTables> {
  const more: Instance = {
    ...instance,
    tables: [...instance.tables, ...Array.from({ length: extra }, (_, i) => ({ hall: i % instance.halls, stand: null }))],
  };
  const given = score(instance, plan);
  const after = await solve(more, { ...options, from: plan }, watch);
  if (after.is !== 'planned') throw new Error('a plan was given, so the instance has one');
  return {
    instance: more,
    plan: after.plan,
    weight: after.score.weight - given.weight,
    value: after.score.value - given.value,
    bound: after.bound?.weight ?? null,
  };
}
