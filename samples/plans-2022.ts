/** Every plan of the 2022 edition, in the order in which rooms are given. */
import { ceremonies } from './ceremonies.ts';
import { forumPlan } from './forums/forum.ts';
import { NAMED } from './forums/named.ts';
import type { ActivityPlan } from './plan.ts';

export const plans2022 = (): ActivityPlan[] => [...ceremonies(), ...NAMED.map(forumPlan)];
