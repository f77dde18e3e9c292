/** Every plan of the 2022 edition, in the order in which rooms are given: what has its room and hour first, then by size. */
import { contest } from './boards/contest.ts';
import { exchange } from './boards/exchange.ts';
import { exhibition } from './boards/exhibition.ts';
import { releases } from './boards/release.ts';
import { sideEvents } from './boards/side.ts';
import { subVenueMeetings } from './boards/sub-venues.ts';
import { YEAR_ROUND_DATES, yearRound } from './boards/year-round.ts';
import { ceremonies } from './ceremonies.ts';
import { forums } from './forums/index.ts';
import type { ActivityPlan } from './plan.ts';
import { FIRST_DAY } from './schedule.ts';

const onDate = (plan: ActivityPlan): ActivityPlan => ({
  ...plan,
  day: Math.round((Date.parse(YEAR_ROUND_DATES.get(plan.slug)!) - Date.parse(FIRST_DAY)) / 86_400_000),
});

export const plans2022 = (): ActivityPlan[] => [
  ...ceremonies(),
  ...forums(),
  ...exhibition(),
  ...exchange(),
  ...releases(),
  ...contest(),
  ...sideEvents(),
  ...subVenueMeetings(),
  ...yearRound().map(onDate),
];
