import { error } from '@sveltejs/kit';
import { factsAsOf } from '#ui/facts.server.ts';
import { held } from '#ui/held.ts';
import { houseOf, publishedOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const counted = await factsAsOf(houseOf(event), await publishedOf(event));
  const fact = counted.facts.find(({ key }) => key === event.params.fact) ?? error(404, 'fact');
  return { fact: held(fact), before: counted.before, asOf: { number: counted.number, publishedAt: counted.publishedAt } };
};
