/** The sixty parallel forums. */
import type { ActivityPlan } from '../plan.ts';
import { DIGITAL } from './digital.ts';
import { EARTH } from './earth.ts';
import { ENERGY } from './energy.ts';
import { forumPlan } from './forum.ts';
import { LIFE } from './life.ts';
import { MACHINES } from './machines.ts';
import { NAMED } from './named.ts';
import { OPEN } from './open.ts';
import { SHARED } from './shared.ts';

export const forums = (): ActivityPlan[] =>
  [...NAMED, ...OPEN, ...EARTH, ...DIGITAL, ...ENERGY, ...MACHINES, ...LIFE, ...SHARED].map(forumPlan);
