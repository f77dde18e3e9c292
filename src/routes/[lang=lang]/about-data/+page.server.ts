import { OPERATIONS } from '#boards/programme/api/operations.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const house = houseOf(event);
  const editions = await house.editions();
  const example = editions.find(({ activities }) => activities > 0);
  const published = example ? await house.current(example.slug) : null;
  return {
    page: held({
      publicUrl: house.publicUrl,
      editions: editions.filter(({ activities }) => activities > 0),
      example: published?.publication.content ?? null,
      operations: OPERATIONS,
    }),
  };
};
