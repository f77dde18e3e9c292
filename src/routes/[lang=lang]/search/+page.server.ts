import { queryFor, searchRequest } from '#boards/programme/pages/search-request.ts';
import { held } from '#ui/held.ts';
import { houseOf } from '#ui/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const house = houseOf(event);
  const { language } = await event.parent();
  const editions = await house.editions();
  const request = searchRequest(
    event.url.searchParams,
    editions.map(({ slug }) => slug),
  );
  const answer = request.text ? await house.search(queryFor(request, language)) : null;
  // What each edition holds of it: asked only where there is more than one to choose from.
  const asked = answer && editions.length > 1 ? editions : [];
  const counts = await Promise.all(
    asked.map(async (edition) => {
      const { total } = await house.search({
        ...queryFor({ ...request, page: 1 }, language),
        text: answer?.corrected ?? request.text,
        edition: edition.slug,
        limit: 1,
      });
      return { edition, total };
    }),
  );
  // Where nothing was found, the newest edition that has a programme is a place to start from.
  const newest = editions.find(({ activities }) => activities > 0);
  const start = answer && answer.total > 0 ? null : newest ? await house.current(newest.slug) : null;
  return { page: held({ request, answer, counts, editions, start }) };
};
