import { factsAsOf } from '#ui/facts.server.ts';
import { held } from '#ui/held.ts';
import { houseOf, publishedOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ counted: held(await factsAsOf(houseOf(event), await publishedOf(event))) });
