import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const house = houseOf(event);
  const [editions, series] = await Promise.all([house.editions(), house.series()]);
  return { page: held({ editions, series: series[0] ?? null }) };
};
