import { publishFromDesk } from '#boards/programme/publishing/actions.server.ts';
import { publishReview } from '#boards/programme/publishing/views.server.ts';
import { acceptClash, withdrawClashAcceptance } from '#boards/programme/schedule/actions.server.ts';
import { form, shown } from '#ui/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?chosen&n=3&n=8`: the numbers of the activities that are to go public; without `chosen` all that can. */
export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const numbers = query.getAll('n').map(Number).filter(Number.isSafeInteger);
  const review = await shown(event, publishReview, {
    edition: event.params.edition,
    activities: query.has('chosen') ? numbers : null,
  });
  return { review, asked: event.url.search };
};

export const actions: Actions = {
  publish: form(publishFromDesk),
  // A clash's own key is no key of the request.
  accept: form(acceptClash, { input: ({ params }, { clash, ...values }) => ({ ...values, ...params, key: clash }) }),
  withdraw: form(withdrawClashAcceptance, { input: ({ params }, { clash }) => ({ ...params, key: clash }) }),
};
